import { spark } from 'sparring';
import type { DataFrame } from 'sparring';

export function moving_average(df: DataFrame, window_size = 7): DataFrame {
  df.createOrReplaceTempView('prices');
  return spark.sql(`
    SELECT *, AVG(price) OVER (ORDER BY date ROWS BETWEEN ${window_size - 1} PRECEDING AND CURRENT ROW) AS moving_avg
    FROM prices
    ORDER BY date
  `);
}
