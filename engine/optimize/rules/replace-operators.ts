/**
 * DISTINCT, dropDuplicates, INTERSECT and EXCEPT in terms of joins and aggregates (Spark's batch "Replace Operators").
 */
import { invariant } from '../../core/index.ts';
import type { AggregateFunction, GeneratorFunction } from '../../functions/define.ts';
import {
  aggregateNode,
  andAll,
  distinctNode,
  filterNode,
  generateNode,
  joinNode,
  literal,
  operatorCall,
  projectNode,
  toAttribute,
  unionNode,
} from '../../plan/index.ts';
import type { AggregateCall, AttributeReference, DeduplicateNode, GeneratorCall, LogicalPlan, ResolvedExpression, SetOpNode } from '../../plan/index.ts';
import { BooleanType, IntegerType, LongType, structField, structType } from '../../types/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { freshAlias } from '../support/expressions.ts';
import { transformUpRenaming } from '../support/renaming.ts';
import { isStreaming } from '../../plan/index.ts';
import { replicateRows } from './replicate-rows.ts';

export const replaceOperators: Rule = {
  name: 'ReplaceOperators',
  required: true,
  renumbers: true,
  apply: (plan, context) =>
    transformUpRenaming(plan, (p) => {
      switch (p.node) {
        case 'SetOp':
          if (p.all) return p.op === 'except' ? exceptAll(p, context) : intersectAll(p, context);
          return replaceDistinct(distinctNode(semiOrAnti(p, context)));
        case 'Distinct':
          return replaceDistinct(p);
        case 'Deduplicate':
          return isStreaming(p) ? p : firstOfEach(p, context);
        default:
          return p;
      }
    }),
};

function replaceDistinct(p: LogicalPlan): LogicalPlan {
  if (p.node !== 'Distinct' || isStreaming(p)) return p;
  return aggregateNode(p.input, p.input.output, p.input.output);
}

/** Rows of the left with (without) an equal row on the right, nulls equal. */
function semiOrAnti(p: SetOpNode, context: RuleContext): LogicalPlan {
  const equal = p.left.output.map((a, i) => operatorCall(context.registry, 'nullSafeEqual', [a, p.right.output[i] as AttributeReference], BooleanType, false));
  return joinNode(p.left, p.right, p.op === 'intersect' ? 'left_semi' : 'left_anti', andAll(context.registry, equal));
}

/** A group for each key; of the other columns the values of its first row. */
function firstOfEach(p: DeduplicateNode, context: RuleContext): LogicalPlan {
  const keys = new Set(p.keys.map((k) => k.exprId));
  const columns = p.input.output.map((a) => (keys.has(a.exprId) ? a : freshAlias(aggregate('first', [a], a.type, a.nullable, context), a.name, context)));
  const grouping = p.keys.length === 0 ? [literal(1, IntegerType)] : p.keys;
  return aggregateNode(p.input, grouping, columns);
}

function aggregate(name: string, args: readonly ResolvedExpression[], type: AggregateCall['type'], nullable: boolean, context: RuleContext): AggregateCall {
  const fn = context.registry.get(name);
  invariant(fn?.kind === 'aggregate', `aggregate ${name} is not in the registry`);
  return { kind: 'aggregate', fn: fn as AggregateFunction, args, type, nullable, distinct: false };
}

/** Each row of the left counts 1, each of the right -1; what is left over is given that often. */
function exceptAll(p: SetOpNode, context: RuleContext): LogicalPlan {
  const counted = (side: LogicalPlan, n: bigint): LogicalPlan => projectNode(side, [freshAlias(literal(n, LongType), 'vcol', context), ...side.output]);
  const all = unionNode([counted(p.left, 1n), counted(p.right, -1n)]);
  const [vcol, ...columns] = all.output as readonly [AttributeReference, ...AttributeReference[]];
  const sum = freshAlias(aggregate('sum', [vcol], LongType, true, context), 'sum', context);
  const grouped = aggregateNode(all, columns, [...columns, sum]);
  const rest = filterNode(grouped, operatorCall(context.registry, 'greater', [toAttribute(sum), literal(0n, LongType)]));
  return replicated(rest, toAttribute(sum), columns);
}

/** A row comes as often as on the side where it is rarer. */
function intersectAll(p: SetOpNode, context: RuleContext): LogicalPlan {
  const flag = (value: boolean | null, name: string) => freshAlias(literal(value, BooleanType), name, context);
  const left = projectNode(p.left, [flag(true, 'vcol1'), flag(null, 'vcol2'), ...p.left.output]);
  const right = projectNode(p.right, [flag(null, 'vcol1'), flag(true, 'vcol2'), ...p.right.output]);
  const all = unionNode([left, right]);
  const [vcol1, vcol2, ...columns] = all.output as readonly [AttributeReference, AttributeReference, ...AttributeReference[]];
  const count1 = freshAlias(aggregate('count', [vcol1], LongType, false, context), 'vcol1_count', context);
  const count2 = freshAlias(aggregate('count', [vcol2], LongType, false, context), 'vcol2_count', context);
  const grouped = aggregateNode(all, columns, [count1, count2, ...columns]);
  const [a, b] = [toAttribute(count1), toAttribute(count2)];
  const some = (x: ResolvedExpression): ResolvedExpression => operatorCall(context.registry, 'greaterOrEqual', [x, literal(1n, LongType)]);
  const both = filterNode(grouped, operatorCall(context.registry, 'and', [some(a), some(b)]));
  const rarer = operatorCall(context.registry, 'if', [operatorCall(context.registry, 'greater', [a, b]), b, a], LongType, false);
  const min = freshAlias(rarer, 'min_count', context);
  return replicated(projectNode(both, [...columns, min]), toAttribute(min), columns);
}

/** Each row as often as its count says. The copies go by the ids of the columns that they are copies of. */
function replicated(p: LogicalPlan, count: AttributeReference, columns: readonly AttributeReference[]): LogicalPlan {
  const type = structType(columns.map((a) => structField(a.name, a.type, a.nullable)));
  const generator: GeneratorCall = { kind: 'generator', fn: replicateRows as GeneratorFunction, args: [count, ...columns], type, nullable: false };
  return projectNode(generateNode(p, generator, false, columns), columns);
}
