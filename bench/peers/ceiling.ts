/** The ceiling: each workload written by hand over typed arrays, in one thread. What an engine can hope to come near. */
import type { Column, Dataset, Table } from '../data.ts';
import type { Peer, Result, ResultColumn, WorkloadId } from '../workloads.ts';

const WINDOW_ROWS = 7;

function ints(t: Table, name: string): Int32Array {
  return (t.columns[name] as { readonly data: Int32Array }).data;
}
function floats(t: Table, name: string): Float64Array {
  return (t.columns[name] as { readonly data: Float64Array }).data;
}
function texts(t: Table, name: string): Extract<Column, { kind: 'string' }> {
  return t.columns[name] as Extract<Column, { kind: 'string' }>;
}
const numbers = (data: ArrayLike<number>): ResultColumn => ({ kind: 'number', data });
const coded = (codes: Int32Array, dictionary: readonly string[]): ResultColumn => ({ kind: 'text', at: (i) => dictionary[codes[i] as number] as string });

function pickFloats(data: Float64Array, rows: Int32Array): Float64Array {
  const out = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = data[rows[i] as number] as number;
  return out;
}
function pickInts(data: Int32Array, rows: Int32Array): Int32Array {
  const out = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = data[rows[i] as number] as number;
  return out;
}

/** Rows ordered by non-negative int keys: radix sort, 11 bits at a time. */
function argsort(keys: Int32Array): Int32Array {
  const n = keys.length;
  let from = new Int32Array(n);
  let to = new Int32Array(n);
  for (let i = 0; i < n; i++) from[i] = i;
  for (let shift = 0; shift < 33; shift += 11) {
    const counts = new Int32Array(2049);
    for (let i = 0; i < n; i++) {
      const d = ((keys[from[i] as number] as number) >>> shift) & 2047;
      counts[d + 1] = (counts[d + 1] as number) + 1;
    }
    for (let d = 0; d < 2048; d++) counts[d + 1] = (counts[d + 1] as number) + (counts[d] as number);
    for (let i = 0; i < n; i++) {
      const row = from[i] as number;
      const d = ((keys[row] as number) >>> shift) & 2047;
      const at = counts[d] as number;
      counts[d] = at + 1;
      to[at] = row;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Open addressing from int keys to dense numbers. */
class IntTable {
  private readonly slots: Int32Array;
  private readonly mask: number;
  readonly keys: Int32Array;
  size = 0;
  constructor(capacity: number) {
    let slots = 16;
    while (slots < capacity * 2) slots *= 2;
    this.slots = new Int32Array(slots).fill(-1);
    this.mask = slots - 1;
    this.keys = new Int32Array(capacity);
  }
  /** For each key its number; new keys are added. */
  addAll(keys: Int32Array): Int32Array {
    const { slots, mask, keys: known } = this;
    const out = new Int32Array(keys.length);
    let size = this.size;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      let at = Math.imul(key, 0x9e3779b1) >>> 7 & mask;
      for (;;) {
        const id = slots[at] as number;
        if (id < 0) {
          slots[at] = size;
          known[size] = key;
          out[i] = size++;
          break;
        }
        if (known[id] === key) {
          out[i] = id;
          break;
        }
        at = (at + 1) & mask;
      }
    }
    this.size = size;
    return out;
  }
  findAll(keys: Int32Array): Int32Array {
    const { slots, mask, keys: known } = this;
    const out = new Int32Array(keys.length);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      let at = Math.imul(key, 0x9e3779b1) >>> 7 & mask;
      let id = slots[at] as number;
      while (id >= 0 && known[id] !== key) {
        at = (at + 1) & mask;
        id = slots[at] as number;
      }
      out[i] = id;
    }
    return out;
  }
}

function topCustomers(t: Table): Result {
  const [ids, revenue] = [ints(t, 'customer_id'), floats(t, 'revenue')];
  const table = new IntTable(t.rows);
  const groups = table.addAll(ids);
  const sums = new Float64Array(table.size);
  for (let i = 0; i < groups.length; i++) sums[groups[i] as number] = (sums[groups[i] as number] as number) + (revenue[i] as number);
  const best: number[] = [];
  for (let g = 0; g < sums.length; g++) {
    const v = sums[g] as number;
    if (best.length === 10 && v <= (sums[best[9] as number] as number)) continue;
    let at = best.length;
    while (at > 0 && v > (sums[best[at - 1] as number] as number)) at--;
    best.splice(at, 0, g);
    if (best.length > 10) best.pop();
  }
  return { rows: best.length, columns: [numbers(best.map((g) => table.keys[g] as number)), numbers(best.map((g) => sums[g] as number))] };
}

function deduplicate(t: Table): Result {
  const [ids, at] = [ints(t, 'customer_id'), floats(t, 'updated_at')];
  const table = new IntTable(t.rows);
  const groups = table.addAll(ids);
  const latest = new Int32Array(table.size).fill(-1);
  for (let i = 0; i < groups.length; i++) {
    const g = groups[i] as number;
    const known = latest[g] as number;
    if (known < 0 || (at[i] as number) > (at[known] as number)) latest[g] = i;
  }
  const [name, email] = [texts(t, 'name'), texts(t, 'email')];
  return {
    rows: latest.length,
    columns: [
      numbers(pickInts(ids, latest)),
      coded(pickInts(name.codes, latest), name.dictionary),
      coded(pickInts(email.codes, latest), email.dictionary),
      numbers(pickFloats(at, latest)),
    ],
  };
}

/** Means over the last rows of a partition, summed anew for each row, as Spark does. */
function means(prices: Float64Array, starts: (i: number) => number): Float64Array {
  const out = new Float64Array(prices.length);
  for (let i = 0; i < prices.length; i++) {
    const from = Math.max(starts(i), i - WINDOW_ROWS + 1);
    let sum = 0;
    for (let j = from; j <= i; j++) sum += prices[j] as number;
    out[i] = sum / (i - from + 1);
  }
  return out;
}

function movingAverage(t: Table): Result {
  const order = argsort(ints(t, 'date'));
  const dates = pickInts(ints(t, 'date'), order);
  const prices = pickFloats(floats(t, 'price'), order);
  return { rows: t.rows, columns: [numbers(dates), numbers(prices), numbers(means(prices, () => 0))] };
}

function movingAverageBySymbol(t: Table): Result {
  const [symbol, date, price] = [texts(t, 'symbol'), ints(t, 'date'), floats(t, 'price')];
  const byDate = argsort(date);
  const counts = new Int32Array(symbol.dictionary.length + 1);
  for (let i = 0; i < symbol.codes.length; i++) counts[(symbol.codes[i] as number) + 1] = (counts[(symbol.codes[i] as number) + 1] as number) + 1;
  for (let s = 1; s < counts.length; s++) counts[s] = (counts[s] as number) + (counts[s - 1] as number);
  const starts = counts.slice();
  const order = new Int32Array(t.rows);
  for (let i = 0; i < byDate.length; i++) {
    const row = byDate[i] as number;
    const s = symbol.codes[row] as number;
    order[counts[s] as number] = row;
    counts[s] = (counts[s] as number) + 1;
  }
  const codes = pickInts(symbol.codes, order);
  const dates = pickInts(date, order);
  const prices = pickFloats(price, order);
  const averages = means(prices, (i) => starts[codes[i] as number] as number);
  return { rows: t.rows, columns: [coded(codes, symbol.dictionary), numbers(dates), numbers(prices), numbers(averages)] };
}

function starJoin(orders: Table, customers: Table, products: Table): Result {
  const byId = new IntTable(customers.rows);
  byId.addAll(ints(customers, 'customer_id'));
  const byProduct = new IntTable(products.rows);
  byProduct.addAll(ints(products, 'product_id'));
  const [c, p] = [byId.findAll(ints(orders, 'customer_id')), byProduct.findAll(ints(orders, 'product_id'))];
  let kept = 0;
  const rows = new Int32Array(orders.rows);
  for (let i = 0; i < c.length; i++) if ((c[i] as number) >= 0 && (p[i] as number) >= 0) rows[kept++] = i;
  const selected = rows.subarray(0, kept);
  const [names, titles] = [texts(customers, 'customer_name'), texts(products, 'product_name')];
  const [ids, amounts] = [ints(orders, 'order_id'), floats(orders, 'amount')];
  return {
    rows: kept,
    columns: [
      numbers(pickInts(ids, selected)),
      coded(pickInts(names.codes, pickInts(c, selected)), names.dictionary),
      coded(pickInts(titles.codes, pickInts(p, selected)), titles.dictionary),
      numbers(pickFloats(amounts, selected)),
    ],
  };
}

function largeJoin(left: Table, right: Table): Result {
  const table = new IntTable(right.rows);
  table.addAll(ints(right, 'k'));
  const keys = ints(left, 'k');
  const found = table.findAll(keys);
  let kept = 0;
  const rows = new Int32Array(left.rows);
  for (let i = 0; i < found.length; i++) if ((found[i] as number) >= 0) rows[kept++] = i;
  const selected = rows.subarray(0, kept);
  const [a, b] = [floats(left, 'a'), floats(right, 'b')];
  return {
    rows: kept,
    columns: [numbers(pickInts(keys, selected)), numbers(pickFloats(a, selected)), numbers(pickFloats(b, pickInts(found, selected)))],
  };
}

const WINDOW_SECONDS = 300;

/** Finds the two fields in each text without building objects; falls back on JSON.parse for any other layout. */
function windowCounts(t: Table): Result {
  const { codes, dictionary } = texts(t, 'value');
  const actions = new Map<string, number>();
  const counts = new Map<number, number>();
  for (let i = 0; i < codes.length; i++) {
    const text = dictionary[codes[i] as number] as string;
    const a = text.indexOf('"action":"') + 10;
    const end = text.indexOf('"', a);
    const s = text.indexOf('"timestamp":', end) + 12;
    let seconds = 0;
    let action = '';
    if (a >= 10 && s >= 12) {
      action = text.slice(a, end);
      for (let p = s; ; p++) {
        const d = text.charCodeAt(p) - 48;
        if (d < 0 || d > 9) break;
        seconds = seconds * 10 + d;
      }
    } else {
      const parsed = JSON.parse(text) as { action: string; timestamp: number };
      [action, seconds] = [parsed.action, parsed.timestamp];
    }
    let code = actions.get(action);
    if (code === undefined) {
      code = actions.size;
      actions.set(action, code);
    }
    const key = (seconds - (seconds % WINDOW_SECONDS)) * 16 + code;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const names = [...actions.keys()];
  const keys = [...counts.keys()];
  return {
    rows: keys.length,
    columns: [
      numbers(keys.map((k) => Math.floor(k / 16))),
      { kind: 'text', at: (i) => names[(keys[i] as number) % 16] as string },
      numbers([...counts.values()]),
    ],
  };
}

export function ceiling({ tables }: Dataset): Peer {
  const work: Readonly<Record<WorkloadId, () => Result>> = {
    'top-customers': () => topCustomers(tables.sales),
    deduplicate: () => deduplicate(tables.versions),
    'moving-average': () => movingAverage(tables.prices),
    'moving-average-by-symbol': () => movingAverageBySymbol(tables.quotes),
    'join-optimisation': () => starJoin(tables.orders, tables.customers, tables.products),
    'large-join': () => largeJoin(tables.left, tables.right),
    'streaming-window': () => windowCounts(tables.events),
  };
  return { name: 'ceiling', version: 'typed arrays', run: (id) => work[id]() };
}
