/** Tables as the comparator sees them: a schema and columns of values. */
import { decodeWire, parseDataType, parseSchema, structType, toValues, typeFromJson } from '../../engine/index.ts';
import type { Batch, DataType, StructType, TableJson, TypeJson, Value } from '../../engine/index.ts';

export interface ResultTable {
  readonly schema: StructType;
  readonly numRows: number;
  /** `columns[j][i]`: value of row i in field j. */
  readonly columns: readonly (readonly Value[])[];
}

export function tableFromBatch(schema: StructType, batch: Batch): ResultTable {
  return { schema, numRows: batch.length, columns: batch.columns.map(toValues) };
}

/** A DataType from its JSON form or DDL. */
export function typeOf(json: TypeJson): DataType {
  return typeof json === 'string' && !/^[a-z_]+(\(.*\))?$/i.test(json.trim()) ? parseSchema(json) : typeOfJson(json);
}

function typeOfJson(json: TypeJson): DataType {
  if (typeof json !== 'string') return typeFromJson(json);
  try {
    return typeFromJson(json);
  } catch {
    return parseDataType(json);
  }
}

/** A table of wire values. Throws where a value does not fit its type or columns differ in length. */
export function tableFromJson(json: TableJson): ResultTable {
  const schema = typeOf(json.schema);
  if (schema.kind !== 'struct') throw new TypeError(`a table's schema must be a struct, not ${schema.kind}`);
  if (json.columns.length !== schema.fields.length) {
    throw new TypeError(`${json.columns.length} columns for ${schema.fields.length} fields`);
  }
  const columns = schema.fields.map((f, j) => {
    const wire = json.columns[j] ?? [];
    if (wire.length !== json.numRows) throw new TypeError(`a column of ${wire.length} values in a table of ${json.numRows} rows`);
    return wire.map((w) => decodeWire(f.type, w));
  });
  return { schema, numRows: json.numRows, columns };
}

export function columnIndex(table: ResultTable, name: string): number {
  return table.schema.fields.findIndex((f) => f.name === name);
}

export function cellAt(table: ResultTable, column: number, row: number): Value {
  return table.columns[column]?.[row] ?? null;
}

/** The values of the named columns in one row; an unknown column reads as null. */
export function cellsAt(table: ResultTable, columns: readonly number[], row: number): Value[] {
  return columns.map((j) => cellAt(table, j, row));
}

/** The given rows, in the given order. */
export function takeRows(table: ResultTable, rows: readonly number[]): ResultTable {
  return { schema: table.schema, numRows: rows.length, columns: table.columns.map((c) => rows.map((i) => c[i] ?? null)) };
}

/** The given columns, in the given order. */
export function takeColumns(table: ResultTable, columns: readonly number[]): ResultTable {
  const fields = columns.flatMap((j) => table.schema.fields[j] ?? []);
  return { schema: structType(fields), numRows: table.numRows, columns: columns.map((j) => table.columns[j] ?? []) };
}

export function concatTables(a: ResultTable, b: ResultTable): ResultTable {
  return { schema: a.schema, numRows: a.numRows + b.numRows, columns: a.columns.map((c, j) => [...c, ...(b.columns[j] ?? [])]) };
}

export function rowNumbers(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
