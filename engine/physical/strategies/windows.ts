import type { Strategy } from '../context.ts';

/** Windows, and the limits that a filter on a rank puts below them: one for each partition, one for the whole. */
export const windows: Strategy = (p, planning) => {
  if (p.node === 'Window') {
    const { windowExpressions, partitionBy, orderBy, output } = p;
    return { op: 'Window', windowExpressions, partitionBy, orderBy, child: planning.plan(p.input), output };
  }
  if (p.node === 'WindowGroupLimit') {
    const { partitionBy, orderBy, rankFunction, limit, output } = p;
    const shared = { op: 'WindowGroupLimit', partitionBy, orderBy, rankFunction, limit, output } as const;
    return { ...shared, mode: 'Final', child: { ...shared, mode: 'Partial', child: planning.plan(p.input) } };
  }
  return undefined;
};
