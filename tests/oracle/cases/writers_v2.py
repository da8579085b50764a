# writeTo and MERGE on tables of the session's catalog; readers that have nothing to read.
from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

df = spark.createDataFrame([(1, "x", 1.5), (2, "y", None)], "a int, b string, c double")
for name in ("w1", "w2", "w3", "w4", "w5", "w6", "w7"):
    spark.sql(f"drop table if exists {name}")

def tell(*calls):
    for each in calls:
        try:
            print("fine:", each())
        except Exception as error:
            print(type(error).__name__, error.getCondition(), sorted((error.getMessageParameters() or {}).items()))

# --- case: tables_are_made
df.writeTo("w1").using("parquet").partitionedBy("b").create()
df.writeTo("w2").using("csv").option("header", "true").tableProperty("k", "v").create()
df.writeTo("w3").using("parquet").partitionedBy(F.bucket(4, "a")).create()
df.writeTo("w4").using("parquet").clusterBy("a").create()
df.writeTo("w5").using("json").options(a=1, b="x").partitionedBy("a", col("b")).create()
for name in ("w1", "w2", "w5"):
    print(spark.table(name).schema.simpleString(), sorted(spark.table(name).collect(), key=str))
print(spark.sql("show tblproperties w2").collect())
print(spark.sql("show create table w3").collect()[0][0])

# --- case: rows_are_not_added
df.writeTo("w1").using("parquet").create()
tell(
    lambda: df.writeTo("w1").append(), lambda: df.select("a").writeTo("w1").append(), lambda: df.writeTo("w1").using("parquet").append(), lambda: df.writeTo("w1").overwrite(lit(True)), lambda: df.writeTo("w1").overwrite("a = 1"), lambda: df.writeTo("w1").overwritePartitions(),
    lambda: df.writeTo("w1").create(), lambda: df.writeTo("w1").replace(), lambda: df.writeTo("w1").createOrReplace(), lambda: df.writeTo("zz").append(), lambda: df.writeTo("zz").overwrite(lit(True)), lambda: df.writeTo("zz").overwritePartitions(), lambda: df.writeTo("zz").replace(),
)
print(spark.table("w1").count())

# --- case: layouts_refused
tell(
    lambda: df.writeTo("w6").using("parquet").partitionedBy(F.years("a")).create(), lambda: df.writeTo("w6").partitionedBy("zz").create(), lambda: df.writeTo("w6").partitionedBy(1), lambda: df.writeTo("w6").clusterBy("a").partitionedBy("b"),
    lambda: spark.readStream.format("rate").load().writeTo("w6"), lambda: spark.readStream.format("rate").load().write, lambda: df.writeTo(col("a")), lambda: df.writeTo("w6").using(col("a")),
)

# --- case: merges_refused
df.writeTo("w7").using("parquet").create()
tell(
    lambda: df.mergeInto("w7", col("w7.a") == df.a).whenMatched(col("w7.a") > 1).updateAll().whenNotMatched().insertAll().merge(), lambda: df.mergeInto("w7", lit(True)).merge(), lambda: df.mergeInto("zz", lit(True)).whenMatched().delete().merge(),
    lambda: df.mergeInto("w7", col("zz") == 1).whenMatched().delete().merge(), lambda: df.mergeInto("w7", lit(True)).whenNotMatched().insert({"a": 1}), lambda: df.mergeInto("w7", lit(True)).withSchemaEvolution().whenNotMatchedBySource().delete().merge(),
)

# --- case: changes_and_names_of_sources
tell(lambda: spark.read.changes("t"), lambda: spark.readStream.changes("t"), lambda: spark.readStream.name(""), lambda: spark.readStream.name("x y"), lambda: type(spark.readStream.name("x")).__name__, lambda: spark.read.csv(1), lambda: spark.read.json(None), lambda: spark.read.option("a", True) and 1)

# --- case: tags_and_sessions
tell(lambda: spark.addTag(""), lambda: spark.addTag("a,b"), lambda: spark.addTag("t"), lambda: spark.getTags(), lambda: spark.removeTag("t"), lambda: spark.getTags(), lambda: spark.interruptTag("t"), lambda: spark.interruptAll(), lambda: spark.interruptOperation("x"), lambda: spark.client, lambda: spark.copyFromLocalToFs("a", "b"), lambda: spark.registerProgressHandler(print), lambda: spark.range(1, 2, 0), lambda: spark.conf.set("a", None), lambda: spark.streams.get("x"), lambda: spark.udf.registerJavaUDAF("a", "b"), lambda: spark.udf.registerJavaFunction("a", "b"), lambda: spark.catalog.createTable("zz", schema=1))

# --- case: contexts_and_tasks
from pyspark import TaskContext
sc = spark.sparkContext
total = sc.accumulator(1)
sc.parallelize([1, 2, 3]).foreach(lambda x: total.add(x))
print(total.value, str(total), TaskContext.get(), sc.parallelize(range(4), 2).mapPartitions(lambda it: [(TaskContext.get().partitionId(), sum(it))]).collect())
print(sc.runJob(sc.parallelize([1, 2, 3, 4], 2), lambda p: [sum(p)]), sc.runJob(sc.parallelize([1, 2, 3, 4], 2), lambda p: [sum(p)], [1]), sc.getLocalProperty("x"), sc.getCheckpointDir() is None, sc.statusTracker().getActiveJobsIds())
sc.setLocalProperty("x", "y")
print(sc.getLocalProperty("x"), sc.parallelize([1]).getStorageLevel(), sc.parallelize([1]).isCheckpointed(), sc.parallelize(range(9)).countApprox(1000), sc.parallelize([("a", 1), ("b", 2)]).sampleByKey(False, {"a": 1.0, "b": 0.0}, 1).collect())
sc.setLocalProperty("x", None)
print(sc.getLocalProperty("x"))
