// cause: mistake:whole_windows_only
import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

export function moving_average(df: DataFrame, window_size = 7): DataFrame {
  const byDate = Window.orderBy('date');
  const average = F.avg('price').over(byDate.rowsBetween(-(window_size - 1), 0));
  const place = F.row_number().over(byDate);
  return df.withColumn('moving_avg', F.when(place.ge(window_size), average)).orderBy('date');
}
