/** Builders of vectors, value by value: for readers, lifted functions and tests; kernels write arrays themselves. */
import type { DataType, MapValue, StructValue, Value } from '../types/index.ts';
import {
  BaseBuilder,
  BooleanBuilder,
  DecimalBuilder,
  DoubleBuilder,
  grown,
  IntBuilder,
  LongBuilder,
  MIN_CAPACITY_ROWS,
  NullBuilder,
  ObjectBuilder,
  StringBuilder,
} from './builders-flat.ts';
import type { Vector, VectorBuilder } from './vector.ts';

class ArrayBuilder extends BaseBuilder {
  private offsets: Int32Array;
  private readonly child: VectorBuilder;
  private end = 0;
  constructor(
    private readonly type: DataType & { readonly kind: 'array' },
    capacity: number,
  ) {
    super();
    this.offsets = new Int32Array(capacity + 1);
    this.child = createBuilder(type.element, capacity);
  }
  protected put(row: number, value: Value): void {
    if (value !== null) {
      const items = value as readonly Value[];
      for (let i = 0; i < items.length; i++) this.child.append(items[i] ?? null);
      this.end += items.length;
    }
    if (row + 1 >= this.offsets.length) this.offsets = grown(this.offsets, row + 2);
    this.offsets[row + 1] = this.end;
  }
  finish(): Vector {
    return {
      layout: 'array',
      type: this.type,
      length: this.length,
      validity: this.mask(),
      offsets: this.offsets.subarray(0, this.length + 1),
      child: this.child.finish(),
    };
  }
}

class MapBuilder extends BaseBuilder {
  private offsets: Int32Array;
  private readonly keys: VectorBuilder;
  private readonly values: VectorBuilder;
  private end = 0;
  constructor(
    private readonly type: DataType & { readonly kind: 'map' },
    capacity: number,
  ) {
    super();
    this.offsets = new Int32Array(capacity + 1);
    this.keys = createBuilder(type.key, capacity);
    this.values = createBuilder(type.value, capacity);
  }
  protected put(row: number, value: Value): void {
    if (value !== null) {
      const { entries } = value as MapValue;
      for (const [k, v] of entries) {
        this.keys.append(k);
        this.values.append(v);
      }
      this.end += entries.length;
    }
    if (row + 1 >= this.offsets.length) this.offsets = grown(this.offsets, row + 2);
    this.offsets[row + 1] = this.end;
  }
  finish(): Vector {
    return {
      layout: 'map',
      type: this.type,
      length: this.length,
      validity: this.mask(),
      offsets: this.offsets.subarray(0, this.length + 1),
      keys: this.keys.finish(),
      values: this.values.finish(),
    };
  }
}

class StructBuilder extends BaseBuilder {
  private readonly children: readonly VectorBuilder[];
  constructor(
    private readonly type: DataType & { readonly kind: 'struct' },
    capacity: number,
  ) {
    super();
    this.children = type.fields.map((f) => createBuilder(f.type, capacity));
  }
  protected put(_row: number, value: Value): void {
    const values = value === null ? null : (value as StructValue).values;
    for (let i = 0; i < this.children.length; i++) {
      (this.children[i] as VectorBuilder).append(values === null ? null : (values[i] ?? null));
    }
  }
  finish(): Vector {
    return {
      layout: 'struct',
      type: this.type,
      length: this.length,
      validity: this.mask(),
      children: this.children.map((c) => c.finish()),
    };
  }
}

/** A builder of vectors of the given type, with room for `capacity` rows (it grows). */
export function createBuilder(type: DataType, capacity = MIN_CAPACITY_ROWS): VectorBuilder {
  switch (type.kind) {
    case 'boolean':
      return new BooleanBuilder(type, capacity);
    case 'byte':
    case 'short':
    case 'integer':
    case 'date':
    case 'yearmonth_interval':
      return new IntBuilder(type, capacity);
    case 'long':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'time':
    case 'daytime_interval':
      return new LongBuilder(type, capacity);
    case 'float':
    case 'double':
      return new DoubleBuilder(type, capacity);
    case 'decimal':
      return new DecimalBuilder(type, capacity);
    case 'string':
    case 'char':
    case 'varchar':
      return new StringBuilder(type, capacity);
    case 'binary':
      return new ObjectBuilder(type, 'binary', new Uint8Array(0));
    case 'calendar_interval':
      return new ObjectBuilder(type, 'interval', null);
    case 'variant':
      return new ObjectBuilder(type, 'object', null);
    case 'array':
      return new ArrayBuilder(type, capacity);
    case 'map':
      return new MapBuilder(type, capacity);
    case 'struct':
      return new StructBuilder(type, capacity);
    case 'null':
      return new NullBuilder(type);
  }
}

/** A vector of the given values. */
export function vectorOf(type: DataType, values: readonly Value[]): Vector {
  const builder = createBuilder(type, values.length);
  for (let i = 0; i < values.length; i++) builder.append(values[i] ?? null);
  return builder.finish();
}
