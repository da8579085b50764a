/** The engine's clock: that of its environment, moved on by the program's waiting (`time.sleep`) and by tests. */
import type { Environment } from './environment.ts';

export class VirtualClock {
  private offsetMicros = 0;

  constructor(private readonly environment: Environment) {}

  /** Microseconds since the epoch. */
  now(): number {
    return this.environment.now() + this.offsetMicros;
  }

  advance(micros: number): void {
    this.offsetMicros += Math.max(0, micros);
  }

  /** Jumps forward to a time; never back. */
  advanceTo(micros: number): void {
    this.advance(micros - this.now());
  }
}

/** The environment with the time of this clock. */
export function onClock(environment: Environment, clock: VirtualClock): Environment {
  return { now: () => clock.now(), elapsed: () => environment.elapsed(), seed: () => environment.seed() };
}
