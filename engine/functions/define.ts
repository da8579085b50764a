/**
 * How a function is declared: one value holds its name, signature, type rule, meaning, kernel, documentation and
 * examples. The SQL function table, the Python module and its stubs, the TypeScript API, completions and the
 * reference page are made from these values; nothing else lists functions.
 */
import type { Environment } from '../core/index.ts';
import type { Vector } from '../columnar/index.ts';
import type { DataType, TypedValue, Value } from '../types/index.ts';

/**
 * What an implementation may ask of the call it serves. Fixed for a task: each call site gets one context object for
 * each task (partition), and sees the task's rows in order, batch after batch. A function with state (rand,
 * monotonically_increasing_id, a cache of compiled patterns) keeps it in a WeakMap by its context.
 */
export interface CallContext {
  /** Types of the arguments after coercion, and of the result. */
  readonly argTypes: readonly DataType[];
  readonly returnType: DataType;
  /** Values of arguments that are literals (after folding), else undefined. */
  readonly literals: readonly (Value | undefined)[];
  readonly ansi: boolean;
  readonly sessionTimeZone: string;
  readonly environment: Environment;
  /** Of the running task: for rand, monotonically_increasing_id, spark_partition_id. */
  readonly partitionIndex: number;
  /** Of a value that is worked out while a query is planned. */
  readonly interpreted?: true;
  /** `first_value(x) IGNORE NULLS` and the like; false for RESPECT NULLS. */
  readonly ignoreNulls?: boolean;
  /** Of an aggregate with WITHIN GROUP: how its keys sort. Their values follow the arguments; see `AggregateFunction`. */
  readonly withinGroup?: readonly SortDirection[];
  readonly conf: (key: string) => string | undefined;
}

/** How one key of WITHIN GROUP (ORDER BY …) sorts. */
export interface SortDirection {
  readonly ascending: boolean;
  readonly nullsFirst: boolean;
}

/** What a parameter accepts. Implicit casts follow Spark's ANSI rules; the analyzer inserts the Cast. */
export type TypeSpec =
  | 'any'
  | 'boolean'
  | 'integral'
  | 'integer'
  | 'long'
  | 'numeric'
  | 'double'
  | 'decimal'
  | 'string'
  | 'binary'
  | 'date'
  | 'timestamp'
  | 'datetime'
  | 'interval'
  | 'array'
  | 'map'
  | 'struct'
  | 'orderable'
  | 'lambda';

export interface ParameterSpec {
  /** Spark's SQL name; the Python and TypeScript names where they differ. */
  readonly name: string;
  readonly pythonName?: string;
  /** Accepted types; several: the first to which the argument casts implicitly. */
  readonly accepts: readonly TypeSpec[];
  readonly optional?: boolean;
  readonly variadic?: boolean;
  /** Must be foldable. */
  readonly literal?: boolean;
  /** What a call with named arguments that leaves the parameter out in the middle gives for it. */
  readonly sqlDefault?: TypedValue;
  /** Default in Python's signature, written as Python source. */
  readonly pythonDefault?: string;
  /** In Python a `str` here is a literal, not a column name (`lit`-like parameters such as a format or a pattern). */
  readonly pythonLiteral?: boolean;
  /** Number of parameters of the lambda, the possible counts. */
  readonly lambdaArity?: readonly number[];
}

/** The outcome of the type rule: what arguments are cast to, and what comes out. */
export interface Signature {
  readonly argTypes: readonly DataType[];
  readonly returns: DataType;
  /** Default: true if any argument is nullable (`nulls: 'propagate'`), else true. */
  readonly nullable?: boolean;
}

/** What the type rule sees of an argument. */
export interface ArgumentInfo {
  readonly type: DataType;
  readonly nullable: boolean;
  /** Value of a foldable argument. */
  readonly literal?: Value;
  /** Of a foldable argument without a value: what working it out raises. */
  readonly failure?: Error;
  readonly foldable: boolean;
  /** SQL text of the argument, for error parameters. */
  readonly sql: string;
  /** Of a column, an alias or a struct's field: its name, which a field made of it takes (`arrays_zip`, `struct`). */
  readonly name?: string;
  /** Of `array(…)`: which of its items may be null. */
  readonly nullableItems?: readonly boolean[];
  /** A constant that analysis leaves as it was written, and that names of columns show so. */
  readonly unchanged?: true;
  /** A constant written down, not worked out. */
  readonly written?: true;
  /** ANSI mode is off: implicit casts follow the older rules. */
  readonly legacy?: true;
}

export interface SignatureContext {
  readonly ansi: boolean;
  /** How many of the arguments, at their end, are keys of WITHIN GROUP. */
  readonly withinGroupKeys?: number;
  /** RESPECT NULLS is written. */
  readonly respectsNulls?: boolean;
  /** Settings of the session: absent where only the defaults can be meant. */
  readonly conf?: (key: string) => string | undefined;
}

/**
 * What Spark reads a call as, once it knows the types: another call, whose arguments are those at the given places or
 * constants (`i + d` of an integer and a date is `date_add(d, i)`); or a cast of its only argument that no column name
 * shows (`int(x)`).
 */
export type Reading =
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly (number | TypedValue)[] }
  /** Calls over the arguments that must hold, both of them; a number stands for an argument itself. */
  | { readonly kind: 'both'; readonly calls: readonly (number | { readonly name: string; readonly args: readonly number[] })[] }
  | { readonly kind: 'cast'; readonly to: DataType };

/** An expression over a call's arguments: one of them by its place, a constant, a call of another function, a cast. */
export type Template =
  | number
  | TypedValue
  | { readonly call: string; readonly args: readonly Template[] }
  | { readonly cast: DataType; readonly of: Template };

/** The call of an aggregate over another's arguments; the order of WITHIN GROUP is kept or left out. */
export interface AggregateTemplate {
  readonly call: string;
  readonly args: readonly Template[];
  readonly ordered?: boolean;
}

interface FunctionBase {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly family: string;
  readonly since: string;
  readonly params: readonly ParameterSpec[];
  /** Spark generates no code for it: an operator that calls it stands outside of fused loops in plans. */
  readonly interpreted?: true;
  /** What stands in its place asks for its first argument more than once: a projection below works that out (Spark's `With`). */
  readonly sharesFirst?: true;
  /** SQL may pass arguments by the parameters' names. */
  readonly namedArguments?: boolean;
  /** How many arguments a call may have, where not all counts between the least and the most are possible. */
  readonly counts?: readonly number[];
  /** Those that the error names, where they are not all. */
  readonly countsShown?: readonly number[];
  /** The name in an error of too many or too few arguments, where it is not the function's own. */
  readonly countedAs?: string;
  /** The general type rule. Runs after the number of arguments is checked against `params`. Throws SparkError. */
  readonly signature: (args: readonly ArgumentInfo[], ctx: SignatureContext) => Signature;
  /** One or two sentences of our own: what it gives, shapes, units, errors. */
  readonly doc: string;
  /** SQL text and the value as `CAST(… AS STRING)` shows it (null for NULL); each one is run. */
  readonly examples: readonly (readonly [sql: string, result: string | null])[];
  /** False for rand and the like: never folded, never deduplicated. */
  readonly deterministic?: boolean;
  /** Of Spark's trait `Nondeterministic`: what is no projection and no filter gets its values from a projection below. */
  readonly pulledOut?: true;
  /** The place of a seed: a call without one gets it when it is analyzed, and gives the same values each time it is run. */
  readonly seedAt?: number;
  /** Column name of an unaliased call; default `name(arg, arg)`. Arguments come as their SQL texts. */
  readonly sql?: (args: readonly string[], distinct: boolean) => string;
  /** As plans print the call, where that is not as columns show it. Arguments come as plans print them. */
  readonly planText?: (args: readonly string[]) => string;
  /** Absent from `pyspark.sql.functions` (operators, SQL-only functions). */
  readonly sqlOnly?: boolean;
  /** Only in `pyspark.sql.functions` / not callable by name from SQL text (internal operators). */
  readonly internal?: boolean;
  /** In SQL text only a form of the grammar, not a function to call by name. */
  readonly specialForm?: boolean;
}

/** How Spark works out the arguments of a call: one that raises an error may not be asked for. */
export interface Asking {
  /** Their places, first to last, of a call that has so many; default: as they are written. */
  readonly places?: readonly number[];
  /** Those of which a null decides the call, so that no other is asked for; default: all where nulls propagate, else none. */
  readonly decidedBy?: readonly number[];
  /** The same where Spark makes no code of the call, if it differs there: constants, rows in a plan, bodies of lambdas. */
  readonly interpreted?: Omit<Asking, 'interpreted'>;
}

/** A function of one row. */
export interface ScalarFunction extends FunctionBase {
  readonly kind: 'scalar';
  /** Asked before `signature`; undefined: the call stays what it is. May throw as `signature` does. */
  readonly becomes?: (args: readonly ArgumentInfo[], ctx: SignatureContext) => Reading | undefined;
  /**
   * What the optimizer puts in the call's place (`nvl(a, b)` is `coalesce(a, b)`), given the arguments' types after
   * coercion; it must mean the same. Undefined: the call stays.
   */
  readonly replacement?: (argTypes: readonly DataType[], returns: DataType, literals: readonly (Value | undefined)[]) => Template | undefined;
  /** `propagate`: null if any argument is null; then row and batch never see nulls as values. */
  readonly nulls: 'propagate' | 'custom';
  /** False: a null constant among the arguments does not decide the call while it is planned (its class is not `NullIntolerant`). */
  readonly nullIntolerant?: false;
  readonly asks?: Asking | ((returns: DataType) => Asking);
  /**
   * Of a call of constants, which its kind is not. `late`: Spark puts other expressions in its place once analysis is over
   * (`RuntimeReplaceable`), and takes it for no constant until then; `never`: it does not call itself one (`foldable`); `always`: even of arguments that
   * are none (their types are enough).
   */
  readonly constancy?: 'late' | 'never' | 'always';
  /** Arguments from this index on are evaluated only on rows that need them; which, `control` says (required with it). */
  readonly lazyFrom?: number;
  /**
   * Which rows need the lazy arguments, and what comes out; the evaluator does both, so `batch` is not called:
   * `and`, `or`: the next argument where none before was false (true); three-valued.
   * `coalesce`: the next where all before were null (coalesce, ifnull, nvl).
   * `case`: condition, value, condition, value …, and perhaps a last value for the rest (when, if).
   * `ifNotNull`: (x, value where x is not null, value where it is) (nvl2).
   * `ifNaN`: (x, value where x is NaN) (nanvl).
   * `nth`: (n, value, value …), the n-th value where there is one; where there is none, `row` is asked.
   * `in`: (x, item, item …), each item where x is neither null nor any of those before.
   * `try`: all of them, but where one raises, or the function does, the result is null (Spark's TryEval).
   */
  readonly control?: 'and' | 'or' | 'coalesce' | 'case' | 'ifNotNull' | 'ifNaN' | 'nth' | 'in' | 'try';
  /** Raises what Spark raises while it makes the code of a call, be there rows or not. Of a literal argument `literals` has the value. */
  readonly prepare?: (argTypes: readonly DataType[], literals: readonly (Value | undefined)[], conf: CallContext['conf']) => void;
  /** Meaning: used by the reference interpreter, for folding, and where there is no kernel. */
  readonly row: (args: readonly Value[], ctx: CallContext) => Value;
  /**
   * Optional kernel over whole columns. With `propagate` the evaluator merges validity: a kernel may compute garbage at
   * null rows but must not raise there (`valid` is the merged mask). Returns undefined to decline (then `row` is lifted).
   */
  readonly batch?: (args: readonly Vector[], n: number, ctx: CallContext, valid: Uint8Array | null) => Vector | undefined;
}

/** A lambda handed to a higher-order function: evaluates the body with the given parameter values. */
export type LambdaValue = (args: readonly Value[]) => Value;

/** A function that takes lambdas (`transform`, `filter`, `aggregate` over arrays and maps). */
export interface HigherOrderFunction extends FunctionBase {
  readonly kind: 'higherOrder';
  /** Types of the lambda's parameters, given the other arguments' types; index by lambda argument position. */
  readonly lambdaParams: (position: number, args: readonly (ArgumentInfo | undefined)[], ctx: SignatureContext) => readonly { type: DataType; nullable: boolean }[];
  readonly row: (args: readonly (Value | LambdaValue)[], ctx: CallContext) => Value;
}

/**
 * State of one aggregate for many groups at once. `groups[i]` in [0, number of groups) is the group of row i.
 * A group without rows is as after `init`. The array `groups` is lent: it holds other things after the call. Once the state
 * or the result has been asked for, nothing is added any more.
 */
export interface Accumulator {
  /** Makes room for groups 0 … count-1; new ones are initial. */
  grow(count: number): void;
  update(groups: Int32Array, args: readonly Vector[], n: number): void;
  /** Takes in states that another accumulator gave; row i of them belongs to groups[i]. */
  merge(groups: Int32Array, state: readonly Vector[], n: number): void;
  /** One row a group; layout is private to the function (ObjectVector allowed). */
  state(): readonly Vector[];
  finish(): Vector;
}

/** What an aggregate call has besides its arguments, as plans print it. */
export interface AggregateShown {
  readonly ignoreNulls?: boolean;
  /** Of WITHIN GROUP: each key with its direction, and alone. */
  readonly keys: readonly { readonly text: string; readonly value: string; readonly ascending: boolean }[];
}

export interface AggregateFunction<S = unknown> extends FunctionBase {
  readonly kind: 'aggregate';
  /**
   * What the optimizer puts in the call's place, as `ScalarFunction.replacement`: the call of another aggregate, with the same
   * DISTINCT, FILTER and IGNORE NULLS. A key of WITHIN GROUP has the place behind the arguments.
   */
  readonly replacement?: (argTypes: readonly DataType[], returns: DataType, keys: readonly SortDirection[]) => AggregateTemplate | undefined;
  /** With RESPECT NULLS it keeps nulls, which it leaves out otherwise; names of columns say so. */
  readonly keepsNulls?: true;
  /** What the call is called once it has WITHIN GROUP, IGNORE NULLS or RESPECT NULLS. */
  readonly madeAs?: string;
  /** What plans print between the parentheses, where it is more than the arguments: Spark's classes have fields besides them. */
  readonly planArguments?: (args: readonly string[], shown: AggregateShown) => readonly string[];
  /** Meaning. `update` and `merge` return the new state (or the same, mutated). `update` sees nulls. */
  readonly init: (ctx: CallContext) => S;
  readonly update: (state: S, args: readonly Value[], ctx: CallContext) => S;
  readonly merge: (a: S, b: S, ctx: CallContext) => S;
  readonly finish: (state: S, ctx: CallContext) => Value;
  /** Value over no rows: null, or 0 for counts; states nullability. */
  readonly emptyIsNull: boolean;
  /** Beside distinct aggregates, what stands for one that no row comes to, where that is not its type's default. */
  readonly defaultResult?: Value;
  /** Gives the same for values that come once or often: DISTINCT says nothing in it. */
  readonly ignoresRepeats?: boolean;
  /** Optional kernel; else lifted from the above. Undefined: declined for these types. */
  readonly accumulator?: (ctx: CallContext) => Accumulator | undefined;
  /**
   * Optional kernel for window frames: row i aggregates rows [lo[i], hi[i]) of the sorted partition(s) given by args.
   * A frame that only grows within a partition continues; any other is computed anew, as Spark does (bit for bit).
   */
  readonly frames?: (args: readonly Vector[], lo: Int32Array, hi: Int32Array, n: number, ctx: CallContext) => Vector | undefined;
  /** sum/count/avg/min/max ignore order; collect_list, first, last depend on it. */
  readonly orderSensitive?: boolean;
  readonly allowsDistinct?: boolean;
  /** DISTINCT tells this argument alone apart, and takes no row in which another is null: so has it what Spark puts in its place. */
  readonly distinctBy?: number;
  /**
   * Takes WITHIN GROUP (ORDER BY key, …). The keys are further arguments after those of `params`, in `signature` and
   * in `update`; `CallContext.withinGroup` tells how they sort. `one`: exactly one key is needed (percentile_cont,
   * mode); `optional`: any number (listagg).
   */
  readonly withinGroup?: 'one' | 'optional';
  /** Over a window without order and frame only: always, or where it has WITHIN GROUP. */
  readonly wholePartition?: 'always' | 'withinGroup';
  /** Shows its key in the opposite direction, as Spark's `mode` does. */
  readonly keyShownReversed?: boolean;
}

/** Rows sorted by partition and order; all indices are absolute rows of the given columns. */
export interface WindowInput {
  readonly n: number;
  readonly args: readonly Vector[];
  /** For each row, where its partition starts and ends (exclusive). */
  readonly partitionStart: Int32Array;
  readonly partitionEnd: Int32Array;
  /** For each row, where its peer group (equal order keys) starts and ends (exclusive). */
  readonly peerStart: Int32Array;
  readonly peerEnd: Int32Array;
  /** For each row its frame [lo, hi). */
  readonly lo: Int32Array;
  readonly hi: Int32Array;
}

/** A function that exists only over a window: row_number, rank, lag, nth_value … */
export interface WindowFunction extends FunctionBase {
  readonly kind: 'window';
  /** ROW_NUMBER and its kin fix their frame; `any` takes the user's. */
  readonly frame: 'fixed' | 'any';
  readonly requiresOrder: boolean;
  readonly evaluate: (input: WindowInput, ctx: CallContext) => Vector;
}

/** A function that gives several rows (`explode`, `inline`, `stack`, `json_tuple`). */
export interface GeneratorFunction extends FunctionBase {
  readonly kind: 'generator';
  /** Output columns, given the arguments; `signature.returns` is their struct. */
  readonly rows: (args: readonly Value[], ctx: CallContext) => readonly (readonly Value[])[];
  /** Rows for an input that yields none, for `*_outer`. */
  readonly outer?: boolean;
  /** Stands in FROM only: neither in a list of items nor in LATERAL VIEW. */
  readonly fromOnly?: true;
  /** A function of the user's own, which sees whole partitions: `rows` is not called. */
  readonly userTable?: UserTable;
}

/** How a table function of the user's is called. */
export interface UserTable {
  readonly functionId: number;
  /** By which plans show the call. */
  readonly resultId: number;
  /** Names of arguments passed by name; null for the others. */
  readonly argNames: readonly (string | null)[];
  /** Of an argument that is a table's rows, parted by some of its fields; the last `hidden` fields are not the function's. */
  readonly parts?: { readonly argument: number; readonly fields: readonly number[]; readonly hidden: number };
  /** Nothing is to be done for a partition without rows. */
  readonly skipsEmpty: boolean;
  readonly analysisId?: number;
}

export type FunctionDeclaration =
  | ScalarFunction
  | HigherOrderFunction
  // biome-ignore lint/suspicious/noExplicitAny: the state is private to each aggregate
  | AggregateFunction<any>
  | WindowFunction
  | GeneratorFunction;

/** Looks functions up by name or alias, without regard to case. */
export interface FunctionRegistry {
  get(name: string): FunctionDeclaration | undefined;
  all(): readonly FunctionDeclaration[];
  /** Names of Spark that this engine lacks: asked to tell "not supported" from "does not exist". */
  isKnownUnsupported(name: string): boolean;
}
