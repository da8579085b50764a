import datetime
from decimal import Decimal

df = spark.createDataFrame([(1, "short", 1.5), (2, "a rather long text that is cut", None), (3, None, 1e10)], "id int, text string, x double")

# --- case: default
df.show()

# --- case: not_truncated
df.show(truncate=False)

# --- case: truncated_at
df.show(truncate=8)

# --- case: truncated_at_three
df.show(truncate=3)

# --- case: some_rows
df.show(2)

# --- case: one_row
df.show(1)

# --- case: no_rows
df.show(0)

# --- case: vertical
df.show(vertical=True)

# --- case: vertical_cut_and_limited
df.show(2, truncate=6, vertical=True)

# --- case: empty
df.where("false").show()

# --- case: no_columns
df.select().show()

# --- case: numbers
spark.createDataFrame([(1.0, 0.1, 1234567890.123, 1e-5, float("nan"), float("inf")), (100.0, 1e7, -0.0, 123456.0, None, 9999999.0)], "a double, b float, c double, d double, e double, f double").show()

# --- case: decimals_and_longs
spark.createDataFrame([(Decimal("1.50"), 9223372036854775807), (Decimal("-1000.00"), -1)], "d decimal(12,2), l bigint").show()

# --- case: dates_and_times
spark.createDataFrame([(datetime.date(2024, 1, 2), datetime.datetime(2024, 1, 2, 3, 4, 5)), (datetime.date(1, 1, 1), datetime.datetime(2024, 1, 2, 3, 4, 5, 120000)), (None, None)], "d date, t timestamp").show()

# --- case: timestamps_whole
spark.createDataFrame([(datetime.datetime(2024, 1, 2, 3, 4, 5, 123456),), (datetime.datetime(2024, 1, 2),)], "t timestamp").show(truncate=False)

# --- case: binary
spark.createDataFrame([(b"ab",), (b"",), (None,)], "b binary").show()

# --- case: nested
spark.createDataFrame([([1, None], {"a": 1, "b": None}, (1, "x"), [[1], []], [(1, None)])], "xs array<int>, m map<string,int>, p struct<i:int,s:string>, xss array<array<int>>, ps array<struct<i:int,s:string>>").show(truncate=False)

# --- case: nested_kinds
spark.createDataFrame([([1.0, 1e20], [datetime.date(2024, 1, 1)], [datetime.datetime(2024, 1, 1, 10, 0)], [True, None], [b"a"], [Decimal("1.50")], ["a, b", ""])],
                      "a array<double>, b array<date>, c array<timestamp>, d array<boolean>, e array<binary>, f array<decimal(5,2)>, g array<string>").show(truncate=False)

# --- case: wide_characters
spark.createDataFrame([("日本語", "é"), ("한국", "😀"), ("ab", "a\nb\tc")], "cjk string, other string").show()

# --- case: wide_characters_vertical
spark.createDataFrame([("日本語", "é")], "cjk string, other string").show(vertical=True)

# --- case: long_header
spark.createDataFrame([(1, 2)], ["a_rather_long_name_for_a_column", "b"]).show()

# --- case: many_rows
spark.range(25).show()

# --- case: exactly_twenty_rows
spark.range(20).show()

# --- case: special_characters
spark.createDataFrame([("a\\b", 'q"q', "line1\r\nline2")], "x string, y string, z string").show()

# --- case: booleans_and_nulls
spark.createDataFrame([(True, None), (False, None)], "b boolean, v void").show()

# --- case: bad_arguments
df.show(True)

# --- case: bad_truncate
df.show(truncate="wide")

# --- case: repr_and_print
print(df)
result = [repr(df), str(df.id + 1), repr(df.schema), str(df.schema["id"].dataType)]

# --- case: tree_of_nested_schema
spark.createDataFrame([], "a array<struct<x:int,y:array<string>>>, m map<string,struct<k:double>>, d decimal(10,2), t timestamp_ntz").printSchema()

# --- case: print_schema_level
spark.createDataFrame([], "a array<struct<x:int,y:array<string>>>, b int").printSchema(1)
