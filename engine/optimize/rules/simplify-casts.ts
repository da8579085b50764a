/** Casts that change nothing, or that one cast does as well (Spark's `SimplifyCasts`). */
import { canUpCast, isNumeric, sameType } from '../../types/index.ts';
import { expressionRule } from '../support/expressions.ts';

export const simplifyCasts = expressionRule('SimplifyCasts', (e) => {
  if (e.kind !== 'cast') return e;
  const { child } = e;
  if (sameType(child.type, e.type)) return child;
  if (child.kind !== 'cast') return e;
  const from = child.child.type;
  const widens = isNumeric(from) && isNumeric(child.type) && isNumeric(e.type) && isWider(from, child.type) && isWider(child.type, e.type);
  return widens ? { ...e, child: child.child } : e;
});

const WIDTH: readonly string[] = ['byte', 'short', 'integer', 'long', 'float', 'double'];

/** As Spark counts it, be digits lost on the way or not: a DOUBLE made of the FLOAT of an INT is that of the INT. */
function isWider(from: Parameters<typeof canUpCast>[0], to: Parameters<typeof canUpCast>[1]): boolean {
  const [a, b] = [WIDTH.indexOf(from.kind), WIDTH.indexOf(to.kind)];
  return a >= 0 && b > a && canUpCast(from, to);
}
