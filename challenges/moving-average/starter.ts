import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

/** df: date DATE, price DOUBLE. Return date, price, moving_avg, sorted by date. */
export function moving_average(df: DataFrame, window_size = 7): DataFrame {
  return df;
}

// The second part, if you like: the same for each symbol.
// export function moving_average_by_symbol(df: DataFrame, window_size = 7): DataFrame
// df: symbol STRING, date DATE, price DOUBLE. Return symbol, date, price, moving_avg, sorted by symbol, then date.
