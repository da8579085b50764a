# Members of sessions, DataFrames and table functions that are seldom used.
from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

df = spark.range(0, 6, 1, 2)

# --- case: zip_projections
# ordered
# plan
result = df.select("id", (col("id") + 1).alias("j")).zip(df.select((col("id") + 1).alias("k"), "id", (col("id") * 2).alias("l")))

# --- case: zip_itself
# ordered
# plan
result = df.zip(df)

# --- case: zip_a_projection_of_it
# ordered
# plan
result = df.zip(df.select((col("id") * 2).alias("x")))

# --- case: zip_with_a_udf
# ordered
result = df.zip(df.select(F.udf(lambda x: x * 2, "bigint")("id").alias("u")))

# --- case: zip_another_range
result = df.zip(spark.range(0, 6, 1, 3).toDF("y"))

# --- case: zip_with_a_filter
result = df.zip(df.where("id > 2"))

# --- case: zip_with_an_aggregate
result = df.zip(df.groupBy("id").count())

# --- case: zip_with_a_window
result = df.zip(df.select(F.row_number().over(__import__("pyspark").sql.Window.orderBy("id"))))

# --- case: keywords_of_sql
# ordered
keywords = spark.tvf.sql_keywords()
result = keywords.select(F.count(lit(1)), F.min("keyword"), F.max("keyword"), F.max("reserved"), F.sum(F.length("keyword")), F.sum(F.crc32("keyword")))

# --- case: collations
# ordered
result = spark.sql("select * from collations()").selectExpr("count(*)", "count(language)", "count(country)", "sum(crc32(to_json(struct(*))))")

# --- case: some_collations
result = spark.sql("select * from collations() where name like 'de%' or name like 'U%'")

# --- case: worker_logs
result = spark.tvf.python_worker_logs()

# --- case: tags
spark.addTag("a")
spark.addTag("b")
spark.removeTag("b")
result = [spark.getTags(), spark.interruptTag("a"), spark.interruptAll()]
spark.clearTags()

# --- case: progress_handlers
spark.clearProgressHandlers()

# --- case: execution_info
result = df.executionInfo

# --- case: merge_without_actions
df.mergeInto("nope", lit(True)).merge()

# --- case: merge_into_a_table_of_files
spark.sql("create table merged(id bigint, v int) using parquet")
df.alias("a").mergeInto("merged", col("a.id") == col("merged.id")).whenMatched().delete().merge()

# --- case: merge_into_no_table
df.mergeInto("nope", lit(True)).whenMatched().delete().merge()

# --- case: is_empty_of_what_python_cannot_hold
result = spark.sql("select interval 1 year").isEmpty()
