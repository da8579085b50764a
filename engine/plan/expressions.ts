/**
 * Unresolved expressions: the wire form that Python, TypeScript and SQL produce. Names and fields follow Spark Connect's
 * `spark.connect.Expression`. Operators are functions under their Connect names: `+ - * / % == != < <= > >= <=>
 * and or not negative & | ^ ~ when in like rlike between isNull isNotNull …`.
 */
import type { Relation } from './relations.ts';

/** A DataType in Spark's JSON form (`"long"`, `{"type":"struct","fields":[…]}`), or a DDL string where Spark takes one. */
export type TypeJson = string | { readonly [key: string]: unknown };

/** A value in JSON; see `engine/types/wire.ts` for the form of each type. */
export type WireValue = null | boolean | number | string | readonly WireValue[] | { readonly [key: string]: unknown };

/** Where an expression stands in the user's program: call site for DataFrames, offsets for SQL. */
export interface Origin {
  readonly fragment?: string;
  readonly callSite?: string;
  readonly sqlText?: string;
  readonly start?: number;
  readonly stop?: number;
}

interface Base {
  readonly origin?: Origin;
}

export interface LiteralExpr extends Base {
  readonly type: 'Literal';
  readonly dataType: TypeJson;
  readonly value: WireValue;
}
/** `unparsedIdentifier` may hold dots and back-quotes. `planId` binds it to one DataFrame (`df["x"]`, `df.x`). */
export interface UnresolvedAttribute extends Base {
  readonly type: 'UnresolvedAttribute';
  readonly unparsedIdentifier: string;
  readonly planId?: number;
}
/** `*` or `t.*`; `unparsedTarget` ends in `.*`. */
export interface UnresolvedStar extends Base {
  readonly type: 'UnresolvedStar';
  readonly unparsedTarget?: string;
  readonly planId?: number;
  /** SQL's `* EXCEPT (a, b.c)`. */
  readonly except?: readonly (readonly string[])[];
  /** The operator of SQL whose operand it is, by Spark's name: it may stand for no column there. */
  readonly within?: string;
}
/** `df.colRegex`, or of SQL a pattern of its own and the name of its table. */
export interface UnresolvedRegex extends Base {
  readonly type: 'UnresolvedRegex';
  readonly colName: string;
  readonly pattern?: string;
  readonly table?: string;
  /** As of a star. */
  readonly within?: string;
  readonly planId?: number;
}
export interface UnresolvedFunction extends Base {
  readonly type: 'UnresolvedFunction';
  readonly functionName: string;
  readonly arguments: readonly Expression[];
  readonly isDistinct?: boolean;
  readonly ignoreNulls?: boolean;
  /** SQL's `FILTER (WHERE …)`. */
  readonly filter?: Expression;
  /** SQL's `WITHIN GROUP (ORDER BY …)`. */
  readonly withinGroup?: readonly SortOrderExpr[];
  /** Written in a form of its own (`TIMESTAMPADD(unit, …)`): there may be no function of the name to call plainly. */
  readonly isSpecialForm?: boolean;
}
/** An argument passed by name (`f(x => 1)`). */
export interface NamedArgument extends Base {
  readonly type: 'NamedArgumentExpression';
  readonly key: string;
  readonly value: Expression;
}
/** SQL text of one expression: `expr("a + 1")`; `F.expr`, string filters. */
export interface ExpressionString extends Base {
  readonly type: 'ExpressionString';
  readonly expression: string;
}
export interface AliasExpr extends Base {
  readonly type: 'Alias';
  readonly expr: Expression;
  /** Several names only for generators (`explode(map).alias("k", "v")`). */
  readonly name: readonly string[];
  readonly metadata?: Readonly<Record<string, unknown>>;
}
export interface CastExpr extends Base {
  readonly type: 'Cast';
  readonly expr: Expression;
  readonly toType: TypeJson;
  /** Unset: by `spark.sql.ansi.enabled`. */
  readonly evalMode?: 'ansi' | 'try' | 'legacy';
}
export interface SortOrderExpr extends Base {
  readonly type: 'SortOrder';
  readonly child: Expression;
  readonly direction: 'ascending' | 'descending';
  readonly nullOrdering: 'nullsFirst' | 'nullsLast';
}
export type FrameBoundary =
  | { readonly kind: 'currentRow' }
  | { readonly kind: 'unboundedPreceding' }
  | { readonly kind: 'unboundedFollowing' }
  /** An offset from the current row: negative or by `preceding()` before it. Literal long for `rowsBetween`. */
  | { readonly kind: 'value'; readonly value: Expression };
export interface WindowFrame {
  readonly frameType: 'row' | 'range';
  readonly lower: FrameBoundary;
  readonly upper: FrameBoundary;
}
export interface WindowExpr extends Base {
  readonly type: 'Window';
  readonly windowFunction: Expression;
  readonly partitionSpec: readonly Expression[];
  readonly orderSpec: readonly SortOrderExpr[];
  readonly frameSpec?: WindowFrame;
  /** SQL: where the specification behind OVER stands. */
  readonly specOrigin?: Origin;
  /** SQL: `OVER w`, to be looked up in the WINDOW clause. */
  readonly windowName?: string;
}
export interface LambdaFunctionExpr extends Base {
  readonly type: 'LambdaFunction';
  readonly function: Expression;
  readonly arguments: readonly UnresolvedNamedLambdaVariable[];
}
export interface UnresolvedNamedLambdaVariable extends Base {
  readonly type: 'UnresolvedNamedLambdaVariable';
  readonly nameParts: readonly string[];
}
/** `col[...]`, `getItem`, `getField`, SQL's `a.b` on structs and `a[b]`. */
export interface UnresolvedExtractValue extends Base {
  readonly type: 'UnresolvedExtractValue';
  readonly child: Expression;
  readonly extraction: Expression;
}
/** `withField` (value set) and `dropFields` (value absent). */
export interface UpdateFieldsExpr extends Base {
  readonly type: 'UpdateFields';
  readonly structExpression: Expression;
  readonly fieldName: string;
  readonly valueExpression?: Expression;
}
/** A Python (or TypeScript) function; its code stays in the user realm under `functionId`. */
export interface CommonInlineUserDefinedFunction extends Base {
  readonly type: 'CommonInlineUserDefinedFunction';
  readonly functionName: string;
  readonly functionId: number;
  readonly deterministic: boolean;
  readonly outputType: TypeJson;
  readonly arguments: readonly Expression[];
  /** Spark hands its rows over pickled, not as Arrow batches: functions registered by name. */
  readonly batched?: boolean;
  /** Names of the arguments that are passed by name; null for the others. */
  readonly argumentNames?: readonly (string | null)[];
}
/** A table function of the user's in Python, in the place of a generator. Without a type its `analyze` method tells it. */
export interface CommonInlineUserDefinedTableFunction extends Base {
  readonly type: 'CommonInlineUserDefinedTableFunction';
  readonly functionName: string;
  readonly functionId: number;
  readonly deterministic: boolean;
  readonly outputType?: TypeJson;
  readonly arguments: readonly Expression[];
}
/** The rows of a relation as an argument of a table function: `TABLE(t) PARTITION BY a ORDER BY b`, `df.asTable()`. */
export interface TableArgument extends Base {
  readonly type: 'TableArgument';
  readonly plan: Relation;
  readonly partitionSpec: readonly Expression[];
  readonly orderSpec: readonly SortOrderExpr[];
  readonly withSinglePartition: boolean;
}
export interface SubqueryExpression extends Base {
  readonly type: 'SubqueryExpression';
  readonly subqueryType: 'scalar' | 'exists' | 'in';
  readonly plan: Relation;
  /** IN: the values on the left. */
  readonly inValues?: readonly Expression[];
}

export type Expression =
  | LiteralExpr
  | UnresolvedAttribute
  | UnresolvedStar
  | UnresolvedRegex
  | UnresolvedFunction
  | NamedArgument
  | ExpressionString
  | AliasExpr
  | CastExpr
  | SortOrderExpr
  | WindowExpr
  | LambdaFunctionExpr
  | UnresolvedNamedLambdaVariable
  | UnresolvedExtractValue
  | UpdateFieldsExpr
  | CommonInlineUserDefinedFunction
  | CommonInlineUserDefinedTableFunction
  | TableArgument
  | SubqueryExpression;
