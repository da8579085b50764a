/** What the analyzer makes of wire plans. How it agrees with real Spark is tested by tests/oracle (cases/analyzer.py and others). */
import { describe, expect, it } from 'vitest';
import { fixedEnvironment } from '../core/index.ts';
import { registry } from '../functions/registry.ts';
import { collectPlans, expressionsOf, inputsOf, referencesOf, someExpression } from '../plan/index.ts';
import type { Expression, LogicalPlan, Relation } from '../plan/index.ts';
import { analyze } from './index.ts';
import type { AnalyzerContext } from './index.ts';

const ROWS: Relation = { type: 'LocalRelation', planId: 1, schema: 'k INT, v DOUBLE, s STRING, xs ARRAY<INT>', rows: [[1, 2.5, 'a', [1, 2]]] };

function contextWith(more: Partial<AnalyzerContext> = {}): AnalyzerContext {
  let ids = 0;
  const nextExprId = (): number => ids++;
  const context: AnalyzerContext = {
    registry,
    conf: () => undefined,
    environment: fixedEnvironment(),
    catalog: {
      table: ([name]) => (name === 't' ? analyze(ROWS, { ...context, nextExprId }) : undefined),
      localRelation: () => analyze(ROWS, context),
      dataSource: () => analyze(ROWS, context),
      function: () => undefined,
      tableFunction: () => undefined,
      currentDatabase: () => 'default',
      currentCatalog: () => 'spark_catalog',
      tableNames: () => ['t'],
    },
    sessionTimeZone: 'UTC',
    ansi: true,
    nextExprId,
    nextCteId: nextExprId,
    ...more,
  };
  return context;
}

const plan = (relation: Relation, more?: Partial<AnalyzerContext>): LogicalPlan => analyze(relation, contextWith(more));
const sql = (query: string): LogicalPlan => plan({ type: 'SQL', query });
const col = (name: string, planId?: number): Expression => ({ type: 'UnresolvedAttribute', unparsedIdentifier: name, ...(planId === undefined ? {} : { planId }) });
const call = (functionName: string, ...args: Expression[]): Expression => ({ type: 'UnresolvedFunction', functionName, arguments: args });
const names = (p: LogicalPlan): string[] => p.output.map((a) => a.name);

/** Every column that an operator uses comes from its inputs, and no two columns of an output share an id. */
function checkInvariants(p: LogicalPlan): void {
  const inputs = inputsOf(p);
  const has = new Set(inputs.flatMap((x) => x.output.map((a) => a.exprId)));
  if (inputs.length > 0) for (const id of referencesOf(...expressionsOf(p)).keys()) expect(has, `${p.node} uses #${id}`).toContain(id);
  inputs.forEach(checkInvariants);
}

describe('invariants of analyzed plans', () => {
  it.each([
    'select k, v + 1 as w from t where s like "a%" order by xs[0] desc',
    'select k, sum(v) total, total / 2 h from t group by k having max(s) > "a" order by h',
    'select k, sum(v) total, rank() over (order by sum(v)) r from t group by k having max(s) > "a" order by r',
    'select k, sum(v) from t group by k having sum(v) > 1 order by min(v)',
    'select a.k, b.v from t a join (select k, v from t) b on a.k = b.k left join t c using (s)',
    'select k, x, y from t lateral view explode(xs) e as x lateral view outer posexplode(xs) f as p, y',
    'select s, grouping(s), count(*) from t group by rollup(s, k) order by grouping_id()',
    'with c as (select k from t) select * from c union all select x.k from c x join c y on x.k = y.k',
    'select window(timestamp_seconds(k), "5 minutes", "1 minute") w, k from t',
    'select * from t pivot (sum(v) for k in (1, 2))',
    'select k * 2 as a, a + 1 as b, b + a as c from t',
    'select explode(collect_list(k)) from t group by s',
    'select sum(v) over (partition by k order by s) - avg(v) over () from t',
  ])('hold for %s', (query) => checkInvariants(sql(query.replaceAll('"', "'"))));
});

describe('DataFrames of a plan', () => {
  it('used twice in a join have different columns on each side', () => {
    const p = plan({ type: 'Join', left: ROWS, right: { type: 'Filter', input: ROWS, condition: call('>', col('k'), col('v')) }, joinType: 'inner' });
    expect(new Set(p.output.map((a) => a.exprId)).size).toBe(8);
    checkInvariants(p);
  });
  it('are found by their columns, also below a projection', () => {
    const narrow: Relation = { type: 'Project', input: ROWS, expressions: [col('s')] };
    const sorted = plan({ type: 'Sort', input: narrow, isGlobal: true, order: [{ type: 'SortOrder', child: col('v', 1), direction: 'ascending', nullOrdering: 'nullsFirst' }] });
    expect(names(sorted)).toEqual(['s']);
    checkInvariants(sorted);
    expect(() => plan({ type: 'Project', input: narrow, expressions: [col('v', 1)] })).toThrow(/MISSING_ATTRIBUTES/);
  });
  it('are analyzed once where the session remembers plans', () => {
    const analyzed = new Map<number, LogicalPlan>();
    const context = contextWith({ analyzed });
    const first = analyze({ type: 'Limit', input: ROWS, limit: 1, planId: 2 }, context);
    expect(analyze({ type: 'Limit', input: ROWS, limit: 1, planId: 2 }, context)).toBe(first);
    expect([...analyzed.keys()]).toEqual([1, 2]);
    expect(first.planIds).toEqual([2]);
  });
});

describe('types', () => {
  it('meet by casts that no name shows', () => {
    const p = plan({ type: 'Project', input: ROWS, expressions: [call('+', col('k'), col('v')), call('coalesce', col('k'), col('v'))] });
    expect(names(p)).toEqual(['(k + v)', 'coalesce(k, v)']);
    expect(p.output.map((a) => a.type.kind)).toEqual(['double', 'double']);
    expect(expressionsOf(p).every((e) => someExpression(e, (x) => x.kind === 'cast' && !x.explicit))).toBe(true);
  });
  it('of set operations widen on both sides', () => {
    const p = sql('select k from t union all select v from t');
    expect(p.output[0]?.type.kind).toBe('double');
    expect(collectPlans(p, (x) => x.node === 'Project').length).toBeGreaterThan(2);
  });
});

describe('what is refused', () => {
  it.each([
    ['select nope from t', 'UNRESOLVED_COLUMN.WITH_SUGGESTION'],
    ['select * from nowhere', 'TABLE_OR_VIEW_NOT_FOUND'],
    ['select k, sum(v) from t', 'MISSING_GROUP_BY'],
    ['select s, sum(v) from t group by k', 'MISSING_AGGREGATION'],
    ['select sum(sum(v)) from t', 'NESTED_AGGREGATE_FUNCTION'],
    ['select k from t where sum(v) > 1', 'INVALID_WHERE_CONDITION'],
    ['select k from t where v', 'DATATYPE_MISMATCH.FILTER_NOT_BOOLEAN'],
    ['select row_number() from t', 'WINDOW_FUNCTION_WITHOUT_OVER_CLAUSE'],
    ['select nofunction(k) from t', 'UNRESOLVED_ROUTINE'],
    ['select upper() from t', 'WRONG_NUM_ARGS.WITHOUT_SUGGESTION'],
    ['select k from t union select k, v from t', 'NUM_COLUMNS_MISMATCH'],
    ['select k from t order by 2', 'ORDER_BY_POS_OUT_OF_RANGE'],
    ['select explode(xs) + 1 from t', 'UNSUPPORTED_GENERATOR.NESTED_IN_EXPRESSIONS'],
    ['select sum(v) over (order by s range between 1 preceding and current row) from t', 'DATATYPE_MISMATCH.SPECIFIED_WINDOW_FRAME_UNACCEPTED_TYPE'],
    ['select transform(xs, (a, b, c) -> a) from t', 'INVALID_LAMBDA_FUNCTION_CALL.NUM_ARGS_MISMATCH'],
  ])('%s: %s', (query, condition) => {
    expect(() => sql(query)).toThrow(expect.objectContaining({ condition }));
  });
});
