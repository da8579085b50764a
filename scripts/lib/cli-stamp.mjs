// Whether the built command line is older than its sources.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INPUTS = ['engine', 'grading', 'challenges', 'workers', 'cli', 'python', 'scripts'];
const FILES = ['package-lock.json'];
const ENDINGS = /\.(ts|mjs|py)$/;
const LEFT_OUT = /\.test\.ts$|\/solutions\/|\/starter\.|\/__pycache__\//;

function* filesBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (ENDINGS.test(path) && !LEFT_OUT.test(path)) yield path;
  }
}

export function sourcesHash(root) {
  const hash = createHash('sha256');
  const add = (path) => hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  for (const name of INPUTS) for (const path of filesBelow(join(root, name))) add(path);
  for (const name of FILES) add(join(root, name));
  return hash.digest('hex');
}

const stamp = (root) => join(root, '.cache', 'cli', 'sources.sha256');

export function isStale(root) {
  return !existsSync(stamp(root)) || readFileSync(stamp(root), 'utf8') !== sourcesHash(root);
}

export function writeStamp(root) {
  writeFileSync(stamp(root), sourcesHash(root));
}
