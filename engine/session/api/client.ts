/** What the TypeScript API asks of the engine: requests as plain calls, results as columns. */
import type { Batch } from '../../columnar/index.ts';
import type { FunctionRegistry } from '../../functions/define.ts';
import type { Relation, TypeJson, WireValue } from '../../plan/index.ts';
import type { StructType } from '../../types/index.ts';
import type { EngineRequest } from '../request.ts';

type WithoutSession<R> = R extends unknown ? Omit<R, 'sessionId'> : never;
export type SessionRequest = WithoutSession<EngineRequest>;

/** A function of the user's over whole columns of wire values; `argTypes` are the columns' types. */
export type ColumnFunction = (
  columns: readonly (readonly WireValue[])[],
  numRows: number,
  argTypes: readonly TypeJson[],
) => readonly WireValue[];

/** What surrounds the engine may give: where text is printed, and how a danfojs DataFrame is made. */
export interface ApiHooks {
  readonly print: (text: string) => void;
  /** The line in the user's program that is running, for errors. */
  readonly callSite?: () => string | undefined;
  readonly toPandas?: (columns: Readonly<Record<string, readonly unknown[]>>) => Promise<unknown>;
}

export interface EngineClient {
  readonly registry: FunctionRegistry;
  readonly hooks: ApiHooks;
  /** Answers one request. Throws SparkError. */
  handle(request: SessionRequest): unknown;
  schema(plan: Relation): StructType;
  collect(plan: Relation): { readonly schema: StructType; readonly batch: Batch };
  nextPlanId(): number;
  /** A seed for sampling where the user gave none. */
  seed(): number;
  /** Keeps a user's function and gives its id. */
  addFunction(f: ColumnFunction): number;
  /** Keeps the callback of a `foreachBatch` and gives its id. */
  addBatchFunction(f: (hash: string, batchId: number) => void): number;
  /** The same engine with another session. */
  newSession(): EngineClient;
}
