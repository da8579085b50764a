/** Functions of columns. Made from the registry by scripts/generate-typescript.ts: do not edit. */
import type { Column, ColumnOrName, ColumnOrValue } from './column.ts';
import type { DataFrame } from './dataframe.ts';
import type { LiteralValue, TypeLike } from './values.ts';

/** A column, the name of a column, or a constant. */
type Argument = ColumnOrName | LiteralValue;
type Options = Readonly<Record<string, string | number | boolean>>;

export interface Functions {
  /** The column with this name. */
  col(name: string): Column;
  /** The column with this name. */
  column(name: string): Column;
  /** A constant column. */
  lit(value: ColumnOrValue): Column;
  /** An expression of SQL. */
  expr(text: string): Column;
  /** The value where the condition holds; continue with `.when(…)`, end with `.otherwise(…)`. */
  when(condition: Column, value: ColumnOrValue): Column;
  /** Marks a DataFrame as small enough to be sent whole to every task of a join. */
  broadcast(df: DataFrame): DataFrame;
  asc(column: ColumnOrName): Column;
  desc(column: ColumnOrName): Column;
  asc_nulls_first(column: ColumnOrName): Column;
  asc_nulls_last(column: ColumnOrName): Column;
  desc_nulls_first(column: ColumnOrName): Column;
  desc_nulls_last(column: ColumnOrName): Column;
  /** The number of rows for which the column is not null; `count("*")` counts all. */
  count(column: ColumnOrName): Column;
  /** The number of different values (or combinations of them) without nulls. */
  countDistinct(...columns: (ColumnOrName | readonly ColumnOrName[])[]): Column;
  /** The number of different values (or combinations of them) without nulls. */
  count_distinct(...columns: (ColumnOrName | readonly ColumnOrName[])[]): Column;
  /** The sum of the different values. */
  sumDistinct(column: ColumnOrName): Column;
  /** The sum of the different values. */
  sum_distinct(column: ColumnOrName): Column;
  first(column: ColumnOrName, ignoreNulls?: boolean): Column;
  last(column: ColumnOrName, ignoreNulls?: boolean): Column;
  /** The value so many rows before the current one in its window. */
  lag(column: ColumnOrName, offset?: number, fallback?: LiteralValue): Column;
  /** The value so many rows after the current one in its window. */
  lead(column: ColumnOrName, offset?: number, fallback?: LiteralValue): Column;
  /** A number from 0 (included) to 1 (not included), evenly spread. */
  rand(seed?: number): Column;
  /** A number of the normal distribution with mean 0 and deviation 1. */
  randn(seed?: number): Column;
  /** Rounded half away from zero to so many digits after the point. */
  round(column: ColumnOrName, scale?: number): Column;
  /** Rounded half to even to so many digits after the point. */
  bround(column: ColumnOrName, scale?: number): Column;
  /** The natural logarithm, or with a base first. */
  log(base: ColumnOrName | number, column?: ColumnOrName): Column;
  /** What a JSON text holds, read by a schema (DDL or a type). */
  from_json(column: ColumnOrName, schema: TypeLike | Column, options?: Options): Column;
  /** What a line of CSV holds, read by a schema. */
  from_csv(column: ColumnOrName, schema: TypeLike | Column, options?: Options): Column;
  /** Windows of time, tumbling or sliding. */
  window(timeColumn: ColumnOrName, windowDuration: string, slideDuration?: string, startTime?: string): Column;
  /** Windows that end after a gap without events. */
  session_window(timeColumn: ColumnOrName, gapDuration: string | Column): Column;
  /** A function of SQL by its name. */
  call_function(name: string, ...columns: ColumnOrName[]): Column;
  /** A function of SQL by its name. */
  callFunction(name: string, ...columns: ColumnOrName[]): Column;
  /** A function of your own, called once a row; its result must fit the type. */
  udf(f: (...args: never[]) => unknown, returnType?: TypeLike): (...columns: ColumnOrName[]) => Column;
  /**
   * Folds an array into one value: from the start value on, the first function joins what there is with the next element; the second, if given, makes the result of the last.
   * `aggregate(array(1, 2, 3), 0, (acc, x) -> acc + x)` is `6`.
   * `aggregate(array(1, 2, 3), 0, (acc, x) -> acc + x, acc -> acc * 10)` is `60`.
   */
  aggregate(col: Argument, initialValue: Argument, merge: (x: Column, y: Column) => Column, finish?: (x: Column) => Column): Column;
  /**
   * True if some value is true; nulls are left out, NULL if there is nothing else.
   * `any(true)` is `true`.
   * `any(CAST(NULL AS BOOLEAN))` is `NULL`.
   */
  any(col: Argument): Column;
  /**
   * Some value of the group: the first that comes, or the first that is not null with a second argument `true`.
   * `any_value(5)` is `5`.
   */
  any_value(col: Argument, ignorenulls?: Argument): Column;
  /**
   * About how many different values there are, nulls left out. The second argument is the relative standard deviation allowed, 0.05 by default.
   * `approx_count_distinct(7)` is `1`.
   * `approx_count_distinct(CAST(NULL AS INT))` is `0`.
   */
  approx_count_distinct(col: Argument, rsd?: Argument): Column;
  /**
   * About the value below which the given share (0 to 1) of the values lies: one of the values, whose rank is wrong by at most 1/accuracy of their number. An array of shares gives an array.
   * `approx_percentile(10, 0.5)` is `10`.
   * `approx_percentile(10.5D, array(0.1, 0.9), 100)` is `[10.5, 10.5]`.
   */
  approx_percentile(col: Argument, percentage: Argument, accuracy?: Argument): Column;
  /**
   * An array of the given values, which meet in one type.
   * `array(1, 2, 3)` is `[1, 2, 3]`.
   * `array(1, NULL)` is `[1, null]`.
   */
  array(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * An array of the values that are not null, in the order in which they come; empty if there are none.
   * `collect_list(5)` is `[5]`.
   * `collect_list(CAST(NULL AS INT))` is `[]`.
   */
  array_agg(col: Argument): Column;
  /**
   * The array with the element at its end.
   * `array_append(array(1, 2), 9)` is `[1, 2, 9]`.
   * `array_append(CAST(NULL AS ARRAY<INT>), 9)` is `NULL`.
   */
  array_append(col: Argument, value: Argument): Column;
  /**
   * The array without its nulls.
   * `array_compact(array(1, NULL, 2))` is `[1, 2]`.
   */
  array_compact(col: Argument): Column;
  /**
   * True if the array holds the value; NULL if it does not but holds a null.
   * `array_contains(array(1, 2), 2)` is `true`.
   * `array_contains(array(1, NULL), 2)` is `NULL`.
   */
  array_contains(col: Argument, value: Argument): Column;
  /**
   * The array without repeats, each element where it came first.
   * `array_distinct(array(1, 2, 2, NULL, NULL))` is `[1, 2, null]`.
   */
  array_distinct(col: Argument): Column;
  /**
   * The elements of the first array that are not in the second, without repeats.
   * `array_except(array(1, 2, 3), array(1, 3, 5))` is `[2]`.
   */
  array_except(col1: Argument, col2: Argument): Column;
  /**
   * The array with an element put in at a place counted from 1, or from the end if negative (-1: last). Gaps are filled with nulls; place 0 raises INVALID_INDEX_OF_ZERO.
   * `array_insert(array(1, 2, 3, 4), 5, 5)` is `[1, 2, 3, 4, 5]`.
   * `array_insert(array(5, 4, 3, 2), -1, 1)` is `[5, 4, 3, 2, 1]`.
   */
  array_insert(arr: Argument, pos: Argument, value: Argument): Column;
  /**
   * The elements of the first array that are in the second too, without repeats.
   * `array_intersect(array(1, 2, 3), array(1, 3, 5))` is `[1, 3]`.
   */
  array_intersect(col1: Argument, col2: Argument): Column;
  /**
   * The elements as one text with the delimiter between them; nulls are left out, or replaced if a third argument is given.
   * `array_join(array('hello', NULL, 'world'), ' ')` is `hello world`.
   * `array_join(array('hello', NULL, 'world'), ' ', ',')` is `hello , world`.
   */
  array_join(col: Argument, delimiter: Argument, null_replacement?: Argument): Column;
  /**
   * The largest element that is not null; NULL if there is none. NaN is above every number.
   * `array_max(array(1, 20, NULL, 3))` is `20`.
   */
  array_max(col: Argument): Column;
  /**
   * The smallest element that is not null; NULL if there is none. NaN is above every number.
   * `array_min(array(1, 20, NULL, 3))` is `1`.
   */
  array_min(col: Argument): Column;
  /**
   * Where the value comes first in the array, counted from 1; 0 if it does not come.
   * `array_position(array('a', 'b', 'b'), 'b')` is `2`.
   * `array_position(array(1), 9)` is `0`.
   */
  array_position(col: Argument, value: Argument): Column;
  /**
   * The array with the element at its start.
   * `array_prepend(array(1, 2), 9)` is `[9, 1, 2]`.
   * `array_prepend(CAST(NULL AS ARRAY<INT>), 9)` is `NULL`.
   */
  array_prepend(col: Argument, value: Argument): Column;
  /**
   * The array without the elements that equal the value; nulls stay.
   * `array_remove(array(1, 2, 3, NULL, 3), 3)` is `[1, 2, null]`.
   */
  array_remove(col: Argument, element: Argument): Column;
  /**
   * An array that holds the value so many times; empty for a negative count.
   * `array_repeat('z', 3)` is `[z, z, z]`.
   * `array_repeat(1, NULL)` is `NULL`.
   */
  array_repeat(col: Argument, count: Argument): Column;
  /**
   * Number of elements of an array.
   * `array_size(array('b', 'd'))` is `2`.
   */
  array_size(col: Argument): Column;
  /**
   * The array sorted ascending with nulls last, or by a comparator, which gives a negative number, 0 or a positive one for two elements.
   * `array_sort(array('b', NULL, 'a'))` is `[a, b, null]`.
   * `array_sort(array('bb', 'a', 'ccc'), (x, y) -> length(y) - length(x))` is `[ccc, bb, a]`.
   */
  array_sort(col: Argument, comparator?: (x: Column, y: Column) => Column): Column;
  /**
   * The elements of both arrays without repeats, those of the first in front.
   * `array_union(array(1, 2, 3), array(1, 3, 5))` is `[1, 2, 3, 5]`.
   */
  array_union(col1: Argument, col2: Argument): Column;
  /**
   * True if the arrays share an element that is not null; NULL if they do not but one holds a null and neither is empty.
   * `arrays_overlap(array(1, 2, 3), array(3, 4, 5))` is `true`.
   * `arrays_overlap(array(1, NULL), array(2))` is `NULL`.
   */
  arrays_overlap(a1: Argument, a2: Argument): Column;
  /**
   * An array of structs: the n-th holds the n-th elements of all arrays, null where one is shorter. Fields are named as the columns, or by their place.
   * `arrays_zip(array(1, 2, 3), array(2, 3, 4))` is `[{1, 2}, {2, 3}, {3, 4}]`.
   * `arrays_zip(array(1, 2), array('a'))` is `[{1, a}, {2, null}]`.
   */
  arrays_zip(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * Mean of the values that are not null; NULL if there are none. A DOUBLE, for DECIMAL(p,s) a DECIMAL(p+4,s+4).
   * `avg(5)` is `5.0`.
   * `avg(1.50)` is `1.500000`.
   */
  avg(col: Argument): Column;
  /**
   * Bitwise AND of the whole numbers that are not null; NULL if there are none.
   * `bit_and(5)` is `5`.
   */
  bit_and(col: Argument): Column;
  /**
   * Bitwise OR of the whole numbers that are not null; NULL if there are none.
   * `bit_or(5)` is `5`.
   */
  bit_or(col: Argument): Column;
  /**
   * Bitwise XOR of the whole numbers that are not null; NULL if there are none.
   * `bit_xor(5)` is `5`.
   */
  bit_xor(col: Argument): Column;
  /**
   * True if all values are true; nulls are left out, NULL if there is nothing else.
   * `bool_and(true)` is `true`.
   * `bool_and(CAST(NULL AS BOOLEAN))` is `NULL`.
   */
  bool_and(col: Argument): Column;
  /**
   * True if some value is true; nulls are left out, NULL if there is nothing else.
   * `bool_or(true)` is `true`.
   * `bool_or(CAST(NULL AS BOOLEAN))` is `NULL`.
   */
  bool_or(col: Argument): Column;
  /**
   * Number of elements of an array or entries of a map.
   * `cardinality(array('b', 'd'))` is `2`.
   * `cardinality(map('a', 1))` is `1`.
   */
  cardinality(col: Argument): Column;
  /**
   * An array of the values that are not null, in the order in which they come; empty if there are none.
   * `collect_list(5)` is `[5]`.
   * `collect_list(CAST(NULL AS INT))` is `[]`.
   */
  collect_list(col: Argument): Column;
  /**
   * An array of the different values that are not null, in no order to rely on; empty if there are none.
   * `collect_set(5)` is `[5]`.
   * `collect_set(CAST(NULL AS INT))` is `[]`.
   */
  collect_set(col: Argument): Column;
  /**
   * An array of the different elements of all arrays, nulls left out, in no order to rely on.
   * `collect_union(array(1, 2, 1))` is `[1, 2]`.
   */
  collect_union(col: Argument): Column;
  /**
   * Pearson's correlation of two columns, from -1 to 1, over the rows in which neither is null.
   * `corr(1, 2)` is `NULL`.
   */
  corr(col1: Argument, col2: Argument): Column;
  /**
   * Number of rows for which the condition is true.
   * `count_if(1 > 0)` is `1`.
   */
  count_if(col: Argument): Column;
  /**
   * Covariance of a whole population over the rows in which neither is null.
   * `covar_pop(1, 2)` is `0.0`.
   */
  covar_pop(col1: Argument, col2: Argument): Column;
  /**
   * Covariance of a sample over the rows in which neither is null.
   * `covar_samp(1, 2)` is `NULL`.
   */
  covar_samp(col1: Argument, col2: Argument): Column;
  /**
   * The share of the partition that stands before the row or equals it.
   * `cume_dist() OVER (ORDER BY 1)` is `1.0`.
   */
  cume_dist(): Column;
  /**
   * One more than the number of different order keys before the row; after a tie no number is left out.
   * `dense_rank() OVER (ORDER BY 1)` is `1`.
   */
  dense_rank(...children: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * The element of an array at a place counted from 1, or from the end if negative; or the value of a map's key, NULL if it lacks it. A place beyond the array raises INVALID_ARRAY_INDEX_IN_ELEMENT_AT.
   * `element_at(array(1, 2, 3), -1)` is `3`.
   * `element_at(map('a', 1), 'b')` is `NULL`.
   */
  element_at(col: Argument, extraction: Argument): Column;
  /**
   * True if all values are true; nulls are left out, NULL if there is nothing else.
   * `every(true)` is `true`.
   * `every(CAST(NULL AS BOOLEAN))` is `NULL`.
   */
  every(col: Argument): Column;
  /**
   * True if the function is true for some element; NULL if it is not but is NULL for one.
   * `exists(array(1, 2, 3), x -> x % 2 == 0)` is `true`.
   * `exists(array(1, NULL, 3), x -> x % 2 == 0)` is `NULL`.
   */
  exists(col: Argument, f: (x: Column) => Column): Column;
  /**
   * A row for each element of an array (column `col`) or entry of a map (`key`, `value`); no row where there is none.
   */
  explode(col: Argument): Column;
  /**
   * A row for each element of an array (column `col`) or entry of a map (`key`, `value`); a row of NULLs where there is none.
   */
  explode_outer(col: Argument): Column;
  /**
   * The elements for which the function is true; it may take the place, counted from 0, too.
   * `filter(array(1, 2, 3), x -> x % 2 == 1)` is `[1, 3]`.
   * `filter(array(0, NULL, 2), x -> x IS NOT NULL)` is `[0, 2]`.
   */
  filter(col: Argument, f: (x: Column, y: Column) => Column): Column;
  /**
   * The first value that comes, or the first that is not null with a second argument `true`. Without an order the rows may come in any.
   * `first_value(5)` is `5`.
   */
  first_value(col: Argument, ignorenulls?: Argument): Column;
  /**
   * The arrays inside an array, one behind the other; NULL if one of them is null. Only one level is taken away.
   * `flatten(array(array(1, 2), array(3, 4)))` is `[1, 2, 3, 4]`.
   * `flatten(array(array(1), NULL))` is `NULL`.
   */
  flatten(col: Argument): Column;
  /**
   * True if the function is true for all elements; NULL if it is false for none but NULL for one.
   * `forall(array(2, 4, 8), x -> x % 2 == 0)` is `true`.
   * `forall(array(2, NULL, 8), x -> x % 2 == 0)` is `NULL`.
   */
  forall(col: Argument, f: (x: Column) => Column): Column;
  /**
   * The element of an array at a place counted from 0; NULL beyond its ends.
   * `get(array(1, 2, 3), 0)` is `1`.
   * `get(array(1, 2, 3), 3)` is `NULL`.
   */
  get(col: Argument, index: Argument): Column;
  /**
   * What a path such as `$.a[0].b` finds in a JSON text: a string bare, anything else as JSON; NULL if nothing is found or the text is not JSON.
   * `get_json_object('{"a":"b"}', '$.a')` is `b`.
   * `get_json_object('[{"a":"b"},{"a":"c"}]', '$[*].a')` is `["b","c"]`.
   */
  get_json_object(col: Argument, path: Argument): Column;
  /**
   * 1 in rows of a grouping set that leaves the column out, 0 in those that group by it.
   */
  grouping(col: Argument): Column;
  /**
   * The grouping set as a number: one bit a column, the first the highest, 1 where the column is left out.
   */
  grouping_id(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * A histogram of at most nb bins as an array of structs: x the middle of a bin, y how many values are in it. The bins adapt to the values.
   * `histogram_numeric(5, 3)` is `[{5, 1.0}]`.
   */
  histogram_numeric(col: Argument, nBins: Argument): Column;
  /**
   * A row for each struct of an array, a column for each of its fields.
   */
  inline(col: Argument): Column;
  /**
   * A row for each struct of an array, a column for each of its fields; a row of NULLs where there is none.
   */
  inline_outer(col: Argument): Column;
  /**
   * Number of elements of the array that a JSON text holds; NULL if it holds none.
   * `json_array_length('[1,2,3,4]')` is `4`.
   * `json_array_length('{}')` is `NULL`.
   */
  json_array_length(col: Argument): Column;
  /**
   * The names in the object that a JSON text holds, those of the outermost level; NULL if it holds no object.
   * `json_object_keys('{"key": "value"}')` is `[key]`.
   * `json_object_keys('[1]')` is `NULL`.
   */
  json_object_keys(col: Argument): Column;
  /**
   * Fields of the object that a JSON text holds, each a column of texts (c0, c1, …); NULL where there is none.
   */
  json_tuple(col: Argument, ...fields: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * Excess kurtosis: how heavy the tails are, 0 for a normal distribution; NULL if all values are equal.
   * `kurtosis(5)` is `NULL`.
   */
  kurtosis(col: Argument): Column;
  /**
   * The last value that comes, or the last that is not null with a second argument `true`. Without an order the rows may come in any.
   * `last_value(5)` is `5`.
   */
  last_value(col: Argument, ignorenulls?: Argument): Column;
  /**
   * The values that are not null, joined with the delimiter (by default nothing between them), in the order of WITHIN GROUP if there is one; NULL if there are none.
   * `listagg('a', ',')` is `a`.
   * `listagg(CAST(NULL AS STRING))` is `NULL`.
   */
  listagg(col: Argument, delimiter?: Argument): Column;
  /**
   * A map of the given keys and values, key after value. A key that comes twice raises DUPLICATED_MAP_KEY, a null one NULL_MAP_KEY.
   * `map(1.0, '2', 3.0, '4')` is `{1.0 -> 2, 3.0 -> 4}`.
   * `map()` is `{}`.
   */
  map(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * One map of the entries of several; a key that comes twice raises DUPLICATED_MAP_KEY.
   * `map_concat(map(1, 'a', 2, 'b'), map(3, 'c'))` is `{1 -> a, 2 -> b, 3 -> c}`.
   */
  map_concat(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * True if the map has the key.
   * `map_contains_key(map(1, 'a', 2, 'b'), 1)` is `true`.
   * `map_contains_key(map(1, 'a', 2, 'b'), 3)` is `false`.
   */
  map_contains_key(col: Argument, value: Argument): Column;
  /**
   * The entries of a map, as an array of structs with the fields key and value.
   * `map_entries(map(1, 'a', 2, 'b'))` is `[{1, a}, {2, b}]`.
   */
  map_entries(col: Argument): Column;
  /**
   * The entries for whose key and value the function is true.
   * `map_filter(map(1, 0, 2, 2, 3, -1), (k, v) -> k > v)` is `{1 -> 0, 3 -> -1}`.
   */
  map_filter(col: Argument, f: (x: Column, y: Column) => Column): Column;
  /**
   * A map of an array of keys and an array of values of the same length.
   * `map_from_arrays(array(1.0, 3.0), array('2', '4'))` is `{1.0 -> 2, 3.0 -> 4}`.
   */
  map_from_arrays(col1: Argument, col2: Argument): Column;
  /**
   * A map of an array of structs of two fields, key and value; NULL if one of the structs is null.
   * `map_from_entries(array(struct(1, 'a'), struct(2, 'b')))` is `{1 -> a, 2 -> b}`.
   */
  map_from_entries(col: Argument): Column;
  /**
   * The keys of a map, as an array.
   * `map_keys(map(1, 'a', 2, 'b'))` is `[1, 2]`.
   */
  map_keys(col: Argument): Column;
  /**
   * The values of a map, as an array in the order of its keys.
   * `map_values(map(1, 'a', 2, 'b'))` is `[a, b]`.
   */
  map_values(col: Argument): Column;
  /**
   * A map of all keys of two maps to what the function gives for the key and its two values, NULL where a map lacks it.
   * `map_zip_with(map(1, 'a', 2, 'b'), map(1, 'x'), (k, v1, v2) -> coalesce(v2, v1))` is `{1 -> x, 2 -> b}`.
   */
  map_zip_with(col1: Argument, col2: Argument, f: (x: Column, y: Column, z: Column) => Column): Column;
  /**
   * The largest value that is not null; NaN is above every number. NULL if there are no values.
   * `max(7)` is `7`.
   * `max('b')` is `b`.
   */
  max(col: Argument): Column;
  /**
   * The value of x in the row with the largest y; with a third argument k an array of the k such values, best first. Rows with a null y are left out.
   * `max_by('a', 10)` is `a`.
   * `max_by('a', CAST(NULL AS INT))` is `NULL`.
   */
  max_by(col: Argument, ord: Argument, k?: Argument): Column;
  /**
   * Mean of the values that are not null; NULL if there are none. A DOUBLE, for DECIMAL(p,s) a DECIMAL(p+4,s+4).
   * `mean(5)` is `5.0`.
   */
  mean(col: Argument): Column;
  /**
   * The middle of the sorted values; for an even number of them the mean of the two in the middle.
   * `median(5)` is `5.0`.
   */
  median(col: Argument): Column;
  /**
   * The smallest value that is not null; NaN is above every number. NULL if there are no values.
   * `min(7)` is `7`.
   * `min(CAST(NULL AS INT))` is `NULL`.
   */
  min(col: Argument): Column;
  /**
   * The value of x in the row with the smallest y; with a third argument k an array of the k such values, best first. Rows with a null y are left out.
   * `min_by('a', 10)` is `a`.
   * `min_by('a', CAST(NULL AS INT))` is `NULL`.
   */
  min_by(col: Argument, ord: Argument, k?: Argument): Column;
  /**
   * The value that comes most often, nulls left out. Among several any, or the smallest with a second argument `true`.
   * `mode(7)` is `7`.
   * `mode(CAST(NULL AS INT))` is `NULL`.
   */
  mode(col?: Argument, deterministic?: Argument): Column;
  /**
   * A struct of the given names and values, value after name.
   * `named_struct('a', 1, 'b', 'x')` is `{1, x}`.
   * `named_struct('a', NULL)` is `{null}`.
   */
  named_struct(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * The value of the n-th row of the frame, counted from 1; NULL if the frame is shorter.
   * `nth_value(7, 1) OVER (ORDER BY 1)` is `7`.
   * `nth_value(7, 2) OVER (ORDER BY 1)` is `NULL`.
   */
  nth_value(col: Argument, offset?: Argument, ignoreNulls?: Argument): Column;
  /**
   * The number of the bucket that the row falls into when the partition is cut into n, 1 to n; sizes differ by one at most.
   * `ntile(2) OVER (ORDER BY 1)` is `1`.
   */
  ntile(n?: Argument): Column;
  /**
   * The rank as a share from 0 to 1: (rank - 1) / (rows of the partition - 1).
   * `percent_rank() OVER (ORDER BY 1)` is `0.0`.
   */
  percent_rank(...children: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * The exact percentile: the value below which the given share (0 to 1) of the values lies, in proportion between two neighbours. An array of shares gives an array. A third argument says how often each value counts.
   * `percentile(10, 0.5)` is `10.0`.
   * `percentile(10, array(0.25, 1))` is `[10.0, 10.0]`.
   */
  percentile(col: Argument, percentage: Argument, frequency?: Argument): Column;
  /**
   * About the value below which the given share (0 to 1) of the values lies: one of the values, whose rank is wrong by at most 1/accuracy of their number. An array of shares gives an array.
   * `percentile_approx(10, 0.5)` is `10`.
   * `percentile_approx(10.5D, array(0.1, 0.9), 100)` is `[10.5, 10.5]`.
   */
  percentile_approx(col: Argument, percentage: Argument, accuracy?: Argument): Column;
  /**
   * The percentile of the sorted values, in proportion between two neighbours.
   * `percentile_cont(0.5) WITHIN GROUP (ORDER BY 7)` is `7.0`.
   */
  percentile_cont(percentage: Argument): Column;
  /**
   * The first of the sorted values at or before which the given share of them lies.
   * `percentile_disc(0.5) WITHIN GROUP (ORDER BY 7)` is `7.0`.
   */
  percentile_disc(percentage: Argument): Column;
  /**
   * A row for each element of an array (column `col`) or entry of a map (`key`, `value`), with its place (`pos`) counted from 0; no row where there is none.
   */
  posexplode(col: Argument): Column;
  /**
   * A row for each element of an array (column `col`) or entry of a map (`key`, `value`), with its place (`pos`) counted from 0; a row of NULLs where there is none.
   */
  posexplode_outer(col: Argument): Column;
  /**
   * One more than the number of rows before the row and its equals; after a tie numbers are left out.
   * `rank() OVER (ORDER BY 1)` is `1`.
   */
  rank(...children: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * Folds an array into one value: from the start value on, the first function joins what there is with the next element; the second, if given, makes the result of the last.
   * `reduce(array(1, 2, 3), 0, (acc, x) -> acc + x)` is `6`.
   * `reduce(array(1, 2, 3), 0, (acc, x) -> acc + x, acc -> acc * 10)` is `60`.
   */
  reduce(col: Argument, initialValue: Argument, merge: (x: Column, y: Column) => Column, finish?: (x: Column) => Column): Column;
  /**
   * Mean of x over the rows in which neither y nor x is null.
   * `regr_avgx(1, 2)` is `2.0`.
   */
  regr_avgx(y: Argument, x: Argument): Column;
  /**
   * Mean of y over the rows in which neither y nor x is null.
   * `regr_avgy(1, 2)` is `1.0`.
   */
  regr_avgy(y: Argument, x: Argument): Column;
  /**
   * Number of rows in which neither y nor x is null.
   * `regr_count(1, 2)` is `1`.
   */
  regr_count(y: Argument, x: Argument): Column;
  /**
   * Where the line that fits y to x best meets x = 0, over the rows in which neither is null.
   * `regr_intercept(1, 2)` is `NULL`.
   */
  regr_intercept(y: Argument, x: Argument): Column;
  /**
   * How well a line fits y to x, from 0 to 1, over the rows in which neither is null.
   * `regr_r2(1, 2)` is `NULL`.
   */
  regr_r2(y: Argument, x: Argument): Column;
  /**
   * Slope of the line that fits y to x best, over the rows in which neither is null.
   * `regr_slope(1, 2)` is `NULL`.
   */
  regr_slope(y: Argument, x: Argument): Column;
  /**
   * Sum of the squared deviations of x over the rows in which neither is null.
   * `regr_sxx(1, 2)` is `0.0`.
   */
  regr_sxx(y: Argument, x: Argument): Column;
  /**
   * Sum of the products of the deviations of x and y over the rows in which neither is null.
   * `regr_sxy(1, 2)` is `0.0`.
   */
  regr_sxy(y: Argument, x: Argument): Column;
  /**
   * Sum of the squared deviations of y over the rows in which neither is null.
   * `regr_syy(1, 2)` is `0.0`.
   */
  regr_syy(y: Argument, x: Argument): Column;
  /**
   * The number of the row in its partition, counted from 1 in the order of the window; rows that tie are numbered in any order.
   * `row_number() OVER (ORDER BY 1)` is `1`.
   */
  row_number(): Column;
  /**
   * The type of a sample line of CSV, as DDL, with columns _c0, _c1 and so on.
   * `schema_of_csv('1,abc')` is `STRUCT<_c0: INT, _c1: STRING>`.
   */
  schema_of_csv(csv: Argument, options?: Argument | Options): Column;
  /**
   * The type of a sample of JSON, as DDL.
   * `schema_of_json('[{"col":0}]')` is `ARRAY<STRUCT<col: BIGINT>>`.
   * `schema_of_json('{"a":1.5,"b":"x"}')` is `STRUCT<a: DOUBLE, b: STRING>`.
   */
  schema_of_json(json: Argument, options?: Argument | Options): Column;
  /**
   * The values from start to stop, both included, by a step: 1 or -1 for whole numbers, one day for dates and timestamps, unless another is given.
   * `sequence(1, 5)` is `[1, 2, 3, 4, 5]`.
   * `sequence(5, 1, -2)` is `[5, 3, 1]`.
   */
  sequence(start: Argument, stop: Argument, step?: Argument): Column;
  /**
   * The array in random order, the same for the same seed and partition.
   * `shuffle(array(1, 2, 3), 42)` is `[1, 3, 2]`.
   */
  shuffle(col: Argument, seed?: Argument): Column;
  /**
   * Number of elements of an array or entries of a map.
   * `size(array('b', 'd'))` is `2`.
   * `size(map('a', 1))` is `1`.
   */
  size(col: Argument): Column;
  /**
   * Skewness: how far the values lean to one side of their mean; NULL if they are all equal.
   * `skewness(5)` is `NULL`.
   */
  skewness(col: Argument): Column;
  /**
   * So many elements of an array from a place counted from 1, or from the end if negative.
   * `slice(array(1, 2, 3, 4), 2, 2)` is `[2, 3]`.
   * `slice(array(1, 2, 3, 4), -2, 2)` is `[3, 4]`.
   */
  slice(x: Argument, start: Argument, length: Argument): Column;
  /**
   * True if some value is true; nulls are left out, NULL if there is nothing else.
   * `some(true)` is `true`.
   * `some(CAST(NULL AS BOOLEAN))` is `NULL`.
   */
  some(col: Argument): Column;
  /**
   * The array sorted ascending with nulls first, or descending with nulls last if the second argument is false.
   * `sort_array(array('b', 'd', NULL, 'c', 'a'), true)` is `[null, a, b, c, d]`.
   * `sort_array(array(2, NULL, 1), false)` is `[2, 1, null]`.
   */
  sort_array(col: Argument, asc?: Argument): Column;
  /**
   * Puts its values into n rows, one after the other; the last row is filled with NULLs.
   */
  stack(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * Standard deviation of a sample, divided by the count less one; NULL for fewer than two values.
   * `std(5)` is `NULL`.
   */
  std(col: Argument): Column;
  /**
   * Standard deviation of a sample, divided by the count less one; NULL for fewer than two values.
   * `stddev(CAST(5 AS DOUBLE))` is `NULL`.
   */
  stddev(col: Argument): Column;
  /**
   * Standard deviation of a whole population, divided by the count.
   * `stddev_pop(5)` is `0.0`.
   */
  stddev_pop(col: Argument): Column;
  /**
   * Standard deviation of a sample, divided by the count less one; NULL for fewer than two values.
   * `stddev_samp(5)` is `NULL`.
   */
  stddev_samp(col: Argument): Column;
  /**
   * A map of a text that is cut into pairs and these into key and value at delimiters, which are regular expressions (`,` and `:`). A pair without the second delimiter has the value NULL.
   * `str_to_map('a:1,b:2,c:3', ',', ':')` is `{a -> 1, b -> 2, c -> 3}`.
   * `str_to_map('a')` is `{a -> null}`.
   */
  str_to_map(text: Argument, pairDelim?: Argument, keyValueDelim?: Argument): Column;
  /**
   * The values that are not null, joined with the delimiter (by default nothing between them), in the order of WITHIN GROUP if there is one; NULL if there are none.
   * `string_agg('a', ',')` is `a`.
   * `string_agg(CAST(NULL AS STRING))` is `NULL`.
   */
  string_agg(col: Argument, delimiter?: Argument): Column;
  /**
   * A struct of the given names and values, value after name.
   * `named_struct('a', 1, 'b', 'x')` is `{1, x}`.
   * `named_struct('a', NULL)` is `{null}`.
   */
  struct(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * Sum of the values that are not null; NULL if there are none. Whole numbers sum up to BIGINT, DECIMAL(p,s) to DECIMAL(p+10,s), others to DOUBLE; a sum that does not fit raises ARITHMETIC_OVERFLOW.
   * `sum(5)` is `5`.
   * `sum(CAST(NULL AS INT))` is `NULL`.
   */
  sum(col: Argument): Column;
  /**
   * A struct as a line of CSV; cells that hold the separator, quotes or line breaks stand in quotes.
   * `to_csv(named_struct('a', 1, 'b', 'x,y'))` is `1,"x,y"`.
   */
  to_csv(col: Argument, options?: Argument | Options): Column;
  /**
   * A struct, array or map as JSON text. Null fields of structs are left out unless the option ignoreNullFields is false.
   * `to_json(named_struct('a', 1, 'b', 2))` is `{"a":1,"b":2}`.
   * `to_json(named_struct('a', 1, 'b', NULL))` is `{"a":1}`.
   */
  to_json(col: Argument, options?: Argument | Options): Column;
  /**
   * The array of what the function gives for each element; the function may take the place, counted from 0, too.
   * `transform(array(1, 2, 3), x -> x + 1)` is `[2, 3, 4]`.
   * `transform(array(1, 2, 3), (x, i) -> x + i)` is `[1, 3, 5]`.
   */
  transform(col: Argument, f: (x: Column, y: Column) => Column): Column;
  /**
   * The map with the keys that the function gives for each key and value. A key that comes twice raises DUPLICATED_MAP_KEY.
   * `transform_keys(map(1, 'a', 2, 'b'), (k, v) -> k + 1)` is `{2 -> a, 3 -> b}`.
   */
  transform_keys(col: Argument, f: (x: Column, y: Column) => Column): Column;
  /**
   * The map with the values that the function gives for each key and value.
   * `transform_values(map(1, 10, 2, 20), (k, v) -> k + v)` is `{1 -> 11, 2 -> 22}`.
   */
  transform_values(col: Argument, f: (x: Column, y: Column) => Column): Column;
  /**
   * As `avg`, with NULL where the sum does not fit its type.
   * `try_avg(5)` is `5.0`.
   */
  try_avg(col: Argument): Column;
  /**
   * The element of an array at a place counted from 1, or from the end if negative; or the value of a map's key, NULL if it lacks it. A place beyond the array gives NULL.
   * `try_element_at(array(1, 2, 3), -1)` is `3`.
   * `try_element_at(map('a', 1), 'b')` is `NULL`.
   */
  try_element_at(col: Argument, extraction: Argument): Column;
  /**
   * As `sum`, with NULL for a sum that does not fit its type.
   * `try_sum(5)` is `5`.
   * `try_sum(1.5D)` is `1.5`.
   */
  try_sum(col: Argument): Column;
  /**
   * Variance of a whole population, divided by the count.
   * `var_pop(5)` is `0.0`.
   */
  var_pop(col: Argument): Column;
  /**
   * Variance of a sample, divided by the count less one; NULL for fewer than two values.
   * `var_samp(5)` is `NULL`.
   */
  var_samp(col: Argument): Column;
  /**
   * Variance of a sample, divided by the count less one; NULL for fewer than two values.
   * `variance(5)` is `NULL`.
   */
  variance(col: Argument): Column;
  /**
   * The array of what the function gives for the n-th elements of two arrays, NULL where one is shorter.
   * `zip_with(array(1, 2), array(3, 4), (x, y) -> x + y)` is `[4, 6]`.
   */
  zip_with(left: Argument, right: Argument, f: (x: Column, y: Column) => Column): Column;
}
