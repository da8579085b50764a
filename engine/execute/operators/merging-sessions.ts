import { gather, valueAt, vectorOf } from '../../columnar/index.ts';
import type { Batch, StructVector, Vector } from '../../columnar/index.ts';
import type { MergingSessionsExec } from '../../physical/index.ts';
import { groupStarts } from '../adjacent.ts';
import { gatherAll } from '../collect.ts';
import { columnIndexes } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';

/** Rows sorted by key and session: each row's session becomes the one that it and those that touch it make up. */
export class MergingSessionsOperator extends BaseOperator {
  private readonly keys: readonly number[];
  private readonly session: number;
  constructor(
    override readonly node: MergingSessionsExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
    this.keys = columnIndexes(node.keys, node.child.output);
    this.session = columnIndexes([node.session], node.child.output)[0] as number;
  }

  protected *rows(partition: number): Iterable<Batch> {
    const batch = gatherAll(this.input.run(partition), this.node.output);
    if (batch.length === 0) return;
    const column = batch.columns[this.session] as StructVector;
    const newKey = groupStarts(this.keys.map((k) => batch.columns[k] as Vector), null, batch.length);
    const columns = batch.columns.slice();
    columns[this.session] = merged(column, newKey);
    yield* this.runtime.pieces({ length: batch.length, columns });
  }
}

/** Sessions of which each begins no later than the one before ends, made one. */
function merged(session: StructVector, newKey: Uint8Array): Vector {
  const [start, end] = session.children as readonly [Vector, Vector];
  const n = session.length;
  const first = new Int32Array(n);
  const ends: bigint[] = [];
  const group = new Int32Array(n);
  let last = 0n;
  for (let i = 0; i < n; i++) {
    const [from, to] = [valueAt(start, i) as bigint, valueAt(end, i) as bigint];
    if (i === 0 || newKey[i] === 1 || from > last) {
      ends.push(to);
      last = to;
      first[i] = i;
    } else {
      first[i] = first[i - 1] as number;
      if (to > last) {
        ends[ends.length - 1] = to;
        last = to;
      }
    }
    group[i] = ends.length - 1;
  }
  return { ...session, children: [gather(start, first), gather(vectorOf(end.type, ends), group)] };
}
