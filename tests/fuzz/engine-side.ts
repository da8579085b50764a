/** The engine's side: Python in WebAssembly with the facade, and the engine, which is also asked for types. */
import { Engine, fixedEnvironment, SparkError } from '../../engine/index.ts';
import type { Relation } from '../../engine/index.ts';
import { startPython } from '../support/python.ts';
import type { Python } from '../support/python.ts';
import type { Answer } from './answer.ts';
import type { TypeFound } from './generate/expressions.ts';

/** Old engines keep the plans of old programs. */
const PROGRAMS_AN_ENGINE = 50;

interface Functions {
  begin(text: string): void;
  plan_of(name: string): string;
  step(code: string): string;
  outcome(code: string): string;
}

export interface Request {
  readonly tables: Readonly<Record<string, string>>;
  readonly conf: Readonly<Record<string, string>>;
  readonly code: string;
}

export class EngineSide {
  /** What the engine threw that is no error of a query, by the first lines of its stack; with an expression that shows it. */
  readonly defects = new Map<string, string>();
  private engine!: Engine;
  private programs = 0;
  /** Of the program begun: to show where a defect came up. */
  private lines: string[] = [];

  private constructor(
    private readonly python: Python,
    private readonly functions: Functions,
  ) {
    this.renew();
  }

  static async start(): Promise<EngineSide> {
    const python = await startPython('tests/oracle', 'tests/support', 'tests/fuzz');
    return new EngineSide(python, python.run('import engine_side\nengine_side') as Functions);
  }

  private renew(): void {
    const { bridge } = this.python;
    const environment = { ...fixedEnvironment(Date.now() * 1000), elapsed: () => performance.now() };
    this.engine = new Engine({ environment, host: bridge.host(), conf: { 'spark.sql.session.timeZone': 'UTC', 'spark.default.parallelism': '1' }, cacheAnalysis: true });
    bridge.use(this.engine);
  }

  begin(request: Omit<Request, 'code'>): void {
    if (++this.programs % PROGRAMS_AN_ENGINE === 0) this.renew();
    this.lines = Object.entries(request.tables).map(([name, source]) => `${name} = ${source}`);
    this.functions.begin(JSON.stringify(request));
  }
  /** Runs a line of the program begun; what went wrong, or undefined. */
  step(code: string): string | undefined {
    this.lines.push(code);
    return this.functions.step(code) || undefined;
  }
  run(request: Request): Answer {
    this.begin(request);
    return JSON.parse(this.functions.outcome(request.code)) as Answer;
  }

  private note(error: unknown, shown: string): void {
    if (error instanceof SparkError) return;
    const stack = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n').slice(0, 4).join('\n');
    if (!this.defects.has(stack)) this.defects.set(stack, [...this.lines, shown].join('\n'));
  }

  frame(name: string): FrameProbe {
    const { plan, session } = JSON.parse(this.functions.plan_of(name)) as { plan: Relation; session: string };
    return new FrameProbe(this.engine, plan, session, (error, shown) => this.note(error, shown));
  }
}

/** Asks the engine about a DataFrame. */
export class FrameProbe {
  constructor(
    private readonly engine: Engine,
    private readonly plan: Relation,
    private readonly session: string,
    private readonly note: (error: unknown, shown: string) => void,
  ) {}

  columns(): readonly (TypeFound & { readonly name: string })[] {
    return this.engine.analyzed(this.plan, this.session).output;
  }
  /** Type of an expression over the columns; undefined where the analyzer refuses it. */
  typeOf(expression: string): TypeFound | undefined {
    return this.analyzedOutput(expression);
  }
  private analyzedOutput(expression: string): (TypeFound & { readonly name: string }) | undefined {
    try {
      const expressions = [{ type: 'ExpressionString', expression }] as const;
      const { output } = this.engine.analyzed({ type: 'Project', input: this.plan, expressions }, this.session);
      return output.length === 1 ? output[0] : undefined;
    } catch (error) {
      this.note(error, expression);
      return undefined;
    }
  }
  /** The name that an expression's column gets. */
  nameOf(expression: string): string | undefined {
    return this.analyzedOutput(expression)?.name;
  }
  /** Whether an expression can be computed over all rows. */
  computes(expression: string): boolean {
    return new FrameProbe(this.engine, { type: 'Project', input: this.plan, expressions: [{ type: 'ExpressionString', expression }] }, this.session, this.note).runs(expression);
  }
  /** Whether the rows can be computed without an error. */
  runs(shown = ''): boolean {
    try {
      this.engine.run(this.plan, this.session);
      return true;
    } catch (error) {
      this.note(error, shown);
      return false;
    }
  }
}
