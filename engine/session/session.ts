/** One SparkSession: its settings, temporary views, registered functions and current database. */
import type { RegisteredFunction, RegisteredTableFunction } from '../analyze/context.ts';
import { CURRENT_DATABASE_KEY } from '../functions/misc/index.ts';
import type { LogicalPlan } from '../plan/index.ts';
import { DEFAULT_DATABASE } from './catalog/tables.ts';
import { ViewStore } from './catalog/views.ts';
import { RuntimeConf } from './conf/index.ts';
import type { SharedState } from './shared-state.ts';

/** Analyzed plans that a session remembers; older ones are analyzed again when they are needed. */
const ANALYZED_PLANS_COUNT = 10_000;

export class Session {
  readonly conf: RuntimeConf;
  readonly views = new ViewStore();
  readonly functions = new Map<string, RegisteredFunction>();
  readonly tableFunctions = new Map<string, RegisteredTableFunction>();
  currentDatabase = DEFAULT_DATABASE;
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
