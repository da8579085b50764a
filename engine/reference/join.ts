import { invariant } from '../core/index.ts';
import type { JoinNode } from '../plan/index.ts';
import { evaluate, lookupIn } from './context.ts';
import type { Row, Scope } from './context.ts';

/** Every pair of rows is looked at. */
export function interpretJoin(p: JoinNode, left: readonly Row[], right: readonly Row[], scope: Scope): Row[] {
  const lookup = lookupIn([...p.left.output, ...p.right.output], scope.outer);
  const holds = (l: Row, r: Row): boolean => p.condition === undefined || evaluate(p.condition, lookup([...l, ...r]), scope) === true;
  const nullsLeft: Row = p.left.output.map(() => null);
  const nullsRight: Row = p.right.output.map(() => null);
  const matchedRight = new Set<number>();
  const out: Row[] = [];
  for (const l of left) {
    const matches: Row[] = [];
    right.forEach((r, j) => {
      if (!holds(l, r)) return;
      matches.push(r);
      matchedRight.add(j);
    });
    switch (p.joinType) {
      case 'left_semi':
        if (matches.length > 0) out.push(l);
        break;
      case 'left_anti':
        if (matches.length === 0) out.push(l);
        break;
      case 'existence':
        out.push([...l, matches.length > 0]);
        break;
      case 'left_single':
        invariant(matches.length <= 1, 'a scalar subquery gave one row');
        out.push([...l, ...(matches[0] ?? nullsRight)]);
        break;
      default:
        for (const r of matches) out.push([...l, ...r]);
        if (matches.length === 0 && (p.joinType === 'left_outer' || p.joinType === 'full_outer')) out.push([...l, ...nullsRight]);
    }
  }
  if (p.joinType === 'right_outer' || p.joinType === 'full_outer') {
    right.forEach((r, j) => {
      if (!matchedRight.has(j)) out.push([...nullsLeft, ...r]);
    });
  }
  return out;
}
