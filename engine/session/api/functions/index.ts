/** `F`: every function of the registry, under the names that PySpark's `functions` module has. */
import { registry } from '../../../functions/registry.ts';
import type { Functions } from '../public/functions.ts';
import { registryFunction, signatureFunction } from './arguments.ts';
import * as byHand from './by-hand.ts';
import { SIGNATURES } from './signatures.ts';

function build(): Functions {
  const out: Record<string, unknown> = {};
  for (const fn of registry.all()) {
    if (fn.internal === true || fn.sqlOnly === true) continue;
    for (const name of [fn.name, ...(fn.aliases ?? [])]) if (/^[a-z_]\w*$/i.test(name)) out[name] = registryFunction(name, fn);
  }
  for (const [name, signature] of Object.entries(SIGNATURES)) out[name] = signatureFunction(name, signature);
  const { col, ...rest } = byHand;
  return Object.freeze({ ...out, ...rest, col, column: col }) as unknown as Functions;
}

/** All functions of columns. */
export const functions: Functions = build();
