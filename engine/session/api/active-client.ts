/** The session that was made last: functions made without one (`F.udf`) belong to it. */
import { SparkError } from '../../core/index.ts';
import type { EngineClient } from './client.ts';

let active: EngineClient | undefined;

export function activate(client: EngineClient): void {
  active = client;
}

/** A setting of that session; undefined where there is none. */
export function activeSetting(key: string): string | undefined {
  return active?.handle({ op: 'conf', action: 'get', key }) as string | undefined;
}

/** Throws where no session was made yet. */
export function activeClient(): EngineClient {
  if (active !== undefined) return active;
  throw new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'NO_ACTIVE_OR_DEFAULT_SESSION',
    sentence: 'There is no SparkSession yet, to which the function would belong.',
  });
}
