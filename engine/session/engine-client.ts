/** The engine as the TypeScript API uses it: requests as calls, results as columns. */
import type { Environment } from '../core/index.ts';
import { registry } from '../functions/registry.ts';
import type { TypeJson } from '../plan/index.ts';
import { typeFromJson } from '../types/index.ts';
import type { StructType } from '../types/index.ts';
import type { ApiHooks, ColumnFunction, EngineClient } from './api/client.ts';
import type { Engine } from './engine.ts';
import type { EngineRequest } from './request.ts';

export type ClientFunction =
  | { readonly kind: 'columns'; readonly run: ColumnFunction }
  | { readonly kind: 'batch'; readonly run: (hash: string, batchId: number) => void };

/** Functions of TypeScript programs by their ids, which are negative: ids from 0 on are the host's. */
export type FunctionTable = Map<number, ClientFunction>;

/** Ids of DataFrames made by this API begin here, above those that other clients of the engine count from 0. */
const FIRST_PLAN_ID = 1_000_000_000;

let nextPlanId = FIRST_PLAN_ID;

export function engineClient(
  engine: Engine,
  functions: FunctionTable,
  sessionId: string,
  environment: Environment,
  hooks: ApiHooks,
): EngineClient {
  const add = (f: ClientFunction): number => {
    const id = -1 - functions.size;
    functions.set(id, f);
    return id;
  };
  const handle = (request: object): unknown => engine.handle({ ...request, sessionId } as EngineRequest);
  return {
    registry,
    hooks,
    handle,
    schema: (plan) => typeFromJson(handle({ op: 'schema', plan }) as TypeJson) as StructType,
    collect: (plan) => engine.collect(plan, sessionId),
    nextPlanId: () => nextPlanId++,
    seed: () => environment.seed(),
    addFunction: (run) => add({ kind: 'columns', run }),
    addBatchFunction: (run) => add({ kind: 'batch', run }),
    newSession: () => engineClient(engine, functions, handle({ op: 'newSession' }) as string, environment, hooks),
  };
}
