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

/** A call of a user's table function over the rows of one partition. */
export interface TableFunctionCall {
  readonly functionId: number;
  /** Wire values of each argument, one a row. */
  readonly columns: readonly (readonly WireValue[])[];
  readonly numRows: number;
  readonly argTypes: readonly TypeJson[];
  /** Names of arguments passed by name; null for the others. */
  readonly argNames: readonly (string | null)[];
  readonly outputType: TypeJson;
  /**
   * Of an argument that is a table's rows: the fields that part them, rows of a part lying together, and how many fields
   * at the end the function does not see.
   */
  readonly parts?: { readonly argument: number; readonly fields: readonly number[]; readonly hidden: number };
  /** Of a function with an `analyze` method: what it gave. */
  readonly analysisId?: number;
}

/** Rows that a table function made: which input row each is of (the last one's for those made at the end), and their columns. */
export interface TableFunctionRows {
  readonly rows: readonly number[];
  readonly columns: readonly (readonly WireValue[])[];
}

/** An argument as a table function's `analyze` method sees it. */
export interface TableFunctionArgument {
  readonly name: string | null;
  readonly dataType: TypeJson;
  readonly value: WireValue;
  readonly isTable: boolean;
  readonly isConstant: boolean;
}

/** What a table function's `analyze` method asks for; column names are SQL expressions. */
export interface TableFunctionAnalysis {
  readonly analysisId: number;
  readonly schema: TypeJson;
  readonly withSinglePartition: boolean;
  readonly partitionBy: readonly string[];
  readonly orderBy: readonly { readonly name: string; readonly ascending: boolean; readonly nullsFirst: boolean | null }[];
  readonly select: readonly { readonly name: string; readonly alias: string }[];
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
  /** Runs a user's table function over a partition. */
  callTableFunction?(call: TableFunctionCall): TableFunctionRows;
  /** Asks a user's table function for its columns; or why it gives none, in one sentence. */
  analyzeTableFunction?(functionId: number, args: readonly TableFunctionArgument[]): TableFunctionAnalysis | { readonly error: string };
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
