/** Before the end-to-end tests: the page must be built, and from the sources as they are. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BUILD = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));

export default function setup(): void {
  // `npm test` has built already; whoever runs these tests alone gets a build here when one is due.
  // As a process of its own kind: the page must not be built for tests.
  const { VITEST: _, ...env } = process.env;
  const { status } = spawnSync(process.execPath, [BUILD, '--if-stale'], { stdio: 'inherit', env: { ...env, NODE_ENV: 'production' } });
  if (status !== 0) throw new Error('The page could not be built.');
}
