/** to_json: structs, arrays and maps as JSON text (Spark's `JacksonGenerator`). */
import { decimalToString, doubleToString, encodeBase64, floatToString, quotedSqlType, quoteJson, quoteJsonAscii, stringifier, StringType, timeZone, variantToJson } from '../../types/index.ts';
import type { DataType, Decimal, MapValue, StructType, StructValue, Value, VariantValue } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, Signature } from '../define.ts';
import { isLegacy } from '../legacy-datetime/index.ts';
import { datetimeWriter } from '../text-format.ts';
import type { DatetimeWriter } from '../text-format.ts';
import { mismatch, scalarFunction } from '../typing.ts';
import { optionsType, readOptions } from './options.ts';
import type { Options } from './options.ts';

/** Writes a value that is not null at a depth of nesting. */
type Write = (value: Value, depth: number) => string;

interface Style {
  readonly datetime: DatetimeWriter;
  readonly zone: string;
  readonly omitNulls: boolean;
  readonly pretty: boolean;
  readonly quote: (text: string) => string;
}

function numberText(x: number, print: (x: number) => string): string {
  return Number.isFinite(x) ? print(x) : `"${String(x)}"`;
}

function indent(depth: number): string {
  return `\n${'  '.repeat(depth)}`;
}

/** Members between braces: one a line when pretty. */
function braces(members: readonly string[], depth: number, style: Style): string {
  if (!style.pretty) return `{${members.join(',')}}`;
  return members.length === 0 ? '{ }' : `{${members.map((m) => indent(depth + 1) + m).join(',')}${indent(depth)}}`;
}

function member(name: string, text: string, style: Style): string {
  return `${style.quote(name)}${style.pretty ? ' : ' : ':'}${text}`;
}

function structWriter(type: StructType, style: Style): Write {
  const fields = type.fields.map((f) => ({ name: f.name, write: writer(f.type, style) }));
  return (value, depth) => {
    const { values } = value as StructValue;
    const members: string[] = [];
    for (const [i, { name, write }] of fields.entries()) {
      const v = values[i] ?? null;
      if (v === null && style.omitNulls) continue;
      members.push(member(name, v === null ? 'null' : write(v, depth + 1), style));
    }
    return braces(members, depth, style);
  };
}

/** Names of a map's keys: as plain values show, dates and times as their numbers. */
function keyText(type: DataType): (key: Value) => string {
  switch (type.kind) {
    case 'date':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'daytime_interval':
    case 'yearmonth_interval':
      return String;
    case 'struct': {
      const parts = type.fields.map((f) => keyText(f.type));
      return (k) => `[${parts.map((text, i) => partText((k as StructValue).values[i] ?? null, text)).join(',')}]`;
    }
    case 'array': {
      const text = keyText(type.element);
      return (k) => `[${(k as readonly Value[]).map((x) => partText(x, text)).join(',')}]`;
    }
    default:
      return stringifier(type, timeZone('UTC'));
  }
}

function partText(value: Value, text: (value: Value) => string): string {
  return value === null ? 'null' : text(value);
}

function writer(type: DataType, style: Style): Write {
  switch (type.kind) {
    case 'boolean':
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
      return String;
    case 'float':
      return (v) => numberText(v as number, floatToString);
    case 'double':
      return (v) => numberText(v as number, doubleToString);
    case 'decimal':
      return (v) => decimalToString(v as Decimal);
    case 'string':
    case 'char':
    case 'varchar':
      return (v) => style.quote(v as string);
    case 'binary':
      return (v) => `"${encodeBase64(v as Uint8Array)}"`;
    case 'date':
      return (v) => style.quote(style.datetime.date(v as number));
    case 'timestamp':
      return (v) => style.quote(style.datetime.timestamp(v as bigint));
    case 'timestamp_ntz':
      return (v) => style.quote(style.datetime.timestampNtz(v as bigint));
    case 'variant':
      return (v) => variantToJson((v as VariantValue).node, timeZone(style.zone));
    case 'struct':
      return structWriter(type, style);
    case 'array': {
      const write = writer(type.element, style);
      const [open, separator, close] = style.pretty ? ['[ ', ', ', ' ]'] : ['[', ',', ']'];
      return (v, depth) => {
        const items = v as readonly Value[];
        if (items.length === 0) return style.pretty ? '[ ]' : '[]';
        return open + items.map((x) => (x === null ? 'null' : write(x, depth))).join(separator) + close;
      };
    }
    case 'map': {
      const write = writer(type.value, style);
      const name = keyText(type.key);
      return (v, depth) =>
        braces(
          (v as MapValue).entries.map(([k, x]) => member(name(k), x === null ? 'null' : write(x, depth + 1), style)),
          depth,
          style,
        );
    }
    default: {
      const text = stringifier(type, timeZone(style.zone));
      return (v) => style.quote(text(v));
    }
  }
}

/** A function from values of the type (not null) to JSON text; also for files of JSON lines. */
export function jsonWriter(type: DataType, options: Options, sessionTimeZone: string, ignoreNullFields: boolean, old: boolean): (value: Value) => string {
  const zone = options.get('timeZone') ?? sessionTimeZone;
  const write = writer(type, {
    zone,
    datetime: datetimeWriter(
      { date: options.get('dateFormat'), timestamp: options.get('timestampFormat'), timestampNtz: options.get('timestampNTZFormat') },
      zone,
      old,
    ),
    omitNulls: options.flag('ignoreNullFields', ignoreNullFields),
    pretty: options.flag('pretty', false),
    quote: options.flag('writeNonAsciiCharacterAsCodePoint', false) ? quoteJsonAscii : quoteJson,
  });
  return (value) => write(value, 0);
}

const WRITERS = new WeakMap<CallContext, (value: Value) => string>();

function writerFor(ctx: CallContext, options: Value | undefined): (value: Value) => string {
  let write = WRITERS.get(ctx);
  if (write === undefined) {
    const omitNulls = ctx.conf('spark.sql.jsonGenerator.ignoreNullFields')?.toLowerCase() !== 'false';
    write = jsonWriter(ctx.argTypes[0] as DataType, readOptions(options ?? ctx.literals[1]), ctx.sessionTimeZone, omitNulls, isLegacy(ctx.conf));
    WRITERS.set(ctx, write);
  }
  return write;
}

function toJsonSignature(args: readonly ArgumentInfo[]): Signature {
  const [value, options] = args as readonly [ArgumentInfo, ArgumentInfo?];
  const { type } = value;
  const argTypes = options === undefined ? [type] : [type, optionsType(options)];
  if (type.kind !== 'struct' && type.kind !== 'array' && type.kind !== 'map' && type.kind !== 'variant' && type.kind !== 'null') {
    throw mismatch('INVALID_JSON_SCHEMA', 'to_json', args.slice(0, 1), { schema: quotedSqlType(type) }, 'to_json takes structs, arrays, maps and variants.');
  }
  return { argTypes, returns: StringType, nullable: true };
}

export const toJson: ScalarFunction = scalarFunction({
  name: 'to_json',
  family: 'json',
  since: '2.2.0',
  params: [
    { name: 'expr', pythonName: 'col', accepts: ['any'] },
    { name: 'options', accepts: ['map'], optional: true, literal: true, pythonDefault: 'None' },
  ],
  signature: toJsonSignature,
  sql: (args) => `to_json(${args[0]})`,
  doc: 'A struct, array, map or variant as JSON text. Null fields of structs are left out unless the option ignoreNullFields is false.',
  examples: [
    ["to_json(named_struct('a', 1, 'b', 2))", '{"a":1,"b":2}'],
    ["to_json(named_struct('a', 1, 'b', NULL))", '{"a":1}'],
    ["to_json(map('a', 1))", '{"a":1}'],
  ],
  row: ([value, options], ctx) => writerFor(ctx, options)(value as Value),
});
