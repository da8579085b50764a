/** What an expression may ask of the task that evaluates it. */
import type { Environment, QueryContext } from '../core/index.ts';
import { SparkError, unsupported } from '../core/index.ts';
import type { CallContext } from '../functions/define.ts';
import { fixedEnvironment } from '../core/index.ts';
import { quoteIdentifier, typeToJson } from '../types/index.ts';
import type { DataType, Value } from '../types/index.ts';
import type { Origin, TypeJson, WireValue } from './expressions.ts';
import type { TableFunctionCall, TableFunctionRows } from './host.ts';
import type { Lambda, ResolvedExpression } from './resolved.ts';

/** One partition's run. Make a new one for each partition: functions keep their state by it. */
export interface TaskContext {
  readonly partitionIndex: number;
  readonly ansi: boolean;
  readonly sessionTimeZone: string;
  readonly environment: Environment;
  readonly conf: (key: string) => string | undefined;
  /**
   * Spark works values out without generated code: while a query is planned, and below functions that it makes no code for. Arguments
   * are asked for in another order there, and a few errors have other names.
   */
  readonly interpreted?: true | undefined;
  /** Runs a user function over whole columns of wire values of these types; absent where no user code may run. */
  readonly callFunction?: (
    functionId: number,
    columns: readonly (readonly WireValue[])[],
    numRows: number,
    argTypes: readonly TypeJson[],
  ) => readonly WireValue[];
  /** Runs a user's table function over this partition; absent where no user code may run. */
  readonly callTableFunction?: (call: TableFunctionCall) => TableFunctionRows;
}

/** A task for folding and tests: ANSI on, UTC, a fixed clock, no configuration, no user functions. */
export function plainTask(overrides: Partial<TaskContext> = {}): TaskContext {
  return {
    partitionIndex: 0,
    ansi: true,
    sessionTimeZone: 'UTC',
    environment: fixedEnvironment(),
    conf: () => undefined,
    interpreted: true,
    ...overrides,
  };
}

const INTERPRETED = new WeakMap<TaskContext, TaskContext>();

/** The same task where Spark makes no code; always the same object for the same task. */
export function interpretedTask(task: TaskContext): TaskContext {
  if (task.interpreted === true) return task;
  let made = INTERPRETED.get(task);
  if (made === undefined) {
    made = { ...task, interpreted: true };
    INTERPRETED.set(task, made);
  }
  return made;
}

/** What a call site knows of itself, whatever the kind of function. */
export interface CallSite {
  readonly type: DataType;
  readonly args: readonly (ResolvedExpression | Lambda)[];
  readonly ignoreNulls?: boolean;
  readonly ansi?: boolean;
}

const CONTEXTS = new WeakMap<TaskContext, WeakMap<object, CallContext>>();

/** The value of an argument that is a literal, else undefined. */
function literalOf(e: ResolvedExpression | Lambda): Value | undefined {
  if (e.kind === 'alias') return literalOf(e.child);
  return e.kind === 'literal' ? e.value : undefined;
}

/** The context of a call site in a task: always the same object for the same two. */
export function callContext(task: TaskContext, site: CallSite): CallContext {
  let sites = CONTEXTS.get(task);
  if (sites === undefined) {
    sites = new WeakMap();
    CONTEXTS.set(task, sites);
  }
  let context = sites.get(site);
  if (context === undefined) {
    context = {
      argTypes: site.args.map((a) => (a.kind === 'lambda' ? a.body.type : a.type)),
      returnType: site.type,
      literals: site.args.map(literalOf),
      ansi: site.ansi ?? task.ansi,
      sessionTimeZone: task.sessionTimeZone,
      environment: task.environment,
      partitionIndex: task.partitionIndex,
      conf: task.conf,
      ...(task.interpreted === true ? { interpreted: true } : {}),
      ...(site.ignoreNulls === undefined ? {} : { ignoreNulls: site.ignoreNulls }),
    };
    sites.set(site, context);
  }
  return context;
}

function contextOf(origin: Origin): QueryContext {
  if (origin.sqlText !== undefined) {
    return {
      contextType: 'SQL',
      sqlText: origin.sqlText,
      ...(origin.start === undefined ? {} : { start: origin.start }),
      ...(origin.stop === undefined ? {} : { stop: origin.stop }),
    };
  }
  return {
    contextType: 'DataFrame',
    ...(origin.fragment === undefined ? {} : { fragment: origin.fragment }),
    ...(origin.callSite === undefined ? {} : { callSite: origin.callSite }),
  };
}

/** Throws the error again with the place in the user's program where the expression stands. */
export function rethrowAt(error: unknown, origin: Origin | undefined): never {
  if (error instanceof SparkError && origin !== undefined) throw error.withContext(contextOf(origin));
  throw error;
}

/** What a cast raises, at its place; of a table's column, overflow under its name. */
export function rethrowCast(error: unknown, e: { readonly tableColumn?: string; readonly origin?: Origin }): never {
  if (e.tableColumn === undefined || !(error instanceof SparkError) || error.condition !== 'CAST_OVERFLOW') return rethrowAt(error, e.origin);
  const { sourceType = '', targetType = '' } = error.parameters;
  const parameters = { sourceType, targetType, columnName: quoteIdentifier(e.tableColumn) };
  throw new SparkError({
    errorClass: 'ArithmeticException',
    condition: 'CAST_OVERFLOW_IN_TABLE_INSERT',
    sqlState: '22003',
    parameters,
    sentence: `A value of ${sourceType} does not fit the column ${e.tableColumn}, which is ${targetType}.`,
  });
}

/** Calls a user function; raises `unsupported` where the task has no way to. */
export function callUserFunction(
  task: TaskContext,
  functionId: number,
  columns: readonly (readonly WireValue[])[],
  numRows: number,
  types: readonly DataType[],
): readonly WireValue[] {
  if (task.callFunction === undefined) throw unsupported('A Python function in this place');
  return task.callFunction(functionId, columns, numRows, types.map(typeToJson));
}
