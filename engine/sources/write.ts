/** `df.write`: partitions to files, directories for the values of partition columns, modes. */
import { cellReader, concatBatches, gatherBatch, keyText } from '../columnar/index.ts';
import type { Batch } from '../columnar/index.ts';
import { analysisError, unsupported } from '../core/index.ts';
import type { Partitions } from '../execute/index.ts';
import type { BucketSpec } from '../plan/index.ts';
import { Options } from '../functions/json/index.ts';
import { castValue, StringType } from '../types/index.ts';
import type { StructType, Value } from '../types/index.ts';
import { bucketSuffix, byBucket } from './buckets.ts';
import type { ReadContext } from './context.ts';
import { pathExists, sourceNotFound } from './errors.ts';
import { escapePath } from './files/discovery.ts';
import { joinPath, normalizePath } from './files/paths.ts';
import { fileFormat, isKnownUnsupported } from './formats.ts';
import type { FileFormat } from './format.ts';

export interface FileWrite {
  readonly format: string;
  readonly path: string;
  readonly mode: 'append' | 'overwrite' | 'error' | 'ignore';
  readonly options: Readonly<Record<string, string>>;
  readonly partitionBy: readonly string[];
  readonly buckets?: BucketSpec;
  /** With `overwrite`: the first folders of the partitions that are replaced (`a=1/b=x`); the others stay. */
  readonly folder?: string;
  readonly schema: StructType;
}

/** Tells files of one write from those of another. */
let writes = 0;

/**
 * Writes the rows that `rows` computes, unless the mode says to leave what is there. Gives the folders of partitions that
 * got files, below the path.
 */
export function writeFiles(w: FileWrite, rows: () => Partitions, context: ReadContext): ReadonlySet<string> {
  const format = writableFormat(w.format);
  const path = normalizePath(w.path);
  const isThere = context.files.exists(path);
  if (isThere && w.mode === 'error') throw pathExists(path);
  if (isThere && w.mode === 'ignore') return new Set();
  const keys = partitionColumns(w);
  const data: StructType = { kind: 'struct', fields: w.schema.fields.filter((_, i) => !keys.includes(i)) };
  format.checkWrite?.(data);
  const partitions = rows();
  if (isThere && w.mode === 'overwrite') removeOld(w, path, partitions, keys, context);
  context.files.makeDirectory(path);
  const job = writes++;
  const options = new Options(Object.entries(w.options));
  const written = new Set<string>();
  const types = w.schema.fields.map((f) => f.type);
  partitions.forEach((batches, task) => {
    const rows = batches.reduce((sum, b) => sum + b.length, 0);
    // A partition without rows leaves no file, but for the first: the schema must stand somewhere.
    if (rows === 0 && (task > 0 || keys.length > 0 || w.buckets !== undefined)) return;
    for (const part of byDirectory(concatBatches(types, batches), w.schema, keys, context)) {
      written.add(part.directory);
      const directory = joinDirectory(path, part.directory);
      for (const { suffix, batch } of inBuckets(part.batch, w)) {
        const name = `part-${String(task).padStart(5, '0')}-${String(job).padStart(8, '0')}${suffix}.${format.extension}`;
        writeFile(format, joinPath(directory, name), data, pick(batch, keys), options, context);
      }
    }
  });
  context.files.writeText(joinPath(path, '_SUCCESS'), '');
  return written;
}

function inBuckets(batch: Batch, w: FileWrite): readonly { readonly suffix: string; readonly batch: Batch }[] {
  if (w.buckets === undefined) return [{ suffix: '-c000', batch }];
  return byBucket(batch, w.schema, w.buckets).map((b) => ({ suffix: bucketSuffix(b.bucket), batch: b.batch }));
}

function joinDirectory(path: string, directory: string): string {
  return directory === '' ? path : joinPath(path, directory);
}

function writableFormat(name: string): FileFormat {
  const format = fileFormat(name);
  if (format !== undefined) return format;
  if (isKnownUnsupported(name)) throw unsupported(`Writing ${name}`);
  throw sourceNotFound(name);
}

function partitionColumns(w: FileWrite): number[] {
  const keys = w.partitionBy.map((name) => {
    const at = w.schema.fields.findIndex((f) => f.name.toLowerCase() === name.toLowerCase());
    if (at >= 0) return at;
    throw analysisError(
      'COLUMN_NOT_DEFINED_IN_TABLE',
      '42703',
      { colType: 'partition', colName: `\`${name}\``, tableName: w.path, tableCols: w.schema.fields.map((f) => f.name).join(', ') },
      `partitionBy names ${name}, which is not among the columns ${w.schema.fields.map((f) => f.name).join(', ')}.`,
    );
  });
  if (keys.length > 0 && keys.length === w.schema.fields.length) {
    throw analysisError('ALL_PARTITION_COLUMNS_NOT_ALLOWED', 'KD005', {}, 'A table cannot be partitioned by all of its columns.');
  }
  return keys;
}

/** Static overwrite removes all that was there; dynamic only the partitions that are written. */
function removeOld(w: FileWrite, path: string, partitions: Partitions, keys: readonly number[], context: ReadContext): void {
  const mode = w.options.partitionOverwriteMode ?? context.conf('spark.sql.sources.partitionOverwriteMode') ?? 'STATIC';
  if (keys.length === 0 || mode.toUpperCase() !== 'DYNAMIC') {
    context.files.delete(joinDirectory(path, w.folder ?? ''));
    return;
  }
  const written = new Set(partitions.flatMap((batches) => batches.flatMap((b) => byDirectory(b, w.schema, keys, context).map((x) => x.directory))));
  for (const directory of written) context.files.delete(joinPath(path, directory));
}

interface Part {
  readonly directory: string;
  readonly batch: Batch;
}

/** The rows by the values of the partition columns, each with its directory `a=1/b=x`. */
function byDirectory(batch: Batch, schema: StructType, keys: readonly number[], context: ReadContext): Part[] {
  if (keys.length === 0) return [{ directory: '', batch }];
  const readers = keys.map((k) => cellReader(batch.columns[k] as Batch['columns'][number]));
  const groups = new Map<string, { readonly values: readonly Value[]; readonly rows: number[] }>();
  for (let i = 0; i < batch.length; i++) {
    const values = readers.map((r) => r(i));
    const key = values.map((v, k) => keyText((schema.fields[keys[k] as number] as StructType['fields'][number]).type, v)).join('|');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { values, rows: [i] });
    else group.rows.push(i);
  }
  return [...groups.values()].map(({ values, rows }) => {
    const names = keys.map((k, i) => {
      const f = schema.fields[k] as StructType['fields'][number];
      const text = castValue(values[i] ?? null, f.type, StringType, 'ansi', { timeZone: context.sessionTimeZone, now: context.now });
      return `${escapePath(f.name)}=${escapePath(text as string | null)}`;
    });
    return { directory: names.join('/'), batch: gatherBatch(batch, Int32Array.from(rows)) };
  });
}

function pick(batch: Batch, dropped: readonly number[]): Batch {
  return dropped.length === 0 ? batch : { length: batch.length, columns: batch.columns.filter((_, i) => !dropped.includes(i)) };
}

function writeFile(format: FileFormat, path: string, schema: StructType, batch: Batch, options: Options, context: ReadContext): void {
  if (format.write === undefined) {
    context.files.writeColumns(path, { schema, batch });
    return;
  }
  context.files.writeText(path, format.write(schema, batch, options, context));
}
