/** The seven workloads: the work of the five challenges, the moving average by symbol, and a join of two large tables. */

export const WORKLOADS = [
  { id: 'top-customers', title: 'top 10 customers by revenue' },
  { id: 'deduplicate', title: 'deduplicate, keeping the latest' },
  { id: 'moving-average', title: 'moving average over 7 rows' },
  { id: 'moving-average-by-symbol', title: 'moving average by symbol' },
  { id: 'join-optimisation', title: 'star join, two dimensions' },
  { id: 'large-join', title: 'join of two large tables' },
  { id: 'streaming-window', title: 'JSON parsed, counted by window' },
] as const;
export type WorkloadId = (typeof WORKLOADS)[number]['id'];

/** A result column as the peer has it: anything indexable, with texts as texts or as codes into a dictionary. */
export type ResultColumn =
  | { readonly kind: 'number'; readonly data: ArrayLike<number | bigint> }
  | { readonly kind: 'text'; readonly at: (row: number) => string };

/** A result, complete in memory: whoever has to decode rows to read them has done so before the clock stops. */
export interface Result {
  readonly rows: number;
  readonly columns: readonly ResultColumn[];
}

export interface Peer {
  readonly name: string;
  readonly version: string;
  /** Runs one workload over the prepared tables. */
  run(id: WorkloadId): Result | Promise<Result>;
  close?(): void | Promise<void>;
}

function textHash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/**
 * A text that is equal for equal results: rows, and for each column its sum and, bound to its first column, its place;
 * independent of the order of rows. Numbers are rounded to nine digits, for sums of doubles depend on their order; and
 * they are stretched first, since sums of cents would often lie half-way between two roundings.
 */
export function checksum(result: Result): string {
  const first = result.columns[0];
  const keyOf = (row: number): number => {
    if (first === undefined) return 0;
    return first.kind === 'number' ? Number(first.data[row]) % 1009 : textHash(first.at(row)) % 1009;
  };
  const parts = result.columns.map((c) => {
    let [sum, bound] = [0, 0];
    for (let i = 0; i < result.rows; i++) {
      const v = c.kind === 'number' ? Number(c.data[i]) : textHash(c.at(i)) % 65_521;
      sum += v;
      bound += v * (1 + keyOf(i));
    }
    return `${(sum * Math.SQRT2).toPrecision(9)}/${(bound * Math.SQRT2).toPrecision(9)}`;
  });
  return `${result.rows}:${parts.join(',')}`;
}
