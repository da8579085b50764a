/** Files of JSON. */
import { vectorOf, cellReader } from '../../columnar/index.ts';
import type { Batch, StringVector } from '../../columnar/index.ts';
import { analysisError } from '../../core/index.ts';
import { jsonWriter, makeReader, type Options, PartialResult, BadField, readRecord, scanColumn } from '../../functions/json/index.ts';
import type { JsonNode, JsonReader } from '../../functions/json/index.ts';
import { isLegacy } from '../../functions/legacy-datetime/index.ts';
import { quoteIdentifier, StringType, StructValue } from '../../types/index.ts';
import type { StructType, Value } from '../../types/index.ts';
import type { ReadContext } from '../context.ts';
import { failedRead } from '../errors.ts';
import type { VirtualFile } from '../files/file-system.ts';
import type { FileFormat } from '../format.ts';
import { batchOf } from '../lines.ts';
import { corruptField, corruptName, readMode } from '../modes.ts';
import { inferJsonSchema } from './infer.ts';
import { nodesOf, textsOf } from './records.ts';

/** Options of the reader of single records: how bad ones are taken is decided here. */
function recordOptions(options: Options, context: ReadContext): Options {
  return options.with({ mode: 'PERMISSIVE', columnNameOfCorruptRecord: corruptName(options, context) });
}

function readFile(file: VirtualFile, all: StructType, options: Options, context: ReadContext, schema: StructType = all): Batch {
  const texts = textsOf(file, options);
  const reader = makeReader(schema, recordOptions(options, context), context.sessionTimeZone, context.now, context.conf, new WeakMap());
  const mode = readMode(options);
  if (mode === 'permissive' && schema.fields.length > 0 && texts.every(isPlainObject)) return scanned(texts, reader);
  const corrupt = corruptField(schema, options, context);
  const rows: (readonly Value[])[] = [];
  for (const text of texts) {
    const nodes = nodesOf(text, options, reader.exact);
    for (const record of nodes === undefined ? [BAD_RECORD] : nodes.map((n) => convert(n, reader))) {
      if (record.bad && mode === 'dropmalformed') continue;
      if (record.bad && mode === 'failfast') throw failedRead(file.path, `the record ${text} does not fit the schema.`);
      rows.push(cells(record, schema, corrupt, text));
    }
  }
  return batchOf(schema, rows);
}

/** Not an array of records. */
function isPlainObject(text: string): boolean {
  return /^\s*\{/.test(text);
}

/** All records at once, without a tree for each. */
function scanned(texts: readonly string[], reader: JsonReader): Batch {
  const lines = vectorOf(StringType, texts) as StringVector;
  const struct = scanColumn(lines, texts.length, null, reader, (text) => readRecord(reader, text));
  if (struct.layout !== 'struct' || struct.validity !== null) {
    return batchOf(reader.type as StructType, texts.map((t) => (readRecord(reader, t) as StructValue | null)?.values ?? []));
  }
  return { length: texts.length, columns: struct.children };
}

interface JsonRecord {
  readonly bad: boolean;
  readonly value: StructValue | null;
}
const BAD_RECORD: JsonRecord = { bad: true, value: null };

function convert(node: JsonNode, reader: JsonReader): JsonRecord {
  if (node === null) return BAD_RECORD;
  try {
    return { bad: false, value: reader.convert(node) as StructValue };
  } catch (e) {
    if (!(e instanceof BadField)) throw e;
    return { bad: true, value: e instanceof PartialResult ? (e.value as StructValue) : null };
  }
}

function cells(record: JsonRecord, schema: StructType, corrupt: number, text: string): readonly Value[] {
  const width = schema.fields.length - (corrupt < 0 ? 0 : 1);
  const values = record.value?.values ?? new Array<Value>(width).fill(null);
  if (corrupt < 0) return values;
  return [...values.slice(0, corrupt), record.bad ? text : null, ...values.slice(corrupt)];
}

function writeFile(schema: StructType, batch: Batch, options: Options, context: ReadContext): string {
  const ignoreNulls = options.flag('ignoreNullFields', context.conf('spark.sql.jsonGenerator.ignoreNullFields') !== 'false');
  const write = jsonWriter(schema, options, context.sessionTimeZone, ignoreNulls, isLegacy(context.conf));
  const separator = options.get('lineSep') ?? '\n';
  const readers = batch.columns.map((c) => cellReader(c));
  return Array.from({ length: batch.length }, (_, i) => write(new StructValue(readers.map((r) => r(i)))) + separator).join('');
}

/** Names that differ in case only could not be read back. */
function checkWrite(schema: StructType): void {
  const seen = new Set<string>();
  for (const f of schema.fields) {
    const key = f.name.toLowerCase();
    if (seen.has(key)) throw analysisError('COLUMN_ALREADY_EXISTS', '42711', { columnName: quoteIdentifier(key) }, `The column ${key} comes twice. Rename one of them.`);
    seen.add(key);
  }
}

export const jsonFiles: FileFormat = { name: 'json', extension: 'json', inferSchema: inferJsonSchema, read: readFile, readsByColumn: true, write: writeFile, checkWrite };
