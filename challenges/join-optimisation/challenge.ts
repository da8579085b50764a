/** A large table joined with two small ones: which of them travels is seen in the plan, automatic broadcasting being off. */
import { broadcastsInputs, doesNotMoveForJoins, endsRepartitioned } from '../../grading/index.ts';
import type { Case, Challenge, Input, Random } from '../../grading/index.ts';

type Id = number | null;
type Order = readonly [orderId: number, customerId: Id, productId: Id, amount: number | null];
type Dimension = readonly [id: Id, name: string | null];

interface Tables {
  readonly orders: readonly Order[];
  readonly customers: readonly Dimension[];
  readonly products: readonly Dimension[];
}

function inputs(t: Tables): Input[] {
  return [
    { kind: 'table', name: 'orders_df', schema: 'order_id BIGINT, customer_id BIGINT, product_id BIGINT, amount DOUBLE', rows: t.orders },
    { kind: 'table', name: 'customers_df', schema: 'customer_id BIGINT, customer_name STRING', rows: t.customers },
    { kind: 'table', name: 'products_df', schema: 'product_id BIGINT, product_name STRING', rows: t.products },
  ];
}

function make(id: string, title: string, kind: Case['kind'], t: Tables): Case {
  return { id, title, kind, inputs: inputs(t) };
}

const CUSTOMERS: readonly Dimension[] = [[10, 'Ada'], [11, 'Bob'], [12, 'Cyd']];
const PRODUCTS: readonly Dimension[] = [[100, 'pen'], [101, 'cup'], [102, 'lamp']];
const base = { customers: CUSTOMERS, products: PRODUCTS };

const CASES: readonly Case[] = [
  make('example', 'the example: two orders have no match', 'visible', {
    ...base,
    orders: [[1, 10, 100, 5], [2, 11, 101, 7.5], [3, 99, 100, 1], [4, null, 100, 2], [5, 10, 102, 40]],
  }),
  make('no-customer', 'orders whose customer is not there fall away', 'edge', { ...base, orders: [[1, 77, 100, 5], [2, 10, 100, 6], [3, 78, 101, 7]] }),
  make('no-product', 'orders whose product is not there fall away', 'edge', { ...base, orders: [[1, 10, 900, 5], [2, 10, 100, 6]] }),
  make('null-keys', 'a null key matches nothing, not even another null', 'edge', {
    orders: [[1, null, 100, 5], [2, 10, null, 6], [3, null, null, 7], [4, 10, 100, 8]],
    customers: [...CUSTOMERS, [null, 'Nobody']],
    products: [...PRODUCTS, [null, 'nothing']],
  }),
  make('null-values', 'null names and amounts stay', 'edge', { orders: [[1, 10, 100, null], [2, 13, 100, 4]], customers: [...CUSTOMERS, [13, null]], products: PRODUCTS }),
  make('equal-orders', 'orders that differ in nothing but their number', 'edge', { ...base, orders: [[1, 10, 100, 5], [2, 10, 100, 5], [3, 10, 100, 5]] }),
  make('equal-names', 'two customers of one name', 'edge', { orders: [[1, 10, 100, 5], [2, 14, 100, 6]], customers: [...CUSTOMERS, [14, 'Ada']], products: PRODUCTS }),
  make('dimension-twice', 'a customer listed twice gives its orders twice', 'edge', { orders: [[1, 10, 100, 5], [2, 11, 101, 6]], customers: [...CUSTOMERS, [10, 'Ada again']], products: PRODUCTS }),
  make('no-orders', 'no orders', 'edge', { ...base, orders: [] }),
  make('no-products', 'no products', 'edge', { orders: [[1, 10, 100, 5]], customers: CUSTOMERS, products: [] }),
];

function randomTables(random: Random, orders: number, customers: number, products: number): Tables {
  const key = (count: number): Id => (random.chance(0.04) ? null : random.skewed(count + 2) + 1);
  return {
    orders: Array.from({ length: orders }, (_, i): Order => [i + 1, key(customers), key(products), random.chance(0.03) ? null : random.money(1, 300)]),
    customers: random.shuffled(Array.from({ length: customers }, (_, i): Dimension => [i + 1, `customer ${random.int(1, 60)}`])),
    products: random.shuffled(Array.from({ length: products }, (_, i): Dimension => [i + 1, `product ${i + 1}`])),
  };
}

function seeded(random: Random): Case[] {
  return [
    make('random-skewed', 'random orders, a few customers with most of them', 'seeded', randomTables(random, 500, 40, 15)),
    make('random-wide', 'random orders of many customers', 'seeded', randomTables(random, 200, 150, 60)),
  ];
}

const COLUMNS = 'order_id, customer_name, product_name, amount';
const joined = (how: string, columns = COLUMNS): string =>
  `SELECT ${columns} FROM orders_df o ${how} JOIN customers_df c ON o.customer_id = c.customer_id ${how} JOIN products_df p ON o.product_id = p.product_id`;

export const joinOptimisation: Challenge = {
  id: 'join-optimisation',
  number: 4,
  title: 'Join a large table with two small ones',
  difficulty: 'hard',
  topics: ['broadcast join', 'shuffle', 'repartition', 'physical plan'],
  minutes: 20,
  conf: { 'spark.sql.autoBroadcastJoinThreshold': '-1' },
  idColumns: ['order_id', 'customer_id', 'product_id'],
  cases: CASES,
  seeded,
  criteria: [broadcastsInputs(['customers_df', 'products_df']), doesNotMoveForJoins('orders_df'), endsRepartitioned(200, 'customer_id')],
  parts: [
    {
      kind: 'batch',
      functionName: 'optimize_large_join',
      defaults: {},
      comparison: { key: ['order_id'] },
      reference: () => joined('INNER'),
      mistakes: [
        { id: 'left_join', sentence: 'Orders without a match stay, with nulls: an inner join is asked for.', query: () => joined('LEFT') },
        { id: 'keeps_without_product', sentence: 'Orders without a product stay: both joins must be inner.', query: () => `SELECT ${COLUMNS} FROM orders_df o JOIN customers_df c ON o.customer_id = c.customer_id LEFT JOIN products_df p ON o.product_id = p.product_id` },
        { id: 'keeps_without_customer', sentence: 'Orders without a customer stay: both joins must be inner.', query: () => `SELECT ${COLUMNS} FROM orders_df o LEFT JOIN customers_df c ON o.customer_id = c.customer_id JOIN products_df p ON o.product_id = p.product_id` },
        { id: 'outer_join', sentence: 'Rows without a match stay on both sides: an inner join is asked for.', query: () => joined('FULL') },
        { id: 'null_safe_keys', sentence: 'Orders with null keys are matched: null equals nothing in a join, do not compare null-safe.', query: () => `SELECT ${COLUMNS} FROM orders_df o JOIN customers_df c ON o.customer_id <=> c.customer_id JOIN products_df p ON o.product_id <=> p.product_id` },
        { id: 'ids_not_names', sentence: 'The result holds ids where names are asked for.', query: () => joined('INNER', 'order_id, o.customer_id, o.product_id, amount') },
        { id: 'distinct_dimensions', sentence: 'A customer that is listed twice gives its orders once: the tables are to be joined as they are.', query: () => `SELECT ${COLUMNS} FROM orders_df o JOIN (SELECT customer_id, first(customer_name) AS customer_name FROM customers_df GROUP BY customer_id) c ON o.customer_id = c.customer_id JOIN products_df p ON o.product_id = p.product_id` },
        { id: 'drops_equal_orders', sentence: 'Orders that look alike are dropped: each `order_id` is an order of its own.', query: () => `SELECT min(order_id) AS order_id, customer_name, product_name, amount FROM (${joined('INNER')}) GROUP BY customer_name, product_name, amount` },
        { id: 'sums_orders', sentence: 'Orders are added up by customer and product: one row for each order is asked for.', query: () => `SELECT min(order_id) AS order_id, customer_name, product_name, sum(amount) AS amount FROM (${joined('INNER')}) GROUP BY customer_name, product_name` },
        { id: 'drops_null_amount', sentence: 'Orders without an amount are gone: a null amount is no reason to leave an order out.', query: () => `${joined('INNER')} WHERE amount IS NOT NULL` },
      ],
    },
  ],
  advice: [
    {
      id: 'dropped_column',
      condition: 'UNRESOLVED_COLUMN.WITH_SUGGESTION',
      sentence: 'A column that `select` has dropped can still be named in `repartition`, `filter` and `orderBy`, for Spark looks below the projection; `select` and `groupBy` cannot.',
    },
  ],
};
