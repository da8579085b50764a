/** Columns of CSV files: names from the header or `_c0`, types from the cells if asked for (`CSVInferSchema`). */
import { csvFormat, inferCell, splitLine } from '../../functions/csv/index.ts';
import type { Options } from '../../functions/json/index.ts';
import { decimalType, decimalTypeOf, DoubleType, NullType, parseDecimal, StringType, tightestCommonType, timestampsAreLocal } from '../../types/index.ts';
import type { DataType, DecimalType, StructType } from '../../types/index.ts';
import { isLegacy } from '../../functions/legacy-datetime/index.ts';
import { datetimeReader } from '../../functions/text-format.ts';
import type { DatetimeReader } from '../../functions/text-format.ts';
import type { ReadContext } from '../context.ts';
import type { VirtualFile } from '../files/file-system.ts';
import { recordsOf } from './records.ts';
import { textOf } from '../text/content.ts';

/** Digits that a decimal needs to hold every INT or BIGINT. */
const INTEGRAL_DIGITS: Readonly<Record<string, number>> = { integer: 10, long: 20 };
const MAX_DIGITS = 38;

/** Patterns of dates that are understood as timestamps without one. */
const PLAIN_DATES: readonly string[] = ['yyyy-MM-dd', 'yyyy-M-d', 'yyyy-M-dd', 'yyyy-MM-d', 'yyyy-MM', 'yyyy-M', 'yyyy'];

/** The options with the patterns of timestamps. */
const TIMESTAMP_FORMATS: Readonly<Record<string, string>> = { timestamp: 'timestampFormat', timestamp_ntz: 'timestampNTZFormat' };

/** Whether dates can be read as timestamps of the same column. */
function datesAreTimestamps(options: Options, format: string): boolean {
  const dates = options.get('dateFormat');
  return options.get(format) === undefined && (dates === undefined || PLAIN_DATES.includes(dates));
}

/** The type for cells of both; STRING where nothing else holds both. */
export function mergedType(a: DataType, b: DataType, options: Options): DataType {
  if (a.kind === 'null') return b;
  if (b.kind === 'null') return a;
  if (a.kind === 'string' || b.kind === 'string') return StringType;
  const format = a.kind === 'date' ? TIMESTAMP_FORMATS[b.kind] : b.kind === 'date' ? TIMESTAMP_FORMATS[a.kind] : undefined;
  if (format !== undefined && !datesAreTimestamps(options, format)) return StringType;
  if (a.kind === 'decimal' || b.kind === 'decimal') return mergedDecimal(a, b);
  return tightestCommonType(a, b) ?? StringType;
}

function asDecimal(t: DataType): DecimalType | undefined {
  if (t.kind === 'decimal') return t;
  const digits = INTEGRAL_DIGITS[t.kind];
  return digits === undefined ? undefined : decimalType(digits, 0);
}

function mergedDecimal(a: DataType, b: DataType): DataType {
  if (a.kind === 'double' || b.kind === 'double') return DoubleType;
  const [x, y] = [asDecimal(a), asDecimal(b)];
  if (x === undefined || y === undefined) return StringType;
  const scale = Math.max(x.scale, y.scale);
  const range = Math.max(x.precision - x.scale, y.precision - y.scale);
  return range + scale > MAX_DIGITS ? DoubleType : decimalType(range + scale, scale);
}

/** Names of a header; empty ones become `_c<i>`, repeated ones get their position. */
export function headerNames(cells: readonly (string | null)[], caseSensitive: boolean, nullValue: string): string[] {
  const key = (x: string): string => (caseSensitive ? x : x.toLowerCase());
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== null) counts.set(key(cell), (counts.get(key(cell)) ?? 0) + 1);
  return cells.map((cell, i) => {
    if (cell === null || cell === '' || cell === nullValue) return `_c${i}`;
    return (counts.get(key(cell)) ?? 0) > 1 ? `${cell}${i}` : cell;
  });
}

export function csvPatterns(options: Options): { date?: string | undefined; timestamp?: string | undefined; timestampNtz?: string | undefined } {
  return { date: options.get('dateFormat'), timestamp: options.get('timestampFormat'), timestampNtz: options.get('timestampNTZFormat') };
}

interface Inference {
  readonly options: Options;
  readonly datetime: DatetimeReader;
  /** TIMESTAMP is one without zone. */
  readonly isLocal: boolean;
}

/** The type of a cell; below a decimal whole numbers count as decimals of their digits. */
function cellType(text: string | null, known: DataType, { options, datetime, isLocal }: Inference): DataType {
  const type = inferCell(text, options, datetime, isLocal);
  if (known.kind !== 'decimal' || text === null || INTEGRAL_DIGITS[type.kind] === undefined) return type;
  return decimalTypeOf(parseDecimal(text) as NonNullable<ReturnType<typeof parseDecimal>>);
}

/** The schema of some files; undefined if there is no line in them. */
export function inferCsvSchema(files: readonly VirtualFile[], options: Options, context: ReadContext): StructType | undefined {
  const format = csvFormat(options);
  const multiLine = options.flag('multiLine', false);
  const header = options.flag('header', false);
  const perFile = files.map((f) => recordsOf(textOf(f, 'csv'), format, multiLine, options.get('lineSep')));
  const first = perFile.find((lines) => lines.length > 0)?.[0];
  if (first === undefined) return undefined;
  const firstCells = splitLine(first, format).map((c) => c.text);
  const caseSensitive = context.conf('spark.sql.caseSensitive') === 'true';
  const names = header ? headerNames(firstCells, caseSensitive, format.nullValue) : firstCells.map((_, i) => `_c${i}`);
  const types: DataType[] = names.map(() => (options.flag('inferSchema', false) ? NullType : StringType));
  if (options.flag('inferSchema', false)) {
    const datetime = datetimeReader(csvPatterns(options), options.get('timeZone') ?? context.sessionTimeZone, context.now, isLegacy(context.conf) ? 'none' : undefined);
    const inference: Inference = { options, datetime, isLocal: timestampsAreLocal(context.conf) };
    for (const lines of perFile) {
      for (const line of header ? lines.slice(1) : lines) {
        const cells = splitLine(line, format);
        for (let i = 0; i < types.length; i++) {
          const known = types[i] as DataType;
          if (known.kind !== 'string') types[i] = mergedType(known, cellType(cells[i]?.text ?? null, known, inference), options);
        }
      }
    }
  }
  return { kind: 'struct', fields: names.map((name, i) => ({ name, type: types[i]?.kind === 'null' ? StringType : (types[i] as DataType), nullable: true })) };
}
