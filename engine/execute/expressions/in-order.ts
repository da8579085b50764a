/**
 * Arguments as Spark works them out, one after the other and none once a null decides. All rows are asked for at once, and
 * only where that raises an error it is looked at whether the row that raises it would have been asked.
 */
import type { Batch, Vector } from '../../columnar/index.ts';
import { SparkError } from '../../core/index.ts';
import { argumentOrder } from '../../plan/index.ts';
import type { ArgumentOrder, ScalarCall, TaskContext } from '../../plan/index.ts';
import { compileCall, compileCallOver } from './call.ts';
import { allRows, Choice } from './choice.ts';
import type { Evaluator } from './evaluator.ts';
import type { LazyArgument } from './selection.ts';
import type { Sharing } from './shared.ts';

export function compileInOrder(e: ScalarCall, args: readonly LazyArgument[], shared: Sharing): Evaluator {
  const safe = args.every((a) => a.safe);
  const compiled = safe ? undefined : argumentOrder(e, 'compiled');
  const interpreted = safe ? undefined : argumentOrder(e, 'interpreted');
  const all = args.map((a) => a.all);
  if (compiled === undefined && interpreted === undefined) return compileCall(e, all, shared.conf);
  return compileCallOver(e, (batch, task) => {
    try {
      return all.map((f) => f(batch, task));
    } catch (error) {
      const order = task.interpreted === true ? interpreted : compiled;
      if (!(error instanceof SparkError) || order === undefined) throw error;
      shared.raiseFirst(batch, task);
      return oneByOne(order, args, batch, task);
    }
  }, shared.conf);
}

function oneByOne({ places, decides }: ArgumentOrder, args: readonly LazyArgument[], batch: Batch, task: TaskContext): readonly Vector[] {
  const columns: Vector[] = new Array(args.length);
  let rows = allRows(batch.length);
  for (const i of places) {
    const arg = args[i] as LazyArgument;
    const found = arg.on(batch, rows, task);
    const choice = new Choice(arg.expression.type, batch.length);
    choice.add(found, rows, 'packed');
    columns[i] = choice.finish();
    const { validity } = found;
    if (validity !== null && decides(i)) rows = rows.filter((_, k) => validity[k] === 1);
  }
  return columns;
}
