/** Replays the oracle's recordings in TypeScript. What differs is listed with its reason; the list may only shrink. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences } from '../oracle/compare.ts';
import { familySchema, parseCases } from '../oracle/format.ts';
import type { Recording } from '../oracle/format.ts';
import { runTwin } from './run-twin.ts';
import type { Twins } from './twins.ts';
import known from './twins-differences.json' with { type: 'json' };

const TWINS = join(import.meta.dirname, 'twins');
const ORACLE = join(import.meta.dirname, '../oracle');
const reasons: Readonly<Record<string, string>> = known;

/** Errors name the calls of the API, which have other names in TypeScript, and their lines. */
function comparable(recording: Recording): Recording {
  const { error } = recording;
  if (error === undefined) return recording;
  return { ...recording, error: { ...error, context: [] } };
}

for (const file of readdirSync(TWINS).filter((f) => f.endsWith('.ts'))) {
  const { default: family } = (await import(join(TWINS, file))) as { default: Twins<object> };
  const cases = new Map(parseCases(family.family, readFileSync(join(ORACLE, 'cases', `${family.family}.py`), 'utf8')).map((c) => [c.id, c]));
  const recorded = familySchema.parse(JSON.parse(readFileSync(join(ORACLE, 'recordings', `${family.family}.json`), 'utf8')));
  const recordings = new Map(recorded.cases.map((r) => [r.id, r]));
  describe(family.family, () => {
    it.each(Object.keys(family.cases))('%s', (name) => {
      const id = `${family.family}/${name}`;
      const oracleCase = cases.get(id);
      const recording = recordings.get(id);
      if (oracleCase === undefined || recording === undefined) throw new Error(`the oracle has no case ${id}`);
      const found = differences(comparable(recording), runTwin(family, name, oracleCase, recording));
      if (reasons[id] === undefined) expect(found).toEqual([]);
      else expect(found, `${id} is right now: take it out of twins-differences.json`).not.toEqual([]);
    });
  });
}
