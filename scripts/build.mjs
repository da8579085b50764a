// Builds the app into dist/. With --if-stale nothing is done when no source has changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root, step, tools } from './lib/setup.mjs';

const INPUTS = ['engine', 'grading', 'workers', 'src', 'cli', 'challenges', 'python', 'scripts', 'public'];
const FILES = ['index.html', 'vite.config.ts', 'package-lock.json', 'tsconfig.json'];
const STAMP = join(root, 'dist', '.sources.sha256');

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== '__pycache__') yield* filesBelow(path);
    } else if (!/\.test\.tsx?$|\.pyc$/.test(entry.name)) yield path;
  }
}

function sourcesHash() {
  const hash = createHash('sha256');
  const add = (path) => hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  for (const name of INPUTS) {
    const folder = join(root, name);
    if (existsSync(folder) && statSync(folder).isDirectory()) for (const path of filesBelow(folder)) add(path);
  }
  for (const name of FILES) if (existsSync(join(root, name))) add(join(root, name));
  return hash.digest('hex');
}

export function build({ ifStale = false } = {}) {
  ensureDependencies();
  const hash = sourcesHash();
  if (ifStale && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) {
    process.stdout.write('The build is up to date.\n');
    return;
  }
  step('Building the app', tools.vite, ['build']);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(STAMP, hash);
}

if (process.argv[1] === join(root, 'scripts', 'build.mjs')) build({ ifStale: process.argv.includes('--if-stale') });
