/** Inputs of the workloads, made from a seed: the same bytes for every peer, in Node, in a browser and for Python. */

import type { WorkloadId } from './workloads.ts';

/** A small generator (mulberry32): uniform in [0, 1). */
export function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A column: numbers, or texts as codes into a dictionary. */
export type Column =
  | { readonly kind: 'int' | 'date'; readonly data: Int32Array }
  | { readonly kind: 'double'; readonly data: Float64Array }
  /** Whole numbers below 2^53; timestamps in microseconds. */
  | { readonly kind: 'long' | 'timestamp'; readonly data: Float64Array }
  | { readonly kind: 'string'; readonly codes: Int32Array; readonly dictionary: readonly string[] };

export interface Table {
  readonly rows: number;
  readonly columns: Readonly<Record<string, Column>>;
}

/** Of a data set that was made for some workloads the other tables are absent. */
export interface Dataset {
  readonly rows: number;
  readonly tables: Readonly<Record<'sales' | 'versions' | 'prices' | 'quotes' | 'orders' | 'customers' | 'products' | 'left' | 'right' | 'events', Table>>;
}

function permutation(n: number, next: () => number): Int32Array {
  const out = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const t = out[i] as number;
    out[i] = out[j] as number;
    out[j] = t;
  }
  return out;
}

const ints = (n: number, f: (i: number) => number): Column => ({ kind: 'int', data: Int32Array.from({ length: n }, (_, i) => f(i)) });
const doubles = (n: number, f: (i: number) => number): Column => ({ kind: 'double', data: Float64Array.from({ length: n }, (_, i) => f(i)) });

function strings(n: number, dictionary: readonly string[], code: (i: number) => number): Column {
  return { kind: 'string', codes: Int32Array.from({ length: n }, (_, i) => code(i)), dictionary };
}
const labels = (count: number, label: (i: number) => string): string[] => Array.from({ length: count }, (_, i) => label(i));

const START_MICROS = 1_704_067_200_000_000;
const ACTIONS = ['click', 'view', 'purchase', 'scroll', 'login'];

type Name = keyof Dataset['tables'];
type Maker = (rows: number, next: () => number) => Table;

const below = (next: () => number, n: number): number => Math.floor(next() * n);
const cents = (next: () => number): number => below(next, 100_000) / 100;
const dimensionOf = (rows: number): number => Math.max(10, Math.floor(rows / 100));
const productsOf = (rows: number): number => Math.max(5, Math.floor(rows / 1000));

function named(rows: number, key: string, column: string, label: string): Table {
  return { rows, columns: { [key]: ints(rows, (i) => i), [column]: strings(rows, labels(rows, (i) => `${label} ${i}`), (i) => i) } };
}

function versions(rows: number, next: () => number): Table {
  const personCount = Math.max(10, Math.floor(rows / 3));
  const persons = Int32Array.from({ length: rows }, () => below(next, personCount));
  return {
    rows,
    columns: {
      customer_id: { kind: 'int', data: persons },
      name: strings(rows, labels(1000, (i) => `Name ${i}`), () => below(next, 1000)),
      email: strings(rows, labels(personCount, (i) => `user${i}@example.com`), (i) => persons[i] as number),
      updated_at: { kind: 'timestamp', data: Float64Array.from(permutation(rows, next), (x) => START_MICROS + x * 1_000_000) },
    },
  };
}

function quotes(rows: number, next: () => number): Table {
  const symbolCount = Math.max(3, Math.min(500, Math.floor(rows / 40)));
  return {
    rows,
    columns: {
      symbol: strings(rows, labels(symbolCount, (i) => `SYM${i}`), () => below(next, symbolCount)),
      date: { kind: 'date', data: permutation(rows, next) },
      price: doubles(rows, () => cents(next)),
    },
  };
}

function events(rows: number, next: () => number): Table {
  const seconds = Int32Array.from({ length: rows }, () => 1_704_067_200 + below(next, 86_400));
  const texts = labels(rows, (i) => `{"user_id":"u${below(next, 5000)}","action":"${ACTIONS[below(next, 5)]}","timestamp":${seconds[i]}}`);
  return { rows, columns: { value: strings(rows, texts, (i) => i) } };
}

const MAKERS: Readonly<Record<Name, Maker>> = {
  sales: (rows, next) => {
    const customers = Math.max(10, Math.floor(rows / 10));
    return { rows, columns: { customer_id: ints(rows, () => below(next, customers)), revenue: doubles(rows, () => cents(next)) } };
  },
  versions,
  prices: (rows, next) => ({ rows, columns: { date: { kind: 'date', data: permutation(rows, next) }, price: doubles(rows, () => cents(next)) } }),
  quotes,
  orders: (rows, next) => ({
    rows,
    columns: {
      order_id: ints(rows, (i) => i),
      customer_id: ints(rows, () => below(next, Math.floor(dimensionOf(rows) * 1.05))),
      product_id: ints(rows, () => below(next, productsOf(rows))),
      amount: doubles(rows, () => cents(next)),
    },
  }),
  customers: (rows) => named(dimensionOf(rows), 'customer_id', 'customer_name', 'Customer'),
  products: (rows) => named(productsOf(rows), 'product_id', 'product_name', 'Product'),
  left: (rows, next) => ({ rows, columns: { k: { kind: 'int', data: permutation(rows, next) }, a: doubles(rows, () => cents(next)) } }),
  right: (rows, next) => {
    const keys = permutation(rows, next);
    const shift = Math.floor(rows / 2);
    return { rows, columns: { k: ints(rows, (i) => (keys[i] as number) + shift), b: doubles(rows, () => cents(next)) } };
  },
  events,
};

const TABLES_OF: Readonly<Record<WorkloadId, readonly Name[]>> = {
  'top-customers': ['sales'],
  deduplicate: ['versions'],
  'moving-average': ['prices'],
  'moving-average-by-symbol': ['quotes'],
  'join-optimisation': ['orders', 'customers', 'products'],
  'large-join': ['left', 'right'],
  'streaming-window': ['events'],
};

/**
 * The tables at `rows` rows; dimensions and numbers of keys grow with them. With `only`, those of these workloads alone, for
 * sizes at which all would not fit: each table has a generator of its own, and so is the same whichever others are made.
 */
export function makeDataset(rows: number, only?: readonly WorkloadId[], seed = 20_260_101): Dataset {
  const names = Object.keys(MAKERS) as Name[];
  const wanted = new Set(only?.flatMap((id) => TABLES_OF[id]) ?? names);
  const tables = Object.fromEntries(names.flatMap((name, i) => (wanted.has(name) ? [[name, MAKERS[name](rows, random(seed + i))]] : [])));
  return { rows, tables: tables as Dataset['tables'] };
}
