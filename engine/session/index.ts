/** Sessions: the door of the folder. */
export { createSparkSession } from './api/create-session.ts';
export type { ApiHooks, ColumnFunction, EngineClient, SessionRequest } from './api/client.ts';
export { dataFrameOf, planOf } from './api/plan-access.ts';
export { functions } from './api/functions/index.ts';
export type * from './api/public/index.ts';
export * as types from './api/types.ts';
export { Window } from './api/window.ts';
export { VirtualClock } from '../core/index.ts';
export { DEFAULT_SESSION_ID, Engine } from './engine.ts';
export type { EngineOptions } from './engine.ts';
export type { LocalTable } from './local-store.ts';
export { schemaOf } from './query-execution.ts';
export type { QueryResult } from './query-execution.ts';
export type * from './request.ts';
export { tableJson } from './result.ts';
export { showString } from './show-string.ts';
export type { ShowOptions } from './show-string.ts';
export type { MakeStreamingManager, StartedQueryJson, StreamingManager, StreamingSession } from '../streaming/index.ts';
