/**
 * Groups rows by key columns, batch after batch: equal keys get one dense id, numbered in order of first appearance.
 * Null is a key like any other, NaN equals NaN, -0.0 equals 0.0 (and becomes 0.0 in the keys given back).
 */
import type { DataType } from '../types/index.ts';
import { concat } from './concat.ts';
import { gather } from './gather.ts';
import { createKeyEncoder } from './key-encoder.ts';
import type { KeyEncoder } from './base-encoder.ts';
import { PairCodes } from './pair-codes.ts';
import { giveBack } from './scratch.ts';
import { nullVector } from './constant.ts';
import type { Vector } from './vector.ts';

export class GroupTable {
  private readonly encoders: readonly KeyEncoder[];
  /** Table i joins the ids of columns 0 … i with the codes of column i + 1. */
  private readonly pairs: readonly PairCodes[];
  private readonly keyParts: Vector[][];
  private readonly keepKeys: boolean;
  private emptyKeySize = 0;

  /** `keepKeys`: the groups' keys will be asked for. */
  constructor(
    private readonly types: readonly DataType[],
    keepKeys = true,
  ) {
    this.encoders = types.map(createKeyEncoder);
    this.keepKeys = keepKeys && this.knownKeys === undefined;
    this.pairs = types.slice(1).map(() => new PairCodes());
    this.keyParts = types.map(() => []);
  }

  /** Number of groups so far. Without key columns all rows are one group, which exists from the first row on. */
  get size(): number {
    if (this.types.length === 0) return this.emptyKeySize;
    const last = this.pairs[this.pairs.length - 1];
    return last === undefined ? (this.encoders[0] as KeyEncoder).size : last.size;
  }

  /** The group of each row; new keys make new groups. The array is the caller's, who may give it back. */
  assign(keys: readonly Vector[], n: number): Int32Array {
    if (this.types.length === 0) {
      if (n > 0) this.emptyKeySize = 1;
      return new Int32Array(n);
    }
    const before = this.size;
    const ids = (this.encoders[0] as KeyEncoder).assign(keys[0] as Vector, n);
    let { size } = this.encoders[0] as KeyEncoder;
    for (let k = 1; k < keys.length; k++) {
      const encoder = this.encoders[k] as KeyEncoder;
      const codes = encoder.assign(keys[k] as Vector, n);
      const pairs = this.pairs[k - 1] as PairCodes;
      pairs.assign(ids, size, codes, encoder.size, null, ids, n);
      size = pairs.size;
      giveBack(codes);
    }
    if (this.keepKeys) this.keepNewKeys(keys, ids, before, n);
    return ids;
  }

  /** The group of each row, -1 for keys that `assign` has not seen. */
  find(keys: readonly Vector[], n: number): Int32Array {
    if (this.types.length === 0) return new Int32Array(n).fill(this.emptyKeySize - 1);
    const ids = (this.encoders[0] as KeyEncoder).find(keys[0] as Vector, n);
    for (let k = 1; k < keys.length; k++) {
      const codes = (this.encoders[k] as KeyEncoder).find(keys[k] as Vector, n);
      (this.pairs[k - 1] as PairCodes).find(ids, codes, null, ids, n);
      giveBack(codes);
    }
    return ids;
  }

  /** A single encoder that has the groups' keys by itself. */
  private get knownKeys(): KeyEncoder | undefined {
    const [first] = this.encoders;
    return this.encoders.length === 1 && first?.keys !== undefined ? first : undefined;
  }

  /** The key columns: row g is the key of group g. */
  keys(): Vector[] {
    const known = this.knownKeys?.keys?.();
    if (known !== undefined) return [known];
    return this.types.map((type, k) => {
      const parts = this.keyParts[k] as Vector[];
      if (parts.length === 0) return nullVector(type, 0);
      const whole = concat(type, parts);
      this.keyParts[k] = [whole];
      return whole;
    });
  }

  private keepNewKeys(keys: readonly Vector[], ids: Int32Array, before: number, n: number): void {
    const added = this.size - before;
    if (added === 0) return;
    const firstRows = new Int32Array(added);
    for (let i = 0, next = before; i < n && next < before + added; i++) {
      if (ids[i] === next) firstRows[next++ - before] = i;
    }
    for (let k = 0; k < keys.length; k++) {
      (this.keyParts[k] as Vector[]).push(normalizeZeros(gather(keys[k] as Vector, firstRows)));
    }
  }
}

/** -0.0 becomes 0.0, also inside nested values. */
export function normalizeZeros(v: Vector): Vector {
  switch (v.layout) {
    case 'double': {
      const { data, length } = v;
      const out = new Float64Array(length);
      for (let i = 0; i < length; i++) out[i] = (data[i] as number) + 0;
      return { ...v, data: out };
    }
    case 'array':
      return { ...v, child: normalizeZeros(v.child) };
    case 'map':
      return { ...v, keys: normalizeZeros(v.keys), values: normalizeZeros(v.values) };
    case 'struct':
      return { ...v, children: v.children.map(normalizeZeros) };
    default:
      return v;
  }
}
