/** `spark.read` and `spark.readStream` to scans: the format found, the schema inferred where it was not given. */
import { analysisError, SparkError, unsupported } from '../core/index.ts';
import { Options } from '../functions/json/index.ts';
import type { DataSourceScan, ReadDataSource } from '../plan/index.ts';
import { asNullable, parseSchema, quoteIdentifier, typeFromJson } from '../types/index.ts';
import type { StructType } from '../types/index.ts';
import type { ResolveContext } from './context.ts';
import { cannotInfer, missingOption, sourceNotFound } from './errors.ts';
import { findFiles } from './files/discovery.ts';
import type { FoundFiles } from './files/discovery.ts';
import { normalizePath } from './files/paths.ts';
import { fileFormat, isKnownUnsupported } from './formats.ts';
import type { FileFormat } from './format.ts';
import { resolveKafka } from './kafka/resolve.ts';
import { resolveRate } from './rate/resolve.ts';
import { scanOf } from './scan.ts';

/** A scan over the source; columns get fresh ids. Throws what Spark raises where the source cannot be read. */
export function resolveDataSource(relation: ReadDataSource, context: ResolveContext): DataSourceScan {
  const name = relation.format.toLowerCase();
  const options = new Options(Object.entries(relation.options));
  const format = fileFormat(name);
  if (format !== undefined) return resolveFiles(relation, format, options, context);
  if (name === 'kafka') return resolveKafka(relation, options, context);
  if (name === 'rate' || name === 'rate-micro-batch') return resolveRate(relation, options, context);
  if (isKnownUnsupported(name)) throw unsupported(`The data source ${relation.format}`);
  throw sourceNotFound(relation.format);
}

/** The schema that the user gave, all of it nullable as files cannot promise anything. */
export function givenSchema(relation: ReadDataSource): StructType | undefined {
  if (relation.schema === undefined) return undefined;
  const type = typeof relation.schema === 'string' && !relation.schema.startsWith('{') ? parseSchema(relation.schema) : typeFromJson(relation.schema);
  if (type.kind !== 'struct') throw unsupported('A schema that is not a struct');
  return asNullable(type) as StructType;
}

function resolveFiles(relation: ReadDataSource, format: FileFormat, options: Options, context: ResolveContext): DataSourceScan {
  const paths = pathsOf(relation, options);
  const given = givenSchema(relation);
  const isStreaming = relation.isStreaming === true;
  if (isStreaming && given === undefined && format.name !== 'text' && context.conf('spark.sql.streaming.schemaInference') !== 'true') throw streamNeedsSchema();
  const found = isStreaming && !paths.some((p) => context.files.exists(p)) ? NOTHING_YET : findFiles(paths, options, context, given?.fields);
  const data = given ?? format.inferSchema(found.files.map((f) => f.file), options, context);
  if (data === undefined) throw cannotInfer(format.name.toUpperCase());
  checkDuplicates(data, context);
  const schema = withPartitionColumns(data, found);
  const scan = scanOf(format.name, schema, relation, found.roots.length === 0 ? paths : found.roots, context, found.files.reduce((sum, f) => sum + f.file.sizeInBytes, 0));
  return found.partitionFields.length === 0 ? scan : { ...scan, partitionColumns: found.partitionFields.map((f) => f.name) };
}

const NOTHING_YET: FoundFiles = { roots: [], files: [], partitionFields: [] };

function pathsOf(relation: ReadDataSource, options: Options): string[] {
  const path = options.get('path');
  const paths = relation.paths.length > 0 ? relation.paths : path === undefined ? [] : [path];
  if (paths.length === 0) throw missingOption('path', `Reading ${relation.format} needs a path: load("/data/file"), or option("path", …).`);
  return paths.map(normalizePath);
}

/** Columns of directories come last; where the data has one of the same name, the directory's value counts. */
function withPartitionColumns(data: StructType, found: FoundFiles): StructType {
  const names = new Set(found.partitionFields.map((f) => f.name.toLowerCase()));
  const typed = found.partitionFields.map((f) => data.fields.find((d) => d.name.toLowerCase() === f.name.toLowerCase()) ?? f);
  return { kind: 'struct', fields: [...data.fields.filter((f) => !names.has(f.name.toLowerCase())), ...typed] };
}

function streamNeedsSchema(): SparkError {
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: '_LEGACY_ERROR_TEMP_2048',
    sentence: 'A stream of files needs its schema: readStream.schema("a INT, b STRING"), for files that come later could not change it.',
  });
}

function checkDuplicates(schema: StructType, context: ResolveContext): void {
  const caseSensitive = context.conf('spark.sql.caseSensitive') === 'true';
  const seen = new Set<string>();
  for (const f of schema.fields) {
    const key = caseSensitive ? f.name : f.name.toLowerCase();
    if (seen.has(key)) {
      throw analysisError('COLUMN_ALREADY_EXISTS', '42711', { columnName: quoteIdentifier(key) }, `The column ${key} comes twice in the data. Give the schema, or set spark.sql.caseSensitive.`);
    }
    seen.add(key);
  }
}
