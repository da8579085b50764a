/** How many rows a plan gives at most (Spark's `maxRows`); undefined where it may be any number. */
import type { LogicalPlan } from '../plan/index.ts';
import { statisticsOf } from './statistics.ts';

export function maxRows(p: LogicalPlan): number | undefined {
  switch (p.node) {
    case 'LocalData':
      return p.origin === 'local' || p.emptyRelation === true ? p.batch.length : undefined;
    case 'Range':
      return Number(statisticsOf(p).rowCount ?? 0n);
    // As in Spark the limit alone, even where there are fewer rows below: which rule sees it first decides what is worked out.
    case 'Limit':
      return p.local === true ? undefined : p.limit;
    case 'Tail':
      return p.limit;
    case 'Offset': {
      const rows = maxRows(p.input);
      return rows === undefined ? undefined : Math.max(0, rows - p.offset);
    }
    case 'Aggregate':
      return p.grouping.length === 0 ? 1 : maxRows(p.input);
    case 'Union':
      return total(p.inputs.map(maxRows));
    case 'Join':
      return joinRows(p.joinType, maxRows(p.left), maxRows(p.right));
    case 'Project':
    case 'Filter':
    case 'Sort':
    case 'Window':
    case 'WindowGroupLimit':
    case 'Distinct':
    case 'Deduplicate':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'ResolvedHint':
    case 'CollectMetrics':
      return maxRows(p.input);
    case 'SubqueryAlias':
      return p.isView === true ? undefined : maxRows(p.input);
    case 'CTERelationRef':
      return p.maxRows;
    case 'WithCTE':
      return maxRows(p.input);
    case 'Sample':
      return p.withReplacement ? undefined : maxRows(p.input);
    default:
      return undefined;
  }
}

function total(list: readonly (number | undefined)[]): number | undefined {
  return list.reduce<number | undefined>((sum, x) => (sum === undefined || x === undefined ? undefined : sum + x), 0);
}

function joinRows(type: string, left: number | undefined, right: number | undefined): number | undefined {
  if (type === 'left_semi' || type === 'left_anti' || type === 'left_single' || type === 'existence') return left;
  if (left === undefined || right === undefined) return undefined;
  switch (type) {
    case 'left_outer':
      return left * Math.max(1, right);
    case 'right_outer':
      return Math.max(1, left) * right;
    case 'full_outer':
      return Math.max(left * right, left + right);
    default:
      return left * right;
  }
}
