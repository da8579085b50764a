import contextlib
import io
import re

from pyspark.sql import Window
from pyspark.sql.functions import input_file_name, regexp_extract, row_number, spark_partition_id

rows = spark.range(20).selectExpr("id", "id % 3 as k", "id % 2 as j", "concat('v', id) as v")


def plan(df):
    """Prints the plan without the folders of this machine."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        df.explain()
    print(re.sub(r"Location: (\w+)\((\d+) paths\)\[.*?(\]|\.\.\.), ", r"Location: \1 \2, ", out.getvalue()))


def bucket():
    return regexp_extract(input_file_name(), r"_(\d+)\.c000", 1)


# --- case: bucket_ids
# ordered
rows.repartition(1).write.format("json").bucketBy(4, "v", "id").sortBy("id").saveAsTable("bucket_ids")
result = spark.table("bucket_ids").select("v", "id", bucket().alias("bucket")).orderBy("id")
result = spark.createDataFrame([tuple(r) for r in result.collect()], "v string, id long, bucket string")
spark.sql("DROP TABLE bucket_ids")

# --- case: bucket_ids_of_types
# ordered
typed = spark.range(6).selectExpr(
    "cast(id as int) i", "cast(id as double) / 3 d", "cast(id as decimal(10,2)) m", "date_add(date'2024-01-01', cast(id as int)) t",
    "timestamp_seconds(id * 1000) s", "id % 2 = 0 b", "if(id > 3, null, concat('x', id)) n",
)
found = []
for column in typed.columns:
    typed.repartition(1).write.format("json").bucketBy(5, column).saveAsTable("bucket_ids_of_types")
    found += [(column, r[0], r[1]) for r in spark.table("bucket_ids_of_types").select("i", bucket()).orderBy("i").collect()]
    spark.sql("DROP TABLE bucket_ids_of_types")
result = spark.createDataFrame(found, "column string, i int, bucket string")

# --- case: bucketed_scan
rows.write.bucketBy(4, "k").sortBy("id").saveAsTable("bucketed_scan")
t = spark.table("bucketed_scan")
plan(t)
plan(t.groupBy("k").count())
plan(t.where("k = 1"))
plan(t.where("k = 1").groupBy("k").count())
plan(t.where("k in (1, 2) and id > 3").groupBy("k").count())
plan(t.where("k = 2 or k = 1").groupBy("k").count())
plan(t.where("k is null").groupBy("k").count())
plan(t.where("k > 1").groupBy("k").count())
plan(t.select("id").distinct())
plan(t.orderBy("k"))
plan(t.limit(3).groupBy("k").count())
plan(t.withColumn("n", row_number().over(Window.partitionBy("k").orderBy("id"))))
plan(t.union(t).groupBy("k").count())
result = t.where("k = 2").groupBy("k").count()

# --- case: bucketed_aggregate_in_place
result = rows.write.bucketBy(4, "k").saveAsTable("bucketed_in_place")
result = spark.table("bucketed_in_place").groupBy("k").agg({"id": "sum"})

# --- case: bucketed_partition_ids
rows.write.bucketBy(4, "k").saveAsTable("bucketed_partition_ids")
result = spark.table("bucketed_partition_ids").groupBy("k").count().withColumn("p", spark_partition_id())

# --- case: bucketed_join
# conf: spark.sql.autoBroadcastJoinThreshold=-1
rows.write.bucketBy(4, "k").sortBy("k").saveAsTable("bucketed_join_a")
rows.where("id < 9").write.bucketBy(4, "k").sortBy("k").saveAsTable("bucketed_join_b")
rows.write.bucketBy(6, "k").saveAsTable("bucketed_join_c")
a, b, c = spark.table("bucketed_join_a"), spark.table("bucketed_join_b"), spark.table("bucketed_join_c")
plan(a.join(b, "k"))
plan(a.join(c, "k"))
plan(a.join(spark.range(10).toDF("k"), "k"))
plan(a.join(rows, "id"))
plan(c.join(spark.range(10).toDF("k"), "k", "left").groupBy("k").count())
result = a.join(b, "k").groupBy("k").count()

# --- case: bucketed_by_two
# conf: spark.sql.autoBroadcastJoinThreshold=-1
rows.write.bucketBy(4, "v", "id").saveAsTable("bucketed_by_two")
t = spark.table("bucketed_by_two")
plan(t.groupBy("v").count())
plan(t.groupBy("v", "id", "k").count())
plan(t.dropDuplicates(["v", "id"]))
plan(t.join(t.withColumnRenamed("k", "k2"), ["id", "v"]))
result = t.join(t.select("id", "v"), ["id", "v"]).groupBy("id", "v").count()

# --- case: bucketing_disabled
# conf: spark.sql.sources.bucketing.enabled=false
rows.write.bucketBy(4, "k").saveAsTable("bucketing_disabled")
plan(spark.table("bucketing_disabled").groupBy("k").count())
result = spark.table("bucketing_disabled").groupBy("k").count()

# --- case: bucketing_always
# conf: spark.sql.sources.bucketing.autoBucketedScan.enabled=false
rows.write.bucketBy(4, "k").saveAsTable("bucketing_always")
t = spark.table("bucketing_always")
plan(t)
plan(t.where("k = 1"))
result = t

# --- case: bucket_by_save
rows.write.bucketBy(4, "k").save("/nowhere")

# --- case: bucket_by_insert_into
rows.write.saveAsTable("bucket_by_insert_into")
rows.write.bucketBy(4, "k").sortBy("v").insertInto("bucket_by_insert_into")

# --- case: sort_by_alone
rows.write.sortBy("v").saveAsTable("sort_by_alone")

# --- case: bucket_column_missing
rows.write.bucketBy(4, "zz").saveAsTable("bucket_column_missing")

# --- case: sort_column_missing
rows.write.bucketBy(4, "k").sortBy("zz").saveAsTable("sort_column_missing")

# --- case: bucket_count_zero
rows.write.bucketBy(0, "k").saveAsTable("bucket_count_zero")

# --- case: bucket_column_twice
rows.write.bucketBy(4, "k", "k").saveAsTable("bucket_column_twice")

# --- case: bucket_column_of_folders
rows.write.partitionBy("k").bucketBy(4, "k").saveAsTable("bucket_column_of_folders")

# --- case: sort_column_of_folders
rows.write.partitionBy("k").bucketBy(4, "v").sortBy("k").saveAsTable("sort_column_of_folders")

# --- case: bucket_by_text
rows.write.bucketBy("a", "k")

# --- case: bucket_by_number
rows.write.bucketBy(4, 5)

# --- case: bucket_by_list_and_more
rows.write.bucketBy(4, ["k"], "v")

# --- case: cluster_by_with_buckets
rows.write.clusterBy("k").bucketBy(3, "id").saveAsTable("cluster_by_with_buckets")

# --- case: append_other_format
rows.write.format("json").saveAsTable("append_other_format")
rows.write.mode("append").saveAsTable("append_other_format")

# --- case: append_other_partitions
rows.write.partitionBy("k").saveAsTable("append_other_partitions")
rows.write.mode("append").saveAsTable("append_other_partitions")

# --- case: append_other_buckets
rows.write.bucketBy(3, "k").saveAsTable("append_other_buckets")
rows.write.mode("append").bucketBy(4, "k").saveAsTable("append_other_buckets")

# --- case: append_same_layout
rows.write.partitionBy("k").bucketBy(3, "v").saveAsTable("append_same_layout")
rows.write.mode("append").partitionBy("k").bucketBy(3, "v").saveAsTable("append_same_layout")
result = spark.table("append_same_layout").groupBy("k").count()

# --- case: partition_by_insert_into
rows.write.partitionBy("k").saveAsTable("partition_by_insert_into")
rows.write.partitionBy("k").insertInto("partition_by_insert_into")

# --- case: create_bucketed
spark.sql(
    "CREATE TABLE create_bucketed (id BIGINT, k BIGINT, p INT) USING parquet "
    "PARTITIONED BY (p) CLUSTERED BY (k) SORTED BY (id) INTO 4 BUCKETS"
)
spark.sql("INSERT INTO create_bucketed SELECT id, id % 3, 1 FROM range(10)")
plan(spark.table("create_bucketed").groupBy("k").count())
print(spark.sql("SHOW CREATE TABLE create_bucketed").collect()[0][0])
result = spark.table("create_bucketed").groupBy("k", "p").count()

# --- case: create_bucketed_from_query
spark.sql("CREATE TABLE create_bucketed_ctas USING parquet CLUSTERED BY (id) INTO 2 BUCKETS AS SELECT id, id % 3 k FROM range(7)")
result = spark.table("create_bucketed_ctas").groupBy("id").count()

# --- case: create_clause_twice
spark.sql("CREATE TABLE create_clause_twice (a INT, b INT) USING parquet PARTITIONED BY (a) PARTITIONED BY (b)")

# --- case: create_sorted_down
spark.sql("CREATE TABLE create_sorted_down (a INT) USING parquet CLUSTERED BY (a) SORTED BY (a DESC) INTO 2 BUCKETS")

# --- case: create_sorted_late
spark.sql("CREATE TABLE create_sorted_late (a INT) USING parquet CLUSTERED BY (a) INTO 2 BUCKETS SORTED BY (a)")

# --- case: create_no_buckets
spark.sql("CREATE TABLE create_no_buckets (a INT, b INT) USING parquet CLUSTERED BY (a) INTO 0 BUCKETS")

# --- case: create_partition_missing
spark.sql("CREATE TABLE create_partition_missing (a INT, b INT) USING parquet PARTITIONED BY (b, c)")

# --- case: create_only_partitions
spark.sql("CREATE TABLE create_only_partitions (a INT, b INT) USING parquet PARTITIONED BY (a, b)")

# --- case: create_external_without_location
spark.sql("CREATE EXTERNAL TABLE create_external_without_location (a INT) USING parquet")

# --- case: create_stored_as
spark.sql("CREATE TABLE create_stored_as (a INT) STORED AS parquet")

# --- case: partitioned_scan
rows.write.partitionBy("k", "j").saveAsTable("partitioned_scan")
t = spark.table("partitioned_scan")
plan(t)
plan(t.groupBy("k").count())
plan(t.select("id", "j"))
plan(t.where("k > 1").select("id"))
plan(t.where("k = 1 or id = 3").select("id"))
plan(t.where("k + 1 = 2 and id > 4"))
plan(rows.join(t.where("k = 1 and j = 0"), "id"))
result = t.where("k > 0 and j = 1").groupBy("k", "j").count()

# --- case: partitioned_files
# file: in/k=1/j=a/x.csv
# | 1,one
# | 2,two
# file: in/k=2/j=b/x.csv
# | 3,three
t = spark.read.schema("id long, v string").csv(data_dir + "/in")
plan(t)
plan(t.where("k = 1 and id > 1"))
plan(t.where("k = 1").select("v"))
plan(t.where("j = 'b'").select("j"))
result = t.where("k = 1")

# --- case: external_table
# file: in/k=1/x.csv
# | 1,one
# file: in/k=2/x.csv
# | 3,three
spark.sql(f"CREATE TABLE external_table (id BIGINT, v STRING, k INT) USING csv PARTITIONED BY (k) LOCATION '{data_dir}/in'")
print(spark.table("external_table").count())
spark.sql("MSCK REPAIR TABLE external_table")
spark.sql("SHOW PARTITIONS external_table").show()
spark.sql("INSERT INTO external_table PARTITION (k = 7) SELECT 9, 'nine'")
spark.sql("INSERT INTO external_table VALUES (10, 'ten', 8)")
spark.sql("INSERT OVERWRITE external_table PARTITION (k = 1) VALUES (100, 'hundred')")
print(spark.sql("SHOW CREATE TABLE external_table").collect()[0][0])
result = spark.table("external_table")

# --- case: external_table_inferred
# file: in/k=1/x.json
# | {"a": 1}
# file: in/k=2/x.json
# | {"a": 2}
spark.sql(f"CREATE TABLE external_table_inferred USING json LOCATION '{data_dir}/in'")
result = spark.table("external_table_inferred")

# --- case: external_table_dropped
# file: in/note.txt
# | a folder for the table
rows.write.option("path", f"{data_dir}/out").saveAsTable("external_table_dropped")
print(spark.catalog.getTable("external_table_dropped").tableType)
spark.sql("DROP TABLE external_table_dropped")
result = spark.read.parquet(f"{data_dir}/out")

# --- case: insert_partition_unknown
rows.write.partitionBy("k").saveAsTable("insert_partition_unknown")
spark.sql("INSERT INTO insert_partition_unknown PARTITION (zz = 1) SELECT 1, 1, 'a'")

# --- case: insert_partition_few_columns
rows.write.partitionBy("k").saveAsTable("insert_partition_few_columns")
spark.sql("INSERT INTO insert_partition_few_columns PARTITION (k = 9) SELECT 1, 1")

# --- case: insert_partition_columns
rows.write.partitionBy("k").saveAsTable("insert_partition_columns")
spark.sql("INSERT INTO insert_partition_columns PARTITION (k = 9) (v, id, j) SELECT 'vv', 100, 200")
result = spark.table("insert_partition_columns").where("k = 9")

# --- case: show_partitions_of_none
rows.write.saveAsTable("show_partitions_of_none")
spark.sql("SHOW PARTITIONS show_partitions_of_none")

# --- case: partitions_with_odd_values
spark.sql("CREATE TABLE odd_partitions (a INT, b STRING) USING parquet PARTITIONED BY (b)")
spark.sql("INSERT INTO odd_partitions VALUES (1, 'x y'), (2, NULL), (3, 'a/b')")
spark.sql("SHOW PARTITIONS odd_partitions").show(10, False)
print(spark.table("odd_partitions").where("b is null").collect())
result = spark.table("odd_partitions")

# --- case: columns_of_layout
rows.write.partitionBy("j").bucketBy(2, "k").saveAsTable("columns_of_layout")
result = [tuple(c) for c in spark.catalog.listColumns("columns_of_layout")]

# --- case: plan_of_parquet
rows.write.saveAsTable("plan_of_parquet")
t = spark.table("plan_of_parquet")
plan(t.where("id > 3").select("v"))
plan(t.selectExpr("count(*)"))
t.groupBy("k").count().collect()
result = t.where("id > 3")

# --- case: csv_filters
# file: in/x.csv
# | 1,2,1.5,abc
t = spark.read.schema("id long, k long, v double, s string").csv(data_dir + "/in")


def pushed(df):
    """What the source is told, and what it reads: without the numbers of columns, by which texts are cut short elsewhere."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        df.explain("formatted")
    print([line for line in out.getvalue().splitlines() if re.match("PushedFilters|ReadSchema|PartitionFilters|Batched", line)])


pushed(t.select("k"))
pushed(t.where("id > 3 and s like 'a%' and s = 'x' or k is null"))
pushed(t.where("id in (1,2,3) and not (k = 1) and s is not null and v <> 2"))
pushed(t.where("s like 'a%' and s like '%b' and s like '%c%' and startswith(s, 'q')"))
pushed(t.where("id <=> 3 and k between 1 and 2 and length(s) > 2"))
pushed(t.where("v > 1.5 and id + 1 > 2 and cast(s as int) = 3"))
pushed(t.selectExpr("count(*)"))
pushed(t.select("s", "id"))
pushed(t.selectExpr("id + 1 as x").where("x > 3"))
result = t.where("id = 1").select("s")

# --- case: json_filters
# file: in/x.json
# | {"a": 1, "d": "2024-01-01", "t": "2024-01-01 10:00:00", "m": 1.50, "b": true}
t = spark.read.schema("a int, d date, t timestamp, m decimal(10,2), b boolean").json(data_dir + "/in")
for condition in [
    "d > date'2024-01-01' and t < timestamp'2024-01-01 00:00:00' and m >= 1.5 and b",
    "not b and d = '2024-01-01' and a != 2",
    "d in (date'2024-01-01', date'2024-02-01') and year(d) = 2024",
]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        t.where(condition).explain("formatted")
    print([line for line in out.getvalue().splitlines() if re.match("PushedFilters|ReadSchema", line)])
result = t.where("b").select("a", "m")

# --- case: csv_columns_in_use
# file: in/x.csv
# | 1,2,3
# | 4,x,6
# | 7,8
read = spark.read.schema("a int, b int, c int")
loose, strict = read.option("mode", "DROPMALFORMED"), spark.read.schema("a int, b int, c int").option("mode", "FAILFAST")
print(loose.csv(data_dir + "/in").collect())
print(loose.csv(data_dir + "/in").select("a").collect())
print(loose.csv(data_dir + "/in").select("c").collect())
print(loose.csv(data_dir + "/in").count())
print(strict.csv(data_dir + "/in").select("a").collect())
result = read.csv(data_dir + "/in").select("b")

# --- case: csv_columns_in_use_malformed
# file: in/x.csv
# | 1,2,3
# | 4,x,6
result = spark.read.schema("a int, b int, c int").option("mode", "FAILFAST").csv(data_dir + "/in").select("a", "b")

# --- case: csv_all_columns_parsed
# conf: spark.sql.csv.parser.columnPruning.enabled=false
# file: in/x.csv
# | 1,2,3
# | 4,x,6
# | 7,8
result = spark.read.schema("a int, b int, c int").option("mode", "DROPMALFORMED").csv(data_dir + "/in").select("a")

# --- case: csv_corrupt_record_beside_a_column
# file: in/x.csv
# | 1,2,3
# | 4,x,6
# | 7,8
result = spark.read.schema("a int, b int, c int, _corrupt_record string").csv(data_dir + "/in").select("a", "_corrupt_record")

# --- case: csv_column_without_its_corrupt_record
# file: in/x.csv
# | 1,2,3
# | 4,x,6
# | 7,8
result = spark.read.schema("a int, b int, c int, _corrupt_record string").option("mode", "DROPMALFORMED").csv(data_dir + "/in").select("a")

# --- case: json_columns_in_use
# file: in/x.json
# | {"a": 1, "b": 2}
# | {"a": 3, "b": "x"}
# | {"a": 5
read = spark.read.schema("a int, b int")
loose = spark.read.schema("a int, b int").option("mode", "DROPMALFORMED")
print(read.json(data_dir + "/in").collect(), read.json(data_dir + "/in").select("a").collect(), read.json(data_dir + "/in").count())
print(loose.json(data_dir + "/in").collect(), loose.json(data_dir + "/in").select("a").collect(), loose.json(data_dir + "/in").count())
corrupt = spark.read.schema("a int, b int, _corrupt_record string").json(data_dir + "/in")
result = corrupt.select("a", "_corrupt_record")

# --- case: fields_in_use
n = spark.createDataFrame(
    [(1, (2, "x", (3, 4)), [(1, 2), (3, 4)], {"a": (1, 2)})],
    "a int, s struct<b:int,c:string,d:struct<e:int,f:int>>, l array<struct<x:int,y:int>>, m map<string,struct<p:int,q:int>>",
)
n.write.saveAsTable("fields_in_use")
q = spark.table("fields_in_use")
plan(q.select("s.b"))
plan(q.select("s.d.e", "s.c"))
plan(q.select("s.d", "s.d.e"))
plan(q.select("s", "s.b"))
plan(q.select("l.x"))
plan(q.selectExpr("l[0].x"))
plan(q.selectExpr("m['a'].p"))
plan(q.selectExpr("map_values(m).p"))
plan(q.where("s.b > 1").select("a"))
plan(q.where("s.d.e = 3 and s is not null").select("s.c"))
plan(q.where("s is not null").select("a"))
result = q.where("s.d.e = 3").select("s.c", "l.y")

# --- case: fused_loops
d = spark.createDataFrame([("a", [1, 2], {"a": 1})], "s string, l array<int>, m map<string,int>")
for e in [
    "transform(l, z -> z + 1)", "filter(l, z -> z > 1)", "exists(l, z -> z > 1)", "forall(l, z -> z > 1)", "aggregate(l, 0, (a, z) -> a + z)",
    "zip_with(l, l, (a, b) -> a + b)", "map_filter(m, (k, v) -> v > 1)", "transform_values(m, (k, v) -> v + 1)", "array_sort(l, (a, b) -> b - a)",
    "from_json(s, 'a int')", "to_json(m)", "get_json_object(s, '$.a')", "from_csv(s, 'a int')",
]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        d.selectExpr(e).explain()
    print(e, "fused" if "*(1) Project" in out.getvalue() else "alone")
