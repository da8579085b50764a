/** Which files a reader's paths mean, and the partition columns that directories named `key=value` give them. */
import { castValue, DateType, DoubleType, IntegerType, LongType, parseDouble, sessionTimestampType, StringType } from '../../types/index.ts';
import type { DataType, StructField, Value } from '../../types/index.ts';
import type { Options } from '../../functions/json/index.ts';
import type { ReadContext } from '../context.ts';
import { pathNotFound } from '../errors.ts';
import { isHidden } from './file-system.ts';
import type { VirtualFile } from './file-system.ts';
import { baseName, globPattern, normalizePath, parentOf } from './paths.ts';

export interface FoundFile {
  readonly file: VirtualFile;
  /** Values of the partition columns, in their order. */
  readonly partition: readonly Value[];
}

export interface FoundFiles {
  /** The paths as given, globs resolved. */
  readonly roots: readonly string[];
  readonly files: readonly FoundFile[];
  readonly partitionFields: readonly StructField[];
}

const NULL_PARTITION = '__HIVE_DEFAULT_PARTITION__';

interface RawFile {
  readonly file: VirtualFile;
  /** Directory names `key=value` between root and file, unescaped. */
  readonly parts: readonly (readonly [key: string, value: string | null])[];
}

/**
 * Finds the files. Partition columns among `known` have the type given there, others the narrowest that takes their values.
 * Raises PATH_NOT_FOUND for a path without any.
 */
export function findFiles(paths: readonly string[], options: Options, context: ReadContext, known: readonly StructField[] = []): FoundFiles {
  const roots = paths.flatMap((path) => {
    const found = context.files.glob(path);
    if (found.length === 0) throw pathNotFound(normalizePath(path));
    return found;
  });
  const recursive = options.flag('recursiveFileLookup', false);
  const filter = options.get('pathGlobFilter');
  const wanted = filter === undefined ? undefined : globPattern(filter);
  const base = options.get('basePath');
  const raw = roots.flatMap((root) =>
    context.files
      .filesUnder(root)
      .filter((f) => isVisible(f.path, root) && (wanted === undefined || wanted.test(baseName(f.path))))
      .flatMap((file): RawFile[] => {
        const below = partitionPath(file.path, base === undefined ? root : normalizePath(base));
        if (recursive) return [{ file, parts: [] }];
        const parts = below.map(partOf);
        return parts.every((p) => p !== undefined) ? [{ file, parts: parts as RawFile['parts'] }] : [];
      }),
  );
  return { roots, ...withPartitions(raw, known, context) };
}

function isVisible(path: string, root: string): boolean {
  for (let at = path; at.length > root.length; at = parentOf(at)) if (isHidden(at)) return false;
  return true;
}

/** Directories between the root and the file. */
function partitionPath(path: string, root: string): string[] {
  if (path === root) return [];
  const prefix = root === '/' ? '/' : `${root}/`;
  const directory = parentOf(path);
  return directory.startsWith(prefix) ? directory.slice(prefix.length).split('/') : [];
}

function partOf(directory: string): readonly [string, string | null] | undefined {
  const at = directory.indexOf('=');
  if (at <= 0) return undefined;
  const value = unescapePath(directory.slice(at + 1));
  return [unescapePath(directory.slice(0, at)), value === NULL_PARTITION ? null : value];
}

function unescapePath(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const ESCAPED = /[\u0001-\u001f"#%'*/:=?\\{[\]^\u007f]/g;

/** A value as part of a directory's name. */
export function escapePath(text: string | null): string {
  if (text === null || text === '') return NULL_PARTITION;
  return text.replace(ESCAPED, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

function withPartitions(raw: readonly RawFile[], known: readonly StructField[], context: ReadContext): Pick<FoundFiles, 'files' | 'partitionFields'> {
  const names = raw[0]?.parts.map(([key]) => key) ?? [];
  const infer = context.conf('spark.sql.sources.partitionColumnTypeInference.enabled') !== 'false';
  const inferred = (i: number): DataType => (infer ? commonType(raw.map((f) => f.parts[i]?.[1] ?? null), sessionTimestampType(context.conf)) : StringType);
  const types = names.map((name, i) => known.find((f) => f.name.toLowerCase() === name.toLowerCase())?.type ?? inferred(i));
  const partitionFields = names.map((name, i): StructField => ({ name, type: types[i] as DataType, nullable: true }));
  const files = raw.map(({ file, parts }) => ({
    file,
    partition: types.map((type, i) => partitionValue(parts[i]?.[1] ?? null, type, context)),
  }));
  return { files, partitionFields };
}

function partitionValue(text: string | null, type: DataType, context: ReadContext): Value {
  return text === null ? null : castValue(text, StringType, type, 'legacy', { timeZone: context.sessionTimeZone, now: context.now });
}

/** The one pattern that is read: `yyyy-MM-dd HH:mm:ss[.S]`. */
const TIMESTAMP_TEXT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d)?$/;

/** `timestamp`: what TIMESTAMP means. */
function inferredType(text: string, timestamp: DataType): DataType {
  if (/^-?\d+$/.test(text)) {
    const x = BigInt(text);
    if (BigInt.asIntN(32, x) === x) return IntegerType;
    if (BigInt.asIntN(64, x) === x) return LongType;
  }
  if (/^[+-]?[\d.]/.test(text) && parseDouble(text) !== null) return DoubleType;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && castValue(text, StringType, DateType, 'try', { timeZone: 'UTC' }) !== null) return DateType;
  if (TIMESTAMP_TEXT.test(text) && castValue(text, StringType, timestamp, 'try', { timeZone: 'UTC' }) !== null) return timestamp;
  return StringType;
}

const WIDENING: readonly DataType['kind'][] = ['integer', 'long', 'double', 'string'];

/** The narrowest type for all values of a partition column. */
function commonType(values: readonly (string | null)[], timestamp: DataType): DataType {
  const types = values.flatMap((v) => (v === null ? [] : [inferredType(v, timestamp)]));
  if (types.length === 0) return StringType;
  return types.reduce((a, b) => {
    if (a.kind === b.kind) return a;
    const [i, j] = [WIDENING.indexOf(a.kind), WIDENING.indexOf(b.kind)];
    if (i >= 0 && j >= 0) return i > j ? a : b;
    return (a.kind === 'date' && b.kind === timestamp.kind) || (a.kind === timestamp.kind && b.kind === 'date') ? timestamp : StringType;
  });
}
