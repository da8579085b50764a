import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

export function moving_average(df: DataFrame, window_size = 7): DataFrame {
  const window = Window.orderBy('date').rowsBetween(-(window_size - 1), 0);
  const total = F.sum('price').over(window);
  const present = F.count('price').over(window);
  return df.withColumn('moving_avg', F.when(present.gt(0), total.divide(present))).orderBy('date');
}
