/** from_csv, to_csv and schema_of_csv. */
import { analysisError } from '../../core/index.ts';
import { asNullable, quotedSqlType, SHOW_STYLE, someType, stringifier, StringType, StructValue, timeZone } from '../../types/index.ts';
import type { BinaryStyle, DataType, MapValue, StructType, TimeZone, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { corruptColumn, schemaOf } from '../json/from-json.ts';
import { malformedRecord, optionsType, parseMode, readOptions } from '../json/options.ts';
import type { Options } from '../json/options.ts';
import { recordText } from '../record-text.ts';
import { isLegacy, oldFallback } from '../legacy-datetime/index.ts';
import { datetimeReader, datetimeWriter } from '../text-format.ts';
import type { DatetimePatterns, DatetimeWriter } from '../text-format.ts';
import { expectFoldable, mismatch, scalarFunction, unexpectedInput, unexpectedNull } from '../typing.ts';
import { csvReader } from './convert.ts';
import { inferLine } from './infer.ts';
import { csvFormat, writeCell } from './lines.ts';

const family = 'csv';

function patterns(options: Options): DatetimePatterns {
  return { date: options.get('dateFormat'), timestamp: options.get('timestampFormat'), timestampNtz: options.get('timestampNTZFormat') };
}

function fromCsvSignature(args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const [text, schema, map] = args as readonly [ArgumentInfo, ArgumentInfo, ArgumentInfo?];
  const type = asNullable(schemaOf(schema, ctx));
  if (type.kind !== 'struct') {
    throw analysisError(
      'INVALID_SCHEMA.NON_STRUCT_TYPE',
      '42K07',
      { inputSchema: `"${schema.sql}"`, dataType: quotedSqlType(type) },
      'A line of CSV is read as a struct: give the columns, as in "a INT, b STRING".',
    );
  }
  const argTypes: DataType[] = [StringType, schema.type];
  if (map !== undefined) argTypes.push(optionsType(map));
  const options = readOptions(map?.literal);
  parseMode(options, 'from_csv');
  corruptColumn(type, options);
  if (text.type.kind !== 'string' && text.type.kind !== 'null') throw unexpectedInput('from_csv', args.slice(0, 1), 0, '"STRING"');
  return { argTypes, returns: type };
}

type Read = (line: string) => Value;
const READERS = new WeakMap<CallContext, Read>();

function makeReader(type: StructType, options: Options, ctx: CallContext): Read {
  const zone = options.get('timeZone') ?? ctx.sessionTimeZone;
  const corrupt = corruptColumn(type, options);
  const failFast = parseMode(options, 'from_csv') === 'failfast';
  const actual: StructType = { kind: 'struct', fields: type.fields.filter((_, i) => i !== corrupt) };
  const read = csvReader(actual, options, datetimeReader(patterns(options), zone, () => ctx.environment.now(), oldFallback(options, ctx.conf, 'cast')));
  return (line) => {
    const { value, good: fits } = read(line);
    // An empty line has no cells at all, and no text either.
    const good = fits && (line !== '' || actual.fields.length === 0);
    const shown = good || line === '' ? null : line;
    const values = corrupt < 0 ? value.values : [...value.values.slice(0, corrupt), shown, ...value.values.slice(corrupt)];
    if (!good && failFast) throw malformedRecord(recordText(values, type));
    return corrupt < 0 ? value : new StructValue(values);
  };
}

const fromCsv = scalarFunction({
  name: 'from_csv',
  family,
  since: '3.0.0',
  params: [
    { name: 'csvStr', pythonName: 'col', accepts: ['string'] },
    { name: 'schema', accepts: ['string'], literal: true, pythonLiteral: true },
    { name: 'options', accepts: ['map'], optional: true, literal: true, pythonDefault: 'None' },
  ],
  signature: fromCsvSignature,
  sql: (args) => `from_csv(${args[0]})`,
  doc: 'The struct that a line of CSV holds, read by a schema. Cells that do not fit become NULL, or an error in the mode FAILFAST.',
  examples: [
    ["from_csv('1, 0.8', 'a INT, b DOUBLE')", '{1, 0.8}'],
    ["from_csv('26/08/2015', 'time Timestamp', map('timestampFormat', 'dd/MM/yyyy'))", '{2015-08-26 00:00:00}'],
  ],
  row: ([line, , options], ctx) => {
    let read = READERS.get(ctx);
    if (read === undefined) {
      read = makeReader(ctx.returnType as StructType, readOptions(options ?? ctx.literals[2]), ctx);
      READERS.set(ctx, read);
    }
    return read(line as string);
  },
});

const WRITERS = new WeakMap<CallContext, (value: StructValue) => string>();

type CellText = (v: Value) => string;

/** A function from values that are not null to the texts of cells. Nulls inside of them show the text for nulls. */
function cellText(type: DataType, datetime: DatetimeWriter, zone: TimeZone, nullText: string, binaryStyle: BinaryStyle): CellText {
  const inner = (t: DataType): CellText => {
    const text = cellText(t, datetime, zone, nullText, binaryStyle);
    const missing = nullText === '' ? '' : ` ${nullText}`;
    return (v) => (v === null ? missing : ` ${text(v)}`);
  };
  /** Parts have a space before them, but for a first one that is not null. */
  const joined = (open: string, parts: readonly string[], hasFirst: boolean, close: string): string =>
    `${open}${parts.map((part, i) => (i === 0 && hasFirst ? part.slice(1) : part)).join(',')}${close}`;
  switch (type.kind) {
    case 'date':
      return (v) => datetime.date(v as number);
    case 'timestamp':
      return (v) => datetime.timestamp(v as bigint);
    case 'timestamp_ntz':
      return (v) => datetime.timestampNtz(v as bigint);
    case 'array': {
      const item = inner(type.element);
      return (v) => joined('[', (v as readonly Value[]).map(item), (v as readonly Value[])[0] !== null, ']');
    }
    case 'struct': {
      const fields = type.fields.map((f) => inner(f.type));
      return (v) => {
        const { values } = v as StructValue;
        return joined('{', values.map((x, i) => (fields[i] as CellText)(x)), values[0] !== null, '}');
      };
    }
    case 'map': {
      const [key, value] = [inner(type.key), inner(type.value)];
      return (v) => {
        const { entries } = v as MapValue;
        return joined('{', entries.map(([k, x]) => `${key(k)} ->${value(x)}`), true, '}');
      };
    }
    default:
      return stringifier(type, zone, { ...SHOW_STYLE, plainDecimals: false, binaryStyle });
  }
}

/** A function from structs of the type to lines; also for files of CSV. */
export function csvWriter(type: StructType, options: Options, sessionTimeZone: string, old: boolean, binaryStyle?: BinaryStyle): (value: StructValue) => string {
  const zone = options.get('timeZone') ?? sessionTimeZone;
  const format = csvFormat(options, true);
  const datetime = datetimeWriter(patterns(options), zone, old);
  const quoteAll = options.flag('quoteAll', false);
  const escapeQuotes = options.flag('escapeQuotes', true);
  const texts = type.fields.map((f) => cellText(f.type, datetime, timeZone(zone), format.nullValue, binaryStyle));
  const nullCell = quoteAll ? format.quote + format.nullValue + format.quote : format.nullValue;
  return (value) =>
    value.values
      .map((v, i) => (v === null ? nullCell : writeCell((texts[i] as CellText)(v), format, quoteAll, escapeQuotes, i === 0)))
      .join(format.separator);
}

/** What NULL counts as. */
const NOTHING: StructType = { kind: 'struct', fields: [] };

const toCsv = scalarFunction({
  name: 'to_csv',
  family,
  since: '3.0.0',
  params: [
    { name: 'expr', pythonName: 'col', accepts: ['struct'] },
    { name: 'options', accepts: ['map'], optional: true, literal: true, pythonDefault: 'None' },
  ],
  signature: (args) => {
    const [value, options] = args as readonly [ArgumentInfo, ArgumentInfo?];
    const given = options === undefined ? [] : [optionsType(options)];
    if (value.type.kind === 'null') return { argTypes: [NOTHING, ...given], returns: StringType, nullable: true };
    if (value.type.kind !== 'struct' || someType(value.type, (t) => t.kind === 'variant')) {
      throw mismatch(
        'UNSUPPORTED_INPUT_TYPE',
        'to_csv',
        args.slice(0, 1),
        { functionName: '`to_csv`', dataType: quotedSqlType(value.type) },
        'to_csv takes a struct without variants.',
      );
    }
    return { argTypes: [value.type, ...given], returns: StringType, nullable: true };
  },
  sql: (args) => `to_csv(${args[0]})`,
  doc: 'A struct as a line of CSV; cells that hold the separator, quotes or line breaks stand in quotes.',
  examples: [["to_csv(named_struct('a', 1, 'b', 'x,y'))", '1,"x,y"']],
  row: ([value, options], ctx) => {
    let write = WRITERS.get(ctx);
    if (write === undefined) {
      write = csvWriter(ctx.argTypes[0] as StructType, readOptions(options ?? ctx.literals[1]), ctx.sessionTimeZone, isLegacy(ctx.conf), ctx.conf('spark.sql.binaryOutputStyle'));
      WRITERS.set(ctx, write);
    }
    // A row without cells has no line, nor has one of which nothing is written.
    return (value as StructValue).values.length === 0 ? null : write(value as StructValue) || null;
  },
});

const schemaOfCsv = scalarFunction({
  name: 'schema_of_csv',
  family,
  since: '3.0.0',
  params: [
    { name: 'csv', accepts: ['string'], literal: true, pythonLiteral: true },
    { name: 'options', accepts: ['map'], optional: true, literal: true, pythonDefault: 'None' },
  ],
  signature: (args) => {
    const [text, options] = args as readonly [ArgumentInfo, ArgumentInfo?];
    const shown = args.slice(0, 1);
    const optionTypes = options === undefined ? [] : [optionsType(options)];
    expectFoldable('schema_of_csv', shown, 0, 'csv', quotedSqlType(text.type));
    if (text.type.kind !== 'string' && text.type.kind !== 'null') throw unexpectedInput('schema_of_csv', shown, 0, '"STRING"');
    if (text.literal === null) throw unexpectedNull('schema_of_csv', shown, 'csv');
    return { argTypes: [StringType, ...optionTypes], returns: StringType, nullable: false };
  },
  sql: (args) => `schema_of_csv(${args[0]})`,
  doc: 'The type of a sample line of CSV, as DDL, with columns _c0, _c1 and so on.',
  examples: [["schema_of_csv('1,abc')", 'STRUCT<_c0: INT, _c1: STRING>']],
  row: ([text, options], ctx) => inferLine(text as string, readOptions(options), ctx.sessionTimeZone, ctx.conf),
});

export const csvFunctionList: readonly ScalarFunction[] = [fromCsv, toCsv, schemaOfCsv];
