/** Columns that the scanner fills, one for each field of the schema. */
import type { Validity, Vector } from '../../columnar/index.ts';
import type { DataType, StructField, Value } from '../../types/index.ts';
import { Interner } from './interner.ts';

export type FieldKind = 'string' | 'integer' | 'long' | 'double' | 'boolean' | 'text';

/** How a type is scanned; `text`: a string that the field's converter turns into days or microseconds. */
export function fieldKind(type: DataType): FieldKind | undefined {
  switch (type.kind) {
    case 'string':
    case 'integer':
    case 'long':
    case 'double':
    case 'boolean':
      return type.kind;
    case 'date':
    case 'timestamp':
    case 'timestamp_ntz':
      return 'text';
    default:
      return undefined;
  }
}

export class FieldColumn {
  readonly kind: FieldKind;
  readonly name: string;
  readonly present: Uint8Array;
  readonly strings: Interner | null;
  readonly numbers: Float64Array;
  /** Longs beyond the safe integers, by row: rare, and then the column widens. */
  private readonly wide = new Map<number, bigint>();

  constructor(
    private readonly field: StructField,
    rows: number,
  ) {
    this.kind = fieldKind(field.type) as FieldKind;
    this.name = field.name;
    this.present = new Uint8Array(rows);
    this.strings = this.kind === 'string' ? new Interner(rows) : null;
    this.numbers = new Float64Array(this.kind === 'string' ? 0 : rows);
  }

  /** Stores a value that the general parser made. */
  put(row: number, value: Value): void {
    this.present[row] = value === null ? 0 : 1;
    if (value === null) return;
    if (this.strings !== null) this.strings.putText(row, value as string);
    else if (typeof value === 'bigint') {
      this.numbers[row] = Number(value);
      if (!Number.isSafeInteger(Number(value))) this.wide.set(row, value);
    } else this.numbers[row] = typeof value === 'boolean' ? (value ? 1 : 0) : (value as number);
  }

  vector(n: number): Vector {
    const { numbers } = this;
    const validity: Validity = this.present.includes(0) ? this.present : null;
    if (this.strings !== null) return this.strings.vector(n, validity);
    const base = { type: this.field.type, length: n, validity };
    switch (this.field.type.kind) {
      case 'boolean':
        return { ...base, layout: 'bool', data: Uint8Array.from(numbers) } as Vector;
      case 'double':
        return { ...base, layout: 'double', data: numbers } as Vector;
      case 'integer':
      case 'date':
        return { ...base, layout: 'int', data: Int32Array.from(numbers) } as Vector;
      default:
        return { ...base, layout: 'long', data: this.wide.size === 0 ? numbers : this.widened(n) } as Vector;
    }
  }

  private widened(n: number): BigInt64Array {
    const out = new BigInt64Array(n);
    for (let i = 0; i < n; i++) if (this.present[i] === 1) out[i] = this.wide.get(i) ?? BigInt(this.numbers[i] as number);
    return out;
  }
}
