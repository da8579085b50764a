/** The comparison of the replay sees what it must see: a test that cannot fail is a defect. */
import { describe, expect, it } from 'vitest';
import { differences } from './compare.ts';
import type { Outcome } from './compare.ts';
import type { Recording } from './format.ts';

const FIELD = { name: 'id', type: 'integer', nullable: true, metadata: {} };
const TABLE = { schema: [FIELD], rows: [[1], [2]], show: ['+--+'], operators: ['Scan'] };
const RECORDED: Recording = { id: 'f/c', source: 'x', ordered: false, table: TABLE };
const ERROR = { stage: 'analysis' as const, class: 'AnalysisException', condition: 'A', sqlState: '42000', parameters: { p: '1' }, context: [{ call: 'col', line: 3 }] };

function aspects(recording: Recording, outcome: Outcome): string[] {
  return differences(recording, outcome).map((d) => d.aspect);
}

describe('differences', () => {
  it('finds none between equals, rows in any order unless they are ordered', () => {
    expect(aspects(RECORDED, { table: { ...TABLE, rows: [[2], [1]] } })).toEqual([]);
    expect(aspects({ ...RECORDED, ordered: true }, { table: { ...TABLE, rows: [[2], [1]] } })).toEqual(['rows']);
  });

  it.each([
    ['rows', { ...TABLE, rows: [[1], [2], [2]] }],
    ['rows', { ...TABLE, rows: [[1], ['2']] }],
    ['schema', { ...TABLE, schema: [{ ...FIELD, nullable: false }] }],
    ['show', { ...TABLE, show: ['+---+'] }],
    ['operators', { ...TABLE, operators: ['Project', '  Scan'] }],
  ] as const)('sees other %s', (aspect, table) => {
    expect(aspects(RECORDED, { table } as Outcome)).toEqual([aspect]);
  });

  it('takes the entries of a map in any order, their values not', () => {
    const type = { type: 'map', keyType: 'string', valueType: 'integer', valueContainsNull: true };
    const table = { ...TABLE, schema: [{ ...FIELD, type }], rows: [[[['a', 1], ['b', 2]]]] };
    const recorded = { ...RECORDED, table } as Recording;
    expect(aspects(recorded, { table: { ...table, rows: [[[['b', 2], ['a', 1]]]] } })).toEqual([]);
    expect(aspects(recorded, { table: { ...table, rows: [[[['b', 1], ['a', 2]]]] } })).toEqual(['rows']);
  });

  it('sees another kind of outcome, another value, other output', () => {
    expect(aspects(RECORDED, { error: { ...ERROR, text: '' } })).toEqual(['kind']);
    expect(aspects({ ...RECORDED, table: undefined, value: 1 }, { value: 2 })).toEqual(['value']);
    expect(aspects({ ...RECORDED, stdout: ['a'] }, { table: TABLE })).toEqual(['stdout']);
  });

  it.each([
    ['error', { condition: 'B' }],
    ['error', { sqlState: null }],
    ['error', { parameters: { p: '2' } }],
    ['error', { stage: 'execution' }],
    ['error', { class: 'ParseException' }],
    ['context', { context: [{ call: 'col', line: 4 }] }],
    ['context', { context: [] }],
  ])('sees another %s: %o', (aspect, change) => {
    const recorded = { ...RECORDED, table: undefined, error: ERROR } as Recording;
    expect(aspects(recorded, { error: { ...ERROR, text: 'ours' } })).toEqual([]);
    expect(aspects(recorded, { error: { ...ERROR, text: 'ours', ...change } })).toEqual([aspect]);
  });

  it('lets the engine name a place that Spark does not know', () => {
    const at = (context: unknown): Recording => ({ ...RECORDED, table: undefined, error: { ...ERROR, context } }) as Recording;
    const outcome = { error: { ...ERROR, text: '', context: [{ call: 'col', line: 9 }] } };
    expect(aspects(at([]), outcome)).toEqual([]);
    expect(aspects(at([{ call: 'col', line: null }]), outcome)).toEqual([]);
    expect(aspects(at([{ call: 'sum', line: null }]), outcome)).toEqual(['context']);
  });
});
