import { describe, expect, it } from 'vitest';
import { typeToJson } from '../../engine/index.ts';
import { compare, tableFromJson } from '../../grading/index.ts';
import type { ResultTable } from '../../grading/index.ts';
import { chooseTiedOrder } from './tied-order.ts';

type Row = readonly [day: number, price: number | null, average: number | null];

function table(rows: readonly Row[]): ResultTable {
  const field = (name: string, type: 'date' | 'double') => ({ name, type: { kind: type }, nullable: true }) as const;
  const schema = { kind: 'struct', fields: [field('date', 'date'), field('price', 'double'), field('moving_avg', 'double')] } as const;
  return tableFromJson({ schema: typeToJson(schema) as Record<string, unknown>, numRows: rows.length, columns: [0, 1, 2].map((j) => rows.map((r) => r[j] ?? null)) });
}

function passes(reference: readonly Row[], answer: readonly Row[], window: number): boolean {
  const choose = (given: ResultTable, expected: ResultTable): ResultTable => chooseTiedOrder(expected, given, [], window);
  return compare({ table: table(reference), choose }, table(answer), { key: ['date', 'price'], order: [{ column: 'date', ascending: true }] }).equal;
}

describe('tied dates', () => {
  const reference: readonly Row[] = [[1, 10, 10], [2, 20, 15], [2, 26, 23], [3, 30, 28]];

  it('may stand in either order, if all averages follow from it', () => {
    expect(passes(reference, reference, 2)).toBe(true);
    expect(passes(reference, [[1, 10, 10], [2, 26, 18], [2, 20, 23], [3, 30, 25]], 2)).toBe(true);
  });
  it('mixed orders are wrong', () => {
    expect(passes(reference, [[1, 10, 10], [2, 26, 18], [2, 20, 23], [3, 30, 28]], 2)).toBe(false);
    expect(passes(reference, [[1, 10, 10], [2, 20, 15], [2, 26, 23], [3, 30, 25]], 2)).toBe(false);
  });
  it('with equal prices and nulls', () => {
    const rows: readonly Row[] = [[1, null, null], [1, 4, 4], [1, 4, 4], [2, null, 4], [3, null, null]];
    expect(passes(rows, rows, 2)).toBe(true);
    expect(passes(rows, [[1, 4, 4], [1, 4, 4], [1, null, 4], [2, null, null], [3, null, null]], 2)).toBe(true);
    expect(passes(rows, [[1, 4, 4], [1, null, 4], [1, 4, 4], [2, null, 4], [3, null, null]], 2)).toBe(true);
    expect(passes(rows, [[1, null, null], [1, 4, 4], [1, 4, 4], [2, null, null], [3, null, null]], 2)).toBe(false);
  });
});
