/**
 * Join of two inputs sorted by their keys. The order of the result is that of a merge; how matches are found is not
 * visible: rows are looked up by key, and a sort of the inputs that is there for the merge alone is put off to the result,
 * which mostly has fewer rows and columns. Rows with equal keys keep their order in a sort, so both give the same. A full
 * join puts the rows without a match in their place by key.
 */
import { concat, gather, nullVector, sortIndices } from '../../columnar/index.ts';
import type { Batch, SortKey, Vector } from '../../columnar/index.ts';
import type { SortMergeJoinExec } from '../../physical/index.ts';
import { isDeterministic } from '../../plan/index.ts';
import type { TaskContext } from '../../plan/index.ts';
import { gatherAll } from '../collect.ts';
import { compile, compileAll, evaluateAll } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';
import { SortOperator, sortBatch } from '../operators/sort.ts';
import { hashedRows, joinRows, matchBatch, probeKind } from './matcher.ts';
import type { Pairs } from './matcher.ts';
import { wholeMerge } from './whole-merge.ts';
import type { WholeMerge } from './whole-merge.ts';

export class SortMergeJoinOperator extends BaseOperator {
  private readonly leftKeys: readonly Evaluator[];
  private readonly rightKeys: readonly Evaluator[];
  private readonly condition: Evaluator | undefined;
  /** All partitions joined at once; null if they cannot be. */
  private whole: WholeMerge | null | undefined;

  constructor(
    override readonly node: SortMergeJoinExec,
    private readonly left: Operator,
    private readonly right: Operator,
    runtime: Runtime,
  ) {
    super(node, [left, right], runtime);
    this.leftKeys = compileAll(node.leftKeys, node.left.output, runtime);
    this.rightKeys = compileAll(node.rightKeys, node.right.output, runtime);
    this.condition = node.condition === undefined ? undefined : compile(node.condition, [...node.left.output, ...node.right.output], runtime);
  }

  override partitions(): number {
    return Math.max(this.left.partitions(), this.right.partitions());
  }

  /** The streamed side is the left one, of a right outer join the right one: its rows give the order. */
  protected *rows(partition: number): Iterable<Batch> {
    const { joinType } = this.node;
    if (this.whole === undefined) this.whole = this.mergedAtOnce() ?? null;
    if (this.whole !== null) {
      const out = this.whole.partition(partition);
      if (out !== undefined) yield* this.runtime.pieces(out);
      return;
    }
    if (joinType === 'full_outer') {
      yield* this.fullOuter(partition);
      return;
    }
    const probeSide = joinType === 'right_outer' ? 'right' : 'left';
    const [probeOp, buildOp] = probeSide === 'left' ? [this.left, this.right] : [this.right, this.left];
    const [probeKeys, buildKeys] = probeSide === 'left' ? [this.leftKeys, this.rightKeys] : [this.rightKeys, this.leftKeys];
    const task = this.runtime.task(partition);
    const buildBatch = gatherAll(this.unsorted(buildOp, partition), buildOp.node.output);
    const build = hashedRows(buildBatch, evaluateAll(buildKeys, buildBatch, task), probeKeys);
    const options = { kind: probeKind(joinType, probeSide), probeSide, condition: this.condition, matched: undefined } as const;
    if (!this.isPutOff(probeOp)) {
      for (const batch of probeOp.run(partition)) {
        const out = matchBatch(batch, build, options, task);
        if (out !== undefined) yield* this.runtime.pieces(out);
      }
      return;
    }
    const out = matchBatch(gatherAll(this.unsorted(probeOp, partition), probeOp.node.output), build, options, task);
    if (out !== undefined) yield* this.runtime.pieces(sortBatch(out, this.keysOf(out, probeSide, probeOp, probeKeys, task)));
  }

  private mergedAtOnce(): WholeMerge | undefined {
    const { left, right } = this;
    return this.isPutOff(left) && this.isPutOff(right) ? wholeMerge(this.node, left, right) : undefined;
  }

  /** Whether the input is a sort by the join's keys. A condition that draws random numbers sees rows in order. */
  private isPutOff(input: Operator): input is SortOperator {
    const { node, left } = this;
    if (node.condition !== undefined && !isDeterministic(node.condition)) return false;
    return input instanceof SortOperator && input.sortsBy(input === left ? node.leftKeys : node.rightKeys);
  }

  private unsorted(input: Operator, partition: number): Iterable<Batch> {
    return this.isPutOff(input) ? input.runUnsorted(partition) : input.run(partition);
  }

  /** The keys of the side that gives the order, in the rows of the result. */
  private keysOf(out: Batch, side: 'left' | 'right', input: Operator, keys: readonly Evaluator[], task: TaskContext): SortKey[] {
    const width = input.node.output.length;
    const columns = side === 'left' ? out.columns.slice(0, width) : out.columns.slice(out.columns.length - width);
    return evaluateAll(keys, { length: out.length, columns }, task).map((vector) => ({ vector, ascending: true, nullsFirst: true }));
  }

  private *fullOuter(partition: number): Iterable<Batch> {
    const task = this.runtime.task(partition);
    const left = gatherAll(this.unsorted(this.left, partition), this.left.node.output);
    const right = gatherAll(this.unsorted(this.right, partition), this.right.node.output);
    const rightKeys = evaluateAll(this.rightKeys, right, task);
    const matched = new Uint8Array(right.length);
    const table = hashedRows(right, rightKeys, this.leftKeys);
    let pairs: Pairs = table.pairs(left, task);
    if (this.condition !== undefined) pairs = this.satisfying(left, right, pairs, partition);
    for (let i = 0; i < pairs.buildRows.length; i++) matched[pairs.buildRows[i] as number] = 1;
    const all = withBothUnmatched(pairs, left.length, matched);
    const order = this.mergeOrder(evaluateAll(this.leftKeys, left, task), rightKeys, all);
    const pick = (rows: Int32Array): Int32Array => order.map((i) => rows[i] as number);
    const columns = [
      ...this.padded(left, this.left, pick(all.probeRows)),
      ...this.padded(right, this.right, pick(all.buildRows)),
    ];
    yield* this.runtime.pieces({ length: order.length, columns });
  }

  private padded(batch: Batch, source: Operator, rows: Int32Array): Vector[] {
    return source.node.output.map((a, i) => gather(batch.columns[i] ?? nullVector(a.type, 0), rows));
  }

  private satisfying(left: Batch, right: Batch, pairs: Pairs, partition: number): Pairs {
    const joined = joinRows(left, right, pairs, 'left');
    if (joined === undefined || this.condition === undefined) return pairs;
    const held = this.condition(joined, this.runtime.task(partition));
    const keep: number[] = [];
    for (let i = 0; i < joined.length; i++) {
      if (held.layout === 'bool' && held.data[i] === 1 && (held.validity === null || held.validity[i] === 1)) keep.push(i);
    }
    const rows = Int32Array.from(keep);
    return { probeRows: rows.map((i) => pairs.probeRows[i] as number), buildRows: rows.map((i) => pairs.buildRows[i] as number) };
  }

  /** Rows by key, a left row's before those of the right side alone. */
  private mergeOrder(leftKeys: readonly Vector[], rightKeys: readonly Vector[], all: Pairs): Int32Array {
    const n = all.probeRows.length;
    const keys = leftKeys.map((l, k): SortKey => {
      const r = rightKeys[k] as Vector;
      const both = concat(l.type, [l, r]);
      const rows = new Int32Array(n);
      for (let i = 0; i < n; i++) {
        const p = all.probeRows[i] as number;
        rows[i] = p >= 0 ? p : l.length + (all.buildRows[i] as number);
      }
      return { vector: gather(both, rows), ascending: true, nullsFirst: true };
    });
    return sortIndices(keys, n);
  }
}

/** All pairs, then (row, -1) for left rows without a match in their place, then (-1, row) for right ones. */
function withBothUnmatched(pairs: Pairs, leftRows: number, matched: Uint8Array): Pairs {
  const probeRows: number[] = [];
  const buildRows: number[] = [];
  let at = 0;
  for (let i = 0; i < leftRows; i++) {
    if (pairs.probeRows[at] !== i) {
      probeRows.push(i);
      buildRows.push(-1);
    }
    while (pairs.probeRows[at] === i) {
      probeRows.push(i);
      buildRows.push(pairs.buildRows[at++] as number);
    }
  }
  for (let j = 0; j < matched.length; j++) {
    if (matched[j] === 1) continue;
    probeRows.push(-1);
    buildRows.push(j);
  }
  return { probeRows: Int32Array.from(probeRows), buildRows: Int32Array.from(buildRows) };
}
