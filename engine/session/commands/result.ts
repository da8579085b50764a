/** Results of commands: small tables of text, truth values and whole numbers. */
import type { Relation, TypeJson, WireValue } from '../../plan/index.ts';
import { BooleanType, StringType, structField, structType, typeToJson } from '../../types/index.ts';
import type { StructField } from '../../types/index.ts';

export const text = (name: string, nullable = false): StructField => structField(name, StringType, nullable);
export const truth = (name: string): StructField => structField(name, BooleanType, false);

/** A relation of these rows. */
export function table(fields: readonly StructField[], rows: readonly (readonly WireValue[])[]): Relation {
  return { type: 'LocalRelation', schema: typeToJson(structType(fields)) as TypeJson, rows, isCommandResult: true };
}

/** The result of a command that has none. */
export const NOTHING: Relation = table([], []);

/** Spark's patterns of names: `*` for any text, `|` for or; case does not count. */
export function matchesPattern(name: string, pattern: string | undefined): boolean {
  if (pattern === undefined) return true;
  return pattern
    .trim()
    .split('|')
    .some((part) => {
      const source = part.replace(/[.+?^${}()[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
      return new RegExp(`^${source}$`, 'i').test(name);
    });
}
