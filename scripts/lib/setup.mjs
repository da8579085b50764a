// Set-up that needs nothing installed: dependencies as the lock file says, and steps that are run or stop the script.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const NODE_MINIMUM = [20, 19];

/** Ends the script with a message for the person who started it. */
export function fail(message, code = 1) {
  process.stderr.write(`\n${message}\n`);
  process.exit(code);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantMajor, wantMinor] = NODE_MINIMUM;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  fail(`Sparring needs Node ${NODE_MINIMUM.join('.')} or newer; this is ${process.versions.node}.`, 2);
}

function npm(args) {
  const isWindows = process.platform === 'win32';
  return spawnSync(isWindows ? 'npm.cmd' : 'npm', args, { cwd: root, stdio: 'inherit', shell: isWindows });
}

/** npm empties the folder before it installs: that of another checkout, where it is a link to one. */
function refuseLink(folder) {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found?.isSymbolicLink() !== true) return;
  fail(`${folder} is a link, and what it leads to is not what package-lock.json names. Remove the link, or run this where it leads to.`, 2);
}

/** Installs what package-lock.json names, unless that has been done. */
export function ensureDependencies() {
  requireNode();
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  const stamp = join(root, 'node_modules', '.sparring-lock.sha256');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  refuseLink(join(root, 'node_modules'));
  process.stdout.write('Installing dependencies (once) …\n');
  if (npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']).status !== 0) {
    fail('npm ci failed. Check the network or the package registry that npm is set to, and run this again.', 2);
  }
  writeFileSync(stamp, wanted);
}

/** Runs one step with Node's own executable; its output goes to the terminal. Gives the seconds it took, or ends the script. */
export function step(title, script, args = [], options = {}) {
  process.stdout.write(`\n▸ ${title}\n`);
  const started = Date.now();
  const env = { ...process.env, ...options.env };
  const done = spawnSync(process.execPath, [...(options.nodeArgs ?? []), join(root, script), ...args], { cwd: root, stdio: 'inherit', env });
  const seconds = (Date.now() - started) / 1000;
  if (done.status !== 0) {
    if (options.keepGoing === true) return { ok: false, seconds };
    fail(`✗ ${title} failed (${seconds.toFixed(1)} s).`, done.status ?? 1);
  }
  return { ok: true, seconds };
}

/** A tool of node_modules by its package and the path of its program. */
export const tools = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  vitest: 'node_modules/vitest/vitest.mjs',
  vite: 'node_modules/vite/bin/vite.js',
  tsx: 'node_modules/tsx/dist/cli.mjs',
};
