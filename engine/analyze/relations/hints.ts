/** Hints: how to join, and into how many partitions to spread. */
import { hintNode, repartitionByExpressionNode, repartitionNode, inputsOf, stripAlias, withInputs } from '../../plan/index.ts';
import type { Expression, Hint, JoinStrategyHint, LogicalPlan } from '../../plan/index.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { parseName } from '../names.ts';

const STRATEGIES: Readonly<Record<string, JoinStrategyHint>> = {
  broadcast: 'broadcast',
  broadcastjoin: 'broadcast',
  mapjoin: 'broadcast',
  merge: 'merge',
  shuffle_merge: 'merge',
  mergejoin: 'merge',
  shuffle_hash: 'shuffle_hash',
  shuffle_replicate_nl: 'shuffle_replicate_nl',
};

/** A hint that Spark does not know changes nothing. */
export function hint(r: Hint, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const name = r.name.toLowerCase();
  const strategy = Object.hasOwn(STRATEGIES, name) ? STRATEGIES[name] : undefined;
  if (strategy !== undefined) {
    return r.parameters.length === 0 ? hintNode(input, strategy) : hintRelations(input, r.parameters.flatMap(relationName), strategy, analysis);
  }
  return spread(name, r.parameters, input, envOf(analysis, scope, [input])) ?? { ...input };
}

function relationName(e: Expression): string[] {
  if (e.type === 'UnresolvedAttribute') return [parseName(e.unparsedIdentifier).at(-1) as string];
  return e.type === 'Literal' && typeof e.value === 'string' ? [e.value] : [];
}

/** `broadcast(t)`: on the relation of that name below, wherever it stands in the query. */
function hintRelations(plan: LogicalPlan, names: readonly string[], strategy: JoinStrategyHint, analysis: Analysis): LogicalPlan {
  const mark = (p: LogicalPlan): LogicalPlan => {
    if (p.node === 'SubqueryAlias') return names.some((n) => analysis.sameName(n, p.alias)) ? hintNode(p, strategy) : p;
    return withInputs(p, inputsOf(p).map(mark));
  };
  return mark(plan);
}

function spread(name: string, parameters: readonly Expression[], input: LogicalPlan, env: Env): LogicalPlan | undefined {
  const [first] = parameters;
  const count = first?.type === 'Literal' && typeof first.value === 'number' ? first.value : undefined;
  const keys = (count === undefined ? parameters : parameters.slice(1)).map((e) => stripAlias(env.analysis.resolve(e, env)));
  switch (name) {
    case 'coalesce':
      return count === undefined ? undefined : repartitionNode(input, count, false);
    case 'repartition':
      if (keys.length === 0 && count !== undefined) return repartitionNode(input, count, true);
      return repartitionByExpressionNode(input, keys, { numPartitions: count });
    case 'repartition_by_range': {
      const order = keys.map((child) => ({ child, ascending: true, nullsFirst: true }));
      return keys.length === 0 ? undefined : repartitionByExpressionNode(input, keys, { order, numPartitions: count });
    }
    case 'rebalance':
      return repartitionByExpressionNode(input, keys, { numPartitions: count });
    default:
      return undefined;
  }
}
