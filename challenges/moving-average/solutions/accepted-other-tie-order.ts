import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

export function moving_average(df: DataFrame, window_size = 7): DataFrame {
  const window = Window.orderBy('date', F.desc('price')).rowsBetween(1 - window_size, Window.currentRow);
  return df.select('*', F.mean('price').over(window).alias('moving_avg')).sort('date');
}
