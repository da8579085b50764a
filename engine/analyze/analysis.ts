/**
 * What the parts of the analyzer hand to one another. An analysis resolves one wire plan bottom up, in one pass: inputs
 * first, then the node's own names against their columns. The parts call each other through `Analysis`, so that no file
 * imports one that imports it.
 */
import type { AttributeReference, CteDefinition, Expression, ExprId, LambdaVariable, LogicalPlan, NamedUserFunction, Relation, ResolvedExpression, SqlFunction, UnresolvedAttribute, WindowExpr } from '../plan/index.ts';
import type { TaskContext } from '../plan/index.ts';
import type { AnalyzerContext, VariableValue } from './context.ts';

export interface Analysis {
  readonly context: AnalyzerContext;
  readonly caseSensitive: boolean;
  /** For constants that are worked out during analysis. */
  readonly task: TaskContext;
  /** Analyzed plans of DataFrames by wire `planId`: the session's, and those met in this analysis. */
  readonly plans: PlanStore;
  relation(r: Relation, scope: Scope): LogicalPlan;
  /** An expression over the columns of `env`; an alias stays where the user wrote one. */
  resolve(e: Expression, env: Env): ResolvedExpression;
  /** A function's call by name, over operands that are resolved: operators, and what rules add by themselves. */
  call(env: Env, name: string, args: readonly ResolvedExpression[]): ResolvedExpression;
  /** The same analysis while ANSI mode is on or off. */
  inMode(ansi: boolean): Analysis;
  /** Equal if the names are, by the session's case sensitivity. */
  sameName(a: string, b: string): boolean;
  /** The form by which names are looked up. */
  nameKey(name: string): string;
}

export interface PlanStore {
  get(planId: number): LogicalPlan | undefined;
  set(planId: number, plan: LogicalPlan): void;
}

/** A name of WITH, ready to be used any number of times. */
export interface Cte {
  /** The plan, with ids of its own at every call. */
  plan(): LogicalPlan;
}

/** A query text, or a subquery in it: its definitions of WITH stand together. */
export interface CteUnit {
  /** Definitions that belong to it. */
  readonly ids: Set<number>;
  /** Ids of the columns of references so far: each has its own, save the first. */
  readonly taken: Set<string>;
}

/** What surrounds a relation. */
export interface Scope {
  /** The relation stands in SQL text, where some rules differ from the DataFrame API's. */
  readonly sql: boolean;
  readonly ctes: ReadonlyMap<string, Cte>;
  readonly cteUnit?: CteUnit;
  /** Those of the WITH around, which takes those of queries inside of it too. */
  readonly openCtes?: CteDefinition[];
  /** Definitions are set in where they are used: of subqueries that are made into joins at once. */
  readonly inlinesCtes?: true;
  /** Columns of the query around a subquery. */
  readonly outer?: Env;
  /** Functions of the user's that come with the text, by the lower-case name. */
  readonly functions?: ReadonlyMap<string, NamedUserFunction>;
  /** Variables that come with the plan, by the form in which names are looked up. */
  readonly variables?: ReadonlyMap<string, VariableValue>;
  /** Functions written in SQL that come with the plan, by name in small letters. */
  readonly sqlFunctions?: ReadonlyMap<string, SqlFunction>;
  /** Names of the functions written in SQL inside of whose bodies this stands. */
  readonly functionPath?: readonly string[];
  /** Of SQL's WINDOW clause. */
  readonly windows?: ReadonlyMap<string, WindowExpr>;
}

export const DATAFRAME_SCOPE: Scope = { sql: false, ctes: new Map() };

/** Asked in turn for a name that is no column of the inputs. */
export type NameFallback = (parts: readonly string[], e: UnresolvedAttribute) => ResolvedExpression | undefined;

/** A column bound to a DataFrame (`df["x"]`), as it was used in some operator. */
export interface BoundReference {
  readonly planId: number;
  readonly position: number;
  readonly attribute: AttributeReference;
}

/** What an expression's names may mean. */
export interface Env {
  readonly analysis: Analysis;
  readonly scope: Scope;
  readonly inputs: readonly LogicalPlan[];
  /** Columns of the inputs. */
  readonly columns: readonly AttributeReference[];
  readonly lambdas: ReadonlyMap<string, LambdaVariable>;
  readonly fallbacks: readonly NameFallback[];
  /** The expression is one over groups (HAVING): a subquery in it may aggregate columns of theirs. */
  readonly overGroups?: true;
  /** Asked before the inputs' columns. */
  readonly first?: NameFallback;
  /** Aliases of the select list, asked last: a subquery of the list does not see them. */
  readonly lateral?: NameFallback;
  /** A name that several columns have counts as one that none has (sorts look for it further below). */
  readonly ambiguousIsUnknown?: boolean;
  /** An attribute by id that the inputs' output lacks but that may be had from below it. */
  readonly missing?: (id: ExprId) => AttributeReference | undefined;
  /** Columns of a join that USING hides: reached by their qualifier only. */
  readonly hiddenColumns?: () => readonly AttributeReference[];
  /** Columns that are a function's parameters, with what was given for them. */
  readonly parameters?: ReadonlyMap<ExprId, ResolvedExpression>;
  /** The operator's name, where functions written in SQL cannot be worked out. */
  readonly refusesFunctions?: string;
  /** Filled while expressions are resolved: columns bound to DataFrames. */
  readonly bound: BoundReference[];
}

export function envOf(analysis: Analysis, scope: Scope, inputs: readonly LogicalPlan[], more: Partial<Pick<Env, 'fallbacks' | 'missing' | 'columns' | 'hiddenColumns' | 'ambiguousIsUnknown'>> = {}): Env {
  return {
    analysis,
    scope,
    inputs,
    columns: more.columns ?? inputs.flatMap((p) => p.output),
    lambdas: new Map(),
    fallbacks: more.fallbacks ?? [],
    bound: [],
    ...(more.missing === undefined ? {} : { missing: more.missing }),
    ...(more.ambiguousIsUnknown === undefined ? {} : { ambiguousIsUnknown: more.ambiguousIsUnknown }),
    ...(more.hiddenColumns === undefined ? {} : { hiddenColumns: more.hiddenColumns }),
  };
}
