#!/usr/bin/env node
// Starts the command line from a clone: what it runs is built into .cache/cli/ when a source has changed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const COULD_NOT_RUN = 2;

if (!existsSync(tsx)) {
  process.stderr.write(`Dependencies are not installed: run "npm ci" in ${root} first.\n`);
  process.exit(COULD_NOT_RUN);
}
const { cliFolder } = await import(pathToFileURL(join(root, 'scripts', 'lib', 'cli-stamp.mjs')).href);
const folder = cliFolder(root);
if (!existsSync(folder)) {
  if (process.stderr.isTTY) process.stderr.write('Building the command line (once) …\n');
  // What the build says goes to stderr: stdout belongs to the report.
  const built = spawnSync(process.execPath, [tsx, join(root, 'scripts', 'build-cli.ts'), folder], { cwd: root, stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(COULD_NOT_RUN);
}
await import(pathToFileURL(join(folder, 'main.mjs')).href);
