import type { LiteralValue, TypeLike } from './values.ts';

/** A column, or the name of one. */
export type ColumnOrName = Column | string;
/** A column, or a value that stands for itself. */
export type ColumnOrValue = Column | LiteralValue;

/** An expression over the columns of a DataFrame. TypeScript has no operators for it: they are methods. */
export interface Column {
  /** `this + other`. */
  plus(other: ColumnOrValue): Column;
  /** `this - other`. */
  minus(other: ColumnOrValue): Column;
  /** `this * other`. */
  multiply(other: ColumnOrValue): Column;
  /** `this / other`; dividing by zero raises DIVIDE_BY_ZERO. */
  divide(other: ColumnOrValue): Column;
  /** The remainder of `this / other`. */
  mod(other: ColumnOrValue): Column;
  /** `-this`. */
  negate(): Column;
  eq(other: ColumnOrValue): Column;
  neq(other: ColumnOrValue): Column;
  gt(other: ColumnOrValue): Column;
  ge(other: ColumnOrValue): Column;
  lt(other: ColumnOrValue): Column;
  le(other: ColumnOrValue): Column;
  /** Equal, and two nulls are equal. */
  eqNullSafe(other: ColumnOrValue): Column;
  and(other: ColumnOrValue): Column;
  or(other: ColumnOrValue): Column;
  not(): Column;

  alias(...names: string[]): Column;
  name(...names: string[]): Column;
  cast(type: TypeLike): Column;
  astype(type: TypeLike): Column;
  /** Null where the cast fails. */
  try_cast(type: TypeLike): Column;
  isNull(): Column;
  isNotNull(): Column;
  isNaN(): Column;
  isin(...values: (ColumnOrValue | readonly ColumnOrValue[])[]): Column;
  between(lower: ColumnOrValue, upper: ColumnOrValue): Column;
  like(pattern: string): Column;
  ilike(pattern: string): Column;
  rlike(pattern: string): Column;
  startswith(other: ColumnOrValue): Column;
  endswith(other: ColumnOrValue): Column;
  contains(other: ColumnOrValue): Column;
  substr(start: number | Column, length: number | Column): Column;
  bitwiseAND(other: ColumnOrValue): Column;
  bitwiseOR(other: ColumnOrValue): Column;
  bitwiseXOR(other: ColumnOrValue): Column;
  /** Item of an array by position from 0, value of a map by key, field of a struct by name. */
  getItem(key: ColumnOrValue): Column;
  getField(name: string): Column;
  withField(name: string, column: Column): Column;
  dropFields(...names: string[]): Column;
  /** Continues `F.when(…)`. */
  when(condition: Column, value: ColumnOrValue): Column;
  otherwise(value: ColumnOrValue): Column;
  asc(): Column;
  asc_nulls_first(): Column;
  asc_nulls_last(): Column;
  desc(): Column;
  desc_nulls_first(): Column;
  desc_nulls_last(): Column;
  /** Evaluates an aggregate or window function over a window. */
  over(window: WindowSpec): Column;
}

/** What a window function sees: how rows are parted, ordered and framed. */
export interface WindowSpec {
  partitionBy(...columns: (ColumnOrName | readonly ColumnOrName[])[]): WindowSpec;
  orderBy(...columns: (ColumnOrName | readonly ColumnOrName[])[]): WindowSpec;
  /** Frame in rows, relative to the current one: -6 to 0 are the last seven. */
  rowsBetween(start: number, end: number): WindowSpec;
  /** Frame by the value of the order key. */
  rangeBetween(start: number, end: number): WindowSpec;
}

/** Makes windows. */
export interface WindowBuilder {
  readonly unboundedPreceding: number;
  readonly unboundedFollowing: number;
  readonly currentRow: number;
  partitionBy(...columns: (ColumnOrName | readonly ColumnOrName[])[]): WindowSpec;
  orderBy(...columns: (ColumnOrName | readonly ColumnOrName[])[]): WindowSpec;
  rowsBetween(start: number, end: number): WindowSpec;
  rangeBetween(start: number, end: number): WindowSpec;
}
