// cause: mistake:running_average
import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

export function moving_average(df: DataFrame, window_size = 7): DataFrame {
  return df.withColumn('moving_avg', F.avg('price').over(Window.orderBy('date'))).orderBy('date');
}
