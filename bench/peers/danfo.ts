/** danfojs. Its joins and groupings are quadratic or worse in places: it takes part at a smaller size only. */
import type * as Danfo from 'danfojs';
import type { Column, Dataset, Table } from '../data.ts';
import type { Peer, Result, ResultColumn, WorkloadId } from '../workloads.ts';

type Frame = Danfo.DataFrame;

function values(c: Column): (number | string)[] {
  return c.kind === 'string' ? Array.from(c.codes, (code) => c.dictionary[code] as string) : Array.from(c.data);
}

function resultOf(f: Frame, numbers: readonly string[], order: readonly string[]): Result {
  const columns = order.map((name): ResultColumn => {
    const data = f.column(name).values as (number | string)[];
    return numbers.includes(name) ? { kind: 'number', data: data as number[] } : { kind: 'text', at: (i) => String(data[i]) };
  });
  return { rows: f.shape[0] ?? 0, columns };
}

/** danfojs has no rolling window: the means are computed over its columns. */
function means(prices: readonly number[]): number[] {
  return prices.map((_, i) => {
    const part = prices.slice(Math.max(0, i - 6), i + 1);
    return part.reduce((a, b) => a + b, 0) / part.length;
  });
}

export function danfo(dfd: typeof Danfo, data: Dataset, version: string): Peer {
  const frame = (t: Table): Frame => new dfd.DataFrame(Object.fromEntries(Object.entries(t.columns).map(([name, c]) => [name, values(c)])));
  const t = Object.fromEntries(Object.entries(data.tables).map(([name, table]) => [name, frame(table)])) as Record<keyof Dataset['tables'], Frame>;
  const sorted = (f: Frame, by: string, ascending = true): Frame => f.sortValues(by, { ascending }) as Frame;
  const withAverage = (f: Frame): Frame => f.addColumn('average', means(f.column('price').values as number[])) as Frame;
  const work: Readonly<Record<WorkloadId, () => Result>> = {
    'top-customers': () => {
      const totals = t.sales.groupby(['customer_id']).col(['revenue']).sum() as Frame;
      return resultOf(sorted(totals, 'revenue_sum', false).head(10), ['customer_id', 'revenue_sum'], ['customer_id', 'revenue_sum']);
    },
    deduplicate: () => {
      const newest = sorted(t.versions, 'updated_at', false);
      const seen = new Set<number>();
      const keep = (newest.column('customer_id').values as number[]).map((id) => !seen.has(id) && seen.add(id) !== undefined);
      return resultOf(newest.query(keep) as Frame, ['customer_id', 'updated_at'], ['customer_id', 'name', 'email', 'updated_at']);
    },
    'moving-average': () => resultOf(withAverage(sorted(t.prices, 'date')), ['date', 'price', 'average'], ['date', 'price', 'average']),
    'moving-average-by-symbol': () => {
      const bySymbol = sorted(t.quotes, 'date').groupby(['symbol']).apply((f: Frame) => withAverage(f)) as Frame;
      return resultOf(bySymbol, ['date', 'price', 'average'], ['symbol', 'date', 'price', 'average']);
    },
    'join-optimisation': () => {
      const one = dfd.merge({ left: t.orders, right: t.customers, on: ['customer_id'], how: 'inner' }) as Frame;
      const two = dfd.merge({ left: one, right: t.products, on: ['product_id'], how: 'inner' }) as Frame;
      return resultOf(two, ['order_id', 'amount'], ['order_id', 'customer_name', 'product_name', 'amount']);
    },
    'large-join': () => resultOf(dfd.merge({ left: t.left, right: t.right, on: ['k'], how: 'inner' }) as Frame, ['k', 'a', 'b'], ['k', 'a', 'b']),
    'streaming-window': () => {
      const events = (t.events.column('value').values as string[]).map((text) => JSON.parse(text) as { action: string; timestamp: number });
      const start = events.map((e) => e.timestamp - (e.timestamp % 300));
      const parsed = new dfd.DataFrame({ start, action: events.map((e) => e.action), n: events.map(() => 1) });
      const counted = parsed.groupby(['start', 'action']).col(['n']).count() as Frame;
      return resultOf(counted, ['start', 'n_count'], ['start', 'action', 'n_count']);
    },
  };
  return { name: 'danfojs', version, run: (id) => work[id]() };
}
