/** Joins by a hash table of one side: broadcast, or of a partition shuffled like the other side. */
import { pickBatch, nullVector } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';
import type { BroadcastHashJoinExec, ShuffledHashJoinExec } from '../../physical/index.ts';
import { BroadcastOperator } from '../exchange/broadcast.ts';
import { gatherAll } from '../collect.ts';
import { compile, compileAll, evaluateAll } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';
import { hashedRows, keepsBuildRows, matchBatch, probeKind, unmatchedBuildRows } from './matcher.ts';
import type { BuildSideRows } from './matcher.ts';

export class HashJoinOperator extends BaseOperator {
  private readonly probeSide: 'left' | 'right';
  private readonly probe: Operator;
  private readonly build: Operator;
  private readonly probeKeys: readonly Evaluator[];
  private readonly buildKeys: readonly Evaluator[];
  private readonly condition: Evaluator | undefined;
  private shared: BuildSideRows | undefined;

  constructor(
    override readonly node: BroadcastHashJoinExec | ShuffledHashJoinExec,
    left: Operator,
    right: Operator,
    runtime: Runtime,
  ) {
    super(node, [left, right], runtime);
    this.probeSide = node.buildSide === 'left' ? 'right' : 'left';
    this.probe = this.probeSide === 'left' ? left : right;
    this.build = this.probeSide === 'left' ? right : left;
    const leftKeys = compileAll(node.leftKeys, node.left.output, runtime);
    const rightKeys = compileAll(node.rightKeys, node.right.output, runtime);
    this.probeKeys = this.probeSide === 'left' ? leftKeys : rightKeys;
    this.buildKeys = this.probeSide === 'left' ? rightKeys : leftKeys;
    this.condition = node.condition === undefined ? undefined : compile(node.condition, [...node.left.output, ...node.right.output], runtime);
  }

  override partitions(): number {
    return this.probe.partitions();
  }

  /** A broadcast table is made once for all partitions. */
  private buildRows(partition: number): BuildSideRows {
    if (this.shared !== undefined) return this.shared;
    const broadcast = this.node.op === 'BroadcastHashJoin';
    const source = broadcast && this.build instanceof BroadcastOperator ? this.build.value() : gatherAll(this.build.run(partition), this.build.node.output);
    const rows = hashedRows(source, evaluateAll(this.buildKeys, source, this.runtime.task(partition)), this.probeKeys);
    if (broadcast) this.shared = rows;
    return rows;
  }

  protected *rows(partition: number): Iterable<Batch> {
    const { joinType } = this.node;
    const build = this.buildRows(partition);
    const task = this.runtime.task(partition);
    if (this.node.op === 'BroadcastHashJoin' && this.node.nullAware) {
      yield* this.nullAwareAnti(partition, build);
      return;
    }
    const keepsBuild = keepsBuildRows(joinType, this.node.buildSide);
    const matched = keepsBuild ? new Uint8Array(build.batch.length) : undefined;
    const options = { kind: probeKind(joinType, this.probeSide), probeSide: this.probeSide, condition: this.condition, matched };
    for (const batch of this.probe.run(partition)) {
      const out = matchBatch(batch, build, options, task);
      if (out !== undefined) yield* this.runtime.pieces(out);
    }
    if (matched === undefined) return;
    const nulls = (n: number): Vector[] => this.probe.node.output.map((a) => nullVector(a.type, n));
    const rest = unmatchedBuildRows(build.batch, matched, nulls, this.probeSide);
    if (rest !== undefined) yield* this.runtime.pieces(rest);
  }

  /** NOT IN: nothing passes if the list has a null; a null passes only an empty list. */
  private *nullAwareAnti(partition: number, build: BuildSideRows): Iterable<Batch> {
    if (build.batch.length === 0) {
      yield* this.probe.run(partition);
      return;
    }
    const task = this.runtime.task(partition);
    const [key] = evaluateAll(this.buildKeys, build.batch, task);
    if (key?.validity?.includes(0)) return;
    const options = { kind: 'anti', probeSide: 'left', condition: undefined, matched: undefined } as const;
    for (const batch of this.probe.run(partition)) {
      const [probeKey] = evaluateAll(this.probeKeys, batch, task);
      const known = (probeKey as Vector).validity;
      const out = matchBatch(known === null ? batch : onlyValid(batch, known), build, options, task);
      if (out !== undefined) yield* this.runtime.pieces(out);
    }
  }
}

function onlyValid(batch: Batch, mask: Uint8Array): Batch {
  const rows: number[] = [];
  for (let i = 0; i < batch.length; i++) if (mask[i] !== 0) rows.push(i);
  return rows.length === batch.length ? batch : pickBatch(batch, Int32Array.from(rows));
}
