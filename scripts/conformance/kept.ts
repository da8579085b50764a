/** What is kept of the docstrings between runs: how many pass, which fail and why, which are not counted and why. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Outcome } from './runner.ts';

const FILE = join(resolve(import.meta.dirname, '../..'), 'tests/conformance/docstrings.json');

interface KeptJson {
  /** By module: docstrings that wholly pass, of so many. */
  readonly passing: Readonly<Record<string, readonly [passing: number, of: number]>>;
  /** By reason: `module name` of docstrings that are not counted. */
  readonly leftOut: Readonly<Record<string, readonly string[]>>;
  /** Why a docstring fails, by `module name`. */
  readonly failing: Readonly<Record<string, string>>;
}

export class Kept {
  constructor(readonly json: KeptJson) {}

  static read(): Kept {
    return new Kept(JSON.parse(readFileSync(FILE, 'utf8')) as KeptJson);
  }

  isLeftOut(file: string, name: string): boolean {
    return Object.values(this.json.leftOut).some((names) => names.includes(`${file} ${name}`));
  }

  reason(file: string, name: string): string | undefined {
    return this.json.failing[`${file} ${name}`];
  }
}

/** What is worse than kept, as sentences: a docstring that passed and fails, or fewer docstrings than were counted. */
export function differences(kept: Kept, outcomes: ReadonlyMap<string, readonly Outcome[]>): readonly string[] {
  const lines: string[] = [];
  for (const [file, all] of outcomes) {
    const [passing, of] = kept.json.passing[file] ?? [0, all.length];
    const now = all.filter((each) => each.failure === null).length;
    if (now < passing) lines.push(`✗ ${file}: ${now} pass, and ${passing} did.`);
    if (all.length < of) lines.push(`✗ ${file}: ${all.length} docstrings are counted, and ${of} were.`);
    if (now > passing) lines.push(`  ${file}: ${now} pass, ${passing} before: keep it with --update.`);
    for (const each of all) {
      if (each.failure !== null && kept.reason(file, each.name) === undefined) lines.push(`✗ ${file} ${each.name} fails, and no reason is kept.`);
    }
  }
  return lines.some((line) => line.startsWith('✗')) ? lines : [];
}

/** Keeps the counts of these modules, and a reason for each failure: the one that was kept, or what the run showed. */
export function written(kept: Kept, outcomes: ReadonlyMap<string, readonly Outcome[]>): void {
  const passing = { ...kept.json.passing };
  const failing: Record<string, string> = {};
  for (const [key, reason] of Object.entries(kept.json.failing)) {
    if (!outcomes.has(key.split(' ')[0] as string)) failing[key] = reason;
  }
  for (const [file, all] of outcomes) {
    passing[file] = [all.filter((each) => each.failure === null).length, all.length];
    for (const each of all) {
      if (each.failure !== null) failing[`${file} ${each.name}`] = kept.reason(file, each.name) ?? each.reason ?? 'fails';
    }
  }
  writeFileSync(FILE, `${JSON.stringify({ passing, leftOut: kept.json.leftOut, failing }, null, 2)}\n`);
}
