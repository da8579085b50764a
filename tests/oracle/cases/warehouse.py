# A shop's star schema, asked as analysts ask it: many joins, grouping sets, windows over aggregates, set operations, subqueries.
import datetime
from decimal import Decimal

days = [(i, datetime.date(2023, 1, 1) + datetime.timedelta(days=i * 17), 2023 + (i * 17) // 365, (i * 17 // 30) % 12 + 1) for i in range(40)]
spark.createDataFrame(days, "day_id int, day date, year int, month int").createOrReplaceTempView("days")
spark.createDataFrame([(i, f"item {i % 7}", ["books", "music", "sport", None][i % 4], ["a", "b", "c"][i % 3], Decimal(i * 13 % 50) / 4) for i in range(1, 21)], "item_id int, name string, category string, brand string, price decimal(7,2)").createOrReplaceTempView("items")
spark.createDataFrame([(i, f"shop {i}", ["north", "south"][i % 2], Decimal(i % 3 - 1)) for i in range(1, 6)], "shop_id int, shop string, region string, offset decimal(5,2)").createOrReplaceTempView("shops")
spark.createDataFrame([(i, ["Ada", "Bob", "Cy", None][i % 4], ["F", "M"][i % 2], i % 5 if i % 6 else None) for i in range(1, 16)], "customer_id int, first string, gender string, home int").createOrReplaceTempView("customers")


def fact(n, step):
    return [
        (i * step % 40, i * 3 % 20 + 1, i * 7 % 5 + 1 if i % 11 else None, i * 5 % 15 + 1 if i % 9 else None, i // 2, i % 6 + 1, Decimal(i * 37 % 400) / 4, Decimal(i * 53 % 300 - 60) / 3)
        for i in range(n)
    ]


FACT = "day_id int, item_id int, shop_id int, customer_id int, ticket int, quantity int, amount decimal(7,2), profit decimal(7,2)"
spark.createDataFrame([tuple(round(v, 2) if isinstance(v, Decimal) else v for v in row) for row in fact(120, 7)], FACT).createOrReplaceTempView("sales")
spark.createDataFrame([tuple(round(v, 2) if isinstance(v, Decimal) else v for v in row) for row in fact(60, 11)], FACT).createOrReplaceTempView("web")
spark.createDataFrame([(i * 13 % 40, i * 3 % 20 + 1, i * 5 % 15 + 1, i * 2, Decimal(i * 7 % 90) / 2) for i in range(40)], "day_id int, item_id int, customer_id int, ticket int, refund decimal(7,2)").createOrReplaceTempView("refunds")

# --- case: brands_by_month
# plan
result = spark.sql("select d.year, i.brand, sum(s.amount) as total from days d, sales s, items i where d.day_id = s.day_id and s.item_id = i.item_id and i.category = 'books' and d.month in (3, 11) group by d.year, i.brand order by d.year, total desc, i.brand limit 10")

# --- case: any_of_several_conditions
# plan
result = spark.sql("""
  select avg(s.quantity) as q, sum(s.amount) as a from sales s, shops h, customers c, items i
  where h.shop_id = s.shop_id and s.customer_id = c.customer_id and i.item_id = s.item_id
    and ((c.gender = 'F' and i.price between 1 and 5) or (c.gender = 'M' and i.price between 3 and 9) or (c.first = 'Cy' and i.price > 10.5))
    and (h.region = 'north' or s.profit > 20)
""")

# --- case: above_the_average_of_its_group
# plan
result = spark.sql("""
  with totals as (select r.customer_id, d.month, sum(r.refund) as refunded from refunds r, days d where r.day_id = d.day_id group by r.customer_id, d.month)
  select c.customer_id, t.month, t.refunded from totals t, customers c
  where t.refunded > (select avg(refunded) * 1.2 from totals u where u.month = t.month) and t.customer_id = c.customer_id
""")

# --- case: sold_in_both_ways
# plan
result = spark.sql("""
  select count(*) as n from (
    select distinct c.first, d.day from sales s, days d, customers c where s.day_id = d.day_id and s.customer_id = c.customer_id and d.year = 2023
    intersect
    select distinct c.first, d.day from web w, days d, customers c where w.day_id = d.day_id and w.customer_id = c.customer_id and d.year = 2023)
""")

# --- case: bought_and_not_on_the_web
# plan
result = spark.sql("""
  select c.gender, count(*) as n from customers c, shops h where c.home = h.shop_id
    and exists (select * from sales s, days d where c.customer_id = s.customer_id and s.day_id = d.day_id and d.year = 2023)
    and not exists (select * from web w, days d where c.customer_id = w.customer_id and w.day_id = d.day_id and d.month between 1 and 4)
  group by c.gender
""")

# --- case: rollup_over_all_channels
# plan
result = spark.sql("""
  with lines as (
    select 'shop' as channel, s.item_id, s.amount, s.profit from sales s, days d where s.day_id = d.day_id and d.day between date'2023-03-01' and date'2023-03-01' + interval 90 days
    union all
    select 'web' as channel, w.item_id, w.amount, w.profit from web w, days d where w.day_id = d.day_id and d.day between date'2023-03-01' and date'2023-03-01' + interval 90 days)
  select channel, category, sum(amount) as a, sum(profit) as p from lines, items where lines.item_id = items.item_id group by rollup(channel, category)
""")

# --- case: months_that_stray_from_their_average
# plan
result = spark.sql("""
  select * from (
    select i.category, i.brand, d.month, sum(s.amount) as a, avg(sum(s.amount)) over (partition by i.category, i.brand) as average
    from items i, sales s, days d where s.item_id = i.item_id and s.day_id = d.day_id group by i.category, i.brand, d.month)
  where case when average > 0 then abs(a - average) / average else null end > 0.1
""")

# --- case: best_of_each_region
# plan
result = spark.sql("""
  select region, shop, total from (
    select h.region, h.shop, sum(s.profit) as total, rank() over (partition by h.region order by sum(s.profit) desc) as place
    from sales s join shops h on s.shop_id = h.shop_id group by h.region, h.shop)
  where place <= 2
""")

# --- case: returned_share
# plan
result = spark.sql("""
  select i.name, sum(coalesce(r.refund, 0)) / sum(s.amount) as share
  from sales s left join refunds r on s.ticket = r.ticket and s.item_id = r.item_id join items i on s.item_id = i.item_id
  where s.amount > 1 group by i.name having sum(s.amount) > 100
""")

# --- case: customers_of_both_years
# plan
result = spark.sql("""
  with years as (select s.customer_id, d.year, sum(s.amount) as a from sales s, days d where s.day_id = d.day_id group by s.customer_id, d.year)
  select c.first || ', ' || c.gender || '!' as who, b.a / a.a as growth from years a, years b, customers c
  where a.customer_id = b.customer_id and a.year = 2023 and b.year = 2024 and a.a > 0 and c.customer_id = a.customer_id and case when a.a > 0 then b.a / a.a end > 0.5
""")

# --- case: items_of_many
# plan
result = spark.sql("select i.item_id, i.price from items i where i.item_id in (1, 2, 3, 5, 7, 8, 11, 13, 14, 17, 19, 20) and i.price >= 2 and i.price < 11.999 and i.item_id + 1 + 2 > 6 and lower(upper(i.brand)) <> 'c'")

# --- case: offsets_compared
# plan
result = spark.sql("select h.shop, sum(w.quantity) as q from web w, shops h where w.shop_id = h.shop_id and h.offset = -1 group by h.shop union all select h.shop, count(*) from sales s, shops h where s.shop_id = h.shop_id and h.offset = 1 group by h.shop")

# --- case: cheapest_seller
result = spark.sql("""
  select i.name, h.shop, s.amount from items i, sales s, shops h, days d
  where i.item_id = s.item_id and h.shop_id = s.shop_id and s.day_id = d.day_id and h.region = 'south'
    and s.amount = (select min(amount) from sales, shops where i.item_id = item_id and sales.shop_id = shops.shop_id and region = 'south')
""")

# --- case: large_orders
# plan
result = spark.sql("select c.first, s.ticket, sum(s.quantity) as q from customers c, sales s where s.ticket in (select ticket from sales group by ticket having sum(quantity) > 6) and c.customer_id = s.customer_id group by c.first, s.ticket")

# --- case: not_the_usual_colours
result = spark.sql("select brand, count(distinct item_id) as n, count(distinct name) as names, sum(price) as p from items where category is not null and category not in (select category from items where price > 11) group by cube(brand)")
