/** Are the answer's rows in the order that the challenge asks for? Ties are free, floats tie within their tolerance. */
import { compareValues } from '../../engine/index.ts';
import type { DataType, Value } from '../../engine/index.ts';
import { equalCells } from './cells.ts';
import { DEFAULT_TOLERANCE } from './spec.ts';
import type { NumberTolerance, OrderKey } from './spec.ts';
import { cellAt, columnIndex } from './table.ts';
import type { ResultTable } from './table.ts';

/** Negative, zero or positive by one sort key. */
export function compareByKey(type: DataType, key: OrderKey, a: Value, b: Value, tolerance: NumberTolerance): number {
  if (a === null || b === null) {
    if (a === b) return 0;
    const nullsFirst = (key.nulls ?? (key.ascending ? 'first' : 'last')) === 'first';
    return (a === null) === nullsFirst ? -1 : 1;
  }
  if (equalCells(type, a, b, tolerance)) return 0;
  const d = compareValues(type, a, b);
  return key.ascending ? d : -d;
}

/** Order of two rows of tables with the same columns. */
export function rowOrder(keys: readonly OrderKey[], tolerance: (column: string) => NumberTolerance = () => DEFAULT_TOLERANCE) {
  return (a: ResultTable, i: number, b: ResultTable, j: number): number => {
    for (const key of keys) {
      const column = columnIndex(a, key.column);
      const type = a.schema.fields[column]?.type;
      if (type === undefined) continue;
      const d = compareByKey(type, key, cellAt(a, column, i), cellAt(b, column, j), tolerance(key.column));
      if (d !== 0) return d;
    }
    return 0;
  };
}

/** The first row that should stand above the one before it; null if all are in order. */
export function firstOutOfOrder(table: ResultTable, keys: readonly OrderKey[], tolerance: (column: string) => NumberTolerance): number | null {
  const compare = rowOrder(keys, tolerance);
  for (let i = 1; i < table.numRows; i++) if (compare(table, i - 1, table, i) > 0) return i;
  return null;
}

export function orderText(keys: readonly OrderKey[]): string {
  return keys.map((k) => `\`${k.column}\` ${k.ascending ? 'ascending' : 'descending'}`).join(', then ');
}
