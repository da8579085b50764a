import { describe, expect, it } from 'vitest';
import type { Request } from '../engine-side.ts';
import type { Launch } from './process.ts';
import { READY, SparkQueue } from './queue.ts';

/** A process in the place of Spark: echoes each program, dies of `die` (as often as told) and never answers `hang`. */
function fake(deadly: { die: number; starts?: number }): { launch: Launch; started: () => number } {
  let started = 0;
  const launch: Launch = (onLine, onEnd) => {
    started++;
    let state: 'running' | 'hanging' | 'ended' = 'running';
    const lines: string[] = [];
    const end = (): void => {
      if (state !== 'ended') setTimeout(onEnd, 0);
      state = 'ended';
    };
    const work = (): void => {
      const line = lines.shift();
      if (line === undefined || state !== 'running') return;
      const { code } = JSON.parse(line) as Request;
      if (code === 'hang') state = 'hanging';
      else if (code === 'die' && deadly.die > 0) {
        deadly.die--;
        end();
      } else onLine(JSON.stringify({ rows: [[code]] }));
    };
    if (started <= (deadly.starts ?? 0)) end();
    else setTimeout(() => onLine(READY), 0);
    const send = (line: string): void => {
      lines.push(line);
      setTimeout(work, 0);
    };
    return { kill: end, send };
  };
  return { launch, started: () => started };
}
const program = (code: string): Request => ({ tables: {}, conf: {}, code });

describe('the queue to Spark', () => {
  it('answers many programs in their order', async () => {
    const { launch, started } = fake({ die: 0 });
    const queue = new SparkQueue(launch);
    const answers = await Promise.all(['a', 'b', 'c'].map((code) => queue.run(program(code))));
    expect(answers.map((a) => a.rows?.[0]?.[0])).toEqual(['a', 'b', 'c']);
    expect(started()).toBe(1);
    queue.stop();
  });

  it('starts Spark again when it dies, and goes on where it stopped', async () => {
    const { launch } = fake({ die: 1 });
    const queue = new SparkQueue(launch);
    const answers = await Promise.all(['a', 'die', 'b'].map((code) => queue.run(program(code))));
    expect(answers.map((a) => a.rows?.[0]?.[0])).toEqual(['a', 'die', 'b']);
    expect(queue.restarts).toBe(1);
    queue.stop();
  });

  it('gives up a program under which Spark died twice, and says so', async () => {
    const { launch } = fake({ die: 5 });
    const queue = new SparkQueue(launch);
    const [first, second, third] = await Promise.all(['a', 'die', 'b'].map((code) => queue.run(program(code))));
    expect(first?.rows).toEqual([['a']]);
    expect(second?.broken).toContain('2 times');
    expect(third?.rows).toEqual([['b']]);
    queue.stop();
  });

  it('ends a process that does not answer', async () => {
    const { launch } = fake({ die: 0 });
    const queue = new SparkQueue(launch, { patience: 3, tickMs: 5 });
    const [hung, next] = await Promise.all([queue.run(program('hang')), queue.run(program('a'))]);
    expect(hung.broken).toContain('2 times');
    expect(next.rows).toEqual([['a']]);
    queue.stop();
  });

  it('says so where Spark does not start', async () => {
    const { launch, started } = fake({ die: 0, starts: 99 });
    const queue = new SparkQueue(launch);
    expect((await queue.run(program('a'))).broken).toContain('does not start');
    expect((await queue.run(program('b'))).broken).toContain('does not start');
    expect(started()).toBe(3);
    queue.stop();
  });
});
