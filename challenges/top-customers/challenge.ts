/** Top N customers by revenue: group, sum, sort, limit. Which of several customers tied at the limit stay is open. */
import { chooseAtLimit } from '../../grading/index.ts';
import type { Case, Challenge, OrderKey, Random, TableInput, Values } from '../../grading/index.ts';

const SCHEMA = 'customer_id BIGINT, revenue DOUBLE';
const ORDER: readonly OrderKey[] = [{ column: 'total_revenue', ascending: false }];

type Row = readonly [customerId: number | null, revenue: number | string | null];

function df(rows: readonly Row[]): TableInput {
  return { kind: 'table', name: 'df', schema: SCHEMA, rows };
}

function edge(id: string, title: string, rows: readonly Row[], n?: number): Case {
  return { id, title, kind: 'edge', inputs: n === undefined ? [df(rows)] : [df(rows), { kind: 'value', name: 'n', value: n }] };
}

/** One sale for each of so many customers, each with a revenue of its own. */
function ladder(customers: number): Row[] {
  return Array.from({ length: customers }, (_, i): Row => [i + 1, ((i * 7) % customers) * 10 + 5]);
}

const SAMPLE: readonly Row[] = [[1, 100], [2, 150], [1, 50], [3, 200], [2, 100], [1, 75]];

const CASES: readonly Case[] = [
  { id: 'example', title: 'the example: the best 2 of 3', kind: 'visible', inputs: [df(SAMPLE), { kind: 'value', name: 'n', value: 2 }] },
  { id: 'default-n', title: 'n left to its default of 10', kind: 'visible', inputs: [df(ladder(14))] },
  edge('tie-at-limit', 'two customers tied at the limit: either may stay', [[1, 50], [2, 80], [3, 50], [4, 10]], 2),
  edge('tie-above-limit', 'ties above the limit: all of them stay', [[1, 80], [2, 80], [3, 80], [4, 10], [5, 5]], 4),
  edge('null-customer', 'sales without a customer form a group of their own', [[null, 90], [1, 60], [null, 30], [2, 100], [1, 5]], 2),
  edge('null-revenue', 'null revenues are skipped by sum', [[1, null], [1, 40], [2, 30], [2, null], [3, 35]], 3),
  edge('only-nulls', 'a customer whose revenues are all null has a null total, and comes last', [[1, null], [2, 5], [1, null], [3, 1]], 3),
  edge('refunds', 'negative revenues', [[1, 100], [1, -80], [2, 30], [3, -5], [2, -31]], 2),
  edge('nan', 'a NaN makes the total NaN, which sorts above every number', [[1, 10], [2, 'NaN'], [3, 500], [2, 7]], 2),
  edge('repeated-sales', 'equal sales count each time', [[1, 25], [1, 25], [1, 25], [2, 60], [3, 50]], 2),
  edge('many-small', 'many small sales beat one large one', [[1, 90], [2, 20], [2, 20], [2, 20], [2, 20], [2, 20], [3, 95]], 1),
  edge('fewer-than-n', 'fewer customers than n', [[1, 3], [2, 9], [1, 4]], 5),
  edge('one-row', 'one row', [[7, 12.5]]),
  edge('empty', 'no rows', [], 3),
];

function randomSales(random: Random, rows: number, customers: number): Row[] {
  return Array.from({ length: rows }, (): Row => {
    const id = random.chance(0.03) ? null : random.skewed(customers) + 1;
    return [id, random.chance(0.04) ? null : random.money(-20, 200)];
  });
}

function seeded(random: Random): Case[] {
  const make = (id: string, title: string, rows: Row[], n?: number): Case => ({ ...edge(id, title, rows, n), kind: 'seeded' });
  return [
    make('random-skewed', 'random sales, a few customers with most of them', randomSales(random, 400, 40), random.int(3, 8)),
    make('random-wide', 'random sales of many customers', randomSales(random, 300, 120)),
    make('random-small', 'random sales of few customers', randomSales(random, 25, 6), random.int(1, 4)),
  ];
}

const totals = (aggregate: string, where = ''): string => `SELECT customer_id, ${aggregate} AS total_revenue FROM df ${where} GROUP BY customer_id`;
const top = (query: string, v: Values): string => `${query} ORDER BY total_revenue DESC LIMIT ${String(v['n'])}`;

export const topCustomers: Challenge = {
  id: 'top-customers',
  number: 1,
  title: 'Top N customers by revenue',
  difficulty: 'easy',
  topics: ['groupBy', 'aggregation', 'orderBy', 'limit'],
  minutes: 10,
  conf: {},
  idColumns: ['customer_id'],
  cases: CASES,
  seeded,
  criteria: [],
  parts: [
    {
      kind: 'batch',
      functionName: 'top_customers_by_revenue',
      defaults: { n: 10 },
      comparison: { key: ['customer_id'], order: ORDER },
      reference: (v) => top(totals('sum(revenue)'), v),
      choice: {
        candidates: () => totals('sum(revenue)'),
        choose: (candidates, answer, v) => chooseAtLimit(candidates, ORDER, Number(v['n']), answer),
      },
      mistakes: [
        { id: 'lowest', sentence: 'These are the customers with the lowest totals: sort in descending order before the limit.', query: (v) => `${totals('sum(revenue)')} ORDER BY total_revenue ASC LIMIT ${String(v['n'])}` },
        { id: 'counts_sales', sentence: 'The number of sales is counted: sum the column `revenue` instead.', query: (v) => top(totals('count(*)'), v) },
        { id: 'largest_sale', sentence: 'The largest single sale of each customer is taken: sum all of them.', query: (v) => top(totals('max(revenue)'), v) },
        { id: 'average_sale', sentence: 'The average sale of each customer is taken: sum all of them.', query: (v) => top(totals('avg(revenue)'), v) },
        { id: 'no_limit', sentence: 'All customers are returned: keep the first n with `limit(n)`.', query: () => `${totals('sum(revenue)')} ORDER BY total_revenue DESC` },
        { id: 'ignores_n', sentence: 'Always 10 customers are returned: the limit must be the parameter `n`.', query: () => `${totals('sum(revenue)')} ORDER BY total_revenue DESC LIMIT 10` },
        { id: 'no_grouping', sentence: 'Single sales are returned: group by `customer_id` and sum before you sort.', query: (v) => top('SELECT customer_id, revenue AS total_revenue FROM df', v) },
        { id: 'drops_null_customer', sentence: 'Sales without a customer are left out: a null `customer_id` is a group like any other.', query: (v) => top(totals('sum(revenue)', 'WHERE customer_id IS NOT NULL'), v) },
        { id: 'drops_null_revenue', sentence: 'Customers whose revenues are all null are gone: `sum` skips nulls by itself, so no row needs to be filtered.', query: (v) => top(totals('sum(revenue)', 'WHERE revenue IS NOT NULL'), v) },
        { id: 'distinct_sales', sentence: 'Equal sales are counted once: every row counts, also one that looks like another.', query: (v) => top(totals('sum(DISTINCT revenue)'), v) },
        { id: 'keeps_ties', sentence: 'More than n customers are returned where totals tie: `rank` keeps all that tie, exactly n are asked for.', query: (v) => `SELECT customer_id, total_revenue FROM (SELECT *, rank() OVER (ORDER BY total_revenue DESC) AS place FROM (${totals('sum(revenue)')})) WHERE place <= ${String(v['n'])} ORDER BY total_revenue DESC` },
      ],
    },
  ],
  advice: [
    {
      id: 'builtin_sum',
      type: 'TypeError',
      message: "unsupported operand type(s) for +: 'int' and 'str'",
      sentence: "This is Python's own `sum`, which adds up the letters of the column's name. Import Spark's: `from pyspark.sql import functions as F` and `F.sum(\"revenue\")`.",
    },
  ],
};
