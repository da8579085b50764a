/** Values seen through one relaxation: both tables go through it, and are then compared as always. */
import { DoubleType, StringType, structType } from '../../engine/index.ts';
import type { DataType, Value } from '../../engine/index.ts';
import { rowText } from './match.ts';
import type { NumberTolerance, Relaxation } from './spec.ts';
import { rowNumbers, takeRows } from './table.ts';
import type { ResultTable } from './table.ts';
import { isNumeric } from './types.ts';

/** About two decimals: what rounding does to prices and averages. */
export const ROUNDED_TOLERANCE: NumberTolerance = { relative: 1e-2, absolute: 1e-2 };
const MICROS_PER_QUARTER = 900_000_000n;
/** Time zones lie within this much of UTC. */
const MAX_ZONE_QUARTERS = 14n * 4n;

type Columns = readonly (readonly Value[])[];

function mapColumns(table: ResultTable, f: (type: DataType, value: Value) => Value, types?: readonly DataType[]): ResultTable {
  const columns: Columns = table.columns.map((c, j) => c.map((v) => f(table.schema.fields[j]?.type as DataType, v)));
  const fields = table.schema.fields.map((field, j) => ({ ...field, type: types?.[j] ?? field.type }));
  return { schema: structType(fields), numRows: table.numRows, columns };
}

/** Null as the value that people put in its place. */
function nullAsBlank(type: DataType, value: Value): Value {
  if (value !== null) return value;
  if (type.kind === 'long') return 0n;
  if (type.kind === 'string') return '';
  if (type.kind === 'boolean') return false;
  return isNumeric(type) && type.kind !== 'decimal' ? 0 : null;
}

function plainText(type: DataType, value: Value): Value {
  return type.kind === 'string' && typeof value === 'string' ? value.trim().toLowerCase().replaceAll(/\s+/g, ' ') : value;
}

function distinctRows(table: ResultTable): ResultTable {
  const types = table.schema.fields.map((f) => f.type);
  const all = types.map((_, j) => j);
  const seen = new Set<string>();
  const kept = rowNumbers(table.numRows).filter((i) => {
    const text = rowText(table, types, all, i);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
  return takeRows(table, kept);
}

function smallest(column: readonly Value[]): bigint | null {
  let least: bigint | null = null;
  for (const v of column) if (typeof v === 'bigint' && (least === null || v < least)) least = v;
  return least;
}

/** Moves each timestamp column by whole quarters of an hour, if its earliest value tells such a shift. */
function shiftTimes(expected: ResultTable, actual: ResultTable): ResultTable {
  const columns = actual.columns.map((c, j) => {
    const kind = actual.schema.fields[j]?.type.kind;
    if (kind !== 'timestamp' && kind !== 'timestamp_ntz') return c;
    const want = smallest(expected.columns[j] ?? []);
    const got = smallest(c);
    if (want === null || got === null) return c;
    const by = want - got;
    const quarters = (by < 0n ? -by : by) / MICROS_PER_QUARTER;
    if (by % MICROS_PER_QUARTER !== 0n || quarters > MAX_ZONE_QUARTERS) return c;
    return c.map((v) => (typeof v === 'bigint' ? v + by : v));
  });
  return { ...actual, columns };
}

/** Adds or takes one from each whole-number column whose sum tells that all its values are off by one. */
function shiftByOne(expected: ResultTable, actual: ResultTable): ResultTable {
  if (expected.numRows !== actual.numRows || expected.numRows === 0) return actual;
  const total = (column: readonly Value[]): bigint => column.reduce<bigint>((sum, v) => (typeof v === 'bigint' ? sum + v : sum), 0n);
  const columns = actual.columns.map((c, j) => {
    if (actual.schema.fields[j]?.type.kind !== 'long') return c;
    const present = BigInt(c.filter((v) => v !== null).length);
    const by = total(expected.columns[j] ?? []) - total(c);
    if (present === 0n || (by !== present && by !== -present)) return c;
    return c.map((v) => (typeof v === 'bigint' ? v + by / present : v));
  });
  return { ...actual, columns };
}

/** Both tables as the relaxation sees them. The tables are in common form with the same columns. */
export function relaxTables(relaxation: Relaxation, expected: ResultTable, actual: ResultTable): readonly [ResultTable, ResultTable] {
  switch (relaxation) {
    case 'duplicates':
      return [distinctRows(expected), distinctRows(actual)];
    case 'nulls':
      return [mapColumns(expected, nullAsBlank), mapColumns(actual, nullAsBlank)];
    case 'strings':
      return [mapColumns(expected, plainText), mapColumns(actual, plainText)];
    case 'shift':
      return [expected, shiftTimes(expected, actual)];
    case 'off_by_one':
      return [expected, shiftByOne(expected, actual)];
    default:
      return [expected, actual];
  }
}

export const FORGIVEN_NUMBER = DoubleType;
export const FORGIVEN_TEXT = StringType;
