/** Keys that are structs: the codes of the fields, joined two at a time. */
import { InternalError } from '../core/index.ts';
import type { StructType } from '../types/index.ts';
import { BaseEncoder } from './base-encoder.ts';
import type { KeyEncoder } from './base-encoder.ts';
import { PairKeyTable } from './key-table.ts';
import type { Validity, Vector } from './vector.ts';

export class StructEncoder extends BaseEncoder {
  private readonly fields: readonly KeyEncoder[];
  /** Table 0 takes the codes of the first field alone, table i joins the codes so far with those of field i. */
  private readonly tables: readonly PairKeyTable[];

  constructor(type: StructType, encoderOf: (type: StructType['fields'][number]['type']) => KeyEncoder) {
    super();
    this.fields = type.fields.map((f) => encoderOf(f.type));
    this.tables = type.fields.map(() => new PairKeyTable());
  }

  protected get innerSize(): number {
    return (this.tables[this.tables.length - 1] as PairKeyTable).size;
  }

  protected inner(v: Vector, mask: Validity, out: Int32Array, n: number, add: boolean): void {
    if (v.layout !== 'struct') throw new InternalError(`a struct key came as ${v.layout}`);
    const joined = new Int32Array(n);
    this.fields.forEach((field, i) => {
      const child = v.children[i] as Vector;
      const codes = add ? field.assign(child, n) : field.find(child, n);
      const target = i === this.fields.length - 1 ? out : joined;
      const table = this.tables[i] as PairKeyTable;
      if (add) table.assign(codes, joined, 1, mask, target, n);
      else table.find(codes, joined, 1, mask, target, n);
    });
  }
}
