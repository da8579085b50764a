/** How readers take records that do not fit: parse modes and the column of corrupt records. */
import { analysisError } from '../core/index.ts';
import type { Options } from '../functions/json/index.ts';
import { quotedSqlType } from '../types/index.ts';
import type { StructType } from '../types/index.ts';
import type { ReadContext } from './context.ts';

export type ReadMode = 'permissive' | 'dropmalformed' | 'failfast';

/** By the option `mode`; unknown ones count as PERMISSIVE, as in Spark. */
export function readMode(options: Options): ReadMode {
  const mode = (options.get('mode') ?? '').toUpperCase();
  return mode === 'DROPMALFORMED' ? 'dropmalformed' : mode === 'FAILFAST' ? 'failfast' : 'permissive';
}

export function corruptName(options: Options, context: ReadContext): string {
  return options.get('columnNameOfCorruptRecord') ?? context.conf('spark.sql.columnNameOfCorruptRecord') ?? '_corrupt_record';
}

/** Where in the schema the column of corrupt records stands; -1 if it is not asked for. */
export function corruptField(schema: StructType, options: Options, context: ReadContext): number {
  const name = corruptName(options, context);
  const at = schema.fields.findIndex((f) => f.name === name);
  const field = schema.fields[at];
  if (field !== undefined && field.type.kind !== 'string') {
    throw analysisError(
      'INVALID_CORRUPT_RECORD_TYPE',
      '42804',
      { columnName: `\`${name}\``, actualType: quotedSqlType(field.type) },
      `The column ${name}, which takes what cannot be read, must be a STRING.`,
    );
  }
  return at;
}
