import { cellReader, vectorOf } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import type { AggregateFunction, CallContext } from '../../functions/define.ts';
import type { Value } from '../../types/index.ts';

/**
 * An aggregate of the rows [lo, hi) for each row: by the function's kernel, or row by row. A frame that only grows goes on
 * from the state of the one before; any other is computed anew.
 */
export function aggregateFrames(
  fn: AggregateFunction<unknown>,
  args: readonly Vector[],
  lo: Int32Array,
  hi: Int32Array,
  n: number,
  context: CallContext,
): Vector {
  return fn.frames?.(args, lo, hi, n, context) ?? rowByRow(fn, args, lo, hi, n, context);
}

function rowByRow(fn: AggregateFunction<unknown>, args: readonly Vector[], lo: Int32Array, hi: Int32Array, n: number, context: CallContext): Vector {
  const readers = args.map(cellReader);
  const out: Value[] = [];
  let state: unknown;
  let from = -1;
  let to = -1;
  for (let i = 0; i < n; i++) {
    const a = lo[i] as number;
    const b = hi[i] as number;
    const same = i > 0 && a === from && b === to;
    if (!same) {
      if (a !== from || b < to || i === 0) {
        state = fn.init(context);
        to = a;
      }
      for (let r = to; r < b; r++) state = fn.update(state, readers.map((read) => read(r)), context);
      from = a;
      to = Math.max(a, b);
    }
    out.push(same ? (out[i - 1] as Value) : fn.finish(state, context));
  }
  return vectorOf(context.returnType, out);
}
