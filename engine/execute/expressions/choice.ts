/** A column put together from pieces: each row's value comes from one of several vectors, or is null. */
import { concat, gather, withType } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import type { DataType } from '../../types/index.ts';

/**
 * How a piece's rows lie: `packed`: row k is for rows[k]; `aligned`: it has all rows of the batch; `constant`: one row
 * for all.
 */
export type PieceLayout = 'packed' | 'aligned' | 'constant';

interface Piece {
  readonly vector: Vector;
  readonly rows: Int32Array;
  readonly layout: PieceLayout;
}

export class Choice {
  private readonly pieces: Piece[] = [];

  constructor(
    private readonly type: DataType,
    private readonly length: number,
  ) {}

  /** Rows are given to at most one piece. */
  add(vector: Vector, rows: Int32Array, layout: PieceLayout): void {
    if (rows.length > 0) this.pieces.push({ vector, rows, layout });
  }

  finish(): Vector {
    const [first] = this.pieces;
    if (first !== undefined && first.rows.length === this.length && first.layout !== 'constant') return withType(first.vector, this.type);
    return this.scatterNumbers() ?? this.gatherPieces();
  }

  private gatherPieces(): Vector {
    const indices = new Int32Array(this.length).fill(-1);
    let base = 0;
    for (const { vector, rows, layout } of this.pieces) {
      const n = rows.length;
      if (layout === 'packed') for (let k = 0; k < n; k++) indices[rows[k] as number] = base + k;
      else if (layout === 'aligned') for (let k = 0; k < n; k++) indices[rows[k] as number] = base + (rows[k] as number);
      else for (let k = 0; k < n; k++) indices[rows[k] as number] = base;
      base += vector.length;
    }
    const whole = concat(this.type, this.pieces.map((p) => withType(p.vector, this.type)));
    return gather(whole, indices);
  }

  /** Numbers without 64-bit integers are written straight to their place. */
  private scatterNumbers(): Vector | undefined {
    const [first] = this.pieces;
    if (first === undefined) return undefined;
    const { layout } = first.vector;
    if (layout !== 'double' && layout !== 'int' && layout !== 'long') return undefined;
    const data = layout === 'int' ? new Int32Array(this.length) : new Float64Array(this.length);
    const valid = new Uint8Array(this.length);
    let count = 0;
    for (const piece of this.pieces) {
      const { vector } = piece;
      if (vector.layout !== layout || vector.data instanceof BigInt64Array) return undefined;
      count += scatter(data, valid, vector.data as Float64Array, vector.validity, piece);
    }
    const validity = count === this.length ? null : valid;
    return { layout, type: this.type as never, length: this.length, validity, data: data as never };
  }
}

/** Number of rows that got a value. */
function scatter(out: Int32Array | Float64Array, valid: Uint8Array, data: Int32Array | Float64Array, mask: Uint8Array | null, piece: Piece): number {
  const { rows, layout } = piece;
  const n = rows.length;
  let count = 0;
  for (let k = 0; k < n; k++) {
    const row = rows[k] as number;
    const from = layout === 'packed' ? k : layout === 'aligned' ? row : 0;
    if (mask !== null && mask[from] === 0) continue;
    out[row] = data[from] as number;
    valid[row] = 1;
    count++;
  }
  return count;
}

/** The numbers 0 … n-1. */
export function allRows(n: number): Int32Array {
  const out = new Int32Array(n);
  for (let i = 0; i < n; i++) out[i] = i;
  return out;
}
