/** Calls whose errors, and those of their arguments, are nulls: `control: 'try'` of ScalarFunction. */
import { concat, constantVector, withType } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';
import { isForgiven } from '../../plan/index.ts';
import type { ScalarCall, TaskContext } from '../../plan/index.ts';
import { compileCall } from './call.ts';
import { allRows } from './choice.ts';
import type { Evaluator } from './evaluator.ts';
import { compileInOrder } from './in-order.ts';
import type { LazyArgument } from './selection.ts';
import type { Sharing } from './shared.ts';

export function compileTry(e: ScalarCall, args: readonly LazyArgument[], shared: Sharing): Evaluator {
  const whole = compileInOrder(e, args, shared);
  return (batch, task) => {
    try {
      return whole(batch, task);
    } catch (error) {
      if (!isForgiven(error)) throw error;
      shared.raiseFirst(batch, task);
      return withType(concat(e.type, piecewise(e, args, batch, allRows(batch.length), task)), e.type);
    }
  };
}

/** Of rows among which one raised: halves, until the rows that raise are alone. */
function piecewise(e: ScalarCall, args: readonly LazyArgument[], batch: Batch, rows: Int32Array, task: TaskContext): Vector[] {
  if (rows.length <= 1) return [constantVector(e.type, null, rows.length)];
  const half = rows.length >> 1;
  return [rows.subarray(0, half), rows.subarray(half)].flatMap((part) => {
    const call = compileCall(e, args.map((a): Evaluator => () => a.on(batch, part, task)), task.conf);
    try {
      return [call({ length: part.length, columns: [] }, task)];
    } catch (error) {
      if (!isForgiven(error)) throw error;
      return piecewise(e, args, batch, part, task);
    }
  });
}
