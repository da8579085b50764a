import { analysisError } from '../../core/index.ts';
import { asNullable, quotedSqlType, StringType, StructValue, typeToJson } from '../../types/index.ts';
import type { DataType, StructType, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { recordText, rootText } from '../record-text.ts';
import { schemaOfText } from '../schema-text.ts';
import { oldFallback } from '../legacy-datetime/index.ts';
import { datetimeReader } from '../text-format.ts';
import { mismatch, scalarFunction, unexpectedInput } from '../typing.ts';
import { BadField, converter, PartialResult, rootConverter } from './convert.ts';
import type { Convert, ConvertOptions } from './convert.ts';
import { arrayAsStruct, jsonGrammar, malformedRecord, optionsType, parseMode, readOptions, textAsNumber } from './options.ts';
import type { Options, ParseMode } from './options.ts';
import { JsonSyntaxError, parseJson } from './parse.ts';
import type { ExactTexts, JsonGrammar, JsonNode } from './parse.ts';
import { fieldKind } from './scan-fields.ts';
import { scanColumn } from './scanner.ts';

const CORRUPT_RECORD = '_corrupt_record';

/** The schema that a constant text holds: DDL of columns, of a type, or JSON. */
export function schemaOf(arg: ArgumentInfo, { conf }: SignatureContext): DataType {
  if (arg.failure !== undefined) throw arg.failure;
  if (typeof arg.literal !== 'string' || !arg.foldable) {
    throw analysisError('INVALID_SCHEMA.NON_STRING_LITERAL', '42K07', { inputSchema: `"${arg.sql}"` }, 'A schema is given as a constant text, such as "a INT, b STRING".');
  }
  return schemaOfText(arg.literal, conf);
}

/** Maps in JSON have names as keys. */
function checkMapKeys(type: DataType, args: readonly ArgumentInfo[]): void {
  if (type.kind === 'map') {
    if (type.key.kind !== 'string') {
      throw mismatch('INVALID_JSON_MAP_KEY_TYPE', 'from_json', args.slice(0, 1), { schema: quotedSqlType(type), sqlExpr: '"entries"' }, 'The keys of a map read from JSON are strings.');
    }
    checkMapKeys(type.value, args);
  } else if (type.kind === 'array') checkMapKeys(type.element, args);
  else if (type.kind === 'struct') for (const f of type.fields) checkMapKeys(f.type, args);
}

/** The column that takes what could not be read; -1 if the schema has none. */
export function corruptColumn(type: StructType, options: Options): number {
  const name = options.get('columnNameOfCorruptRecord') ?? CORRUPT_RECORD;
  const at = type.fields.findIndex((f) => f.name === name);
  const field = type.fields[at];
  if (field !== undefined && field.type.kind !== 'string') {
    throw analysisError(
      'INVALID_CORRUPT_RECORD_TYPE',
      '42804',
      { columnName: `\`${name}\``, actualType: quotedSqlType(field.type) },
      `The column ${name}, which takes what cannot be read, must be a STRING.`,
    );
  }
  return at;
}

export function refuseCharacters(type: DataType): void {
  if (type.kind === 'char' || type.kind === 'varchar') {
    throw analysisError('UNSUPPORTED_CHAR_OR_VARCHAR_AS_STRING', '0A000', {}, 'CHAR and VARCHAR cannot stand in a schema here: use STRING.');
  }
  if (type.kind === 'struct') for (const f of type.fields) refuseCharacters(f.type);
  else if (type.kind === 'array') refuseCharacters(type.element);
  else if (type.kind === 'map') [type.key, type.value].forEach(refuseCharacters);
}

function fromJsonSignature(args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const [text, schema, map] = args as readonly [ArgumentInfo, ArgumentInfo, ArgumentInfo?];
  const type = asNullable(schemaOf(schema, ctx));
  refuseCharacters(type);
  const argTypes: DataType[] = [StringType, schema.type];
  if (map !== undefined) argTypes.push(optionsType(map));
  const options = readOptions(map?.literal);
  parseMode(options, 'from_json');
  const shown = args.slice(0, 1);
  if (type.kind === 'struct') corruptColumn(type, options);
  else if (type.kind !== 'array' && type.kind !== 'map' && type.kind !== 'variant') {
    throw mismatch('INVALID_JSON_SCHEMA', 'from_json', shown, { schema: quotedSqlType(type) }, 'from_json reads structs, arrays, maps and variants.');
  }
  checkMapKeys(type, args);
  if (text.type.kind !== 'string' && text.type.kind !== 'null') throw unexpectedInput('from_json', shown, 0, '"STRING"');
  return { argTypes, returns: type, nullable: true };
}

/** Everything that a call of from_json fixes: made once for a task. */
export interface JsonReader {
  readonly type: DataType;
  readonly options: Options;
  readonly mode: ParseMode;
  readonly grammar: JsonGrammar;
  readonly corrupt: number;
  /** Converts the root; its struct lacks the corrupt column. */
  readonly convert: Convert;
  /** For each field of a struct, what makes its value of a text; null if that does not fit. */
  readonly fields: ReadonlyMap<string, (text: string) => Value>;
  readonly exact?: ExactTexts;
}

const READERS = new WeakMap<CallContext, JsonReader>();

/** Options are constant: folded, or evaluated in the first row. */
function readerFor(ctx: CallContext, optionsValue: Value | undefined): JsonReader {
  let reader = READERS.get(ctx);
  if (reader === undefined) {
    const options = readOptions(optionsValue ?? ctx.literals[2]);
    reader = makeReader(ctx.returnType, options, ctx.sessionTimeZone, () => ctx.environment.now(), ctx.conf);
    READERS.set(ctx, reader);
  }
  return reader;
}

/** A reader of JSON records of a type; also for files of JSON lines, which give `exact`. */
export function makeReader(type: DataType, options: Options, sessionTimeZone: string, now: () => number, conf: CallContext['conf'], exact?: ExactTexts): JsonReader {
  const zone = options.get('timeZone') ?? sessionTimeZone;
  const datetime = datetimeReader(
    { date: options.get('dateFormat'), timestamp: options.get('timestampFormat'), timestampNtz: options.get('timestampNTZFormat') },
    zone,
    now,
    oldFallback(options, conf, 'castOrDays'),
  );
  const corrupt = type.kind === 'struct' ? corruptColumn(type, options) : -1;
  const actual: DataType = type.kind === 'struct' && corrupt >= 0 ? { ...type, fields: type.fields.filter((_, i) => i !== corrupt) } : type;
  const convertOptions: ConvertOptions = { datetime, timeZone: zone, ...(exact === undefined ? {} : { exact }) };
  return {
    ...(exact === undefined ? {} : { exact }),
    type,
    options,
    mode: parseMode(options, 'from_json'),
    grammar: jsonGrammar(options),
    corrupt,
    convert: rootConverter(actual, convertOptions),
    fields: fieldConverters(actual, convertOptions),
  };
}

function fieldConverters(type: DataType, options: ConvertOptions): JsonReader['fields'] {
  if (type.kind !== 'struct') return new Map();
  return new Map(
    type.fields.map((f) => {
      const convert = converter(f.type, options);
      const tryConvert = (text: string): Value => {
        try {
          return convert(text);
        } catch (e) {
          if (e instanceof BadField) return null;
          throw e;
        }
      };
      return [f.name, tryConvert] as const;
    }),
  );
}

/** What is given for a record that does not fit: its parts, or NULLs, and the text itself in the corrupt column. */
function badRecord(reader: JsonReader, text: string, partial: Value): Value {
  const { type } = reader;
  if (type.kind !== 'struct') {
    if (reader.mode === 'failfast') throw malformedRecord(rootText(partial, type));
    return partial;
  }
  const value = withCorrupt(reader, partial as StructValue | null, text);
  if (reader.mode === 'failfast') throw malformedRecord(recordText(value.values, type));
  return value;
}

function withCorrupt(reader: JsonReader, value: StructValue | null, text: string | null): StructValue {
  const type = reader.type as StructType;
  const width = type.fields.length - (reader.corrupt >= 0 ? 1 : 0);
  const values = value?.values ?? new Array<Value>(width).fill(null);
  if (reader.corrupt < 0) return value ?? new StructValue(values);
  return new StructValue([...values.slice(0, reader.corrupt), text, ...values.slice(reader.corrupt)]);
}

/** The value of one record: NULL for a blank text; see the parse modes for texts that do not fit. */
export function readRecord(reader: JsonReader, text: string): Value {
  let node: JsonNode | undefined;
  try {
    node = parseJson(text, reader.grammar, reader.exact);
  } catch (e) {
    if (!(e instanceof JsonSyntaxError)) throw e;
    return badRecord(reader, text, null);
  }
  if (node === undefined) return null;
  if (node === null && reader.type.kind !== 'variant') return badRecord(reader, text, null);
  if (Array.isArray(node) && reader.type.kind === 'struct' && reader.mode === 'failfast') throw arrayAsStruct(text);
  try {
    const value = reader.convert(node);
    return reader.type.kind === 'struct' ? withCorrupt(reader, value as StructValue | null, null) : value;
  } catch (e) {
    if (!(e instanceof BadField)) throw e;
    if (reader.mode === 'failfast' && e.misread !== undefined) throw textAsNumber(text, e.misread);
    return badRecord(reader, text, e instanceof PartialResult ? e.value : null);
  }
}

const MEMO_KEYS = new WeakMap<JsonReader, string | null>();

/** All that a result depends on; undefined where that is more than the call's constants: errors, and texts such as `today`. */
function memoKey(reader: JsonReader, ctx: CallContext): string | undefined {
  let key = MEMO_KEYS.get(reader);
  if (key === undefined) {
    const steady = reader.mode === 'permissive' && reader.type.kind === 'struct' && !reader.type.fields.some((f) => fieldKind(f.type) === 'text');
    key = steady ? JSON.stringify([typeToJson(reader.type), ctx.sessionTimeZone, reader.options.entries()]) : null;
    MEMO_KEYS.set(reader, key);
  }
  return key ?? undefined;
}

export const fromJson: ScalarFunction = scalarFunction({
  name: 'from_json',
  family: 'json',
  since: '2.2.0',
  interpreted: true,
  params: [
    { name: 'jsonStr', pythonName: 'col', accepts: ['string'] },
    { name: 'schema', accepts: ['string'], literal: true, pythonLiteral: true },
    { name: 'options', accepts: ['map'], optional: true, literal: true, pythonDefault: 'None' },
  ],
  signature: fromJsonSignature,
  // Spark calls a column of maps so, whatever it is made of.
  sql: (args) => (/^\s*(?:map\s*<|\{\s*"keyType"|\{\s*"type"\s*:\s*"map")/i.test(args[1] ?? '') ? 'entries' : `from_json(${args[0]})`),
  doc: 'The struct, array or map that a JSON text holds, read by a schema (DDL or JSON). What does not fit becomes NULL, or an error in the mode FAILFAST; a field of the struct named by columnNameOfCorruptRecord takes the text of such records.',
  examples: [
    ["from_json('{\"a\": 1, \"b\": 0.8}', 'a INT, b DOUBLE')", '{1, 0.8}'],
    ["from_json('[1, 2]', 'ARRAY<INT>')", '[1, 2]'],
    ["from_json('{\"a\": \"x\"}', 'a INT')", '{null}'],
  ],
  row: ([text, , options], ctx) => readRecord(readerFor(ctx, options), text as string),
  batch: ([v], n, ctx, valid) => {
    if (v?.layout !== 'string' || (ctx.argTypes.length > 2 && ctx.literals[2] === undefined)) return undefined;
    const reader = readerFor(ctx, ctx.literals[2]);
    return scanColumn(v, n, valid, reader, (text) => readRecord(reader, text), memoKey(reader, ctx));
  },
});
