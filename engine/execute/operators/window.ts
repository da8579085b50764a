/** Window functions and aggregates over frames of rows that come sorted by partition and order. */
import { gather, vectorOf } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';
import type { CallContext } from '../../functions/define.ts';
import { callContext, rethrowAt, windowColumnOf } from '../../plan/index.ts';
import type { AggregateCall, TaskContext, WindowCall, WindowFunctionCall } from '../../plan/index.ts';
import type { WindowExec } from '../../physical/index.ts';
import { aggregateArguments, aggregateContext } from '../accumulators.ts';
import { gatherAll } from '../collect.ts';
import { compile, compileAll, evaluateAll, selectRows } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';
import { aggregateFrames } from '../window/aggregate-frames.ts';
import { frameBounds } from '../window/frames.ts';
import type { Frames } from '../window/frames.ts';
import { SortedRows } from '../window/partitions.ts';
import { OrderKeys } from './order-keys.ts';

interface Column {
  readonly call: WindowCall;
  readonly args: readonly Evaluator[];
  readonly filter: Evaluator | undefined;
  /** What is made of the call's value. */
  readonly around: Evaluator | undefined;
}

export class WindowOperator extends BaseOperator {
  private readonly partitionKeys: readonly Evaluator[];
  private readonly orderKeys: OrderKeys;
  private readonly columns: readonly Column[];

  constructor(
    override readonly node: WindowExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
    const columns = node.child.output;
    this.partitionKeys = compileAll(node.partitionBy, columns, runtime);
    this.orderKeys = new OrderKeys(node.orderBy, columns, runtime);
    this.columns = node.windowExpressions.map((e) => {
      const { call, slot, around } = windowColumnOf(e);
      const fn = call.function;
      const args = fn.kind === 'aggregate' ? aggregateArguments(fn) : fn.args;
      const filter = fn.kind === 'aggregate' ? fn.filter : undefined;
      return {
        call,
        args: compileAll(args, columns, runtime),
        filter: filter === undefined ? undefined : compile(filter, columns, runtime),
        around: around === undefined ? undefined : compile(around, [slot], runtime),
      };
    });
  }

  protected *rows(partition: number): Iterable<Batch> {
    const task = this.runtime.task(partition);
    const batch = gatherAll(this.input.run(partition), this.node.child.output);
    if (batch.length === 0) return;
    const order = this.orderKeys.of(batch, task);
    const rows = new SortedRows(evaluateAll(this.partitionKeys, batch, task), order.map((k) => k.vector), batch.length);
    const known = new Map<string, Frames>();
    const added = this.columns.map((c) => {
      const { frame } = c.call;
      const key = JSON.stringify(frame, (k, v: unknown) => (k === 'type' || k === 'origin' ? undefined : typeof v === 'bigint' ? `${v}n` : v));
      const frames = known.get(key) ?? lazyFrames(() => frameBounds(frame, rows, order[0], task.sessionTimeZone));
      known.set(key, frames);
      const value = evaluateColumn(c, batch, rows, frames, task);
      return c.around === undefined ? value : c.around({ length: batch.length, columns: [value] }, task);
    });
    yield* this.runtime.pieces({ length: batch.length, columns: [...batch.columns, ...added] });
  }
}

/** Functions of a row's place never ask for its frame. */
function lazyFrames(make: () => Frames): Frames {
  let frames: Frames | undefined;
  const made = (): Frames => (frames ??= make());
  return {
    get lo() {
      return made().lo;
    },
    get hi() {
      return made().hi;
    },
  };
}

function evaluateColumn(c: Column, batch: Batch, rows: SortedRows, frames: Frames, task: TaskContext): Vector {
  const fn = c.call.function;
  try {
    return fn.kind === 'aggregate' ? aggregateColumn(c, fn, batch, frames, task) : functionColumn(c, fn, batch, rows, frames, task);
  } catch (error) {
    return rethrowAt(error, fn.origin ?? c.call.origin);
  }
}

function functionColumn(c: Column, fn: WindowFunctionCall, batch: Batch, rows: SortedRows, frames: Frames, task: TaskContext): Vector {
  const { n } = rows;
  const context: CallContext = callContext(task, fn);
  const input = {
    n,
    args: evaluateAll(c.args, batch, task),
    get partitionStart() {
      return rows.partition.start;
    },
    get partitionEnd() {
      return rows.partition.end;
    },
    get peerStart() {
      return rows.peers.start;
    },
    get peerEnd() {
      return rows.peers.end;
    },
    get lo() {
      return frames.lo;
    },
    get hi() {
      return frames.hi;
    },
  };
  return fn.fn.evaluate(input, context);
}

/** With a filter the frames are those of the rows that pass. */
function aggregateColumn(c: Column, call: AggregateCall, batch: Batch, frames: Frames, task: TaskContext): Vector {
  const context = aggregateContext(call, task);
  const n = batch.length;
  if (c.filter === undefined) return aggregateFrames(call.fn, evaluateAll(c.args, batch, task), frames.lo, frames.hi, n, context);
  const kept = selectRows(c.filter, batch, task);
  const before = new Int32Array(n + 1);
  for (let i = 0; i < kept.length; i++) before[(kept[i] as number) + 1] = 1;
  for (let i = 0; i < n; i++) before[i + 1] = (before[i + 1] as number) + (before[i] as number);
  const filtered: Batch = { length: kept.length, columns: batch.columns.map((v) => gather(v, kept)) };
  const args = kept.length === 0 ? c.args.map((_, i) => vectorOf(context.argTypes[i] ?? { kind: 'null' }, [])) : evaluateAll(c.args, filtered, task);
  return aggregateFrames(call.fn, args, frames.lo.map((x) => before[x] as number), frames.hi.map((x) => before[x] as number), n, context);
}
