# What the optimizer makes of a query: physical plans, and the rows.
from pyspark.sql import Window
from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

orders = spark.createDataFrame([(1, 10, 100, 5.0), (2, 11, 101, 7.0), (3, 10, 100, 9.0), (4, None, 102, 1.0)], "order_id int, customer_id int, product_id int, amount double")
customers = spark.createDataFrame([(10, "Ada"), (11, "Bob")], "customer_id int, customer_name string")
orders.createOrReplaceTempView("orders")
customers.createOrReplaceTempView("customers")

# --- case: constant_that_raises
result = spark.range(0).select(lit(1) / lit(0))

# --- case: constant_that_may_raise
result = spark.range(3).select(F.when(col("id") > 10, lit(1) / lit(0)))

# --- case: cross_join_with_filter
# plan
result = orders.alias("o").crossJoin(customers.alias("c")).where("o.customer_id = c.customer_id")

# --- case: in_subquery
# plan
result = spark.sql("select * from orders where customer_id in (select customer_id from customers)")

# --- case: not_in_subquery
# plan
result = spark.sql("select * from orders where customer_id not in (select customer_id from customers)")

# --- case: in_subquery_as_value
result = spark.sql("select order_id, customer_id in (select customer_id from customers where customer_id > 10) as known, customer_id not in (select customer_id from customers) as unknown from orders")

# --- case: exists_correlated
# plan
result = spark.sql("select * from orders o where exists (select 1 from customers c where c.customer_id = o.customer_id and c.customer_name > 'A')")

# --- case: not_exists_correlated
# plan
result = spark.sql("select * from orders o where not exists (select 1 from customers c where c.customer_id = o.customer_id)")

# --- case: exists_or_condition
# plan
result = spark.sql("select * from orders o where amount > 5 or exists (select 1 from customers c where c.customer_id = o.customer_id)")

# --- case: exists_uncorrelated
result = spark.sql("select * from orders o where exists (select 1 from customers c)")

# --- case: scalar_correlated
result = spark.sql("select order_id, (select max(customer_name) from customers c where c.customer_id = o.customer_id) n from orders o")

# --- case: scalar_correlated_count
# plan
result = spark.sql("select order_id, (select count(*) from customers c where c.customer_id = o.customer_id) n from orders o")

# --- case: scalar_correlated_in_filter
# plan
result = spark.sql("select * from orders o where amount > (select avg(amount) from orders i where i.customer_id = o.customer_id)")

# --- case: limit_over_union
# plan
# ordered
result = orders.coalesce(1).union(orders.coalesce(1)).limit(3)

# --- case: limit_over_left_join
result = orders.join(customers, "customer_id", "left").limit(30)

# --- case: comparison_under_a_cast
# plan
result = orders.where("order_id > 2L and order_id < 3.5 and order_id <= 7D and order_id != 9L")

# --- case: comparison_out_of_range
# plan
result = orders.where("order_id < 3000000000L or order_id = 3000000000L")

# --- case: in_under_a_cast
# plan
result = orders.where("order_id in (1L, 2L, 3L)")

# --- case: between
# plan
result = orders.where("order_id between 1 and 3")

# --- case: absorbed_condition
# plan
result = orders.where("order_id = 1 or (order_id = 1 and amount > 3)")

# --- case: common_condition
# plan
result = orders.where("(order_id = 1 and amount > 2) or (order_id = 1 and amount < 1)")

# --- case: negated_condition
# plan
result = orders.where("not (order_id > 1 and amount < 3)")

# --- case: constant_propagation
# plan
result = orders.where("order_id = 1 and customer_id > order_id + 1")

# --- case: foldable_propagation
# plan
result = orders.select("order_id", lit(3).alias("k")).where("k > order_id").orderBy("k")

# --- case: group_by_constant
# plan
result = orders.groupBy(lit(1), "customer_id").count()

# --- case: drop_duplicates_of_some
result = orders.dropDuplicates(["order_id"])

# --- case: like_patterns
# plan
result = customers.where("customer_name like 'A%' or customer_name like '%b' or customer_name like '%o%' or customer_name like 'Ada'")

# --- case: field_of_struct
# plan
result = orders.select(F.struct("order_id", "amount").alias("s")).select("s.order_id")

# --- case: dear_value_used_twice
# plan
result = orders.withColumn("a", F.sqrt("amount")).withColumn("b", col("a") + col("a"))

# --- case: cheap_value_used_twice
# plan
result = orders.withColumn("a", col("amount")).withColumn("b", col("a") + col("a"))

# --- case: sort_over_sort
# plan
# ordered
result = orders.orderBy("amount").orderBy("order_id")

# --- case: sort_below_aggregate
# plan
result = orders.orderBy("amount").groupBy("customer_id").count()

# --- case: row_number_without_partition
# plan
result = orders.withColumn("rn", F.row_number().over(Window.orderBy("amount"))).where("rn <= 2")

# --- case: limit_over_row_number
# plan
# ordered
result = orders.withColumn("rn", F.row_number().over(Window.orderBy("amount"))).limit(2)

# --- case: outer_join_to_inner
# plan
result = orders.join(customers, "customer_id", "left").where("customer_name = 'Ada'")

# --- case: full_join_to_left
# plan
result = orders.join(customers, "customer_id", "full").where("amount > 1")

# --- case: joins_reordered
# plan
result = orders.alias("a").join(customers.alias("b")).join(orders.alias("c"), col("a.order_id") == col("c.order_id")).where("b.customer_id = c.customer_id")

# --- case: semi_join_below_projection
# plan
result = orders.select((col("order_id") + 7).alias("k"), "amount").join(customers, col("k") == col("customer_id"), "left_semi")

# --- case: filter_below_aggregate
# plan
result = orders.groupBy("customer_id").agg(F.sum("amount").alias("s")).where("customer_id > 3 and s > 2")

# --- case: filter_below_window
# plan
result = orders.withColumn("s", F.sum("amount").over(Window.partitionBy("customer_id"))).where("customer_id > 3 and s > 2")

# --- case: filter_below_explode
# plan
result = orders.select("order_id", F.explode(F.array("amount")).alias("x")).where("order_id > 1 and x > 2")

# --- case: filter_below_union
# plan
result = orders.select("order_id").union(customers.select("customer_id")).where("order_id > 3")

# --- case: projection_below_union
# plan
result = orders.union(orders).select("order_id", (col("amount") * 2).alias("twice"))

# --- case: except_all
# plan
result = orders.exceptAll(orders.where("order_id = 2"))

# --- case: intersect_all
# plan
result = orders.select("order_id").intersectAll(orders.select((col("product_id") - 98).alias("x")))

# --- case: count_rows
# plan
result = spark.sql("select count(*) from orders")

# --- case: local_rows_computed
# plan
result = spark.sql("select a + 1 as b from values (1), (2) t(a) where a > 1")

# --- case: empty_side_of_join
# plan
result = orders.join(customers.where("1 = 2"), "customer_id", "left").select("order_id", "customer_name")

# --- case: empty_side_of_union
# plan
result = orders.select("order_id").union(customers.where("1 = 2").select("customer_id"))

# --- case: null_condition
# plan
result = orders.where("null")

# --- case: is_null_of_never_null
# plan
result = spark.range(3).where("id is not null and id is null")

# --- case: case_with_known_branch
# plan
result = orders.select(F.when(lit(False), 1).when(col("order_id") > 1, 2).when(lit(True), 3).otherwise(4).alias("v"))

# --- case: coalesce_with_null
# plan
result = orders.select(F.coalesce(lit(None), "order_id", lit(5), "product_id").alias("v"))

# --- case: repartition_twice
# plan
result = orders.repartition(10).repartition(3, "order_id")

# --- case: distinct_twice
# plan
result = orders.select("customer_id").distinct().distinct()

# --- case: transposed_windows
# plan
a = Window.partitionBy("customer_id")
b = Window.partitionBy("customer_id", "product_id")
result = orders.select("order_id", F.sum("amount").over(b).alias("x"), F.sum("amount").over(a).alias("y"))

# --- case: filter_on_alias_of_join_key
# plan
result = orders.withColumn("c", col("customer_id")).join(customers, col("c") == customers.customer_id).where("c > 10")

# --- case: range_join_infers_bounds
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = orders.join(customers, "customer_id").where("customer_id = 10")

# --- case: comparison_of_a_case
# plan
result = spark.range(5).filter("CASE WHEN id < 3 THEN 'a' ELSE 'b' END = 'a'").select(F.when(F.col("id") > 1, 5).otherwise(3).cast("string").alias("x"))

# --- case: null_test_of_a_case
# plan
result = spark.range(5).filter("CASE WHEN id < 3 THEN NULL ELSE id END IS NOT NULL").filter("CASE WHEN id < 4 THEN 1 END = 1")

# --- case: case_between_booleans
# plan
rows = spark.createDataFrame([(1, "a"), (None, "b"), (3, "a")], ["n", "s"])
result = rows.select(F.expr("if(n > 1, true, false)").alias("x"), F.expr("if(n > 1, false, true)").alias("y"), F.expr("CASE WHEN n > 1 THEN s ELSE 'x' END = 'a'").alias("z"))

# --- case: joins_around_a_correlated_subquery
# plan
spark.sql("create or replace temp view stock as select * from values (1, 1, 4.0), (1, 2, 2.0), (2, 1, 5.0), (2, 3, 5.0) t(part, shop, price)")
spark.sql("create or replace temp view shops as select * from values (1, 'north'), (2, 'south'), (3, 'north') t(id, side)")
spark.sql("create or replace temp view parts as select * from values (1, 'nut'), (2, 'bolt') t(id, name)")
result = spark.sql("""
  select name, price, s.id from parts p, shops s, stock k
  where p.id = k.part and s.id = k.shop and s.side = 'north'
    and k.price = (select min(price) from stock, shops where part = p.id and shop = shops.id and side = 'north')
""")

# --- case: uncorrelated_subquery_over_both_sides
# plan
result = spark.sql("select order_id, customer_name from orders o join customers c on o.customer_id = c.customer_id where o.amount + length(c.customer_name) > (select avg(amount) from orders)")

prices = spark.createDataFrame([("a", 1, 2, 1.5, None), ("b", 0, 5, 2.5, None)], "s string, a int, b int, d double, n decimal(5,2)")
prices.createOrReplaceTempView("prices")

# --- case: between_bounds_of_two_types
result = spark.sql("select '5' between 1 and '10' as x, b between '1' and 3 as y, n between 0.9 * a and 1.1 * b as z, 3 between 1.5 and 4 as w from prices")

# --- case: between_under_a_name
result = spark.sql("select '5' between 1 and '10' from prices")

# --- case: between_bounds_of_two_precisions
# plan
result = spark.sql("select s from prices where n between 0.9 * a and 1.1 * b")

# --- case: case_as_condition
# plan
result = spark.sql("select s from prices where case when a <> 0 then b / a end > 0.1 and case when b > 1 then s = 'a' when a > 1 then s = 'b' end")

# --- case: decimals_compared_with_constants
# plan
result = spark.sql("select s from prices where n > 3 and n < 100.234 and n <> 7 and n <= 5000.5 and n in (1, 2.5)")

# --- case: decimal_never_equal
# plan
result = spark.sql("select s from prices where n = 1.234")

# --- case: in_many_values
# plan
result = spark.sql("select a in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1) as x, b not in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) as y, s in ('a', 'c', 'e', 'g', 'i', 'k', 'm', 'o', 'q', 's', 'u') as z from prices where b in (2, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23)")

# --- case: calls_within_calls
# plan
result = spark.sql("select s || a || 'x' || b as c, concat(s, concat('a', s, concat('b')), 'c') as e, upper(lower(s)) as u, lower(upper(lower(s))) as l from prices")

# --- case: constants_of_a_sum
# plan
result = spark.sql("select a + 1 + 2 as x, 1 + a + 2 as y, a * 2 * 3 as z, a + b + 1 + 2 as w, a - 1 - 2 as v, d + 1 + 2 as u from prices")

# --- case: constants_of_a_group
# plan
result = spark.sql("select a + 1 + 2 as x, count(*) as n from prices group by a + 1 + 2")

# --- case: sides_filtered_by_parts_of_a_condition
# plan
result = spark.sql("select order_id, customer_name from orders o join customers c on o.customer_id = c.customer_id where (c.customer_name = 'Ada' and o.amount > 6) or (c.customer_name = 'Bob' and o.amount < 8)")

# --- case: outer_side_filtered_by_parts_of_a_condition
# plan
result = spark.sql("select order_id, customer_name from orders o left join customers c on o.customer_id = c.customer_id and ((c.customer_name = 'Ada' and o.amount > 6) or (c.customer_name = 'Bob' and o.amount < 8))")

# --- case: conditions_through_three_joins
# plan
result = spark.sql("select o.order_id from orders o join customers c on o.customer_id = c.customer_id join prices p on o.product_id = p.a join orders q on o.order_id = q.order_id where o.amount > 1 and p.b > 2")

# --- case: cases_of_known_branches
# plan
result = spark.sql("select s from prices where case when a < 4 then true end and case when a < 4 then true when b < 3 then s = 'x' end and (case when a < 4 then false end or b > 1)")

# --- case: like_start_and_end
# plan
result = spark.sql("select s, s like 'a%é' as x from prices where concat(s, 'xb') like 'a%b' and 'aba' like 'ab%ba' is not null")

# --- case: semi_joins_over_projections
# plan
t = spark.createDataFrame([(10, "a", (1, "b")), (12, "b", None)], "id int, t string, st struct<a:int,b:string>")
result = t.selectExpr("id", "st.a as c").join(customers, F.expr("id = customer_id"), "left_semi")

# --- case: semi_joins_over_projections_of_constants
# plan
result = orders.selectExpr("customer_id as x", "1 as one").join(customers, F.expr("x = customer_id"), "left_anti")

# --- case: semi_join_for_which_rules_are_at_odds
t = spark.createDataFrame([(10, "a", (1, "b")), (12, "b", None)], "id int, t string, st struct<a:int,b:string>")
result = t.selectExpr("id", "st.a as c").join(customers, F.expr("true"), "left_semi")

# --- case: limit_over_offset
# plan
result = orders.select("order_id").offset(1).limit(2)

# --- case: limits_over_offsets_over_limits
# plan
result = orders.select("order_id").limit(4).offset(1).limit(2).limit(1).filter("order_id > 0")

# --- case: sorted_slice_of_what_is_computed
# plan
# ordered
result = orders.orderBy("order_id").offset(1).limit(2).selectExpr("order_id + 1 as next")

# --- case: constants_over_slices_of_one_row
def ran(df):
    try:
        return [tuple(r) for r in df.selectExpr("1 div 0 as x").collect()]
    except Exception as e:
        return e.getCondition()

one = orders.groupBy().count()
result = [ran(one.limit(5).offset(1)), ran(one.offset(1)), ran(one.offset(1).limit(1)), ran(one.limit(1).offset(5)), ran(one.limit(0)), ran(one.orderBy("count").offset(1)), ran(one.orderBy("count").limit(3).offset(1))]

# --- case: groups_without_aggregates
# plan
result = orders.groupBy("customer_id").count().groupBy().count()

# --- case: truth_values_beside_constants
# plan
flags = spark.createDataFrame([(1, True, "a"), (2, False, None), (3, None, "b")], "id int, p boolean, s string")
result = flags.where((col("p") == True) | (lit(False) == col("p"))).where((col("id") > 1) != True).select((col("p") == False).alias("q"), F.when(col("p") == True, 1).otherwise(2).alias("r"))

# --- case: truth_value_asked_for
# plan
result = spark.createDataFrame([(1, True), (2, False), (3, None)], "id int, p boolean").where(col("p") == True)

# --- case: truth_value_refused
# plan
result = spark.createDataFrame([(1, True), (2, False), (3, None)], "id int, p boolean").where(col("p") == False)

# --- case: truth_value_in_a_list
# plan
result = spark.createDataFrame([(1, True), (2, False), (3, None)], "id int, p boolean").where(col("p").isin(True)).where((col("id") > 1) == lit(False))

# --- case: column_equal_to_itself
# plan
result = spark.sql("select customer_id from orders where customer_id = customer_id and order_id >= order_id and customer_id + 1 = customer_id + 1")

# --- case: column_greater_than_itself
# plan
result = spark.sql("select customer_id from orders where customer_id > customer_id")

# --- case: count_of_null
# plan
result = spark.sql("select customer_id, count(null) a, count(null) + 1 b, count(null, null) c, count(null) filter (where amount > 1) d, sum(amount) e from orders group by customer_id having count(cast(null as int)) = 0")

# --- case: count_of_null_alone
# plan
result = spark.sql("select count(null) a, count(distinct null) b from orders")

# --- case: count_of_null_over_a_window
result = spark.sql("select order_id, count(null) over () a, count(null) over (partition by customer_id order by order_id) b from orders")

# --- case: trimmed_texts
# plan
result = spark.createDataFrame([(1, " a "), (2, None)], "id int, s string").where(F.trim("s") == "a").select(F.trim("s"), F.ltrim("s"), F.rtrim(F.upper("s")), F.trim("s", lit("a")))
