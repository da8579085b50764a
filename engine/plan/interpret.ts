/**
 * The meaning of resolved expressions, one row at a time: for constant folding, the bodies of lambdas and the reference
 * interpreter. Where Spark's interpreter and the code that it makes differ, the task tells which is followed. Tells nothing that the column evaluator may do differently.
 */
import { isLegacy } from '../functions/legacy-datetime/index.ts';
import { InternalError, SparkError } from '../core/index.ts';
import type { LambdaValue } from '../functions/define.ts';
import { castValue, compareValues, decodeWire, encodeWire } from '../types/index.ts';
import type { DataType, Value } from '../types/index.ts';
import { argumentOrder } from './argument-order.ts';
import type { WireValue } from './expressions.ts';
import type { ExprId, HigherOrderCall, Lambda, PythonUdf, ResolvedExpression, ScalarCall } from './resolved.ts';
import { callContext, callUserFunction, interpretedTask, rethrowAt, rethrowCast } from './task.ts';
import type { TaskContext } from './task.ts';

/** The value of an attribute or lambda variable in the current row. */
export type RowLookup = (id: ExprId) => Value;

/** The value of an expression in one row. Raises what the expression raises, with its place in the user's program. */
export function interpret(e: ResolvedExpression, lookup: RowLookup, task: TaskContext): Value {
  switch (e.kind) {
    case 'attribute':
    case 'lambdaVariable':
      return lookup(e.exprId);
    case 'literal':
      return e.value;
    case 'alias':
      return interpret(e.child, lookup, task);
    case 'cast': {
      const value = interpret(e.child, lookup, task);
      try {
        const context = { timeZone: task.sessionTimeZone, now: task.environment.now, interpreted: task.interpreted, oldDates: isLegacy(task.conf) };
        return castValue(value, e.child.type, e.type, e.mode, context);
      } catch (error) {
        return rethrowCast(error, e);
      }
    }
    case 'call':
      return e.fn.control === undefined ? interpretCall(e, lookup, taskOf(e, task)) : interpretControl(e, lookup, task);
    case 'higherOrder':
      return interpretHigherOrder(e, lookup, taskOf(e, task));
    case 'pythonUdf':
      return interpretUdf(e, lookup, task);
    default:
      throw new InternalError(`an expression of kind ${e.kind} has no value in a single row`);
  }
}

/** Below what Spark makes no code for there is none either. */
function taskOf(e: ScalarCall | HigherOrderCall, task: TaskContext): TaskContext {
  return e.fn.interpreted === true ? interpretedTask(task) : task;
}

function interpretCall(e: ScalarCall, lookup: RowLookup, task: TaskContext): Value {
  const args = argumentsOf(e, lookup, task);
  if (e.fn.nulls === 'propagate' && args.includes(null)) return null;
  try {
    return e.fn.row(args, callContext(task, e));
  } catch (error) {
    return rethrowAt(error, e.origin);
  }
}

/** Those that are not worked out are null. */
function argumentsOf(e: ScalarCall, lookup: RowLookup, task: TaskContext): readonly Value[] {
  const order = argumentOrder(e, task.interpreted === true ? 'interpreted' : 'compiled');
  if (order === undefined) return e.args.map((a) => interpret(a, lookup, task));
  const args: Value[] = e.args.map(() => null);
  for (const i of order.places) {
    const value = interpret(e.args[i] as ResolvedExpression, lookup, task);
    if (value === null && order.decides(i)) break;
    args[i] = value;
  }
  return args;
}

function interpretControl(e: ScalarCall, lookup: RowLookup, task: TaskContext): Value {
  const { args } = e;
  const at = (i: number): Value => {
    const arg = args[i];
    return arg === undefined ? null : interpret(arg, lookup, task);
  };
  switch (e.fn.control) {
    case 'and':
    case 'or': {
      const decisive = e.fn.control === 'or';
      let result: Value = !decisive;
      for (let i = 0; i < args.length; i++) {
        const value = at(i);
        if (value === decisive) return decisive;
        if (value === null) result = null;
      }
      return result;
    }
    case 'coalesce':
      for (let i = 0; i < args.length; i++) {
        const value = at(i);
        if (value !== null) return value;
      }
      return null;
    case 'case':
      for (let i = 0; i + 1 < args.length; i += 2) if (at(i) === true) return at(i + 1);
      return args.length % 2 === 1 ? at(args.length - 1) : null;
    case 'ifNotNull':
      return at(0) === null ? at(2) : at(1);
    case 'in':
      return inList(args[0]?.type as DataType, args.length, at);
    case 'nth': {
      const n = at(0);
      return typeof n === 'number' && n >= 1 && n < args.length ? at(n) : nothingChosen(e, n, task);
    }
    case 'ifNaN': {
      const value = at(0);
      return Number.isNaN(value) ? at(1) : value;
    }
    case 'try':
      return tryCall(e, lookup, task);
    default:
      throw new InternalError(`${e.fn.name} declares no control form`);
  }
}

/** What a function of control `nth` says of a null, or of a place at which there is nothing. */
export function nothingChosen(e: ScalarCall, n: Value, task: TaskContext): Value {
  try {
    return e.fn.row(e.args.map((_, i) => (i === 0 ? n : null)), callContext(task, e));
  } catch (error) {
    return rethrowAt(error, e.origin);
  }
}

function inList(type: DataType, count: number, at: (i: number) => Value): Value {
  const x = at(0);
  if (x === null) return null;
  let result: Value = false;
  for (let i = 1; i < count; i++) {
    const item = at(i);
    if (item === null) result = null;
    else if (compareValues(type, x, item) === 0) return true;
  }
  return result;
}

function tryCall(e: ScalarCall, lookup: RowLookup, task: TaskContext): Value {
  try {
    return interpretCall(e, lookup, task);
  } catch (error) {
    if (isForgiven(error)) return null;
    throw error;
  }
}

/** Whether `try` gives NULL for it: not for what a Python function raised, which Spark runs before. */
export function isForgiven(error: unknown): boolean {
  return error instanceof SparkError && error.errorClass !== 'PythonException';
}

/** A lambda as a function of its arguments, over the row's attributes. */
export function lambdaValue(lambda: Lambda, lookup: RowLookup, task: TaskContext): LambdaValue {
  const { params, body } = lambda;
  return (args) => {
    const inner: RowLookup = (id) => {
      for (let i = 0; i < params.length; i++) if (params[i]?.exprId === id) return args[i] ?? null;
      return lookup(id);
    };
    return interpret(body, inner, task);
  };
}

function interpretHigherOrder(e: HigherOrderCall, lookup: RowLookup, task: TaskContext): Value {
  const args = e.args.map((a) => (a.kind === 'lambda' ? lambdaValue(a, lookup, task) : interpret(a, lookup, task)));
  try {
    return e.fn.row(args, callContext(task, e));
  } catch (error) {
    return rethrowAt(error, e.origin);
  }
}

function interpretUdf(e: PythonUdf, lookup: RowLookup, task: TaskContext): Value {
  const columns = e.args.map((a) => [encodeWire(a.type, interpret(a, lookup, task)) as WireValue]);
  const result = callUserFunction(task, e.functionId, columns, 1, e.args.map((a) => a.type));
  return decodeWire(e.type, result[0]);
}
