/** One row a customer, the latest. Which of several rows tied on updated_at stays is open. */
import { chooseOnePerKey } from '../../grading/index.ts';
import type { Case, Challenge, Random, TableInput } from '../../grading/index.ts';
import { timestamp } from '../values.ts';

const SCHEMA = 'customer_id BIGINT, name STRING, email STRING, updated_at TIMESTAMP';

type Row = readonly [customerId: number | null, name: string | null, email: string | null, updatedAt: string | null];

function df(rows: readonly Row[]): TableInput {
  const cells = rows.map(([id, name, email, at]) => [id, name, email, at === null ? null : timestamp(at)]);
  return { kind: 'table', name: 'df', schema: SCHEMA, rows: cells };
}

function make(id: string, title: string, kind: Case['kind'], rows: readonly Row[]): Case {
  return { id, title, kind, inputs: [df(rows)] };
}

const SAMPLE: readonly Row[] = [
  [1, 'Ada', 'ada@old.example', '2024-01-01 09:00:00'],
  [2, 'Bob', 'bob@mail.example', '2024-02-10 12:30:00'],
  [1, 'Ada Lovelace', 'ada@new.example', '2024-03-01 08:15:00'],
  [3, 'Cyd', null, '2024-01-20 00:00:00'],
  [2, 'Bob', 'bob@old.example', '2023-12-31 23:59:59'],
];

const CASES: readonly Case[] = [
  make('example', 'the example: three customers, two of them twice', 'visible', SAMPLE),
  make('already-unique', 'nothing to remove', 'visible', [[5, 'Eve', 'eve@a.example', '2024-01-01 00:00:00'], [4, 'Dan', 'dan@a.example', '2024-01-02 00:00:00']]),
  make('tied', 'two rows tied on updated_at: either may stay, one must', 'edge', [
    [1, 'Ada', 'ada@a.example', '2024-05-01 10:00:00'],
    [1, 'Ada B', 'ada@b.example', '2024-05-01 10:00:00'],
    [1, 'Ada C', 'ada@c.example', '2024-04-01 10:00:00'],
    [2, 'Bob', 'bob@a.example', '2024-05-01 10:00:00'],
  ]),
  make('null-updated-at', 'a row without updated_at is older than any other', 'edge', [
    [1, 'Ada', 'ada@a.example', null],
    [1, 'Ada L', 'ada@b.example', '2020-01-01 00:00:00'],
    [2, 'Bob', 'bob@a.example', '2024-01-01 00:00:00'],
    [2, 'Bobby', 'bob@b.example', null],
  ]),
  make('only-null-updated-at', 'a customer with no updated_at at all keeps one row', 'edge', [
    [1, 'Ada', 'ada@a.example', null],
    [1, 'Ada L', 'ada@b.example', null],
    [2, 'Bob', 'bob@a.example', '2024-01-01 00:00:00'],
  ]),
  make('null-customer', 'rows without a customer_id are one customer', 'edge', [
    [null, 'Nil', 'nil@a.example', '2024-01-01 00:00:00'],
    [null, 'Nil 2', 'nil@b.example', '2024-06-01 00:00:00'],
    [1, 'Ada', 'ada@a.example', '2024-01-01 00:00:00'],
  ]),
  make('exact-duplicates', 'the same row several times', 'edge', [
    [1, 'Ada', 'ada@a.example', '2024-01-01 00:00:00'],
    [1, 'Ada', 'ada@a.example', '2024-01-01 00:00:00'],
    [1, 'Ada', 'ada@a.example', '2024-01-01 00:00:00'],
  ]),
  make('mixed-columns', 'the latest row has nulls where older ones have values', 'edge', [
    [1, 'Zoe', 'zoe@z.example', '2024-01-01 00:00:00'],
    [1, null, 'ann@a.example', '2024-02-01 00:00:00'],
    [2, 'Xen', 'xen@x.example', '2024-03-01 00:00:00'],
    [2, 'Art', null, '2024-04-01 00:00:00'],
  ]),
  make('shared-email', 'two customers with one e-mail address and one name', 'edge', [
    [1, 'Kim', 'home@k.example', '2024-01-01 00:00:00'],
    [2, 'Kim', 'home@k.example', '2024-02-01 00:00:00'],
    [2, 'Kim', 'home@k.example', '2024-01-15 00:00:00'],
  ]),
  make('microseconds', 'rows a microsecond apart', 'edge', [
    [1, 'early', 'a@a.example', '2024-01-01 00:00:00.000001'],
    [1, 'late', 'b@a.example', '2024-01-01 00:00:00.000002'],
  ]),
  make('one-row', 'one row', 'edge', [[9, 'Solo', null, null]]),
  make('empty', 'no rows', 'edge', []),
];

function randomRows(random: Random, rows: number, customers: number): Row[] {
  return Array.from({ length: rows }, (_, i): Row => {
    const id = random.chance(0.04) ? null : random.skewed(customers) + 1;
    const at = random.chance(0.08) ? null : `2024-${String(random.int(1, 4)).padStart(2, '0')}-${String(random.int(1, 9)).padStart(2, '0')} 00:00:00`;
    const email = random.chance(0.1) ? null : `mail${i}@${random.pick(['a', 'b', 'c'])}.example`;
    return [id, random.chance(0.05) ? null : random.pick(['Ada', 'Bob', 'Cyd', 'Dan']), email, at];
  });
}

function seeded(random: Random): Case[] {
  return [
    make('random-skewed', 'random rows, a few customers with most of them', 'seeded', randomRows(random, 200, 40)),
    make('random-ties', 'random rows with many ties', 'seeded', randomRows(random, 120, 8)),
    make('random-wide', 'random rows of many customers', 'seeded', randomRows(random, 150, 140)),
  ];
}

const ranked = (rank: string, order: string, partition = 'customer_id', where = ''): string =>
  `SELECT customer_id, name, email, updated_at FROM (SELECT *, ${rank}() OVER (PARTITION BY ${partition} ORDER BY ${order}) AS place FROM df ${where}) WHERE place = 1`;

export const deduplicate: Challenge = {
  id: 'deduplicate',
  number: 2,
  title: 'Deduplicate customers, keeping the latest',
  difficulty: 'medium',
  topics: ['window functions', 'row_number', 'null ordering'],
  minutes: 15,
  conf: {},
  idColumns: ['customer_id'],
  cases: CASES,
  seeded,
  criteria: [],
  parts: [
    {
      kind: 'batch',
      functionName: 'deduplicate_customers',
      defaults: {},
      comparison: { key: ['customer_id'] },
      reference: () => ranked('row_number', 'updated_at DESC'),
      choice: {
        candidates: () => ranked('rank', 'updated_at DESC'),
        choose: (candidates, answer) => chooseOnePerKey(candidates, ['customer_id'], answer),
      },
      mistakes: [
        { id: 'keeps_oldest', sentence: 'The oldest row of each customer is kept: order the window by `updated_at` descending.', query: () => ranked('row_number', 'updated_at ASC NULLS LAST') },
        { id: 'oldest_or_null', sentence: 'The oldest row of each customer is kept, and a null `updated_at` counts as the oldest: order the window by `updated_at` descending.', query: () => ranked('row_number', 'updated_at ASC') },
        { id: 'keeps_ties', sentence: 'Several rows of a customer stay where `updated_at` ties: `rank` gives tied rows the same place, `row_number` does not.', query: () => ranked('rank', 'updated_at DESC') },
        { id: 'null_is_latest', sentence: 'Rows without `updated_at` win: nulls must come last in the descending order, which is what `desc` does by itself.', query: () => ranked('row_number', 'updated_at DESC NULLS FIRST') },
        { id: 'exact_duplicates', sentence: 'Only rows that are equal in every column are removed: one row must stay for each `customer_id`.', query: () => 'SELECT DISTINCT * FROM df' },
        { id: 'mixes_rows', sentence: 'The columns of different rows are mixed: the greatest name, e-mail and time each come from another row. Keep one whole row.', query: () => 'SELECT customer_id, max(name) AS name, max(email) AS email, max(updated_at) AS updated_at FROM df GROUP BY customer_id' },
        { id: 'drops_null_customer', sentence: 'Rows without a `customer_id` are gone: they count as one customer.', query: () => ranked('row_number', 'updated_at DESC', 'customer_id', 'WHERE customer_id IS NOT NULL') },
        { id: 'drops_null_updated_at', sentence: 'Customers that have no `updated_at` at all are gone: a missing time is the oldest, not a reason to leave the row out.', query: () => ranked('row_number', 'updated_at DESC', 'customer_id', 'WHERE updated_at IS NOT NULL') },
        { id: 'by_email', sentence: 'Rows are deduplicated by e-mail: the key is `customer_id`.', query: () => ranked('row_number', 'updated_at DESC', 'email') },
        { id: 'max_by_null', sentence: 'A customer that has no `updated_at` comes out with nulls: `max_by` skips rows whose ordering is null.', query: () => 'SELECT customer_id, max_by(name, updated_at) AS name, max_by(email, updated_at) AS email, max(updated_at) AS updated_at FROM df GROUP BY customer_id' },
        { id: 'joins_back', sentence: 'Joining back on the greatest `updated_at` keeps every tied row, and loses rows whose key or time is null, for null equals nothing.', query: () => 'SELECT df.customer_id, df.name, df.email, df.updated_at FROM df JOIN (SELECT customer_id, max(updated_at) AS updated_at FROM df GROUP BY customer_id) latest ON df.customer_id = latest.customer_id AND df.updated_at = latest.updated_at' },
      ],
    },
  ],
  advice: [],
};
