/** arquero, with its own verbs. */
import * as aq from 'arquero';
import type { Column, Dataset, Table } from '../data.ts';
import type { Peer, Result, ResultColumn, WorkloadId } from '../workloads.ts';

type AqTable = ReturnType<typeof aq.table>;

function values(c: Column): ArrayLike<number | string> {
  return c.kind === 'string' ? Array.from(c.codes, (code) => c.dictionary[code] as string) : c.data;
}
function tableOf(t: Table): AqTable {
  return aq.table(Object.fromEntries(Object.entries(t.columns).map(([name, c]) => [name, values(c)])) as Parameters<typeof aq.table>[0]);
}

function resultOf(t: AqTable, numbers: readonly string[], order: readonly string[]): Result {
  const columns = order.map((name): ResultColumn => {
    const data = t.array(name) as ArrayLike<number> & ArrayLike<string>;
    return numbers.includes(name) ? { kind: 'number', data } : { kind: 'text', at: (i) => String(data[i]) };
  });
  return { rows: t.numRows(), columns };
}

export function arquero(data: Dataset, version: string): Peer {
  const t = Object.fromEntries(Object.entries(data.tables).map(([name, table]) => [name, tableOf(table)])) as Record<keyof Dataset['tables'], AqTable>;
  const mean = aq.rolling((d: { price: number[] }) => aq.op.mean(d.price as unknown as number), [-6, 0]);
  const work: Readonly<Record<WorkloadId, () => Result>> = {
    'top-customers': () =>
      resultOf(
        t.sales.groupby('customer_id').rollup({ total: aq.op.sum('revenue') }).orderby(aq.desc('total')).slice(0, 10),
        ['customer_id', 'total'],
        ['customer_id', 'total'],
      ),
    deduplicate: () =>
      resultOf(
        t.versions.groupby('customer_id').orderby(aq.desc('updated_at')).filter(() => aq.op.row_number() === 1).ungroup(),
        ['customer_id', 'updated_at'],
        ['customer_id', 'name', 'email', 'updated_at'],
      ),
    'moving-average': () => resultOf(t.prices.orderby('date').derive({ average: mean }), ['date', 'price', 'average'], ['date', 'price', 'average']),
    'moving-average-by-symbol': () =>
      resultOf(
        t.quotes.groupby('symbol').orderby('date').derive({ average: mean }).ungroup(),
        ['date', 'price', 'average'],
        ['symbol', 'date', 'price', 'average'],
      ),
    'join-optimisation': () =>
      resultOf(
        t.orders.join(t.customers, 'customer_id').join(t.products, 'product_id').select('order_id', 'customer_name', 'product_name', 'amount'),
        ['order_id', 'amount'],
        ['order_id', 'customer_name', 'product_name', 'amount'],
      ),
    'large-join': () => resultOf(t.left.join(t.right, 'k'), ['k', 'a', 'b'], ['k', 'a', 'b']),
    'streaming-window': () =>
      resultOf(
        t.events
          .derive({ event: aq.escape((d: { value: string }) => JSON.parse(d.value) as unknown) })
          .derive({ start: (d: { event: { timestamp: number } }) => d.event.timestamp - (d.event.timestamp % 300), action: (d: { event: { action: string } }) => d.event.action })
          .groupby('start', 'action')
          .count(),
        ['start', 'count'],
        ['start', 'action', 'count'],
      ),
  };
  return { name: 'arquero', version, run: (id) => work[id]() };
}
