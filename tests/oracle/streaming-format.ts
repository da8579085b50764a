/** Streaming scripts (written by hand) and their recordings (made by the recorder); README.md describes both. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { errorSchema, fieldSchema } from './format.ts';

const cell: z.ZodType<unknown> = z.unknown();
const row = z.array(cell);

const triggerSchema = z.strictObject({
  availableNow: z.literal(true).optional(),
  once: z.literal(true).optional(),
});

export const stepSchema = z.union([
  z.strictObject({ start: triggerSchema }),
  z.strictObject({ addRows: z.array(row) }),
  z.strictObject({ processAll: z.literal(true) }),
  z.strictObject({ stop: z.literal(true) }),
  z.strictObject({ awaitTermination: z.literal(true) }),
]);

export const scriptSchema = z.strictObject({
  id: z.string(),
  about: z.string(),
  /** DDL of the input's columns. */
  schema: z.string(),
  /** Lines of PySpark that make `result` from `events`. */
  query: z.array(z.string()),
  outputMode: z.enum(['append', 'update', 'complete']),
  ordered: z.literal(true).optional(),
  conf: z.record(z.string(), z.string()),
  steps: z.array(stepSchema),
});

const batchSchema = z.strictObject({
  batchId: z.int(),
  numInputRows: z.int(),
  eventTime: z.strictObject({
    avg: z.string().optional(),
    max: z.string().optional(),
    min: z.string().optional(),
    watermark: z.string().optional(),
  }),
  stateOperators: z.array(
    z.strictObject({
      operatorName: z.string(),
      numRowsTotal: z.int(),
      numRowsUpdated: z.int(),
      numRowsRemoved: z.int(),
      numRowsDroppedByWatermark: z.int(),
    }),
  ),
  rows: z.array(row),
});

export const streamRecordingSchema = z.strictObject({
  spark: z.string(),
  id: z.string(),
  source: z.string(),
  schema: z.array(fieldSchema).optional(),
  /** One entry for each `processAll` or `awaitTermination` step. */
  processed: z.array(z.strictObject({ batches: z.array(batchSchema) })).optional(),
  error: errorSchema.optional(),
});

export type StreamScript = z.infer<typeof scriptSchema>;
export type StreamRecording = z.infer<typeof streamRecordingSchema>;

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

/** Must equal the recording's `source`, else the recording is stale. */
export function scriptHash(script: StreamScript): string {
  return createHash('sha256').update(canonical(script)).digest('hex').slice(0, 16);
}
