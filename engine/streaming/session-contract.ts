/** The session as streaming sees it, and streaming as the session sees it: types only. */
export type { StartedQueryJson, StreamingManager, StreamingSession } from '../session/streaming.ts';
export type { EngineEvent, StreamMethod, StreamSpec, TableJson } from '../session/request.ts';
export type { VirtualClock } from '../session/clock.ts';
