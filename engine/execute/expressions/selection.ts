/** Evaluation on a part of the rows, for arguments that only some rows may ask for. */
import { gather } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';
import { isComparison, isOperator, referencesOf } from '../../plan/index.ts';
import type { AttributeReference, ResolvedExpression, TaskContext } from '../../plan/index.ts';
import type { Evaluator } from './evaluator.ts';
import { positionsOf } from './evaluator.ts';

/** An argument that can be evaluated on some rows alone. */
export interface LazyArgument {
  readonly expression: ResolvedExpression;
  /** Over all rows. */
  readonly all: Evaluator;
  /** Over the picked rows: row k of the result belongs to rows[k]. */
  on(batch: Batch, rows: Int32Array, task: TaskContext): Vector;
  /** Cannot raise and has no state: may be evaluated on rows that do not need it. */
  readonly safe: boolean;
}

/** True if the value can be asked for on any row without an error or an effect. */
export function isSafe(e: ResolvedExpression): boolean {
  switch (e.kind) {
    case 'attribute':
    case 'literal':
      return true;
    case 'alias':
      return isSafe(e.child);
    case 'call':
      return isHarmless(e) && e.args.every(isSafe);
    default:
      return false;
  }
}

function isHarmless(e: ResolvedExpression): boolean {
  return (
    isComparison(e) ||
    isOperator(e, 'nullSafeEqual') ||
    isOperator(e, 'isNull') ||
    isOperator(e, 'isNotNull') ||
    isOperator(e, 'not') ||
    isOperator(e, 'and') ||
    isOperator(e, 'or') ||
    isOperator(e, 'in')
  );
}

export function lazyArgument(expression: ResolvedExpression, all: Evaluator, input: readonly AttributeReference[]): LazyArgument {
  const positions = positionsOf(input);
  const used = [...referencesOf(expression).keys()].flatMap((id) => positions.get(id) ?? []);
  return {
    expression,
    all,
    safe: isSafe(expression),
    on: (batch, rows, task) => all(narrow(batch, rows, used), task),
  };
}

/** The picked rows of the columns in use; the other columns are left as they are and must not be read. */
function narrow(batch: Batch, rows: Int32Array, used: readonly number[]): Batch {
  if (rows.length === batch.length) return batch;
  const columns = batch.columns.slice();
  for (const c of used) columns[c] = gather(batch.columns[c] as Vector, rows);
  return { length: rows.length, columns };
}
