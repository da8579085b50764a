/** A value that stands for itself where a column is expected. Whole numbers are INT or BIGINT, others DOUBLE. */
export type LiteralValue = string | number | bigint | boolean | Date | Uint8Array | null;

/** A cell of a result: BIGINT beyond 2^53 is a bigint, DECIMAL a string, dates and timestamps are Date, maps Map. */
export type CellValue = LiteralValue | readonly CellValue[] | ReadonlyMap<CellValue, CellValue> | Row;

/** A row of a result. Fields are properties; where names repeat or clash, `get` takes a position. */
export interface Row {
  readonly [field: string]: unknown;
  /** The value of a field by name or position from 0. Throws when there is none. */
  get(field: string | number): CellValue;
  /** Values in the order of the columns. */
  toArray(): CellValue[];
  /** Fields as a plain object. */
  asDict(): Record<string, CellValue>;
}

/** A data type in DDL (`"int"`, `"array<string>"`, `"a INT, b STRING"`) or as one of `types` makes it. */
export type TypeLike = string | DataType;

export interface DataType {
  readonly kind: string;
}
export interface StructField {
  readonly name: string;
  readonly type: DataType;
  readonly nullable: boolean;
}
export interface StructType extends DataType {
  readonly kind: 'struct';
  readonly fields: readonly StructField[];
}
