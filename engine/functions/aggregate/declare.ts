/** How an aggregate of this family is declared: the rest of `AggregateFunction` has usual values. */
import type { AggregateFunction } from '../define.ts';

type Defaults = 'kind' | 'family' | 'emptyIsNull' | 'allowsDistinct';
export type AggregateInit<S> = Omit<AggregateFunction<S>, Defaults> & Partial<Pick<AggregateFunction<S>, Defaults>>;

/** An aggregate that is null over no rows and allows DISTINCT, unless it says otherwise. */
export function aggregate<S>(init: AggregateInit<S>): AggregateFunction<S> {
  return { kind: 'aggregate', family: 'aggregate', emptyIsNull: true, allowsDistinct: true, ...init };
}
