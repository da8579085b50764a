/** Limits, offsets, samples. */
import { analysisError, SparkError } from '../../core/index.ts';
import { limitNode, offsetNode, sampleNode, sortNode, tailNode } from '../../plan/index.ts';
import type { Limit, LogicalPlan, Offset, Sample, Tail } from '../../plan/index.ts';
import { isOrderable } from '../../types/index.ts';
import type { Analysis, Scope } from '../analysis.ts';

function refuseNegative(name: 'limit' | 'offset', count: number): void {
  if (count >= 0) return;
  throw analysisError(
    'INVALID_LIMIT_LIKE_EXPRESSION.IS_NEGATIVE',
    '42K0E',
    { name, expr: `"${count}"`, v: String(count) },
    `${name}() takes a number of rows, and ${count} is negative.`,
  );
}

export function limit(r: Limit, analysis: Analysis, scope: Scope): LogicalPlan {
  refuseNegative('limit', r.limit);
  return limitNode(analysis.relation(r.input, scope), r.limit);
}
export function offset(r: Offset, analysis: Analysis, scope: Scope): LogicalPlan {
  refuseNegative('offset', r.offset);
  return offsetNode(analysis.relation(r.input, scope), r.offset);
}
export function tail(r: Tail, analysis: Analysis, scope: Scope): LogicalPlan {
  refuseNegative('limit', r.limit);
  return tailNode(analysis.relation(r.input, scope), r.limit);
}

const ROUNDING = 1e-6;

export function sample(r: Sample, analysis: Analysis, scope: Scope): LogicalPlan {
  const fraction = r.upperBound - r.lowerBound;
  const valid = r.withReplacement ? fraction >= -ROUNDING : fraction >= -ROUNDING && fraction <= 1 + ROUNDING;
  if (!valid) {
    throw new SparkError({
      errorClass: 'IllegalArgumentException',
      condition: null,
      sentence: `Sampling fraction (${fraction}) must be ${r.withReplacement ? 'nonnegative with replacement' : 'on interval [0, 1] without replacement'}.`,
    });
  }
  const input = analysis.relation(r.input, scope);
  const seed = BigInt(r.seed ?? analysis.context.environment.seed());
  const { lowerBound, upperBound, withReplacement } = r;
  return sampleNode(r.deterministicOrder === true ? sorted(input) : input, { lowerBound, upperBound, withReplacement, seed });
}

/** Sorted within partitions by all columns that have an order: the parts of a split then never overlap. */
function sorted(input: LogicalPlan): LogicalPlan {
  const keys = input.output.filter((a) => isOrderable(a.type));
  if (keys.length === 0) return input;
  return sortNode(input, keys.map((child) => ({ child, ascending: true, nullsFirst: true })), false);
}
