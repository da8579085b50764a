/** In which order Spark works out a call's arguments, and when it leaves some out: an argument that raises an error may not be asked for. */
import { someExpression } from './expression-visit.ts';
import type { ScalarCall } from './resolved.ts';

export interface ArgumentOrder {
  /** Places of the arguments, first to last. */
  readonly places: readonly number[];
  /** A null among so many arguments from the left decides the call: those that follow in order are not worked out. */
  readonly deciding: number;
}

/** Spark looks at the divisor first, at where a search begins, and at what stands for nulls. */
const PLACES: Readonly<Record<string, readonly number[]>> = {
  '/': [1, 0], '%': [1, 0], div: [1, 0], mod: [1, 0], pmod: [1, 0], try_divide: [1, 0], try_mod: [1, 0],
  locate: [2, 0, 1], position: [2, 0, 1], array_join: [2, 0, 1],
};
/** All arguments are worked out, whatever the others are. */
const EAGER: ReadonlySet<string> = new Set(['get_json_object', 'variant_get', 'try_variant_get']);
/** Of functions that see nulls: of how many arguments at the beginning a null decides. */
const DECIDED_BY_FIRST: Readonly<Record<string, number>> = {
  nullif: 1, elt: 1, format_string: 1, printf: 1, array_append: 1, array_prepend: 1, array_insert: 2, locate: 3, position: 3,
};

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
  const deciding = DECIDED_BY_FIRST[e.fn.name] ?? (e.fn.nulls === 'propagate' && !EAGER.has(e.fn.name) ? count : 0);
  if (deciding === 0 || count < 2) return undefined;
  // Python's functions run before the expression around them.
  if (e.args.some((a) => someExpression(a, (x) => x.kind === 'pythonUdf'))) return undefined;
  const special = PLACES[e.fn.name];
  return { places: special?.length === count ? special : e.args.map((_, i) => i), deciding };
}
