/** Moving average over the last rows, and the same by symbol. The order of rows of one date is open. */
import type { BatchPart, Case, Challenge, Mistake, Random, TableInput, Values } from '../../grading/index.ts';
import { date } from '../values.ts';
import { chooseTiedOrder } from './tied-order.ts';

const SCHEMA = 'date DATE, price DOUBLE';
const SYMBOL_SCHEMA = 'symbol STRING, date DATE, price DOUBLE';
const BY_SYMBOL = 'moving_average_by_symbol';
const FIRST_DAY = date('2024-01-01');

type Price = number | string | null;
type Row = readonly [day: number | null, price: Price];
type SymbolRow = readonly [symbol: string | null, day: number | null, price: Price];

/** Days count from 2024-01-01, which is 1. */
function day(n: number | null): number | null {
  return n === null ? null : FIRST_DAY + n - 1;
}

function df(rows: readonly Row[]): TableInput {
  return { kind: 'table', name: 'df', schema: SCHEMA, rows: rows.map(([d, p]) => [day(d), p]) };
}

function symbols(rows: readonly SymbolRow[]): TableInput {
  return { kind: 'table', name: 'df', schema: SYMBOL_SCHEMA, rows: rows.map(([s, d, p]) => [s, day(d), p]) };
}

function make(id: string, title: string, kind: Case['kind'], rows: readonly Row[], window?: number): Case {
  return { id, title, kind, inputs: window === undefined ? [df(rows)] : [df(rows), { kind: 'value', name: 'window_size', value: window }] };
}

function makeBySymbol(id: string, title: string, kind: Case['kind'], rows: readonly SymbolRow[], window?: number): Case {
  const inputs = window === undefined ? [symbols(rows)] : [symbols(rows), { kind: 'value', name: 'window_size', value: window } as const];
  return { id, title, kind, functionName: BY_SYMBOL, inputs };
}

const SAMPLE: readonly Row[] = [[1, 10], [2, 20], [3, 30], [4, null], [5, 50], [6, 60], [7, 70], [8, 80], [9, 90], [10, 100]];

const CASES: readonly Case[] = [
  make('example', 'the example: ten days, one price missing', 'visible', SAMPLE),
  make('window-3', 'a window of 3 rows', 'visible', [[3, 3], [1, 9], [2, 6], [5, 12], [4, 0]], 3),
  make('gaps', 'days without a row: the window counts rows, not days', 'edge', [[1, 10], [2, 20], [10, 30], [11, 40], [30, 50], [31, 60], [60, 70], [61, 80], [90, 95]]),
  make('nulls', 'null prices are skipped by avg, and take a place in the window', 'edge', [[1, 10], [2, null], [3, null], [4, null], [5, 40], [6, null], [7, 10], [8, null], [9, 90], [10, 30]], 3),
  make('all-null', 'a window that holds only nulls has a null average', 'edge', [[1, null], [2, null], [3, 12], [4, null], [5, null], [6, null]], 2),
  make('tied-dates', 'two rows of one date: either may come first', 'edge', [[1, 10], [2, 20], [2, 26], [3, 30], [4, 44], [5, 52]], 2),
  make('tied-at-edge', 'tied rows where the window begins', 'edge', [[1, 10], [1, 16], [2, 20], [3, 30], [4, 41], [5, 52]], 3),
  make('null-date', 'a row without a date comes first', 'edge', [[2, 20], [null, 5], [1, 11], [3, 33]], 3),
  make('nan', 'a NaN makes the averages of its windows NaN, and those only', 'edge', [[1, 10], [2, 'NaN'], [3, 30], [4, 40], [5, 50], [6, 60]], 3),
  make('window-1', 'a window of one row', 'edge', [[2, 20], [1, 10], [3, null]], 1),
  make('window-larger', 'a window larger than the table', 'edge', [[1, 1], [2, 2], [3, 6]], 50),
  make('unsorted', 'rows that arrive unsorted', 'edge', [[9, 90], [1, 10], [5, 52], [3, 31], [7, 70], [2, 21], [8, 80], [4, 44], [6, 60]]),
  make('one-row', 'one row', 'edge', [[1, 42.5]]),
  make('empty', 'no rows', 'edge', []),
  makeBySymbol('by-symbol-example', 'by symbol: two symbols, interleaved', 'visible', [['AAA', 1, 10], ['BBB', 1, 100], ['AAA', 2, 20], ['BBB', 2, 300], ['AAA', 3, 60], ['BBB', 3, 200]], 2),
  makeBySymbol('by-symbol-gaps', 'by symbol: one begins later, one has nulls', 'edge', [['AAA', 1, 10], ['AAA', 2, null], ['BBB', 9, 7], ['AAA', 3, 30], ['CCC', 1, null], ['BBB', 10, 9], ['CCC', 4, 8], [null, 2, 5], [null, 3, 15]], 3),
  makeBySymbol('by-symbol-tied', 'by symbol: rows of one date', 'edge', [['AAA', 1, 10], ['AAA', 1, 14], ['AAA', 2, 30], ['BBB', 1, 5], ['BBB', 2, 6], ['BBB', 2, 9], ['BBB', 3, 1]], 2),
  makeBySymbol('by-symbol-empty', 'by symbol: no rows', 'edge', []),
];

function randomPrices(random: Random, rows: number, isTied: boolean): Row[] {
  let at = 0;
  const sorted = Array.from({ length: rows }, (): Row => {
    at += isTied && random.chance(0.15) ? 0 : random.int(1, 4);
    return [Math.max(1, at), random.chance(0.1) ? null : random.money(1, 400)];
  });
  return random.shuffled(sorted);
}

function seeded(random: Random): Case[] {
  const names = ['AAA', 'BBB', 'CCC', 'DDD'];
  const bySymbol = names.flatMap((s) => randomPrices(random, random.int(1, 30), true).map(([d, p]): SymbolRow => [s, d, p]));
  return [
    make('random', 'random prices, days missing', 'seeded', randomPrices(random, 120, false)),
    make('random-ties', 'random prices, some days twice', 'seeded', randomPrices(random, 60, true), random.int(2, 5)),
    make('random-window', 'random prices, another window', 'seeded', randomPrices(random, 80, false), random.int(8, 20)),
    makeBySymbol('by-symbol-random', 'by symbol: random prices', 'seeded', random.shuffled(bySymbol)),
  ];
}

const size = (v: Values): number => Number(v['window_size']);

/** The query of both parts; `partition` is empty or the symbol. */
function moving(partition: string, options: { value?: string; over?: string; order?: string; from?: string; result?: string } = {}) {
  return (v: Values): string => {
    const { value = 'avg(price)', order = 'date', from = 'df', over = `ROWS BETWEEN ${size(v) - 1} PRECEDING AND CURRENT ROW` } = options;
    const by = partition === '' ? '' : `PARTITION BY ${partition}`;
    const keys = partition === '' ? 'date' : `${partition}, date`;
    const average = `${value} OVER (${by} ORDER BY ${order} ${over})`;
    return `SELECT *, ${(options.result ?? '$').replace('$', () => average)} AS moving_avg FROM ${from} ORDER BY ${keys}`;
  };
}

function mistakes(partition: string): Mistake[] {
  const frame = (over: (v: Values) => string) => (v: Values): string => moving(partition, { over: over(v) })(v);
  return [
    { id: 'one_row_too_many', sentence: 'The window holds one row too many: from -window_size to 0 are window_size + 1 rows. It begins at -(window_size - 1).', query: frame((v) => `ROWS BETWEEN ${size(v)} PRECEDING AND CURRENT ROW`) },
    { id: 'one_row_too_few', sentence: 'The window holds one row too few: the current row counts, so it begins at -(window_size - 1).', query: frame((v) => (size(v) < 2 ? 'ROWS BETWEEN CURRENT ROW AND CURRENT ROW' : `ROWS BETWEEN ${size(v) - 2} PRECEDING AND CURRENT ROW`)) },
    { id: 'running_average', sentence: 'This is the average of all rows so far: an ordered window without `rowsBetween` begins at the first row.', query: moving(partition, { over: '' }) },
    { id: 'looks_ahead', sentence: 'The window looks ahead: it must end at the current row, `rowsBetween(-(window_size - 1), 0)`.', query: frame((v) => `ROWS BETWEEN CURRENT ROW AND ${size(v) - 1} FOLLOWING`) },
    { id: 'centred', sentence: 'The window lies around the current row: it must end at it.', query: frame((v) => `ROWS BETWEEN ${Math.floor(size(v) / 2)} PRECEDING AND ${Math.floor(size(v) / 2)} FOLLOWING`) },
    { id: 'without_current', sentence: 'The current row is left out of its own average: the window must end at 0, not at -1.', query: frame((v) => `ROWS BETWEEN ${size(v)} PRECEDING AND 1 PRECEDING`) },
    { id: 'days_not_rows', sentence: 'The window counts days, not rows: where days are missing it holds fewer rows. Use `rowsBetween`, not `rangeBetween`.', query: frame((v) => `RANGE BETWEEN INTERVAL '${size(v) - 1}' DAY PRECEDING AND CURRENT ROW`) },
    { id: 'nulls_as_zero', sentence: 'Null prices count as 0: `avg` skips nulls by itself, so do not fill them.', query: moving(partition, { value: 'avg(coalesce(price, 0))' }) },
    { id: 'drops_nulls', sentence: 'Rows without a price are gone: they stay in the result, and `avg` skips them by itself.', query: moving(partition, { from: '(SELECT * FROM df WHERE price IS NOT NULL)' }) },
    { id: 'sums', sentence: 'This is the moving sum: the average is asked for.', query: moving(partition, { value: 'sum(price)' }) },
    { id: 'always_seven', sentence: 'The window always has 7 rows: its size must be the parameter `window_size`.', query: moving(partition, { over: 'ROWS BETWEEN 6 PRECEDING AND CURRENT ROW' }) },
    { id: 'whole_windows_only', sentence: 'The first rows have no average: a window that is not full yet still has one, of the rows that are there.', query: (v) => `SELECT ${partition === '' ? '' : `${partition}, `}date, price, CASE WHEN place >= ${size(v)} THEN moving_avg END AS moving_avg FROM (SELECT *, row_number() OVER (${partition === '' ? '' : `PARTITION BY ${partition}`} ORDER BY date) AS place FROM (${moving(partition)(v)})) ORDER BY ${partition === '' ? '' : `${partition}, `}date` },
    { id: 'nulls_by_row_count', sentence: 'The sum is divided by the number of rows, nulls included: `avg` divides by the number of prices that are there.', query: (v) => moving(partition, { value: 'sum(price)', result: `$ / least(row_number() OVER (${partition === '' ? '' : `PARTITION BY ${partition}`} ORDER BY date), ${size(v)})` })(v) },
  ];
}

const ASCENDING_DATE = { column: 'date', ascending: true } as const;

const MAIN: BatchPart = {
  kind: 'batch',
  functionName: 'moving_average',
  defaults: { window_size: 7 },
  comparison: { key: ['date', 'price'], order: [ASCENDING_DATE] },
  reference: moving(''),
  choice: { choose: (reference, answer, v) => chooseTiedOrder(reference, answer, [], size(v)) },
  mistakes: mistakes(''),
};

const PART_BY_SYMBOL: BatchPart = {
  kind: 'batch',
  functionName: BY_SYMBOL,
  optional: true,
  defaults: { window_size: 7 },
  comparison: { key: ['symbol', 'date', 'price'], order: [{ column: 'symbol', ascending: true }, ASCENDING_DATE] },
  reference: moving('symbol'),
  choice: { choose: (reference, answer, v) => chooseTiedOrder(reference, answer, ['symbol'], size(v)) },
  mistakes: [
    { id: 'ignores_symbol', sentence: 'The average runs across symbols: partition the window by `symbol`.', query: (v) => `SELECT *, avg(price) OVER (ORDER BY date ROWS BETWEEN ${size(v) - 1} PRECEDING AND CURRENT ROW) AS moving_avg FROM df ORDER BY symbol, date` },
    { id: 'ordered_by_symbol', sentence: 'The average runs across symbols: order the window by `date` alone, and partition it by `symbol`.', query: (v) => `SELECT *, avg(price) OVER (ORDER BY symbol, date ROWS BETWEEN ${size(v) - 1} PRECEDING AND CURRENT ROW) AS moving_avg FROM df ORDER BY symbol, date` },
    ...mistakes('symbol'),
  ],
};

export const movingAverage: Challenge = {
  id: 'moving-average',
  number: 3,
  title: 'Moving average over 7 rows',
  difficulty: 'medium',
  topics: ['window functions', 'rowsBetween', 'nulls'],
  minutes: 15,
  conf: {},
  idColumns: [],
  cases: CASES,
  seeded,
  criteria: [],
  parts: [MAIN, PART_BY_SYMBOL],
  advice: [],
};
