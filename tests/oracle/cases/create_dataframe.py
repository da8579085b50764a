import datetime
from decimal import Decimal

from pyspark.sql import Row
from pyspark.sql.types import (
    ArrayType, BooleanType, ByteType, DateType, DecimalType, DoubleType, FloatType, IntegerType,
    LongType, MapType, StringType, StructField, StructType, TimestampType,
)

# --- case: tuples_with_names
result = spark.createDataFrame([(1, 100.0), (2, 150.0), (1, 50.0)], ["customer_id", "revenue"])

# --- case: tuples_without_names
result = spark.createDataFrame([(1, "a"), (2, "b")])

# --- case: fewer_names_than_columns
result = spark.createDataFrame([(1, "a", True)], ["id"])

# --- case: dicts
result = spark.createDataFrame([{"b": 2, "a": "x"}, {"a": "y", "c": 1.5}])

# --- case: rows
result = spark.createDataFrame([Row(name="Ada", age=36), Row(name="Bob", age=None)])

# --- case: ddl_schema
result = spark.createDataFrame([(1, "x", [1, 2]), (None, None, None)], "id int, s string, xs array<bigint>")

# --- case: ddl_not_null
result = spark.createDataFrame([(1, "x")], "id int not null, s string")

# --- case: struct_type
schema = StructType([
    StructField("id", LongType(), False),
    StructField("score", FloatType()),
    StructField("tags", ArrayType(StringType(), False)),
    StructField("props", MapType(StringType(), IntegerType())),
    StructField("at", StructType([StructField("x", DoubleType()), StructField("y", DoubleType())])),
])
result = spark.createDataFrame([(1, 0.1, ["a"], {"k": 1}, (1.0, 2.0)), (2, None, None, None, None)], schema)

# --- case: inferred_kinds
result = spark.createDataFrame([(
    True, 1, 1.5, "s", b"ab", Decimal("1.50"), datetime.date(2024, 2, 29),
    datetime.datetime(2024, 2, 29, 12, 30, 15, 250000), [1, 2], {"k": 1}, Row(a=1, b="x"),
)])

# --- case: inferred_from_a_later_row
result = spark.createDataFrame([(None, 1), ("x", None)], ["a", "b"])

# --- case: int_and_string_merge
result = spark.createDataFrame([(1,), ("x",)], ["v"])

# --- case: int_and_float_do_not_merge
result = spark.createDataFrame([(1,), (1.5,)], ["v"])

# --- case: column_of_none
result = spark.createDataFrame([(1, None), (2, None)], ["a", "b"])

# --- case: empty_without_schema
result = spark.createDataFrame([])

# --- case: empty_with_names
result = spark.createDataFrame([], ["a", "b"])

# --- case: empty_with_schema
result = spark.createDataFrame([], "a int, b string")

# --- case: scalars_with_atomic_type
result = spark.createDataFrame([1, 2, 3], IntegerType())

# --- case: scalars_with_ddl
result = spark.createDataFrame(["a", None], "string")

# --- case: scalars_without_schema
result = spark.createDataFrame([1, 2, 3])

# --- case: wrong_type_for_schema
result = spark.createDataFrame([("x",)], "id int")

# --- case: float_for_int
result = spark.createDataFrame([(1.5,)], "id int")

# --- case: int_for_double
result = spark.createDataFrame([(1,)], "x double")

# --- case: null_in_not_null
result = spark.createDataFrame([(None,)], StructType([StructField("id", IntegerType(), False)]))

# --- case: too_many_fields
result = spark.createDataFrame([(1, 2, 3)], "a int, b int")

# --- case: int_out_of_range
result = spark.createDataFrame([(128,)], StructType([StructField("b", ByteType())]))

# --- case: dict_missing_keys
result = spark.createDataFrame([{"a": 1}, {"b": "x"}], "a int, b string, c double")

# --- case: nested_dicts_infer_maps
result = spark.createDataFrame([(1, {"a": {"b": 1}})], ["id", "m"])

# --- case: decimal_with_precision
result = spark.createDataFrame([(Decimal("1.005"),), (Decimal("-2"),)], StructType([StructField("d", DecimalType(10, 2))]))

# --- case: dates_and_timestamps
schema = StructType([StructField("d", DateType()), StructField("t", TimestampType()), StructField("ok", BooleanType())])
result = spark.createDataFrame([
    (datetime.date(1969, 12, 31), datetime.datetime(1969, 12, 31, 23, 59, 59, 999999), False),
    (datetime.date(1582, 10, 4), datetime.datetime(1900, 1, 1), None),
], schema)

# --- case: ddl_parse_error
result = spark.createDataFrame([(1,)], "id intt")

# --- case: spark_range
# ordered
result = spark.range(2, 11, 3)

# --- case: range_down
# ordered
result = spark.range(5, 0, -2)

# --- case: schema_and_columns
df = spark.createDataFrame([(1, "a")], "id int, name string")
result = [df.columns, df.dtypes, df.schema.simpleString(), df.count(), df.first(), df.isEmpty()]

# --- case: print_schema
df = spark.createDataFrame([], "id bigint not null, tags array<string>, m map<string,array<int>>, at struct<x:double,y:decimal(10,2)>")
df.printSchema()

# --- case: collected_python_values
df = spark.createDataFrame([(1, 1.5, "x", [1, None], {"k": 2}, (3, "y"), Decimal("1.20"), datetime.date(2024, 1, 2), bytearray(b"z"))],
                           "a int, b double, c string, d array<int>, e map<string,int>, f struct<p:int,q:string>, g decimal(5,2), h date, i binary")
result = df.collect()

# --- case: row_api
row = spark.createDataFrame([(1, "a", (2, 3))], "id int, name string, p struct<x:int,y:int>").first()
result = [row["id"], row.name, row[2].y, row.asDict(), row.asDict(recursive=True), len(row), "id" in row, repr(row)]
