/** What a file format must do to be read and written. One file format, one folder. */
import type { Batch } from '../columnar/index.ts';
import type { Options } from '../functions/json/index.ts';
import type { StructType } from '../types/index.ts';
import type { ReadContext } from './context.ts';
import type { VirtualFile } from './files/file-system.ts';

export interface FileFormat {
  readonly name: string;
  /** The data columns found in the files; undefined if there is nothing to find them in. */
  readonly inferSchema: (files: readonly VirtualFile[], options: Options, context: ReadContext) => StructType | undefined;
  /** The rows of a file with all columns of the schema; of formats that read by column those of `required`, in the schema's order. */
  readonly read: (file: VirtualFile, schema: StructType, options: Options, context: ReadContext, required?: StructType) => Batch;
  readonly readsByColumn?: boolean;
  /** The text of a file, or nothing where the format stores columns. */
  readonly write?: (schema: StructType, batch: Batch, options: Options, context: ReadContext) => string;
  /** Raises what Spark refuses to write in this format. */
  readonly checkWrite?: (schema: StructType) => void;
  readonly extension: string;
}
