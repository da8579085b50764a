def top_customers_by_revenue(df, n=10):
    totals = df.groupBy("customer_id").sum("revenue").withColumnRenamed("sum(revenue)", "total_revenue")
    return totals.sort("total_revenue", ascending=False).limit(n)
