/** `F`: every function of the registry, under the names that PySpark's `functions` module has. */
import { registry } from '../../../functions/registry.ts';
import type { Functions } from '../public/functions.ts';
import { registryFunction } from './arguments.ts';
import * as byHand from './by-hand.ts';

/** Other names of PySpark for functions of the registry. */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
  approxCountDistinct: 'approx_count_distinct',
  bitwiseNOT: '~',
  create_map: 'map',
  negate: 'negative',
  bitwise_not: '~',
  shiftLeft: 'shiftleft',
  shiftRight: 'shiftright',
  shiftRightUnsigned: 'shiftrightunsigned',
  toDegrees: 'degrees',
  toRadians: 'radians',
};

function build(): Functions {
  const out: Record<string, unknown> = {};
  for (const fn of registry.all()) {
    if (fn.internal === true || fn.sqlOnly === true) continue;
    for (const name of [fn.name, ...(fn.aliases ?? [])]) if (/^[a-z_]\w*$/i.test(name)) out[name] = registryFunction(name, fn);
  }
  for (const [other, name] of Object.entries(OTHER_NAMES)) {
    const fn = registry.get(name);
    if (fn !== undefined) out[other] = registryFunction(name, fn);
  }
  const { col, ...rest } = byHand;
  return Object.freeze({ ...out, ...rest, col, column: col }) as unknown as Functions;
}

/** All functions of columns. */
export const functions: Functions = build();
