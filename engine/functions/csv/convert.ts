/** Cells of CSV to values by a schema, as Spark's `UnivocityParser` converts them. */
import { unsupported, SparkError } from '../../core/index.ts';
import {
  castValue,
  parseCalendarInterval,
  parseDayTimeInterval,
  parseDecimal,
  parseJavaDouble,
  parseYearMonthInterval,
  sqlTypeName,
  StringType,
  StructValue,
  toPrecision,
  utf8Bytes,
} from '../../types/index.ts';
import type { DataType, StructType, Value } from '../../types/index.ts';
import type { Options } from '../json/options.ts';
import type { DatetimeReader } from '../text-format.ts';
import { csvFormat, splitLine } from './lines.ts';
import type { Cell, CsvFormat } from './lines.ts';

/** The cell does not stand for a value of its type. */
class BadCell extends Error {}
const BAD = new BadCell('the cell does not fit its type');

function refuse(): never {
  throw BAD;
}

type Convert = (text: string) => Value;

/** UNSUPPORTED_DATATYPE for types that no cell holds. */
function unsupportedType(type: DataType): SparkError {
  return new SparkError({
    errorClass: 'UnsupportedOperationException',
    condition: 'UNSUPPORTED_DATATYPE',
    sqlState: '0A000',
    parameters: { typeName: `"${sqlTypeName(type)}"` },
    sentence: `A cell of CSV cannot hold ${sqlTypeName(type)}.`,
  });
}

function integral(type: DataType): Convert {
  return (text) => {
    if (/^[\s]|[\s]$/.test(text)) return refuse();
    return castValue(text, StringType, type, 'try', { timeZone: 'UTC' }) ?? refuse();
  };
}

function floating(type: DataType, options: Options): Convert {
  const named = new Map<string, number>([
    [options.get('nanValue') ?? 'NaN', Number.NaN],
    [options.get('positiveInf') ?? 'Inf', Number.POSITIVE_INFINITY],
    [options.get('negativeInf') ?? '-Inf', Number.NEGATIVE_INFINITY],
  ]);
  const round = type.kind === 'float' ? Math.fround : (x: number): number => x;
  return (text) => named.get(text) ?? round(parseJavaDouble(text) ?? refuse());
}

function booleanOf(text: string): boolean {
  const lower = text.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : refuse();
}

function conversion(type: DataType, options: Options, datetime: DatetimeReader): Convert {
  switch (type.kind) {
    case 'boolean':
      return booleanOf;
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
      return integral(type);
    case 'float':
    case 'double':
      return floating(type, options);
    case 'decimal':
      return (text) => {
        const parsed = parseDecimal(text.replaceAll(',', ''));
        return (parsed === null ? null : toPrecision(parsed, type.precision, type.scale)) ?? refuse();
      };
    case 'string':
      return (text) => text;
    case 'binary':
      return utf8Bytes;
    case 'date':
      return (text) => datetime.date(text) ?? refuse();
    case 'timestamp':
      return (text) => datetime.timestamp(text) ?? refuse();
    case 'timestamp_ntz':
      return (text) => datetime.timestampNtz(text) ?? refuse();
    case 'calendar_interval':
      return (text) => parseCalendarInterval(text) ?? refuse();
    case 'daytime_interval':
      return (text) => parseDayTimeInterval(text, type) ?? refuse();
    case 'yearmonth_interval':
      return (text) => parseYearMonthInterval(text, type) ?? refuse();
    case 'variant':
      throw unsupported('VARIANT in CSV');
    default:
      throw unsupportedType(type);
  }
}

export interface CsvRecord {
  readonly value: StructValue;
  /** False if a cell did not fit, or there were too few or too many. */
  readonly good: boolean;
}

/** Which fields of a line are wanted, by place; with `only` no more of the line is looked at. */
export interface CsvPlaces {
  readonly places: readonly number[];
  readonly only: boolean;
}

/** A function from lines to structs of the type (without a corrupt column), or of the fields wanted; what does not fit is NULL. */
export function csvReader(type: StructType, options: Options, datetime: DatetimeReader, wanted?: CsvPlaces): (line: string) => CsvRecord {
  const format: CsvFormat = csvFormat(options);
  const places = wanted?.places ?? type.fields.map((_, i) => i);
  const converters = places.map((i) => conversion((type.fields[i] as StructType['fields'][number]).type, options, datetime));
  return (line) => {
    const cells: readonly (Cell | undefined)[] = splitLine(line, format);
    // Without columns no line is looked at.
    let good = wanted?.only === true || type.fields.length === 0 || cells.length === type.fields.length;
    const values = converters.map((convert, i) => {
      const cell = cells[places[i] as number];
      const text = cell === undefined ? null : cell.quoted && cell.text === '' ? format.emptyValue : cell.text;
      if (text === null || text === format.nullValue) return null;
      try {
        return convert(text);
      } catch (e) {
        if (!(e instanceof BadCell)) throw e;
        good = false;
        return null;
      }
    });
    return { value: new StructValue(values), good };
  };
}
