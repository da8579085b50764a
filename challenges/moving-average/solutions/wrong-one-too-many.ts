// cause: mistake:one_row_too_many
import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

export function moving_average(df: DataFrame, window_size = 7): DataFrame {
  const window = Window.orderBy('date').rowsBetween(-window_size, 0);
  return df.withColumn('moving_avg', F.avg('price').over(window)).orderBy('date');
}

export function moving_average_by_symbol(df: DataFrame, window_size = 7): DataFrame {
  const window = Window.partitionBy('symbol').orderBy('date').rowsBetween(-window_size, 0);
  return df.withColumn('moving_avg', F.avg('price').over(window)).orderBy('symbol', 'date');
}
