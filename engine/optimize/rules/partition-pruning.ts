/**
 * A partitioned source that is joined with few rows reads the folders that these ask for (Spark's `PartitionPruning`): the
 * other side of the join stands as a subquery in the conditions on its folders.
 */
import { confBoolean, equiKeys } from '../../physical/index.ts';
import { BooleanType } from '../../types/index.ts';
import { andAll, filterNode, isDeterministic, isOperator, isStreaming, referencesOf, semanticEquals, somePlan, splitConjuncts, substitute, transformPlanUp, withInputs } from '../../plan/index.ts';
import type { DataSourceScan, ExprId, JoinNode, LogicalPlan, ResolvedExpression, SubqueryCall } from '../../plan/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { aliasMap, outputIds } from '../support/expressions.ts';

export const partitionPruning: Rule = {
  name: 'PartitionPruning',
  apply: (plan, context) => {
    const { conf } = context;
    if (!confBoolean(conf, 'spark.sql.optimizer.dynamicPartitionPruning.enabled', true) || !confBoolean(conf, 'spark.sql.exchange.reuse', true)) return plan;
    return transformPlanUp(plan, (p) => (p.node === 'Join' ? pruned(p, context) : p));
  },
};

const PRUNES_LEFT: ReadonlySet<string> = new Set(['inner', 'left_semi', 'right_outer']);
const PRUNES_RIGHT: ReadonlySet<string> = new Set(['inner', 'left_semi', 'left_outer']);

function pruned(join: JoinNode, context: RuleContext): LogicalPlan {
  const keys = join.condition === undefined ? undefined : equiKeys(join, context.registry);
  if (keys === undefined || join.condition === undefined) return join;
  let { left, right } = join;
  for (const c of splitConjuncts(join.condition)) {
    const pair = isOperator(c, 'equal') ? fromBothSides(c.args as readonly [ResolvedExpression, ResolvedExpression], join) : undefined;
    if (pair === undefined) continue;
    const [l, r] = pair;
    if (PRUNES_LEFT.has(join.joinType) && isSelective(join.right)) {
      const found = withPruning(left, l, pruning(l, r, join.right, keys.rightKeys, context), context);
      if (found !== undefined) {
        left = found;
        continue;
      }
    }
    if (PRUNES_RIGHT.has(join.joinType) && isSelective(join.left)) right = withPruning(right, r, pruning(r, l, join.left, keys.leftKeys, context), context) ?? right;
  }
  return left === join.left && right === join.right ? join : { ...join, left, right };
}

function fromBothSides([a, b]: readonly [ResolvedExpression, ResolvedExpression], join: JoinNode): readonly [ResolvedExpression, ResolvedExpression] | undefined {
  const isOf = (e: ResolvedExpression, p: LogicalPlan): boolean => referencesOf(e).size > 0 && [...referencesOf(e).keys()].every((id) => outputIds(p).has(id));
  if (isOf(a, join.left) && isOf(b, join.right)) return [a, b];
  return isOf(b, join.left) && isOf(a, join.right) ? [b, a] : undefined;
}

/** Its rows are chosen by a condition that few meet. */
function isSelective(p: LogicalPlan): boolean {
  return !isStreaming(p) && somePlan(p, (x) => x.node === 'Filter' && chooses(x.condition));
}

const CHOOSING: ReadonlySet<string> = new Set(['like', 'ilike', 'rlike', 'regexp_like']);

function chooses(e: ResolvedExpression): boolean {
  if (e.kind !== 'call') return false;
  const { name } = e.fn;
  const [a, b] = e.args as readonly [ResolvedExpression, ResolvedExpression];
  if (isOperator(e, 'not')) return chooses(a);
  if (isOperator(e, 'and')) return chooses(a) || chooses(b);
  if (isOperator(e, 'or')) return chooses(a) && chooses(b);
  const names = ['equal', 'nullSafeEqual', 'less', 'lessOrEqual', 'greater', 'greaterOrEqual', 'in', 'startsWith', 'endsWith', 'contains'] as const;
  return CHOOSING.has(name) || names.some((n) => isOperator(e, n));
}

function pruning(key: ResolvedExpression, filteringKey: ResolvedExpression, plan: LogicalPlan, buildKeys: readonly ResolvedExpression[], context: RuleContext): SubqueryCall | undefined {
  const index = buildKeys.findIndex((k) => semanticEquals(k, filteringKey));
  if (index < 0) return undefined;
  return { kind: 'subquery', subqueryType: 'in', plan, inValues: [key], outerReferences: [], type: BooleanType, nullable: false, exprId: context.nextExprId(), dynamicPruning: { buildKeys, index } };
}

/** The plan with the condition at the scan whose folders it is about; undefined where it does not get there. */
function withPruning(p: LogicalPlan, key: ResolvedExpression, call: SubqueryCall | undefined, context: RuleContext): LogicalPlan | undefined {
  if (call === undefined) return undefined;
  switch (p.node) {
    case 'DataSourceScan':
      return isAboutFolders(p, key) ? overScan(p, undefined, call, context) : undefined;
    case 'Filter': {
      if (p.input.node === 'DataSourceScan') return isAboutFolders(p.input, key) ? overScan(p.input, p.condition, call, context) : undefined;
      const input = withPruning(p.input, key, call, context);
      return input === undefined ? undefined : filterNode(input, p.condition);
    }
    case 'Project': {
      if (!p.expressions.every(isDeterministic)) return undefined;
      const below = substitute(key, aliasMap(p.expressions));
      const input = withPruning(p.input, below, { ...call, inValues: [below] }, context);
      return input === undefined ? undefined : withInputs(p, [input]);
    }
    case 'Join':
      return throughJoin(p, key, call, context);
    default:
      return undefined;
  }
}

const KEEPS_LEFT: ReadonlySet<string> = new Set(['inner', 'cross', 'left_outer', 'left_semi', 'left_anti', 'existence', 'left_single']);
const KEEPS_RIGHT: ReadonlySet<string> = new Set(['inner', 'cross', 'right_outer']);

function throughJoin(p: JoinNode, key: ResolvedExpression, call: SubqueryCall, context: RuleContext): LogicalPlan | undefined {
  const within = (x: LogicalPlan): boolean => [...referencesOf(key).keys()].every((id) => outputIds(x).has(id));
  if (KEEPS_LEFT.has(p.joinType) && within(p.left)) {
    const left = withPruning(p.left, key, call, context);
    return left === undefined ? undefined : { ...p, left };
  }
  if (!KEEPS_RIGHT.has(p.joinType) || !within(p.right)) return undefined;
  const right = withPruning(p.right, key, call, context);
  return right === undefined ? undefined : { ...p, right };
}

function isAboutFolders(scan: DataSourceScan, key: ResolvedExpression): boolean {
  const names = new Set((scan.partitionColumns ?? []).map((c) => c.toLowerCase()));
  const byId = new Map<ExprId, string>(scan.output.map((a) => [a.exprId, a.name.toLowerCase()]));
  const used = [...referencesOf(key).keys()];
  return !scan.isStreaming && used.length > 0 && isDeterministic(key) && used.every((id) => names.has(byId.get(id) ?? ''));
}

function overScan(scan: DataSourceScan, condition: ResolvedExpression | undefined, call: SubqueryCall, context: RuleContext): LogicalPlan {
  const chosen: DataSourceScan = { ...scan, partitionFilters: [...(scan.partitionFilters ?? []), call] };
  return filterNode(chosen, andAll(context.registry, [...(condition === undefined ? [] : splitConjuncts(condition)), call]) as ResolvedExpression);
}
