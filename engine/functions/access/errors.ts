/** Errors of access to fields and items, raised when the query is analyzed. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import { quotedSqlType, quoteIdentifier } from '../../types/index.ts';
import type { StructType } from '../../types/index.ts';
import type { ArgumentInfo } from '../define.ts';

export function fieldNotFound(type: StructType, name: string): SparkError {
  const fields = type.fields.map((f) => quoteIdentifier(f.name)).join(', ');
  return analysisError(
    'FIELD_NOT_FOUND',
    '42704',
    { fieldName: quoteIdentifier(name), fields },
    `There is no field ${quoteIdentifier(name)}; the struct has ${fields}.`,
  );
}

/** INVALID_EXTRACT_BASE_FIELD_TYPE: the value has no fields and no items. */
export function noParts(base: ArgumentInfo): SparkError {
  return analysisError(
    'INVALID_EXTRACT_BASE_FIELD_TYPE',
    '42000',
    { base: `"${base.sql}"`, other: quotedSqlType(base.type) },
    `Nothing can be taken out of ${base.sql}: it is ${quotedSqlType(base.type).replaceAll('"', '')}, not an array, a map or a struct.`,
  );
}

/** INVALID_EXTRACT_FIELD_TYPE: a struct's field is named by a constant text. */
export function noFieldName(extraction: ArgumentInfo): SparkError {
  return analysisError(
    'INVALID_EXTRACT_FIELD_TYPE',
    '42000',
    { extraction: `"${extraction.sql}"` },
    `A field of a struct is named by a constant text, not by ${extraction.sql}.`,
  );
}
