/** ANALYZE TABLE … FOR COLUMNS: the least and greatest value, how many there are, how long they are. */
import { cellReader, keyText } from '../../columnar/index.ts';
import { analysisError } from '../../core/index.ts';
import { patternFormatter } from '../../functions/datetime-pattern.ts';
import { castValue, compareValues, quotedSqlType, quoteIdentifier, StringType, timeZone, utf8Bytes, withoutLengths } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { quotedName } from '../catalog/errors.ts';
import { tableParts } from '../catalog/tables.ts';
import type { CatalogTable, ColumnStatistics } from '../catalog/tables.ts';
import type { RequestContext } from '../requests/context.ts';
import { readingOf } from './cache.ts';
import { columnNotFound } from './describe.ts';

const SIZES: Readonly<Partial<Record<DataType['kind'], number>>> = {
  boolean: 1, byte: 1, short: 2, integer: 4, long: 8, float: 4, double: 8, date: 4, timestamp: 8, timestamp_ntz: 8, decimal: 8, daytime_interval: 8, yearmonth_interval: 4,
};
/** Digits that a decimal of eight bytes holds. */
const SHORT_DECIMAL_DIGITS = 18;

function sizeOf(type: DataType): number | undefined {
  return type.kind === 'decimal' && type.precision > SHORT_DECIMAL_DIGITS ? 16 : SIZES[type.kind];
}

/** Raises COLUMN_NOT_FOUND and UNSUPPORTED_FEATURE.ANALYZE_UNSUPPORTED_COLUMN_TYPE. */
export function columnStatistics(context: RequestContext, table: CatalogTable, columns: readonly string[] | 'all'): Readonly<Record<string, ColumnStatistics>> {
  const { fields } = table.schema;
  const wanted = columns === 'all' ? fields : columns.map((name) => {
    const found = fields.find((f) => f.name.toLowerCase() === name.toLowerCase());
    if (found === undefined) throw columnNotFound(name);
    return found;
  });
  for (const f of wanted) {
    const type = withoutLengths(f.type);
    if (type.kind === 'string' || type.kind === 'binary' || sizeOf(type) !== undefined) continue;
    const parameters = { columnType: quotedSqlType(f.type), columnName: quoteIdentifier(f.name), tableName: quotedName(tableParts(table)) };
    throw analysisError('UNSUPPORTED_FEATURE.ANALYZE_UNSUPPORTED_COLUMN_TYPE', '0A000', parameters, `The values of ${f.name} are ${parameters.columnType}: they have no order that statistics could tell of.`);
  }
  const plan = context.analyzed(readingOf([table.database, table.name]));
  const { batch } = context.queries.run(plan);
  return Object.fromEntries(wanted.map((f) => {
    const at = plan.output.findIndex((a) => a.name === f.name);
    const read = cellReader(batch.columns[at] as (typeof batch.columns)[number]);
    const values = Array.from({ length: batch.length }, (_, i) => read(i));
    return [f.name, statisticsOf(context, withoutLengths(f.type), values)];
  }));
}

function statisticsOf(context: RequestContext, type: DataType, all: readonly Value[]): ColumnStatistics {
  const values = all.filter((v) => v !== null);
  const nullCount = all.length - values.length;
  const distinctCount = new Set(values.map((v) => keyText(type, v))).size;
  const size = sizeOf(type);
  if (size === undefined) {
    const lengths = values.map((v) => (typeof v === 'string' ? utf8Bytes(v).length : (v as Uint8Array).length));
    const sum = lengths.reduce((a, b) => a + b, 0);
    return { nullCount, distinctCount, averageLength: lengths.length === 0 ? 0 : Math.ceil(sum / lengths.length), longest: Math.max(0, ...lengths) };
  }
  const lengths = { averageLength: size, longest: size };
  if (values.length === 0) return { nullCount, distinctCount, ...lengths };
  const order = (a: Value, b: Value): number => compareValues(type, a, b);
  const least = values.reduce((a, b) => (order(b, a) < 0 ? b : a));
  const greatest = values.reduce((a, b) => (order(b, a) > 0 ? b : a));
  return { min: text(context, type, least), max: text(context, type, greatest), nullCount, distinctCount, ...lengths };
}

function text({ session }: RequestContext, type: DataType, value: Value): string {
  if (type.kind === 'timestamp') return patternFormatter('yyyy-MM-dd HH:mm:ss.SSSSSS Z', timeZone(session.timeZone)).formatTimestamp(BigInt(value as bigint | number));
  return String(castValue(value, type, StringType, 'ansi', { timeZone: session.timeZone }));
}
