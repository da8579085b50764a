/**
 * Columns. A vector holds `length` values of one SQL type and a validity mask; a batch is vectors of equal length.
 *
 * `validity` is null when no value is null, else one byte a row: 1 valid, 0 null. What `data` holds at a null row
 * is unspecified: read it only behind the mask. Vectors are immutable once published; kernels build new ones and
 * may share buffers (a unary string function keeps the codes and maps the dictionary).
 */
import type {
  ArrayType,
  AtomicType,
  CalendarIntervalType,
  CharType,
  DataType,
  DayTimeIntervalType,
  DecimalType,
  MapType,
  StructType,
  TimeType,
  YearMonthIntervalType,
} from '../types/index.ts';
import type { CalendarInterval, Value } from '../types/index.ts';

export type Validity = Uint8Array | null;

interface VectorBase<T extends DataType> {
  readonly type: T;
  readonly length: number;
  readonly validity: Validity;
}

/** boolean: 0 or 1 a row. */
export interface BooleanVector extends VectorBase<AtomicType> {
  readonly layout: 'bool';
  readonly data: Uint8Array;
}
/** byte, short, integer, date (days), yearmonth_interval (months). */
export interface IntVector extends VectorBase<AtomicType | YearMonthIntervalType> {
  readonly layout: 'int';
  readonly data: Int32Array;
}
/**
 * long, timestamp, timestamp_ntz, daytime_interval (microseconds), time (nanoseconds). Float64Array while every valid value is a safe
 * integer (then -0 never occurs), BigInt64Array otherwise. A kernel that may leave the safe range widens first.
 */
export interface LongVector extends VectorBase<AtomicType | TimeType | DayTimeIntervalType> {
  readonly layout: 'long';
  readonly data: Float64Array | BigInt64Array;
}
/** float (each value rounded to single precision) and double. */
export interface DoubleVector extends VectorBase<AtomicType> {
  readonly layout: 'double';
  readonly data: Float64Array;
}
/** decimal: unscaled values at the type's scale; Float64Array while every valid one is a safe integer. */
export interface DecimalVector extends VectorBase<DecimalType> {
  readonly layout: 'decimal';
  readonly data: Float64Array | readonly bigint[];
}
/** string, char, varchar: `dictionary[codes[i]]`. With `distinct`, equal codes and only they mean equal strings. */
export interface StringVector extends VectorBase<AtomicType | CharType> {
  readonly layout: 'string';
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
  readonly distinct: boolean;
}
export interface BinaryVector extends VectorBase<AtomicType> {
  readonly layout: 'binary';
  readonly data: readonly Uint8Array[];
}
export interface CalendarIntervalVector extends VectorBase<CalendarIntervalType> {
  readonly layout: 'interval';
  readonly data: readonly CalendarInterval[];
}
/** array: row i is `child[offsets[i] .. offsets[i + 1])`; offsets has length + 1 entries and need not start at 0. */
export interface ArrayVector extends VectorBase<ArrayType> {
  readonly layout: 'array';
  readonly offsets: Int32Array;
  readonly child: Vector;
}
export interface MapVector extends VectorBase<MapType> {
  readonly layout: 'map';
  readonly offsets: Int32Array;
  readonly keys: Vector;
  readonly values: Vector;
}
export interface StructVector extends VectorBase<StructType> {
  readonly layout: 'struct';
  readonly children: readonly Vector[];
}
/** A column of type void: every row is null. */
export interface NullVector extends VectorBase<AtomicType> {
  readonly layout: 'null';
}
/** Variant values, and opaque states of aggregates on their way through an exchange; never a user's other types. */
export interface ObjectVector extends VectorBase<DataType> {
  readonly layout: 'object';
  readonly data: readonly unknown[];
}

export type Vector =
  | BooleanVector
  | IntVector
  | LongVector
  | DoubleVector
  | DecimalVector
  | StringVector
  | BinaryVector
  | CalendarIntervalVector
  | ArrayVector
  | MapVector
  | StructVector
  | NullVector
  | ObjectVector;

export type VectorLayout = Vector['layout'];

/** Columns of equal length. `length` counts rows also when there is no column. */
export interface Batch {
  readonly length: number;
  readonly columns: readonly Vector[];
}

/** Builds a vector value by value. `append(null)` is SQL NULL. Long and decimal widen by themselves. */
export interface VectorBuilder {
  append(value: Value): void;
  finish(): Vector;
}
