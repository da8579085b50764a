/** Keys that are structs: the codes of the fields, joined two at a time. */
import { InternalError } from '../core/index.ts';
import type { StructType } from '../types/index.ts';
import { BaseEncoder } from './base-encoder.ts';
import type { KeyEncoder } from './base-encoder.ts';
import { PairCodes } from './pair-codes.ts';
import { giveBack } from './scratch.ts';
import type { Validity, Vector } from './vector.ts';

export class StructEncoder extends BaseEncoder {
  private readonly fields: readonly KeyEncoder[];
  /** Table i joins the codes so far with those of field i + 1; that of a lone field numbers its codes anew. */
  private readonly tables: readonly PairCodes[];

  constructor(type: StructType, encoderOf: (type: StructType['fields'][number]['type']) => KeyEncoder) {
    super();
    this.fields = type.fields.map((f) => encoderOf(f.type));
    this.tables = Array.from({ length: Math.max(1, type.fields.length - 1) }, () => new PairCodes());
  }

  protected get innerSize(): number {
    return (this.tables[this.tables.length - 1] as PairCodes).size;
  }

  protected inner(v: Vector, mask: Validity, out: Int32Array, n: number, add: boolean): void {
    if (v.layout !== 'struct') throw new InternalError(`a struct key came as ${v.layout}`);
    const codesOf = (i: number): Int32Array => {
      const field = this.fields[i] as KeyEncoder;
      const child = v.children[i] as Vector;
      return add ? field.assign(child, n) : field.find(child, n);
    };
    let joined = codesOf(0);
    let { size } = this.fields[0] as KeyEncoder;
    this.tables.forEach((table, i) => {
      const lone = this.fields.length === 1;
      const codes = lone ? new Int32Array(n) : codesOf(i + 1);
      const target = i === this.tables.length - 1 ? out : joined;
      if (add) table.assign(joined, size, codes, lone ? 1 : (this.fields[i + 1] as KeyEncoder).size, mask, target, n);
      else table.find(joined, codes, mask, target, n);
      ({ size } = table);
      giveBack(codes);
      if (target === out) giveBack(joined);
      else joined = target;
    });
  }
}
