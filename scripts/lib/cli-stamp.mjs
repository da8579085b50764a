// Where the command line that belongs to the present sources is built: a folder named by their hash.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const INPUTS = ['engine', 'grading', 'challenges', 'workers', 'cli', 'python', 'scripts'];
const FILES = ['package-lock.json'];
const ENDINGS = /\.(ts|mjs|py)$/;
const LEFT_OUT = /\.test\.ts$|\/solutions\/|\/starter\.|\/__pycache__\//;
const NAME_CHARS = 16;

function* filesBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (ENDINGS.test(path) && !LEFT_OUT.test(path)) yield path;
  }
}

function sourcesHash(root) {
  const hash = createHash('sha256');
  const add = (path) => hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  for (const name of INPUTS) for (const path of filesBelow(join(root, name))) add(path);
  for (const name of FILES) add(join(root, name));
  return hash.digest('hex');
}

export function cliFolder(root) {
  return join(root, '.cache', 'cli', sourcesHash(root).slice(0, NAME_CHARS));
}
