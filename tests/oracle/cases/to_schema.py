"""`DataFrame.to(schema)`: columns and fields by name, cast as tables cast what is written into them."""

import itertools

from pyspark.errors import PySparkException
from pyspark.sql import types as T

VALUES = ["true", "1Y", "300", "3000000000L", "1.5F", "1.5D", "1.50BD", "'1'", "X'31'", "DATE'2020-01-01'", "TIMESTAMP'2020-01-01 00:00:00'", "TIMESTAMP_NTZ'2020-01-01 00:00:00'", "INTERVAL '1' DAY", "INTERVAL '1' YEAR", "make_interval(1)", "parse_json('1')", "NULL", "array(1)", "map(1, 1)", "named_struct('a', 1)"]
TYPES = ["boolean", "tinyint", "int", "bigint", "double", "decimal(3,2)", "string", "char(3)", "varchar(3)", "binary", "date", "timestamp", "timestamp_ntz", "interval day to second", "interval year to month", "variant", "time(6)", "array<bigint>", "map<int,date>", "struct<a:string>"]


def tell(query, schema):
    """Columns and rows, or the error's class, condition and parameters."""
    wanted = T._parse_datatype_string(schema) if isinstance(schema, str) else schema
    try:
        df = spark.sql(query).to(wanted)
        print(query, "->", [(f.name, f.dataType.json(), f.nullable, f.metadata) for f in df.schema], df.collect())
    except PySparkException as error:
        print(query, "->", type(error).__name__, error.getCondition(), sorted((error.getMessageParameters() or {}).items()))


# --- case: types_that_become_others
for value, wanted in itertools.product(VALUES, TYPES):
    tell(f"SELECT {value} AS a", f"a {wanted}")

# --- case: types_that_become_others_without_ansi
# conf: spark.sql.ansi.enabled=false
for value, wanted in itertools.product(["300", "3000000000L", "1.5D", "155.55BD", "'1'", "NULL"], ["tinyint", "int", "decimal(3,2)", "string", "date"]):
    tell(f"SELECT {value} AS a", f"a {wanted}")

# --- case: columns_by_name
for query, schema in [("SELECT 1 a", "b int not null"), ("SELECT 1 a", "b int"), ("SELECT 1 A", "a int"), ("SELECT 1 a, 2 A", "a int"), ("SELECT 1 a, 'x' b", "b string, a bigint, c date"), ("SELECT * FROM VALUES (1), (NULL) t(a)", "a int not null")]:
    tell(query, schema)

# --- case: fields_by_name
for wanted in ["struct<a:string,b:bigint>", "struct<a:string>", "struct<a:string,c:int>", "struct<a:string,c:int not null>", "struct<A:string,B:int>", "struct<b:date>", "struct<a:string,b:struct<x:int>>"]:
    tell("SELECT named_struct('b', 1, 'a', 'x') AS s", f"s {wanted}")
tell("SELECT named_struct('b', 1, 'B', 'x') AS s", "s struct<b:string>")
tell("SELECT named_struct('o', named_struct('x', 1, 'y', 2)) AS s", "s struct<o:struct<y:string,x:bigint,z:int>>")
for wanted in ["struct<a:bigint>", "struct<a:bigint not null>"]:
    tell("SELECT * FROM VALUES (named_struct('a', 1)), (NULL) t(s)", f"s {wanted}")
tell("SELECT named_struct('a', CAST(NULL AS INT)) AS s", "s struct<a:bigint not null>")

# --- case: elements_keys_and_values
no_nulls = T.StructType([T.StructField("a", T.ArrayType(T.LongType(), False))])
for query, schema in [("SELECT array(1, NULL) a", "a array<bigint>"), ("SELECT array(1, NULL) a", no_nulls), ("SELECT array(1, 2) a", no_nulls), ("SELECT array(named_struct('x', 1, 'y', 2)) a", "a array<struct<y:bigint,z:int>>"), ("SELECT array(named_struct('x', 1, 'y', 2)) a", "a array<struct<y:date>>"), ("SELECT array(array(1)) a", "a array<array<date>>"), ("SELECT * FROM VALUES (array(1)), (NULL) t(a)", "a array<string>")]:
    tell(query, schema)
values_without_nulls = T.StructType([T.StructField("a", T.MapType(T.StringType(), T.LongType(), False))])
for query, schema in [("SELECT map('k', 1) a", "a map<string,bigint>"), ("SELECT map('k', CAST(NULL AS INT)) a", values_without_nulls), ("SELECT map('k', named_struct('x', 1, 'y', 2)) a", "a map<string,struct<y:bigint>>"), ("SELECT map('k', 1) a", "a map<int,bigint>"), ("SELECT map('k', 'x') a", "a map<string,date>")]:
    tell(query, schema)

# --- case: metadata_of_both
wanted = T.StructType([T.StructField("a", T.IntegerType(), True, {"k": 1})])
for value in ["1", "1L"]:
    for schema in [wanted, T._parse_datatype_string("a int"), T._parse_datatype_string("A int")]:
        print(spark.sql(f"SELECT {value} AS a").withMetadata("a", {"x": 1, "k": 2}).to(schema).schema.jsonValue())

# --- case: operators
# ordered
result = spark.range(3).selectExpr("id", "named_struct('a', id, 'b', string(id)) AS s").to(T._parse_datatype_string("s struct<b:string,a:string>, id string")).orderBy("id")
