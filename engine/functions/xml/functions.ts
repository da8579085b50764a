/** from_xml, schema_of_xml and to_xml. */
import { SparkError, unsupported } from '../../core/index.ts';
import { asNullable, quotedSqlType, sqlTypeName, StringType, StructValue, timestampsAreLocal } from '../../types/index.ts';
import type { DataType, StructField, StructType, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, FunctionDeclaration, Signature, SignatureContext } from '../define.ts';
import { corruptColumn, schemaOf } from '../json/from-json.ts';
import { malformedRecord, NO_OPTIONS, optionsType, parseMode, readOptions } from '../json/options.ts';
import type { Options } from '../json/options.ts';
import { isLegacy } from '../legacy-datetime/index.ts';
import { recordText } from '../record-text.ts';
import { datetimeReader } from '../text-format.ts';
import type { DatetimeReader } from '../text-format.ts';
import { expectFoldable, mismatch, scalarFunction, unexpectedInput, unexpectedNull } from '../typing.ts';
import { structValue } from './convert.ts';
import { canonicalXml, inferElement } from './infer.ts';
import { xmlNames } from './options.ts';
import { parseXml, XmlError } from './tree.ts';
import type { XmlElement } from './tree.ts';
import { xmlWriter } from './write.ts';

const family = 'xml';
const since = '4.0.0';
const OPTIONS = { name: 'options', accepts: ['map'], optional: true, literal: true, pythonDefault: 'None' } as const;

export function xmlDatetimes(options: Options, sessionTimeZone: string, now: () => number, conf: CallContext['conf']): DatetimeReader {
  const patterns = { date: options.get('dateFormat'), timestamp: options.get('timestampFormat'), timestampNtz: options.get('timestampNTZFormat') };
  return datetimeReader(patterns, options.get('timeZone') ?? sessionTimeZone, now, isLegacy(conf) ? 'none' : undefined);
}

/** The outermost element; undefined where the text is no XML. What follows it is not looked at. */
function outermost(text: string): XmlElement | undefined {
  try {
    return parseXml(text, true).children.find((c) => c.kind === 'element');
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}

function fromXmlSignature(args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const [text, schema, map] = args as readonly [ArgumentInfo, ArgumentInfo, ArgumentInfo?];
  const type = asNullable(schemaOf(schema, ctx));
  const shown = args.slice(0, 1);
  const argTypes: DataType[] = [StringType, schema.type];
  if (map !== undefined) argTypes.push(optionsType(map));
  const options = readOptions(map?.literal);
  parseMode(options, 'from_xml');
  if (type.kind !== 'struct') throw mismatch('INVALID_XML_SCHEMA', 'from_xml', shown, { schema: quotedSqlType(type) }, 'from_xml reads structs.');
  if (text.type.kind !== 'string' && text.type.kind !== 'null') throw unexpectedInput('from_xml', shown, 0, '"STRING"');
  return { argTypes, returns: type, nullable: true };
}

type Read = (text: string) => Value;
const READERS = new WeakMap<CallContext, Read>();

function makeReader(type: StructType, options: Options, ctx: CallContext): Read {
  const corrupt = corruptColumn(type, options);
  const failFast = parseMode(options, 'from_xml') === 'failfast';
  const names = xmlNames(options);
  const datetime = xmlDatetimes(options, ctx.sessionTimeZone, () => ctx.environment.now(), ctx.conf);
  const nothing = new StructValue(type.fields.map(() => null));
  return (text) => {
    const element = outermost(text);
    const { value, good } = element === undefined ? { value: nothing, good: false } : structValue(element, type, { names, datetime, source: text, binaryStyle: ctx.conf('spark.sql.binaryOutputStyle') });
    const values = corrupt < 0 ? value.values : besideCorrupt(value.values, type, corrupt, good ? null : text);
    if (!good && failFast) throw malformedRecord(recordText(values, type));
    return corrupt < 0 ? value : new StructValue(values);
  };
}

/** Spark counts the columns behind the corrupt one as if it were not there: each gets the value of the one before it. */
function besideCorrupt(values: readonly Value[], type: StructType, corrupt: number, text: string | null): readonly Value[] {
  return type.fields.map(({ type: to }, i) => {
    if (i <= corrupt) return i === corrupt ? text : (values[i] as Value);
    const from = (type.fields[i - 1] as StructField).type;
    const value = i - 1 === corrupt ? null : (values[i - 1] as Value);
    if (value !== null && quotedSqlType(from) !== quotedSqlType(to)) throw unsupported('from_xml with a corrupt record column before columns of unlike types');
    return value;
  });
}

const fromXml = scalarFunction({
  name: 'from_xml',
  family,
  since,
  params: [{ name: 'xmlStr', pythonName: 'col', accepts: ['string'] }, { name: 'schema', accepts: ['string'], literal: true, pythonLiteral: true }, OPTIONS],
  signature: fromXmlSignature,
  sql: (args) => `from_xml(${args[0]})`,
  doc: 'The struct that the outermost element of an XML text holds, read by a schema: attributes are fields such as _name, the text beside them is _VALUE. What does not fit becomes NULL, or an error in the mode FAILFAST.',
  examples: [["from_xml('<p><a>1</a><b>0.8</b></p>', 'a INT, b DOUBLE')", '{1, 0.8}']],
  row: ([text, , options], ctx) => {
    let read = READERS.get(ctx);
    if (read === undefined) {
      read = makeReader(ctx.returnType as StructType, readOptions(options ?? ctx.literals[2]), ctx);
      READERS.set(ctx, read);
    }
    return read(text as string);
  },
});

/** The type of a sample that is no XML. */
function corruptSample(options: Options): string {
  const name = options.get('columnNameOfCorruptRecord') ?? '_corrupt_record';
  const mode = (options.get('mode') ?? '').toUpperCase();
  if (mode === 'FAILFAST') throw malformedRecord(name);
  return sqlTypeName({ kind: 'struct', fields: mode === 'DROPMALFORMED' ? [] : [{ name, type: StringType, nullable: true }] });
}

const schemaOfXml = scalarFunction({
  name: 'schema_of_xml',
  family,
  since,
  params: [{ name: 'xml', accepts: ['string'], literal: true, pythonLiteral: true }, OPTIONS],
  signature: (args) => {
    const [text, options] = args as readonly [ArgumentInfo, ArgumentInfo?];
    const shown = args.slice(0, 1);
    const optionTypes = options === undefined ? [] : [optionsType(options)];
    expectFoldable('schema_of_xml', shown, 0, 'xml', quotedSqlType(text.type));
    if (text.type.kind !== 'string' && text.type.kind !== 'null') throw unexpectedInput('schema_of_xml', shown, 0, '"STRING"');
    if (text.literal === null) throw unexpectedNull('schema_of_xml', shown, 'xml');
    return { argTypes: [StringType, ...optionTypes], returns: StringType, nullable: false };
  },
  sql: (args) => `schema_of_xml(${args[0]})`,
  doc: 'The type of a sample of XML, as DDL.',
  examples: [["schema_of_xml('<p><a>1</a><a>2</a><b>x</b></p>')", 'STRUCT<a: ARRAY<BIGINT>, b: STRING>']],
  row: ([text, map], ctx) => {
    const options = map === undefined ? NO_OPTIONS : readOptions(map);
    const element = outermost(text as string);
    if (element === undefined) return corruptSample(options);
    const datetime = xmlDatetimes(options, ctx.sessionTimeZone, () => ctx.environment.now(), ctx.conf);
    return sqlTypeName(canonicalXml(inferElement(element, { names: xmlNames(options), datetime, options, isLocal: timestampsAreLocal(ctx.conf) })));
  },
});

const WRITERS = new WeakMap<CallContext, (value: StructValue) => string>();

/** Spark's writer needs a first field. */
function refuseEmpty(type: DataType | undefined): void {
  if (type?.kind !== 'struct' || type.fields.length > 0) return;
  throw new SparkError({ errorClass: 'ArrayIndexOutOfBoundsException', condition: null, sentence: 'to_xml needs a struct with one field at least.' });
}

const toXml = scalarFunction({
  name: 'to_xml',
  family,
  since,
  params: [{ name: 'expr', pythonName: 'col', accepts: ['struct'] }, OPTIONS],
  signature: (args) => {
    const [value, options] = args as readonly [ArgumentInfo, ArgumentInfo?];
    const { type } = value;
    const given = options === undefined ? [] : [optionsType(options)];
    if (type.kind !== 'struct' && type.kind !== 'null') throw unexpectedInput('to_xml', args.slice(0, 1), 0, '"STRUCT"');
    return { argTypes: [type, ...given], returns: StringType, nullable: true };
  },
  sql: (args) => `to_xml(${args[0]})`,
  doc: 'A struct as XML: fields such as _name are attributes, _VALUE is the text, others are elements; NULLs are left out unless the option nullValue is given.',
  examples: [["to_xml(named_struct('_k', 1, '_VALUE', 'x'))", '<ROW k="1">x</ROW>']],
  prepare: ([type]) => refuseEmpty(type),
  row: ([value, options], ctx) => {
    refuseEmpty(ctx.argTypes[0]);
    let write = WRITERS.get(ctx);
    if (write === undefined) {
      write = xmlWriter(ctx.argTypes[0] as StructType, readOptions(options ?? ctx.literals[1]), ctx.sessionTimeZone, isLegacy(ctx.conf), ctx.conf('spark.sql.binaryOutputStyle'));
      WRITERS.set(ctx, write);
    }
    return write(value as StructValue);
  },
});

export const xmlStructFunctions: readonly FunctionDeclaration[] = [fromXml, schemaOfXml, toXml];
