/** Inputs of the workloads, made from a seed: the same bytes for every peer, in Node, in a browser and for Python. */

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

/** All tables at `rows` rows; dimensions and numbers of keys grow with them. */
export function makeDataset(rows: number, seed = 20_260_101): Dataset {
  const next = random(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const cents = (): number => below(100_000) / 100;
  const customerCount = Math.max(10, Math.floor(rows / 10));
  const personCount = Math.max(10, Math.floor(rows / 3));
  const dimension = Math.max(10, Math.floor(rows / 100));
  const productCount = Math.max(5, Math.floor(rows / 1000));
  const symbolCount = Math.max(3, Math.min(500, Math.floor(rows / 40)));
  const order = permutation(rows, next);
  const [leftKeys, rightKeys] = [permutation(rows, next), permutation(rows, next)];
  const persons = Int32Array.from({ length: rows }, () => below(personCount));
  const shift = Math.floor(rows / 2);
  const eventSeconds = Int32Array.from({ length: rows }, () => 1_704_067_200 + below(86_400));
  const texts = labels(rows, (i) => `{"user_id":"u${below(5000)}","action":"${ACTIONS[below(5)]}","timestamp":${eventSeconds[i]}}`);
  return {
    rows,
    tables: {
      sales: { rows, columns: { customer_id: ints(rows, () => below(customerCount)), revenue: doubles(rows, cents) } },
      versions: {
        rows,
        columns: {
          customer_id: { kind: 'int', data: persons },
          name: strings(rows, labels(1000, (i) => `Name ${i}`), () => below(1000)),
          email: strings(rows, labels(personCount, (i) => `user${i}@example.com`), (i) => persons[i] as number),
          updated_at: { kind: 'timestamp', data: Float64Array.from(permutation(rows, next), (x) => START_MICROS + x * 1_000_000) },
        },
      },
      prices: { rows, columns: { date: { kind: 'date', data: order }, price: doubles(rows, cents) } },
      quotes: {
        rows,
        columns: {
          symbol: strings(rows, labels(symbolCount, (i) => `SYM${i}`), () => below(symbolCount)),
          date: { kind: 'date', data: permutation(rows, next) },
          price: doubles(rows, cents),
        },
      },
      orders: {
        rows,
        columns: {
          order_id: ints(rows, (i) => i),
          customer_id: ints(rows, () => below(Math.floor(dimension * 1.05))),
          product_id: ints(rows, () => below(productCount)),
          amount: doubles(rows, cents),
        },
      },
      customers: {
        rows: dimension,
        columns: { customer_id: ints(dimension, (i) => i), customer_name: strings(dimension, labels(dimension, (i) => `Customer ${i}`), (i) => i) },
      },
      products: {
        rows: productCount,
        columns: { product_id: ints(productCount, (i) => i), product_name: strings(productCount, labels(productCount, (i) => `Product ${i}`), (i) => i) },
      },
      left: { rows, columns: { k: { kind: 'int', data: leftKeys }, a: doubles(rows, cents) } },
      right: { rows, columns: { k: ints(rows, (i) => (rightKeys[i] as number) + shift), b: doubles(rows, cents) } },
      events: { rows, columns: { value: strings(rows, texts, (i) => i) } },
    },
  };
}
