/** Calls of scalar functions: the kernel where there is one, else the row form lifted over the columns. */
import { cellReader, createBuilder, mapDictionary, mergeValidity, validReader, withType, withValidity } from '../../columnar/index.ts';
import type { Batch, Validity, Vector } from '../../columnar/index.ts';
import type { CallContext } from '../../functions/define.ts';
import { callContext, rethrowAt } from '../../plan/index.ts';
import type { ScalarCall, TaskContext } from '../../plan/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { Evaluator } from './evaluator.ts';

/** What Spark finds out while it makes the code of a call. */
function prepare(e: ScalarCall, conf: CallContext['conf']): void {
  try {
    e.fn.prepare?.(e.args.map((a) => a.type), e.args.map((a) => (a.kind === 'literal' ? a.value : undefined)), conf);
  } catch (error) {
    rethrowAt(error, e.origin);
  }
}

export function compileCall(e: ScalarCall, args: readonly Evaluator[], conf: CallContext['conf']): Evaluator {
  return compileCallOver(e, (batch, task) => args.map((f) => f(batch, task)), conf);
}

/** The call over arguments that are worked out together. */
export function compileCallOver(e: ScalarCall, args: (batch: Batch, task: TaskContext) => readonly Vector[], conf: CallContext['conf']): Evaluator {
  prepare(e, conf);
  return (batch, task) => {
    const columns = args(batch, task);
    try {
      return evaluateCall(e, columns, batch, task);
    } catch (error) {
      return rethrowAt(error, e.origin);
    }
  };
}

function evaluateCall(e: ScalarCall, columns: readonly Vector[], batch: Batch, task: TaskContext): Vector {
  const { fn } = e;
  const context = callContext(task, e);
  const mask = fn.nulls === 'propagate' ? mergeValidity(...columns.map((c) => c.validity)) : null;
  const made = fn.batch?.(columns, batch.length, context, mask);
  if (made !== undefined) return withValidity(made, mask);
  return withType(lift(e, columns, batch.length, context, mask), e.type);
}

/** The row form in each row where no argument is null, or in every row of a function that sees nulls. */
function lift(e: ScalarCall, columns: readonly Vector[], n: number, context: CallContext, mask: Validity): Vector {
  const text = dictionaryArgument(e, columns, n);
  if (text >= 0) return liftDictionary(e, columns, text, context, mask);
  const { row } = e.fn;
  const read = columns.map(e.fn.nulls === 'propagate' ? validReader : cellReader);
  const builder = createBuilder(e.type, n);
  const width = read.length;
  for (let i = 0; i < n; i++) {
    if (mask !== null && mask[i] === 0) {
      builder.append(null);
      continue;
    }
    const values: Value[] = new Array(width);
    for (let k = 0; k < width; k++) values[k] = (read[k] as (row: number) => Value)(i);
    builder.append(row(values, context));
  }
  return builder.finish();
}

/** The only argument that is not a literal, if it is text with repeats: then each different text is asked about once. */
function dictionaryArgument(e: ScalarCall, columns: readonly Vector[], n: number): number {
  if (e.fn.nulls !== 'propagate' || e.fn.deterministic === false) return -1;
  let found = -1;
  for (let i = 0; i < e.args.length; i++) {
    if (e.args[i]?.kind === 'literal') continue;
    const column = columns[i] as Vector;
    if (found >= 0 || column.layout !== 'string' || column.dictionary.length >= n) return -1;
    found = i;
  }
  return found;
}

function liftDictionary(e: ScalarCall, columns: readonly Vector[], text: number, context: CallContext, mask: Validity): Vector {
  const column = columns[text] as Vector & { readonly layout: 'string' };
  const fixed: Value[] = e.args.map((a) => (a.kind === 'literal' ? a.value : null));
  return mapDictionary(column, mask, e.type as DataType, (value) => {
    const values = fixed.slice();
    values[text] = value;
    return e.fn.row(values, context);
  });
}
