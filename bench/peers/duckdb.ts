/** DuckDB-WASM: the same work as SQL. Its JSON extension is not part of the package, so texts are read by regular expressions. */
import type * as duckdb from '@duckdb/duckdb-wasm';
import * as arrow from 'apache-arrow';
import type { Column, Dataset, Table } from '../data.ts';
import type { Peer, Result, ResultColumn, WorkloadId } from '../workloads.ts';

function vectorOf(c: Column): arrow.Vector {
  switch (c.kind) {
    case 'int':
    case 'date':
      return arrow.makeVector(c.data);
    case 'double':
      return arrow.makeVector(c.data);
    case 'long':
    case 'timestamp':
      return arrow.makeVector(BigInt64Array.from(c.data, BigInt));
    case 'string':
      return arrow.vectorFromArray(Array.from(c.codes, (code) => c.dictionary[code] as string), new arrow.Utf8());
  }
}

export function arrowTable(t: Table): arrow.Table {
  return new arrow.Table(Object.fromEntries(Object.entries(t.columns).map(([name, c]) => [name, vectorOf(c)])));
}

const AVERAGE = 'avg(price) OVER (PARTITION BY symbol ORDER BY date ROWS BETWEEN 6 PRECEDING AND CURRENT ROW)';
const QUERIES: Readonly<Record<WorkloadId, string>> = {
  'top-customers': 'SELECT customer_id, sum(revenue) AS total FROM sales GROUP BY customer_id ORDER BY total DESC LIMIT 10',
  deduplicate: `SELECT customer_id, name, email, updated_at FROM (
      SELECT *, row_number() OVER (PARTITION BY customer_id ORDER BY updated_at DESC) AS n FROM versions) WHERE n = 1`,
  'moving-average': `SELECT date, price, ${AVERAGE.replace('PARTITION BY symbol ', '')} AS average FROM prices ORDER BY date`,
  'moving-average-by-symbol': `SELECT symbol, date, price, ${AVERAGE} AS average FROM quotes`,
  'join-optimisation': `SELECT order_id, customer_name, product_name, amount FROM orders
      JOIN customers USING (customer_id) JOIN products USING (product_id)`,
  'large-join': 'SELECT k, a, b FROM "left" JOIN "right" USING (k)',
  'streaming-window': `SELECT ts - ts % 300 AS start, action, count(*) AS n FROM (
      SELECT CAST(regexp_extract(value, '"timestamp":([0-9]+)', 1) AS INTEGER) AS ts,
             regexp_extract(value, '"action":"([^"]*)"', 1) AS action FROM events) GROUP BY ALL`,
};

/** Columns of an Arrow table; texts are decoded here, so that every peer ends with values that can be read. */
export function resultOf(t: arrow.Table): Result {
  const columns = t.schema.fields.map((f): ResultColumn => {
    const child = t.getChild(f.name) as arrow.Vector;
    if (arrow.DataType.isUtf8(f.type)) {
      const decoded = Array.from(child, (v) => String(v));
      return { kind: 'text', at: (i) => decoded[i] as string };
    }
    if (arrow.DataType.isDecimal(f.type)) return { kind: 'number', data: Array.from(child, Number) };
    return { kind: 'number', data: child.toArray() as ArrayLike<number | bigint> };
  });
  return { rows: t.numRows, columns };
}

/** What of a connection the peer uses; the blocking one answers at once. */
interface Connection {
  insertArrowFromIPCStream(buffer: Uint8Array, options: { name: string; create: boolean }): Promise<void> | void;
  query(text: string): Promise<arrow.Table> | arrow.Table;
  close(): Promise<void> | void;
}

export async function duckdbPeer(data: Dataset, connection: Connection, version: string): Promise<Peer> {
  for (const [name, table] of Object.entries(data.tables)) {
    await connection.insertArrowFromIPCStream(arrow.tableToIPC(arrowTable(table), 'stream'), { name, create: true });
  }
  return {
    name: 'DuckDB-WASM',
    version,
    run: async (id) => resultOf(await connection.query(QUERIES[id])),
    close: () => connection.close(),
  };
}

/** In a browser: DuckDB in its own worker, as its documentation advises. Addresses are those of the served files. */
export async function duckdbInBrowser(module: typeof duckdb, data: Dataset, wasmUrl: string, workerUrl: string): Promise<Peer> {
  const db = new module.AsyncDuckDB(new module.VoidLogger(), new Worker(workerUrl));
  await db.instantiate(wasmUrl);
  const connection = (await db.connect()) as unknown as Connection;
  return duckdbPeer(data, connection, await db.getVersion());
}
