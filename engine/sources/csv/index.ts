/** Files of CSV. */
import { cellReader } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import { analysisError } from '../../core/index.ts';
import { csvFormat, csvReader, csvWriter, splitLine } from '../../functions/csv/index.ts';
import type { CsvPlaces } from '../../functions/csv/index.ts';
import type { Options } from '../../functions/json/index.ts';
import { quotedSqlType, quoteIdentifier, StructValue } from '../../types/index.ts';
import type { StructType, Value } from '../../types/index.ts';
import { isLegacy, oldFallback } from '../../functions/legacy-datetime/index.ts';
import { datetimeReader } from '../../functions/text-format.ts';
import type { ReadContext } from '../context.ts';
import { failedRead } from '../errors.ts';
import type { VirtualFile } from '../files/file-system.ts';
import type { FileFormat } from '../format.ts';
import { batchOf } from '../lines.ts';
import { corruptField, readMode } from '../modes.ts';
import { textOf } from '../text/content.ts';
import { csvPatterns, inferCsvSchema } from './infer.ts';
import { recordsOf } from './records.ts';

function readFile(file: VirtualFile, schema: StructType, options: Options, context: ReadContext, required: StructType = schema): Batch {
  const format = csvFormat(options);
  const lines = recordsOf(textOf(file, 'csv'), format, options.flag('multiLine', false), options.get('lineSep'));
  const header = options.flag('header', false);
  if (header && !options.flag('enforceSchema', true)) checkHeader(lines[0], schema, options, file);
  const mode = readMode(options);
  const corrupt = corruptField(schema, options, context);
  const actual: StructType = { kind: 'struct', fields: schema.fields.filter((_, i) => i !== corrupt) };
  const datetime = datetimeReader(csvPatterns(options), options.get('timeZone') ?? context.sessionTimeZone, context.now, oldFallback(options, context.conf, 'cast'));
  const read = csvReader(actual, options, datetime, wantedPlaces(actual, required, context));
  const corruptAt = corrupt < 0 ? -1 : required.fields.findIndex((f) => f.name === schema.fields[corrupt]?.name);
  const rows: (readonly Value[])[] = [];
  for (const line of header ? lines.slice(1) : lines) {
    const { value, good } = read(line);
    if (!good && mode === 'dropmalformed') continue;
    if (!good && mode === 'failfast') throw failedRead(file.path, `the line ${line} does not fit the schema.`);
    rows.push(corruptAt < 0 ? value.values : [...value.values.slice(0, corruptAt), good ? null : line, ...value.values.slice(corruptAt)]);
  }
  return batchOf(required, rows);
}

/** Of a line only the fields in use are read: what is wrong with others is not seen. */
function wantedPlaces(actual: StructType, required: StructType, context: ReadContext): CsvPlaces | undefined {
  const places = required.fields.flatMap((f) => {
    const at = actual.fields.findIndex((x) => x.name === f.name);
    return at < 0 ? [] : [at];
  });
  if (places.length === actual.fields.length) return undefined;
  return { places, only: context.conf('spark.sql.csv.parser.columnPruning.enabled') !== 'false' };
}

/** With `enforceSchema` off the header must name the columns. */
function checkHeader(line: string | undefined, schema: StructType, options: Options, file: VirtualFile): void {
  if (line === undefined) return;
  const names = splitLine(line, csvFormat(options)).map((c) => c.text ?? '');
  if (names.length === schema.fields.length && names.every((n, i) => n === schema.fields[i]?.name)) return;
  throw failedRead(file.path, `its header is ${names.join(', ')}, but the schema has ${schema.fields.map((f) => f.name).join(', ')}.`);
}

const UNWRITABLE: readonly string[] = ['null', 'array', 'map', 'struct', 'variant', 'calendar_interval'];

function checkWrite(schema: StructType): void {
  for (const f of schema.fields) {
    if (!UNWRITABLE.includes(f.type.kind)) continue;
    throw analysisError(
      'UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE',
      '0A000',
      { columnName: quoteIdentifier(f.name), columnType: quotedSqlType(f.type), format: 'CSV' },
      `CSV cannot hold the column ${f.name}, which is ${quotedSqlType(f.type).replaceAll('"', '')}. Turn it into a string first.`,
    );
  }
}

function writeFile(schema: StructType, batch: Batch, options: Options, context: ReadContext): string {
  const format = csvFormat(options, true);
  const separator = options.get('lineSep') ?? '\n';
  const write = csvWriter(schema, options, context.sessionTimeZone, isLegacy(context.conf));
  const readers = batch.columns.map((c) => cellReader(c));
  const lines: string[] = [];
  if (options.flag('header', false)) lines.push(schema.fields.map((f) => headerCell(f.name, format)).join(format.separator));
  for (let i = 0; i < batch.length; i++) lines.push(write(new StructValue(readers.map((r) => r(i)))));
  return lines.map((l) => l + separator).join('');
}

function headerCell(name: string, format: ReturnType<typeof csvFormat>): string {
  const { separator, quote, escape } = format;
  if (!name.includes(separator) && !name.includes(quote) && !/[\r\n]/.test(name)) return name;
  return quote + name.replaceAll(quote, escape + quote) + quote;
}

export const csvFiles: FileFormat = { name: 'csv', extension: 'csv', inferSchema: inferCsvSchema, read: readFile, readsByColumn: true, write: writeFile, checkWrite };
