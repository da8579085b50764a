/** Functions that take lambdas: row by row, the lambda's body interpreted over the row's columns. */
import { cellReader, createBuilder } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import { callContext, lambdaValue, referencesOf, rethrowAt } from '../../plan/index.ts';
import type { AttributeReference, ExprId, HigherOrderCall, Lambda, RowLookup, TaskContext } from '../../plan/index.ts';
import type { LambdaValue } from '../../functions/define.ts';
import type { Value } from '../../types/index.ts';
import type { Evaluator } from './evaluator.ts';
import { positionOf } from './evaluator.ts';

type Read = (row: number) => Value;

export function compileHigherOrder(e: HigherOrderCall, args: readonly (Evaluator | undefined)[], input: readonly AttributeReference[]): Evaluator {
  const bodies = e.args.filter((a): a is Lambda => a.kind === 'lambda').map((l) => l.body);
  const captured = [...referencesOf(...bodies).values()].map((a) => ({ id: a.exprId, at: positionOf(a, input) }));
  return (batch, task) => {
    const columns = args.map((f) => f?.(batch, task));
    const readers = new Map<ExprId, Read>(captured.map(({ id, at }) => [id, cellReader(batch.columns[at] as Vector)]));
    try {
      return evaluate(e, columns, readers, batch.length, task);
    } catch (error) {
      return rethrowAt(error, e.origin);
    }
  };
}

function evaluate(e: HigherOrderCall, columns: readonly (Vector | undefined)[], captured: ReadonlyMap<ExprId, Read>, n: number, task: TaskContext): Vector {
  const context = callContext(task, e);
  let row = 0;
  const lookup: RowLookup = (id) => captured.get(id)?.(row) ?? null;
  const read = e.args.map((a, i): ((row: number) => Value | LambdaValue) => {
    if (a.kind !== 'lambda') return cellReader(columns[i] as Vector);
    const value = lambdaValue(a, lookup, task);
    return () => value;
  });
  const builder = createBuilder(e.type, n);
  for (row = 0; row < n; row++) builder.append(e.fn.row(read.map((f) => f(row)), context));
  return builder.finish();
}
