/**
 * Resolved expressions: what the analyzer gives, the optimizer rewrites and the planner reads. Every attribute carries an
 * expression id. Immutable, as the plans that hold them (`logical.ts`).
 */
import type {
  AggregateFunction,
  GeneratorFunction,
  HigherOrderFunction,
  ScalarFunction,
  WindowFunction,
} from '../functions/define.ts';
import type { DataType, Value } from '../types/index.ts';
import type { Origin } from './expressions.ts';
import type { LogicalPlan } from './logical.ts';

export type ExprId = number;

interface Typed {
  readonly type: DataType;
  readonly nullable: boolean;
  readonly origin?: Origin;
}

/** A column of an input, by id. */
export interface AttributeReference extends Typed {
  readonly kind: 'attribute';
  readonly name: string;
  readonly exprId: ExprId;
  readonly qualifier: readonly string[];
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** A column of the query around the subquery that the reference stands in. */
  readonly outer?: true;
  /** An alias of the same select list, until the list is resolved. */
  readonly lateral?: true;
}
export interface Literal extends Typed {
  readonly kind: 'literal';
  readonly value: Value;
}
export interface Alias extends Typed {
  readonly kind: 'alias';
  readonly child: ResolvedExpression;
  readonly name: string;
  readonly exprId: ExprId;
  readonly metadata?: Readonly<Record<string, unknown>>;
}
/** A scalar function; operators, and/or/not, when/otherwise, getItem and getField are functions of the registry too. */
export interface ScalarCall extends Typed {
  readonly kind: 'call';
  /** Set where it is not the session's: the call stands in the body of a function written in SQL that was made under another setting. */
  readonly ansi?: boolean;
  readonly fn: ScalarFunction;
  readonly args: readonly ResolvedExpression[];
  /** Unique among calls of non-deterministic functions, which keep their own random stream. */
  readonly instance?: number;
  /** The last argument is a seed that nobody wrote: names of columns do not show it. */
  readonly hasOwnSeed?: true;
  readonly ignoreNulls?: boolean;
  /** Under what name the user called it, where the column's name depends on that (`struct`, an alias of the registry). */
  readonly writtenName?: string;
  /** Of IN over constants: so many that Spark looks the value up in a set, which plans say. */
  readonly inSet?: true;
}
export interface HigherOrderCall extends Typed {
  readonly kind: 'higherOrder';
  readonly ansi?: boolean;
  readonly fn: HigherOrderFunction;
  readonly args: readonly (ResolvedExpression | Lambda)[];
}
export interface Lambda {
  readonly kind: 'lambda';
  readonly params: readonly LambdaVariable[];
  readonly body: ResolvedExpression;
}
export interface LambdaVariable extends Typed {
  readonly kind: 'lambdaVariable';
  readonly name: string;
  readonly exprId: ExprId;
}
export interface Cast extends Typed {
  readonly kind: 'cast';
  readonly child: ResolvedExpression;
  readonly mode: 'ansi' | 'try' | 'legacy';
  /** Written by the user (shown in the column name), not inserted by coercion. */
  readonly explicit: boolean;
  /** The value becomes one of a table's column: overflow names it. */
  readonly tableColumn?: string;
}
export interface SortOrder {
  readonly child: ResolvedExpression;
  readonly ascending: boolean;
  readonly nullsFirst: boolean;
}
export interface AggregateCall extends Typed {
  readonly kind: 'aggregate';
  readonly ansi?: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: the state is private to each aggregate
  readonly fn: AggregateFunction<any>;
  readonly args: readonly ResolvedExpression[];
  readonly distinct: boolean;
  readonly filter?: ResolvedExpression;
  readonly ignoreNulls?: boolean;
  readonly orderWithinGroup?: readonly SortOrder[];
}
export type ResolvedBound =
  | { readonly kind: 'currentRow' }
  | { readonly kind: 'unboundedPreceding' }
  | { readonly kind: 'unboundedFollowing' }
  /** Rows: an integer. Range: in the order key's own terms (number, Decimal, interval), negative before. */
  | {
      readonly kind: 'offset';
      readonly offset: Literal;
      /** SQL text of n where SQL said `n PRECEDING`; the column's name repeats it. */
      readonly written?: string;
      /** SQL text of a distance that was written in another type than the order key's. */
      readonly shown?: string;
    };
export interface ResolvedFrame {
  readonly frameType: 'row' | 'range';
  readonly lower: ResolvedBound;
  readonly upper: ResolvedBound;
}
export interface WindowCall extends Typed {
  readonly kind: 'window';
  readonly function: AggregateCall | WindowFunctionCall;
  readonly partitionBy: readonly ResolvedExpression[];
  readonly orderBy: readonly SortOrder[];
  readonly frame: ResolvedFrame;
}
export interface WindowFunctionCall extends Typed {
  readonly kind: 'windowFunction';
  readonly fn: WindowFunction;
  readonly args: readonly ResolvedExpression[];
  readonly ignoreNulls?: boolean;
}
export interface GeneratorCall extends Typed {
  readonly kind: 'generator';
  readonly fn: GeneratorFunction;
  readonly args: readonly ResolvedExpression[];
}
/** Runs in the user realm over whole columns. */
export interface PythonUdf extends Typed {
  readonly kind: 'pythonUdf';
  readonly name: string;
  readonly functionId: number;
  readonly deterministic: boolean;
  /** Names of the arguments that are passed by name; null for the others. */
  readonly argNames?: readonly (string | null)[];
  readonly args: readonly ResolvedExpression[];
  /** Spark hands its rows over pickled, not as Arrow batches. */
  readonly batched?: boolean;
}
export interface SubqueryCall extends Typed {
  readonly kind: 'subquery';
  readonly subqueryType: 'scalar' | 'exists' | 'in';
  /** By which plans name it. */
  readonly exprId?: ExprId;
  readonly plan: LogicalPlan;
  readonly inValues?: readonly ResolvedExpression[];
  /** Attributes of the outer plan used inside. */
  readonly outerReferences: readonly AttributeReference[];
  /**
   * Conditions that the optimizer took out of the plan: over the outer plan's columns and the subquery's. The plan then
   * uses no outer column.
   */
  readonly conditions?: readonly ResolvedExpression[];
  /** Chooses folders while the query runs, by a key of a join's other side, which the plan is: the join's keys there, and which of them. */
  readonly dynamicPruning?: { readonly buildKeys: readonly ResolvedExpression[]; readonly index: number };
  /** Of a scalar subquery with `conditions`: it may give several rows for one row around it, which is an error. */
  readonly mayGiveSeveral?: boolean;
  /** Of a scalar subquery with `conditions`: its value where no row meets them. */
  readonly valueWithoutRows?: Literal;
}

export type ResolvedExpression =
  | AttributeReference
  | Literal
  | Alias
  | ScalarCall
  | HigherOrderCall
  | LambdaVariable
  | Cast
  | AggregateCall
  | WindowCall
  | WindowFunctionCall
  | GeneratorCall
  | PythonUdf
  | SubqueryCall;

/** What a projection may hold: something with a name and an id. */
export type NamedExpression = AttributeReference | Alias;

export type * from './logical.ts';
