/**
 * Files of Parquet and ORC. Here such a file keeps its columns as they are in memory, types and all: what was written can
 * be read back, but the bytes of a real file are not understood.
 */
import { unsupported } from '../../core/index.ts';
import { nullVector } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import type { StructType } from '../../types/index.ts';
import type { ColumnarContent, VirtualFile } from '../files/file-system.ts';
import type { FileFormat } from '../format.ts';

function contentOf(file: VirtualFile, format: string): ColumnarContent {
  if (file.content.kind === 'columns') return file.content;
  throw unsupported(`Reading the bytes of a ${format} file (${file.path})`, `A file that df.write.${format} wrote in this session can be read.`);
}

function readColumns(file: VirtualFile, schema: StructType, format: string): Batch {
  const content = contentOf(file, format);
  const { length } = content.batch;
  const columns = schema.fields.map((f) => {
    const at = content.schema.fields.findIndex((x) => x.name.toLowerCase() === f.name.toLowerCase());
    const found = content.batch.columns[at];
    if (found === undefined) return nullVector(f.type, length);
    if (found.type.kind !== f.type.kind) throw unsupported(`Reading the ${format} column ${f.name} as another type than it was written with`);
    return found;
  });
  return { length, columns };
}

/** Columns of all files: those of the first, or with `mergeSchema` of all. All are nullable, as in Spark. */
function schemaOf(files: readonly VirtualFile[], format: string, merge: boolean): StructType | undefined {
  const fields = new Map<string, StructType['fields'][number]>();
  for (const file of merge ? files : files.slice(0, 1)) {
    for (const f of contentOf(file, format).schema.fields) if (!fields.has(f.name)) fields.set(f.name, { ...f, nullable: true });
  }
  return files.length === 0 ? undefined : { kind: 'struct', fields: [...fields.values()] };
}

function columnarFiles(name: string): FileFormat {
  return {
    name,
    extension: `snappy.${name}`,
    inferSchema: (files, options) => schemaOf(files, name, options.flag('mergeSchema', false)),
    read: (file, schema) => readColumns(file, schema, name),
  };
}

export const columnarFormats: readonly FileFormat[] = [columnarFiles('parquet'), columnarFiles('orc')];
