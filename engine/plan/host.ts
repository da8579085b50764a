/** What the engine and the realm around it tell each other: streams, callbacks, events, tables. Plain data. */
import type { TypeJson, WireValue } from './expressions.ts';

export interface StreamSpec {
  readonly format: string;
  readonly outputMode?: string;
  readonly queryName?: string;
  readonly options: Readonly<Record<string, string>>;
  readonly trigger: { readonly kind: 'default' | 'processingTime' | 'once' | 'availableNow' | 'continuous'; readonly interval?: string };
  readonly partitionBy: readonly string[];
  /** Callback ids of `foreachBatch` and `foreach`. */
  readonly foreachBatchId?: number;
  readonly path?: string;
  readonly table?: string;
}

export type StreamMethod =
  | 'status'
  | 'isActive'
  | 'stop'
  | 'awaitTermination'
  | 'processAllAvailable'
  | 'lastProgress'
  | 'recentProgress'
  | 'exception'
  | 'explain';

/** `columns[j][i]`: wire value of row i in field j. */
export interface TableJson {
  readonly schema: TypeJson;
  readonly numRows: number;
  readonly columns: readonly (readonly WireValue[])[];
  /** Rows of the whole, where only the first are here. */
  readonly totalRows?: number;
}

/** What the realm around the engine gives it. */
export interface EngineHost {
  /** Runs a user function over whole columns (wire values of `argTypes`) and gives its column back; throws SparkError PYTHON_EXCEPTION. */
  callFunction?(
    functionId: number,
    columns: readonly (readonly WireValue[])[],
    numRows: number,
    argTypes: readonly TypeJson[],
  ): readonly WireValue[];
  /** `foreachBatch(df, batchId)`: the rows are registered as CachedLocalRelation under `hash`. */
  callBatchFunction?(functionId: number, hash: string, batchId: number): void;
  /** Console sinks of streams print here. */
  print?(text: string): void;
  /** Plan, metrics and micro-batch events for the page, as plain data. */
  onEvent?(event: EngineEvent): void;
}

/** A physical operator as the page and the judge see it. */
export interface PlanNodeJson {
  readonly nodeName: string;
  /** One line as in `explain()`, ids included. */
  readonly simpleString: string;
  readonly metrics: Readonly<Record<string, number>>;
  readonly children: readonly PlanNodeJson[];
}

export type EngineEvent =
  | { readonly kind: 'execution'; readonly action: string; readonly physicalPlan: PlanNodeJson; readonly durationMs: number }
  | {
      readonly kind: 'microBatch';
      readonly queryId: string;
      readonly queryName: string | null;
      readonly sink: string;
      readonly outputMode: string;
      readonly batchId: number;
      /** Input rows of this batch by source, the watermark that filtered them, what was emitted, dropped and kept. */
      readonly arrived: TableJson;
      readonly watermarkMicros: number | null;
      readonly emitted: TableJson;
      readonly rowsDroppedByWatermark: number;
      readonly stateRows: number;
      readonly progress: Readonly<Record<string, unknown>>;
    };
