/** Events of an engine in a user realm, checked before the page shows them: the realm may say anything. */
import { z } from 'zod';
import { tableSchema } from '../../workers/protocol/tables.ts';

const MAX_CHILDREN = 100;
const MAX_LINE_CHARS = 20_000;

/** A physical operator with what it counted. */
export interface PlanNode {
  readonly nodeName: string;
  readonly simpleString: string;
  readonly metrics: Readonly<Record<string, number>>;
  readonly children: readonly PlanNode[];
}

const planNodeSchema: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    nodeName: z.string().max(500),
    simpleString: z.string().max(MAX_LINE_CHARS),
    metrics: z.record(z.string(), z.number()),
    children: z.array(planNodeSchema).max(MAX_CHILDREN),
  }),
);

const engineEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('execution'), action: z.string().max(200), physicalPlan: planNodeSchema, durationMs: z.number() }),
  z.object({
    kind: z.literal('microBatch'),
    queryId: z.string().max(200),
    queryName: z.string().max(500).nullable(),
    sink: z.string().max(500),
    outputMode: z.string().max(50),
    batchId: z.number().int(),
    arrived: tableSchema,
    watermarkMicros: z.number().nullable(),
    emitted: tableSchema,
    rowsDroppedByWatermark: z.number(),
    stateRows: z.number(),
    progress: z.record(z.string(), z.unknown()),
  }),
]);

export type EngineEvent = z.infer<typeof engineEventSchema>;

/** The event, or null when it is none of ours. */
export function parseEngineEvent(data: unknown): EngineEvent | null {
  const parsed = engineEventSchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}
