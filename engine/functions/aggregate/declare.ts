/** How an aggregate of this family is declared: the rest of `AggregateFunction` has usual values. */
import type { AggregateFunction } from '../define.ts';
import { divideByZero } from '../operator/errors.ts';

type Defaults = 'kind' | 'family' | 'emptyIsNull' | 'allowsDistinct';
export type AggregateInit<S> = Omit<AggregateFunction<S>, Defaults> & Partial<Pick<AggregateFunction<S>, Defaults>>;

/** An aggregate that is null over no rows and allows DISTINCT, unless it says otherwise. */
export function aggregate<S>(init: AggregateInit<S>): AggregateFunction<S> {
  return { kind: 'aggregate', family: 'aggregate', emptyIsNull: true, allowsDistinct: true, ...init };
}

/**
 * Of aggregates that Spark keeps in objects or bytes (`ImperativeAggregate`): no code is made for their arguments, and plans print,
 * after the arguments, of which those left out are the last of `defaults`, two places in buffers, which are 0 until the query runs.
 */
export function imperative(required = 1, defaults: readonly string[] = []): Pick<AggregateFunction, 'interpreted' | 'planArguments'> {
  return { interpreted: true, planArguments: (args) => [...args, ...defaults.slice(args.length - required), '0', '0'] };
}

/** `a / b` as the operator divides. `b` may be zero because a product of small numbers is. Raises DIVIDE_BY_ZERO in ANSI mode; NULL otherwise. */
export function quotient(a: number, b: number, ansi: boolean): number | null {
  if (b !== 0) return a / b;
  if (ansi) throw divideByZero();
  return null;
}
