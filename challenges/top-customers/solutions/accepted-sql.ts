import { spark } from 'sparring';
import type { DataFrame } from 'sparring';

export function top_customers_by_revenue(df: DataFrame, n = 10): DataFrame {
  df.createOrReplaceTempView('sales');
  return spark.sql(`
    SELECT customer_id, SUM(revenue) AS total_revenue
    FROM sales
    GROUP BY customer_id
    ORDER BY total_revenue DESC
    LIMIT ${n}
  `);
}
