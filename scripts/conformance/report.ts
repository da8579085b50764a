/** What the person who runs the conformance reads. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Kept } from './kept.ts';
import type { Outcome } from './runner.ts';

const FOLDER = join(resolve(import.meta.dirname, '../..'), '.cache/docstrings');
const FUNCTIONS = 'functions/builtin.py';
const GOALS = { functions: 97, others: 92 };

function passed(all: readonly Outcome[]): number {
  return all.filter((each) => each.failure === null).length;
}

function share(passing: number, of: number): string {
  return of === 0 ? '' : `${((100 * passing) / of).toFixed(1)} %`;
}

export function printModule(file: string, all: readonly Outcome[], kept: Kept, verbose: boolean): void {
  const count = passed(all);
  process.stdout.write(`${file.padEnd(24)} ${String(count).padStart(4)} of ${String(all.length).padStart(4)} ${share(count, all.length).padStart(9)}\n`);
  for (const each of all) {
    if (each.failure === null) continue;
    process.stdout.write(`    ${each.name}: ${kept.reason(file, each.name) ?? each.reason}\n`);
    if (verbose) process.stdout.write(`${each.failure.replace(/^/gm, '        ')}\n`);
  }
}

/** Everything that failed, with expected and actual output. */
export function writeDetails(file: string, all: readonly Outcome[]): void {
  mkdirSync(FOLDER, { recursive: true });
  const failed = all.filter((each) => each.failure !== null);
  const lines = failed.map((each) => `${each.name}\n${each.failure}\n`);
  writeFileSync(join(FOLDER, `${file.replaceAll('/', '-')}.txt`), `${passed(all)} of ${all.length} pass\n\n${lines.join('\n')}`);
}

export function printTotals(outcomes: ReadonlyMap<string, readonly Outcome[]>, kept: Kept): void {
  const functions = outcomes.get(FUNCTIONS) ?? [];
  const others = [...outcomes].filter(([file]) => file !== FUNCTIONS).flatMap(([, all]) => all);
  const leftOut = Object.entries(kept.json.leftOut).map(([reason, names]) => `  ${names.length}: ${reason}`);
  const lines = [
    '',
    `functions: ${passed(functions)} of ${functions.length}, ${share(passed(functions), functions.length)} (goal ${GOALS.functions} %)`,
    `all others: ${passed(others)} of ${others.length}, ${share(passed(others), others.length)} (goal ${GOALS.others} %)`,
    'not counted:',
    ...leftOut,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
