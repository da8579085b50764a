/**
 * npm run fuzz -- --plans 500 --seed 7: random programs on real Spark and on the engine. Prints each difference as a
 * small program. Exit code 0 says that every program was compared and none differed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { EngineSide } from './engine-side.ts';
import { Fuzzer } from './fuzzer.ts';
import type { Outcome } from './fuzzer.ts';
import { DEFAULT_KINDS, generate } from './generate/index.ts';
import type { Kind } from './generate/index.ts';
import { codeOf } from './program.ts';
import type { Program } from './program.ts';
import { Random } from './random.ts';
import { sparkLauncher } from './spark/process.ts';
import { SparkQueue } from './spark/queue.ts';

const PROGRESS_EVERY = 100;
/** Programs that may wait for Spark. */
const ON_THEIR_WAY = 30;
/** Draws of chance: the programs themselves use 1 and 2. */
const COMPILED_DRAW = 3;

const { values: options } = parseArgs({
  options: {
    plans: { type: 'string', default: '500' },
    seed: { type: 'string', default: '7' },
    /** Begins with this plan of the seed. */
    from: { type: 'string', default: '0' },
    kinds: { type: 'string', default: DEFAULT_KINDS.join(',') },
    /** Stops after so many differences. */
    failures: { type: 'string', default: '20' },
    /** So many in a hundred run with Spark's default settings; the others without its code generator, which is faster. */
    compiled: { type: 'string', default: '4' },
    /** Prints programs as they are, not made smaller. */
    raw: { type: 'boolean', default: false },
    /** Prints the programs alone. */
    print: { type: 'boolean', default: false },
  },
});

interface Sent {
  readonly title: string;
  readonly program: Program;
  readonly outcome: Promise<Outcome>;
}

class Run {
  failures = 0;
  private done = 0;
  private readonly began = performance.now();
  private readonly folder = join(import.meta.dirname, '../../.cache/fuzz');

  constructor(private readonly fuzzer: Fuzzer) {
    mkdirSync(this.folder, { recursive: true });
  }

  async settle({ title, program, outcome }: Sent): Promise<void> {
    const judged = await this.fuzzer.judge(program, outcome, title);
    if (judged?.found !== undefined) {
      this.failures++;
      const report = await this.fuzzer.describe(program, judged.found, title, options.raw);
      writeFileSync(join(this.folder, `${title.replaceAll(/\W+/g, '-')}.txt`), report);
      console.log(report);
    }
    if (++this.done % PROGRESS_EVERY === 0) console.log(`${this.done} plans, ${this.failures} differences, ${this.seconds()} s`);
  }

  seconds(): number {
    return Math.round((performance.now() - this.began) / 1000);
  }
}

function summary(run: Run, { counts }: Fuzzer, side: EngineSide, spark: SparkQueue): string {
  const known = [...counts.known].map(([reason, count]) => `  ${count} × ${reason}`);
  return [
    `${counts.plans} plans compared in ${run.seconds()} s: ${counts.rows} rows and ${counts.errors} errors, ${run.failures} differences, ${counts.interpreted} only with interpreted expressions or other parts, ${counts.unseen.length} not compared, ${spark.restarts} restarts of Spark`,
    ...known,
    ...counts.unseen.map((each) => `---- not compared: ${each}`),
    ...[...side.defects].map(([stack, shown]) => `---- defect: ${shown}\n${stack}`),
  ].join('\n');
}

async function main(): Promise<void> {
  // Leaving by these too ends Spark's processes.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
  const [plans, seed, from, most, compiled] = [options.plans, options.seed, options.from, options.failures, options.compiled].map(Number) as [number, number, number, number, number];
  const kinds = options.kinds.split(',') as Kind[];
  const side = await EngineSide.start();
  if (options.print) {
    for (let n = from; n < from + plans; n++) console.log(`# ${n}\n${codeOf(generate(side, seed, n, kinds))}\n`);
    return;
  }
  console.log(`seed ${seed}, plans ${from} to ${from + plans - 1}`);
  const spark = new SparkQueue(await sparkLauncher());
  const fuzzer = new Fuzzer(side, spark);
  const run = new Run(fuzzer);
  const sent: Sent[] = [];
  for (let n = from; n < from + plans && run.failures < most; n++) {
    const program = generate(side, seed, n, kinds);
    sent.push({ title: `seed ${seed}, plan ${n}`, program, outcome: fuzzer.send(program, new Random(seed, n, COMPILED_DRAW).chance(compiled)) });
    await turn();
    if (sent.length >= ON_THEIR_WAY) await run.settle(sent.shift() as Sent);
  }
  for (const each of sent) await run.settle(each);
  console.log(summary(run, fuzzer, side, spark));
  spark.stop();
  const stopped = run.failures >= most;
  process.exit(run.failures > 0 || stopped || fuzzer.counts.unseen.length > 0 || side.defects.size > 0 ? 1 : 0);
}

await main();
