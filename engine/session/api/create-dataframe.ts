/** `spark.createDataFrame`: rows of JavaScript values as a relation. */
import { SparkError } from '../../core/index.ts';
import type { Relation, TypeJson, WireValue } from '../../plan/index.ts';
import { NullType, StringType, typeToJson } from '../../types/index.ts';
import type { DataType, StructField, StructType } from '../../types/index.ts';
import { cellsOf, inferType, mergeTypes, wireFromJs } from './js-values.ts';
import { dataTypeOf } from './type-texts.ts';
import type { RowLike, TypeLike } from './public/index.ts';
import { isRow } from './row.ts';

function isRowLike(value: unknown): boolean {
  if (Array.isArray(value) || isRow(value)) return true;
  return typeof value === 'object' && value !== null && !(value instanceof Date || value instanceof Uint8Array || value instanceof Map);
}

/** Names of the columns where the schema does not give them. */
function namesOf(rows: readonly unknown[]): string[] {
  const names = new Set<string>();
  let width = 0;
  for (const row of rows) {
    if (Array.isArray(row)) width = Math.max(width, row.length);
    else if (isRowLike(row)) for (const name of Object.keys(isRow(row) ? row.asDict() : (row as object))) names.add(name);
    else width = Math.max(width, 1);
  }
  if (names.size > 0) return [...names];
  return Array.from({ length: width }, (_, i) => (rows.every(isRowLike) ? `_${i + 1}` : 'value'));
}

function inferred(names: readonly string[], rows: readonly unknown[]): StructType {
  if (rows.length === 0) {
    throw new SparkError({
      errorClass: 'IllegalArgumentException',
      condition: 'CANNOT_INFER_EMPTY_SCHEMA',
      sqlState: null,
      sentence: 'There are no rows to infer types from. Give the schema with types.',
    });
  }
  const types: DataType[] = names.map(() => NullType);
  for (const row of rows) {
    const cells = isRowLike(row) ? (cellsOf(row, names) ?? []) : [row];
    for (let j = 0; j < names.length; j++) types[j] = mergeTypes(types[j] as DataType, inferType(cells[j]));
  }
  const undetermined = types.findIndex((t) => t.kind === 'null');
  if (undetermined >= 0) {
    throw new SparkError({
      errorClass: 'IllegalArgumentException',
      condition: 'CANNOT_DETERMINE_TYPE',
      sqlState: null,
      sentence: `All values of ${names[undetermined]} are null, so its type cannot be inferred. Give the schema.`,
    });
  }
  return { kind: 'struct', fields: names.map((name, j) => ({ name, type: types[j] as DataType, nullable: true })) };
}

function isNames(schema: TypeLike | readonly string[] | undefined): schema is readonly string[] {
  return Array.isArray(schema);
}

function schemaOf(rows: readonly unknown[], schema: TypeLike | readonly string[] | undefined): StructType {
  if (schema === undefined) return inferred(namesOf(rows), rows);
  if (isNames(schema)) {
    const found = namesOf(rows);
    const positional = rows.some((r) => Array.isArray(r) || !isRowLike(r));
    return inferred(positional ? [...schema, ...found.slice(schema.length)] : schema, rows);
  }
  const type = dataTypeOf(schema);
  if (type.kind === 'struct') return type;
  return { kind: 'struct', fields: [{ name: 'value', type, nullable: true }] };
}

function requireValue(field: StructField, value: unknown): void {
  if (field.nullable || (value !== null && value !== undefined)) return;
  throw new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'FIELD_NOT_NULLABLE_WITH_NAME',
    sqlState: null,
    parameters: { field_name: field.name },
    sentence: `The column ${field.name} may not be null, but a row has no value for it.`,
  });
}

/** The rows as a LocalRelation. Throws where a row does not fit the schema. */
export function localRelation(rows: readonly RowLike[] | readonly unknown[], schema: TypeLike | readonly string[] | undefined): Relation {
  const type = schemaOf(rows, schema);
  const names = type.fields.map((f) => f.name);
  const wire = rows.map((row): WireValue[] => {
    const cells = isRowLike(row) ? (cellsOf(row, names) ?? []) : [row];
    if (cells.length !== names.length) {
      throw new SparkError({
        errorClass: 'IllegalArgumentException',
        condition: 'AXIS_LENGTH_MISMATCH',
        sqlState: null,
        parameters: { expected_length: String(names.length), actual_length: String(cells.length) },
        sentence: `A row has ${cells.length} values for the ${names.length} columns ${names.join(', ')}.`,
      });
    }
    return type.fields.map((f, j) => {
      requireValue(f, cells[j]);
      return wireFromJs(f.type.kind === 'null' ? StringType : f.type, cells[j]);
    });
  });
  return { type: 'LocalRelation', schema: typeToJson(type) as TypeJson, rows: wire };
}
