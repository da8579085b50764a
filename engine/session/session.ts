/** One SparkSession: its settings, temporary views, registered functions and current database. */
import type { RegisteredFunction, RegisteredTableFunction } from '../analyze/context.ts';
import { CURRENT_DATABASE_KEY } from '../functions/misc/index.ts';
import type { LogicalPlan } from '../plan/index.ts';
import { DEFAULT_DATABASE } from './catalog/tables.ts';
import { VariableStore } from './catalog/variables.ts';
import type { SessionVariable } from './catalog/variables.ts';
import { ViewStore } from './catalog/views.ts';
import { RuntimeConf } from './conf/index.ts';
import type { Observed } from './observations.ts';
import type { SharedState } from './shared-state.ts';

/** Analyzed plans that a session remembers; older ones are analyzed again when they are needed. */
const ANALYZED_PLANS_COUNT = 10_000;

export class Session {
  readonly conf: RuntimeConf;
  readonly views = new ViewStore();
  readonly functions = new Map<string, RegisteredFunction>();
  readonly tableFunctions = new Map<string, RegisteredTableFunction>();
  readonly variables = new VariableStore(() => this.conf.lookup('spark.sql.caseSensitive') === 'true');
  /** While something is recorded: names of variables that were looked up. */
  private uses: Set<string> | undefined;
  currentDatabase = DEFAULT_DATABASE;
  /** Figures by the id of the Observation that asks for them. */
  readonly observed = new Map<number, Observed>();
  /** Analyzed plans of DataFrames by the id that the client gave them. */
  private readonly analyzedPlans = new Map<number, LogicalPlan>();

  constructor(
    readonly id: string,
    readonly shared: SharedState,
    initialConf: Readonly<Record<string, string>>,
  ) {
    this.conf = new RuntimeConf(initialConf);
  }

  /** Settings as expressions see them, with what the session tells of itself. */
  readonly lookup = (key: string): string | undefined => (key === CURRENT_DATABASE_KEY ? this.currentDatabase : this.conf.lookup(key));

  /** The variable of this name, noted where uses are recorded. */
  variable(parts: readonly string[]): SessionVariable | undefined {
    const found = this.variables.get(parts);
    if (found !== undefined) this.uses?.add(parts.at(-1) as string);
    return found;
  }

  /** Runs `f`, and tells which variables were looked up meanwhile. */
  recordingUses<T>(f: () => T): { readonly result: T; readonly variables: readonly string[] } {
    const uses = new Set<string>();
    const before = this.uses;
    this.uses = uses;
    try {
      return { result: f(), variables: [...uses] };
    } finally {
      this.uses = before;
    }
  }

  get ansi(): boolean {
    return this.conf.lookup('spark.sql.ansi.enabled') !== 'false';
  }
  get timeZone(): string {
    return this.conf.lookup('spark.sql.session.timeZone') ?? 'UTC';
  }

  readonly analyzed = {
    get: (planId: number): LogicalPlan | undefined => this.analyzedPlans.get(planId),
    set: (planId: number, plan: LogicalPlan): void => {
      const oldest = this.analyzedPlans.size >= ANALYZED_PLANS_COUNT ? this.analyzedPlans.keys().next() : undefined;
      if (oldest !== undefined && oldest.done !== true) this.analyzedPlans.delete(oldest.value);
      this.analyzedPlans.set(planId, plan);
    },
  };
}
