import type { DataType } from './data-type.ts';
import type { VariantValue } from './variant.ts';

/**
 * One value outside a column: what the row form of a function takes, a literal holds, a reader yields.
 * SQL NULL is `null`. By type:
 *
 * | type | value |
 * | --- | --- |
 * | boolean | boolean |
 * | byte, short, integer, float, double | number |
 * | long, daytime_interval (microseconds) | bigint |
 * | decimal | Decimal |
 * | string, char, varchar | string |
 * | binary | Uint8Array |
 * | date | number: days since 1970-01-01 |
 * | timestamp, timestamp_ntz | bigint: microseconds since the epoch (UTC; for ntz, of the wall clock) |
 * | time | bigint: nanoseconds since midnight |
 * | yearmonth_interval | number: months |
 * | calendar_interval | CalendarInterval |
 * | array | ArrayValue: readonly Value[] |
 * | map | MapValue: insertion-ordered entries |
 * | struct | StructValue: values in field order |
 * | variant | VariantValue: a tree (see variant.ts) |
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | Decimal
  | CalendarInterval
  | MapValue
  | StructValue
  | VariantValue
  | readonly Value[];

/** An exact decimal: `unscaled * 10^-scale`. */
export class Decimal {
  constructor(
    readonly unscaled: bigint,
    readonly scale: number,
  ) {}
}

export class CalendarInterval {
  constructor(
    readonly months: number,
    readonly days: number,
    readonly microseconds: bigint,
  ) {}
}

export class MapValue {
  constructor(readonly entries: readonly (readonly [Value, Value])[]) {}
}

export class StructValue {
  constructor(readonly values: readonly Value[]) {}
}

/** A value with its type. */
export interface TypedValue {
  readonly type: DataType;
  readonly value: Value;
}
