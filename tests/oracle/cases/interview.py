"""What people type when an interviewer asks: whole small programs, in the words of practice."""
from pyspark.sql import SparkSession, Row, Window
from pyspark.sql import functions as F
from pyspark.sql.functions import *
from pyspark.sql.types import *

orders = spark.createDataFrame(
    [
        (1, 101, "2024-01-03", 120.5, "paid"),
        (2, 102, "2024-01-03", 80.0, "paid"),
        (3, 101, "2024-01-09", 45.25, "refunded"),
        (4, 103, "2024-02-11", 300.0, "paid"),
        (5, None, "2024-02-12", 15.0, "paid"),
        (6, 102, "2024-03-01", None, "pending"),
        (7, 101, "2024-03-15", 60.0, "paid"),
    ],
    ["order_id", "customer_id", "day", "amount", "status"],
)
customers = spark.createDataFrame(
    [(101, "Ada", "UK"), (102, "Bo", "SE"), (103, "Cy", None), (104, "Di", "UK")], "id INT, name STRING, country STRING"
)
logins = spark.createDataFrame(
    [
        ("u1", "2024-05-01 10:00:00"),
        ("u1", "2024-05-01 10:10:00"),
        ("u1", "2024-05-01 11:00:00"),
        ("u2", "2024-05-01 09:00:00"),
        ("u2", "2024-05-02 09:00:00"),
        ("u2", "2024-05-02 09:29:59"),
    ],
    ["user", "at"],
).withColumn("at", to_timestamp("at"))
staff = spark.createDataFrame(
    [("Ann", "eng", 100), ("Ben", "eng", 90), ("Cat", "eng", 90), ("Dan", "ops", 70), ("Eve", "ops", 70), ("Fay", "hr", None)],
    "name STRING, dept STRING, salary INT",
)

# --- case: sessions_by_gap
# ordered
w = Window.partitionBy("user").orderBy("at")
gap = col("at").cast("long") - lag("at").over(w).cast("long")
result = (
    logins.withColumn("new", when(gap.isNull() | (gap > 1800), 1).otherwise(0))
    .withColumn("session", sum("new").over(w))
    .groupBy("user", "session")
    .agg(min("at").alias("first"), max("at").alias("last"), count("*").alias("n"))
    .orderBy("user", "session")
)

# --- case: gaps_and_islands
# ordered
days = spark.createDataFrame([(d,) for d in ["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-07", "2024-01-08"]], ["d"])
numbered = days.select(to_date("d").alias("d")).withColumn("rn", row_number().over(Window.orderBy("d")))
result = (
    numbered.withColumn("island", expr("date_sub(d, rn)"))
    .groupBy("island")
    .agg(min("d").alias("from"), max("d").alias("to"), count(lit(1)).alias("days"))
    .orderBy("from")
)

# --- case: second_highest_salary_by_department
w = Window.partitionBy("dept").orderBy(desc("salary"))
result = staff.withColumn("r", dense_rank().over(w)).where("r = 2").select("dept", "name", "salary")

# --- case: above_department_average
w = Window.partitionBy("dept")
result = staff.withColumn("mean", round(avg("salary").over(w), 2)).filter(col("salary") > col("mean")).drop("mean")

# --- case: share_of_total
# ordered
total = Window.partitionBy()
result = staff.withColumn("share", round(col("salary") * 100.0 / sum("salary").over(total), 1)).orderBy("name")

# --- case: running_total_range_and_rows_with_ties
# ordered
by = Window.orderBy("salary")
result = staff.na.drop().select(
    "name",
    "salary",
    sum("salary").over(by).alias("range_total"),
    sum("salary").over(by.rowsBetween(Window.unboundedPreceding, Window.currentRow)).alias("rows_total"),
).groupBy("salary").agg(max("range_total").alias("r"), max("rows_total").alias("w")).orderBy("salary")

# --- case: pivot_months
# ordered
result = (
    orders.withColumn("month", date_format(to_date("day"), "yyyy-MM"))
    .groupBy("status")
    .pivot("month", ["2024-01", "2024-02", "2024-03"])
    .agg(sum("amount").alias("total"), count("*").alias("n"))
    .orderBy("status")
)

# --- case: pivot_then_fill
# ordered
result = orders.groupBy("customer_id").pivot("status").sum("amount").na.fill(0.0).orderBy(col("customer_id").asc_nulls_last())

# --- case: word_count
# ordered
text = spark.createDataFrame([("the quick  brown fox",), ("The lazy dog; the end.",), ("",), (None,)], ["line"])
result = (
    text.select(explode(split(lower(col("line")), r"\W+")).alias("word"))
    .filter(col("word") != "")
    .groupBy("word")
    .count()
    .orderBy(col("count").desc(), "word")
)

# --- case: top_order_for_each_customer_by_struct
result = (
    orders.groupBy("customer_id")
    .agg(max(struct("amount", "order_id")).alias("best"))
    .select("customer_id", "best.amount", "best.order_id")
)

# --- case: customers_without_orders_left_anti
result = customers.join(orders, customers.id == orders.customer_id, "left_anti")

# --- case: customers_without_orders_not_in_is_empty
orders.createOrReplaceTempView("orders")
customers.createOrReplaceTempView("customers")
result = spark.sql("SELECT name FROM customers WHERE id NOT IN (SELECT customer_id FROM orders)")

# --- case: customers_without_orders_not_exists
orders.createOrReplaceTempView("orders")
customers.createOrReplaceTempView("customers")
result = spark.sql("SELECT name FROM customers c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id)")

# --- case: join_then_ambiguous_id
a = customers.withColumnRenamed("id", "customer_id")
b = customers.withColumnRenamed("id", "customer_id")
result = a.join(b, a.name == b.name).select("customer_id")

# --- case: join_keeps_both_keys
result = orders.join(customers, orders.customer_id == customers.id, "left").select("order_id", "customer_id", "id", "name")

# --- case: salted_join
big = orders.withColumn("salt", (col("order_id") % 3).cast("int"))
small = customers.withColumn("salt", explode(array([lit(i) for i in range(3)])))
result = big.join(small, (big.customer_id == small.id) & (big.salt == small.salt)).select("order_id", "name")

# --- case: slowly_changing_dimension
# ordered
old = spark.createDataFrame([(1, "a", "2020-01-01", None), (2, "b", "2020-01-01", None)], "id INT, v STRING, since STRING, until STRING")
new = spark.createDataFrame([(1, "a2"), (3, "c")], ["id", "v"])
changed = old.alias("o").join(new.alias("n"), col("o.id") == col("n.id")).where("o.v <> n.v")
closed = changed.select("o.id", "o.v", "o.since", lit("2024-01-01").alias("until"))
opened = new.join(old.select("id", col("v").alias("old_v")), "id", "left").where("old_v is null or old_v <> v").select(
    "id", "v", lit("2024-01-01").alias("since"), lit(None).cast("string").alias("until")
)
kept = old.join(changed.select("o.id"), "id", "left_anti")
result = kept.unionByName(closed).unionByName(opened).orderBy("id", "since")

# --- case: flatten_nested_json
raw = spark.createDataFrame(
    [('{"id": 1, "tags": ["x", "y"], "who": {"name": "Ada", "age": 36}}',), ('{"id": 2, "tags": [], "who": null}',), ("broken",)],
    ["value"],
)
schema = "id INT, tags ARRAY<STRING>, who STRUCT<name: STRING, age: INT>"
result = raw.select(from_json("value", schema).alias("j")).select("j.*").select("id", explode_outer("tags").alias("tag"), "who.*")

# --- case: json_fields_by_path
raw = spark.createDataFrame([('{"a": {"b": [10, {"c": "deep"}]}, "d e": 1.50}',)], ["value"])
result = raw.select(
    get_json_object("value", "$.a.b[0]").alias("first"),
    get_json_object("value", "$.a.b[1].c").alias("deep"),
    get_json_object("value", "$['d e']").alias("spaced"),
    get_json_object("value", "$.nothing").alias("missing"),
)

# --- case: extract_by_regexp
logs = spark.createDataFrame([('10.0.0.1 - [12/Mar/2024:10:00:01] "GET /a?x=1 HTTP/1.1" 200',), ("nonsense",)], ["line"])
result = logs.select(
    regexp_extract("line", r"^(\d+\.\d+\.\d+\.\d+)", 1).alias("ip"),
    regexp_extract("line", r'"(\w+) ([^ ?]+)', 2).alias("path"),
    try_to_timestamp(regexp_extract("line", r"\[(.*)\]", 1), lit("dd/MMM/yyyy:HH:mm:ss")).alias("at"),
    regexp_extract("line", r" (\d{3})$", 1).cast("string").alias("code"),
)

# --- case: cast_of_empty_match_is_an_error
logs = spark.createDataFrame([("nonsense",)], ["line"])
result = logs.select(regexp_extract("line", r" (\d{3})$", 1).cast("int").alias("code"))

# --- case: year_over_year
# ordered
sales = spark.createDataFrame([(2021, 100), (2022, 150), (2023, 120), (2024, None)], ["year", "revenue"])
w = Window.orderBy("year")
result = sales.withColumn("before", lag("revenue").over(w)).withColumn(
    "growth", round((col("revenue") - col("before")) / col("before") * 100, 2)
).orderBy("year")

# --- case: division_by_zero_is_an_error
result = spark.createDataFrame([(1, 0)], ["a", "b"]).select(col("a") / col("b"))

# --- case: forward_fill
# ordered
readings = spark.createDataFrame([(1, 5.0), (2, None), (3, None), (4, 7.0), (5, None)], ["t", "v"])
w = Window.orderBy("t").rowsBetween(Window.unboundedPreceding, 0)
result = readings.withColumn("filled", last("v", ignorenulls=True).over(w)).orderBy("t")

# --- case: median_and_percentiles
result = staff.groupBy("dept").agg(
    median("salary").alias("median"),
    percentile_approx("salary", 0.5).alias("approx"),
    expr("percentile(salary, array(0.25, 0.75))").alias("quartiles"),
    mode("salary").alias("mode"),
).where("dept <> 'ops'")

# --- case: collect_and_sort_lists
# ordered
result = staff.groupBy("dept").agg(
    array_sort(collect_list("name")).alias("names"),
    sort_array(collect_set("salary"), asc=False).alias("salaries"),
    concat_ws(", ", array_sort(collect_list("name"))).alias("text"),
).orderBy("dept")

# --- case: rollup_with_grouping_id
# ordered
result = (
    staff.rollup("dept", "name")
    .agg(sum("salary").alias("total"), grouping_id().alias("level"))
    .orderBy(col("level").desc(), col("dept").asc_nulls_first(), col("name").asc_nulls_first())
)

# --- case: cube_names_the_totals
# ordered
result = (
    staff.cube("dept")
    .agg(count("*").alias("n"), grouping("dept").alias("g"))
    .withColumn("dept", when(col("g") == 1, "all").otherwise(col("dept")))
    .orderBy("g", "dept")
)

# --- case: udf_with_nulls
@udf(returnType=StringType())
def initials(name):
    return None if name is None else "".join(part[0].upper() for part in name.split())


people = spark.createDataFrame([("ada lovelace",), (None,), ("grace brewster hopper",)], ["name"])
result = people.select("name", initials("name").alias("initials"))

# --- case: udf_that_fails_on_none
@udf("int")
def length_of(name):
    return len(name)


result = spark.createDataFrame([("ab",), (None,)], ["name"]).select(length_of("name"))

# --- case: udf_in_sql
spark.udf.register("plus_tax", lambda x, rate=0.2: None if x is None else x * (1 + rate), "double")
orders.createOrReplaceTempView("orders")
result = spark.sql("SELECT order_id, round(plus_tax(amount), 2) AS gross FROM orders WHERE plus_tax(amount) > 60")

# --- case: date_arithmetic
result = spark.sql("SELECT DATE'2024-01-31' AS d").select(
    add_months("d", 1).alias("add_months"),
    last_day("d").alias("last_day"),
    next_day("d", "Mon").alias("next_day"),
    date_trunc("quarter", "d").alias("quarter"),
    trunc("d", "year").alias("year"),
    datediff(to_date(lit("2024-03-01")), "d").alias("days"),
    months_between(to_date(lit("2024-03-15")), "d").alias("months"),
    dayofweek("d").alias("dow"),
    weekofyear("d").alias("week"),
    (col("d") + expr("INTERVAL 1 MONTH")).alias("plus_month"),
    expr("d - DATE'2023-12-25'").alias("difference"),
    date_format("d", "EEEE, d MMMM yyyy").alias("text"),
)

# --- case: calendar_of_days
# ordered
result = (
    spark.sql("SELECT explode(sequence(DATE'2024-02-27', DATE'2024-03-02')) AS day")
    .withColumn("weekend", dayofweek("day").isin(1, 7))
    .withColumn("iso", date_format("day", "yyyy-'W'ww"))
    .select("day", "weekend")
    .orderBy("day")
)

# --- case: wrong_week_pattern_is_an_error
result = spark.sql("SELECT DATE'2024-02-27' AS day").select(date_format("day", "YYYY-ww"))

# --- case: time_zones
# conf: spark.sql.session.timeZone=America/New_York
at = spark.sql("SELECT TIMESTAMP'2024-03-10 01:30:00' AS at")
result = at.select(
    "at",
    (col("at") + expr("INTERVAL 1 HOUR")).alias("an_hour_later"),
    to_utc_timestamp("at", "America/New_York").alias("utc"),
    hour(col("at") + expr("INTERVAL 1 HOUR")).alias("hour"),
    unix_timestamp("at").alias("seconds"),
    date_format("at", "yyyy-MM-dd HH:mm z").alias("text"),
)

# --- case: sales_by_window_of_time
# ordered
result = (
    logins.groupBy(window("at", "1 hour", "30 minutes"), "user")
    .count()
    .select("window.start", "window.end", "user", "count")
    .orderBy("start", "user")
)

# --- case: melt
# ordered
wide = spark.createDataFrame([(1, 10, 20), (2, None, 40)], ["id", "q1", "q2"])
result = wide.melt("id", ["q1", "q2"], "quarter", "sales").orderBy("id", "quarter")

# --- case: stack_in_sql
# ordered
wide = spark.createDataFrame([(1, 10, 20), (2, None, 40)], ["id", "q1", "q2"])
result = wide.selectExpr("id", "stack(2, 'q1', q1, 'q2', q2) AS (quarter, sales)").orderBy("id", "quarter")

# --- case: conditional_aggregation
result = orders.agg(
    sum(when(col("status") == "paid", col("amount"))).alias("paid"),
    count(when(col("status") == "refunded", True)).alias("refunds"),
    count_if(col("amount") > 50).alias("large"),
    countDistinct("customer_id").alias("customers"),
    approx_count_distinct("status").alias("about"),
    sum(expr("CASE status WHEN 'paid' THEN 1 ELSE 0 END")).alias("n_paid"),
)

# --- case: count_star_and_count_column
result = orders.agg(count("*"), count("amount"), count(lit(1)), countDistinct("status", "customer_id"))

# --- case: having_in_dataframe_and_sql
orders.createOrReplaceTempView("orders")
a = orders.groupBy("customer_id").agg(sum("amount").alias("t")).where(col("t") > 100)
b = spark.sql("SELECT customer_id, sum(amount) AS t FROM orders GROUP BY customer_id HAVING sum(amount) > 100")
result = a.union(b)

# --- case: with_a_common_table_expression
# ordered
orders.createOrReplaceTempView("orders")
customers.createOrReplaceTempView("customers")
result = spark.sql("""
    WITH spent AS (SELECT customer_id, sum(amount) AS total FROM orders GROUP BY ALL),
         ranked AS (SELECT *, rank() OVER (ORDER BY total DESC NULLS LAST) AS place FROM spent)
    SELECT c.name, r.total, r.place FROM ranked r JOIN customers c ON c.id = r.customer_id ORDER BY place
""")

# --- case: qualify_is_not_sparks
orders.createOrReplaceTempView("orders")
result = spark.sql("SELECT * FROM orders QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY day DESC) = 1")

# --- case: recursive_manager_chain
spark.createDataFrame([(1, None), (2, 1), (3, 2), (4, 2)], "id INT, boss INT").createOrReplaceTempView("staff")
chain = spark.sql("""
    WITH RECURSIVE chain(id, depth) AS (
        SELECT id, 0 FROM staff WHERE boss IS NULL
        UNION ALL
        SELECT s.id, c.depth + 1 FROM staff s JOIN chain c ON s.boss = c.id)
    SELECT * FROM chain ORDER BY id
""")
print(chain.collect())

# --- case: parameters_in_sql
orders.createOrReplaceTempView("orders")
result = spark.sql("SELECT order_id FROM orders WHERE amount > :low AND status = :status", args={"low": 70, "status": "paid"})

# --- case: dataframe_in_sql
result = spark.sql("SELECT country, count(*) AS n FROM {people} GROUP BY country", people=customers)

# --- case: deduplicate_on_a_subset_keeps_one
result = orders.dropDuplicates(["customer_id"]).select("customer_id")

# --- case: except_all_and_intersect
# ordered
a = spark.createDataFrame([(1,), (1,), (2,), (3,)], ["x"])
b = spark.createDataFrame([(1,), (3,), (4,)], ["x"])
result = a.exceptAll(b).withColumn("op", lit("except all")).union(a.intersect(b).withColumn("op", lit("intersect"))).orderBy("op", "x")

# --- case: union_by_position_mixes_columns
a = spark.createDataFrame([(1, "a")], ["id", "name"])
b = spark.createDataFrame([("b", 2)], ["name", "id"])
result = a.union(b)

# --- case: union_by_name_with_missing
a = spark.createDataFrame([(1, "a")], ["id", "name"])
b = spark.createDataFrame([(2, True)], ["id", "flag"])
result = a.unionByName(b, allowMissingColumns=True)

# --- case: map_and_array_functions
# ordered
carts = spark.createDataFrame([(1, {"pen": 2, "ink": 1}), (2, {}), (3, None)], "id INT, cart MAP<STRING, INT>")
result = carts.select(
    "id",
    array_sort(map_keys("cart")).alias("keys"),
    aggregate(map_values("cart"), lit(0), lambda a, x: a + x).alias("pieces"),
    map_filter("cart", lambda k, v: v > 1).alias("several"),
    transform(array_sort(map_keys("cart")), lambda k, i: concat(k, lit("#"), i.cast("string"))).alias("labels"),
    col("cart")["pen"].alias("pens"),
    size("cart").alias("size"),
).orderBy("id")

# --- case: explode_a_map
# ordered
carts = spark.createDataFrame([(1, {"pen": 2, "ink": 1}), (2, {})], "id INT, cart MAP<STRING, INT>")
result = carts.select("id", explode("cart").alias("item", "pieces")).orderBy("id", "item")

# --- case: arrays_zipped_and_exploded
# ordered
df = spark.createDataFrame([(1, ["a", "b"], [10, 20, 30])], ["id", "names", "numbers"])
result = df.select("id", posexplode(arrays_zip("names", "numbers"))).select("id", "pos", "col.names", "col.numbers").orderBy("pos")

# --- case: running_distinct_count
# ordered
w = Window.orderBy("order_id").rowsBetween(Window.unboundedPreceding, 0)
result = orders.select("order_id", size(collect_set("customer_id").over(w)).alias("seen")).orderBy("order_id")

# --- case: count_distinct_over_window_is_an_error
w = Window.partitionBy("status")
result = orders.withColumn("n", countDistinct("customer_id").over(w))

# --- case: ntile_and_percent_rank
# ordered
w = Window.orderBy(col("salary").desc_nulls_last(), "name")
result = staff.select("name", ntile(3).over(w).alias("third"), round(percent_rank().over(w), 2).alias("p"), round(cume_dist().over(w), 2).alias("c")).orderBy("name")

# --- case: python_sum_instead_of_sparks
import builtins

result = staff.agg(builtins.sum("salary"))

# --- case: and_instead_of_ampersand
result = staff.filter((col("salary") > 10) and (col("dept") == "eng"))

# --- case: compare_with_none
result = staff.filter(col("salary") == None)  # noqa: E711

# --- case: null_safe_comparison
result = staff.filter(col("salary").eqNullSafe(None)).select("name")

# --- case: filter_drops_nulls_on_not_equal
result = staff.filter(col("salary") != 70).select("name")

# --- case: if_on_a_column
def label(c):
    if c > 10:
        return "high"
    return "low"


result = staff.withColumn("label", label(col("salary")))

# --- case: missing_column_has_suggestions
result = staff.select("nam", "salary")

# --- case: dataframe_has_no_such_attribute
result = staff.salery

# --- case: collect_then_use_python
rows = staff.orderBy("name").collect()
print([r.name for r in rows if r.salary and r["salary"] > 80], rows[0].asDict(), Row(a=1) == Row(a=1))
print(staff.first(), staff.head(2)[1], staff.count(), staff.columns, staff.dtypes)

# --- case: show_variants
staff.orderBy("name").show(2)
staff.orderBy("name").show(2, truncate=False)
staff.orderBy("name").show(2, truncate=2)
staff.orderBy("name").show(1, vertical=True)
staff.printSchema()

# --- case: describe_and_summary
staff.describe("salary").show()
staff.summary("count", "min", "25%", "max").show()

# --- case: explain_of_top_n
# plan
result = orders.groupBy("customer_id").agg(sum("amount").alias("total")).orderBy(desc("total")).limit(3)

# --- case: explain_of_broadcast_join
# plan
result = orders.join(broadcast(customers), orders.customer_id == customers.id).select("order_id", "name")

# --- case: explain_of_window_filter
# plan
w = Window.partitionBy("dept").orderBy(desc("salary"))
result = staff.withColumn("n", row_number().over(w)).where("n <= 2").drop("n")

# --- case: explain_of_repartition_and_coalesce
# plan
result = orders.repartition(8, "customer_id").groupBy("customer_id").count().coalesce(2)

# --- case: partitions_by_key
df = spark.range(20).repartition(4, "id")
print(df.rdd.getNumPartitions(), [len(p) for p in df.rdd.glom().collect()])
result = df.withColumn("p", spark_partition_id()).groupBy("p").count()

# --- case: cache_shows_in_the_plan
# plan
cached = staff.where("salary > 75").cache()
cached.count()
result = cached.groupBy("dept").count()

# --- case: sample_with_a_seed
result = spark.range(50).sample(0.2, 7)

# --- case: random_split_with_a_seed
a, b = spark.range(20).randomSplit([0.7, 0.3], seed=11)
print(sorted(r.id for r in a.collect()), sorted(r.id for r in b.collect()))

# --- case: decimal_money
money = spark.createDataFrame([("10.10",), ("0.01",), ("-3.333",)], ["t"]).select(col("t").cast("decimal(10,2)").alias("m"))
result = money.agg(sum("m").alias("sum"), avg("m").alias("avg"), max(col("m") * lit(1.2).cast("decimal(3,2)")).alias("gross"))

# --- case: integer_overflow_is_an_error
result = spark.createDataFrame([(2147483647,)], "a INT").select(col("a") + lit(1))

# --- case: string_and_number_compared
result = spark.createDataFrame([("10",), ("9",), ("x",)], ["t"]).filter(col("t") > 9)

# --- case: nan_and_null
# ordered
df = spark.createDataFrame([(1, float("nan")), (2, None), (3, 1.0), (4, float("-inf"))], "id INT, v DOUBLE")
result = df.select(
    "id", isnan("v").alias("nan"), col("v").isNull().alias("null"), nanvl("v", lit(0.0)).alias("nanvl"), coalesce("v", lit(-1.0)).alias("c"), (col("v") == float("nan")).alias("eq")
).orderBy("v")

# --- case: replace_and_fill_by_column
# ordered
result = staff.na.fill({"salary": 0}).replace("hr", "people", "dept").withColumn("name", upper("name")).orderBy("name")

# --- case: rename_many
result = staff.toDF(*[c.upper() for c in staff.columns]).withColumnsRenamed({"NAME": "who", "nothing": "x"}).select("who", "DEPT").limit(0)

# --- case: schema_by_hand
schema = StructType([StructField("id", IntegerType(), False), StructField("tags", ArrayType(StringType()), True)])
result = spark.createDataFrame([(1, ["a"]), (2, None)], schema)

# --- case: schema_mismatch_is_an_error
schema = StructType([StructField("id", IntegerType(), False)])
result = spark.createDataFrame([("1",)], schema)

# --- case: null_in_a_non_nullable_field
schema = StructType([StructField("id", IntegerType(), False)])
result = spark.createDataFrame([(None,)], schema)

# --- case: read_csv_with_header
# file: in/sales.csv
# | id,day,amount,note
# | 1,2024-01-01,10.5,"a, b"
# | 2,2024-01-02,,
# | 3,bad,7,x
df = spark.read.csv(f"{data_dir}/in", header=True, inferSchema=True)
df.printSchema()
result = df.select("id", "day", "amount", "note")

# --- case: read_json_lines_with_a_corrupt_one
# file: in/a.json
# | {"id": 1, "v": {"x": 1}}
# | {"id": 2
# | {"id": 3, "v": null, "more": [1, 2]}
df = spark.read.schema("id INT, v STRUCT<x: INT>, _corrupt_record STRING").json(f"{data_dir}/in").cache()
result = df

# --- case: write_and_read_partitions
# plan
orders.withColumn("month", substring("day", 1, 7)).write.mode("overwrite").partitionBy("month").parquet(f"{data_dir}/out")
result = spark.read.parquet(f"{data_dir}/out").where("month = '2024-01' AND amount > 50").select("order_id", "month")

# --- case: transform_chains
def with_tax(df):
    return df.withColumn("tax", round(col("amount") * 0.2, 2))


def only(status):
    return lambda df: df.where(col("status") == status)


result = orders.transform(with_tax).transform(only("paid")).select("order_id", "tax")

# --- case: reduce_over_columns
from functools import reduce

df = spark.createDataFrame([(1, 2, 3)], ["a", "b", "c"])
result = df.select(reduce(lambda x, y: x + y, [col(c) for c in df.columns]).alias("total"), greatest("a", "b", "c"), least(*df.columns))

# --- case: for_loop_of_with_column
df = spark.range(2)
for i in range(5):
    df = df.withColumn(f"c{i}", col("id") * i)
result = df

# --- case: column_from_another_dataframe
other = spark.range(3)
result = staff.select(other.id)

# --- case: group_by_without_aggregate
result = staff.groupBy("dept").show()

# --- case: order_by_dropped_column
# ordered
result = staff.select("name").orderBy(desc_nulls_last("salary"), "name")

# --- case: limit_is_not_a_sample
# ordered
result = staff.orderBy(col("salary").desc_nulls_last(), "name").limit(2).union(staff.orderBy("name").limit(1))
