/** Questions that rules ask of resolved expressions. */
import { collectExpressions, someExpression } from '../../plan/index.ts';
import type { AggregateCall, GeneratorCall, ResolvedExpression, WindowCall } from '../../plan/index.ts';

export function holdsWindow(e: ResolvedExpression): boolean {
  return someExpression(e, (x) => x.kind === 'window');
}
export function holdsGenerator(e: ResolvedExpression): boolean {
  return someExpression(e, (x) => x.kind === 'generator');
}

/** Aggregates of the operator itself: not those worked out over a window. */
export function plainAggregates(e: ResolvedExpression): AggregateCall[] {
  const windowed = new Set(collectExpressions(e, (x) => x.kind === 'window').map((w) => (w as WindowCall).function as ResolvedExpression));
  return collectExpressions(e, (x) => x.kind === 'aggregate' && !windowed.has(x)) as AggregateCall[];
}
export function holdsAggregate(e: ResolvedExpression): boolean {
  return plainAggregates(e).length > 0;
}
export function generatorsOf(e: ResolvedExpression): GeneratorCall[] {
  return collectExpressions(e, (x) => x.kind === 'generator') as GeneratorCall[];
}
