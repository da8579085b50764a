// cause: mistake:days_not_rows
import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

export function moving_average(df: DataFrame, window_size = 7): DataFrame {
  const days = F.datediff('date', F.lit('1970-01-01'));
  const window = Window.orderBy(days).rangeBetween(-(window_size - 1), 0);
  return df.withColumn('moving_avg', F.avg('price').over(window)).orderBy('date');
}
