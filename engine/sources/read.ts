/** The rows of a scan: files one by one, with the values of their directories; a Kafka topic as a batch. */
import { constantVector } from '../columnar/index.ts';
import type { Batch, Vector } from '../columnar/index.ts';
import { analysisError, InternalError, unsupported } from '../core/index.ts';
import type { Partitions } from '../execute/index.ts';
import { Options } from '../functions/json/index.ts';
import { INPUT_FILE_COLUMN } from '../plan/index.ts';
import type { DataSourceScan } from '../plan/index.ts';
import type { StructType } from '../types/index.ts';
import type { ReadContext } from './context.ts';
import { findFiles } from './files/discovery.ts';
import type { FoundFile } from './files/discovery.ts';
import { packFiles } from './files/packing.ts';
import { fileFormat } from './formats.ts';
import type { FileFormat } from './format.ts';
import { emptyBatch } from './lines.ts';
import { corruptName } from './modes.ts';

/** The partitions of a scan, each a list of batches with the scan's output columns. */
export function readScan(scan: DataSourceScan, context: ReadContext): Partitions {
  const format = fileFormat(scan.format);
  if (format === undefined) throw unsupported(`Reading ${scan.format} outside of a stream`);
  const options = new Options(Object.entries(scan.options));
  refuseOnlyCorrupt(scan, options, context);
  const found = findFiles(scan.paths, options, context);
  const names = found.partitionFields.map((f) => f.name.toLowerCase());
  const data: StructType = { kind: 'struct', fields: scan.schema.fields.filter((f) => !names.includes(f.name.toLowerCase())) };
  const read = (f: FoundFile): Batch => readFile(f, format, data, names, scan, options, context);
  const partitions = packFiles(found.files, context.conf).map((files) => files.map(read));
  return partitions.length > 0 ? partitions : [[emptyBatch(scanSchema(scan))]];
}

function scanSchema(scan: DataSourceScan): StructType {
  return { kind: 'struct', fields: scan.output.map((a) => ({ name: a.name, type: a.type, nullable: a.nullable })) };
}

/** Reads one file and picks the scan's columns. */
export function readFile(
  found: FoundFile,
  format: FileFormat,
  data: StructType,
  partitionNames: readonly string[],
  scan: DataSourceScan,
  options: Options,
  context: ReadContext,
): Batch {
  const batch = format.read(found.file, data, options, context);
  const columns = scan.output.map((a): Vector => {
    if (a.name === INPUT_FILE_COLUMN) return constantVector(a.type, encodeURI(`file://${found.file.path}`), batch.length);
    const partition = partitionNames.indexOf(a.name.toLowerCase());
    if (partition >= 0) return constantVector(a.type, found.partition[partition] ?? null, batch.length);
    const at = data.fields.findIndex((f) => f.name === a.name);
    const column = batch.columns[at];
    if (column === undefined) throw new InternalError(`the scan's column ${a.name} is not among those of its schema`);
    return column;
  });
  return { length: batch.length, columns };
}

/** What went wrong can only be told beside what was read. */
function refuseOnlyCorrupt(scan: DataSourceScan, options: Options, context: ReadContext): void {
  if (scan.format !== 'csv' && scan.format !== 'json') return;
  const name = corruptName(options, context);
  if (scan.output.length !== 1 || scan.output[0]?.name !== name || scan.schema.fields.length === 1) return;
  throw analysisError(
    'UNSUPPORTED_FEATURE.QUERY_ONLY_CORRUPT_RECORD_COLUMN',
    '0A000',
    {},
    `A query cannot read the column ${name} alone from ${scan.format}. Cache the DataFrame first, or select other columns too.`,
  );
}
