import re

from pyspark.errors import PySparkAssertionError
from pyspark.testing import assertDataFrameEqual, assertSchemaEqual

a = spark.createDataFrame([(1, "x", 1.0), (2, "y", 2.0)], "id int, s string, v double")

# --- case: equal_in_any_order
assertDataFrameEqual(a, a.orderBy("s", ascending=False))
result = "equal"

# --- case: equal_with_tolerance
b = spark.createDataFrame([(1, "x", 1.000001), (2, "y", 2.0)], "id int, s string, v double")
assertDataFrameEqual(a, b)
result = "equal"

# --- case: equal_to_rows
from pyspark.sql import Row
assertDataFrameEqual(a, [Row(id=1, s="x", v=1.0), Row(id=2, s="y", v=2.0)])
result = "equal"

# --- case: rows_differ
b = spark.createDataFrame([(1, "x", 1.0), (2, "z", 2.0)], "id int, s string, v double")
try:
    assertDataFrameEqual(a, b)
except PySparkAssertionError as error:
    result = error.getCondition()

# --- case: order_checked
try:
    assertDataFrameEqual(a.orderBy("id"), a.orderBy("id", ascending=False), checkRowOrder=True)
except PySparkAssertionError as error:
    result = error.getCondition()

# --- case: schemas_differ
b = spark.createDataFrame([(1, "x", 1.0)], "id long, s string, v double")
try:
    assertDataFrameEqual(a, b)
except PySparkAssertionError as error:
    result = error.getCondition()

# --- case: schema_helper
try:
    assertSchemaEqual(a.schema, a.drop("v").schema)
except PySparkAssertionError as error:
    result = error.getCondition()
