import { describe, expect, it } from 'vitest';
import type { WireValue } from '../../engine/index.ts';
import { typeToJson } from '../../engine/index.ts';
import { chooseAtLimit, chooseOnePerKey } from './choices.ts';
import { toCommonTable } from './compare.ts';
import { compare } from './ladder.ts';
import type { ComparisonSpec } from './spec.ts';
import { tableFromJson, typeOf } from './table.ts';
import type { ResultTable } from './table.ts';

/** A table of rows of wire values. */
function table(ddl: string, rows: readonly (readonly WireValue[])[]): ResultTable {
  const schema = typeOf(ddl);
  if (schema.kind !== 'struct') throw new Error('a list of columns is needed');
  const columns = schema.fields.map((_, j) => rows.map((r): WireValue => r[j] ?? null));
  return tableFromJson({ schema: typeToJson(schema) as Record<string, unknown>, numRows: rows.length, columns });
}

const KEYED: ComparisonSpec = { key: ['id'] };

function told(expected: ResultTable, answer: ResultTable, spec: ComparisonSpec = KEYED) {
  const { equal, cause, sentence, notes } = compare({ table: expected }, answer, spec);
  return { equal, cause, sentence, notes };
}

describe('rows', () => {
  const want = table('id BIGINT, v DOUBLE', [[1, 1.5], [2, 2.5], [3, null]]);

  it('pass in any order', () => {
    expect(told(want, table('id BIGINT, v DOUBLE', [[3, null], [1, 1.5], [2, 2.5]]))).toMatchObject({ equal: true, notes: [] });
  });
  it('are counted when they repeat', () => {
    const twice = table('id BIGINT, v DOUBLE', [[1, 1.5], [1, 1.5], [2, 2.5]]);
    expect(told(twice, table('id BIGINT, v DOUBLE', [[1, 1.5], [2, 2.5], [2, 2.5]]))).toMatchObject({ equal: false });
    expect(told(twice, table('id BIGINT, v DOUBLE', [[1, 1.5], [2, 2.5]]))).toMatchObject({ cause: 'duplicates' });
  });
  it('missing, too many, changed, each with its sentence and rows', () => {
    expect(told(want, table('id BIGINT, v DOUBLE', [[1, 1.5]]))).toMatchObject({ cause: 'missing_rows', sentence: '2 rows missing; those that you give are right.' });
    expect(told(want, table('id BIGINT, v DOUBLE', []))).toMatchObject({ cause: 'missing_rows', sentence: 'The result is empty: 3 rows expected.' });
    expect(told(want, table('id BIGINT, v DOUBLE', [[1, 1.5], [2, 2.5], [3, null], [9, 9]]))).toMatchObject({ cause: 'unexpected_rows' });
    const changed = compare({ table: want }, table('id BIGINT, v DOUBLE', [[1, 7.5], [2, 2.5], [3, null]]), KEYED);
    expect(changed).toMatchObject({ cause: 'changed_cells', sentence: 'The right rows, but `v` differs in 1 of 3.' });
    expect(changed.diff?.rows).toMatchObject({
      missing: { count: 0 },
      unexpected: { count: 0 },
      changed: { count: 1, rows: [{ key: ['1'], cells: [{ column: 'v', expected: '1.5', actual: '7.5' }] }] },
    });
  });
  it('shows at most ten, and the count', () => {
    const many = table('id BIGINT', Array.from({ length: 25 }, (_, i) => [i]));
    const { diff } = compare({ table: many }, table('id BIGINT', []), KEYED);
    expect(diff?.rows?.missing.count).toBe(25);
    expect(diff?.rows?.missing.rows).toHaveLength(10);
  });
});

describe('order', () => {
  const spec: ComparisonSpec = { key: ['id'], order: [{ column: 'v', ascending: false }] };
  const want = table('id BIGINT, v DOUBLE', [[1, 3], [2, 2], [3, 2], [4, null]]);

  it('leaves ties free, within tolerance', () => {
    expect(told(want, table('id BIGINT, v DOUBLE', [[1, 3], [3, 2], [2, 2], [4, null]]), spec)).toMatchObject({ equal: true });
    expect(told(want, table('id BIGINT, v DOUBLE', [[1, 3], [3, 2 - 1e-12], [2, 2], [4, null]]), spec)).toMatchObject({ equal: true });
  });
  it('is told where it is wrong, nulls included', () => {
    const wrong = compare({ table: want }, table('id BIGINT, v DOUBLE', [[2, 2], [1, 3], [3, 2], [4, null]]), spec);
    expect(wrong).toMatchObject({ cause: 'order', sentence: 'Right rows, wrong order: they must be sorted by `v` descending.' });
    expect(wrong.diff?.order).toMatchObject({ row: 1, previous: ['2', '2.0'], current: ['1', '3.0'] });
    expect(told(want, table('id BIGINT, v DOUBLE', [[4, null], [1, 3], [2, 2], [3, 2]]), spec)).toMatchObject({ cause: 'order' });
  });
});

describe('columns', () => {
  const want = table('id BIGINT, total_revenue DOUBLE', [[1, 2]]);

  it('free order passes with a note, exact order does not', () => {
    const swapped = table('total_revenue DOUBLE, id BIGINT', [[2, 1]]);
    expect(told(want, swapped)).toMatchObject({ equal: true, notes: ['The columns are in another order than id, total_revenue.'] });
    expect(told(want, swapped, { ...KEYED, columnOrder: 'exact' })).toMatchObject({ cause: 'column_order' });
  });
  it('names are exact, with a hint on case and spaces', () => {
    expect(told(want, table('id BIGINT, `Total Revenue` DOUBLE', [[1, 2]])).sentence).toContain('You have `Total Revenue`: names must agree in case and spaces.');
    expect(told(want, table('id BIGINT, `sum(revenue)` DOUBLE', [[1, 2]]))).toMatchObject({ cause: 'names' });
    expect(told(want, table('id BIGINT', [[1]]))).toMatchObject({ cause: 'columns', sentence: 'The column `total_revenue` is missing.' });
  });
  it('that are too many are named, and rows still compared', () => {
    expect(told(want, table('id BIGINT, total_revenue DOUBLE, place INT', [[1, 2, 1]]))).toMatchObject({
      cause: 'extra_columns',
      sentence: 'Right rows, but the column `place` should not be in the result.',
    });
    const wrong = compare({ table: want }, table('id BIGINT, total_revenue DOUBLE, place INT', [[5, 2, 1]]), KEYED);
    expect(wrong).toMatchObject({ cause: 'columns' });
    expect(wrong.diff?.rows?.missing.rows).toEqual([['1', '2.0']]);
  });
});

describe('types', () => {
  it('of one family pass with a note in practice, and must be exact in strict', () => {
    const want = table('id BIGINT, v DECIMAL(10,2)', [[1, '1.50']]);
    const near = table('id INT, v DECIMAL(12,3)', [[1, '1.500']]);
    expect(told(want, near)).toMatchObject({ equal: true, notes: ['`id` is int; the reference gives bigint.', '`v` is decimal(12,3); the reference gives decimal(10,2).'] });
    expect(told(want, near, { ...KEYED, types: 'strict' })).toMatchObject({ cause: 'types' });
  });
  it('of another family fail, and the values are still compared', () => {
    const want = table('id BIGINT, v DOUBLE', [[1, 3]]);
    expect(told(want, table('id BIGINT, v BIGINT', [[1, 3]]))).toMatchObject({ cause: 'types', sentence: 'Right values, wrong type: `v` is bigint, it should be double.' });
    expect(told(want, table('id BIGINT, v STRING', [[1, '3.0']]))).toMatchObject({ cause: 'types' });
    expect(told(want, table('id BIGINT, v STRING', [[1, '4.0']])).sentence).toContain('and rows differ');
  });
  it('are exact inside nested ones in strict', () => {
    const want = table('id BIGINT, v ARRAY<BIGINT>', [[1, [1]]]);
    expect(told(want, table('id BIGINT, v ARRAY<INT>', [[1, [1]]]))).toMatchObject({ equal: true });
    expect(told(want, table('id BIGINT, v ARRAY<INT>', [[1, [1]]]), { ...KEYED, types: 'strict' })).toMatchObject({ cause: 'types' });
  });
});

describe('numbers', () => {
  const one = (v: WireValue, spec: ComparisonSpec = KEYED) => (got: WireValue) => told(table('id BIGINT, v DOUBLE', [[1, v]]), table('id BIGINT, v DOUBLE', [[1, got]]), spec);

  it('agree within 1e-9, or as set for the column', () => {
    expect(one(1_000_000)(1_000_000.0000001)).toMatchObject({ equal: true });
    expect(one(1_000_000)(1_000_005)).toMatchObject({ equal: false, cause: 'tolerance' });
    expect(one(1, { ...KEYED, tolerance: { v: { relative: 0, absolute: 0.1 } } })(1.05)).toMatchObject({ equal: true });
  });
  it('NaN equals only NaN, infinities are exact, zeros are one, null only null', () => {
    expect(one('NaN')('NaN')).toMatchObject({ equal: true });
    expect(one('NaN')(5)).toMatchObject({ equal: false });
    expect(one(5)('NaN')).toMatchObject({ equal: false });
    expect(one('Infinity')('Infinity')).toMatchObject({ equal: true });
    expect(one('Infinity')('-Infinity')).toMatchObject({ equal: false });
    expect(one('Infinity')(1e308)).toMatchObject({ equal: false });
    expect(one('-0.0')(0)).toMatchObject({ equal: true });
    expect(one(null)(null)).toMatchObject({ equal: true });
    expect(one(null)(0)).toMatchObject({ equal: false, cause: 'nulls' });
    expect(one(null)('NaN')).toMatchObject({ equal: false });
  });
  it('beyond 2^53 and decimals are exact', () => {
    expect(told(table('id BIGINT', [['9007199254740993']]), table('id BIGINT', [['9007199254740992']]))).toMatchObject({ equal: false });
    expect(told(table('id BIGINT, v DECIMAL(30,10)', [[1, '12345678901234567890.1234567890']]), table('id BIGINT, v DECIMAL(30,10)', [[1, '12345678901234567890.1234567891']]))).toMatchObject({ equal: false });
  });
  it('float columns have the tolerance of single precision', () => {
    expect(told(table('id BIGINT, v FLOAT', [[1, 0.1]]), table('id BIGINT, v DOUBLE', [[1, 0.1]]))).toMatchObject({ equal: true });
  });
  it('are matched one to one where several rows are near', () => {
    const spec: ComparisonSpec = { key: [], tolerance: { v: { relative: 0, absolute: 1 } } };
    const want = table('v DOUBLE', [[1], [2], [3]]);
    expect(told(want, table('v DOUBLE', [[1.9], [2.9], [3.9]]), spec)).toMatchObject({ equal: true });
    expect(told(want, table('v DOUBLE', [[2], [2], [2]]), spec)).toMatchObject({ equal: true });
    expect(told(want, table('v DOUBLE', [[1], [1], [1]]), spec)).toMatchObject({ equal: false });
  });
});

describe('nested values', () => {
  it('arrays in order, unless they are sets', () => {
    const want = table('id BIGINT, v ARRAY<INT>', [[1, [1, 2, 3]]]);
    const other = table('id BIGINT, v ARRAY<INT>', [[1, [3, 1, 2]]]);
    expect(told(want, other)).toMatchObject({ equal: false });
    expect(told(want, other, { ...KEYED, sets: ['v'] })).toMatchObject({ equal: true });
  });
  it('maps by key, structs by field, floats inside with tolerance', () => {
    const map = (pairs: WireValue) => table('id BIGINT, v MAP<STRING, DOUBLE>', [[1, pairs]]);
    expect(told(map([['a', 1], ['b', 2]]), map([['b', 2 + 1e-12], ['a', 1]]))).toMatchObject({ equal: true });
    expect(told(map([['a', 1], ['b', 2]]), map([['a', 2], ['b', 1]]))).toMatchObject({ equal: false });
    const struct = (x: WireValue) => table('id BIGINT, v STRUCT<a: INT, b: STRING>', [[1, x]]);
    expect(told(struct([1, 'x']), struct([1, 'x']))).toMatchObject({ equal: true });
    expect(told(struct([1, null]), struct(null))).toMatchObject({ equal: false });
  });
});

describe('the ladder', () => {
  const at = (ddl: string, a: WireValue[], b: WireValue[]) => told(table(ddl, a.map((v, i) => [i, v])), table(ddl, b.map((v, i) => [i, v])));

  it('finds the one rule that an answer breaks', () => {
    expect(at('id BIGINT, v STRING', ['Ada', 'Bob'], ['ada ', 'BOB'])).toMatchObject({ cause: 'strings' });
    expect(at('id BIGINT, v STRING', [null, 'x'], ['', 'x'])).toMatchObject({ cause: 'nulls' });
    expect(at('id BIGINT, v BIGINT', [1, 2, 3], [2, 3, 4])).toMatchObject({ cause: 'off_by_one' });
    expect(at('id BIGINT, v BIGINT', [1, 2, 3], [2, 3, 5])).toMatchObject({ cause: 'changed_cells' });
    expect(at('id BIGINT, v TIMESTAMP', ['3600000000', '7200000000'], ['0', '3600000000'])).toMatchObject({ cause: 'shift' });
    expect(at('id BIGINT, v DOUBLE', [1.2345, 9.8765], [1.23, 9.88])).toMatchObject({ cause: 'tolerance' });
  });
});

describe('open choices', () => {
  const order = [{ column: 'v', ascending: false }] as const;
  const pool = toCommonTable(table('id BIGINT, v DOUBLE', [[1, 9], [2, 5], [3, 5], [4, 5], [5, 1]]));
  const top = (rows: readonly (readonly WireValue[])[]) =>
    compare({ table: table('id BIGINT, v DOUBLE', [[1, 9], [2, 5], [3, 5]]), choose: (answer) => chooseAtLimit(pool, order, 3, answer) }, table('id BIGINT, v DOUBLE', rows), { key: ['id'], order });

  it('at a limit: any of the tied rows, each once, and never too many', () => {
    expect(top([[1, 9], [4, 5], [2, 5]]).equal).toBe(true);
    expect(top([[1, 9], [3, 5], [4, 5]]).equal).toBe(true);
    expect(top([[1, 9], [4, 5], [4, 5]]).equal).toBe(false);
    expect(top([[1, 9], [2, 5]]).equal).toBe(false);
    expect(top([[1, 9], [2, 5], [3, 5], [4, 5]]).equal).toBe(false);
    expect(top([[2, 5], [3, 5], [4, 5]]).equal).toBe(false);
    expect(top([[1, 9], [2, 5], [5, 1]]).equal).toBe(false);
  });

  const tied = toCommonTable(table('id BIGINT, v STRING', [[1, 'a'], [1, 'b'], [2, 'c'], [null, 'd'], [null, 'e']]));
  const one = (rows: readonly (readonly WireValue[])[]) =>
    compare({ table: table('id BIGINT, v STRING', [[1, 'a'], [2, 'c'], [null, 'd']]), choose: (answer) => chooseOnePerKey(tied, ['id'], answer) }, table('id BIGINT, v STRING', rows), KEYED);

  it('of each key: any one of its candidates', () => {
    expect(one([[null, 'e'], [1, 'b'], [2, 'c']]).equal).toBe(true);
    expect(one([[null, 'e'], [1, 'a'], [1, 'b'], [2, 'c']]).equal).toBe(false);
    expect(one([[1, 'a'], [2, 'c']])).toMatchObject({ cause: 'missing_rows' });
    expect(one([[null, 'd'], [1, 'x'], [2, 'c']])).toMatchObject({ cause: 'changed_cells' });
  });
});
