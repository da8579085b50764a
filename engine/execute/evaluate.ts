/** Expressions bound to an operator's input: made once, run for each batch. */
import { sliceBatch, trueRows } from '../columnar/index.ts';
import type { Batch, Vector } from '../columnar/index.ts';
import { SparkError } from '../core/index.ts';
import type { AttributeReference, ResolvedExpression, TaskContext } from '../plan/index.ts';
import { compileExpression, compileExpressions } from './expressions/index.ts';
import type { Evaluator } from './expressions/index.ts';
import { positionOf } from './expressions/evaluator.ts';
import type { Runtime } from './operator.ts';

export type { Evaluator } from './expressions/index.ts';

export function compile(e: ResolvedExpression, input: readonly AttributeReference[], runtime: Runtime): Evaluator {
  return compileExpression(runtime.bind(e), input, runtime.context.conf);
}

export function compileAll(list: readonly ResolvedExpression[], input: readonly AttributeReference[], runtime: Runtime): Evaluator[] {
  return compileExpressions(list.map((e) => runtime.bind(e)), input, runtime.context.conf);
}

export function evaluateAll(list: readonly Evaluator[], batch: Batch, task: TaskContext): Vector[] {
  try {
    return list.map((f) => f(batch, task));
  } catch (error) {
    throw firstError(list, batch, task, error);
  }
}

/** Rows of the batch for which the condition is true. */
export function selectRows(condition: Evaluator, batch: Batch, task: TaskContext): Int32Array {
  return trueRows(evaluateAll([condition], batch, task)[0] as Vector);
}

/** Spark works row by row: of several errors it meets that of the first row first, whichever expression raises it. */
function firstError(list: readonly Evaluator[], batch: Batch, task: TaskContext, error: unknown): unknown {
  if (!(error instanceof SparkError)) return error;
  const errorOf = (start: number, end: number): unknown => {
    const rows = sliceBatch(batch, start, end);
    try {
      for (const f of list) f(rows, task);
      return undefined;
    } catch (found) {
      return found;
    }
  };
  // No row before `low` raises, and some row before `high` does.
  let [low, high] = [0, batch.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (errorOf(low, middle) === undefined) low = middle;
    else high = middle;
  }
  return errorOf(low, high) ?? error;
}

/** Where the columns stand in the input. */
export function columnIndexes(columns: readonly AttributeReference[], input: readonly AttributeReference[]): number[] {
  return columns.map((c) => positionOf(c, input));
}
