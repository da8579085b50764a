/** Makes the user realm's programs before the page is built or served, and again when their sources change. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const REBUILD_DELAY_MS = 300;
const SOURCES = /\/(engine|workers|python)\/.*\.(ts|py)$/;
const BUILD_SCRIPT = fileURLToPath(new URL('./build.ts', import.meta.url));

/** In a process of its own: the snapshot needs hundreds of megabytes for a moment. */
function runBuild(report: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', BUILD_SCRIPT], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stdout.on('data', (text: Buffer) => report(String(text).trimEnd()));
    child.stderr.on('data', (text: Buffer) => (errors += String(text)));
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the user realm could not be built:\n${errors}`))));
  });
}

export function realmPlugin(): Plugin {
  return {
    name: 'sparring-realm',
    async buildStart() {
      await runBuild((line) => this.info(line));
    },
    configureServer(server) {
      let timer: NodeJS.Timeout | undefined;
      const log = server.config.logger;
      server.watcher.on('change', (path) => {
        if (!SOURCES.test(path) || path.endsWith('.test.ts')) return;
        clearTimeout(timer);
        timer = setTimeout(() => {
          runBuild((line) => log.info(line)).then(
            () => server.ws.send({ type: 'full-reload' }),
            (error: unknown) => log.error(String(error)),
          );
        }, REBUILD_DELAY_MS);
      });
    },
  };
}
