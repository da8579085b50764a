/** Files of XML: each element of the name `rowTag` is a row. */
import { cellReader } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import { analysisError } from '../../core/index.ts';
import { isLegacy } from '../../functions/legacy-datetime/index.ts';
import { canonicalXml, compatibleXml, elementsNamed, inferElement, parseXml, structValue, xmlDatetimes, XmlError, xmlNames, xmlWriter } from '../../functions/xml/index.ts';
import type { XmlElement, XmlReading } from '../../functions/xml/index.ts';
import type { Options } from '../../functions/json/index.ts';
import { StringType, structField, StructValue, timestampsAreLocal } from '../../types/index.ts';
import type { DataType, StructType, Value } from '../../types/index.ts';
import type { ReadContext } from '../context.ts';
import { failedRead } from '../errors.ts';
import type { VirtualFile } from '../files/file-system.ts';
import type { FileFormat } from '../format.ts';
import { batchOf } from '../lines.ts';
import { corruptField, corruptName, readMode } from '../modes.ts';
import { textOf } from '../text/content.ts';

const EMPTY: StructType = { kind: 'struct', fields: [] };

function rowTagOf(options: Options): string {
  const rowTag = options.get('rowTag');
  if (rowTag !== undefined && rowTag !== '') return rowTag;
  throw analysisError('XML_ROW_TAG_MISSING', '42KDF', { rowTag: '`rowTag`' }, 'Files of XML need the option rowTag: the name of the elements that are rows.');
}

/** A text of a DataFrame or RDD stored as a file: its outermost element is the row, whatever its name is. */
const ROW_A_FILE = 'sparring.xml.rowAFile';

/** The elements that are rows; undefined where the file is no XML. */
function rowsIn(file: VirtualFile, options: Options): readonly XmlElement[] | undefined {
  const text = textOf(file, 'xml');
  const rowAFile = options.flag(ROW_A_FILE, false);
  const rowTag = rowAFile ? '' : rowTagOf(options);
  if (text.trim() === '') return rowAFile ? undefined : [];
  try {
    if (rowAFile) return parseXml(text, true).children.flatMap((c) => (c.kind === 'element' ? [c] : []));
    return elementsNamed(text, rowTag);
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}

function inferSchema(files: readonly VirtualFile[], options: Options, context: ReadContext): StructType {
  const how = { names: xmlNames(options), datetime: xmlDatetimes(options, context.sessionTimeZone, context.now, context.conf), options, isLocal: timestampsAreLocal(context.conf) };
  let type: DataType = EMPTY;
  let hasCorrupt = false;
  for (const file of files) {
    const rows = rowsIn(file, options);
    if (rows === undefined && readMode(options) === 'failfast') throw failedRead(file.path, 'it is not well-formed XML.');
    hasCorrupt ||= rows === undefined;
    for (const row of rows ?? []) type = compatibleXml(type, inferElement(row, how));
  }
  const columns = canonicalXml(type) as StructType;
  if (!hasCorrupt || readMode(options) !== 'permissive') return columns;
  const name = corruptName(options, context);
  return columns.fields.some((f) => f.name === name) ? columns : { kind: 'struct', fields: [structField(name, StringType), ...columns.fields] };
}

function readFile(file: VirtualFile, schema: StructType, options: Options, context: ReadContext): Batch {
  const mode = readMode(options);
  const corrupt = corruptField(schema, options, context);
  const actual: StructType = { kind: 'struct', fields: schema.fields.filter((_, i) => i !== corrupt) };
  const source = textOf(file, 'xml');
  const reading: XmlReading = { names: xmlNames(options), datetime: xmlDatetimes(options, context.sessionTimeZone, context.now, context.conf), source, binaryStyle: context.conf('spark.sql.binaryOutputStyle') };
  const rows: (readonly Value[])[] = [];
  const put = (values: readonly Value[], good: boolean): void => {
    if (!good && mode === 'dropmalformed') return;
    if (!good && mode === 'failfast') throw failedRead(file.path, 'a row does not fit the schema.');
    rows.push(corrupt < 0 ? values : [...values.slice(0, corrupt), good ? null : source, ...values.slice(corrupt)]);
  };
  const elements = rowsIn(file, options);
  if (elements === undefined) put(actual.fields.map(() => null), false);
  for (const element of elements ?? []) readRow(element, actual, reading, put);
  return batchOf(schema, rows);
}

/** Where a row does not fit, Spark goes on reading behind the part that did not: rows inside of it may follow. */
function readRow(element: XmlElement, type: StructType, reading: XmlReading, put: (values: readonly Value[], good: boolean) => void): void {
  const { value, good, stop } = structValue(element, type, reading);
  put(value.values, good);
  if (stop === undefined) return;
  for (const inner of elementsNamed(element, element.name)) if (inner.start >= stop) readRow(inner, type, reading, put);
}

function writeFile(schema: StructType, batch: Batch, options: Options, context: ReadContext): string {
  rowTagOf(options);
  if (batch.length === 0) return '';
  const indent = options.get('indent') ?? '    ';
  const root = options.get('rootTag') ?? 'ROWS';
  const declaration = options.get('declaration') ?? 'version="1.0" encoding="UTF-8" standalone="yes"';
  const write = xmlWriter(schema, options, context.sessionTimeZone, isLegacy(context.conf), context.conf('spark.sql.binaryOutputStyle'));
  const readers = batch.columns.map((c) => cellReader(c));
  const rows = Array.from({ length: batch.length }, (_, i) => `${indent}${write(new StructValue(readers.map((r) => r(i))), 1).trimEnd()}\n`);
  return `${declaration === '' ? '' : `<?xml ${declaration}?>\n`}<${root}>\n${rows.join('')}</${root.split(' ')[0]}>`;
}

export const xmlFiles: FileFormat = { name: 'xml', extension: 'xml', inferSchema, read: readFile, write: writeFile };
