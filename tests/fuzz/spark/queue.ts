/**
 * Real Spark as a queue of programs. Several may wait, so that Spark works while the next ones are made. When its process
 * dies or hangs, another is started and goes on where it stopped; a program under which it died twice is given up.
 */
import type { Answer } from '../answer.ts';
import type { Request } from '../engine-side.ts';
import type { Child, Launch } from './process.ts';

export const READY = '{"ready": true}';
const TICK_MS = 1000;
const DEATHS_MAX = 2;
const FAILED_STARTS_MAX = 3;

interface Waiting {
  readonly line: string;
  readonly resolve: (answer: Answer) => void;
  deaths: number;
}
export interface QueueOptions {
  /** Seconds after which an answer is no longer waited for. A start may take as long. */
  readonly patience?: number;
  readonly tickMs?: number;
}

export class SparkQueue {
  /** How often a process had to be started again. */
  restarts = 0;
  private readonly waiting: Waiting[] = [];
  private child: Child | undefined;
  private ready = false;
  private failedStarts = 0;
  /** Ticks since the last line: counted, so that time in which this process was stopped does not count. */
  private ticks = 0;
  private readonly timer: NodeJS.Timeout;
  private readonly patience: number;

  constructor(
    private readonly launch: Launch,
    options: QueueOptions = {},
  ) {
    this.patience = options.patience ?? 120;
    this.timer = setInterval(() => this.tick(), options.tickMs ?? TICK_MS);
    this.start();
  }

  /** `compiled`: through Spark's code generator, as it runs by default. */
  run(request: Request, compiled = false): Promise<Answer> {
    const line = JSON.stringify({ ...request, compile: compiled });
    return new Promise((resolve) => {
      if (this.failedStarts >= FAILED_STARTS_MAX) return resolve({ broken: 'real Spark does not start' });
      if (this.waiting.length === 0) this.ticks = 0;
      this.waiting.push({ line, resolve, deaths: 0 });
      if (this.ready) this.child?.send(line);
    });
  }

  stop(): void {
    clearInterval(this.timer);
    const { child } = this;
    this.child = undefined;
    child?.kill();
  }

  private start(): void {
    this.ready = false;
    this.ticks = 0;
    const child: Child = this.launch(
      (line) => this.line(line),
      () => {
        if (this.child === child) this.ended();
      },
    );
    this.child = child;
  }

  private line(line: string): void {
    this.ticks = 0;
    if (!this.ready) {
      this.ready = line === READY;
      if (this.ready) for (const each of this.waiting) this.child?.send(each.line);
      return;
    }
    this.waiting.shift()?.resolve(JSON.parse(line) as Answer);
  }

  private tick(): void {
    if (this.ready && this.waiting.length === 0) return;
    if (++this.ticks >= this.patience) this.child?.kill();
  }

  private ended(): void {
    this.child = undefined;
    const [head] = this.waiting;
    if (this.ready) {
      this.failedStarts = 0;
      if (head !== undefined && ++head.deaths >= DEATHS_MAX) this.waiting.shift()?.resolve({ broken: `real Spark's process died of it ${DEATHS_MAX} times` });
    } else if (++this.failedStarts >= FAILED_STARTS_MAX) {
      for (const each of this.waiting.splice(0)) each.resolve({ broken: 'real Spark does not start' });
      return;
    }
    this.restarts++;
    this.start();
  }
}
