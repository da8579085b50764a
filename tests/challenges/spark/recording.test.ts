/** What real Spark gives for the reference solutions is right by the judge's own reference, in every case. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { challenges } from '../../../challenges/index.ts';
import { judge, prepare, DEFAULT_SEED } from '../../../grading/index.ts';
import type { CaseInput, SubmittedCase } from '../../../grading/index.ts';
import { makeEngine, problems } from '../solutions.ts';
import { askedCases, recordingSchema } from './cases.ts';

const recording = recordingSchema.parse(JSON.parse(readFileSync(new URL('./recording.json', import.meta.url), 'utf8')));
const byKey = new Map(recording.cases.map((c) => [c.key, c.table]));
const asked = askedCases();

/** Spark's rows as a claim: a plan with a function that only their origin can run, over the case's inputs. */
function claim(input: CaseInput, key: string): SubmittedCase {
  const inputs = input.arguments.flatMap((a) => (a.kind === 'table' ? [{ type: 'CachedLocalRelation', hash: a.hash }] : []));
  const plan = { type: 'Claim', functionId: 0, inputs };
  return { caseId: input.caseId, durationMs: 0, error: null, returnedType: null, plan, table: byKey.get(key) ?? null, streams: [], returnedStreams: [] };
}

describe('real Spark', () => {
  it('was asked the cases as they are now (else record again, see record.py)', () => {
    expect(asked.filter((a) => !byKey.has(a.key)).map((a) => `${a.challenge}/${a.input.caseId}`)).toEqual([]);
    expect(recording.cases).toHaveLength(asked.length);
  });
  it.each(challenges.filter((c) => c.parts[0].kind === 'batch').map((c) => [c.id, c] as const))('%s: its rows are right', (id, challenge) => {
    const prepared = prepare(challenge, 'submit', 'python', DEFAULT_SEED);
    const cases = asked.filter((a) => a.challenge === id).map((a) => claim(a.input, a.key));
    const verdict = judge(prepared, { error: null, cases, durationMs: 0 }, { makeEngine });
    expect(verdict.counts, JSON.stringify(problems(verdict), null, 2)).toEqual({ passed: cases.length, failed: 0, errors: 0, skipped: 0 });
  });
});
