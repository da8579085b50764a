/** Between DataFrames of the TypeScript API and wire plans: for whoever hands inputs to a program and takes its result. */
import type { Relation } from '../../plan/index.ts';
import type { EngineClient } from './client.ts';
import { DataFrameImpl } from './dataframe.ts';
import type { DataFrame } from './public/index.ts';

/** A DataFrame of a plan. Throws what the analyzer finds. */
export function dataFrameOf(client: EngineClient, plan: Relation): DataFrame {
  return DataFrameImpl.of(client, plan);
}

/** The plan of a DataFrame; null for any other value. */
export function planOf(value: unknown): Relation | null {
  return value instanceof DataFrameImpl ? value.plan : null;
}
