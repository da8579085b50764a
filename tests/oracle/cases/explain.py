# Physical plans. Rows are compared as well.
from pyspark.sql import Window
from pyspark.sql import functions as F
from pyspark.sql.functions import col

orders = spark.createDataFrame([(1, 10, 100, 5.0), (2, 11, 101, 7.0), (3, 10, 100, 9.0), (4, None, 102, 1.0)], "order_id int, customer_id int, product_id int, amount double")
customers = spark.createDataFrame([(10, "Ada"), (11, "Bob")], "customer_id int, customer_name string")
products = spark.createDataFrame([(100, "pen"), (101, "cup"), (102, "hat")], "product_id int, product_name string")

# --- case: scan
# plan
result = orders

# --- case: project_filter
# plan
result = orders.where(col("amount") > 5).select("order_id", (col("amount") * 2).alias("twice"))

# --- case: filters_combine
# plan
result = orders.where("amount > 1").where("customer_id = 10").select("order_id")

# --- case: filter_below_project
# plan
result = orders.select("order_id", (col("amount") + 1).alias("a")).where("a > 6")

# --- case: constant_folding
# plan
result = orders.select("order_id", (F.lit(1) + 2).alias("three")).where(F.lit(2) > 1)

# --- case: always_false
# plan
result = orders.where("1 = 2")

# --- case: broadcast_by_hint
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = orders.join(F.broadcast(customers), "customer_id")

# --- case: broadcast_left_join_by_hint
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = orders.join(F.broadcast(customers), "customer_id", "left")

# --- case: two_broadcasts_then_repartition
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
joined = orders.join(F.broadcast(customers), "customer_id").join(F.broadcast(products), "product_id")
result = joined.select("order_id", "customer_name", "product_name", "amount").repartition(200, "customer_id")

# --- case: broadcast_of_the_wrong_side
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = F.broadcast(orders).join(customers, "customer_id", "left")

# --- case: size_of_local_rows_is_unknown
# plan
result = orders.join(customers, "customer_id")

# --- case: broadcast_by_size
# plan
result = spark.range(1000).join(spark.range(10), "id")

# --- case: broadcast_by_size_of_filtered_range
# plan
big = spark.range(10000000)
result = big.where("id < 3").join(spark.range(5).withColumn("v", col("id") * 2), "id", "left")

# --- case: sort_merge
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = orders.join(customers, "customer_id")

# --- case: sort_merge_full
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = orders.join(customers, "customer_id", "full")

# --- case: sort_merge_by_hint
# plan
result = spark.range(100).join(spark.range(10).hint("merge"), "id")

# --- case: shuffled_hash_by_hint
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = orders.join(customers.hint("shuffle_hash"), "customer_id")

# --- case: shuffled_hash_left
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = orders.join(customers.hint("shuffle_hash"), "customer_id", "left")

# --- case: semi_and_anti
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = orders.join(customers, "customer_id", "left_semi").join(products, "product_id", "left_anti")

# --- case: nested_loop
# plan
result = spark.range(4).alias("a").join(spark.range(3).alias("b"), col("a.id") < col("b.id"))

# --- case: cartesian
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = customers.crossJoin(products)

# --- case: join_with_condition_and_filter
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = orders.join(customers, (orders.customer_id == customers.customer_id) & (orders.amount > 5)).where("customer_name <> 'Bob'")

# --- case: join_reuses_partitioning
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = orders.join(customers, "customer_id").groupBy("customer_id").agg(F.sum("amount").alias("total"))

# --- case: pre_partitioned_join
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = orders.repartition(8, "customer_id").join(customers.repartition(8, "customer_id"), "customer_id")

# --- case: aggregate
# plan
result = orders.groupBy("customer_id").agg(F.sum("amount").alias("total"), F.count("*").alias("n"))

# --- case: aggregate_global
# plan
result = orders.agg(F.max("amount"))

# --- case: aggregate_distinct
# plan
result = orders.groupBy("customer_id").agg(F.countDistinct("product_id").alias("products"))

# --- case: aggregate_distinct_and_plain
# plan
result = orders.groupBy("customer_id").agg(F.countDistinct("product_id").alias("products"), F.sum("amount").alias("total"))

# --- case: aggregate_of_strings_sorts
# plan
result = orders.groupBy("customer_id").agg(F.max(F.col("product_id").cast("string")).alias("p"))

# --- case: aggregate_collect_is_object_hash
# plan
result = orders.groupBy("customer_id").agg(F.sort_array(F.collect_list("amount")).alias("amounts"))

# --- case: distinct
# plan
result = orders.select("customer_id").distinct()

# --- case: drop_duplicates
# plan
result = orders.select("customer_id", "product_id").dropDuplicates(["customer_id", "product_id"])

# --- case: sort
# plan
# ordered
result = orders.orderBy(F.desc("amount"))

# --- case: top_n
# plan
# ordered
result = orders.groupBy("customer_id").agg(F.sum("amount").alias("total")).orderBy(F.desc("total")).limit(2)

# --- case: limit
# plan
# ordered
result = orders.coalesce(1).limit(2)

# --- case: limit_with_offset
# plan
# ordered
result = orders.orderBy("order_id").offset(1).limit(2)

# --- case: window
# plan
result = orders.withColumn("rn", F.row_number().over(Window.partitionBy("customer_id").orderBy("amount")))

# --- case: window_without_partition
# plan
# ordered
result = orders.select("order_id", F.avg("amount").over(Window.orderBy("order_id").rowsBetween(-6, 0)).alias("m")).orderBy("order_id")

# --- case: window_group_limit
# plan
w = Window.partitionBy("customer_id").orderBy(F.desc("amount"))
result = orders.withColumn("rn", F.row_number().over(w)).where("rn = 1").drop("rn")

# --- case: window_group_limit_rank
# plan
w = Window.partitionBy("customer_id").orderBy("amount")
result = orders.withColumn("rk", F.rank().over(w)).where(col("rk") <= 2)

# --- case: two_windows
# plan
a = Window.partitionBy("customer_id").orderBy("amount")
b = Window.partitionBy("product_id")
result = orders.select("order_id", F.sum("amount").over(a).alias("x"), F.sum("amount").over(b).alias("y"))

# --- case: window_partition_reused
# plan
w = Window.partitionBy("customer_id")
result = orders.groupBy("customer_id").agg(F.sum("amount").alias("t")).withColumn("n", F.count("*").over(w))

# --- case: union
# plan
result = orders.select("order_id").union(products.select("product_id"))

# --- case: intersect_and_except
# plan
result = orders.select("customer_id").intersect(customers.select("customer_id")).exceptAll(customers.where("customer_id = 11").select("customer_id"))

# --- case: repartition_number
# plan
result = orders.repartition(5)

# --- case: repartition_by_column
# plan
result = orders.repartition("customer_id")

# --- case: repartition_by_range
# plan
result = orders.repartitionByRange(3, "amount")

# --- case: coalesce
# plan
result = orders.coalesce(1)

# --- case: repartition_then_coalesce
# plan
result = orders.repartition(10).coalesce(2)

# --- case: sort_within_partitions
# plan
result = orders.repartition(2, "customer_id").sortWithinPartitions("amount")

# --- case: range
# plan
result = spark.range(0, 10, 2, 4).where("id > 3")

# --- case: explode
# plan
result = orders.select("order_id", F.explode(F.array("amount", F.lit(0.0))).alias("v"))

# --- case: pivot
# plan
result = orders.groupBy("customer_id").pivot("product_id", [100, 101]).sum("amount")

# --- case: rollup
# plan
result = orders.rollup("customer_id", "product_id").agg(F.sum("amount").alias("t"))

# --- case: python_udf
# plan
plus = F.udf(lambda x: None if x is None else x + 1, "int")
result = orders.select("order_id", plus("customer_id").alias("c")).where("order_id > 1")

# --- case: python_udf_in_filter
# plan
keep = F.udf(lambda x: x > 1, "boolean")
result = orders.where(keep("order_id")).select("order_id")

# --- case: csv_scan_pushdown
# plan
# file: data.csv
# | id,name,v
# | 1,a,5
# | 2,b,6
result = spark.read.csv(f"{data_dir}/data.csv", header=True, schema="id int, name string, v int").where("id > 1 and name is not null").select("v")

# --- case: csv_join_by_size
# plan
# file: data.csv
# | id,name
# | 1,a
# | 2,b
result = orders.join(spark.read.csv(f"{data_dir}/data.csv", header=True, schema="order_id int, name string"), "order_id")

# --- case: scalar_subquery
orders.createOrReplaceTempView("orders")
result = spark.sql("select order_id from orders where amount > (select avg(amount) from orders)")

# --- case: column_pruning_through_join
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = orders.join(products, "product_id").select("product_name").distinct()

# --- case: adaptive_off
# plan
# conf: spark.sql.adaptive.enabled=false
# conf: spark.sql.shuffle.partitions=4
result = orders.groupBy("customer_id").count()

# --- case: cached
# plan
result = orders.where("amount > 5").cache().select("order_id")

# --- case: printed
orders.where("amount > 5").select("order_id").explain()

# --- case: printed_extended
orders.where("amount > 5").select("order_id").explain(True)

# --- case: printed_formatted
spark.range(10).groupBy((col("id") % 3).alias("k")).agg(F.sum("id").alias("t")).explain("formatted")

# --- case: parsed_plans
import contextlib
import io

from pyspark.sql import functions as F

df = spark.createDataFrame([(i, i % 3, float(i)) for i in range(20)], "id long, k long, v double")
df.createOrReplaceTempView("numbers")


def parsed(d):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        d.explain(True)
    print(out.getvalue().split("== Analyzed")[0])


parsed(df.groupBy("k").agg(F.sum("v").alias("s")))
parsed(df.groupBy("k").count())
parsed(df.sort("id"))
parsed(df.orderBy(F.col("id").desc()))
parsed(df.select("*"))
parsed(df.select(F.col("id"), F.lit(1), (F.col("v") + 1).alias("x"), F.upper("k")))
parsed(df.filter("id > 3 and k in (1,2)"))
parsed(df.filter((F.col("id") > 3) & ~(df.k == 1)))
parsed(df.where(F.col("id").isNull() | (F.col("v") >= 1)))
parsed(df.join(spark.range(3).toDF("k"), "k", "left"))
parsed(df.union(df))
parsed(df.distinct())
parsed(df.withColumn("z", F.col("v") * 2))
parsed(df.drop("v"))
parsed(df.select(F.col("id").cast("string").alias("t"), F.expr("cast(v as int)").alias("u")))
parsed(df.limit(3))
parsed(df.select(df.id, df["k"]))
parsed(spark.sql("select k, sum(v) as s from numbers where id > 3 group by k having sum(v) > 2 order by s desc limit 3"))
parsed(spark.sql("select a.*, b.v from numbers a left join numbers b on a.id = b.k where a.id in (1, 2) and b.v is null"))
parsed(spark.sql("with c as (select k, max(v) m from numbers group by k) select * from c where m > 1 union all select 1, 2.0"))
parsed(spark.sql("select case when id > 1 then 'x' else 'y' end c, cast(id as string) s, count(*) over (partition by k order by id) w from numbers"))
parsed(spark.sql("select id from numbers where not (id = 1) and k <> 2 and v is not null"))

# --- case: analyzed_over_a_view
spark.range(3).selectExpr("id", "id * 2 as v").createOrReplaceTempView("shown")
spark.sql("select id from shown where v > 1").explain(True)
