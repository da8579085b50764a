/**
 * A set that gives its values in the order of Scala's `mutable.HashSet`, in which Spark collects them: by the table's
 * slot, within a slot by hash, then as they came. For types whose JVM hash is not reproduced, in order of arrival.
 */
import { StructValue } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { scalaHash } from './jvm-hash.ts';
import { valueKey } from '../value-key.ts';
import type { ValueKey } from '../value-key.ts';

const FIRST_TABLE_SIZE = 16;
const LOAD_FACTOR = 0.75;
interface Entry {
  readonly value: Value;
  readonly hash: number;
  readonly arrival: number;
}

export class ScalaSet {
  private readonly entries = new Map<ValueKey | null, Entry>();
  private readonly hash: ((x: Value) => number) | undefined;
  private readonly key: (x: Value) => ValueKey;

  constructor(private readonly type: DataType) {
    this.hash = scalaHash(type);
    this.key = valueKey(type);
  }

  /** Adds a value; a null has the hash 0. */
  add(raw: Value): void {
    const value = withoutNegativeZeros(this.type, raw);
    const key = value === null ? null : this.key(value);
    if (this.entries.has(key)) return;
    const h = this.hash === undefined || value === null ? 0 : this.hash(value);
    this.entries.set(key, { value, hash: h ^ (h >>> 16), arrival: this.entries.size });
  }

  values(): readonly Value[] {
    const all = [...this.entries.values()];
    let size = FIRST_TABLE_SIZE;
    while (all.length >= size * LOAD_FACTOR) size *= 2;
    const mask = size - 1;
    all.sort((a, b) => (a.hash & mask) - (b.hash & mask) || a.hash - b.hash || a.arrival - b.arrival);
    return all.map((e) => e.value);
  }
}

function withoutNegativeZeros(type: DataType, x: Value): Value {
  if (x === null) return x;
  switch (type.kind) {
    case 'double':
    case 'float':
      return (x as number) + 0;
    case 'array':
      return (x as readonly Value[]).map((each) => withoutNegativeZeros(type.element, each));
    case 'struct':
      return new StructValue((x as StructValue).values.map((each, i) => withoutNegativeZeros((type.fields[i] as { readonly type: DataType }).type, each)));
    default:
      return x;
  }
}
