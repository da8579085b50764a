/** Values of constant expressions, worked out during analysis. */
import { SparkError } from '../../core/index.ts';
import { InternalError } from '../../core/index.ts';
import { interpret, isFoldable } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import type { Value } from '../../types/index.ts';
import type { Analysis } from '../analysis.ts';

function noColumn(): never {
  throw new InternalError('a constant expression has a column in it');
}

/** The value. Raises what the expression raises. */
export function constantValue(analysis: Analysis, e: ResolvedExpression): Value {
  return interpret(e, noColumn, analysis.task);
}

/** The value of a foldable expression; undefined where it is not foldable or has no value (`1 / 0`). */
export function knownValue(analysis: Analysis, e: ResolvedExpression): Value | undefined {
  if (e.kind === 'literal') return e.value;
  if (!isFoldable(e)) return undefined;
  try {
    return constantValue(analysis, e);
  } catch (error) {
    if (error instanceof SparkError) return undefined;
    throw error;
  }
}
