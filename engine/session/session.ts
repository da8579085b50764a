/** One SparkSession: its settings, temporary views, registered functions and current database. */
import type { RegisteredFunction, RegisteredTableFunction } from '../analyze/context.ts';
import { CURRENT_DATABASE_KEY } from '../functions/misc/index.ts';
import type { LogicalPlan, SqlFunction } from '../plan/index.ts';
import { functionKeyOf, SqlFunctionStore } from './catalog/sql-functions.ts';
import { DEFAULT_DATABASE } from './catalog/tables.ts';
import { VariableStore } from './catalog/variables.ts';
import type { SessionVariable } from './catalog/variables.ts';
import { ViewStore } from './catalog/views.ts';
import { RuntimeConf, substituteVariables } from './conf/index.ts';
import { WrittenTexts } from './written-texts.ts';
import type { Observed } from './observations.ts';
import type { SharedState } from './shared-state.ts';
import type { ScriptScope } from './script-scopes.ts';
import { UsesRecorder } from './uses.ts';
import type { Uses } from './uses.ts';

/** Analyzed plans that a session remembers; older ones are analyzed again when they are needed. */
const ANALYZED_PLANS_COUNT = 10_000;

export class Session {
  readonly conf: RuntimeConf;
  readonly views = new ViewStore();
  readonly functions = new Map<string, RegisteredFunction>();
  readonly tableFunctions = new Map<string, RegisteredTableFunction>();
  readonly variables = new VariableStore(() => this.conf.lookup('spark.sql.caseSensitive') === 'true');
  /** Functions written in SQL that are the session's own, by name in small letters. */
  readonly sqlFunctions = new SqlFunctionStore();
  /** Of the script that runs: the block that it is in. */
  script: ScriptScope | undefined;
  /** While something is recorded: what was looked up. */
  private recorder: UsesRecorder | undefined;
  currentDatabase = DEFAULT_DATABASE;
  /** Texts as they were before settings were put in. */
  readonly texts = new WrittenTexts();
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

  /** A text of SQL with the values of the settings that it names. */
  readonly substitute = (text: string): string => {
    const result = substituteVariables(text, this.conf);
    if (result !== text) this.texts.add(result, text);
    return result;
  };

  /** The variable of this name, noted where uses are recorded. */
  variable(parts: readonly string[]): SessionVariable | undefined {
    const local = this.script?.find(parts);
    if (local !== undefined) return local.scope.variables.get(local.key);
    const found = this.variables.get(parts);
    if (found !== undefined) this.recorder?.variables.add(parts.at(-1) as string);
    return found;
  }

  /** The function written in SQL of this name: the session's own, or one of a schema. */
  sqlFunction(parts: readonly string[], database = this.currentDatabase): SqlFunction | undefined {
    const own = parts.length === 1 ? this.sqlFunctions.get((parts[0] as string).toLowerCase()) : undefined;
    if (own !== undefined) this.recorder?.temporaryFunctions.add(parts[0] as string);
    const key = functionKeyOf(parts, database);
    const found = own ?? (key === undefined ? undefined : this.shared.sqlFunctions.get(key));
    if (found?.readsData === true) this.noteRead();
    return found;
  }

  /** Notes that a table or view is read. */
  noteRead(temporaryView?: string): void {
    if (this.recorder === undefined) return;
    this.recorder.readsData = true;
    if (temporaryView !== undefined) this.recorder.temporaryViews.add(temporaryView);
  }

  /** Runs `f`, and tells what was looked up meanwhile. */
  recordingUses<T>(f: () => T): { readonly result: T; readonly uses: Uses } {
    const recorder = new UsesRecorder();
    const before = this.recorder;
    this.recorder = recorder;
    try {
      return { result: f(), uses: recorder.uses };
    } finally {
      this.recorder = before;
    }
  }

  /** Runs `f` while names without a schema are of this one. */
  inDatabase<T>(database: string, f: () => T): T {
    const before = this.currentDatabase;
    this.currentDatabase = database;
    try {
      return f();
    } finally {
      this.currentDatabase = before;
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
