/** Plays a case's script of events against streaming queries in the judge's own engine, and notes what each sink got in each step. */
import type { Engine, EngineEvent, Relation, StreamSpec, WireValue } from '../../engine/index.ts';
import type { StreamOutput, StreamPart, StreamQuery } from '../challenge.ts';
import { concatTables, tableFromBatch, tableFromJson, typeOf } from '../compare/index.ts';
import type { ResultTable } from '../compare/index.ts';
import type { StreamScript } from '../submission.ts';
import type { EngineSettings, MakeEngine } from './case-engine.ts';

/** The column that tells in which step of the script a row was emitted. */
export const STEP = 'step';

type MicroBatch = Extract<EngineEvent, { kind: 'microBatch' }>;

export interface StartedQuery {
  readonly output: StreamOutput;
  readonly plan: Relation;
  readonly spec: StreamSpec;
}
export interface OutputTrace {
  /** What was emitted, with the step of each row. */
  readonly rows: ResultTable;
  /** Rows of state after the last micro-batch, and rows dropped as late in all. */
  readonly stateRows: number;
  readonly droppedRows: number;
}

function started(answer: unknown): string {
  const id = (answer as { readonly id?: unknown } | null)?.id;
  if (typeof id !== 'string') throw new TypeError('the query did not start');
  return id;
}

/** Starts the queries and plays the script. Throws what a query raises. */
export function playQueries(script: StreamScript, queries: readonly StartedQuery[], make: MakeEngine, conf: EngineSettings['conf']): Map<string, OutputTrace> {
  const batches: { step: number; event: MicroBatch }[] = [];
  let step = 0;
  const onEvent = (event: EngineEvent): void => {
    if (event.kind === 'microBatch') batches.push({ step, event });
  };
  const engine = make({ conf, nowMicros: script.startMicros, onEvent });
  for (const t of script.topics) engine.broker.createTopic(t.name, t.partitions);
  const ids = queries.map((q) => started(engine.handle({ op: 'writeStream', plan: q.plan, spec: q.spec })));
  const settle = (): void => {
    for (const queryId of ids) engine.handle({ op: 'stream', queryId, method: 'processAllAvailable' });
  };
  const kafka = new Map<string, KafkaRows>(queries.filter((q) => q.output.topic !== undefined).map((q) => [q.output.id, new KafkaRows(engine, q.output.topic ?? '')]));
  settle();
  for (const s of script.steps) {
    step += 1;
    engine.handle({ op: 'advanceClock', micros: s.advanceMicros });
    for (const e of s.deliver) engine.broker.append({ topic: e.topic, value: e.value, key: e.key ?? null, ...(e.partition === undefined ? {} : { partition: e.partition }), ...(e.timestampMicros === undefined ? {} : { timestampMicros: e.timestampMicros }) });
    settle();
    for (const rows of kafka.values()) rows.collect(step);
  }
  const traces = new Map<string, OutputTrace>();
  for (const [i, q] of queries.entries()) {
    const own = batches.filter((b) => b.event.queryId === ids[i]);
    const rows = kafka.get(q.output.id)?.table(engine, q.output) ?? emittedRows(own, q.output);
    traces.set(q.output.id, { rows, stateRows: own.at(-1)?.event.stateRows ?? 0, droppedRows: own.reduce((n, b) => n + b.event.rowsDroppedByWatermark, 0) });
  }
  return traces;
}

function withStep(table: ResultTable, steps: readonly number[]): ResultTable {
  return {
    schema: { kind: 'struct', fields: [{ name: STEP, type: { kind: 'integer' }, nullable: false }, ...table.schema.fields] },
    numRows: table.numRows,
    columns: [steps, ...table.columns],
  };
}

/** What the sink got, micro-batch after micro-batch, as one table. */
function emittedRows(batches: readonly { step: number; event: MicroBatch }[], output: StreamOutput): ResultTable {
  const empty = emptyTable(output.schema);
  const filled = batches.filter((b) => b.event.emitted.numRows > 0);
  const steps = filled.flatMap((b) => new Array<number>(b.event.emitted.numRows).fill(b.step));
  const [first, ...rest] = filled.map((b) => tableFromJson(b.event.emitted));
  return withStep(first === undefined ? empty : rest.reduce(concatTables, first), steps);
}

function emptyTable(ddl: string): ResultTable {
  const schema = typeOf(ddl);
  if (schema.kind !== 'struct') throw new TypeError('a stream output needs a list of columns');
  return { schema, numRows: 0, columns: schema.fields.map(() => []) };
}

/** Records that arrive at a topic, by step. */
class KafkaRows {
  private readonly seen: number[] = [];
  private readonly values: (string | null)[] = [];
  private readonly steps: number[] = [];

  constructor(
    private readonly engine: Engine,
    private readonly topic: string,
  ) {}

  collect(step: number): void {
    const { broker } = this.engine;
    for (const [partition, end] of broker.endOffsets(this.topic).entries()) {
      for (const record of broker.read(this.topic, partition, this.seen[partition] ?? 0, end)) {
        this.values.push(record.value === null ? null : new TextDecoder().decode(record.value));
        this.steps.push(step);
      }
      this.seen[partition] = end;
    }
  }

  /** The values read as JSON by the engine itself, by Spark's rules. */
  table(engine: Engine, output: StreamOutput): ResultTable {
    const rows: WireValue[][] = this.values.map((v) => [v]);
    const local: Relation = { type: 'LocalRelation', schema: 'value STRING', rows };
    const ddl = output.schema.replaceAll("'", "''");
    const { schema, batch } = engine.run({
      type: 'WithCTE',
      ctes: [{ name: 'records', plan: local }],
      input: { type: 'SQL', query: `SELECT record.* FROM (SELECT from_json(value, '${ddl}') AS record FROM records)` },
    });
    return withStep(tableFromBatch(schema, batch), this.steps);
  }
}

/** The reference's query as a plan. */
export function referencePlan(part: StreamPart, query: StreamQuery): Relation {
  const source: Relation = {
    type: 'ReadDataSource',
    format: 'kafka',
    isStreaming: true,
    paths: [],
    options: { 'kafka.bootstrap.servers': 'localhost:9092', subscribe: part.topic },
  };
  const parsed: Relation = { type: 'WithCTE', ctes: [{ name: 'source', plan: source }], input: { type: 'SQL', query: query.parse ?? part.parse } };
  const { watermark } = query;
  const marked: Relation = watermark === null ? parsed : { type: 'WithWatermark', input: parsed, eventTime: watermark.column, delayThreshold: watermark.delay };
  return { type: 'WithCTE', ctes: [{ name: 'parsed', plan: marked }], input: { type: 'SQL', query: query.sql } };
}

/** The reference's query with a sink that keeps nothing: what it emits is what is due. */
export function referenceQuery(part: StreamPart, query: StreamQuery, output: StreamOutput): StartedQuery {
  const { topic: _, ...rest } = output;
  return {
    output: rest,
    plan: referencePlan(part, query),
    spec: { format: 'noop', outputMode: output.outputMode, options: { checkpointLocation: `/judge/${output.id}` }, trigger: { kind: 'default' }, partitionBy: [] },
  };
}
