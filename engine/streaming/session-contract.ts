/** The session as streaming sees it, and streaming as the session sees it: types only. */
export type { StartedQueryJson, StreamingManager, StreamingSession } from './contract.ts';
export type { EngineEvent, StreamMethod, StreamSpec, TableJson } from '../plan/index.ts';
export type { VirtualClock } from '../core/index.ts';
