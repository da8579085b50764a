/** The tables of engine/optimize/testing/queries.ts, for real Spark too. */
import { DateType, DoubleType, IntegerType, LongType, StringType } from '../../../engine/index.ts';
import type { DataType } from '../../../engine/index.ts';
import { TABLES } from '../../../engine/optimize/testing/queries.ts';
import type { Table } from '../program.ts';

const TYPES: Readonly<Record<string, DataType>> = { INT: IntegerType, BIGINT: LongType, DOUBLE: DoubleType, STRING: StringType, DATE: DateType };
const EPOCH = 'datetime.date(1970, 1, 1)';

function cell(type: DataType, value: number | string | boolean | null): string {
  if (value === null) return 'None';
  if (type.kind === 'date') return `${EPOCH} + datetime.timedelta(days=${value})`;
  if (type.kind === 'string') return JSON.stringify(value);
  if (type.kind === 'double') return typeof value === 'number' ? value.toFixed(2) : `float(${JSON.stringify(value)})`;
  return String(value);
}

export function queryTables(): Table[] {
  // Decimals are the random tables' business.
  return TABLES.filter((t) => !t.schema.includes('DECIMAL')).map((t) => {
    const columns = t.schema.split(', ').map((part) => {
      const [name, type] = part.split(' ') as [string, string];
      return { name, type: TYPES[type] as DataType, nullable: true };
    });
    return { name: t.name, columns, rows: t.rows.map((row) => row.map((v, i) => cell((columns[i] as { type: DataType }).type, v))) };
  });
}
