/** Keeps one row of some columns for each group: which one, `first`, `last`, `max_by` and their kin decide. */
import { concat, gather } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import type { DataType } from '../../types/index.ts';
import { roomFor } from './slots.ts';

/** Rows kept before the pile is cut down to those in use. */
const MIN_PILE_ROWS = 4096;

export class PickedRows {
  private at = new Int32Array(0);
  private count = 0;
  private parts: Vector[][] = [];
  private piled = 0;

  constructor(private readonly types: readonly DataType[]) {}

  grow(count: number): void {
    this.at = roomFor(this.at, count);
    this.at.fill(-1, this.count, count);
    this.count = count;
  }

  has(group: number): boolean {
    return (this.at[group] as number) >= 0;
  }

  /** Row `picked[g]` of the columns becomes that of group g; -1 leaves the group's row. `picked` has one entry a group. */
  put(columns: readonly Vector[], picked: Int32Array): void {
    const { at, count } = this;
    let added = 0;
    for (let g = 0; g < count; g++) if ((picked[g] as number) >= 0) added++;
    if (added === 0) return;
    const rows = new Int32Array(added);
    for (let g = 0, k = 0; g < count; g++) {
      if ((picked[g] as number) < 0) continue;
      rows[k] = picked[g] as number;
      at[g] = this.piled + k++;
    }
    this.parts.push(columns.map((c) => gather(c, rows)));
    this.piled += added;
    if (this.piled > MIN_PILE_ROWS && this.piled > 4 * count) this.compact();
  }

  /** The kept rows, one a group; null for groups without one. */
  columns(): readonly Vector[] {
    const at = this.at.subarray(0, this.count);
    return this.types.map((type, c) => gather(concat(type, this.parts.map((p) => p[c] as Vector)), at));
  }

  /** 1 for groups that have a row. */
  present(): Uint8Array {
    return Uint8Array.from(this.at.subarray(0, this.count), (a) => (a >= 0 ? 1 : 0));
  }

  private compact(): void {
    const kept = Int32Array.from(this.at.subarray(0, this.count).filter((a) => a >= 0));
    this.parts = [this.types.map((type, c) => gather(concat(type, this.parts.map((p) => p[c] as Vector)), kept))];
    for (let g = 0, k = 0; g < this.count; g++) if ((this.at[g] as number) >= 0) this.at[g] = k++;
    this.piled = kept.length;
  }
}
