import { describe, expect, it } from 'vitest';
import { findChallenge } from '../../challenges/index.ts';
import { Engine, fixedEnvironment } from '../../engine/index.ts';
import type { Challenge } from '../challenge.ts';
import { prepare } from '../prepare.ts';
import type { Prepared } from '../prepare.ts';
import type { CaseInput, SubmittedCase, SubmittedError } from '../submission.ts';
import type { Verdict } from '../verdict.ts';
import type { EngineSettings } from './case-engine.ts';
import { judge } from './judge.ts';

const makeEngine = ({ conf, nowMicros }: EngineSettings): Engine => new Engine({ environment: fixedEnvironment(nowMicros), conf });
const challenge = findChallenge('top-customers') as Challenge;
const prepared: Prepared = prepare(challenge, 'run', 'python', 1);
const ERROR: SubmittedError = { type: 'ValueError', message: 'no', traceback: 'ValueError: no', frames: [{ line: 3, column: 5 }], condition: null, sqlState: null };

function limitOf(c: CaseInput): number {
  const n = c.arguments.find((a) => a.name === 'n');
  return n?.kind === 'value' ? Number(n.value) : 10;
}

/** The right plan of a case, over any relation. */
function rightPlan(c: CaseInput, input: object): object {
  const column = (name: string): object => ({ type: 'UnresolvedAttribute', unparsedIdentifier: name });
  const total = { type: 'Alias', name: ['total_revenue'], expr: { type: 'UnresolvedFunction', functionName: 'sum', arguments: [column('revenue')] } };
  const grouped = { type: 'Aggregate', input, groupType: 'groupby', groupingExpressions: [column('customer_id')], aggregateExpressions: [total] };
  const order = [{ type: 'SortOrder', child: column('total_revenue'), direction: 'descending', nullOrdering: 'nullsLast' }];
  return { type: 'Limit', input: { type: 'Sort', input: grouped, order, isGlobal: true }, limit: limitOf(c) };
}

const read = (c: CaseInput): object => ({ type: 'CachedLocalRelation', hash: c.arguments.find((a) => a.kind === 'table')?.hash });

function verdict(outcome: (c: CaseInput, i: number) => Partial<SubmittedCase> | null): Verdict {
  const cases = prepared.run.cases.flatMap((c, i) => {
    const given = outcome(c, i);
    return given === null ? [] : [{ caseId: c.caseId, durationMs: 1, error: null, returnedType: null, plan: null, table: null, streams: [], returnedStreams: [], ...given }];
  });
  return judge(prepared, { error: null, cases, durationMs: 1 }, { makeEngine });
}

describe('the judge', () => {
  it('runs the submitted plan itself', () => {
    expect(verdict((c) => ({ plan: rightPlan(c, read(c)) }))).toMatchObject({ status: 'passed', counts: { passed: 2, failed: 0, errors: 0, skipped: 0 } });
  });
  it('does not believe a table where there is a plan that it can run', () => {
    const lie = { schema: 'customer_id BIGINT, total_revenue DOUBLE', numRows: 0, columns: [[], []] };
    expect(verdict((c) => ({ plan: rightPlan(c, read(c)), table: lie })).status).toBe('passed');
    expect(verdict((c) => ({ plan: read(c), table: lie })).status).toBe('failed');
  });
  it('counts one failing case as one, and an error as an error', () => {
    const one = verdict((c, i) => (i === 0 ? { error: ERROR } : { plan: rightPlan(c, read(c)) }));
    expect(one).toMatchObject({ status: 'failed', counts: { passed: 1, failed: 0, errors: 1, skipped: 0 } });
    expect(one.cases[0]).toMatchObject({ status: 'error', sentence: 'ValueError (line 3): no', error: { line: 3, column: 5 } });
    expect(verdict((c, i) => (i === 0 ? null : { plan: rightPlan(c, read(c)) })).cases[0]).toMatchObject({ status: 'failed', cause: 'no_result' });
  });
  it('survives plans that are none', () => {
    for (const plan of ['x', 7, [], {}, { type: 'Nope' }, { type: 'Limit', limit: 'x' }, { type: 'Sort' }]) {
      const v = verdict(() => ({ plan }));
      expect(v.status).toBe('failed');
      expect(v.cases.every((c) => c.status === 'error' || c.status === 'failed')).toBe(true);
    }
  });
  it('refuses rows of its own in place of the input', () => {
    const rows = [[2, 250], [1, 225]];
    const written = verdict(() => ({ plan: { type: 'LocalRelation', schema: 'customer_id BIGINT, total_revenue DOUBLE', rows } }));
    expect(written.cases[0]).toMatchObject({ status: 'failed', cause: 'written_down' });
    expect(verdict(() => ({ plan: { type: 'CachedLocalRelation', hash: 'made-by-the-program' } })).cases[0]).toMatchObject({ cause: 'written_down' });
  });
  it('takes claimed rows where a function of the user is inside, and compares them', () => {
    const udf = { type: 'CommonInlineUserDefinedFunction', functionName: 'f', functionId: 1, deterministic: true, outputType: 'double', arguments: [] };
    const plan = (c: CaseInput): object => ({ type: 'Project', input: read(c), expressions: [udf] });
    const claim = (rows: readonly (readonly [number, number])[]) => ({ schema: 'customer_id BIGINT, total_revenue DOUBLE', numRows: rows.length, columns: [rows.map((r) => r[0]), rows.map((r) => r[1])] });
    const right = verdict((c) => ({ plan: plan(c), table: claim([[2, 250], [1, 225]]) }));
    expect(right.cases[0]).toMatchObject({ status: 'passed', notes: [expect.stringContaining('function of yours')] });
    expect(verdict((c) => ({ plan: plan(c), table: claim([[2, 250]]) })).cases[0]).toMatchObject({ status: 'failed', cause: 'missing_rows' });
    expect(verdict((c) => ({ plan: plan(c), table: { ...claim([[2, 250]]), numRows: 5 } })).cases[0]).toMatchObject({ status: 'error' });
    expect(verdict((c) => ({ plan: plan(c) })).cases[0]).toMatchObject({ status: 'error' });
  });
  it('says what was returned instead of a DataFrame', () => {
    expect(verdict(() => ({ returnedType: 'NoneType' })).sentence).toContain('returned nothing');
    expect(verdict(() => ({ returnedType: 'list' })).sentence).toContain('a value of type list');
  });
});
