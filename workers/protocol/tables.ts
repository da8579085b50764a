/** Tables, plans and errors on their way between realms, as zod sees them. Whatever the user realm says is data, never believed. */
import { z } from 'zod';

export const MAX_TABLE_ROWS = 2_000_000;
export const MAX_TABLE_COLUMNS = 2_000;
export const MAX_TEXT_CHARS = 10_000_000;
export const MAX_CASES_COUNT = 500;

/** A wire value; its form by type is in `engine/types/wire.ts`. */
export type Wire = null | boolean | number | string | readonly Wire[] | { readonly [key: string]: unknown };
export const wireSchema: z.ZodType<Wire> = z.custom<Wire>(
  (v) => v === null || ['boolean', 'number', 'string', 'object'].includes(typeof v),
  'a wire value',
);

/** A DataType in Spark's JSON form or DDL. */
export const typeJsonSchema = z.union([z.string().max(MAX_TEXT_CHARS), z.record(z.string(), z.unknown())]);

/** `columns[j][i]`: wire value of row i in field j. */
export const tableSchema = z
  .object({
    schema: typeJsonSchema,
    numRows: z.number().int().min(0).max(MAX_TABLE_ROWS),
    columns: z.array(z.array(wireSchema)).max(MAX_TABLE_COLUMNS),
    /** Rows of the whole, where only the first are here. */
    totalRows: z.number().int().min(0).optional(),
  })
  .readonly();
export type Table = z.infer<typeof tableSchema>;

/** A place in the user's source: lines from 1, columns from 1; end exclusive. */
export const sourceSpanSchema = z.object({
  line: z.number().int().min(1),
  column: z.number().int().min(1),
  endLine: z.number().int().min(1),
  endColumn: z.number().int().min(1),
});
export type SourceSpan = z.infer<typeof sourceSpanSchema>;

export const userFrameSchema = sourceSpanSchema.extend({
  function: z.string().max(500),
  text: z.string().max(2_000),
});
export type UserFrame = z.infer<typeof userFrameSchema>;

/** An error of the user's program: what it is, where, and Spark's own fields where it is Spark's. */
export const userErrorSchema = z.object({
  /** Class name as a traceback ends with: `AnalysisException`, `TypeError`, `SyntaxError`, `TimeLimit`. */
  type: z.string().max(200),
  message: z.string().max(100_000),
  /** `Traceback (most recent call last): …` over the user's frames only. */
  traceback: z.string().max(200_000),
  frames: z.array(userFrameSchema).max(50),
  condition: z.string().max(200).nullable().default(null),
  sqlState: z.string().max(10).nullable().default(null),
  parameters: z.record(z.string(), z.string()).default({}),
});
export type UserError = z.infer<typeof userErrorSchema>;
