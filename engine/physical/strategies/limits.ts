/** Limits and offsets, and the sort below them (Spark's `SpecialLimits` and the limits of `BasicOperators`). */
import type { LogicalPlan, NamedExpression, OffsetNode, SortNode } from '../../plan/index.ts';
import type { Planning, Strategy } from '../context.ts';
import type { PhysicalPlan } from '../nodes.ts';

/** A limit with an offset, in any order: `take` rows, of which the first `skip` are dropped. `take` -1: all. */
interface Slice {
  readonly take: number;
  readonly skip: number;
  readonly input: LogicalPlan;
}

/** The slice at the top of a plan; a limit over an offset, or an offset over a limit, is one. */
function sliceOf(p: LogicalPlan): Slice | undefined {
  if (p.node === 'Limit' && p.local !== true) {
    if (p.input.node === 'Offset') return overOffset(p.limit, p.input);
    return { take: p.limit, skip: 0, input: p.input };
  }
  if (p.node === 'Offset') {
    if (p.input.node === 'Limit' && p.input.local !== true && p.input.global !== true) return { take: p.input.limit, skip: p.offset, input: p.input.input };
    return { take: -1, skip: p.offset, input: p.input };
  }
  return undefined;
}

/** What each partition gives may be limited below the offset already. */
function overOffset(limit: number, { offset, input }: OffsetNode): Slice {
  const take = limit + offset;
  return { take, skip: offset, input: input.node === 'Limit' && input.local === true && input.limit === take ? input.input : input };
}

function globalSort(p: LogicalPlan): SortNode | undefined {
  return p.node === 'Sort' && p.global ? p : undefined;
}

/** ORDER BY … LIMIT n: the top n rows without sorting all. */
export const takeOrdered: Strategy = (p, planning) => {
  const slice = sliceOf(p);
  if (slice === undefined || slice.take < 0) return undefined;
  const { input } = slice;
  const direct = globalSort(input);
  const below = input.node === 'Project' ? globalSort(input.input) : undefined;
  const sort = direct ?? below;
  if (sort === undefined) return undefined;
  const expressions: readonly NamedExpression[] = input.node === 'Project' ? input.expressions : sort.output;
  return {
    op: 'TakeOrderedAndProject',
    limit: slice.take,
    offset: slice.skip,
    order: sort.order,
    expressions,
    child: planning.plan(sort.input),
    output: p.output,
  };
};

/** A limit at the root of a query: partitions are asked one after another until there are enough rows. */
export function planRootLimit(p: LogicalPlan, planning: Planning): PhysicalPlan | undefined {
  const top = takeOrdered(p, planning);
  if (top !== undefined) return top;
  const slice = p.node === 'Limit' && p.global === true && p.input.node !== 'Offset' ? undefined : sliceOf(p);
  if (slice !== undefined) {
    return { op: 'CollectLimit', limit: slice.take, offset: slice.skip, child: planning.plan(slice.input), output: p.output };
  }
  if (p.node === 'Tail') return { op: 'CollectTail', limit: p.limit, child: planning.plan(p.input), output: p.output };
  return undefined;
}

/** A limit inside a query: each partition's first rows, then the first of all. */
export const innerLimits: Strategy = (p, planning) => {
  if (p.node === 'Limit' && p.local === true) return { op: 'LocalLimit', limit: p.limit, child: planning.plan(p.input), output: p.output };
  const slice = sliceOf(p);
  if (slice !== undefined) {
    const input = planning.plan(slice.input);
    const { output } = p;
    const isLimited = slice.take < 0 || (p.node === 'Limit' && p.global === true && slice.input === p.input);
    const local: PhysicalPlan = isLimited ? input : { op: 'LocalLimit', limit: slice.take, child: input, output };
    return { op: 'GlobalLimit', limit: slice.take, offset: slice.skip, child: local, output };
  }
  if (p.node === 'Tail') return { op: 'CollectTail', limit: p.limit, child: planning.plan(p.input), output: p.output };
  return undefined;
};
