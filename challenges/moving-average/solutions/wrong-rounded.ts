// cause: tolerance
import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

export function moving_average(df: DataFrame, window_size = 7): DataFrame {
  const window = Window.orderBy('date').rowsBetween(-(window_size - 1), 0);
  return df.withColumn('moving_avg', F.round(F.avg('price').over(window), 2)).orderBy('date');
}
