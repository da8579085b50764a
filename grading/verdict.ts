/** The verdict: one JSON document, the same in the page, on the command line and on a server; reports are printed from it. */
import { z } from 'zod';

export const VERDICT_VERSION = 1;

const cellSchema = z.string().nullable();
const rowSchema = z.array(cellSchema);

export const columnDifferenceSchema = z.object({
  expected: z.array(z.string()),
  actual: z.array(z.string()),
  missing: z.array(z.string()),
  unexpected: z.array(z.string()),
  wrongOrder: z.boolean(),
  types: z.array(z.object({ column: z.string(), expected: z.string(), actual: z.string() })),
});
export type ColumnDifference = z.infer<typeof columnDifferenceSchema>;

export const changedRowSchema = z.object({
  key: rowSchema,
  cells: z.array(z.object({ column: z.string(), expected: cellSchema, actual: cellSchema })),
});
export type ChangedRow = z.infer<typeof changedRowSchema>;

/** At most ten rows of each kind, and how many there are. A null cell is SQL NULL. */
export const rowDiffSchema = z.object({
  columns: z.array(z.string()),
  key: z.array(z.string()),
  expectedRows: z.number().int(),
  actualRows: z.number().int(),
  missing: z.object({ count: z.number().int(), rows: z.array(rowSchema) }),
  unexpected: z.object({ count: z.number().int(), rows: z.array(rowSchema) }),
  changed: z.object({ count: z.number().int(), rows: z.array(changedRowSchema) }),
  /** In how many of the changed rows each column differs. */
  changedColumns: z.record(z.string(), z.number().int()),
});
export type RowDiff = z.infer<typeof rowDiffSchema>;

export const orderProblemSchema = z.object({
  /** Row of the answer, from 0, that should stand above the one before it. */
  row: z.number().int(),
  columns: z.array(z.string()),
  previous: rowSchema,
  current: rowSchema,
});
export type OrderProblem = z.infer<typeof orderProblemSchema>;

export const diffSchema = z.object({
  /** Which output differs, where a case has several (a stream's sinks); else null. */
  output: z.string().nullable(),
  columns: columnDifferenceSchema.nullable(),
  rows: rowDiffSchema.nullable(),
  order: orderProblemSchema.nullable(),
});
export type Diff = z.infer<typeof diffSchema>;

export const caseErrorSchema = z.object({
  type: z.string(),
  message: z.string(),
  traceback: z.string(),
  condition: z.string().nullable(),
  sqlState: z.string().nullable(),
  line: z.number().int().nullable(),
  column: z.number().int().nullable(),
});
export type CaseError = z.infer<typeof caseErrorSchema>;

export const caseKindSchema = z.enum(['visible', 'edge', 'seeded', 'metamorphic']);
export type CaseKind = z.infer<typeof caseKindSchema>;

export const caseVerdictSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: caseKindSchema,
  /** The function that was called: challenges may have a second, optional part. */
  functionName: z.string(),
  /** `skipped`: an optional part that the solution leaves out. */
  status: z.enum(['passed', 'failed', 'error', 'skipped']),
  /** What is wrong and what to look at; null when passed. */
  sentence: z.string().nullable(),
  /** Machine-readable cause: a known mistake (`mistake:…`), a relaxation (`order`, `types`, …) or `missing_rows` and the like. */
  cause: z.string().nullable(),
  notes: z.array(z.string()),
  diffs: z.array(diffSchema),
  error: caseErrorSchema.nullable(),
  durationMs: z.number(),
});
export type CaseVerdict = z.infer<typeof caseVerdictSchema>;

export const criterionVerdictSchema = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['passed', 'failed', 'not_judged']),
  sentence: z.string(),
  /** The part of the plan or state that decided. */
  evidence: z.string().nullable(),
});
export type CriterionVerdict = z.infer<typeof criterionVerdictSchema>;

export const verdictSchema = z.object({
  version: z.literal(VERDICT_VERSION),
  challenge: z.object({ id: z.string(), number: z.number().int(), title: z.string() }),
  language: z.enum(['python', 'typescript']),
  mode: z.enum(['run', 'submit']),
  seed: z.number().int(),
  /** `error`: the program did not get as far as being judged; this costs nothing. */
  status: z.enum(['passed', 'failed', 'error']),
  sentence: z.string(),
  error: caseErrorSchema.nullable(),
  cases: z.array(caseVerdictSchema),
  criteria: z.array(criterionVerdictSchema),
  counts: z.object({ passed: z.number().int(), failed: z.number().int(), errors: z.number().int(), skipped: z.number().int() }),
  /** Where the user's program ran, as the host says: `opaque frame`, `bubblewrap`, …; null where nobody said. */
  confinement: z.string().nullable(),
  durationMs: z.number(),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** The verdict without what differs from run to run (times, where it ran), for comparing two. */
export function withoutTimes(v: Verdict): Verdict {
  return { ...v, durationMs: 0, confinement: null, cases: v.cases.map((c) => ({ ...c, durationMs: 0 })) };
}
