/** In which order Spark works out a call's arguments, and when it leaves some out: an argument that raises an error may not be asked for. */
import { someExpression } from './expression-visit.ts';
import type { ScalarCall } from './resolved.ts';

export interface ArgumentOrder {
  /** Places of the arguments, first to last. */
  readonly places: readonly number[];
  /** Whether a null of it decides the call, so that those that follow in order are not worked out. */
  readonly decides: (place: number) => boolean;
}

type Way = 'compiled' | 'interpreted';
type Orders = Partial<Record<Way, ArgumentOrder | null>>;
const ORDERS = new WeakMap<ScalarCall, Orders>();

/** Undefined where every argument is worked out, or may be. Spark's interpreter and the code that it makes differ at times. */
export function argumentOrder(e: ScalarCall, way: Way): ArgumentOrder | undefined {
  if (e.args.every((a) => a.kind === 'attribute' || a.kind === 'literal' || a.kind === 'lambdaVariable')) return undefined;
  let orders = ORDERS.get(e);
  if (orders === undefined) {
    orders = {};
    ORDERS.set(e, orders);
  }
  let order = orders[way];
  if (order === undefined) {
    order = orderOf(e, way) ?? null;
    orders[way] = order;
  }
  return order ?? undefined;
}

function orderOf({ fn, args, type }: ScalarCall, way: Way): ArgumentOrder | undefined {
  const asks = typeof fn.asks === 'function' ? fn.asks(type) : fn.asks;
  const { places, decidedBy } = (way === 'interpreted' ? asks?.interpreted : undefined) ?? asks ?? {};
  const never = decidedBy === undefined ? fn.nulls !== 'propagate' : decidedBy.length === 0;
  if (never || args.length < 2) return undefined;
  // Python's functions run before the expression around them.
  if (args.some((a) => someExpression(a, (x) => x.kind === 'pythonUdf'))) return undefined;
  return {
    places: places?.length === args.length ? places : args.map((_, i) => i),
    decides: decidedBy === undefined ? () => true : (place) => decidedBy.includes(place),
  };
}
