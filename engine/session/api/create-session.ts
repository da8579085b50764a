/** The session that TypeScript solutions get as `spark`. */
import { activate } from './active-client.ts';
import { setCallSite } from './column.ts';
import type { EngineClient } from './client.ts';
import type { SparkSession } from './public/index.ts';
import { SparkSessionImpl } from './spark-session.ts';

/** A session over an engine's client (`engine.client()`). */
export function createSparkSession(client: EngineClient): SparkSession {
  setCallSite(client.hooks.callSite);
  activate(client);
  return new SparkSessionImpl(client);
}
