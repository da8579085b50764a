/** Partitions and peers of rows sorted by partition and order keys, as positions for each row. */
import type { Vector } from '../../columnar/index.ts';
import { groupStarts } from '../adjacent.ts';

/** Runs of neighbouring rows. The positions for each row are worked out when they are asked for. */
export class Runs {
  /** Where each run starts, and the number of rows. */
  readonly bounds: Int32Array;
  private starts: Int32Array | undefined;
  private ends: Int32Array | undefined;

  /** `flags`: 1 at the first row of each run. */
  constructor(
    private readonly flags: Uint8Array,
    private readonly n: number,
  ) {
    let count = 0;
    for (let i = 0; i < n; i++) count += flags[i] as number;
    const bounds = new Int32Array(count + 1);
    for (let i = 0, k = 0; i < n; i++) if (flags[i] === 1) bounds[k++] = i;
    bounds[count] = n;
    this.bounds = bounds;
  }

  /** For each row, where its run starts. */
  get start(): Int32Array {
    if (this.starts === undefined) {
      const { flags, n } = this;
      const start = new Int32Array(n);
      for (let i = 0, at = 0; i < n; i++) {
        if (flags[i] === 1) at = i;
        start[i] = at;
      }
      this.starts = start;
    }
    return this.starts;
  }

  /** For each row, where its run ends (exclusive). */
  get end(): Int32Array {
    if (this.ends === undefined) {
      const { flags, n } = this;
      const end = new Int32Array(n);
      for (let i = n - 1, at = n; i >= 0; i--) {
        end[i] = at;
        if (flags[i] === 1) at = i;
      }
      this.ends = end;
    }
    return this.ends;
  }
}

export class SortedRows {
  readonly partition: Runs;
  private readonly flags: Uint8Array;
  private peerRuns: Runs | undefined;

  constructor(
    partitionKeys: readonly Vector[],
    private readonly orderKeys: readonly Vector[],
    readonly n: number,
  ) {
    this.flags = groupStarts(partitionKeys, null, n);
    this.partition = new Runs(this.flags, n);
  }

  /** Rows of a partition with equal order keys; the whole partition if there are none. */
  get peers(): Runs {
    if (this.peerRuns === undefined) {
      const { orderKeys, flags, n } = this;
      if (orderKeys.length === 0) this.peerRuns = this.partition;
      else {
        const peerFlags = groupStarts(orderKeys, null, n);
        for (let i = 0; i < n; i++) if (flags[i] === 1) peerFlags[i] = 1;
        this.peerRuns = new Runs(peerFlags, n);
      }
    }
    return this.peerRuns;
  }
}
