/** Types of cells of CSV (Spark's `CSVInferSchema`). */
import { BooleanType, DateType, decimalTypeOf, DoubleType, IntegerType, LongType, NullType, parseDecimal, parseJavaDouble, sqlTypeName, StringType, TimestampNTZType, timestampsAreLocal, TimestampType } from '../../types/index.ts';
import type { DataType, StructType } from '../../types/index.ts';
import type { CallContext } from '../define.ts';
import type { Options } from '../json/options.ts';
import { isLegacy } from '../legacy-datetime/index.ts';
import { datetimeReader } from '../text-format.ts';
import type { DatetimeReader } from '../text-format.ts';
import { csvFormat, splitLine } from './lines.ts';

const MAX_DIGITS = 38;
/** What the pattern yyyy-MM-dd reads, which knows less than a cast. */
const WHOLE_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What no number is looked into for a moment, unless by a pattern. */
const LIKE_A_TIME = /\d{4}-\d|\d:\d/;

/** `isLocal`: TIMESTAMP is one without zone; a text that names one is of a moment nevertheless. */
export function timestampType(text: string, options: Options, datetime: DatetimeReader, isLocal: boolean): DataType | undefined {
  const looksSo = LIKE_A_TIME.test(text);
  if (isLocal && (looksSo || options.get('timestampNTZFormat') !== undefined) && datetime.timestampNtz(text) !== null) return TimestampNTZType;
  if (datetime.timestamp(text) !== null && (datetime.old || options.get('timestampFormat') !== undefined || looksSo)) return TimestampType;
  return undefined;
}

/** The narrowest type that holds a cell: INT, BIGINT, DECIMAL, DOUBLE, DATE, TIMESTAMP (see `timestampType`), BOOLEAN, STRING. */
export function inferCell(text: string | null, options: Options, datetime: DatetimeReader, isLocal: boolean): DataType {
  if (text === null || text === (options.get('nullValue') ?? '')) return NullType;
  if (/^[+-]?\d+$/.test(text)) {
    const x = BigInt(text.replace('+', ''));
    if (BigInt.asIntN(32, x) === x) return IntegerType;
    if (BigInt.asIntN(64, x) === x) return LongType;
    const type = decimalTypeOf(parseDecimal(text) as NonNullable<ReturnType<typeof parseDecimal>>);
    return type.precision <= MAX_DIGITS ? type : DoubleType;
  }
  if (/^[+-]?\d+\.$/.test(text)) {
    const type = decimalTypeOf(parseDecimal(text.slice(0, -1)) as NonNullable<ReturnType<typeof parseDecimal>>);
    if (type.precision <= MAX_DIGITS) return type;
  }
  const named = [options.get('nanValue') ?? 'NaN', options.get('positiveInf') ?? 'Inf', options.get('negativeInf') ?? '-Inf'];
  if (named.includes(text) || parseJavaDouble(text) !== null) return DoubleType;
  if (!datetime.old && options.flag('preferDate', true) && datetime.date(text) !== null && (options.get('dateFormat') !== undefined || WHOLE_DATE.test(text))) return DateType;
  const timestamp = timestampType(text, options, datetime, isLocal);
  if (timestamp !== undefined) return timestamp;
  return /^(true|false)$/i.test(text) ? BooleanType : StringType;
}

/** The DDL of a struct that holds a line. */
export function inferLine(line: string, options: Options, timeZone: string, conf: CallContext['conf']): string {
  const datetime = datetimeReader(
    { date: options.get('dateFormat'), timestamp: options.get('timestampFormat'), timestampNtz: options.get('timestampNTZFormat') },
    timeZone,
    () => 0,
    isLegacy(conf) ? 'none' : undefined,
  );
  const isLocal = timestampsAreLocal(conf);
  const type: StructType = {
    kind: 'struct',
    fields: splitLine(line, csvFormat(options)).map((cell, i) => {
      const inferred = inferCell(cell.text, options, datetime, isLocal);
      return { name: `_c${i}`, type: inferred.kind === 'null' ? StringType : inferred, nullable: true };
    }),
  };
  return sqlTypeName(type);
}
