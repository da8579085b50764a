/**
 * Makes the user realm's programs before the page is built or served, and again when their sources change.
 * The page gets them by `import … from 'virtual:realm'`: hashed files of its own, with their sizes.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const REBUILD_DELAY_MS = 300;
const SOURCES = /\/(engine|workers|python)\/.*\.(ts|py)$/;
const MODULE = 'virtual:realm';
const RESOLVED = `\0${MODULE}`;
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUILD_SCRIPT = `${ROOT}scripts/realm/build.ts`;
const REALM = `${ROOT}.cache/realm/`;

/** In a process of its own: the snapshot needs hundreds of megabytes for a moment. */
function runBuild(report: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', BUILD_SCRIPT], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stdout.on('data', (text: Buffer) => report(String(text).trimEnd()));
    child.stderr.on('data', (text: Buffer) => (errors += String(text)));
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the user realm could not be built:\n${errors}`))));
  });
}

function moduleSource(): string {
  const sizes = readFileSync(`${REALM}sizes.json`, 'utf8');
  return `
import pythonUrl from ${JSON.stringify(`${REALM}python.bin?url&no-inline`)};
import stdlibUrl from ${JSON.stringify(`${REALM}stdlib.bin?url&no-inline`)};
import snapshotUrl from ${JSON.stringify(`${REALM}snapshot.bin?url&no-inline`)};
import facadeUrl from ${JSON.stringify(`${REALM}facade.json?url&no-inline`)};
import workerUrl from ${JSON.stringify(`${REALM}user-realm.txt?url&no-inline`)};
import completionsUrl from ${JSON.stringify(`${REALM}python-completions.json?url&no-inline`)};
import referenceUrl from ${JSON.stringify(`${REALM}function-reference.json?url&no-inline`)};
import danfoUrl from ${JSON.stringify(`${REALM}danfojs.txt?url&no-inline`)};
export { default as frameSource } from ${JSON.stringify(`${REALM}frame.txt?raw`)};
export { default as typings } from ${JSON.stringify(`${REALM}solution-typings.json?raw`)};
const sizes = ${sizes};
const file = (name, url) => ({ url, bytes: sizes[name] });
export const files = {
  python: file('python.bin', pythonUrl),
  stdlib: file('stdlib.bin', stdlibUrl),
  snapshot: file('snapshot.bin', snapshotUrl),
  facade: file('facade.json', facadeUrl),
  worker: file('user-realm.txt', workerUrl),
};
export { completionsUrl, referenceUrl };
export const libraries = { danfojs: danfoUrl };
`;
}

export function realmPlugin(): Plugin {
  return {
    name: 'sparring-realm',
    async buildStart() {
      await runBuild((line) => this.info(line));
    },
    resolveId(id) {
      return id === MODULE ? RESOLVED : undefined;
    },
    load(id) {
      return id === RESOLVED ? moduleSource() : undefined;
    },
    configureServer(server) {
      let timer: NodeJS.Timeout | undefined;
      const log = server.config.logger;
      const rebuild = async (): Promise<void> => {
        await runBuild((line) => log.info(line));
        const module = server.moduleGraph.getModuleById(RESOLVED);
        if (module !== undefined) server.moduleGraph.invalidateModule(module);
        server.ws.send({ type: 'full-reload' });
      };
      server.watcher.on('change', (path) => {
        if (!SOURCES.test(path) || path.endsWith('.test.ts')) return;
        clearTimeout(timer);
        timer = setTimeout(() => void rebuild().catch((error: unknown) => log.error(String(error))), REBUILD_DELAY_MS);
      });
    },
  };
}
