# Python values on their way into tables: types found, dicts as maps, unchecked values, RDDs.
import array
import collections
import datetime
from decimal import Decimal

from pyspark.sql import Row
from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit
from pyspark.sql.types import (
    ArrayType, CalendarIntervalType, DateType, DayTimeIntervalType, IntegerType, MapType, StringType, StructField, StructType,
    TimestampNTZType, TimestampType, TimeType, VariantType, YearMonthIntervalType,
)

one = spark.createDataFrame([(1,)], "a int")

def tell(*calls):
    for each in calls:
        try:
            found = each()
            print(found.schema.simpleString(), found.collect()) if hasattr(found, "collect") else print(found)
        except Exception as error:
            known = getattr(error, "getCondition", None)
            print(type(error).__name__, error if known is None else (error.getCondition(), error.getSqlState(), sorted((error.getMessageParameters() or {}).items())) if error.getCondition() else "")

def made(value, **more):
    return lambda: spark.createDataFrame([(value,)], **more)

# --- case: dicts_are_maps_in_javas_order
tell(*map(made, [
    {"zeta": 1, "alpha": 2, "mid": 3, "b": 4}, {3: "c", 1: "a", 2: "b", -1: "z", 100: "h"}, {2**40: "a", 1: "b", -2**40: "c", 2**31: "d"}, {1.5: "a", -2.0: "b", 0.1: "c"}, {True: 1, False: 2},
    {str(i): i for i in range(20)}, {i * 7 % 23: i for i in range(20)}, {datetime.date(2020, 1, 2): 1, datetime.date(2019, 1, 1): 2}, {datetime.datetime(2020, 1, 2): 1, datetime.datetime(2019, 1, 1): 2},
    {"zeta": {"y": 1, "x": 2}, "alpha": {"b": 3, "a": 4}}, {"é": 1, "日本": 2, "": 4}, collections.OrderedDict(b=1, a=2), {f"key{i}": i for i in range(40)},
]))
m = spark.createDataFrame([({"zeta": 1, "alpha": 2, "mid": 3},)], "m map<string,int>")
print(m.select(F.map_keys("m"), F.map_values("m"), F.map_entries("m"), F.to_json("m")).collect())
m.select(F.explode("m")).show()
print(one.select(F.udf(lambda x: {"zeta": 1, "alpha": 2, "mid": 3}, "map<string,int>")("a").alias("m")).collect())
print(one.select(F.udf(lambda x: {3: "c", 1: "a", 2: "b"}, "map<int,string>", useArrow=False)("a").alias("m")).collect())

# --- case: arrays_of_the_module_array
tell(*map(made, [array.array("i", [1, 2]), array.array("d", [1.5]), array.array("b", [1]), array.array("h", [1]), array.array("l", [1]), array.array("f", [1.5]), array.array("L", [1]), array.array("Q", [1]), array.array("i")]))

# --- case: unchecked_values
tell(*(made(v, schema=f"a {t}", verifySchema=False) for t, v in [
    ("int", "a"), ("int", 1.5), ("int", True), ("int", [1]), ("int", 2**31), ("int", 2**63), ("tinyint", 300), ("smallint", 70000), ("bigint", "a"), ("bigint", 1.5), ("double", 1), ("double", "a"), ("float", 1), ("boolean", 1), ("boolean", "a"),
    ("decimal(5,2)", 1), ("decimal(5,2)", 1.5), ("decimal(5,2)", Decimal("1.505")), ("binary", "a"), ("binary", 1), ("string", 1.5), ("string", True), ("array<int>", 1), ("array<int>", [1, "a", True, 2.5]), ("array<int>", (1, 2)), ("map<string,int>", {"a": "b"}), ("map<string,int>", {1: 2}), ("struct<a:int,b:string>", 1), ("struct<a:int,b:string>", (1,)), ("struct<a:int,b:string>", {"b": "x"}), ("decimal(3,1)", Decimal("123.4")),
]))

# --- case: rows_of_other_widths
tell(lambda: spark.createDataFrame([(1, 2), (3,)]), lambda: spark.createDataFrame([(1,)], "a int, b int"), lambda: spark.createDataFrame([Row(a=1), Row(b=2)]), lambda: spark.createDataFrame([(Decimal(10) ** 25,)]))

# --- case: rdds_tell_types_by_their_first_rows
sc = spark.sparkContext
tell(
    lambda: spark.createDataFrame(sc.parallelize([(1,), ("a",)]), ["x"]), lambda: sc.parallelize([{"b": 1, "a": 2}, {"a": "x"}]).toDF(), lambda: sc.parallelize([Row(a=1), Row(a=2.5)]).toDF(), lambda: sc.parallelize([(1, None), (2, "x")]).toDF(["a", "b"]),
    lambda: sc.parallelize([(1, None), (2, None)]).toDF(["a", "b"]), lambda: sc.parallelize([]).toDF(), lambda: spark.createDataFrame(sc.parallelize([(1,), ("a",)]), "x string"), lambda: sc.parallelize([(1,)]).toDF("a int"), lambda: one.rdd.map(lambda r: (r.a, "x")).toDF(["p", "q"]),
)

# --- case: nested_dicts_as_structs
# conf: spark.sql.pyspark.inferNestedDictAsStruct.enabled=true
tell(lambda: spark.createDataFrame([{"a": {"b": 1, "c": "x"}}]), made({"b": 1}), made([{"b": 1}]))

# --- case: arrays_by_their_first_element
# conf: spark.sql.pyspark.legacy.inferArrayTypeFromFirstElement.enabled=true
tell(made([1, "a"]), made([1, 2.5]), made([None, 1]))

# --- case: maps_by_their_first_pair
# conf: spark.sql.pyspark.legacy.inferMapTypeFromFirstPair.enabled=true
tell(made({"a": 1, "b": "x"}), made({"a": None, "b": 1}), made({}))

# --- case: moments_without_a_zone
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
tell(made(datetime.datetime(2020, 1, 1)), made(datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)))

# --- case: moments_before_1582
D = datetime.datetime
tell(*(lambda v=v: one.select(lit(v)) for v in [D(999, 1, 1), D(1500, 3, 1, 12), D(1582, 10, 14), D(1582, 10, 15), D(1500, 3, 9), D(1, 1, 5), D(200, 3, 1), D(1000, 12, 31, 23, 59, 59, 999999), datetime.date(1500, 1, 1)]))

# --- case: conversions_of_types
kinds = [DateType(), TimestampType(), TimestampNTZType(), TimeType(), DayTimeIntervalType(), ArrayType(TimestampType()), MapType(DateType(), StringType()), StructType([StructField("a", IntegerType()), StructField("d", DateType())]), YearMonthIntervalType(), CalendarIntervalType()]
values = [datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2, 3), datetime.datetime(2020, 1, 2), datetime.time(1, 2, 3, 4), datetime.timedelta(days=1, microseconds=5), [datetime.datetime(2020, 1, 2)], {datetime.date(2020, 1, 2): "x"}, (1, datetime.date(2020, 1, 2)), 1, 1]
tell(*(lambda k=k, v=v: (k.needConversion(), k.toInternal(v), k.fromInternal(k.toInternal(v)), k.toInternal(None)) for k, v in zip(kinds, values)))
tell(lambda: VariantType().toInternal(1), lambda: StringType("UTF8_LCASE").isUTF8BinaryCollation(), lambda: StringType.collationProvider("UNICODE"), lambda: StringType.collationProvider("UTF8_LCASE"), lambda: StructType([StructField("a", IntegerType())]).toInternal(5))

# --- case: decimals_in_variants
values = ["repeat('99999999999', 3)", "'1.50'", "'0.00'", "'0.0000001'", "'12345678901234567890.123456789012345678'", "'1234567890123456789012345678'", "'-12345678901234567890123456789'", "'1e5'"]
for value in values:
    v = spark.sql(f"select parse_json({value}) v").head().v
    print(str(v), v.toJson(), repr(v.toPython()), repr(v))

# --- case: moments_in_variants
v = spark.sql("select to_variant_object(named_struct('p', timestamp '1970-01-01 00:00:00', 'q', 2L, 'r', array(timestamp_ntz '2024-07-01 12:34:56.5', date '2024-07-01'), 's', timestamp '2024-07-01 12:34:56.789Z')) v").head().v
print(str(v), repr(v.toPython()))
print(v.toJson("Asia/Tokyo"), v.toJson("America/New_York"))
for zone in ["+01:00", "Nowhere/X", "GMT+1"]:
    try:
        print(v.toJson(zone))
    except Exception as error:
        print(type(error).__name__)
