/** Joins without equal keys: every pair of rows is looked at. */
import { nullVector } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';
import type { BroadcastNestedLoopJoinExec, CartesianProductExec } from '../../physical/index.ts';
import { sliceBatch } from '../../columnar/index.ts';
import { gatherAll } from '../collect.ts';
import { compile } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';
import { keepsBuildRows, matchBatch, probeKind, unmatchedBuildRows } from './matcher.ts';
import type { BuildSideRows, MatchOptions, Pairs } from './matcher.ts';

/** Pairs held in memory at a time. */
const MAX_PAIRS_COUNT = 1 << 20;

/** Every build row for every probe row. */
function allPairs(build: Batch): BuildSideRows {
  return {
    batch: build,
    unique: false,
    pairs: (probe): Pairs => {
      const m = build.length;
      const probeRows = new Int32Array(probe.length * m);
      const buildRows = new Int32Array(probe.length * m);
      for (let i = 0, k = 0; i < probe.length; i++) {
        for (let j = 0; j < m; j++) {
          probeRows[k] = i;
          buildRows[k++] = j;
        }
      }
      return { probeRows, buildRows };
    },
  };
}

/** Probe batches small enough that their pairs fit. */
function* chunks(batch: Batch, buildLength: number): Iterable<Batch> {
  const rows = Math.max(1, Math.floor(MAX_PAIRS_COUNT / Math.max(1, buildLength)));
  for (let start = 0; start < batch.length; start += rows) yield sliceBatch(batch, start, Math.min(batch.length, start + rows));
}

export class NestedLoopJoinOperator extends BaseOperator {
  private readonly probeSide: 'left' | 'right';
  private readonly probe: Operator;
  private readonly build: Operator;
  private readonly condition: Evaluator | undefined;
  private readonly keepsBuild: boolean;
  private broadcast: Batch | undefined;
  /** Results of all partitions, where build rows without any match are wanted at the end. */
  private complete: readonly (readonly Batch[])[] | undefined;

  constructor(
    override readonly node: BroadcastNestedLoopJoinExec,
    left: Operator,
    right: Operator,
    runtime: Runtime,
  ) {
    super(node, [left, right], runtime);
    this.probeSide = node.buildSide === 'left' ? 'right' : 'left';
    this.probe = this.probeSide === 'left' ? left : right;
    this.build = this.probeSide === 'left' ? right : left;
    this.condition = node.condition === undefined ? undefined : compile(node.condition, [...node.left.output, ...node.right.output], runtime);
    this.keepsBuild = keepsBuildRows(node.joinType, node.buildSide);
  }

  /** Build rows without a match make a partition of their own. */
  override partitions(): number {
    return this.probe.partitions() + (this.keepsBuild ? 1 : 0);
  }

  protected *rows(partition: number): Iterable<Batch> {
    if (!this.keepsBuild) {
      yield* this.join(partition, undefined);
      return;
    }
    this.complete ??= this.joinAll();
    yield* this.complete[partition] ?? [];
  }

  /** A broadcast of this plan, or one that another join uses too. */
  private buildBatch(): Batch {
    this.broadcast ??= gatherAll(this.build.run(0), this.build.node.output);
    return this.broadcast;
  }

  private *join(partition: number, matched: Uint8Array | undefined): Iterable<Batch> {
    const build = this.buildBatch();
    const kind = probeKind(this.node.joinType, this.probeSide);
    const options: MatchOptions = { kind, probeSide: this.probeSide, condition: this.condition, matched };
    const task = this.runtime.task(partition);
    const pairs = allPairs(build);
    for (const batch of this.probe.run(partition)) {
      for (const chunk of chunks(batch, build.length)) {
        const out = matchBatch(chunk, pairs, options, task);
        if (out !== undefined) yield* this.runtime.pieces(out);
      }
    }
  }

  private joinAll(): readonly (readonly Batch[])[] {
    const build = this.buildBatch();
    const matched = new Uint8Array(build.length);
    const parts: Batch[][] = [];
    for (let p = 0; p < this.probe.partitions(); p++) parts.push([...this.join(p, matched)]);
    const nulls = (n: number): Vector[] => this.probe.node.output.map((a) => nullVector(a.type, n));
    const rest = unmatchedBuildRows(build, matched, nulls, this.probeSide);
    parts.push(rest === undefined ? [] : [...this.runtime.pieces(rest)]);
    return parts;
  }
}

/** Each partition of the left with each of the right. */
export class CartesianProductOperator extends BaseOperator {
  private readonly condition: Evaluator | undefined;
  constructor(
    override readonly node: CartesianProductExec,
    private readonly left: Operator,
    private readonly right: Operator,
    runtime: Runtime,
  ) {
    super(node, [left, right], runtime);
    this.condition = node.condition === undefined ? undefined : compile(node.condition, [...node.left.output, ...node.right.output], runtime);
  }
  override partitions(): number {
    return this.left.partitions() * this.right.partitions();
  }
  protected *rows(partition: number): Iterable<Batch> {
    const n = this.right.partitions();
    const build = gatherAll(this.right.run(partition % n), this.right.node.output);
    const options: MatchOptions = { kind: 'inner', probeSide: 'left', condition: this.condition, matched: undefined };
    const task = this.runtime.task(partition);
    const pairs = allPairs(build);
    for (const batch of this.left.run(Math.floor(partition / n))) {
      for (const chunk of chunks(batch, build.length)) {
        const out = matchBatch(chunk, pairs, options, task);
        if (out !== undefined) yield* this.runtime.pieces(out);
      }
    }
  }
}
