/** In which order Spark works out a call's arguments, and when it leaves some out: an argument that raises an error may not be asked for. */
import { someExpression } from './expression-visit.ts';
import type { ScalarCall } from './resolved.ts';

export interface ArgumentOrder {
  /** Places of the arguments, first to last. */
  readonly places: readonly number[];
  /** A null among so many arguments from the left decides the call: those that follow in order are not worked out. */
  readonly deciding: number;
}

const ORDERS = new WeakMap<ScalarCall, ArgumentOrder | null>();

/** Undefined where every argument is worked out, or may be. */
export function argumentOrder(e: ScalarCall): ArgumentOrder | undefined {
  if (e.args.every((a) => a.kind === 'attribute' || a.kind === 'literal' || a.kind === 'lambdaVariable')) return undefined;
  let order = ORDERS.get(e);
  if (order === undefined) {
    order = orderOf(e) ?? null;
    ORDERS.set(e, order);
  }
  return order ?? undefined;
}

function orderOf(e: ScalarCall): ArgumentOrder | undefined {
  const count = e.args.length;
  const { places, deciding = e.fn.nulls === 'propagate' ? count : 0 } = e.fn.asks ?? {};
  if (deciding === 0 || count < 2) return undefined;
  // Python's functions run before the expression around them.
  if (e.args.some((a) => someExpression(a, (x) => x.kind === 'pythonUdf'))) return undefined;
  return { places: places?.length === count ? places : e.args.map((_, i) => i), deciding };
}
