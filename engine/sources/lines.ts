/** Lines of a text, and columns from rows. */
import { createBuilder, nullVector } from '../columnar/index.ts';
import type { Batch } from '../columnar/index.ts';
import type { StructType, Value } from '../types/index.ts';

/** Lines without their ends; `separator` undefined: any of \n, \r\n, \r. A last empty line is none. */
export function linesOf(text: string, separator?: string): string[] {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const lines = separator === undefined ? body.split(/\r\n|\n|\r/) : body.split(separator);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Rows (values in field order) as a batch. */
export function batchOf(schema: StructType, rows: readonly (readonly Value[])[]): Batch {
  const builders = schema.fields.map((f) => createBuilder(f.type, rows.length));
  for (const row of rows) for (let j = 0; j < builders.length; j++) builders[j]?.append(row[j] ?? null);
  return { length: rows.length, columns: builders.map((b) => b.finish()) };
}

export function emptyBatch(schema: StructType): Batch {
  return { length: 0, columns: schema.fields.map((f) => nullVector(f.type, 0)) };
}
