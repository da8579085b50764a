/** One long-lived PySpark process, asked a program at a time over its standard streams. */
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Answer } from '../answer.ts';
import type { Request } from '../engine-side.ts';

/** A query that takes longer than this is given up, and the process with it. */
const ANSWER_MS = 120_000;

export class SparkProcess {
  private readonly lines: AsyncIterator<string>;

  private constructor(private readonly child: ChildProcessByStdio<Writable, Readable, null>) {
    this.lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  static async start(): Promise<SparkProcess> {
    // Plain JavaScript without types: it also runs where nothing is installed yet.
    const setup = (await import(join(import.meta.dirname, '../../oracle/setup.mjs'))) as { ensureOracle(): { python: string; env: NodeJS.ProcessEnv } };
    const { python, env } = setup.ensureOracle();
    const child = spawn(python, [join(import.meta.dirname, 'server.py')], { env, stdio: ['pipe', 'pipe', 'ignore'] });
    const made = new SparkProcess(child);
    const first = await made.line();
    if (first !== '{"ready": true}') throw new Error(`real Spark did not start: ${first}`);
    return made;
  }

  private async line(): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('{"broken": "no answer in time"}'), ANSWER_MS);
    });
    const next = this.lines.next().then((r) => (r.done === true ? '{"broken": "the process has ended"}' : r.value));
    const text = await Promise.race([next, late]);
    clearTimeout(timer);
    return text;
  }

  /** `compiled`: through Spark's code generator, as it runs by default. */
  async run(request: Request, compiled = false): Promise<Answer> {
    this.child.stdin.write(`${JSON.stringify({ ...request, compile: compiled })}\n`);
    return JSON.parse(await this.line()) as Answer;
  }

  stop(): void {
    this.child.stdin.end();
  }
}
