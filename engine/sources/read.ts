/** The rows of a scan: files one by one, with the values of their directories; a Kafka topic as a batch. */
import { constantVector } from '../columnar/index.ts';
import type { Batch, Vector } from '../columnar/index.ts';
import { analysisError, InternalError, unsupported } from '../core/index.ts';
import type { BucketRead } from '../physical/index.ts';
import type { Partitions } from '../execute/index.ts';
import { Options } from '../functions/json/index.ts';
import { INPUT_FILE_COLUMN } from '../plan/index.ts';
import type { DataSourceScan } from '../plan/index.ts';
import type { StructType, Value } from '../types/index.ts';
import type { ReadContext } from './context.ts';
import { bucketOfFile } from './buckets.ts';
import { findFiles } from './files/discovery.ts';
import type { FoundFile } from './files/discovery.ts';
import { packFiles } from './files/packing.ts';
import { parentOf } from './files/paths.ts';
import { fileFormat } from './formats.ts';
import type { FileFormat } from './format.ts';
import { emptyBatch } from './lines.ts';
import { corruptName } from './modes.ts';

/** The partitions of a scan, each a list of batches with the scan's output columns; of a bucketed one, a partition a bucket. */
export function readScan(scan: DataSourceScan, context: ReadContext, buckets?: BucketRead): Partitions {
  const format = fileFormat(scan.format);
  if (format === undefined) throw unsupported(`Reading ${scan.format} outside of a stream`);
  const options = new Options(Object.entries(scan.options));
  refuseOnlyCorrupt(scan, options, context);
  const found = findFiles(scan.paths, options, context, scan.schema.fields);
  const files = inFolders(found.files, scan.selectedFolders);
  const names = found.partitionFields.map((f) => f.name.toLowerCase());
  const data: StructType = { kind: 'struct', fields: scan.schema.fields.filter((f) => !names.includes(f.name.toLowerCase())) };
  const read = (f: FoundFile): Batch => readFile(f, format, data, names, scan, options, context);
  if (buckets !== undefined) return byBucket(files, buckets).map((part) => part.map(read));
  const partitions = packFiles(files, context.conf).map((part) => part.map(read));
  return partitions.length > 0 ? partitions : [[emptyBatch(scanSchema(scan))]];
}

/** The folders in which the scan finds files, with the values of its partition columns. */
export function partitionFolders(scan: DataSourceScan, context: ReadContext): readonly { readonly path: string; readonly values: readonly Value[]; readonly sizeInBytes: number }[] {
  const folders = new Map<string, { readonly path: string; readonly values: readonly Value[]; sizeInBytes: number }>();
  for (const { file, partition } of findFiles(scan.paths, new Options(Object.entries(scan.options)), context, scan.schema.fields).files) {
    const path = parentOf(file.path);
    const known = folders.get(path);
    if (known === undefined) folders.set(path, { path, values: partition, sizeInBytes: file.sizeInBytes });
    else known.sizeInBytes += file.sizeInBytes;
  }
  return [...folders.values()];
}

function inFolders(files: readonly FoundFile[], folders: readonly string[] | undefined): readonly FoundFile[] {
  if (folders === undefined) return files;
  const wanted = new Set(folders);
  return files.filter((f) => wanted.has(parentOf(f.file.path)));
}

function byBucket(files: readonly FoundFile[], { numBuckets, selected }: BucketRead): readonly (readonly FoundFile[])[] {
  const parts = Array.from({ length: numBuckets }, (): FoundFile[] => []);
  for (const f of files) {
    const bucket = bucketOfFile(f.file.path);
    if (bucket !== undefined && (selected === undefined || selected.includes(bucket))) parts[bucket]?.push(f);
  }
  return parts;
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
  const names = new Set(scan.output.map((a) => a.name));
  const required: StructType = format.readsByColumn === true ? { kind: 'struct', fields: data.fields.filter((f) => names.has(f.name)) } : data;
  const batch = format.read(found.file, data, options, context, required);
  const columns = scan.output.map((a): Vector => {
    if (a.name === INPUT_FILE_COLUMN) return constantVector(a.type, encodeURI(`file://${found.file.path}`), batch.length);
    const partition = partitionNames.indexOf(a.name.toLowerCase());
    if (partition >= 0) return constantVector(a.type, found.partition[partition] ?? null, batch.length);
    const { content } = found.file;
    const missing = scan.missing?.[a.name];
    if (missing !== undefined && content.kind === 'columns' && !content.schema.fields.some((f) => f.name.toLowerCase() === a.name.toLowerCase())) {
      return constantVector(a.type, missing, batch.length);
    }
    const at = required.fields.findIndex((f) => f.name === a.name);
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
