import { describe, expect, it } from 'vitest';
import { execute } from '../execute/index.ts';
import { logicalText, planPhysical } from '../physical/index.ts';
import { aggregateNode, distinctNode, filterNode, joinNode, limitNode, literal, projectNode, setOpNode, sortNode, unionNode } from '../plan/index.ts';
import type { AttributeReference, LogicalPlan, ResolvedExpression, SubqueryCall } from '../plan/index.ts';
import { interpretPlan } from '../reference/index.ts';
import { plainTask } from '../plan/index.ts';
import { toValues } from '../columnar/index.ts';
import { BooleanType, DoubleType, LongType, StringType } from '../types/index.ts';
import type { DataType } from '../types/index.ts';
import { optimize } from './index.ts';
import { agg, as, int, op, table, testContext, text } from './testing/build.ts';

const ORDERS = table('order_id int, customer_id int, product_id int, amount double', 0, [
  [1, 10, 100, 5],
  [2, 11, 101, 7],
  [3, 10, 100, 9],
  [4, null, 102, 1],
]);
const CUSTOMERS = table('customer_id int, customer_name string', 10, [
  [10, 'Ada'],
  [11, 'Bob'],
]);
const [orderId, customerId, productId, amount] = ORDERS.output as readonly [AttributeReference, AttributeReference, AttributeReference, AttributeReference];
const [otherId, name] = CUSTOMERS.output as readonly [AttributeReference, AttributeReference];
const ten = literal(5, DoubleType);

/** The optimized plan as text; it must give the rows that the plan means. */
function optimized(plan: LogicalPlan): string {
  const after = optimize(plan, testContext());
  const context = testContext();
  const run = execute(planPhysical(after, context), { ...context }).collect();
  const columns = run.columns.map(toValues);
  const rows = Array.from({ length: run.length }, (_, i) => columns.map((c) => c[i]));
  const wanted = interpretPlan(plan, { task: plainTask() });
  const shown = (list: readonly (readonly unknown[])[]): string[] => list.map((r) => r.map(String).join('|')).sort();
  expect(shown(rows)).toEqual(shown(wanted));
  return logicalText(after).trim();
}

const SCAN = 'LogicalRDD [order_id#0, customer_id#1, product_id#2, amount#3], false';

describe('optimize', () => {
  it('combines filters and infers that their columns are not null', () => {
    const plan = projectNode(filterNode(filterNode(ORDERS, op('greater', amount, ten)), op('equal', customerId, int(10))), [orderId]);
    expect(optimized(plan)).toBe(
      `Project [order_id#0]\n+- Filter ((isnotnull(amount#3) AND isnotnull(customer_id#1)) AND ((amount#3 > 5.0) AND (customer_id#1 = 10)))\n   +- ${SCAN}`,
    );
  });

  it('moves a filter below a projection', () => {
    const plan = filterNode(projectNode(ORDERS, [orderId, as(op('add', amount, ten), 'a', 20)]), op('greater', { ...amount, name: 'a', exprId: 20 }, ten));
    expect(optimized(plan)).toBe(
      `Project [order_id#0, (amount#3 + 5.0) AS a#20]\n+- Filter (isnotnull(amount#3) AND ((amount#3 + 5.0) > 5.0))\n   +- ${SCAN}`,
    );
  });

  it('filters the inputs of a join and reads only columns in use', () => {
    const condition = op('and', op('equal', customerId, otherId), op('greater', amount, ten));
    const plan = projectNode(filterNode(joinNode(ORDERS, CUSTOMERS, 'inner', condition), op('not', op('equal', name, text('Bob')))), [orderId]);
    expect(optimized(plan)).toBe(
      [
        'Project [order_id#0]',
        '+- Join Inner, (customer_id#1 = customer_id#10)',
        '   :- Project [order_id#0, customer_id#1]',
        '   :  +- Filter ((isnotnull(amount#3) AND (amount#3 > 5.0)) AND isnotnull(customer_id#1))',
        `   :     +- ${SCAN}`,
        '   +- Project [customer_id#10]',
        '      +- Filter ((isnotnull(customer_name#11) AND NOT (customer_name#11 = Bob)) AND isnotnull(customer_id#10))',
        '         +- LogicalRDD [customer_id#10, customer_name#11], false',
      ].join('\n'),
    );
  });

  it('turns an outer join into an inner one where its nulls are dropped', () => {
    const plan = filterNode(joinNode(ORDERS, CUSTOMERS, 'left_outer', op('equal', customerId, otherId)), op('equal', { ...name, nullable: true }, text('Ada')));
    expect(optimized(plan)).toContain('Join Inner');
  });

  it('rewrites set operations', () => {
    const left = projectNode(ORDERS, [customerId]);
    const right = projectNode(CUSTOMERS, [otherId]);
    expect(optimized(setOpNode('intersect', false, left, right))).toContain('Join LeftSemi, (customer_id#1 <=> customer_id#10)');
    expect(optimized(setOpNode('except', true, left, right))).toContain('Generate replicaterows(');
    expect(optimized(setOpNode('intersect', true, left, right))).toContain('vcol1_count');
    expect(optimized(distinctNode(unionNode([left, unionNode([right, table('c int', 30, [[11], [5]])])])))).toContain('Union');
  });

  it('drops what changes nothing', () => {
    const sorted = aggregateNode(sortNode(ORDERS, [{ child: amount, ascending: true, nullsFirst: true }], true), [customerId], [customerId, as(agg('count', LongType, int(1)), 'n', 20)]);
    expect(optimized(sorted)).toBe(`Aggregate [customer_id#1], [customer_id#1, count(1) AS n#20L]\n+- Project [customer_id#1]\n   +- ${SCAN}`);
    expect(optimized(filterNode(ORDERS, op('greater', int(2), int(1))))).toBe(SCAN);
    expect(optimized(filterNode(ORDERS, op('greater', int(1), int(2))))).toBe('LocalRelation <empty>, [order_id#0, customer_id#1, product_id#2, amount#3]');
    expect(optimized(limitNode(limitNode(projectNode(ORDERS, [productId]), 2), 9))).toContain('GlobalLimit 2');
  });

  it('simplifies conditions', () => {
    const a = op('equal', orderId, int(1));
    const plan = filterNode(ORDERS, op('or', op('and', a, op('greater', amount, ten)), op('and', a, op('less', amount, ten))));
    expect(optimized(plan)).toContain('((order_id#0 = 1) AND ((amount#3 > 5.0) OR (amount#3 < 5.0)))');
    expect(optimized(filterNode(ORDERS, op('not', op('and', op('greater', orderId, int(1)), op('less', amount, ten)))))).toContain('((order_id#0 <= 1) OR (amount#3 >= 5.0))');
    expect(optimized(filterNode(ORDERS, op('and', a, op('greater', customerId, op('add', orderId, int(1))))))).toContain('(customer_id#1 > 2)');
  });

  const exists = (plan: LogicalPlan, outer: readonly AttributeReference[]): SubqueryCall => ({ kind: 'subquery', subqueryType: 'exists', plan, outerReferences: outer, type: BooleanType, nullable: false });
  const isIn = (value: ResolvedExpression, plan: LogicalPlan): SubqueryCall => ({
    kind: 'subquery', subqueryType: 'in', plan, inValues: [value], outerReferences: [], type: BooleanType, nullable: true,
  });
  const scalar = (plan: LogicalPlan, outer: readonly AttributeReference[], type: DataType): SubqueryCall => ({ kind: 'subquery', subqueryType: 'scalar', plan, outerReferences: outer, type, nullable: true });
  const ids = projectNode(CUSTOMERS, [otherId]);
  const matching = filterNode(CUSTOMERS, op('equal', otherId, customerId));

  it('turns IN and EXISTS into joins', () => {
    expect(optimized(filterNode(ORDERS, isIn(customerId, ids)))).toContain('Join LeftSemi, (customer_id#1 = customer_id#10)');
    expect(optimized(filterNode(ORDERS, op('not', isIn(customerId, ids))))).toContain('Join LeftAnti, ((customer_id#1 = customer_id#10) OR isnull((customer_id#1 = customer_id#10)))');
    const nulls = projectNode(table('x int', 40, [[10], [null]]), [table('x int', 40).output[0] as AttributeReference]);
    expect(optimized(filterNode(ORDERS, op('not', isIn(customerId, nulls))))).toContain('LeftAnti');
    expect(optimized(filterNode(ORDERS, exists(matching, [customerId])))).toContain('Join LeftSemi, (customer_id#10 = customer_id#1)');
    expect(optimized(filterNode(ORDERS, op('not', exists(matching, [customerId]))))).toContain('Join LeftAnti');
    expect(optimized(filterNode(ORDERS, op('or', op('greater', amount, ten), exists(matching, [customerId]))))).toContain('ExistenceJoin(exists#');
    expect(optimized(projectNode(ORDERS, [orderId, as(isIn(customerId, nulls), 'found', 60)]))).toContain('ExistenceJoin');
    expect(optimized(filterNode(ORDERS, exists(CUSTOMERS, [])))).toContain('isnotnull(scalar-subquery');
  });

  it('turns correlated scalar subqueries into left joins', () => {
    const max = aggregateNode(matching, [], [as(agg('max', StringType, name), 'm', 50)]);
    const count = aggregateNode(matching, [], [as(agg('count', LongType, int(1)), 'n', 51)]);
    expect(optimized(projectNode(ORDERS, [orderId, as(scalar(max, [customerId], StringType), 'm', 60)]))).toContain('Join LeftOuter, (customer_id#10 = customer_id#1)');
    expect(optimized(projectNode(ORDERS, [orderId, as(scalar(count, [customerId], LongType), 'n', 60)]))).toContain('alwaysTrue');
    expect(optimized(filterNode(ORDERS, op('equal', scalar(count, [customerId], LongType), literal(0n, LongType))))).toContain('LeftOuter');
    expect(optimized(projectNode(ORDERS, [orderId, as(scalar(projectNode(matching, [name]), [customerId], StringType), 'm', 60)]))).toContain('LeftSingle');
  });

  it('limits the inputs of unions and outer joins', () => {
    const both = unionNode([projectNode(ORDERS, [orderId]), projectNode(CUSTOMERS, [otherId])]);
    expect(logicalText(optimize(limitNode(both, 2), testContext()))).toContain('LocalLimit 2');
    expect(logicalText(optimize(limitNode(joinNode(ORDERS, CUSTOMERS, 'left_outer', op('equal', customerId, otherId)), 3), testContext()))).toMatch(/LocalLimit 3\n.*LogicalRDD \[order_id/);
  });
});
