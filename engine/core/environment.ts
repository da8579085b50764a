/** What the engine may not take from its surroundings by itself: time and chance are handed in. */
export interface Environment {
  /** Microseconds since the epoch (integer; safe up to the year 2255). */
  now(): number;
  /** Milliseconds on a monotonic clock, for metrics only; never for results. */
  elapsed(): number;
  /** A fresh 32-bit seed for `rand()` and `sample()` without a seed. */
  seed(): number;
}

/** A fixed environment: time stands still, seeds count up. For tests and for repeatable judging. */
export function fixedEnvironment(nowMicros = 1_767_225_600_000_000): Environment {
  let seed = 0;
  return { now: () => nowMicros, elapsed: () => 0, seed: () => ++seed };
}
