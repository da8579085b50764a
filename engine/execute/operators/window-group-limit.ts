/** The first rows of each window partition by rank: rows that a filter on the rank above would drop anyway go early. */
import { pickBatch, GroupTable, sortWords } from '../../columnar/index.ts';
import type { Batch, SortKey } from '../../columnar/index.ts';
import type { WindowGroupLimitExec } from '../../physical/index.ts';
import { gatherAll } from '../collect.ts';
import { compileAll, evaluateAll } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';
import { sortedRows } from '../window/partitions.ts';
import type { SortedRows } from '../window/partitions.ts';
import { OrderKeys } from './order-keys.ts';
import { sortBatch } from './sort.ts';

export class WindowGroupLimitOperator extends BaseOperator {
  private readonly partitionKeys: readonly Evaluator[];
  private readonly orderKeys: OrderKeys;

  constructor(
    override readonly node: WindowGroupLimitExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
    this.partitionKeys = compileAll(node.partitionBy, node.child.output, runtime);
    this.orderKeys = new OrderKeys(node.orderBy, node.child.output, runtime);
  }

  protected *rows(partition: number): Iterable<Batch> {
    const { limit } = this.node;
    const task = this.runtime.task(partition);
    const batch = gatherAll(this.input.run(partition), this.node.output);
    if (batch.length === 0 || limit <= 0) return;
    const order = this.orderKeys.of(batch, task).map((k) => k.vector);
    const rows = sortedRows(evaluateAll(this.partitionKeys, batch, task), order, batch.length);
    const kept = withinLimit(rows, this.node.rankFunction, limit);
    yield* this.runtime.pieces(kept.length === batch.length ? batch : pickBatch(batch, kept));
  }
}

function withinLimit(rows: SortedRows, rank: WindowGroupLimitExec['rankFunction'], limit: number): Int32Array {
  const { n, partition, peers } = rows;
  const kept = new Int32Array(n);
  let k = 0;
  let dense = 0;
  for (let i = 0; i < n; i++) {
    const start = partition.start[i] as number;
    if (i === start) dense = 0;
    if (i === peers.start[i]) dense += 1;
    const value = rank === 'row_number' ? i - start + 1 : rank === 'rank' ? (peers.start[i] as number) - start + 1 : dense;
    if (value <= limit) kept[k++] = i;
  }
  return kept.subarray(0, k);
}

/**
 * The limit of one row (or one rank) over rows not sorted yet: the best of each partition is found by one pass, and only
 * these rows are sorted. Gives the same rows in the same order as sorting first: of equal rows the one that came first.
 */
export class FirstOfGroupOperator extends BaseOperator {
  private readonly partitionKeys: readonly Evaluator[];
  private readonly orderKeys: OrderKeys;
  private readonly sortKeys: OrderKeys;

  constructor(
    override readonly node: WindowGroupLimitExec,
    sort: Operator & { readonly inputs: readonly Operator[] },
    runtime: Runtime,
  ) {
    super(node, [sort], runtime);
    const columns = node.child.output;
    this.partitionKeys = compileAll(node.partitionBy, columns, runtime);
    this.orderKeys = new OrderKeys(node.orderBy, columns, runtime);
    const ascending = node.partitionBy.map((child) => ({ child, ascending: true, nullsFirst: true }));
    this.sortKeys = new OrderKeys([...ascending, ...node.orderBy], columns, runtime);
  }

  protected *rows(partition: number): Iterable<Batch> {
    const task = this.runtime.task(partition);
    const unsorted = this.input.inputs[0] as Operator;
    const batch = gatherAll(unsorted.run(partition), this.node.output);
    if (batch.length === 0) return;
    const keys = evaluateAll(this.partitionKeys, batch, task);
    const table = new GroupTable(keys.map((k) => k.type));
    const groups = table.assign(keys, batch.length);
    const columns = this.orderKeys.of(batch, task).flatMap(rankWords);
    const best = bestRows(groups, table.size, columns);
    const kept = this.node.rankFunction === 'row_number' ? best : allTied(groups, best, columns);
    const first = pickBatch(batch, kept);
    yield* this.runtime.pieces(sortBatch(first, this.sortKeys.of(first, task)));
  }
}

/** Words that order rows as the key does, compared in turn. */
function rankWords(key: SortKey): Uint32Array[] {
  const n = key.vector.length;
  const { low, high } = sortWords(key.vector, n);
  const mask = key.vector.validity;
  const words = high === null ? [low] : [high, low];
  if (!key.ascending) for (const w of words) for (let i = 0; i < n; i++) w[i] = ~(w[i] as number);
  if (mask === null) return words;
  const nulls = new Uint32Array(n);
  const atNull = key.nullsFirst ? 0 : 2;
  for (let i = 0; i < n; i++) {
    nulls[i] = mask[i] === 0 ? atNull : 1;
    if (mask[i] === 0) for (const w of words) w[i] = 0;
  }
  return [nulls, ...words];
}

/** Row of the smallest key of each group; of equal ones the first. */
function bestRows(groups: Int32Array, count: number, columns: readonly Uint32Array[]): Int32Array {
  const best = new Int32Array(count).fill(-1);
  const [first] = columns;
  const n = groups.length;
  if (first === undefined) {
    for (let i = n - 1; i >= 0; i--) best[groups[i] as number] = i;
    return best;
  }
  for (let i = 0; i < n; i++) {
    const g = groups[i] as number;
    const b = best[g] as number;
    if (b < 0) {
      best[g] = i;
      continue;
    }
    const x = first[i] as number;
    const y = first[b] as number;
    if (x < y || (x === y && columns.length > 1 && isLess(columns, i, b))) best[g] = i;
  }
  return best;
}

function isLess(columns: readonly Uint32Array[], a: number, b: number): boolean {
  for (const c of columns) {
    const x = c[a] as number;
    const y = c[b] as number;
    if (x !== y) return x < y;
  }
  return false;
}

/** All rows with the best key of their group, in row order. */
function allTied(groups: Int32Array, best: Int32Array, columns: readonly Uint32Array[]): Int32Array {
  const n = groups.length;
  const kept = new Int32Array(n);
  let k = 0;
  for (let i = 0; i < n; i++) {
    const b = best[groups[i] as number] as number;
    if (columns.every((c) => c[i] === c[b])) kept[k++] = i;
  }
  return kept.subarray(0, k);
}
