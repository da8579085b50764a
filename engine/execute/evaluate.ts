/** Expressions bound to an operator's input: made once, run for each batch. */
import { trueRows } from '../columnar/index.ts';
import type { Batch, Vector } from '../columnar/index.ts';
import type { AttributeReference, ResolvedExpression, TaskContext } from '../plan/index.ts';
import { compileExpression, compileExpressions } from './expressions/index.ts';
import type { Evaluator } from './expressions/index.ts';
import { positionOf } from './expressions/evaluator.ts';
import type { Runtime } from './operator.ts';

export type { Evaluator } from './expressions/index.ts';

export function compile(e: ResolvedExpression, input: readonly AttributeReference[], runtime: Runtime): Evaluator {
  return compileExpression(runtime.bind(e), input);
}

export function compileAll(list: readonly ResolvedExpression[], input: readonly AttributeReference[], runtime: Runtime): Evaluator[] {
  return compileExpressions(list.map((e) => runtime.bind(e)), input);
}

export function evaluateAll(list: readonly Evaluator[], batch: Batch, task: TaskContext): Vector[] {
  return list.map((f) => f(batch, task));
}

/** Rows of the batch for which the condition is true. */
export function selectRows(condition: Evaluator, batch: Batch, task: TaskContext): Int32Array {
  return trueRows(condition(batch, task));
}

/** Where the columns stand in the input. */
export function columnIndexes(columns: readonly AttributeReference[], input: readonly AttributeReference[]): number[] {
  return columns.map((c) => positionOf(c, input));
}
