"""Mistakes that people make, of every kind: what is raised, and where."""

from pyspark.sql import Window
from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

orders = spark.createDataFrame(
    [(1, 10, 5.0, "paid", "2024-01-01"), (2, 20, 7.5, "open", "2024-01-02"), (3, 10, 2.0, "paid", None)],
    "id int, customer_id int, amount double, status string, day string",
).withColumn("day", col("day").cast("date"))
customers = spark.createDataFrame([(10, "Ada"), (20, "Bob")], "customer_id int, name string")
orders.createOrReplaceTempView("orders")
customers.createOrReplaceTempView("customers")

# --- case: typo_in_keyword
result = spark.sql("selct * from orders")

# --- case: typo_in_from
result = spark.sql("select * form orders")

# --- case: missing_from
result = spark.sql("select id orders")

# --- case: missing_comma
result = spark.sql("select id amount status from orders")

# --- case: trailing_comma
result = spark.sql("select id, amount, from orders")

# --- case: comma_before_where
result = spark.sql("select id from orders, where id > 1")

# --- case: missing_and
result = spark.sql("select id from orders where id > 1 amount > 2")

# --- case: double_where
result = spark.sql("select id from orders where id > 1 where amount > 2")

# --- case: having_before_group
result = spark.sql("select id from orders having id > 1 group by id")

# --- case: order_before_where
result = spark.sql("select id from orders order by id where id > 1")

# --- case: limit_before_order
result = spark.sql("select id from orders limit 3 order by id")

# --- case: limit_of_text
result = spark.sql("select id from orders limit 'a'")

# --- case: top_instead_of_limit
result = spark.sql("select top 3 id from orders")

# --- case: equals_twice
result = spark.sql("select id from orders where id === 1")

# --- case: python_and
result = spark.sql("select id from orders where id > 1 && amount > 2")

# --- case: not_equal_python
result = spark.sql("select id from orders where id != 1 and")

# --- case: unbalanced_open
result = spark.sql("select (id + 1 from orders")

# --- case: unbalanced_close
result = spark.sql("select id + 1) from orders")

# --- case: unclosed_quote
result = spark.sql("select 'abc from orders")

# --- case: unclosed_backquote
result = spark.sql("select `id from orders")

# --- case: case_without_end
result = spark.sql("select case when id = 1 then 2 from orders")

# --- case: case_without_then
result = spark.sql("select case when id = 1 2 end from orders")

# --- case: group_by_nothing
result = spark.sql("select status, count(*) from orders group by")

# --- case: order_by_nothing_sql
result = spark.sql("select id from orders order by")

# --- case: join_without_table
result = spark.sql("select * from orders join on id = 1")

# --- case: join_without_condition_word
result = spark.sql("select * from orders o join customers c o.customer_id = c.customer_id")

# --- case: using_without_parentheses
result = spark.sql("select * from orders join customers using customer_id")

# --- case: in_without_parentheses
result = spark.sql("select * from orders where id in 1, 2")

# --- case: empty_in
result = spark.sql("select * from orders where id in ()")

# --- case: between_without_and
result = spark.sql("select * from orders where id between 1, 5")

# --- case: is_not_with_value
result = spark.sql("select * from orders where status is not 'paid'")

# --- case: over_without_parentheses
result = spark.sql("select row_number() over partition by status from orders")

# --- case: frame_without_between
result = spark.sql("select sum(id) over (order by id rows 1 preceding and 1 following) from orders")

# --- case: interval_without_unit
result = spark.sql("select day + interval 5 from orders")

# --- case: union_without_select
result = spark.sql("select id from orders union all")

# --- case: with_without_select
result = spark.sql("with t as (select 1)")

# --- case: with_without_parentheses
result = spark.sql("with t as select 1 select * from t")

# --- case: semicolon_between
result = spark.sql("select 1; select 2")

# --- case: select_distinct_twice
result = spark.sql("select distinct distinct id from orders")

# --- case: alias_is_number
result = spark.sql("select id as 1st from orders")

# --- case: alias_with_hyphen
result = spark.sql("select id as order-id from orders")

# --- case: table_with_hyphen
result = spark.sql("select * from my-orders")

# --- case: double_quoted_name
result = spark.sql('select "id" + 1 from orders')

# --- case: lone_number
result = spark.sql("42")

# --- case: only_comment
result = spark.sql("-- nothing")

# --- case: python_in_sql
result = spark.sql("df.select('id')")

# --- case: filter_text_incomplete
result = orders.filter("amount >")

# --- case: filter_text_assignment
result = orders.filter("amount = = 3")

# --- case: select_expr_unclosed
result = orders.selectExpr("sum(amount")

# --- case: expr_two_expressions
result = orders.select(F.expr("id, amount"))

# --- case: expr_with_alias_only
result = orders.select(F.expr("as x"))

# --- case: cast_to_nothing
result = spark.sql("select cast(id as) from orders")

# --- case: cast_to_unknown
result = spark.sql("select cast(id as number) from orders")

# --- case: cast_column_to_str
result = orders.select(col("id").cast("str"))

# --- case: cast_column_to_int64
result = orders.select(col("id").cast("int64"))

# --- case: cast_to_array_alone
result = orders.select(col("id").cast("array"))

# --- case: cast_to_map_alone
result = orders.select(col("id").cast("map"))

# --- case: cast_to_struct_alone
result = orders.select(col("id").cast("struct"))

# --- case: cast_to_varchar_alone
result = orders.select(col("id").cast("varchar"))

# --- case: cast_to_wide_decimal
result = orders.select(col("amount").cast("decimal(50,2)"))

# --- case: cast_to_odd_decimal
result = orders.select(col("amount").cast("decimal(5,7)"))

# --- case: cast_to_columns
result = orders.select(col("id").cast("a int, b int"))

# --- case: cast_to_empty
result = orders.select(col("id").cast(""))

# --- case: cast_to_sized_int
result = orders.select(col("id").cast("int(5)"))

# --- case: cast_date_to_int
result = orders.select(col("day").cast("int"))

# --- case: cast_int_to_date
result = orders.select(col("id").cast("date"))

# --- case: cast_array_to_int
result = orders.select(F.array("id").cast("int"))

# --- case: cast_boolean_to_date
result = orders.select((col("id") > 1).cast("date"))

# --- case: cast_text_to_array
result = orders.select(col("status").cast("array<string>"))

# --- case: text_to_int
result = orders.filter("id = 2").select(col("status").cast("int"))

# --- case: text_to_date
result = orders.filter("id = 2").select(col("status").cast("date"))

# --- case: text_to_timestamp
result = orders.filter("id = 2").select(col("status").cast("timestamp"))

# --- case: text_to_double
result = orders.filter("id = 2").select(col("status").cast("double"))

# --- case: number_plus_text
result = orders.filter("id = 2").select(col("id") + col("status"))

# --- case: text_times_number
result = orders.filter("id = 2").select(col("status") * 2)

# --- case: date_plus_date
result = orders.select(col("day") + col("day"))

# --- case: date_plus_text
result = orders.select(col("day") + lit("1 day"))

# --- case: date_times_two
result = orders.select(col("day") * 2)

# --- case: boolean_plus_one
result = orders.select((col("id") > 1) + 1)

# --- case: minus_text
result = orders.filter("id = 2").select(-col("status"))

# --- case: not_number
result = orders.select(~col("id"), ~col("status"))

# --- case: and_of_numbers
result = orders.filter(col("id") & col("amount"))

# --- case: or_of_texts
result = orders.filter(col("status") | lit("paid"))

# --- case: compare_date_with_number
result = orders.filter(col("day") > 5)

# --- case: compare_array_with_text
result = orders.filter(F.array("id") == "a")

# --- case: when_not_boolean
result = orders.select(F.when(col("id"), 1))

# --- case: when_branches_differ
result = orders.select(F.when(col("id") > 1, col("day")).otherwise(F.array("id")))

# --- case: coalesce_of_types
result = orders.select(F.coalesce(col("day"), F.array("id")))

# --- case: array_of_types
result = orders.select(F.array(col("day"), col("id")))

# --- case: map_of_odd_number
result = orders.select(F.create_map("status", "id", "amount"))

# --- case: map_of_types
result = orders.select(F.create_map(lit("a"), col("id"), lit("b"), F.array("id")))

# --- case: struct_of_nothing
result = orders.select(F.struct())

# --- case: explode_number
result = orders.select(F.explode("id"))

# --- case: explode_twice
result = orders.select(F.explode(F.array("id")), F.explode(F.array("id")))

# --- case: explode_in_function
result = orders.select(F.upper(F.explode(F.array("status"))))

# --- case: explode_in_group
result = orders.groupBy(F.explode(F.array("id"))).count()

# --- case: size_of_number
result = orders.select(F.size("id"))

# --- case: upper_of_array
result = orders.select(F.upper(F.array("id")))

# --- case: year_of_number
result = orders.select(F.year("id"))

# --- case: date_add_of_text_number
result = orders.select(F.expr("date_add(day, 'x')"))

# --- case: datediff_of_number
result = orders.select(F.datediff("day", "id"))

# --- case: to_date_of_number
result = orders.filter("id = 2").select(F.to_date("id"))

# --- case: substring_of_array
result = orders.select(F.substring(F.array("id"), 1, 2))

# --- case: split_bad_pattern
result = orders.select(F.split("status", "["))

# --- case: regexp_bad_repeat
result = orders.select(F.regexp_extract("status", "*a", 0))

# --- case: round_by_column
result = orders.select(F.expr("round(amount, id)"))

# --- case: percentile_by_column
result = orders.agg(F.expr("percentile(amount, id)"))

# --- case: percentile_beyond_one
result = orders.agg(F.expr("percentile(amount, 1.5)"))

# --- case: ntile_of_zero
result = orders.select(F.ntile(0).over(Window.orderBy("id")))

# --- case: ntile_of_column
result = orders.select(F.expr("ntile(id) over (order by id)"))

# --- case: lag_by_column
result = orders.select(F.expr("lag(id, id) over (order by id)"))

# --- case: nth_value_of_zero
result = orders.select(F.nth_value("id", 0).over(Window.orderBy("id")))

# --- case: rank_without_window
result = orders.select(F.rank())

# --- case: rank_over_unordered
result = orders.select(F.rank().over(Window.partitionBy("status")))

# --- case: sum_of_window
result = orders.agg(F.sum(F.row_number().over(Window.orderBy("id"))))

# --- case: window_of_window
result = orders.select(F.sum(F.row_number().over(Window.orderBy("id"))).over(Window.partitionBy("status")))

# --- case: window_in_filter
result = orders.filter(F.row_number().over(Window.orderBy("id")) == 1)

# --- case: window_in_group
result = orders.groupBy(F.row_number().over(Window.orderBy("id"))).count()

# --- case: window_in_join
result = orders.join(customers, F.row_number().over(Window.orderBy("id")) == 1)

# --- case: aggregate_in_group
result = orders.groupBy(F.sum("amount")).count()

# --- case: aggregate_in_filter
result = orders.filter(F.sum("amount") > 1)

# --- case: aggregate_of_aggregate
result = orders.agg(F.sum(F.sum("amount")))

# --- case: aggregate_beside_column
result = orders.select("status", F.sum("amount"))

# --- case: having_without_group
result = spark.sql("select id from orders having amount > 1")

# --- case: having_of_other_column
result = spark.sql("select status, sum(amount) from orders group by status having id > 1")

# --- case: order_of_other_column
result = spark.sql("select status, sum(amount) from orders group by status order by id")

# --- case: count_distinct_over_window
result = orders.select(F.count_distinct("id").over(Window.partitionBy("status")))

# --- case: range_over_text
result = orders.select(F.sum("id").over(Window.orderBy("status").rangeBetween(-1, 1)))

# --- case: range_over_two
result = orders.select(F.sum("id").over(Window.orderBy("id", "amount").rangeBetween(-1, 1)))

# --- case: range_without_order
result = orders.select(F.sum("id").over(Window.partitionBy("status").rangeBetween(-1, 1)))

# --- case: rows_upside_down
result = orders.select(F.sum("id").over(Window.orderBy("id").rowsBetween(2, -2)))

# --- case: rows_by_column
result = spark.sql("select sum(id) over (order by id rows between id preceding and current row) from orders")

# --- case: frame_for_rank
result = orders.select(F.rank().over(Window.orderBy("id").rowsBetween(-1, 0)))

# --- case: frame_for_lead
result = orders.select(F.lead("id").over(Window.orderBy("id").rowsBetween(-1, 0)))

# --- case: median_over_ordered
result = orders.select(F.median("amount").over(Window.orderBy("id")))

# --- case: named_window_missing
result = spark.sql("select sum(id) over w from orders")

# --- case: join_on_unknown
result = orders.join(customers, "customer")

# --- case: join_on_several_unknown
result = orders.join(customers, ["customer_id", "region"])

# --- case: join_on_not_boolean
result = orders.join(customers, orders.id + customers.customer_id)

# --- case: join_type_typo
result = orders.join(customers, "customer_id", "outter")

# --- case: join_then_ambiguous
result = orders.join(customers, orders.customer_id == customers.customer_id).select("customer_id")

# --- case: join_then_ambiguous_filter
result = orders.join(customers, orders.customer_id == customers.customer_id).filter("customer_id > 1")

# --- case: join_then_dropped_column
result = orders.join(customers, "customer_id", "left_semi").select("name")

# --- case: cross_join_on
result = spark.sql("select * from orders cross join customers on orders.customer_id = customers.customer_id where nope = 1")

# --- case: union_of_widths
result = orders.union(customers)

# --- case: union_of_types
result = orders.select("id").union(orders.select(F.array("id")))

# --- case: union_by_other_names
result = orders.select("id").unionByName(customers.select("name"))

# --- case: intersect_of_widths
result = orders.intersect(customers)

# --- case: subtract_of_types
result = orders.select("id").subtract(orders.select(F.array("id")))

# --- case: intersect_of_map
result = orders.select(F.create_map("status", "id")).intersect(orders.select(F.create_map("status", "id")))

# --- case: distinct_of_map_column
result = orders.select(F.create_map("status", "id")).distinct()

# --- case: group_by_map
result = orders.groupBy(F.create_map("status", "id")).count()

# --- case: order_by_map
result = orders.orderBy(F.create_map("status", "id"))

# --- case: max_of_map
result = orders.agg(F.max(F.create_map("status", "id")))

# --- case: group_by_position_too_far
result = orders.groupBy(lit(9)).count()

# --- case: order_by_position_too_far
result = orders.orderBy(lit(9))

# --- case: routine_typo
result = spark.sql("select summ(amount) from orders")

# --- case: routine_of_other_system
result = spark.sql("select getdate()")

# --- case: routine_of_python
result = spark.sql("select str(id) from orders")

# --- case: routine_with_database
result = spark.sql("select foo.bar(id) from orders")

# --- case: view_typo
result = spark.sql("select * from order")

# --- case: view_in_database
result = spark.sql("select * from sales.orders")

# --- case: table_method_unknown
result = spark.table("nope")

# --- case: column_of_alias_unknown
result = orders.alias("o").select("o.nope")

# --- case: alias_after_rename
result = orders.withColumnRenamed("id", "order_id").select("id")

# --- case: column_with_dot
result = orders.withColumnRenamed("id", "order.id").select("order.id")

# --- case: star_of_unknown_alias
result = orders.alias("o").select("x.*")

# --- case: star_in_arithmetic
result = orders.select(col("*") + 1)

# --- case: struct_field_typo
result = orders.select(F.struct("id", "amount").alias("s")).select("s.nope")

# --- case: index_of_struct
result = orders.select(F.struct("id").alias("s")).select(col("s")[0])

# --- case: key_of_array
result = orders.select(F.array("id").alias("a")).select(col("a")["x"])

# --- case: drop_duplicates_typo
result = orders.dropDuplicates(["nope"])

# --- case: fillna_typo
result = orders.fillna(0, subset=["nope"])

# --- case: dropna_typo
result = orders.dropna(subset=["nope"])

# --- case: replace_mixed
result = orders.replace(1, "a")

# --- case: pivot_typo
result = orders.groupBy("status").pivot("nope").count()

# --- case: to_df_few_names
result = orders.toDF("a", "b")

# --- case: unpivot_nothing_left
result = orders.unpivot(["id", "customer_id", "amount", "status", "day"], None, "k", "v")

# --- case: negative_offset
result = orders.offset(-1)

# --- case: sample_too_much
result = orders.sample(False, 2.0)

# --- case: repartition_by_typo
result = orders.repartition("nope")

# --- case: watermark_typo
result = orders.withWatermark("nope", "1 minute")

# --- case: few_arguments
result = spark.sql("select substring(status) from orders")

# --- case: many_arguments
result = spark.sql("select upper(status, 1) from orders")

# --- case: arguments_of_if
result = spark.sql("select if(id > 1, 2) from orders")

# --- case: arguments_of_datediff
result = spark.sql("select datediff(day) from orders")

# --- case: arguments_of_count
result = spark.sql("select count() from orders")

# --- case: arguments_of_coalesce
result = spark.sql("select coalesce() from orders")

# --- case: arguments_of_row_number
result = spark.sql("select row_number(id) over (order by id) from orders")

# --- case: arguments_of_date_trunc
result = spark.sql("select date_trunc(day) from orders")

# --- case: arguments_of_concat_ws
result = spark.sql("select concat_ws() from orders")

# --- case: format_bad
result = orders.select(F.date_format("day", "bbbb"))

# --- case: parse_bad_format
result = orders.select(F.to_date("status", "foo"))

# --- case: parse_bad_value
result = orders.filter("id = 2").select(F.to_date("status", "yyyy-MM-dd"))

# --- case: schema_bad_ddl
result = orders.select(F.from_json("status", "a INT, b"))

# --- case: schema_bad_type
result = orders.select(F.from_json("status", "a INTT"))

# --- case: schema_by_column
result = orders.select(F.from_json("status", col("status")))

# --- case: json_key_by_int
result = orders.select(F.from_json("status", "map<int,int>"))

# --- case: divide_by_zero_column
result = orders.select(col("amount") / (col("id") - 1))

# --- case: modulo_zero
result = orders.select(col("id") % 0)

# --- case: overflow_int
result = orders.select(col("id") + 2147483647)

# --- case: overflow_cast
result = orders.filter("id = 2").select((col("id") * 1000).cast("tinyint"))

# --- case: index_beyond
result = orders.select(F.array("id")[5])

# --- case: element_beyond
result = orders.select(F.element_at(F.array("id"), 5))

# --- case: element_zero
result = orders.select(F.element_at(F.array("id"), 0))

# --- case: map_key_null
result = orders.select(F.create_map(lit(None).cast("string"), "id"))

# --- case: map_key_twice
result = orders.select(F.create_map(lit("a"), "id", lit("a"), "id"))

# --- case: sequence_wrong_way
result = orders.select(F.sequence(lit(1), lit(5), lit(-1)))

# --- case: make_date_bad
result = orders.select(F.make_date(lit(2024), lit(13), "id"))

# --- case: scalar_subquery_rows
result = spark.sql("select (select id from orders) as x")

# --- case: scalar_subquery_columns
result = spark.sql("select (select id, amount from orders) as x")

# --- case: exists_alone
result = spark.sql("select * from orders where exists")

# --- case: in_subquery_columns
result = spark.sql("select * from orders where id in (select customer_id, name from customers)")

# --- case: correlated_unknown
result = spark.sql("select * from orders o where exists (select 1 from customers c where c.customer_id = o.nope)")

# --- case: lambda_of_two_for_filter
result = spark.sql("select filter(array(1), (x, y, z) -> x > 1)")

# --- case: lambda_not_boolean
result = spark.sql("select filter(array(1), x -> x + 1)")

# --- case: lambda_missing
result = spark.sql("select transform(array(1))")

# --- case: interval_of_months_and_days
result = spark.sql("select interval '1-2' day to second")

# --- case: date_literal_bad
result = spark.sql("select date '2024-13-45'")

# --- case: timestamp_literal_bad
result = spark.sql("select timestamp 'yesterday-ish'")

# --- case: number_too_long
result = spark.sql("select 99999999999999999999999999999999999999999")

# --- case: typed_number_too_big
result = spark.sql("select 300Y")

# --- case: extract_unknown_field
result = spark.sql("select extract(eon from day) from orders")

# --- case: extract_from_text
result = spark.sql("select extract(year from id) from orders")

# --- case: listagg_by_other_key
result = orders.agg(F.expr("listagg(distinct status) within group (order by id)"))

# --- case: within_group_missing
result = orders.agg(F.expr("percentile_cont(0.5)"))

# --- case: within_group_for_sum
result = orders.agg(F.expr("sum(id) within group (order by id)"))

# --- case: filter_for_upper
result = spark.sql("select upper(status) filter (where id > 1) from orders")

# --- case: distinct_for_upper
result = spark.sql("select upper(distinct status) from orders")

# --- case: grouping_without_rollup
result = spark.sql("select grouping(status) from orders group by status")

# --- case: grouping_of_unknown
result = spark.sql("select grouping(id) from orders group by rollup(status)")

# --- case: parameter_missing
result = spark.sql("select * from orders where id = :id")

# --- case: parameter_extra_positional
result = spark.sql("select * from orders where id = ?", args=[])

# --- case: names_with_letters_beyond_ascii
from pyspark.errors import PySparkException
for text in ["SELECT 1 AS ü", "SELECT ü FROM VALUES (1) AS t(`ü`)", "SELECT 1 größe", "SELECT größe(1)", "WITH ü AS (SELECT 1) SELECT * FROM ü", "SELECT `ü` FROM VALUES (1) AS t(`ü`)", "SELECT named_struct('a', 1).ü", "SELECT * FROM http://user/x", "SELECT 1 AS http://a WHERE (", "SELECT cast(1 AS http://x)", "SELECT 1 AS １", "SELECT from_json('1', 'http://user@x')", "SELECT from_json('1', 'a int, ü int')", "SELECT from_json('1', 'a-b')"]:
    try:
        print(spark.sql(text).columns)
    except PySparkException as error:
        print(type(error).__name__, error.getCondition(), error.getMessageParameters())
for text in ["ü int", "größe: string", "`ü` int", "a struct<ü:int>", "http://x int"]:
    try:
        print(spark.createDataFrame([], text))
    except PySparkException as error:
        print(type(error).__name__, error.getCondition(), error.getMessageParameters())
print(spark.createDataFrame([(1,)], ["ü"]).select("ü").collect())

# --- case: occurrences_in_errors_of_instr
from pyspark.errors import PySparkException
for arguments in ["'a', 'b', date'2020-01-01'", "'a', 'b', 1, date'2020-01-01'", "array(1), 'b'", "array(1), 'b', 1"]:
    try:
        spark.sql(f"SELECT instr({arguments})")
    except PySparkException as error:
        print(error.getMessageParameters())
