/**
 * The order of groups that were found in all rows of a shuffle at once. Found partition by partition they come by the
 * reader's partition, then by the map task in which they first appear, by shuffle partition and by row; found at once they
 * are numbered by map task and row.
 */
import { giveBack, takeInt32 } from '../../columnar/index.ts';
import type { ShuffledRows } from '../exchange/shuffle.ts';

/** Groups in order; those of the reader's partition p are at [starts[p], starts[p + 1]). */
export interface GroupOrder {
  readonly groups: Int32Array;
  readonly starts: Int32Array;
}

export class GroupPlaces {
  /** Of each group met so far. */
  private readonly bucketOf: Int32Array;
  /** By shuffle partition, for rows of the map task at hand. */
  private readonly buckets: Int32Array;
  /** The first bucket of each of the reader's partitions, and their number. */
  private readonly firstBuckets: Int32Array;
  private met = 0;
  private row = 0;
  private task = -1;
  private taskEnd = 0;

  constructor(private readonly rows: ShuffledRows) {
    const { specs, taskRows, partitions, length } = rows;
    this.bucketOf = takeInt32(length);
    this.buckets = new Int32Array(partitions);
    this.firstBuckets = new Int32Array(specs.length + 1);
    specs.forEach((s, p) => (this.firstBuckets[p + 1] = (this.firstBuckets[p] as number) + (s.end - s.start) * taskRows.length));
  }

  /** Takes in the groups of the next n rows. */
  add(groups: Int32Array, n: number): void {
    for (let at = 0; at < n; ) {
      while (this.row === this.taskEnd) this.nextTask();
      const end = Math.min(n, at + this.taskEnd - this.row);
      this.addOfTask(groups, at, end);
      this.row += end - at;
      at = end;
    }
  }

  private nextTask(): void {
    const { specs, taskRows } = this.rows;
    this.task += 1;
    this.taskEnd += taskRows[this.task] as number;
    specs.forEach((s, p) => {
      const first = (this.firstBuckets[p] as number) + this.task * (s.end - s.start);
      for (let q = s.start; q < s.end; q++) this.buckets[q] = first + q - s.start;
    });
  }

  private addOfTask(groups: Int32Array, start: number, end: number): void {
    const { bucketOf, buckets } = this;
    const { ids } = this.rows;
    const shift = this.row - start;
    let { met } = this;
    for (let i = start; i < end; i++) {
      if (groups[i] === met) bucketOf[met++] = buckets[ids[i + shift] as number] as number;
    }
    this.met = met;
  }

  /** Ends the work. */
  order(): GroupOrder {
    const { bucketOf, firstBuckets, met } = this;
    const next = new Int32Array((firstBuckets[firstBuckets.length - 1] as number) + 1);
    for (let g = 0; g < met; g++) {
      const b = (bucketOf[g] as number) + 1;
      next[b] = (next[b] as number) + 1;
    }
    for (let b = 1; b < next.length; b++) next[b] = (next[b] as number) + (next[b - 1] as number);
    const starts = firstBuckets.map((b) => next[b] as number);
    const groups = new Int32Array(met);
    for (let g = 0; g < met; g++) {
      const b = bucketOf[g] as number;
      const at = next[b] as number;
      groups[at] = g;
      next[b] = at + 1;
    }
    giveBack(bucketOf);
    return { groups, starts };
  }
}
