/** A field read from a struct just made is that field's value (Spark's `SimplifyExtractValueOps`). */
import { isOperator } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import { expressionRule } from '../support/expressions.ts';

export const simplifyExtractValueOps = expressionRule('SimplifyExtractValueOps', (e) => {
  if (e.kind !== 'call' || !isOperator(e, 'getField')) return e;
  const [struct, name, place] = e.args;
  if (struct?.kind !== 'call' || !isOperator(struct, 'struct') || name?.kind !== 'literal') return e;
  return fieldAt(struct.args, placeOf(struct.args, name.value, place)) ?? e;
});

/** Where the field stands among the fields: by its place, its very name, or its name without regard to case. */
function placeOf(args: readonly ResolvedExpression[], name: unknown, place: ResolvedExpression | undefined): number {
  if (place !== undefined) return place.kind === 'literal' && typeof place.value === 'number' ? place.value : -1;
  const names = args.filter((_, i) => i % 2 === 0).map((a) => (a.kind === 'literal' ? String(a.value) : undefined));
  const exact = names.indexOf(String(name));
  return exact >= 0 ? exact : names.findIndex((n) => n?.toLowerCase() === String(name).toLowerCase());
}

function fieldAt(args: readonly ResolvedExpression[], place: number): ResolvedExpression | undefined {
  return place < 0 ? undefined : args[place * 2 + 1];
}
