/** JSON trees to values by a schema, as Spark's `JacksonParser` converts them. */
import {
  castValue,
  decodeBase64,
  LongType,
  MapValue,
  parseCalendarInterval,
  parseDayTimeInterval,
  parseDecimal,
  parseTime,
  parseYearMonthInterval,
  StructValue,
  TimestampType,
  toPrecision,
  truncateTime,
  VariantValue,
} from '../../types/index.ts';
import type { ArrayType, DataType, Decimal, DecimalType, MapType, StructType, Value } from '../../types/index.ts';
import type { DatetimeReader } from '../text-format.ts';
import type { Misread } from './options.ts';
import { JsonNumber, JsonObject } from './parse.ts';
import type { ExactTexts, JsonNode } from './parse.ts';
import { DuplicateName, variantOfJson } from './variant.ts';
import { textOf } from './write.ts';

/** The node does not stand for a value of the type. */
export class BadField extends Error {
  /** The first text that should be a floating-point number. */
  misread?: Misread | undefined;
}

/** A struct, array or map of which parts did not fit: those are null. */
export class PartialResult extends BadField {
  constructor(
    readonly value: Value,
    misread: Misread | undefined,
  ) {
    super('a part does not fit');
    this.misread = misread;
  }
}

export type Convert = (node: JsonNode) => Value;

export interface ConvertOptions {
  readonly datetime: DatetimeReader;
  readonly timeZone: string;
  /** Of files: a string column takes what is no string as it is written, spaces and all. */
  readonly exact?: ExactTexts;
}

function exactText(exact: ExactTexts): Convert {
  return (node) => (typeof node === 'object' && node !== null ? (exact.get(node) ?? (node instanceof JsonNumber ? node.text : textOf(node))) : textOf(node));
}

/** NaN and infinities as texts. */
const NAMED_DOUBLES: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  '+INF': Number.POSITIVE_INFINITY,
  '-INF': Number.NEGATIVE_INFINITY,
  Infinity: Number.POSITIVE_INFINITY,
  '+Infinity': Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

const BAD = new BadField('the value does not fit its type');

function refuse(): never {
  throw BAD;
}

/** Bytes may be given unsigned: 255 is -1. */
const INTEGER_RANGES: Readonly<Record<string, readonly [bigint, bigint]>> = {
  byte: [-128n, 255n],
  short: [-32_768n, 32_767n],
  integer: [-2_147_483_648n, 2_147_483_647n],
  long: [-(2n ** 63n), 2n ** 63n - 1n],
};

function integer(kind: string): Convert {
  const [low, high] = INTEGER_RANGES[kind] as readonly [bigint, bigint];
  return (node) => {
    if (!(node instanceof JsonNumber) || !node.integral) return refuse();
    const x = BigInt(node.text);
    if (x < low || x > high) return refuse();
    if (kind === 'long') return x;
    return kind === 'byte' ? Number(BigInt.asIntN(8, x)) : Number(x);
  };
}

function floating(round: (x: number) => number): Convert {
  return (node) => {
    if (node instanceof JsonNumber) return round(Number(node.text));
    const named = typeof node === 'string' ? NAMED_DOUBLES[node] : undefined;
    return named ?? refuse();
  };
}

function decimal(type: DecimalType): Convert {
  return (node) => {
    const text = node instanceof JsonNumber ? node.text : typeof node === 'string' ? node.replaceAll(',', '') : '';
    const parsed: Decimal | null = parseDecimal(text);
    return (parsed === null ? null : toPrecision(parsed, type.precision, type.scale)) ?? refuse();
  };
}

function interval(type: DataType): Convert {
  return (node) => {
    if (typeof node !== 'string') return refuse();
    if (type.kind === 'daytime_interval') return parseDayTimeInterval(node, type) ?? refuse();
    if (type.kind === 'yearmonth_interval') return parseYearMonthInterval(node, type) ?? refuse();
    return parseCalendarInterval(node) ?? refuse();
  };
}

function variant(node: JsonNode): Value {
  try {
    return new VariantValue(variantOfJson(node));
  } catch (error) {
    if (error instanceof DuplicateName) return refuse();
    throw error;
  }
}

function secondsToTimestamp(node: JsonNumber, timeZone: string): Value {
  const seconds = integer('long')(node);
  return castValue(seconds, LongType, TimestampType, 'legacy', { timeZone });
}

function atomic(type: DataType, options: ConvertOptions): Convert {
  const { datetime } = options;
  switch (type.kind) {
    case 'boolean':
      return (node) => (typeof node === 'boolean' ? node : refuse());
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
      return integer(type.kind);
    case 'float':
      return floating(Math.fround);
    case 'double':
      return floating((x) => x);
    case 'decimal':
      return decimal(type);
    case 'string':
      return options.exact === undefined ? textOf : exactText(options.exact);
    case 'date':
      return (node) => (typeof node === 'string' ? (datetime.date(node) ?? refuse()) : refuse());
    case 'timestamp':
      return (node) => {
        if (node instanceof JsonNumber && node.integral) return secondsToTimestamp(node, options.timeZone);
        return typeof node === 'string' ? (datetime.timestamp(node) ?? refuse()) : refuse();
      };
    case 'timestamp_ntz':
      return (node) => (typeof node === 'string' ? (datetime.timestampNtz(node) ?? refuse()) : refuse());
    case 'binary':
      return (node) => (typeof node === 'string' ? (decodeBase64(node) ?? refuse()) : refuse());
    case 'time':
      return (node) => {
        const nanos = typeof node === 'string' ? parseTime(node) : null;
        return nanos === null ? refuse() : truncateTime(nanos, type.precision);
      };
    case 'variant':
      return variant;
    case 'calendar_interval':
    case 'daytime_interval':
    case 'yearmonth_interval':
      return interval(type);
    default:
      return refuse;
  }
}

function structOf(type: StructType, options: ConvertOptions): Convert {
  const converters = type.fields.map((f) => converter(f.type, options));
  const places = new Map(type.fields.map((f, i) => [f.name, i]));
  return (node) => {
    if (!(node instanceof JsonObject)) return refuse();
    const out = new Array<Value>(converters.length).fill(null);
    let bad: BadField | undefined;
    let misread: Misread | undefined;
    for (let i = 0; i < node.names.length; i++) {
      const name = node.names[i] as string;
      const at = places.get(name);
      if (at === undefined) continue;
      try {
        out[at] = (converters[at] as Convert)(node.values[i] as JsonNode);
      } catch (e) {
        if (!(e instanceof BadField)) throw e;
        bad ??= e;
        if (bad === e) misread ??= e.misread ?? misreadNumber(name, node.values[i] as JsonNode, (type.fields[at] as StructType['fields'][number]).type);
        out[at] = e instanceof PartialResult ? e.value : null;
      }
    }
    const value = new StructValue(out);
    if (bad !== undefined) throw new PartialResult(value, misread);
    return value;
  };
}

function misreadNumber(field: string, node: JsonNode, type: DataType): Misread | undefined {
  return typeof node === 'string' && node !== '' && (type.kind === 'float' || type.kind === 'double') ? { field, text: node, type } : undefined;
}

/** Converts all items; a part that fits only partly is kept, one that does not fit at all spoils the whole. */
function each(nodes: readonly JsonNode[], convert: Convert): { readonly values: Value[]; readonly bad: PartialResult | undefined } {
  let bad: PartialResult | undefined;
  const values = nodes.map((node) => {
    try {
      return convert(node);
    } catch (e) {
      if (!(e instanceof PartialResult)) throw e;
      bad ??= e;
      return e.value;
    }
  });
  return { values, bad };
}

function arrayOf(type: ArrayType, options: ConvertOptions): Convert {
  const convert = converter(type.element, options);
  return (node) => {
    if (!Array.isArray(node)) return refuse();
    const { values, bad } = each(node as readonly JsonNode[], convert);
    if (bad !== undefined) throw new PartialResult(values, bad.misread);
    return values;
  };
}

function mapOf(type: MapType, options: ConvertOptions): Convert {
  const convert = converter(type.value, options);
  return (node) => {
    if (!(node instanceof JsonObject)) return refuse();
    const { values, bad } = each(node.values, convert);
    const map = new MapValue(node.names.map((name, i) => [name, values[i] as Value] as const));
    if (bad !== undefined) throw new PartialResult(map, bad.misread);
    return map;
  };
}

/** A function from trees to values of the type; JSON's null is NULL. Throws `BadField`. */
export function converter(type: DataType, options: ConvertOptions): Convert {
  const convert = conversion(type, options);
  // The null of JSON is a variant, too.
  return (node) => (node === null && type.kind !== 'variant' ? null : convert(node));
}

function conversion(type: DataType, options: ConvertOptions): Convert {
  switch (type.kind) {
    case 'struct':
      return structOf(type, options);
    case 'array':
      return arrayOf(type, options);
    case 'map':
      return mapOf(type, options);
    default:
      return atomic(type, options);
  }
}

/** Converts the root of a record: an object stands for an array of one struct too. */
export function rootConverter(type: DataType, options: ConvertOptions): Convert {
  const convert = converter(type, options);
  if (type.kind !== 'array' || type.element.kind !== 'struct') return convert;
  return (node) => (node instanceof JsonObject ? convert([node]) : convert(node));
}
