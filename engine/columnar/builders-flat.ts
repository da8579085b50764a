/** Builders of flat vectors: one value a row, no children. */
import { InternalError } from '../core/index.ts';
import type { DataType, Decimal, Value } from '../types/index.ts';
import type { Validity, Vector, VectorBuilder } from './vector.ts';

export const MIN_CAPACITY_ROWS = 16;

/** Grows a typed array to hold `needed` elements. */
export function grown<T extends Int32Array | Float64Array | Uint8Array | BigInt64Array>(array: T, needed: number): T {
  let capacity = Math.max(array.length, MIN_CAPACITY_ROWS);
  while (capacity < needed) capacity *= 2;
  const larger = new (array.constructor as new (n: number) => T)(capacity);
  larger.set(array as never);
  return larger;
}

/** The mask of nulls, made only when the first null comes. */
class ValidityBuilder {
  private mask: Uint8Array | null = null;

  set(row: number, valid: boolean): void {
    if (this.mask === null) {
      if (valid) return;
      this.mask = new Uint8Array(Math.max(MIN_CAPACITY_ROWS, row + 1)).fill(1);
    }
    if (row >= this.mask.length) {
      const from = this.mask.length;
      this.mask = grown(this.mask, row + 1);
      this.mask.fill(1, from);
    }
    this.mask[row] = valid ? 1 : 0;
  }

  finish(length: number): Validity {
    if (this.mask === null) return null;
    if (this.mask.length >= length) return this.mask.subarray(0, length);
    return grown(this.mask, length).fill(1, this.mask.length).subarray(0, length);
  }
}

export abstract class BaseBuilder implements VectorBuilder {
  protected length = 0;
  private readonly validity = new ValidityBuilder();

  append(value: Value): void {
    const row = this.length++;
    this.validity.set(row, value !== null);
    this.put(row, value);
  }

  protected mask(): Validity {
    return this.validity.finish(this.length);
  }
  /** Stores the value of a row; at null, whatever keeps the arrays aligned. */
  protected abstract put(row: number, value: Value): void;
  abstract finish(): Vector;
}

export class BooleanBuilder extends BaseBuilder {
  private data: Uint8Array;
  constructor(
    private readonly type: DataType,
    capacity: number,
  ) {
    super();
    this.data = new Uint8Array(capacity);
  }
  protected put(row: number, value: Value): void {
    if (row >= this.data.length) this.data = grown(this.data, row + 1);
    this.data[row] = value === true ? 1 : 0;
  }
  finish(): Vector {
    return {
      layout: 'bool',
      type: this.type as never,
      length: this.length,
      validity: this.mask(),
      data: this.data.subarray(0, this.length),
    };
  }
}

export class IntBuilder extends BaseBuilder {
  private data: Int32Array;
  constructor(
    private readonly type: DataType,
    capacity: number,
  ) {
    super();
    this.data = new Int32Array(capacity);
  }
  protected put(row: number, value: Value): void {
    if (row >= this.data.length) this.data = grown(this.data, row + 1);
    if (value !== null) this.data[row] = value as number;
  }
  finish(): Vector {
    return {
      layout: 'int',
      type: this.type as never,
      length: this.length,
      validity: this.mask(),
      data: this.data.subarray(0, this.length),
    };
  }
}

export class DoubleBuilder extends BaseBuilder {
  private data: Float64Array;
  private readonly single: boolean;
  constructor(
    private readonly type: DataType,
    capacity: number,
  ) {
    super();
    this.data = new Float64Array(capacity);
    this.single = type.kind === 'float';
  }
  protected put(row: number, value: Value): void {
    if (row >= this.data.length) this.data = grown(this.data, row + 1);
    if (value !== null) this.data[row] = this.single ? Math.fround(value as number) : (value as number);
  }
  finish(): Vector {
    return {
      layout: 'double',
      type: this.type as never,
      length: this.length,
      validity: this.mask(),
      data: this.data.subarray(0, this.length),
    };
  }
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function isSafe(value: bigint): boolean {
  return value <= MAX_SAFE && value >= -MAX_SAFE;
}

export class LongBuilder extends BaseBuilder {
  private narrow: Float64Array;
  private wide: BigInt64Array | null = null;
  constructor(
    private readonly type: DataType,
    capacity: number,
  ) {
    super();
    this.narrow = new Float64Array(capacity);
  }
  protected put(row: number, value: Value): void {
    if (this.wide === null) {
      if (value === null || isSafe(value as bigint)) {
        if (row >= this.narrow.length) this.narrow = grown(this.narrow, row + 1);
        if (value !== null) this.narrow[row] = Number(value);
        return;
      }
      this.wide = new BigInt64Array(Math.max(this.narrow.length, row + 1));
      for (let i = 0; i < row; i++) this.wide[i] = BigInt(this.narrow[i] as number);
    }
    if (row >= this.wide.length) this.wide = grown(this.wide, row + 1);
    if (value !== null) this.wide[row] = value as bigint;
  }
  finish(): Vector {
    return {
      layout: 'long',
      type: this.type as never,
      length: this.length,
      validity: this.mask(),
      data: (this.wide ?? this.narrow).subarray(0, this.length),
    };
  }
}

export class DecimalBuilder extends BaseBuilder {
  private narrow: Float64Array;
  private wide: bigint[] | null = null;
  constructor(
    private readonly type: DataType,
    capacity: number,
  ) {
    super();
    this.narrow = new Float64Array(capacity);
  }
  protected put(row: number, value: Value): void {
    const unscaled = value === null ? 0n : (value as Decimal).unscaled;
    if (this.wide === null) {
      if (isSafe(unscaled)) {
        if (row >= this.narrow.length) this.narrow = grown(this.narrow, row + 1);
        this.narrow[row] = Number(unscaled);
        return;
      }
      this.wide = Array.from(this.narrow.subarray(0, row), (x) => BigInt(x));
    }
    this.wide.push(unscaled);
  }
  finish(): Vector {
    return {
      layout: 'decimal',
      type: this.type as never,
      length: this.length,
      validity: this.mask(),
      data: this.wide ?? this.narrow.subarray(0, this.length),
    };
  }
}

export class StringBuilder extends BaseBuilder {
  private codes: Int32Array;
  private readonly dictionary: string[] = [];
  private readonly index = new Map<string, number>();
  constructor(
    private readonly type: DataType,
    capacity: number,
  ) {
    super();
    this.codes = new Int32Array(capacity);
  }
  protected put(row: number, value: Value): void {
    if (row >= this.codes.length) this.codes = grown(this.codes, row + 1);
    if (value === null) return;
    let code = this.index.get(value as string);
    if (code === undefined) {
      code = this.dictionary.length;
      this.dictionary.push(value as string);
      this.index.set(value as string, code);
    }
    this.codes[row] = code;
  }
  finish(): Vector {
    if (this.dictionary.length === 0) this.dictionary.push('');
    return {
      layout: 'string',
      type: this.type as never,
      length: this.length,
      validity: this.mask(),
      codes: this.codes.subarray(0, this.length),
      dictionary: this.dictionary,
      distinct: true,
    };
  }
}

export class ObjectBuilder extends BaseBuilder {
  private readonly data: unknown[] = [];
  constructor(
    private readonly type: DataType,
    private readonly layout: 'binary' | 'interval' | 'object',
    private readonly filler: unknown,
  ) {
    super();
  }
  protected put(_row: number, value: Value): void {
    this.data.push(value ?? this.filler);
  }
  finish(): Vector {
    return {
      layout: this.layout,
      type: this.type,
      length: this.length,
      validity: this.mask(),
      data: this.data,
    } as Vector;
  }
}

export class NullBuilder implements VectorBuilder {
  private length = 0;
  constructor(private readonly type: DataType) {}
  append(value: Value): void {
    if (value !== null) throw new InternalError('a column of type void holds a value');
    this.length += 1;
  }
  finish(): Vector {
    return { layout: 'null', type: this.type as never, length: this.length, validity: new Uint8Array(this.length) };
  }
}
