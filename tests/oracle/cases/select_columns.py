from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

people = spark.createDataFrame(
    [(1, "Ada", 36, "London"), (2, "Bob", None, "Paris"), (3, None, 51, "London"), (4, "Eve", 28, None)],
    "id int, name string, age int, city string",
)

# --- case: select_strings_and_columns
result = people.select("id", col("name"), people.age, people["city"], (col("age") + 1).alias("next"))

# --- case: select_star_and_more
result = people.select("*", lit(1).alias("one"), lit("x"), lit(None).alias("nothing"))

# --- case: select_star_of_struct
df = people.select(F.struct("id", "name").alias("p"), "city")
result = df.select("p.*", "p.name", "city")

# --- case: where_nulls
result = people.where((col("age") > 30) | (col("city") == "Paris"))

# --- case: filter_not_null_logic
result = people.filter(~(col("age") > 30))

# --- case: filter_string
result = people.filter("age between 28 and 40 or name is null")

# --- case: with_column_replaces
result = people.withColumn("age", col("age") * 2).withColumn("old", col("age") > 60)

# --- case: with_columns
result = people.withColumns({"age2": col("age") * 2, "name": F.upper("name")})

# --- case: with_column_case_insensitive
result = people.withColumn("AGE", lit(0))

# --- case: rename
result = people.withColumnRenamed("name", "full_name").withColumnsRenamed({"age": "years", "nope": "x"})

# --- case: to_df
result = people.toDF("a", "b", "c", "d")

# --- case: drop
result = people.drop("age", "nope").drop(col("city"))

# --- case: cast_columns
result = people.select(col("id").cast("string"), col("age").cast("double"), col("id").cast("boolean"), col("age").astype("decimal(5,1)"))

# --- case: isin_between_like
result = people.select(
    "id", col("id").isin(1, 3), col("id").isin([2]), col("age").between(28, 36),
    col("name").like("_v%"), col("name").rlike("^[AB]"), col("name").ilike("a%"),
    col("name").startswith("A"), col("name").endswith("e"), col("name").contains("o"),
)

# --- case: isin_with_null
result = people.select("id", col("city").isin("Paris", None), ~col("city").isin("Paris"), col("id").isin())

# --- case: null_tests
result = people.select("id", col("age").isNull(), col("age").isNotNull(), col("age").eqNullSafe(None), col("city").eqNullSafe("London"))

# --- case: when_otherwise
result = people.select("id", F.when(col("age") < 30, "young").when(col("age") < 40, "middle").otherwise("old").alias("band"),
                       F.when(col("age") > 30, 1).alias("flag"))

# --- case: arithmetic
result = people.select("id", col("age") + 1, 1 - col("age"), col("age") * 2.5, col("age") / 2, col("age") % 5, -col("age"), 100 / col("id"))

# --- case: substr_and_getitem
df = spark.createDataFrame([("hello", [1, 2, 3], {"a": 1}, (7, "z"))], "s string, xs array<int>, m map<string,int>, p struct<u:int,v:string>")
result = df.select(col("s").substr(2, 3), col("xs")[0], col("xs").getItem(2), col("m")["a"], col("m").getItem("zz"), col("p").getField("u"), col("p.v"), df.p.u)

# --- case: with_field_and_drop_fields
df = spark.createDataFrame([(1, (7, "z"))], "id int, p struct<u:int,v:string>")
result = df.select(col("p").withField("w", lit(1.5)), col("p").dropFields("v"), col("p").withField("u", col("p.u") + 1))

# --- case: backticks_and_dots
df = spark.createDataFrame([(1, 2)], ["a.b", "c d"])
result = df.select("`a.b`", col("`c d`"), df["`a.b`"])

# --- case: dot_needs_backticks
df = spark.createDataFrame([(1, 2)], ["a.b", "c d"])
result = df.select("a.b")

# --- case: col_regex
df = spark.createDataFrame([(1, 2, 3)], ["a1", "a2", "b"])
result = df.select(df.colRegex("`a.*`"))

# --- case: explode_in_select
df = spark.createDataFrame([(1, [10, 20]), (2, []), (3, None)], "id int, xs array<int>")
result = df.select("id", F.explode("xs"))

# --- case: explode_outer
df = spark.createDataFrame([(1, [10, 20]), (2, []), (3, None)], "id int, xs array<int>")
result = df.select("id", F.explode_outer("xs").alias("x"))

# --- case: posexplode
df = spark.createDataFrame([(1, ["a", "b"]), (2, [])], "id int, xs array<string>")
result = df.select("id", F.posexplode("xs"))

# --- case: explode_map
df = spark.createDataFrame([(1, {"a": 1}), (2, None)], "id int, m map<string,int>")
result = df.select("id", F.explode("m"))

# --- case: select_expr
result = people.selectExpr("id", "upper(name) as NAME", "age + 1", "coalesce(age, 0) age0", "case when age > 30 then 'y' else 'n' end", "id as `the id`")

# --- case: transform_chain
def adults(df):
    return df.filter(col("age") >= 30)
result = people.transform(adults).transform(lambda df: df.select("id", "age"))

# --- case: unpivot
df = spark.createDataFrame([(1, 10, 20), (2, None, 40)], "id int, q1 int, q2 int")
result = df.unpivot("id", ["q1", "q2"], "quarter", "amount")

# --- case: melt_all_values
df = spark.createDataFrame([(1, 10, 20), (2, None, 40)], "id int, q1 int, q2 int")
result = df.melt(["id"], None, "var", "val")

# --- case: duplicate_names_after_select
result = people.select("id", "id", col("name").alias("id"))
