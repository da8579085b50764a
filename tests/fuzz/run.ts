/**
 * npm run fuzz -- --plans 500 --seed 7: random programs on real Spark and on the engine. Prints each difference as a
 * small program; exit code 1 if there was one.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { difference } from './answer.ts';
import type { Answer, Difference } from './answer.ts';
import { EngineSide } from './engine-side.ts';
import { generate, KINDS } from './generate/index.ts';
import type { Kind } from './generate/index.ts';
import { KNOWN } from './known.ts';
import { codeOf, programText, tableSources } from './program.ts';
import type { Program } from './program.ts';
import { shrink } from './shrink.ts';
import { SparkProcess } from './spark/process.ts';

const SHRINK_RUNS = 80;
const PROGRESS_EVERY = 100;

const { values: options } = parseArgs({
  options: {
    plans: { type: 'string', default: '500' },
    seed: { type: 'string', default: '7' },
    /** Begins with this plan of the seed. */
    from: { type: 'string', default: '0' },
    kinds: { type: 'string', default: KINDS.join(',') },
    /** Stops after so many differences. */
    failures: { type: 'string', default: '20' },
    raw: { type: 'boolean', default: false },
    /** Prints the programs alone. */
    print: { type: 'boolean', default: false },
  },
});

interface Outcome {
  readonly spark: Answer;
  readonly engine: Answer;
  readonly found: Difference | undefined;
}

class Fuzzer {
  readonly counts = { plans: 0, rows: 0, errors: 0, broken: 0, known: new Map<string, number>(), interpreted: 0 };

  constructor(
    private readonly side: EngineSide,
    private readonly spark: SparkProcess,
  ) {}

  async compare(program: Program, compiled = false): Promise<Outcome> {
    const request = { tables: tableSources(program), conf: program.conf, code: codeOf(program) };
    const engine = runEngine(this.side, request);
    const spark = await this.spark.run(request, compiled);
    return { spark, engine, found: difference(spark, engine, program) };
  }

  /** A difference that counts: not known, and there with compiled expressions too. */
  async check(program: Program): Promise<Outcome | undefined> {
    const outcome = await this.compare(program);
    this.counts.plans++;
    if (outcome.spark.broken !== undefined || outcome.engine.broken !== undefined) this.counts.broken++;
    else if (outcome.spark.error !== undefined) this.counts.errors++;
    else this.counts.rows += outcome.spark.rows?.length ?? 0;
    if (outcome.found === undefined || this.isKnown(program, outcome)) return undefined;
    const again = await this.compare(program, true);
    if (again.found !== undefined) return again;
    this.counts.interpreted++;
    return undefined;
  }

  private isKnown(program: Program, { found, spark, engine }: Outcome): boolean {
    const known = KNOWN.find((k) => found !== undefined && k.matches(programText(program), found, spark, engine));
    if (known === undefined) return false;
    this.counts.known.set(known.reason, (this.counts.known.get(known.reason) ?? 0) + 1);
    return true;
  }

  async smaller(program: Program, first: Difference): Promise<Program> {
    return shrink(program, async (p) => (await this.compare(p, true)).found?.aspect === first.aspect, SHRINK_RUNS);
  }
}

function runEngine(side: EngineSide, request: Parameters<EngineSide['run']>[0]): Answer {
  try {
    return side.run(request);
  } catch (error) {
    return { error: { stage: 'engine', class: 'Defect', text: String(error) } };
  }
}

async function main(): Promise<void> {
  const [plans, seed, from, most] = [options.plans, options.seed, options.from, options.failures].map(Number) as [number, number, number, number];
  const kinds = options.kinds.split(',') as Kind[];
  const side = await EngineSide.start();
  if (options.print) {
    for (let n = from; n < from + plans; n++) console.log(`# ${n}\n${codeOf(generate(side, seed, n, kinds))}\n`);
    return;
  }
  console.log(`seed ${seed}, plans ${from} to ${from + plans - 1}`);
  const spark = await SparkProcess.start();
  const fuzzer = new Fuzzer(side, spark);
  const folder = join(import.meta.dirname, '../../.cache/fuzz');
  mkdirSync(folder, { recursive: true });
  let failures = 0;
  const began = performance.now();
  for (let n = from; n < from + plans && failures < most; n++) {
    const program = generate(side, seed, n, kinds);
    const outcome = await fuzzer.check(program);
    if (outcome?.found !== undefined) {
      failures++;
      const report = await describe(fuzzer, program, outcome.found, `seed ${seed}, plan ${n}`);
      writeFileSync(join(folder, `${seed}-${n}.txt`), report);
      console.log(report);
    }
    if ((n - from + 1) % PROGRESS_EVERY === 0) console.log(`${n - from + 1} plans, ${failures} differences, ${Math.round((performance.now() - began) / 1000)} s`);
  }
  const { counts } = fuzzer;
  const known = [...counts.known].map(([reason, count]) => `  ${count} × ${reason}`);
  console.log([`${counts.plans} plans: ${counts.rows} rows and ${counts.errors} errors compared, ${failures} differences, ${counts.broken} that cannot be shown in Python, ${counts.interpreted} only with interpreted expressions`, ...known].join('\n'));
  for (const [stack, shown] of side.defects) console.log(`---- defect: ${shown}\n${stack}`);
  spark.stop();
  process.exit(failures > 0 || side.defects.size > 0 ? 1 : 0);
}

async function describe(fuzzer: Fuzzer, program: Program, found: Difference, title: string): Promise<string> {
  const small = options.raw ? program : await fuzzer.smaller(program, found);
  const last = (await fuzzer.compare(small, true)).found ?? found;
  return [`---- ${title}: ${last.aspect}`, programText(small), `spark  ${last.spark}`, `engine ${last.engine}`, ''].join('\n');
}

await main();
