/** What a subquery gives over no rows: an aggregate without keys still gives a row (the "count bug"). */
import type { AggregateFunction } from '../../functions/define.ts';
import { callContext, interpret, literal, mapChildren, stripAlias } from '../../plan/index.ts';
import type { AggregateCall, ExprId, LogicalPlan, NamedExpression, ResolvedExpression } from '../../plan/index.ts';
import type { Value } from '../../types/index.ts';
import type { RuleContext } from '../rule.ts';

type Row = ReadonlyMap<ExprId, Value>;

/** The row's columns by id; undefined: there is no row. */
export function rowWithoutRows(p: LogicalPlan, context: RuleContext): Row | undefined {
  switch (p.node) {
    case 'Aggregate':
      return p.grouping.length > 0 ? undefined : evaluated(p.aggregates, new Map(), context);
    case 'Project': {
      const below = rowWithoutRows(p.input, context);
      return below === undefined ? undefined : evaluated(p.expressions, below, context);
    }
    case 'Filter': {
      const below = rowWithoutRows(p.input, context);
      if (below === undefined) return undefined;
      return interpret(p.condition, (id) => below.get(id) ?? null, context.task) === true ? below : undefined;
    }
    case 'Sort':
    case 'SubqueryAlias':
    case 'Distinct':
    case 'ResolvedHint':
      return rowWithoutRows(p.input, context);
    default:
      return undefined;
  }
}

function evaluated(list: readonly NamedExpression[], row: Row, context: RuleContext): Row {
  const lookup = (id: ExprId): Value => row.get(id) ?? null;
  return new Map(list.map((e) => [e.exprId, interpret(withAggregates(stripAlias(e), context), lookup, context.task)]));
}

function withAggregates(e: ResolvedExpression, context: RuleContext): ResolvedExpression {
  if (e.kind === 'aggregate') return literal(overNothing(e, context), e.type);
  return mapChildren(e, (c) => withAggregates(c, context));
}

function overNothing(call: AggregateCall, context: RuleContext): Value {
  const fn = call.fn as AggregateFunction<unknown>;
  const site = callContext(context.task, call);
  return fn.finish(fn.init(site), site);
}
