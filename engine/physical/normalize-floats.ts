/**
 * Keys of type float or double are compared with one zero and one NaN; Spark wraps them in two functions that say so
 * (`NormalizeFloatingNumbers`), which plans show.
 */
import { normalizeZeros } from '../columnar/index.ts';
import type { Vector } from '../columnar/index.ts';
import type { ArgumentInfo, ScalarFunction } from '../functions/define.ts';
import type { NamedExpression, ResolvedExpression, ScalarCall } from '../plan/index.ts';

function marker(name: string, doc: string): ScalarFunction {
  return {
    kind: 'scalar',
    name,
    family: 'internal',
    since: '2.4.0',
    params: [{ name: 'expr', accepts: ['double'] }],
    signature: ([arg]) => ({ argTypes: [(arg as ArgumentInfo).type], returns: (arg as ArgumentInfo).type }),
    doc,
    examples: [],
    internal: true,
    nulls: 'propagate',
    row: ([x]) => (x as number) + 0,
    batch: ([v]) => normalizeZeros(v as Vector),
  };
}

const NORMALIZE = marker('normalizenanandzero', 'The number with -0.0 turned into 0.0.');
const KNOWN = marker('knownfloatingpointnormalized', 'A number known to have been normalized.');

function call(fn: ScalarFunction, arg: ResolvedExpression): ScalarCall {
  return { kind: 'call', fn, args: [arg], type: arg.type, nullable: arg.nullable };
}

/** The key as it is compared. */
export function normalizedKey(e: ResolvedExpression): ResolvedExpression {
  const floating = e.type.kind === 'double' || e.type.kind === 'float';
  if (!floating || e.kind === 'literal' || (e.kind === 'call' && e.fn === KNOWN)) return e;
  return call(KNOWN, call(NORMALIZE, e));
}

/** A grouping column as it is compared, under its own name and id. */
export function normalizedGrouping(g: NamedExpression): NamedExpression {
  const child = g.kind === 'alias' ? g.child : g;
  const normalized = normalizedKey(child);
  if (normalized === child) return g;
  return { kind: 'alias', child: normalized, name: g.name, exprId: g.exprId, type: g.type, nullable: g.nullable };
}
