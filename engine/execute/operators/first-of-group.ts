/**
 * The limit of one row (or one rank) in each window partition over rows not sorted yet: the best of each partition is found
 * by one pass, and only these rows are sorted. Gives the same rows in the same order as sorting first: of equal rows the
 * one that came first.
 */
import { giveBack, GroupTable, pickBatch, scatteredRows, uniqueRows } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import type { WindowGroupLimitExec } from '../../physical/index.ts';
import { gatherAll } from '../collect.ts';
import { compileAll, evaluateAll } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Runtime } from '../operator.ts';
import { bestRows, tiedRows } from './best-rows.ts';
import { OrderKeys } from './order-keys.ts';
import { sortBatch } from './sort.ts';
import type { SortOperator } from './sort.ts';

/** Whether the operator may stand for a limit and the sort below it. */
export function isFirstOfGroup(p: WindowGroupLimitExec): boolean {
  return p.limit === 1 && p.child.op === 'Sort' && p.child.order.length === p.partitionBy.length + p.orderBy.length;
}

export class FirstOfGroupOperator extends BaseOperator {
  private readonly partitionKeys: readonly Evaluator[];
  private readonly orderKeys: OrderKeys;
  private readonly sortKeys: OrderKeys;
  /** False where the rows go into an exchange: behind it the final limit sorts them anyway. */
  private readonly ordered: boolean;

  constructor(
    override readonly node: WindowGroupLimitExec,
    sort: SortOperator,
    runtime: Runtime,
    intoExchange: boolean,
  ) {
    super(node, [sort], runtime);
    const columns = node.child.output;
    this.partitionKeys = compileAll(node.partitionBy, columns, runtime);
    this.orderKeys = new OrderKeys(node.orderBy, columns, runtime);
    // The rows of a partition that are left have equal order keys.
    this.sortKeys = new OrderKeys(node.partitionBy.map((child) => ({ child, ascending: true, nullsFirst: true })), columns, runtime);
    this.ordered = !(intoExchange && node.mode === 'Partial');
  }

  protected *rows(partition: number): Iterable<Batch> {
    const task = this.runtime.task(partition);
    const batch = gatherAll((this.input as SortOperator).runUnsorted(partition), this.node.output);
    if (batch.length === 0) return;
    const keys = evaluateAll(this.partitionKeys, batch, task);
    const table = new GroupTable(keys.map((k) => k.type), false);
    const groups = table.assign(keys, batch.length);
    const order = this.orderKeys.of(batch, task);
    const best = bestRows(groups, table.size, order);
    const kept = this.node.rankFunction === 'row_number' ? scatteredRows(best) : uniqueRows(tiedRows(groups, best, order));
    giveBack(groups);
    const first = pickBatch(batch, kept);
    yield* this.runtime.pieces(this.ordered ? sortBatch(first, this.sortKeys.of(first, task)) : first);
  }
}
