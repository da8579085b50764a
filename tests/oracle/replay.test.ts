/**
 * Every recording of real Spark, replayed in Python against the engine. What still differs is listed, with a reason, in
 * differences.json: that list may only shrink. A report by family is written to .cache/oracle-replay.{txt,json}.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { families, readFamily, startReplay } from './replay.ts';
import type { Replay, Replayed } from './replay.ts';

const START_MS = 60_000;
const FAMILY_MS = 120_000;
const MAX_SHOWN_CHARS = 2_000;

const knownSchema = z.record(z.string(), z.string().min(1));
const known = knownSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'differences.json'), 'utf8')));
const reports = new Map<string, Replayed[]>();
let replay: Replay;

beforeAll(async () => {
  replay = await startReplay();
}, START_MS);

afterAll(() => writeReport());

describe('replay in Python', () => {
  it.each(families)('%s', (family) => {
    const { cases, recordings } = readFamily(family);
    const replayed = cases.map((each) => replay.run(each, recordings.get(each.id) as never));
    reports.set(family, replayed);
    const failed = replayed.filter((each) => each.differences.length > 0);
    const surprising = failed.filter((each) => known[each.id] === undefined);
    expect(surprising.map(describeFailure), 'differs from real Spark').toEqual([]);
    const mended = replayed.filter((each) => each.differences.length === 0 && known[each.id] !== undefined);
    expect(mended.map((each) => each.id), 'no longer differs: take it off differences.json').toEqual([]);
  }, FAMILY_MS);

  it('knows every case that it lists as different', () => {
    const ids = new Set(families.flatMap((family) => readFamily(family).cases.map((each) => each.id)));
    expect(Object.keys(known).filter((id) => !ids.has(id))).toEqual([]);
  });
});

function describeFailure(failed: Replayed): string {
  const lines = failed.differences.map((d) => `  ${d.aspect}\n    spark  ${shown(d.expected)}\n    engine ${shown(d.actual)}`);
  return [failed.id, ...(failed.text === null ? [] : [`  says: ${failed.text.slice(0, MAX_SHOWN_CHARS)}`]), ...lines].join('\n');
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, MAX_SHOWN_CHARS);
}

function writeReport(): void {
  const folder = join(import.meta.dirname, '../../.cache');
  mkdirSync(folder, { recursive: true });
  const passes = (list: readonly Replayed[]): number => list.filter((each) => each.differences.length === 0).length;
  const all = [...reports.values()].flat();
  const table = [...reports].map(([family, list]) => `${family.padEnd(20)} ${String(passes(list)).padStart(4)} of ${list.length}`);
  const failures = all.filter((each) => each.differences.length > 0);
  const text = [...table, `${'all'.padEnd(20)} ${String(passes(all)).padStart(4)} of ${all.length}`, '', ...failures.map(describeFailure)];
  writeFileSync(join(folder, 'oracle-replay.txt'), `${text.join('\n')}\n`);
  writeFileSync(join(folder, 'oracle-replay.json'), JSON.stringify(failures, null, 1));
}
