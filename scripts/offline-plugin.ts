/** Writes the service worker that keeps the built page for use without a network, with the list of this build's files. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const TEMPLATE = new URL('../src/offline/service-worker.js', import.meta.url);
/** Needed only by those who ask for it: fetched then, and kept from then on. */
const LAZY = /\.map$|\/danfojs-[^/]*\.txt$/;

export function offlinePlugin(): Plugin {
  return {
    name: 'sparring-offline',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.keys(bundle).filter((name) => !LAZY.test(name)).sort();
        const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16);
        const source = readFileSync(TEMPLATE, 'utf8')
          .replace("'__VERSION__'", JSON.stringify(version))
          .replace("'__FILES__'", JSON.stringify(['./', ...files.map((name) => `./${name}`)]));
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source });
      },
    },
  };
}
