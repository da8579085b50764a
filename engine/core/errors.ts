/**
 * Errors as Spark raises them: a condition, an SQLSTATE, named parameters and the place in the query.
 * The sentence is ours; condition names, states and parameters are Spark's (error-conditions).
 */

/** The Python class (in `pyspark.errors`) under which an error surfaces to the user. */
export type ErrorClass =
  | 'AnalysisException'
  | 'ParseException'
  | 'ArithmeticException'
  | 'ArrayIndexOutOfBoundsException'
  | 'DateTimeException'
  | 'IllegalArgumentException'
  | 'NumberFormatException'
  | 'PythonException'
  | 'QueryExecutionException'
  | 'SparkNoSuchElementException'
  | 'SparkRuntimeException'
  | 'SparkUpgradeException'
  | 'StreamingQueryException'
  | 'TempTableAlreadyExistsException'
  | 'UnsupportedOperationException'
  | 'UnknownException';

/** Where in the user's program an expression came from: Spark's query context. */
export interface QueryContext {
  readonly contextType: 'SQL' | 'DataFrame';
  /** SQL: the text and the offsets [start, stop) of the fragment in it. */
  readonly sqlText?: string;
  readonly start?: number;
  readonly stop?: number;
  /** DataFrame: the called API (`divide`, `col`) and its call site (`solution.py:4`). */
  readonly fragment?: string;
  readonly callSite?: string;
}

export interface SparkErrorJson {
  readonly errorClass: ErrorClass;
  readonly condition: string | null;
  readonly sqlState: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  /** Whole text as `str(e)` shows it: `[CONDITION] sentence SQLSTATE: xxxxx`. */
  readonly message: string;
  readonly context: readonly QueryContext[];
}

export interface SparkErrorInit {
  readonly errorClass: ErrorClass;
  /** `UNRESOLVED_COLUMN.WITH_SUGGESTION`, or null where Spark raises without a condition. */
  readonly condition: string | null;
  readonly sqlState?: string | null;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Our own sentence: what is wrong, where, and what to try. */
  readonly sentence: string;
  readonly context?: readonly QueryContext[];
}

/** An error of the user's query or data, in Spark's form. Everything else thrown by the engine is a defect of ours. */
export class SparkError extends Error {
  readonly errorClass: ErrorClass;
  readonly condition: string | null;
  readonly sqlState: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly context: readonly QueryContext[];
  readonly sentence: string;

  constructor(init: SparkErrorInit) {
    super(formatMessage(init));
    this.name = 'SparkError';
    this.errorClass = init.errorClass;
    this.condition = init.condition;
    this.sqlState = init.sqlState ?? null;
    this.parameters = init.parameters ?? {};
    this.context = init.context ?? [];
    this.sentence = init.sentence;
  }

  /** The same error with a query context, unless it has one already. */
  withContext(context: QueryContext | undefined): SparkError {
    if (context === undefined || this.context.length > 0) return this;
    return new SparkError({ ...this.toInit(), context: [context] });
  }

  toJSON(): SparkErrorJson {
    return {
      errorClass: this.errorClass,
      condition: this.condition,
      sqlState: this.sqlState,
      parameters: this.parameters,
      message: this.message,
      context: this.context,
    };
  }

  private toInit(): SparkErrorInit {
    return {
      errorClass: this.errorClass,
      condition: this.condition,
      sqlState: this.sqlState,
      parameters: this.parameters,
      sentence: this.sentence,
      context: this.context,
    };
  }
}

function formatMessage(init: SparkErrorInit): string {
  const head = init.condition === null ? '' : `[${init.condition}] `;
  const tail = init.sqlState ? ` SQLSTATE: ${init.sqlState}` : '';
  return `${head}${init.sentence}${tail}`;
}

/** An AnalysisException: the query cannot mean anything on these inputs. */
export function analysisError(
  condition: string,
  sqlState: string | null,
  parameters: Readonly<Record<string, string>>,
  sentence: string,
  context?: QueryContext,
): SparkError {
  return new SparkError({
    errorClass: 'AnalysisException',
    condition,
    sqlState,
    parameters,
    sentence,
    ...(context ? { context: [context] } : {}),
  });
}

/** What Spark has and this engine has not: names the feature, never falls back silently. */
export function unsupported(feature: string, hint = ''): SparkError {
  return new SparkError({
    errorClass: 'UnsupportedOperationException',
    condition: 'UNSUPPORTED_FEATURE',
    sqlState: '0A000',
    parameters: { feature },
    sentence: `${feature} exists in Spark but is not supported by this engine.${hint === '' ? '' : ` ${hint}`}`,
  });
}

/** A broken invariant of ours; the user's query is not to blame. */
export class InternalError extends Error {
  constructor(message: string) {
    super(`Internal error: ${message}. This is a defect of the engine, not of your code; please report it.`);
    this.name = 'InternalError';
  }
}

/** What the machine has no room for. Spark's process ends in the same error, which has no condition. */
export function outOfMemory(what: string): SparkError {
  return new SparkError({ errorClass: 'UnknownException', condition: null, sentence: `java.lang.OutOfMemoryError: ${what}` });
}

/** As JavaScript says that a text, an array or a buffer is longer than any can be. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError && /^(Invalid (string|array|typed array) length|Array buffer allocation failed)/.test(error.message);
}

/** Asserts an invariant and names it when it is broken. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InternalError(message);
}

/** Marks a switch as exhaustive. */
export function unreachable(value: never): never {
  throw new InternalError(`unexpected value ${JSON.stringify(value)}`);
}
