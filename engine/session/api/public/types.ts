import type { DataType, StructField, StructType } from './values.ts';

/** Types under PySpark's names: `T.StructType([T.StructField('id', T.LongType())])`. */
export interface Types {
  BinaryType(): DataType;
  BooleanType(): DataType;
  ByteType(): DataType;
  DateType(): DataType;
  DoubleType(): DataType;
  FloatType(): DataType;
  IntegerType(): DataType;
  LongType(): DataType;
  NullType(): DataType;
  ShortType(): DataType;
  StringType(): DataType;
  TimestampNTZType(): DataType;
  TimestampType(): DataType;
  /** `precision` digits in all, `scale` of them behind the point. */
  DecimalType(precision?: number, scale?: number): DataType;
  ArrayType(elementType: DataType, containsNull?: boolean): DataType;
  MapType(keyType: DataType, valueType: DataType, valueContainsNull?: boolean): DataType;
  StructField(name: string, dataType: DataType, nullable?: boolean): StructField;
  StructType(fields?: readonly StructField[]): StructType;
}
