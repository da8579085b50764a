/** Runs programs on both sides, several of them on their way to Spark at a time, and keeps count of what came of them. */
import { difference } from './answer.ts';
import type { Answer, Difference } from './answer.ts';
import type { EngineSide, Request } from './engine-side.ts';
import { KNOWN } from './known.ts';
import { codeOf, programText, tableSources } from './program.ts';
import type { Program } from './program.ts';
import { shrink } from './shrink.ts';
import type { SparkQueue } from './spark/queue.ts';

const SHRINK_RUNS = 80;
/** Of the second look at a difference: both sides cut rows into the same parts, for a few results depend on the order of rows. */
const ALIKE = { 'spark.sql.shuffle.partitions': '2', 'spark.sql.adaptive.enabled': 'false' };

export interface Outcome {
  readonly spark: Answer;
  readonly engine: Answer;
  readonly found: Difference | undefined;
}

export class Counts {
  plans = 0;
  rows = 0;
  errors = 0;
  /** Different only where Spark interprets expressions, which it does not by default, or cuts rows into other parts. */
  interpreted = 0;
  readonly known = new Map<string, number>();
  /** Nothing could be compared, and why. */
  readonly unseen: string[] = [];

  add(spark: Answer): void {
    this.plans++;
    if (spark.error !== undefined) this.errors++;
    else this.rows += spark.rows?.length ?? 0;
  }
  addKnown(reason: string): void {
    this.known.set(reason, (this.known.get(reason) ?? 0) + 1);
  }
}

export class Fuzzer {
  readonly counts = new Counts();

  constructor(
    private readonly side: EngineSide,
    private readonly spark: SparkQueue,
  ) {}

  /** Runs it on the engine at once and sends it to Spark. */
  send(program: Program, compiled: boolean, conf: Readonly<Record<string, string>> = {}): Promise<Outcome> {
    const request = { tables: tableSources(program), conf: { ...conf, ...program.conf }, code: codeOf(program) };
    const spark = this.spark.run(request, compiled);
    const engine = runEngine(this.side, request);
    return spark.then((answer) => ({ spark: answer, engine, found: difference(answer, engine, program) }));
  }

  /** A difference that counts: not known, and there with compiled expressions too. */
  async judge(program: Program, sent: Promise<Outcome>, title: string): Promise<Outcome | undefined> {
    const outcome = await sent;
    const broken = outcome.spark.broken ?? outcome.engine.broken;
    if (broken !== undefined) {
      this.counts.unseen.push(`${title}: ${broken}\n${programText(program)}`);
      return undefined;
    }
    this.counts.add(outcome.spark);
    if (outcome.found === undefined || this.isKnown(program, outcome)) return undefined;
    const again = await this.send(program, true, ALIKE);
    if (again.found !== undefined) return this.isKnown(program, again) ? undefined : again;
    if (again.spark.broken !== undefined) this.counts.unseen.push(`${title}: ${again.spark.broken}\n${programText(program)}`);
    else this.counts.interpreted++;
    return undefined;
  }

  private isKnown(program: Program, { found, spark, engine }: Outcome): boolean {
    const known = KNOWN.find((k) => found !== undefined && k.matches(programText(program), found, spark, engine));
    if (known === undefined) return false;
    this.counts.addKnown(known.reason);
    return true;
  }

  async describe(program: Program, found: Difference, title: string, raw: boolean): Promise<string> {
    const { spark } = await this.send(program, true, ALIKE);
    const fails = async (p: Program): Promise<boolean> => {
      const smaller = await this.send(p, true, ALIKE);
      // A smaller program that Spark refuses for another reason shows something else.
      return smaller.found?.aspect === found.aspect && smaller.spark.error?.condition === spark.error?.condition;
    };
    const small = raw ? program : await shrink(program, fails, SHRINK_RUNS);
    const last = (await this.send(small, true, ALIKE)).found ?? found;
    return [`---- ${title}: ${last.aspect}`, programText(small), `spark  ${last.spark}`, `engine ${last.engine}`, ''].join('\n');
  }
}

function runEngine(side: EngineSide, request: Request): Answer {
  try {
    return side.run(request);
  } catch (error) {
    return { error: { stage: 'engine', class: 'Defect', text: String(error) } };
  }
}
