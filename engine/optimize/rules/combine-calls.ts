/** Calls within calls that are one call (Spark's `CombineConcats`, `SimplifyCaseConversionExpressions`). */
import type { ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import { sameType } from '../../types/index.ts';
import { expressionRule } from '../support/expressions.ts';

const isConcat = (e: ResolvedExpression): e is ScalarCall => e.kind === 'call' && (e.fn.name === 'concat' || e.fn.name === '||');

export const combineConcats = expressionRule('CombineConcats', (e, { registry }) => {
  if (!isConcat(e) || !e.args.some((a) => isConcat(a) && sameType(a.type, e.type))) return e;
  const fn = registry.get('concat');
  if (fn?.kind !== 'scalar') return e;
  return { ...e, fn, args: e.args.flatMap((a) => (isConcat(a) && sameType(a.type, e.type) ? a.args : [a])) };
});

const isCaseChange = (e: ResolvedExpression | undefined): e is ScalarCall => e?.kind === 'call' && (e.fn.name === 'upper' || e.fn.name === 'lower');

/** Only the outer change of case counts. */
export const simplifyCaseConversions = expressionRule('SimplifyCaseConversionExpressions', (e) =>
  isCaseChange(e) && isCaseChange(e.args[0]) ? { ...e, args: e.args[0].args } : e,
);
