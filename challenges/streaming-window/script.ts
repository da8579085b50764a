/** Scripts of events for the streaming challenge, on the virtual clock. */
import type { StreamEvent, StreamScript } from '../../grading/index.ts';

export const TOPIC = 'events';
export const RESULT_TOPIC = 'aggregated_events';
/** 2026-01-01 00:00:00 UTC. */
const START_SECONDS = 1_767_225_600;
const MICROS = 1_000_000;

/** An event as a producer sends it; `at` is minutes after the start, when it happened. */
export interface Happening {
  readonly at: number | null;
  readonly action: string | null;
  readonly user?: string | null;
}

export function event(h: Happening): StreamEvent {
  const timestamp = h.at === null ? null : START_SECONDS + Math.round(h.at * 60);
  const user = h.user === undefined ? 'u1' : h.user;
  return { topic: TOPIC, key: user, value: JSON.stringify({ user_id: user, action: h.action, timestamp }) };
}

export function raw(value: string | null): StreamEvent {
  return { topic: TOPIC, value };
}

/** Steps: minutes that pass on the clock, then what arrives. */
export function script(steps: readonly (readonly [minutes: number, events: readonly StreamEvent[]])[]): StreamScript {
  return {
    topics: [
      { name: TOPIC, partitions: 2 },
      { name: RESULT_TOPIC, partitions: 1 },
    ],
    startMicros: START_SECONDS * MICROS,
    steps: steps.map(([minutes, deliver]) => ({ advanceMicros: minutes * 60 * MICROS, deliver: [...deliver] })),
  };
}
