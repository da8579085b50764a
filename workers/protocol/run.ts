/**
 * What the page (or the command line) asks of a user realm, and what comes back.
 * A run executes the source once in a fresh namespace and then calls the challenge's function for each case.
 */
import { z } from 'zod';
import { MAX_CASES_COUNT, MAX_TEXT_CHARS, tableSchema, userErrorSchema, wireSchema } from './tables.ts';

export const languageSchema = z.enum(['python', 'typescript']);
export type Language = z.infer<typeof languageSchema>;

/** An event that a challenge's script lets arrive at the in-memory broker. */
export const brokerEventSchema = z.object({
  topic: z.string(),
  partition: z.number().int().min(0).optional(),
  key: z.string().nullable().optional(),
  value: z.string().nullable(),
  /** Broker timestamp, microseconds since the epoch; default: the virtual clock. */
  timestampMicros: z.number().optional(),
});
export type BrokerEvent = z.infer<typeof brokerEventSchema>;

/** Steps of a streaming case on the virtual clock: each `deliver` is followed by one round of micro-batches. */
export const streamScriptSchema = z.object({
  topics: z.array(z.object({ name: z.string(), partitions: z.number().int().min(1) })),
  startMicros: z.number(),
  steps: z.array(
    z.object({
      /** Virtual time that passes before the events arrive. */
      advanceMicros: z.number().min(0),
      deliver: z.array(brokerEventSchema),
    }),
  ),
});
export type StreamScript = z.infer<typeof streamScriptSchema>;

/** An argument of the challenge's function. A table's plan is `CachedLocalRelation {hash}`. */
export const caseArgumentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('table'),
    /** Parameter name. */
    name: z.string(),
    hash: z.string(),
    table: tableSchema,
    numPartitions: z.number().int().min(1).optional(),
  }),
  z.object({
    kind: z.literal('value'),
    name: z.string(),
    value: wireSchema,
    /** Passed as a keyword, or left to the function's default when absent from the case. */
    keyword: z.boolean().optional(),
  }),
]);
export type CaseArgument = z.infer<typeof caseArgumentSchema>;

/** One case as the user realm sees it: inputs only, never what is expected. */
export const caseInputSchema = z.object({
  caseId: z.string(),
  /** The function to call instead of the run's: a challenge may have a second part with a function of its own. */
  functionName: z.string().optional(),
  arguments: z.array(caseArgumentSchema),
  /** Session conf for this case (`spark.sql.autoBroadcastJoinThreshold`, …). */
  conf: z.record(z.string(), z.string()),
  stream: streamScriptSchema.optional(),
});
export type CaseInput = z.infer<typeof caseInputSchema>;

export const runRequestSchema = z.object({
  language: languageSchema,
  /** Python text, or JavaScript (an ES module) emitted from the user's TypeScript. */
  source: z.string().max(MAX_TEXT_CHARS),
  /** Name under which tracebacks show it: `solution.py`, `solution.ts`. */
  filename: z.string(),
  /** The challenge's function; absent for a plain script. */
  functionName: z.string().optional(),
  cases: z.array(caseInputSchema).max(MAX_CASES_COUNT),
  /** Fixed seed of Python's random state and of the engine's chance. */
  seed: z.number().int(),
  /** Virtual now of the engine's clock, microseconds. */
  nowMicros: z.number(),
  /** Also give result tables, plans' text and micro-batches for display (Run), not only plans (Submit). */
  display: z.boolean(),
});
export type RunRequest = z.infer<typeof runRequestSchema>;

/** A streaming query that the user's program started. */
export const startedStreamSchema = z.object({
  queryId: z.string(),
  /** The wire plan; the judge runs it itself. */
  plan: z.unknown(),
  spec: z.unknown(),
});
export type StartedStream = z.infer<typeof startedStreamSchema>;

const MAX_SETTING_CHARS = 1_000;

export const caseOutcomeSchema = z.object({
  caseId: z.string(),
  durationMs: z.number(),
  error: userErrorSchema.nullable(),
  /** Name of the returned value's type when it is not a DataFrame (`NoneType`, `list`). */
  returnedType: z.string().max(200).nullable(),
  /** Wire plan of the returned DataFrame. */
  plan: z.unknown().nullable(),
  /** Rows of the result: for display, or where the plan holds a function of the user's that only this realm can run. */
  table: tableSchema.nullable(),
  explain: z.string().max(MAX_TEXT_CHARS).nullable(),
  streams: z.array(startedStreamSchema).max(50),
  /** Ids of the queries that the function returned, in order. */
  returnedStreams: z.array(z.string()).max(50),
  /** Settings of the session when the function returned: those set by the program or the case. */
  conf: z.record(z.string().max(MAX_SETTING_CHARS), z.string().max(MAX_SETTING_CHARS)).optional(),
});
export type CaseOutcome = z.infer<typeof caseOutcomeSchema>;

export const runResultSchema = z.object({
  /** Error at the top level of the program: no case was called. */
  error: userErrorSchema.nullable(),
  cases: z.array(caseOutcomeSchema).max(MAX_CASES_COUNT),
  durationMs: z.number(),
});
export type RunResult = z.infer<typeof runResultSchema>;

/** One-way events of a user realm, on a port of their own. */
export const realmEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stdout'), text: z.string().max(MAX_TEXT_CHARS) }),
  z.object({ kind: z.literal('stderr'), text: z.string().max(MAX_TEXT_CHARS) }),
  z.object({ kind: z.literal('case'), caseId: z.string() }),
  z.object({ kind: z.literal('engine'), event: z.unknown() }),
  /** A library that the program wants and the realm, without network, cannot fetch. */
  z.object({ kind: z.literal('need'), library: z.enum(['danfojs']) }),
  /** The run is over: no event of it follows. The result comes on another port, and may come first. */
  z.object({ kind: z.literal('end') }),
]);
export type RealmEvent = z.infer<typeof realmEventSchema>;
