/**
 * Aggregation in one step of its plan: rows or states in, states or values out. Groups come out in the order in which
 * they first came in, as from Spark's hash map; over sorted input that is the order of the keys.
 */
import { giveBack, GroupTable, pickBatch, rowsOnly } from '../../columnar/index.ts';
import type { Batch, StructVector, Vector } from '../../columnar/index.ts';
import type { Accumulator } from '../../functions/define.ts';
import { toAttribute } from '../../plan/index.ts';
import type { AggregateCall, AttributeReference, TaskContext } from '../../plan/index.ts';
import type { AggregateExec, PhysicalAggregate } from '../../physical/index.ts';
import { structField, structType } from '../../types/index.ts';
import { aggregateArguments, createAccumulator } from '../accumulators.ts';
import { columnIndexes, compile, compileAll, evaluateAll, selectRows } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { interpreted } from '../expressions/index.ts';
import { ShuffleReadOperator } from '../exchange/shuffle-read.ts';
import { ShuffleOperator } from '../exchange/shuffle.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';
import { GroupPlaces } from './group-order.ts';

/** Reading some partitions of many should not cost the work of all. */
const MAX_PARTITIONS_AT_ONCE = 8;

/** How one aggregate is fed: from its arguments, or from the column with an earlier step's state. */
interface Feed {
  readonly aggregate: PhysicalAggregate;
  readonly args: readonly Evaluator[];
  readonly filter: Evaluator | undefined;
  readonly stateColumn: number;
}

export class AggregateOperator extends BaseOperator {
  private readonly keys: readonly Evaluator[];
  private readonly feeds: readonly Feed[];
  private readonly results: readonly Evaluator[];
  private readonly keyTypes: readonly AttributeReference[];
  /** The groups of each partition, all found at once; null if they cannot be. */
  private whole: ((partition: number) => Batch) | null | undefined;

  constructor(
    override readonly node: AggregateExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
    const columns = node.child.output;
    this.keys = compileAll(node.grouping, columns, runtime);
    this.keyTypes = node.grouping.map(toAttribute);
    this.feeds = node.aggregates.map((a) => makeFeed(a, columns, runtime));
    const inner = [...this.keyTypes, ...node.aggregates.map((a) => (isFinished(a) ? a.result : a.state))];
    this.results = compileAll(node.results, inner, runtime);
  }

  protected *rows(partition: number): Iterable<Batch> {
    if (this.whole === undefined) this.whole = this.allPartitions() ?? null;
    const task = this.runtime.task(partition);
    const inner = this.whole === null ? this.groupsOf(this.input.run(partition), task) : this.whole(partition);
    if (inner.length > 0) yield* this.runtime.pieces({ length: inner.length, columns: evaluateAll(this.results, inner, task) });
  }

  /** The groups of some rows: keys, then values or states. */
  private groupsOf(rows: Iterable<Batch>, task: TaskContext, places?: GroupPlaces): Batch {
    const global = this.keys.length === 0;
    const table = new GroupTable(this.keyTypes.map((k) => k.type));
    const accumulators = this.feeds.map((f) => createAccumulator(f.aggregate.call, task));
    if (global) for (const a of accumulators) a.grow(1);
    for (const batch of rows) {
      const groups = table.assign(evaluateAll(this.keys, batch, task), batch.length);
      places?.add(groups, batch.length);
      this.feeds.forEach((f, i) => {
        const a = accumulators[i] as Accumulator;
        a.grow(Math.max(table.size, global ? 1 : 0));
        feed(f, a, batch, groups, task);
      });
      giveBack(groups);
    }
    const count = global ? 1 : table.size;
    if (count === 0) return { length: 0, columns: [] };
    const values = this.feeds.map((f, i) => output(f.aggregate, accumulators[i] as Accumulator, count));
    return { length: count, columns: [...table.keys(), ...values] };
  }

  /**
   * States of a whole shuffle merged at once, where it is read in few partitions: their rows then need not be picked out of
   * it, only the groups put in the order in which the partitions give them.
   */
  private allPartitions(): ((partition: number) => Batch) | undefined {
    const { input, node } = this;
    if (!(input instanceof ShuffleOperator || input instanceof ShuffleReadOperator) || node.grouping.some((g) => g.kind !== 'attribute')) return undefined;
    if (input.partitions() > MAX_PARTITIONS_AT_ONCE || this.feeds.some((f) => f.stateColumn < 0)) return undefined;
    const rows = input.shuffledRows(node.grouping);
    if (rows === undefined) return undefined;
    const places = new GroupPlaces(rows);
    const all = this.groupsOf(rows.batches, this.runtime.task(0), places);
    const { groups, starts } = places.order();
    return (partition) => {
      rows.countRead(partition);
      return pickBatch(all, rowsOnly(groups.subarray(starts[partition], starts[partition + 1])));
    };
  }
}

function isFinished(a: PhysicalAggregate): boolean {
  return a.mode === 'final' || a.mode === 'complete';
}

function makeFeed(a: PhysicalAggregate, columns: readonly AttributeReference[], runtime: Runtime): Feed {
  const overRows = a.mode === 'partial' || a.mode === 'complete';
  return {
    aggregate: a,
    args: overRows ? argumentsOf(a.call, columns, runtime) : [],
    filter: overRows && a.call.filter !== undefined ? compile(a.call.filter, columns, runtime) : undefined,
    stateColumn: overRows ? -1 : (columnIndexes([a.state], columns)[0] as number),
  };
}

function argumentsOf(call: AggregateCall, columns: readonly AttributeReference[], runtime: Runtime): Evaluator[] {
  const made = compileAll(aggregateArguments(call), columns, runtime);
  return call.fn.interpreted === true ? made.map(interpreted) : made;
}

function feed(f: Feed, a: Accumulator, batch: Batch, groups: Int32Array, task: TaskContext): void {
  if (f.stateColumn >= 0) {
    a.merge(groups, (batch.columns[f.stateColumn] as StructVector).children, batch.length);
    return;
  }
  if (f.filter === undefined) {
    a.update(groups, evaluateAll(f.args, batch, task), batch.length);
    return;
  }
  const rows = selectRows(f.filter, batch, task);
  if (rows.length === 0) return;
  const kept = rows.length === batch.length ? batch : pickBatch(batch, rows);
  a.update(rows.length === batch.length ? groups : pick(groups, rows), evaluateAll(f.args, kept, task), rows.length);
}

function pick(groups: Int32Array, rows: Int32Array): Int32Array {
  const out = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = groups[rows[i] as number] as number;
  return out;
}

/** Values, or the state's vectors as fields of a struct. */
function output(a: PhysicalAggregate, accumulator: Accumulator, count: number): Vector {
  if (isFinished(a)) return accumulator.finish();
  const children = accumulator.state();
  const type = structType(children.map((c, i) => structField(`${i}`, c.type)));

  return { layout: 'struct', type, length: count, validity: null, children };
}
