/** Functions of columns. Made by scripts/generate-typescript.ts: do not edit. */
import type { Column, ColumnOrName, ColumnOrValue } from './column.ts';
import type { DataFrame } from './dataframe.ts';
import type { LiteralValue, TypeLike } from './values.ts';

/** A column, the name of a column, a constant, or a list of constants. */
type Argument = ColumnOrName | LiteralValue | readonly LiteralValue[];
type Options = Readonly<Record<string, string | number | boolean>>;

export interface Functions {
  /** The column with this name. */
  col(name: string): Column;
  /** The column with this name. */
  column(name: string): Column;
  /** A constant column; a list is an array of its items. */
  lit(value: ColumnOrValue | readonly ColumnOrValue[]): Column;
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
  /** The most frequent value; with `deterministic` the smallest of several. */
  mode(column: ColumnOrName, deterministic?: boolean): Column;
  /** The value so many rows before the current one in its window. */
  lag(column: ColumnOrName, offset?: number, fallback?: LiteralValue): Column;
  /** The value so many rows after the current one in its window. */
  lead(column: ColumnOrName, offset?: number, fallback?: LiteralValue): Column;
  /** Without spaces (or the given characters, as a column) at both ends. */
  trim(column: ColumnOrName, characters?: ColumnOrName): Column;
  ltrim(column: ColumnOrName, characters?: ColumnOrName): Column;
  rtrim(column: ColumnOrName, characters?: ColumnOrName): Column;
  to_json(column: ColumnOrName, options?: Options): Column;
  to_csv(column: ColumnOrName, options?: Options): Column;
  schema_of_json(sample: string | Column, options?: Options): Column;
  schema_of_csv(sample: string | Column, options?: Options): Column;
  /** Fields of a JSON text, each a column. */
  json_tuple(column: ColumnOrName, ...fields: string[]): Column;
  sha2(column: ColumnOrName, bits: number): Column;
  /** Seconds since the epoch: now, or of a text by its pattern. */
  unix_timestamp(column?: ColumnOrName, format?: string): Column;
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
  /** The time that stands for a window: its last microsecond. */
  window_time(windowColumn: ColumnOrName): Column;
  /** A function of SQL by its name. */
  call_function(name: string, ...columns: ColumnOrName[]): Column;
  /** A function of SQL by its name. */
  callFunction(name: string, ...columns: ColumnOrName[]): Column;
  /** A function of your own, called once a row; its result must fit the type. */
  udf(f: (...args: never[]) => unknown, returnType?: TypeLike): (...columns: ColumnOrName[]) => Column;
  /**
   * The number or interval without its sign.
   * `abs(-1)` is `1`.
   * `abs(INTERVAL -'1-1' YEAR TO MONTH)` is `INTERVAL '1-1' YEAR TO MONTH`.
   */
  abs(col: Argument): Column;
  /**
   * The angle, in radians, whose cosine the number is; NaN beyond -1 and 1.
   * `acos(1)` is `0.0`.
   */
  acos(col: Argument): Column;
  /**
   * The inverse hyperbolic cosine; NaN below 1.
   * `acosh(1)` is `0.0`.
   */
  acosh(col: Argument): Column;
  /**
   * The date so many months later; the day is cut to the last of that month.
   * `add_months('2016-08-31', 1)` is `2016-09-30`.
   */
  add_months(start: Argument, months: Argument): Column;
  /**
   * The value that aes_encrypt encrypted with this key, mode and additional data; an error where it is none.
   * `CAST(aes_decrypt(X'348FF37EBDE05B7880BA339068FBDA5E', '0000111122223333', 'ECB') AS STRING)` is `Spark`.
   */
  aes_decrypt(expr: Argument, key: Argument, mode?: Argument, padding?: Argument, aad?: Argument): Column;
  /**
   * The value encrypted by AES with a key of 16, 24 or 32 bytes, in the mode ECB, CBC or GCM (the default). CBC and GCM put their initialization vector, random unless given, in front; GCM takes additional data that are checked but not hidden.
   * `hex(aes_encrypt('Spark', '0000111122223333', 'ECB'))` is `348FF37EBDE05B7880BA339068FBDA5E`.
   */
  aes_encrypt(expr: Argument, key: Argument, mode?: Argument, padding?: Argument, iv?: Argument, aad?: Argument): Column;
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
  any_value(col: Argument, ignoreNulls?: Argument): Column;
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
  approx_percentile(col: Argument, percentage: ColumnOrValue | readonly LiteralValue[], accuracy?: ColumnOrValue | readonly LiteralValue[]): Column;
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
  array_append(col: Argument, value: ColumnOrValue | readonly LiteralValue[]): Column;
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
  array_contains(col: Argument, value: ColumnOrValue | readonly LiteralValue[]): Column;
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
  array_insert(arr: Argument, pos: Argument, value: ColumnOrValue | readonly LiteralValue[]): Column;
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
  array_join(col: Argument, delimiter: ColumnOrValue | readonly LiteralValue[], null_replacement?: ColumnOrValue | readonly LiteralValue[]): Column;
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
  array_position(col: Argument, value: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The array with the element at its start.
   * `array_prepend(array(1, 2), 9)` is `[9, 1, 2]`.
   * `array_prepend(CAST(NULL AS ARRAY<INT>), 9)` is `NULL`.
   */
  array_prepend(col: Argument, value: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The array without the elements that equal the value; nulls stay.
   * `array_remove(array(1, 2, 3, NULL, 3), 3)` is `[1, 2, null]`.
   */
  array_remove(col: Argument, element: ColumnOrValue | readonly LiteralValue[]): Column;
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
   * The code of the first character of a text; 0 for the empty text.
   * `ascii('222')` is `50`.
   */
  ascii(col: Argument): Column;
  /**
   * The angle, in radians, whose sine the number is; NaN beyond -1 and 1.
   * `asin(0)` is `0.0`.
   */
  asin(col: Argument): Column;
  /**
   * The inverse hyperbolic sine.
   * `asinh(0)` is `0.0`.
   */
  asinh(col: Argument): Column;
  /**
   * NULL if the condition is true; else raises USER_RAISED_EXCEPTION with the message.
   * `assert_true(0 < 1)` is `NULL`.
   */
  assert_true(col: Argument, errMsg?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The angle, in radians, whose tangent the number is.
   * `atan(0)` is `0.0`.
   */
  atan(col: Argument): Column;
  /**
   * The angle, in radians, of the point with the given y and x.
   * `atan2(0, 0)` is `0.0`.
   */
  atan2(col1: Argument, col2: Argument): Column;
  /**
   * The inverse hyperbolic tangent; NaN beyond -1 and 1.
   * `atanh(0)` is `0.0`.
   */
  atanh(col: Argument): Column;
  /**
   * Mean of the values that are not null; NULL if there are none. A DOUBLE, for DECIMAL(p,s) a DECIMAL(p+4,s+4).
   * `avg(5)` is `5.0`.
   * `avg(1.50)` is `1.500000`.
   */
  avg(col: Argument): Column;
  /**
   * The bytes in base64, in lines of 76 characters.
   * `base64('Spark SQL')` is `U3BhcmsgU1FM`.
   */
  base64(col: Argument): Column;
  /**
   * A whole number in binary digits; a negative one as its 64 bits.
   * `bin(13)` is `1101`.
   * `bin(-1)` is `1111111111111111111111111111111111111111111111111111111111111111`.
   */
  bin(col: Argument): Column;
  /**
   * Bitwise AND of the whole numbers that are not null; NULL if there are none.
   * `bit_and(5)` is `5`.
   */
  bit_and(col: Argument): Column;
  /**
   * How many bits of the number are set, taken as 64 bits.
   * `bit_count(7)` is `3`.
   * `bit_count(-1)` is `64`.
   */
  bit_count(col: Argument): Column;
  /**
   * The bit (0 or 1) at a place, counted from 0 at the right.
   * `bit_get(11, 0)` is `1`.
   * `bit_get(11, 2)` is `0`.
   */
  bit_get(col: Argument, pos: Argument): Column;
  /**
   * Number of bits of a text in UTF-8, or of a binary.
   * `bit_length('Spark é')` is `64`.
   */
  bit_length(col: Argument): Column;
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
   * Bitwise AND of bitmaps, as a bitmap of 4096 bytes; NULLs are passed over.
   * `bitmap_count(bitmap_and_agg(X'0F'))` is `4`.
   */
  bitmap_and_agg(col: Argument): Column;
  /**
   * The place of a number in its bitmap of 32768 bits.
   * `bitmap_bit_position(123)` is `122`.
   */
  bitmap_bit_position(col: Argument): Column;
  /**
   * The number of the bitmap of 32768 bits that holds a number.
   * `bitmap_bucket_number(123)` is `1`.
   */
  bitmap_bucket_number(col: Argument): Column;
  /**
   * A bitmap of 4096 bytes with a bit for each of the given positions (0 to 32767); NULLs are passed over.
   * `bitmap_count(bitmap_construct_agg(5))` is `1`.
   */
  bitmap_construct_agg(col: Argument): Column;
  /**
   * How many bits of a bitmap are set.
   * `bitmap_count(X'1010')` is `2`.
   */
  bitmap_count(col: Argument): Column;
  /**
   * Bitwise OR of bitmaps, as a bitmap of 4096 bytes; NULLs are passed over.
   * `bitmap_count(bitmap_or_agg(X'0F'))` is `4`.
   */
  bitmap_or_agg(col: Argument): Column;
  /**
   * The number with every bit turned over.
   * `~ 0` is `-1`.
   */
  bitwiseNOT(col: Argument): Column;
  /**
   * The number with every bit turned over.
   * `~ 0` is `-1`.
   */
  bitwise_not(col: Argument): Column;
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
   * The text without the spaces, or the given characters, at both of its ends.
   * `btrim('    SparkSQL   ')` is `SparkSQL`.
   * `btrim('SSparkSQLS', 'SL')` is `parkSQ`.
   */
  btrim(str: Argument, trim?: Argument): Column;
  /**
   * Number of elements of an array or entries of a map.
   * `cardinality(array('b', 'd'))` is `2`.
   * `cardinality(map('a', 1))` is `1`.
   */
  cardinality(col: Argument): Column;
  /**
   * The value behind the first condition that is true; else the last value, or NULL where there is none. Values that are not needed are not computed.
   * `CASE WHEN 1 > 2 THEN 'a' WHEN 2 > 1 THEN 'b' ELSE 'c' END` is `b`.
   * `CASE WHEN false THEN 1 END` is `NULL`.
   */
  case(condition: Argument, value: Argument, ...more: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * The cube root.
   * `cbrt(27.0)` is `3.0`.
   */
  cbrt(col: Argument): Column;
  /**
   * The smallest whole number that is not below the number; with a scale, to that many places after the point.
   * `ceil(-0.1)` is `0`.
   * `ceil(3.1411, 3)` is `3.142`.
   */
  ceil(col: Argument, scale?: Argument): Column;
  /**
   * The smallest whole number that is not below the number; with a scale, to that many places after the point.
   * `ceiling(5)` is `5`.
   */
  ceiling(col: Argument, scale?: Argument): Column;
  /**
   * The character of a code, taken modulo 256; the empty text for a negative one.
   * `char(65)` is `A`.
   */
  char(col: Argument): Column;
  /**
   * Number of characters of a text (code points), or of bytes of a binary.
   * `char_length('Spark é')` is `7`.
   */
  char_length(str: Argument): Column;
  /**
   * Number of characters of a text (code points), or of bytes of a binary.
   * `character_length('Spark é')` is `7`.
   */
  character_length(str: Argument): Column;
  /**
   * The character of a code, taken modulo 256; the empty text for a negative one.
   * `chr(65)` is `A`.
   */
  chr(n: Argument): Column;
  /**
   * The first argument that is not NULL; NULL if all are. Later ones are not computed where an earlier one serves.
   * `coalesce(NULL, 1, NULL)` is `1`.
   * `coalesce(NULL, NULL)` is `NULL`.
   */
  coalesce(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * The text marked with a collation; UTF8_BINARY, which compares bytes, is the only one that this engine has.
   * `collate('Spark SQL', 'UTF8_BINARY')` is `Spark SQL`.
   */
  collate(col: Argument, collation: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The name of the collation of a text: always the one that compares bytes, since this engine has no other.
   * `collation('Spark SQL')` is `SYSTEM.BUILTIN.UTF8_BINARY`.
   */
  collation(col: Argument): Column;
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
   * The texts, binaries or arrays one after another; NULL if any of them is.
   * `concat('Spark', 'SQL')` is `SparkSQL`.
   * `concat(array(1, 2, 3), array(4, 5), array(6))` is `[1, 2, 3, 4, 5, 6]`.
   */
  concat(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * The texts, and the elements of arrays of texts, with a separator between them; nulls are left out.
   * `concat_ws(' ', 'Spark', 'SQL')` is `Spark SQL`.
   * `concat_ws('/', 'foo', NULL, 'bar')` is `foo/bar`.
   */
  concat_ws(sep: ColumnOrValue | readonly LiteralValue[], ...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * Whether the text (or binary) holds another.
   * `contains('Spark SQL', 'park')` is `true`.
   * `contains('Spark SQL', NULL)` is `NULL`.
   */
  contains(left: Argument, right: Argument): Column;
  /**
   * A number written in one base (2 to 36) rewritten in another. It counts as unsigned with 64 bits, or as signed if the second base is negative.
   * `conv('100', 2, 10)` is `4`.
   * `conv(-10, 16, -10)` is `-16`.
   */
  conv(col: Argument, fromBase: ColumnOrValue | readonly LiteralValue[], toBase: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * What the wall clock of the target zone shows when that of the source zone (the session's, if left out) shows the timestamp.
   * `convert_timezone('Europe/Brussels', 'America/Los_Angeles', TIMESTAMP_NTZ'2021-12-06 00:00:00')` is `2021-12-05 15:00:00`.
   */
  convert_timezone(sourceTz: Argument, targetTz: Argument, sourceTs: Argument): Column;
  /**
   * Pearson's correlation of two columns, from -1 to 1, over the rows in which neither is null.
   * `corr(1, 2)` is `NULL`.
   */
  corr(col1: Argument, col2: Argument): Column;
  /**
   * The cosine of an angle in radians.
   * `cos(0)` is `1.0`.
   */
  cos(col: Argument): Column;
  /**
   * The hyperbolic cosine.
   * `cosh(0)` is `1.0`.
   */
  cosh(col: Argument): Column;
  /**
   * The cotangent of an angle in radians.
   * `cot(0)` is `Infinity`.
   */
  cot(col: Argument): Column;
  /**
   * Number of rows for which the condition is true.
   * `count_if(1 > 0)` is `1`.
   */
  count_if(col: Argument): Column;
  /**
   * A count-min sketch of the values, as bytes: it tells how often a value occurs, too often by at most `eps` of all with the given confidence. NULLs are passed over.
   * `substr(hex(count_min_sketch(1, 0.5D, 0.5D, 1)), 1, 24)` is `000000010000000000000001`.
   */
  count_min_sketch(col: Argument, eps: Argument, confidence: Argument, seed: Argument): Column;
  /**
   * By how much a counter grew since the last row with a value; NULL in the first one and where it was reset: where it fell, or where its start time moved on. A negative counter and a start time that goes back raise an error.
   * `counter_diff(7) OVER (ORDER BY 1)` is `NULL`.
   */
  counter_diff(value: Argument, startTime?: Argument): Column;
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
   * The CRC-32 checksum of bytes or of the bytes of a text.
   * `crc32('Spark')` is `1557323817`.
   */
  crc32(col: Argument): Column;
  /**
   * A map of the given keys and values, key after value. A key that comes twice raises DUPLICATED_MAP_KEY, a null one NULL_MAP_KEY.
   * `map(1.0, '2', 3.0, '4')` is `{1.0 -> 2, 3.0 -> 4}`.
   * `map()` is `{}`.
   */
  create_map(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * The cosecant of an angle in radians.
   * `csc(0)` is `Infinity`.
   */
  csc(col: Argument): Column;
  /**
   * The share of the partition that stands before the row or equals it.
   * `cume_dist() OVER (ORDER BY 1)` is `1.0`.
   */
  cume_dist(): Column;
  /**
   * The date at the start of the query, in the session's time zone.
   * `curdate() IS NULL` is `false`.
   */
  curdate(): Column;
  /**
   * The name of the current catalog.
   * `current_catalog()` is `spark_catalog`.
   */
  current_catalog(): Column;
  /**
   * The name of the current database.
   * `current_database()` is `default`.
   */
  current_database(): Column;
  /**
   * The date at the start of the query, in the session's time zone.
   * `current_date() IS NULL` is `false`.
   */
  current_date(): Column;
  /**
   * The name of the current database.
   * `current_schema()` is `default`.
   */
  current_schema(): Column;
  /**
   * The time of day at the start of the query, in the session's time zone.
   * `current_time() IS NULL` is `false`.
   */
  current_time(precision?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The timestamp at the start of the query.
   * `current_timestamp() IS NULL` is `false`.
   */
  current_timestamp(): Column;
  /**
   * The session's time zone.
   * `current_timezone() IS NULL` is `false`.
   */
  current_timezone(): Column;
  /**
   * The name of the user who runs the query.
   * `current_user()` is `spark`.
   */
  current_user(): Column;
  /**
   * The date so many days later.
   * `date_add('2016-07-30', 1)` is `2016-07-31`.
   */
  date_add(start: Argument, days: Argument): Column;
  /**
   * Number of days from the second date to the first.
   * `date_diff('2009-07-31', '2009-07-30')` is `1`.
   */
  date_diff(end: Argument, start: Argument): Column;
  /**
   * A date or timestamp as text by a pattern such as yyyy-MM-dd HH:mm, on the session's wall clock.
   * `date_format('2016-04-08', 'y')` is `2016`.
   * `date_format('2016-04-08 13:05:00', 'd MMM yyyy, hh:mm a')` is `8 Apr 2016, 01:05 PM`.
   */
  date_format(date: Argument, format: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The date so many days after 1970-01-01.
   * `date_from_unix_date(1)` is `1970-01-02`.
   */
  date_from_unix_date(days: Argument): Column;
  /**
   * A field of a date, a timestamp or an interval: year, quarter, month, week, day, dayofweek, doy, hour, minute, second and their short forms.
   * `date_part('year', TIMESTAMP'2019-08-12 01:00:00.123456')` is `2019`.
   * `date_part('seconds', TIMESTAMP'2019-10-01 00:00:01.000001')` is `1.000001`.
   */
  date_part(field: Argument, source: Argument): Column;
  /**
   * The date so many days earlier.
   * `date_sub('2016-07-30', 1)` is `2016-07-29`.
   */
  date_sub(start: Argument, days: Argument): Column;
  /**
   * The beginning of the unit of a timestamp (year, quarter, month, week, day, hour, minute, second, millisecond, microsecond); NULL for other units.
   * `date_trunc('YEAR', '2015-03-05T09:32:05.359')` is `2015-01-01 00:00:00`.
   * `date_trunc('HOUR', '2015-03-05T09:32:05.359')` is `2015-03-05 09:00:00`.
   */
  date_trunc(format: ColumnOrValue | readonly LiteralValue[], timestamp: Argument): Column;
  /**
   * The date so many days later.
   * `dateadd('2016-07-30', 1)` is `2016-07-31`.
   */
  dateadd(start: Argument, days: Argument): Column;
  /**
   * Number of days from the second date to the first.
   * `datediff('2009-07-31', '2009-07-30')` is `1`.
   */
  datediff(end: Argument, start: Argument): Column;
  /**
   * A field of a date, a timestamp or an interval: year, quarter, month, week, day, dayofweek, doy, hour, minute, second and their short forms.
   * `datepart('year', TIMESTAMP'2019-08-12 01:00:00.123456')` is `2019`.
   * `datepart('seconds', TIMESTAMP'2019-10-01 00:00:01.000001')` is `1.000001`.
   */
  datepart(field: Argument, source: Argument): Column;
  /**
   * The day of the month, from 1.
   * `day('2016-07-30')` is `30`.
   */
  day(col: Argument): Column;
  /**
   * The day of the week as three letters.
   * `dayname(DATE'2008-02-20')` is `Wed`.
   */
  dayname(col: Argument): Column;
  /**
   * The day of the month, from 1.
   * `dayofmonth('2016-07-30')` is `30`.
   */
  dayofmonth(col: Argument): Column;
  /**
   * The day of the week, 1 for Sunday to 7 for Saturday.
   * `dayofweek('2016-07-30')` is `7`.
   */
  dayofweek(col: Argument): Column;
  /**
   * The day of the year, from 1.
   * `dayofyear('2016-07-30')` is `212`.
   */
  dayofyear(col: Argument): Column;
  /**
   * With two arguments the text that bytes stand for in a charset; with more, the result that follows the first search equal to the value (NULL equals NULL), else the default.
   * `decode(encode('abc', 'utf-8'), 'utf-8')` is `abc`.
   * `decode(2, 1, 'Southlake', 2, 'San Francisco', 'elsewhere')` is `San Francisco`.
   */
  decode(col: Argument, charset: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * Radians as degrees.
   * `degrees(3.141592653589793)` is `180.0`.
   */
  degrees(col: Argument): Column;
  /**
   * One more than the number of different order keys before the row; after a tie no number is left out.
   * `dense_rank() OVER (ORDER BY 1)` is `1`.
   */
  dense_rank(): Column;
  /**
   * Euler's number.
   * `e()` is `2.718281828459045`.
   */
  e(): Column;
  /**
   * The element of an array at a place counted from 1, or from the end if negative; or the value of a map's key, NULL if it lacks it. A place beyond the array raises INVALID_ARRAY_INDEX_IN_ELEMENT_AT.
   * `element_at(array(1, 2, 3), -1)` is `3`.
   * `element_at(map('a', 1), 'b')` is `NULL`.
   */
  element_at(col: Argument, extraction: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The n-th of the values, counted from 1; an error if there is none (NULL without ANSI mode).
   * `elt(1, 'scala', 'java')` is `scala`.
   */
  elt(...inputs: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * The bytes of a text in a charset.
   * `encode('abc', 'utf-8')` is `abc`.
   */
  encode(col: Argument, charset: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * Whether the text (or binary) ends with another.
   * `endswith('Spark SQL', 'SQL')` is `true`.
   * `endswith('Spark SQL', NULL)` is `NULL`.
   */
  endswith(str: Argument, suffix: Argument): Column;
  /**
   * True if the sides are equal or both NULL, else false; never NULL.
   * `equal_null(3, 3)` is `true`.
   * `equal_null(1, NULL)` is `false`.
   */
  equal_null(col1: Argument, col2: Argument): Column;
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
   * e to the power of the number.
   * `exp(0)` is `1.0`.
   */
  exp(col: Argument): Column;
  /**
   * A row for each element of an array (column `col`) or entry of a map (`key`, `value`); no row where there is none.
   */
  explode(col: Argument): Column;
  /**
   * A row for each element of an array (column `col`) or entry of a map (`key`, `value`); a row of NULLs where there is none.
   */
  explode_outer(col: Argument): Column;
  /**
   * e to the power of the number, less 1; exact near 0.
   * `expm1(0)` is `0.0`.
   */
  expm1(col: Argument): Column;
  /**
   * A field of a date, a timestamp or an interval: year, quarter, month, week, day, dayofweek, doy, hour, minute, second and their short forms.
   * `extract(YEAR FROM TIMESTAMP'2019-08-12 01:00:00.123456')` is `2019`.
   */
  extract(field: Argument, source: Argument): Column;
  /**
   * The product of the whole numbers up to this one, for 0 to 20; NULL beyond.
   * `factorial(5)` is `120`.
   * `factorial(21)` is `NULL`.
   */
  factorial(col: Argument): Column;
  /**
   * The elements for which the function is true; it may take the place, counted from 0, too.
   * `filter(array(1, 2, 3), x -> x % 2 == 1)` is `[1, 3]`.
   * `filter(array(0, NULL, 2), x -> x IS NOT NULL)` is `[0, 2]`.
   */
  filter(col: Argument, f: (x: Column, y: Column) => Column): Column;
  /**
   * Which of the texts between commas equals the given one, from 1; 0 if none does or if it holds a comma.
   * `find_in_set('ab', 'abc,b,ab,c,def')` is `3`.
   */
  find_in_set(str: Argument, str_array: Argument): Column;
  /**
   * The first value that comes, or the first that is not null with a second argument `true`. Without an order the rows may come in any.
   * `first_value(5)` is `5`.
   */
  first_value(col: Argument, ignoreNulls?: Argument): Column;
  /**
   * The arrays inside an array, one behind the other; NULL if one of them is null. Only one level is taken away.
   * `flatten(array(array(1, 2), array(3, 4)))` is `[1, 2, 3, 4]`.
   * `flatten(array(array(1), NULL))` is `NULL`.
   */
  flatten(col: Argument): Column;
  /**
   * The largest whole number that is not above the number; with a scale, to that many places after the point.
   * `floor(-0.1)` is `-1`.
   * `floor(3.1411, 3)` is `3.141`.
   */
  floor(col: Argument, scale?: Argument): Column;
  /**
   * True if the function is true for all elements; NULL if it is false for none but NULL for one.
   * `forall(array(2, 4, 8), x -> x % 2 == 0)` is `true`.
   * `forall(array(2, NULL, 8), x -> x % 2 == 0)` is `NULL`.
   */
  forall(col: Argument, f: (x: Column) => Column): Column;
  /**
   * The number with commas between thousands and so many digits after the point, or by a pattern such as #,##0.00; halves round to even. NULL for a negative number of digits.
   * `format_number(12332.123456, 4)` is `12,332.1235`.
   * `format_number(12332.123456, '##################.###')` is `12332.123`.
   */
  format_number(col: Argument, d: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * A text with values put in as `java.util.Formatter` does: %s, %d, %5.2f, %08d and so on.
   * `format_string('Hello World %d %s', 100, 'days')` is `Hello World 100 days`.
   */
  format_string(format: ColumnOrValue | readonly LiteralValue[], ...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * The bytes that a base32 text stands for.
   * `from_base32('MFRGG===')` is `abc`.
   */
  from_base32(col: Argument): Column;
  /**
   * Seconds since 1970-01-01 UTC as text by a pattern, on the session's wall clock.
   * `from_unixtime(0, 'yyyy-MM-dd HH:mm:ss')` is `1970-01-01 00:00:00`.
   */
  from_unixtime(timestamp: Argument, format?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The timestamp read as one in UTC, shown on the wall clock of a zone.
   * `from_utc_timestamp('2016-08-31', 'Asia/Seoul')` is `2016-08-31 09:00:00`.
   */
  from_utc_timestamp(timestamp: Argument, tz: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The struct that the outermost element of an XML text holds, read by a schema: attributes are fields such as _name, the text beside them is _VALUE. What does not fit becomes NULL, or an error in the mode FAILFAST.
   * `from_xml('<p><a>1</a><b>0.8</b></p>', 'a INT, b DOUBLE')` is `{1, 0.8}`.
   */
  from_xml(col: Argument, schema: Argument, options?: Argument | Options): Column;
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
  get_json_object(col: Argument, path: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The bit (0 or 1) at a place, counted from 0 at the right.
   * `getbit(11, 0)` is `1`.
   * `getbit(11, 2)` is `0`.
   */
  getbit(col: Argument, pos: Argument): Column;
  /**
   * The largest of the arguments that are not NULL; NULL if all are. NaN is above every number.
   * `greatest(10, 9, NULL, 4, 3)` is `10`.
   * `greatest('a', 'b')` is `b`.
   */
  greatest(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * 1 in rows of a grouping set that leaves the column out, 0 in those that group by it.
   */
  grouping(col: Argument): Column;
  /**
   * The grouping set as a number: one bit a column, the first the highest, 1 where the column is left out.
   */
  grouping_id(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * A 32-bit hash (Murmur3, seed 42) of the arguments, the one by which rows go to partitions. NULLs are passed over.
   * `hash('Spark', array(123), 2)` is `-1321691492`.
   */
  hash(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * A whole number, bytes, or the bytes of a text, in hexadecimal digits.
   * `hex(17)` is `11`.
   * `hex('Spark SQL')` is `537061726B2053514C`.
   */
  hex(col: Argument): Column;
  /**
   * A histogram of at most nb bins as an array of structs: x the middle of a bin, y how many values are in it. The bins adapt to the values.
   * `histogram_numeric(5, 3)` is `[{5, 1.0}]`.
   */
  histogram_numeric(col: Argument, nBins: Argument): Column;
  /**
   * A HyperLogLog sketch of the values, as bytes, for hll_sketch_estimate and hll_union; it has 2^lgConfigK registers (by default 2^12, with an error of about 1.6 %). NULLs and empty texts are passed over.
   * `hll_sketch_estimate(hll_sketch_agg(5))` is `1`.
   */
  hll_sketch_agg(col: Argument, lgConfigK?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * About how many different values are in a HyperLogLog sketch.
   * `hll_sketch_estimate(X'0201070C030001082BF2FB0600000000000000000000000000000000000000000000000000000000')` is `1`.
   */
  hll_sketch_estimate(col: Argument): Column;
  /**
   * Two HyperLogLog sketches merged into one. Different sizes are an error unless allowed; then the smaller counts.
   * `hll_sketch_estimate(hll_union(X'0201070C030001082BF2FB0600000000000000000000000000000000000000000000000000000000', X'0201070C030001082BF2FB0600000000000000000000000000000000000000000000000000000000'))` is `1`.
   */
  hll_union(col1: Argument, col2: Argument, allowDifferentLgConfigK?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * HyperLogLog sketches merged into one. Sketches of different sizes are an error unless allowed.
   * `hll_sketch_estimate(hll_union_agg(X'0201070C030001082BF2FB0600000000000000000000000000000000000000000000000000000000'))` is `1`.
   */
  hll_union_agg(col: Argument, allowDifferentLgConfigK?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * A digest of a message under a key (HMAC), by SHA-256 or the named algorithm.
   * `hex(hmac('key', 'msg'))` is `2D93CBC1BE167BCB1637A4A23CBFF01A7878F0C50EE833954EA5221BB1B8C628`.
   */
  hmac(key: Argument, message: Argument, algorithm?: Argument): Column;
  /**
   * The hour of a timestamp, on the session's wall clock, or of a time of day.
   * `hour('2018-02-14 12:58:59')` is `12`.
   */
  hour(col: Argument): Column;
  /**
   * The length of the diagonal over two sides, without overflow on the way.
   * `hypot(3, 4)` is `5.0`.
   */
  hypot(col1: Argument, col2: Argument): Column;
  /**
   * The first argument that is not NULL; NULL if all are. Later ones are not computed where an earlier one serves.
   * `ifnull(NULL, 'a')` is `a`.
   */
  ifnull(col1: Argument, col2: Argument): Column;
  /**
   * Whether all of the text has the form of the pattern, without regard to case: _ stands for one character, % for any number; a backslash, or the given character, in front takes that away.
   * `ilike('Spark', '_Park')` is `true`.
   */
  ilike(str: Argument, pattern: Argument, escapeChar?: Argument): Column;
  /**
   * Each word with its first letter in title case and the rest in lower case; only spaces part words.
   * `initcap('sPark sql')` is `Spark Sql`.
   */
  initcap(col: Argument): Column;
  /**
   * A row for each struct of an array, a column for each of its fields.
   */
  inline(col: Argument): Column;
  /**
   * A row for each struct of an array, a column for each of its fields; a row of NULLs where there is none.
   */
  inline_outer(col: Argument): Column;
  /**
   * The length of the read part of the row's file, in bytes; -1 where it came from none.
   * `input_file_block_length()` is `-1`.
   */
  input_file_block_length(): Column;
  /**
   * Where the read part of the row's file starts, in bytes; -1 where it came from none.
   * `input_file_block_start()` is `-1`.
   */
  input_file_block_start(): Column;
  /**
   * The name of the file that the row was read from; empty where it came from none.
   * `input_file_name()` is ``.
   */
  input_file_name(): Column;
  /**
   * Position from 1 of an occurrence of a text in another, 0 where there is none; a negative start searches backwards from the end.
   * `instr('SparkSQL', 'SQL')` is `6`.
   * `instr('banana', 'an', 1, 2)` is `4`.
   */
  instr(str: Argument, substr: ColumnOrValue | readonly LiteralValue[], start?: ColumnOrValue | readonly LiteralValue[], occurrence?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * Whether the value is valid UTF-8.
   * `is_valid_utf8('Spark')` is `true`.
   */
  is_valid_utf8(str: Argument): Column;
  /**
   * Whether a variant is well formed, as every variant of this engine is.
   * `is_valid_variant(parse_json('1'))` is `true`.
   */
  is_valid_variant(v: Argument): Column;
  /**
   * Whether a variant holds the null of JSON, which is not NULL.
   * `is_variant_null(parse_json('null'))` is `true`.
   * `is_variant_null(NULL)` is `false`.
   */
  is_variant_null(v: Argument): Column;
  /**
   * True if the value is NaN; false for NULL.
   * `isnan(cast('NaN' as double))` is `true`.
   * `isnan(NULL)` is `false`.
   */
  isnan(col: Argument): Column;
  /**
   * True if the value is not NULL.
   * `isnotnull(1)` is `true`.
   * `NULL IS NOT NULL` is `false`.
   */
  isnotnull(col: Argument): Column;
  /**
   * True if the value is NULL.
   * `isnull(1)` is `false`.
   * `NULL IS NULL` is `true`.
   */
  isnull(col: Argument): Column;
  /**
   * Jaro-Winkler similarity of two texts, from 0 (nothing in common) to 1 (equal).
   * `jaro_winkler_similarity('MARTHA', 'MARHTA')` is `0.9611111111111111`.
   */
  jaro_winkler_similarity(left: Argument, right: Argument): Column;
  /**
   * The result, as text, of a static method of Java. Some of Math, Integer, Long, String, UUID and URL coding are here.
   * `java_method('java.util.UUID', 'fromString', 'a5cf6c42-0c85-418f-af6c-3e4e5b1328f2')` is `a5cf6c42-0c85-418f-af6c-3e4e5b1328f2`.
   */
  java_method(...cols: (Argument | readonly ColumnOrName[])[]): Column;
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
   * KLL sketches merged into one; without `k`, that of the first counts.
   * `kll_sketch_get_n_bigint(kll_merge_agg_bigint(X'02020F04C80008000100000000000000'))` is `1`.
   */
  kll_merge_agg_bigint(col: Argument, k?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * KLL sketches merged into one; without `k`, that of the first counts.
   * `kll_sketch_get_n_double(kll_merge_agg_double(X'02020F04C8000800000000000000F03F'))` is `1`.
   */
  kll_merge_agg_double(col: Argument, k?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * KLL sketches merged into one; without `k`, that of the first counts.
   * `kll_sketch_get_n_float(kll_merge_agg_float(X'02020F04C80008000000803F'))` is `1`.
   */
  kll_merge_agg_float(col: Argument, k?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * A KLL sketch of the values, as bytes, that tells quantiles and ranks; a larger `k` (8 to 65535, by default 200) makes it larger and more exact (1.3 % at 200). Up to k values it is exact. NULL and NaN are passed over.
   * `kll_sketch_get_n_bigint(kll_sketch_agg_bigint(5))` is `1`.
   */
  kll_sketch_agg_bigint(col: Argument, k?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * A KLL sketch of the values, as bytes, that tells quantiles and ranks; a larger `k` (8 to 65535, by default 200) makes it larger and more exact (1.3 % at 200). Up to k values it is exact. NULL and NaN are passed over.
   * `kll_sketch_get_n_double(kll_sketch_agg_double(5.0D))` is `1`.
   */
  kll_sketch_agg_double(col: Argument, k?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * A KLL sketch of the values, as bytes, that tells quantiles and ranks; a larger `k` (8 to 65535, by default 200) makes it larger and more exact (1.3 % at 200). Up to k values it is exact. NULL and NaN are passed over.
   * `kll_sketch_get_n_float(kll_sketch_agg_float(5.0F))` is `1`.
   */
  kll_sketch_agg_float(col: Argument, k?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * How many values are in a KLL sketch.
   * `kll_sketch_get_n_bigint(X'02020F04C80008000100000000000000')` is `1`.
   */
  kll_sketch_get_n_bigint(col: Argument): Column;
  /**
   * How many values are in a KLL sketch.
   * `kll_sketch_get_n_double(X'02020F04C8000800000000000000F03F')` is `1`.
   */
  kll_sketch_get_n_double(col: Argument): Column;
  /**
   * How many values are in a KLL sketch.
   * `kll_sketch_get_n_float(X'02020F04C80008000000803F')` is `1`.
   */
  kll_sketch_get_n_float(col: Argument): Column;
  /**
   * The value below which the given share (0 to 1) of the values of a KLL sketch lies. An array of shares gives an array.
   * `kll_sketch_get_quantile_bigint(X'02020F04C80008000100000000000000', 0.5)` is `1`.
   */
  kll_sketch_get_quantile_bigint(sketch: Argument, rank: Argument): Column;
  /**
   * The value below which the given share (0 to 1) of the values of a KLL sketch lies. An array of shares gives an array.
   * `kll_sketch_get_quantile_double(X'02020F04C8000800000000000000F03F', 0.5)` is `1.0`.
   */
  kll_sketch_get_quantile_double(sketch: Argument, rank: Argument): Column;
  /**
   * The value below which the given share (0 to 1) of the values of a KLL sketch lies. An array of shares gives an array.
   * `kll_sketch_get_quantile_float(X'02020F04C80008000000803F', 0.5)` is `1.0`.
   */
  kll_sketch_get_quantile_float(sketch: Argument, rank: Argument): Column;
  /**
   * The share (0 to 1) of the values of a KLL sketch that are at most the given one. An array of values gives an array.
   * `kll_sketch_get_rank_bigint(X'02020F04C80008000100000000000000', 1)` is `1.0`.
   */
  kll_sketch_get_rank_bigint(sketch: Argument, quantile: Argument): Column;
  /**
   * The share (0 to 1) of the values of a KLL sketch that are at most the given one. An array of values gives an array.
   * `kll_sketch_get_rank_double(X'02020F04C8000800000000000000F03F', 1.0D)` is `1.0`.
   */
  kll_sketch_get_rank_double(sketch: Argument, quantile: Argument): Column;
  /**
   * The share (0 to 1) of the values of a KLL sketch that are at most the given one. An array of values gives an array.
   * `kll_sketch_get_rank_float(X'02020F04C80008000000803F', 1.0F)` is `1.0`.
   */
  kll_sketch_get_rank_float(sketch: Argument, quantile: Argument): Column;
  /**
   * Two KLL sketches merged into one, with the `k` of the first.
   * `kll_sketch_get_n_bigint(kll_sketch_merge_bigint(X'02020F04C80008000100000000000000', X'02020F04C80008000100000000000000'))` is `2`.
   */
  kll_sketch_merge_bigint(left: Argument, right: Argument): Column;
  /**
   * Two KLL sketches merged into one, with the `k` of the first.
   * `kll_sketch_get_n_double(kll_sketch_merge_double(X'02020F04C8000800000000000000F03F', X'02020F04C8000800000000000000F03F'))` is `2`.
   */
  kll_sketch_merge_double(left: Argument, right: Argument): Column;
  /**
   * Two KLL sketches merged into one, with the `k` of the first.
   * `kll_sketch_get_n_float(kll_sketch_merge_float(X'02020F04C80008000000803F', X'02020F04C80008000000803F'))` is `2`.
   */
  kll_sketch_merge_float(left: Argument, right: Argument): Column;
  /**
   * A KLL sketch described in several lines: its size, error and extremes.
   * `substr(kll_sketch_to_string_bigint(X'02020F04C80008000100000000000000'), 2, 7)` is `### Kll`.
   */
  kll_sketch_to_string_bigint(col: Argument): Column;
  /**
   * A KLL sketch described in several lines: its size, error and extremes.
   * `substr(kll_sketch_to_string_double(X'02020F04C8000800000000000000F03F'), 2, 7)` is `### Kll`.
   */
  kll_sketch_to_string_double(col: Argument): Column;
  /**
   * A KLL sketch described in several lines: its size, error and extremes.
   * `substr(kll_sketch_to_string_float(X'02020F04C80008000000803F'), 2, 7)` is `### Kll`.
   */
  kll_sketch_to_string_float(col: Argument): Column;
  /**
   * Excess kurtosis: how heavy the tails are, 0 for a normal distribution; NULL if all values are equal.
   * `kurtosis(5)` is `NULL`.
   */
  kurtosis(col: Argument): Column;
  /**
   * The last day of the month of a date.
   * `last_day('2016-07-30')` is `2016-07-31`.
   */
  last_day(date: Argument): Column;
  /**
   * The last value that comes, or the last that is not null with a second argument `true`. Without an order the rows may come in any.
   * `last_value(5)` is `5`.
   */
  last_value(col: Argument, ignoreNulls?: Argument): Column;
  /**
   * The text in lower case.
   * `lcase('SparkSql')` is `sparksql`.
   */
  lcase(str: Argument): Column;
  /**
   * The smallest of the arguments that are not NULL; NULL if all are.
   * `least(10, 9, NULL, 4, 3)` is `3`.
   */
  least(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * The first characters of a text (bytes of a binary); none for a length of zero or less.
   * `left('Spark SQL', 3)` is `Spa`.
   */
  left(str: Argument, len: Argument): Column;
  /**
   * Number of characters of a text (code points), or of bytes of a binary.
   * `len('Spark é')` is `7`.
   */
  len(expr: Argument): Column;
  /**
   * Number of characters of a text (code points), or of bytes of a binary.
   * `length('Spark é')` is `7`.
   */
  length(col: Argument): Column;
  /**
   * Edit distance between two texts; -1 if it is above the threshold, where one is given.
   * `levenshtein('kitten', 'sitting')` is `3`.
   * `levenshtein('kitten', 'sitting', 2)` is `-1`.
   */
  levenshtein(left: Argument, right: Argument, threshold?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * Whether all of the text has the form of the pattern: _ stands for one character, % for any number; a backslash, or the given character, in front takes that away.
   * `like('Spark', '_park')` is `true`.
   * `'100%' LIKE '100/%' ESCAPE '/'` is `true`.
   */
  like(str: Argument, pattern: Argument, escapeChar?: Argument): Column;
  /**
   * The values that are not null, joined with the delimiter (by default nothing between them), in the order of WITHIN GROUP if there is one; NULL if there are none.
   * `listagg('a', ',')` is `a`.
   * `listagg(CAST(NULL AS STRING))` is `NULL`.
   */
  listagg(col: Argument, delimiter?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The values that are not null, joined with the delimiter (by default nothing between them), in the order of WITHIN GROUP if there is one; NULL if there are none.
   * `listagg('a', ',')` is `a`.
   * `listagg(CAST(NULL AS STRING))` is `NULL`.
   */
  listagg_distinct(col: Argument, delimiter?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The natural logarithm; NULL of zero and below.
   * `ln(1)` is `0.0`.
   */
  ln(col: Argument): Column;
  /**
   * The time of day at the start of the query, in the session's time zone.
   * `localtime() IS NULL` is `false`.
   */
  localtime(precision?: Argument): Column;
  /**
   * The wall clock of the session's zone at the start of the query.
   * `localtimestamp() IS NULL` is `false`.
   */
  localtimestamp(): Column;
  /**
   * Position from 1 of the first occurrence of a text in another at or after a position; 0 where there is none.
   * `locate('bar', 'foobarbar')` is `4`.
   * `locate('bar', 'foobarbar', 5)` is `7`.
   */
  locate(substr: ColumnOrValue | readonly LiteralValue[], str: Argument, pos?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The logarithm to base 10; NULL of zero and below.
   * `log10(100)` is `2.0`.
   */
  log10(col: Argument): Column;
  /**
   * The natural logarithm of the number plus 1; NULL of -1 and below.
   * `log1p(0)` is `0.0`.
   */
  log1p(col: Argument): Column;
  /**
   * The logarithm to base 2; NULL of zero and below.
   * `log2(8)` is `3.0`.
   */
  log2(col: Argument): Column;
  /**
   * The text in lower case.
   * `lower('SparkSql')` is `sparksql`.
   */
  lower(col: Argument): Column;
  /**
   * The text at the given length: longer ones are cut, shorter ones filled up on the left with the pad, a space if it is left out (bytes of zero for binaries).
   * `lpad('hi', 5, '??')` is `???hi`.
   * `lpad('hi', 1, '??')` is `h`.
   */
  lpad(col: Argument, len: ColumnOrValue | readonly LiteralValue[], pad: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * Whether the digits have the right check digit by Luhn's rule; false for anything that is not all digits.
   * `luhn_check('8112189876')` is `true`.
   * `luhn_check('79927398714')` is `false`.
   */
  luhn_check(str: Argument): Column;
  /**
   * The date of a year, month and day; an error if there is none (NULL without ANSI mode).
   * `make_date(2013, 7, 15)` is `2013-07-15`.
   * `make_date(2019, 7, NULL)` is `NULL`.
   */
  make_date(year: Argument, month: Argument, day: Argument): Column;
  /**
   * A day-time interval of days, hours, minutes and seconds.
   * `make_dt_interval(1, 12, 30, 01.001001)` is `INTERVAL '1 12:30:01.001001' DAY TO SECOND`.
   */
  make_dt_interval(days?: Argument, hours?: Argument, mins?: Argument, secs?: Argument): Column;
  /**
   * An interval of years, months, weeks, days, hours, minutes and seconds; an error if it does not fit.
   * `make_interval(100, 11, 1, 1, 12, 30, 01.001001)` is `100 years 11 months 8 days 12 hours 30 minutes 1.001001 seconds`.
   */
  make_interval(years?: Argument, months?: Argument, weeks?: Argument, days?: Argument, hours?: Argument, mins?: Argument, secs?: Argument): Column;
  /**
   * The time of day of an hour, minute and second with a fraction; an error if there is none.
   * `CAST(make_time(6, 30, 45.887) AS STRING)` is `06:30:45.887`.
   */
  make_time(hour: Argument, minute: Argument, second: Argument): Column;
  /**
   * The timestamp of a year, month, day, hour, minute and second, or of a date and a time of day, in a time zone if one is given; an error if there is none (NULL without ANSI mode).
   * `make_timestamp(2014, 12, 28, 6, 30, 45.887)` is `2014-12-28 06:30:45.887`.
   */
  make_timestamp(year: Argument, month?: Argument, day?: Argument, hour?: Argument, min?: Argument, sec?: Argument, timezone?: Argument): Column;
  /**
   * The timestamp of a year, month, day, hour, minute and second, or of a date and a time of day, in a time zone if one is given; an error if there is none (NULL without ANSI mode).
   * `make_timestamp_ltz(2014, 12, 28, 6, 30, 45.887)` is `2014-12-28 06:30:45.887`.
   */
  make_timestamp_ltz(years: Argument, months: Argument, days: Argument, hours: Argument, mins: Argument, secs: Argument, timezone?: Argument): Column;
  /**
   * The timestamp without time zone of a year, month, day, hour, minute and second, or of a date and a time of day; an error if there is none (NULL without ANSI mode).
   * `make_timestamp_ntz(2014, 12, 28, 6, 30, 45.887)` is `2014-12-28 06:30:45.887`.
   */
  make_timestamp_ntz(year: Argument, month?: Argument, day?: Argument, hour?: Argument, min?: Argument, sec?: Argument): Column;
  /**
   * The text, with U+FFFD in place of bytes that are not UTF-8.
   * `make_valid_utf8('Spark')` is `Spark`.
   */
  make_valid_utf8(str: Argument): Column;
  /**
   * A year-month interval of years and months.
   * `make_ym_interval(1, 2)` is `INTERVAL '1-2' YEAR TO MONTH`.
   */
  make_ym_interval(years?: Argument, months?: Argument): Column;
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
  map_contains_key(col: Argument, value: ColumnOrValue | readonly LiteralValue[]): Column;
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
   * The text with upper-case letters, lower-case letters, digits and all other characters replaced, each kind by a character of its own; NULL leaves a kind as it is.
   * `mask('abcd-EFGH-8765-4321')` is `xxxx-XXXX-nnnn-nnnn`.
   * `mask('AbCD123-@$#', 'Q', 'q', 'd', 'o')` is `QqQQdddoooo`.
   */
  mask(str: Argument, upperChar?: Argument, lowerChar?: Argument, digitChar?: Argument, otherChar?: Argument): Column;
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
  max_by(col: Argument, ord: Argument, k?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The MD5 digest of bytes or of the bytes of a text, in hexadecimal digits.
   * `md5('Spark')` is `8cde774d6f7333752ed72cacddb05126`.
   */
  md5(col: Argument): Column;
  /**
   * Mean of the values that are not null; NULL if there are none. A DOUBLE, for DECIMAL(p,s) a DECIMAL(p+4,s+4).
   * `avg(5)` is `5.0`.
   * `avg(1.50)` is `1.500000`.
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
  min_by(col: Argument, ord: Argument, k?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The minute of a timestamp, on the session's wall clock, or of a time of day.
   * `minute('2018-02-14 12:58:59')` is `58`.
   */
  minute(col: Argument): Column;
  /**
   * The rest of a division, with the sign of the dividend. A divisor of zero raises REMAINDER_BY_ZERO.
   * `mod(7, 4)` is `3`.
   */
  mod(left: Argument, right: Argument): Column;
  /**
   * A number that grows from row to row and is unique, but leaves gaps between partitions: the partition's number in the upper 31 bits, the row's in the lower 33.
   * `monotonically_increasing_id()` is `0`.
   */
  monotonically_increasing_id(): Column;
  /**
   * The month of a date, 1 to 12.
   * `month('2016-07-30')` is `7`.
   */
  month(col: Argument): Column;
  /**
   * The month as three letters.
   * `monthname(DATE'2008-02-20')` is `Feb`.
   */
  monthname(col: Argument): Column;
  /**
   * Number of months from the second timestamp to the first, with a fraction of 31 days, rounded to 8 digits unless told not to.
   * `months_between('1997-02-28 10:30:00', '1996-10-30')` is `3.94959677`.
   */
  months_between(date1: Argument, date2: Argument, roundOff?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * A struct of the given names and values, value after name.
   * `named_struct('a', 1, 'b', 'x')` is `{1, x}`.
   * `named_struct('a', NULL)` is `{null}`.
   */
  named_struct(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * The first value, or the second where the first is NaN.
   * `nanvl(cast('NaN' as double), 123)` is `123.0`.
   * `nanvl(1.5, 2)` is `1.5`.
   */
  nanvl(col1: Argument, col2: Argument): Column;
  /**
   * The number or interval with the other sign.
   * `negative(1)` is `-1`.
   * `negative(-1.5)` is `1.5`.
   */
  negate(col: Argument): Column;
  /**
   * The number or interval with the other sign.
   * `negative(1)` is `-1`.
   * `negative(-1.5)` is `1.5`.
   */
  negative(col: Argument): Column;
  /**
   * The first date after the given one that falls on a day of the week (Mon, Monday or MO); an error for other names, NULL without ANSI mode.
   * `next_day('2015-01-14', 'TU')` is `2015-01-20`.
   */
  next_day(date: Argument, dayOfWeek: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The timestamp at the start of the query.
   * `now() IS NULL` is `false`.
   */
  now(): Column;
  /**
   * The value of the n-th row of the frame, counted from 1; NULL if the frame is shorter.
   * `nth_value(7, 1) OVER (ORDER BY 1)` is `7`.
   * `nth_value(7, 2) OVER (ORDER BY 1)` is `NULL`.
   */
  nth_value(col: Argument, offset: ColumnOrValue | readonly LiteralValue[], ignoreNulls?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The number of the bucket that the row falls into when the partition is cut into n, 1 to n; sizes differ by one at most.
   * `ntile(2) OVER (ORDER BY 1)` is `1`.
   */
  ntile(n: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * NULL if the two are equal, else the first.
   * `nullif(2, 2)` is `NULL`.
   * `nullif(2, 1)` is `2`.
   */
  nullif(col1: Argument, col2: Argument): Column;
  /**
   * The number, or NULL where it is zero.
   * `nullifzero(0)` is `NULL`.
   * `nullifzero(2)` is `2`.
   */
  nullifzero(col: Argument): Column;
  /**
   * The first argument that is not NULL; NULL if all are. Later ones are not computed where an earlier one serves.
   * `nvl(NULL, 'a')` is `a`.
   */
  nvl(col1: Argument, col2: Argument): Column;
  /**
   * The second argument if the first is not NULL, else the third.
   * `nvl2(NULL, 2, 1)` is `1`.
   * `nvl2('x', 2, 1)` is `2`.
   */
  nvl2(col1: Argument, col2: Argument, col3: Argument): Column;
  /**
   * Number of bytes of a text in UTF-8, or of a binary.
   * `octet_length('Spark é')` is `8`.
   */
  octet_length(col: Argument): Column;
  /**
   * The text with another laid over it from a position on, in place of as many characters as told or as it has.
   * `overlay('Spark SQL', '_', 6)` is `Spark_SQL`.
   * `overlay('Spark SQL', 'ANSI ', 7, 0)` is `Spark ANSI SQL`.
   */
  overlay(src: Argument, replace: Argument, pos: Argument, len?: Argument): Column;
  /**
   * A JSON text as a variant; an error where it is none.
   * `to_json(parse_json('{"b":1,"a":[2.50,null]}'))` is `{"a":[2.5,null],"b":1}`.
   */
  parse_json(col: Argument): Column;
  /**
   * A part of an address: HOST, PATH, QUERY, REF, PROTOCOL, FILE, AUTHORITY or USERINFO, or of its query the value of a key; an error for what is no address.
   * `parse_url('http://spark.apache.org/path?query=1', 'HOST')` is `spark.apache.org`.
   * `parse_url('http://spark.apache.org/path?query=1', 'QUERY', 'query')` is `1`.
   */
  parse_url(url: Argument, partToExtract: Argument, key?: Argument): Column;
  /**
   * The rank as a share from 0 to 1: (rank - 1) / (rows of the partition - 1).
   * `percent_rank() OVER (ORDER BY 1)` is `0.0`.
   */
  percent_rank(): Column;
  /**
   * The exact percentile: the value below which the given share (0 to 1) of the values lies, in proportion between two neighbours. An array of shares gives an array. A third argument says how often each value counts.
   * `percentile(10, 0.5)` is `10.0`.
   * `percentile(10, array(0.25, 1))` is `[10.0, 10.0]`.
   */
  percentile(col: Argument, percentage: ColumnOrValue | readonly LiteralValue[], frequency?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * About the value below which the given share (0 to 1) of the values lies: one of the values, whose rank is wrong by at most 1/accuracy of their number. An array of shares gives an array.
   * `percentile_approx(10, 0.5)` is `10`.
   * `percentile_approx(10.5D, array(0.1, 0.9), 100)` is `[10.5, 10.5]`.
   */
  percentile_approx(col: Argument, percentage: ColumnOrValue | readonly LiteralValue[], accuracy?: ColumnOrValue | readonly LiteralValue[]): Column;
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
   * The number pi.
   * `pi()` is `3.141592653589793`.
   */
  pi(): Column;
  /**
   * The rest of a division, positive where the divisor is. A divisor of zero raises REMAINDER_BY_ZERO.
   * `pmod(10, 3)` is `1`.
   * `pmod(-10, 3)` is `2`.
   */
  pmod(dividend: Argument, divisor: Argument): Column;
  /**
   * A row for each element of an array (column `col`) or entry of a map (`key`, `value`), with its place (`pos`) counted from 0; no row where there is none.
   */
  posexplode(col: Argument): Column;
  /**
   * A row for each element of an array (column `col`) or entry of a map (`key`, `value`), with its place (`pos`) counted from 0; a row of NULLs where there is none.
   */
  posexplode_outer(col: Argument): Column;
  /**
   * Position from 1 of the first occurrence of a text in another at or after a position; 0 where there is none.
   * `position('bar', 'foobarbar')` is `4`.
   * `position('bar', 'foobarbar', 5)` is `7`.
   */
  position(substr: Argument, str: Argument, start?: Argument): Column;
  /**
   * The number or interval as it is.
   * `positive(1)` is `1`.
   */
  positive(col: Argument): Column;
  /**
   * The first number to the power of the second.
   * `power(2, 3)` is `8.0`.
   */
  pow(col1: Argument, col2: Argument): Column;
  /**
   * The first number to the power of the second.
   * `power(2, 3)` is `8.0`.
   */
  power(col1: Argument, col2: Argument): Column;
  /**
   * A text with values put in as `java.util.Formatter` does: %s, %d, %5.2f, %08d and so on.
   * `printf('Hello World %d %s', 100, 'days')` is `Hello World 100 days`.
   */
  printf(format: Argument, ...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * Product of the values that are not null, as a DOUBLE; NULL if there are none.
   */
  product(col: Argument): Column;
  /**
   * The quarter of a date, 1 to 4.
   * `quarter('2016-07-30')` is `3`.
   */
  quarter(col: Argument): Column;
  /**
   * The text in single quotes, with a backslash in front of those within it.
   * `quote('It is')` is `'It is'`.
   */
  quote(col: Argument): Column;
  /**
   * Degrees as radians.
   * `radians(180)` is `3.141592653589793`.
   */
  radians(col: Argument): Column;
  /**
   * Raises USER_RAISED_EXCEPTION with the given message.
   */
  raise_error(errMsg: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * A random number from 0 to below 1, evenly distributed. The same seed gives the same numbers for the same rows of the same partition.
   * `random(42)` is `0.619189370225301`.
   */
  random(seed?: Argument): Column;
  /**
   * A random text of so many digits and letters.
   * `randstr(5, 0)` is `ceV0P`.
   */
  randstr(length: Argument, seed?: Argument): Column;
  /**
   * One more than the number of rows before the row and its equals; after a tie numbers are left out.
   * `rank() OVER (ORDER BY 1)` is `1`.
   */
  rank(): Column;
  /**
   * Folds an array into one value: from the start value on, the first function joins what there is with the next element; the second, if given, makes the result of the last.
   * `reduce(array(1, 2, 3), 0, (acc, x) -> acc + x)` is `6`.
   * `reduce(array(1, 2, 3), 0, (acc, x) -> acc + x, acc -> acc * 10)` is `60`.
   */
  reduce(col: Argument, initialValue: Argument, merge: (x: Column, y: Column) => Column, finish?: (x: Column) => Column): Column;
  /**
   * The result, as text, of a static method of Java. Some of Math, Integer, Long, String, UUID and URL coding are here.
   * `reflect('java.util.UUID', 'fromString', 'a5cf6c42-0c85-418f-af6c-3e4e5b1328f2')` is `a5cf6c42-0c85-418f-af6c-3e4e5b1328f2`.
   */
  reflect(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * Whether a regular expression matches somewhere in the text.
   * `regexp('Spark SQL', 'S.*k')` is `true`.
   */
  regexp(str: Argument, regexp: Argument): Column;
  /**
   * How many times a regular expression matches.
   * `regexp_count('Steven Jones and Stephen Smith', 'Ste(v|ph)en')` is `2`.
   */
  regexp_count(str: Argument, regexp: Argument): Column;
  /**
   * What a group of a regular expression took in its first match, group 0 being all of it; the empty text where nothing matches.
   * `regexp_extract('100-200', '([0-9]+)-([0-9]+)', 1)` is `100`.
   * `regexp_extract('abc', 'x', 0)` is ``.
   */
  regexp_extract(str: Argument, pattern: ColumnOrValue | readonly LiteralValue[], idx: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * What a group of a regular expression took in each of its matches.
   * `regexp_extract_all('100-200, 300-400', '([0-9]+)-([0-9]+)', 1)` is `[100, 300]`.
   */
  regexp_extract_all(str: Argument, regexp: Argument, idx?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * Position from 1 of the first match of a regular expression; 0 where there is none. The group number is not used.
   * `regexp_instr('user@spark.apache.org', '@[^.]*')` is `5`.
   */
  regexp_instr(str: Argument, regexp: Argument, idx?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * Whether a regular expression matches somewhere in the text.
   * `regexp_like('Spark SQL', 'S.*k')` is `true`.
   */
  regexp_like(str: Argument, regexp: Argument): Column;
  /**
   * The text with every match of a regular expression, from a position on, replaced; $1 in the replacement stands for the first group.
   * `regexp_replace('100-200', '([0-9]+)', 'num')` is `num-num`.
   * `regexp_replace('2024-01', '([0-9]+)-([0-9]+)', '$2/$1')` is `01/2024`.
   */
  regexp_replace(string: Argument, pattern: ColumnOrValue | readonly LiteralValue[], replacement: ColumnOrValue | readonly LiteralValue[], position?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The first match of a regular expression; NULL where there is none or it is empty.
   * `regexp_substr('Steven Jones and Stephen Smith', 'Ste(v|ph)en')` is `Steven`.
   */
  regexp_substr(str: Argument, regexp: Argument): Column;
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
   * The text so many times over; the empty text for zero or less.
   * `repeat('123', 2)` is `123123`.
   */
  repeat(col: Argument, n: Argument): Column;
  /**
   * The text with each occurrence of another replaced, or taken away if nothing is given for it.
   * `replace('ABCabc', 'abc', 'DEF')` is `ABCDEF`.
   */
  replace(src: Argument, search: Argument, replace?: Argument): Column;
  /**
   * The characters of a text, or the elements of an array, from the last to the first.
   * `reverse('Spark SQL')` is `LQS krapS`.
   * `reverse(array(2, 1, 4, 3))` is `[3, 4, 1, 2]`.
   */
  reverse(col: Argument): Column;
  /**
   * The last characters of a text; none for a length of zero or less.
   * `right('Spark SQL', 3)` is `SQL`.
   */
  right(str: Argument, len: Argument): Column;
  /**
   * The nearest whole number, as a double; at a half the even one.
   * `rint(12.3456)` is `12.0`.
   */
  rint(col: Argument): Column;
  /**
   * Whether a regular expression matches somewhere in the text.
   * `rlike('Spark SQL', 'S.*k')` is `true`.
   */
  rlike(str: Argument, regexp: Argument): Column;
  /**
   * The number of the row in its partition, counted from 1 in the order of the window; rows that tie are numbered in any order.
   * `row_number() OVER (ORDER BY 1)` is `1`.
   */
  row_number(): Column;
  /**
   * The text at the given length: longer ones are cut, shorter ones filled up on the right with the pad, a space if it is left out (bytes of zero for binaries).
   * `rpad('hi', 5, '??')` is `hi???`.
   * `rpad('hi', 1, '??')` is `h`.
   */
  rpad(col: Argument, len: ColumnOrValue | readonly LiteralValue[], pad: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The type of what a variant holds, as DDL.
   * `schema_of_variant(parse_json('{"a":[1,2.5]}'))` is `OBJECT<a: ARRAY<DECIMAL(21,1)>>`.
   */
  schema_of_variant(v: Argument): Column;
  /**
   * A type, as DDL, that all of the variants fit.
   * `schema_of_variant_agg(parse_json('[1]'))` is `ARRAY<BIGINT>`.
   */
  schema_of_variant_agg(v: Argument): Column;
  /**
   * The type of a sample of XML, as DDL.
   * `schema_of_xml('<p><a>1</a><a>2</a><b>x</b></p>')` is `STRUCT<a: ARRAY<BIGINT>, b: STRING>`.
   */
  schema_of_xml(xml: Argument, options?: Argument | Options): Column;
  /**
   * The secant of an angle in radians.
   * `sec(0)` is `1.0`.
   */
  sec(col: Argument): Column;
  /**
   * The second of a timestamp, on the session's wall clock, or of a time of day.
   * `second('2018-02-14 12:58:59')` is `59`.
   */
  second(col: Argument): Column;
  /**
   * The sentences of a text, each an array of its words without marks. Language and country make no difference here.
   * `sentences('Hi there! Good morning.')` is `[[Hi, there], [Good, morning]]`.
   */
  sentences(str: Argument, lang?: Argument, country?: Argument): Column;
  /**
   * The values from start to stop, both included, by a step: 1 or -1 for whole numbers, one day for dates and timestamps, unless another is given.
   * `sequence(1, 5)` is `[1, 2, 3, 4, 5]`.
   * `sequence(5, 1, -2)` is `[5, 3, 1]`.
   */
  sequence(start: Argument, stop: Argument, step?: Argument): Column;
  /**
   * The name of the user who runs the query.
   * `session_user()` is `spark`.
   */
  session_user(): Column;
  /**
   * The SHA-1 digest of bytes or of the bytes of a text, in hexadecimal digits.
   * `sha('Spark')` is `85f5955f4b27a9a4c2aab6ffe5d7189fc298b92c`.
   */
  sha(col: Argument): Column;
  /**
   * The SHA-1 digest of bytes or of the bytes of a text, in hexadecimal digits.
   * `sha1('Spark')` is `85f5955f4b27a9a4c2aab6ffe5d7189fc298b92c`.
   */
  sha1(col: Argument): Column;
  /**
   * The bits of an integer moved to the left, zeros behind them.
   * `shiftleft(2, 1)` is `4`.
   */
  shiftLeft(col: Argument, numBits: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The bits of an integer moved to the right, its sign kept.
   * `shiftright(4, 1)` is `2`.
   */
  shiftRight(col: Argument, numBits: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The bits of an integer moved to the right, zeros in front of them.
   * `shiftrightunsigned(4, 1)` is `2`.
   */
  shiftRightUnsigned(col: Argument, numBits: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The bits of an integer moved to the left, zeros behind them.
   * `shiftleft(2, 1)` is `4`.
   */
  shiftleft(col: Argument, numBits: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The bits of an integer moved to the right, its sign kept.
   * `shiftright(4, 1)` is `2`.
   */
  shiftright(col: Argument, numBits: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The bits of an integer moved to the right, zeros in front of them.
   * `shiftrightunsigned(4, 1)` is `2`.
   */
  shiftrightunsigned(col: Argument, numBits: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The array in random order, the same for the same seed and partition.
   * `shuffle(array(1, 2, 3), 42)` is `[1, 3, 2]`.
   */
  shuffle(col: Argument, seed?: Argument): Column;
  /**
   * -1.0, 0.0 or 1.0, as the number or interval is negative, zero or positive.
   * `sign(40)` is `1.0`.
   * `sign(INTERVAL -'100' YEAR)` is `-1.0`.
   */
  sign(col: Argument): Column;
  /**
   * -1.0, 0.0 or 1.0, as the number or interval is negative, zero or positive.
   * `signum(40)` is `1.0`.
   * `signum(INTERVAL -'100' YEAR)` is `-1.0`.
   */
  signum(col: Argument): Column;
  /**
   * The sine of an angle in radians.
   * `sin(0)` is `0.0`.
   */
  sin(col: Argument): Column;
  /**
   * The hyperbolic sine.
   * `sinh(0)` is `0.0`.
   */
  sinh(col: Argument): Column;
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
  sort_array(col: Argument, asc?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The Soundex code of a text: its first letter and three digits for how it goes on.
   * `soundex('Miller')` is `M460`.
   */
  soundex(col: Argument): Column;
  /**
   * So many spaces.
   * `concat(space(2), '1')` is `  1`.
   */
  space(n: Argument): Column;
  /**
   * The number of the row's partition, counted from 0.
   * `spark_partition_id()` is `0`.
   */
  spark_partition_id(): Column;
  /**
   * The parts of a text between the matches of a regular expression; at most `limit` of them if that is above zero.
   * `split('oneAtwoBthreeC', '[ABC]')` is `[one, two, three, ]`.
   * `split('oneAtwoBthreeC', '[ABC]', 2)` is `[one, twoBthreeC]`.
   */
  split(str: Argument, pattern: ColumnOrValue | readonly LiteralValue[], limit?: Argument): Column;
  /**
   * One of the parts between delimiters, from 1, or from the end if negative; the empty text where there is none.
   * `split_part('11.12.13', '.', 3)` is `13`.
   * `split_part('11.12.13', '.', -5)` is ``.
   */
  split_part(src: Argument, delimiter: Argument, partNum: Argument): Column;
  /**
   * The square root; NaN of a negative number.
   * `sqrt(4)` is `2.0`.
   */
  sqrt(col: Argument): Column;
  /**
   * Puts its values into n rows, one after the other; the last row is filled with NULLs.
   */
  stack(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * Whether the text (or binary) begins with another.
   * `startswith('Spark SQL', 'Spark')` is `true`.
   * `startswith('Spark SQL', NULL)` is `NULL`.
   */
  startswith(str: Argument, prefix: Argument): Column;
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
  string_agg(col: Argument, delimiter?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The values that are not null, joined with the delimiter (by default nothing between them), in the order of WITHIN GROUP if there is one; NULL if there are none.
   * `string_agg('a', ',')` is `a`.
   * `string_agg(CAST(NULL AS STRING))` is `NULL`.
   */
  string_agg_distinct(col: Argument, delimiter?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * A struct of the given names and values, value after name.
   * `named_struct('a', 1, 'b', 'x')` is `{1, x}`.
   * `named_struct('a', NULL)` is `{null}`.
   */
  struct(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * The part of a text or binary that starts at a position (from 1, from the end if negative), as long as told.
   * `substr('Spark SQL', 5)` is `k SQL`.
   * `substr('Spark SQL', -3)` is `SQL`.
   */
  substr(str: Argument, pos: Argument, len?: Argument): Column;
  /**
   * The part of a text or binary that starts at a position (from 1, from the end if negative), as long as told.
   * `substring('Spark SQL', 5)` is `k SQL`.
   * `substring('Spark SQL', -3)` is `SQL`.
   */
  substring(str: Argument, pos: Argument, len: Argument): Column;
  /**
   * What stands before the given occurrence of a delimiter, or after it, counted from the end, if negative.
   * `substring_index('www.apache.org', '.', 2)` is `www.apache`.
   * `substring_index('www.apache.org', '.', -1)` is `org`.
   */
  substring_index(str: Argument, delim: ColumnOrValue | readonly LiteralValue[], count: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * Sum of the values that are not null; NULL if there are none. Whole numbers sum up to BIGINT, DECIMAL(p,s) to DECIMAL(p+10,s), others to DOUBLE; a sum that does not fit raises ARITHMETIC_OVERFLOW.
   * `sum(5)` is `5`.
   * `sum(CAST(NULL AS INT))` is `NULL`.
   */
  sum(col: Argument): Column;
  /**
   * The tangent of an angle in radians.
   * `tan(0)` is `0.0`.
   */
  tan(col: Argument): Column;
  /**
   * The hyperbolic tangent.
   * `tanh(0)` is `0.0`.
   */
  tanh(col: Argument): Column;
  /**
   * A theta sketch of what the first theta sketch holds and the second does not.
   * `theta_sketch_estimate(theta_difference(X'01030300003ACC9315F97DCBBD86A105', X'01030300003ACC9315F97DCBBD86A105'))` is `0`.
   */
  theta_difference(col1: Argument, col2: Argument): Column;
  /**
   * A theta sketch of what both theta sketches hold.
   * `theta_sketch_estimate(theta_intersection(X'01030300003ACC9315F97DCBBD86A105', X'01030300003ACC9315F97DCBBD86A105'))` is `1`.
   */
  theta_intersection(col1: Argument, col2: Argument): Column;
  /**
   * A theta sketch of what all of the theta sketches hold.
   * `theta_sketch_estimate(theta_intersection_agg(X'01030300003ACC9315F97DCBBD86A105'))` is `1`.
   */
  theta_intersection_agg(col: Argument): Column;
  /**
   * A theta sketch of the values, as bytes, of which others can be added to, cut with and taken away; it keeps about 2^lgNomEntries hashes (by default 2^12) and is exact below. NULLs and what is empty are passed over.
   * `theta_sketch_estimate(theta_sketch_agg(5))` is `1`.
   */
  theta_sketch_agg(col: Argument, lgNomEntries?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * About how many different values are in a theta sketch.
   * `theta_sketch_estimate(X'01030300003ACC9315F97DCBBD86A105')` is `1`.
   */
  theta_sketch_estimate(col: Argument): Column;
  /**
   * Two theta sketches merged into one that keeps about 2^lgNomEntries hashes (by default 2^12).
   * `theta_sketch_estimate(theta_union(X'01030300003ACC9315F97DCBBD86A105', X'01030300003ACC9315F97DCBBD86A105'))` is `1`.
   */
  theta_union(col1: Argument, col2: Argument, lgNomEntries?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * Theta sketches merged into one that keeps about 2^lgNomEntries hashes.
   * `theta_sketch_estimate(theta_union_agg(X'01030300003ACC9315F97DCBBD86A105'))` is `1`.
   */
  theta_union_agg(col: Argument, lgNomEntries?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The beginning of the bucket in which a timestamp lies: buckets are as long as an interval and counted from an origin, 1970 if none is given.
   * `time_bucket(INTERVAL '15' MINUTE, TIMESTAMP'2024-03-15 10:20:30')` is `2024-03-15 10:15:00`.
   * `time_bucket(INTERVAL '1' MONTH, TIMESTAMP'2024-03-15 10:20:30')` is `2024-03-01 00:00:00`.
   */
  time_bucket(bucket_size: Argument, ts: Argument, origin?: Argument): Column;
  /**
   * Whole hours, minutes, seconds, milliseconds or microseconds from one time of day to another.
   * `time_diff('HOUR', TIME'20:30:29', TIME'21:30:28')` is `0`.
   */
  time_diff(unit: Argument, start: Argument, end: Argument): Column;
  /**
   * The time of day so many micros after midnight; an error outside of a day.
   * `CAST(time_from_micros(52200500000) AS STRING)` is `14:30:00.5`.
   */
  time_from_micros(col: Argument): Column;
  /**
   * The time of day so many millis after midnight; an error outside of a day.
   * `CAST(time_from_millis(52200500) AS STRING)` is `14:30:00.5`.
   */
  time_from_millis(col: Argument): Column;
  /**
   * The time of day so many seconds after midnight; an error outside of a day.
   * `CAST(time_from_seconds(52200.5) AS STRING)` is `14:30:00.5`.
   */
  time_from_seconds(col: Argument): Column;
  /**
   * How many microseconds after midnight a time of day is.
   * `time_to_micros(TIME'14:30:00.5')` is `52200500000`.
   */
  time_to_micros(col: Argument): Column;
  /**
   * How many milliseconds after midnight a time of day is.
   * `time_to_millis(TIME'14:30:00.5')` is `52200500`.
   */
  time_to_millis(col: Argument): Column;
  /**
   * How many seconds after midnight a time of day is.
   * `time_to_seconds(TIME'14:30:00.5')` is `52200.500000`.
   */
  time_to_seconds(col: Argument): Column;
  /**
   * A time of day cut to its hour, minute, second, millisecond or microsecond.
   * `CAST(time_trunc('HOUR', TIME'09:32:05.359') AS STRING)` is `09:00:00`.
   */
  time_trunc(unit: Argument, time: Argument): Column;
  /**
   * The timestamp so many units later: years, quarters, months, weeks and days on the wall clock, smaller units in elapsed time.
   * `timestampadd(HOUR, 8, TIMESTAMP'2022-02-11 20:30:00')` is `2022-02-12 04:30:00`.
   */
  timestamp_add(unit: ColumnOrValue | readonly LiteralValue[], quantity: Argument, ts: Argument): Column;
  /**
   * Number of whole units from the first timestamp to the second on the session's wall clock, towards zero.
   * `timestampdiff(HOUR, TIMESTAMP'2022-02-11 20:30:00', TIMESTAMP'2022-02-12 04:30:00')` is `8`.
   */
  timestamp_diff(unit: ColumnOrValue | readonly LiteralValue[], start: Argument, end: Argument): Column;
  /**
   * The timestamp so many microseconds after 1970-01-01 UTC.
   * `timestamp_micros(1230219000123123)` is `2008-12-25 15:30:00.123123`.
   */
  timestamp_micros(col: Argument): Column;
  /**
   * The timestamp so many milliseconds after 1970-01-01 UTC.
   * `timestamp_millis(1230219000123)` is `2008-12-25 15:30:00.123`.
   */
  timestamp_millis(col: Argument): Column;
  /**
   * The timestamp so many seconds after 1970-01-01 UTC; they may have a fraction.
   * `timestamp_seconds(1230219000)` is `2008-12-25 15:30:00`.
   * `timestamp_seconds(1230219000.123)` is `2008-12-25 15:30:00.123`.
   */
  timestamp_seconds(col: Argument): Column;
  /**
   * Radians as degrees.
   * `degrees(3.141592653589793)` is `180.0`.
   */
  toDegrees(col: Argument): Column;
  /**
   * Degrees as radians.
   * `radians(180)` is `3.141592653589793`.
   */
  toRadians(col: Argument): Column;
  /**
   * The bytes in base32.
   * `to_base32('abc')` is `MFRGG===`.
   */
  to_base32(col: Argument): Column;
  /**
   * The bytes of a text that is hexadecimal (as if nothing is told), UTF-8 or base64; an error where it is not.
   * `to_binary('abc', 'utf-8')` is `abc`.
   */
  to_binary(col: Argument, format?: Argument): Column;
  /**
   * A number as text in a format (see to_number), # in place of digits where it does not fit; a date or timestamp by a datetime pattern; a binary as base64, hex or utf-8.
   * `to_char(454, '999')` is `454`.
   * `to_char(12454.8, '99G999D9S')` is `12,454.8+`.
   */
  to_char(col: Argument, format: Argument): Column;
  /**
   * The date that a text holds, by a pattern if one is given (yyyy-MM-dd), or the date of a timestamp; an error where the text does not fit (NULL without ANSI mode).
   * `to_date('2009-07-30 04:17:52')` is `2009-07-30`.
   * `to_date('31/12/2016', 'dd/MM/yyyy')` is `2016-12-31`.
   */
  to_date(col: Argument, format?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The decimal that a text stands for in a format: 0 and 9 for digits, . or D, , or G, $, S, MI and PR; an error where it does not fit.
   * `to_number('454', '999')` is `454`.
   * `to_number('$78.12', '$99.99')` is `78.12`.
   */
  to_number(col: Argument, format: Argument): Column;
  /**
   * The time of day that a text holds, by a pattern if one is given (HH:mm:ss); an error where it does not fit.
   * `CAST(to_time('10-30', 'HH-mm') AS STRING)` is `10:30:00`.
   */
  to_time(str: Argument, format?: Argument): Column;
  /**
   * The timestamp that a text holds, by a pattern if one is given (yyyy-MM-dd HH:mm:ss); an error where the text does not fit (NULL without ANSI mode).
   * `to_timestamp('2016-12-31 00:12:00')` is `2016-12-31 00:12:00`.
   * `to_timestamp('31.12.2016', 'dd.MM.yyyy')` is `2016-12-31 00:00:00`.
   */
  to_timestamp(col: Argument, format?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The timestamp that a text holds, by a pattern if one is given (yyyy-MM-dd HH:mm:ss); an error where the text does not fit (NULL without ANSI mode).
   * `to_timestamp_ltz('2016-12-31 00:12:00')` is `2016-12-31 00:12:00`.
   */
  to_timestamp_ltz(timestamp: Argument, format?: Argument): Column;
  /**
   * The timestamp that a text holds, by a pattern if one is given (yyyy-MM-dd HH:mm:ss), without a time zone; an error where the text does not fit (NULL without ANSI mode).
   * `to_timestamp_ntz('2016-12-31 00:12:00')` is `2016-12-31 00:12:00`.
   */
  to_timestamp_ntz(timestamp: Argument, format?: Argument): Column;
  /**
   * Seconds since 1970-01-01 UTC of a date, a timestamp, or a text read by a pattern.
   * `to_unix_timestamp('2016-04-08', 'yyyy-MM-dd')` is `1460073600`.
   */
  to_unix_timestamp(timestamp: Argument, format?: Argument): Column;
  /**
   * The timestamp read as one on the wall clock of a zone, shown in UTC.
   * `to_utc_timestamp('2016-08-31', 'Asia/Seoul')` is `2016-08-30 15:00:00`.
   */
  to_utc_timestamp(timestamp: Argument, tz: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * A number as text in a format (see to_number), # in place of digits where it does not fit; a date or timestamp by a datetime pattern; a binary as base64, hex or utf-8.
   * `to_varchar(454, '999')` is `454`.
   * `to_varchar(12454.8, '99G999D9S')` is `12,454.8+`.
   */
  to_varchar(col: Argument, format: Argument): Column;
  /**
   * An array, a map with texts as keys, or a struct as a variant: maps and structs become objects.
   * `to_json(to_variant_object(named_struct('b', 1, 'a', array('x'))))` is `{"a":["x"],"b":1}`.
   */
  to_variant_object(col: Argument): Column;
  /**
   * A struct as XML: fields such as _name are attributes, _VALUE is the text, others are elements; NULLs are left out unless the option nullValue is given.
   * `to_xml(named_struct('_k', 1, '_VALUE', 'x'))` is `<ROW k="1">x</ROW>`.
   */
  to_xml(col: Argument, options?: Argument | Options): Column;
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
   * Each character that is in `from` replaced by the one at its place in `to`, or taken away where `to` is shorter.
   * `translate('AaBbCc', 'abc', '123')` is `A1B2C3`.
   */
  translate(srcCol: Argument, matching: ColumnOrValue | readonly LiteralValue[], replace: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The first day of the week, month, quarter or year of a date; NULL for other units.
   * `trunc('2019-08-04', 'week')` is `2019-07-29`.
   * `trunc('2009-02-12', 'MM')` is `2009-02-01`.
   */
  trunc(date: Argument, format: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The sum, or NULL where it does not fit its type.
   * `try_add(1, 2)` is `3`.
   * `try_add(2147483647, 1)` is `NULL`.
   */
  try_add(left: Argument, right: Argument): Column;
  /**
   * As aes_decrypt, but NULL where the value cannot be decrypted.
   * `CAST(try_aes_decrypt(X'348FF37EBDE05B7880BA339068FBDA5E', '0000111122223333', 'ECB') AS STRING)` is `Spark`.
   * `try_aes_decrypt(X'00', '0000111122223333')` is `NULL`.
   */
  try_aes_decrypt(expr: Argument, key: Argument, mode?: Argument, padding?: Argument, aad?: Argument): Column;
  /**
   * As `avg`, with NULL where the sum does not fit its type.
   * `try_avg(5)` is `5.0`.
   */
  try_avg(col: Argument): Column;
  /**
   * The quotient, or NULL where the divisor is zero.
   * `try_divide(3, 2)` is `1.5`.
   * `try_divide(1, 0)` is `NULL`.
   */
  try_divide(left: Argument, right: Argument): Column;
  /**
   * The element of an array at a place counted from 1, or from the end if negative; or the value of a map's key, NULL if it lacks it. A place beyond the array gives NULL.
   * `try_element_at(array(1, 2, 3), -1)` is `3`.
   * `try_element_at(map('a', 1), 'b')` is `NULL`.
   */
  try_element_at(col: Argument, extraction: Argument): Column;
  /**
   * An interval of years, months, weeks, days, hours, minutes and seconds; NULL if it does not fit.
   * `try_make_interval(100, 11, 1, 1, 12, 30, 01.001001)` is `100 years 11 months 8 days 12 hours 30 minutes 1.001001 seconds`.
   */
  try_make_interval(years?: Argument, months?: Argument, weeks?: Argument, days?: Argument, hours?: Argument, mins?: Argument, secs?: Argument): Column;
  /**
   * The timestamp of a year, month, day, hour, minute and second, or of a date and a time of day, in a time zone if one is given; NULL if there is none.
   * `try_make_timestamp(2014, 12, 28, 6, 30, 45.887)` is `2014-12-28 06:30:45.887`.
   */
  try_make_timestamp(year: Argument, month?: Argument, day?: Argument, hour?: Argument, min?: Argument, sec?: Argument, timezone?: Argument): Column;
  /**
   * The timestamp of a year, month, day, hour, minute and second, or of a date and a time of day, in a time zone if one is given; NULL if there is none.
   * `try_make_timestamp_ltz(2014, 12, 28, 6, 30, 45.887)` is `2014-12-28 06:30:45.887`.
   */
  try_make_timestamp_ltz(years: Argument, months: Argument, days: Argument, hours: Argument, mins: Argument, secs: Argument, timezone?: Argument): Column;
  /**
   * The timestamp without time zone of a year, month, day, hour, minute and second, or of a date and a time of day; NULL if there is none.
   * `try_make_timestamp_ntz(2014, 12, 28, 6, 30, 45.887)` is `2014-12-28 06:30:45.887`.
   */
  try_make_timestamp_ntz(year: Argument, month?: Argument, day?: Argument, hour?: Argument, min?: Argument, sec?: Argument): Column;
  /**
   * The rest of a division, or NULL where the divisor is zero.
   * `try_mod(3, 2)` is `1`.
   * `try_mod(1, 0)` is `NULL`.
   */
  try_mod(left: Argument, right: Argument): Column;
  /**
   * The product, or NULL where it does not fit its type.
   * `try_multiply(2, 3)` is `6`.
   * `try_multiply(-2147483648, 10)` is `NULL`.
   */
  try_multiply(left: Argument, right: Argument): Column;
  /**
   * A JSON text as a variant; NULL where it is none.
   * `to_json(try_parse_json('{"b":1,"a":[2.50,null]}'))` is `{"a":[2.5,null],"b":1}`.
   * `try_parse_json('{a')` is `NULL`.
   */
  try_parse_json(col: Argument): Column;
  /**
   * A part of an address: HOST, PATH, QUERY, REF, PROTOCOL, FILE, AUTHORITY or USERINFO, or of its query the value of a key; NULL for what is no address.
   * `try_parse_url('http://spark.apache.org/path?query=1', 'HOST')` is `spark.apache.org`.
   * `try_parse_url('http://spark.apache.org/path?query=1', 'QUERY', 'query')` is `1`.
   */
  try_parse_url(url: Argument, partToExtract: Argument, key?: Argument): Column;
  /**
   * The result, as text, of a static method of Java. Some of Math, Integer, Long, String, UUID and URL coding are here; NULL where it raises an error.
   * `try_reflect('java.util.UUID', 'fromString', 'a5cf6c42-0c85-418f-af6c-3e4e5b1328f2')` is `a5cf6c42-0c85-418f-af6c-3e4e5b1328f2`.
   */
  try_reflect(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * The difference, or NULL where it does not fit its type.
   * `try_subtract(2, 1)` is `1`.
   * `try_subtract(-2147483648, 1)` is `NULL`.
   */
  try_subtract(left: Argument, right: Argument): Column;
  /**
   * As `sum`, with NULL for a sum that does not fit its type.
   * `try_sum(5)` is `5`.
   * `try_sum(1.5D)` is `1.5`.
   */
  try_sum(col: Argument): Column;
  /**
   * The bytes of a text that is hexadecimal (as if nothing is told), UTF-8 or base64; NULL where it is not.
   * `try_to_binary('abc', 'utf-8')` is `abc`.
   */
  try_to_binary(col: Argument, format?: Argument): Column;
  /**
   * The date that a text holds, by a pattern if one is given (yyyy-MM-dd), or the date of a timestamp; NULL where the text does not fit.
   * `try_to_date('2016-12-31', 'yyyy-MM-dd')` is `2016-12-31`.
   * `try_to_date('foo', 'yyyy-MM-dd')` is `NULL`.
   */
  try_to_date(col: Argument, format?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The decimal that a text stands for in a format: 0 and 9 for digits, . or D, , or G, $, S, MI and PR; NULL where it does not fit.
   * `try_to_number('454', '999')` is `454`.
   * `try_to_number('$78.12', '$99.99')` is `78.12`.
   */
  try_to_number(col: Argument, format: Argument): Column;
  /**
   * The time of day that a text holds, by a pattern if one is given (HH:mm:ss); NULL where it does not fit.
   * `CAST(try_to_time('10-30', 'HH-mm') AS STRING)` is `10:30:00`.
   * `try_to_time('x')` is `NULL`.
   */
  try_to_time(str: Argument, format?: Argument): Column;
  /**
   * The timestamp that a text holds, by a pattern if one is given (yyyy-MM-dd HH:mm:ss); NULL where the text does not fit.
   * `try_to_timestamp('2016-12-31 00:12:00')` is `2016-12-31 00:12:00`.
   * `try_to_timestamp('foo', 'yyyy-MM-dd')` is `NULL`.
   */
  try_to_timestamp(col: Argument, format?: Argument): Column;
  /**
   * The text that url_encode would have made this of; NULL where it is not encoded rightly.
   * `try_url_decode('https%3A%2F%2Fspark.apache.org')` is `https://spark.apache.org`.
   */
  try_url_decode(str: Argument): Column;
  /**
   * The text; NULL if it is not valid UTF-8.
   * `try_validate_utf8('Spark')` is `Spark`.
   */
  try_validate_utf8(str: Argument): Column;
  /**
   * A variant with a value behind the last item of the array at a path; unchanged where nothing is there. NULL where an argument is NULL, and in place of an error.
   * `to_json(try_variant_array_append(parse_json('[1]'), '$', 2))` is `[1,2]`.
   */
  try_variant_array_append(v: Argument, path: ColumnOrValue | readonly LiteralValue[], value: Argument): Column;
  /**
   * What lies at a path such as $.a[0] of a variant, as the given type (by default a variant); NULL where nothing is there, or it is not of the type.
   * `try_variant_get(parse_json('{"a":[1,2]}'), '$.a[1]', 'int')` is `2`.
   * `try_variant_get(parse_json('{"a":1}'), '$.b', 'int')` is `NULL`.
   */
  try_variant_get(v: Argument, path: ColumnOrValue | readonly LiteralValue[], targetType: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * A variant with a value put in at a path: a new field (an error if it is there), or an item in front of that at the index. What is missing on the way is made. NULL where an argument is NULL, and in place of an error.
   * `to_json(try_variant_insert(parse_json('{"a":[1,2]}'), '$.a[1]', 9))` is `{"a":[1,9,2]}`.
   */
  try_variant_insert(v: Argument, path: ColumnOrValue | readonly LiteralValue[], value: Argument): Column;
  /**
   * A variant with a value at a path, new or in place of what was there. What is missing on the way is made, unless create_if_missing is false. NULL where an argument is NULL, and in place of an error.
   * `to_json(try_variant_set(parse_json('{"a":[1,2]}'), '$.a[1]', 9))` is `{"a":[1,9]}`.
   */
  try_variant_set(v: Argument, path: ColumnOrValue | readonly LiteralValue[], value: Argument, create_if_missing?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The entries of a tuple sketch whose keys another has not.
   * `tuple_sketch_estimate_double(tuple_difference_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000', X'01030901000ACC9315F97DCBBD86A105000000000000244000'))` is `0.0`.
   */
  tuple_difference_double(col1: Argument, col2: Argument): Column;
  /**
   * The entries of a tuple sketch whose keys another has not.
   * `tuple_sketch_estimate_integer(tuple_difference_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000', X'01030901000ACC9315F97DCBBD86A1050A00000000'))` is `0.0`.
   */
  tuple_difference_integer(col1: Argument, col2: Argument): Column;
  /**
   * The entries of a tuple sketch whose keys a theta sketch has not.
   * `tuple_sketch_estimate_double(tuple_difference_theta_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000', X'01030300003ACC9315F97DCBBD86A105'))` is `0.0`.
   */
  tuple_difference_theta_double(col1: Argument, col2: Argument): Column;
  /**
   * The entries of a tuple sketch whose keys a theta sketch has not.
   * `tuple_sketch_estimate_integer(tuple_difference_theta_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000', X'01030300003ACC9315F97DCBBD86A105'))` is `0.0`.
   */
  tuple_difference_theta_integer(col1: Argument, col2: Argument): Column;
  /**
   * A tuple sketch of the keys that all of the tuple sketches have; `mode` (sum, min, max or alwaysone) tells what becomes of their numbers.
   * `tuple_sketch_estimate_double(tuple_intersection_agg_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000'))` is `1.0`.
   */
  tuple_intersection_agg_double(col: Argument, mode?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * A tuple sketch of the keys that all of the tuple sketches have; `mode` (sum, min, max or alwaysone) tells what becomes of their numbers.
   * `tuple_sketch_estimate_integer(tuple_intersection_agg_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000'))` is `1.0`.
   */
  tuple_intersection_agg_integer(col: Argument, mode?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The entries of a tuple sketch whose keys another has, too; `mode` (sum, min, max or alwaysone) tells what becomes of their numbers.
   * `tuple_sketch_estimate_double(tuple_intersection_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000', X'01030901000ACC9315F97DCBBD86A105000000000000244000'))` is `1.0`.
   */
  tuple_intersection_double(col1: Argument, col2: Argument, mode?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The entries of a tuple sketch whose keys another has, too; `mode` (sum, min, max or alwaysone) tells what becomes of their numbers.
   * `tuple_sketch_estimate_integer(tuple_intersection_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000', X'01030901000ACC9315F97DCBBD86A1050A00000000'))` is `1.0`.
   */
  tuple_intersection_integer(col1: Argument, col2: Argument, mode?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The entries of a tuple sketch whose keys a theta sketch has, too; `mode` (sum, min, max or alwaysone) tells what becomes of their numbers.
   * `tuple_sketch_estimate_double(tuple_intersection_theta_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000', X'01030300003ACC9315F97DCBBD86A105'))` is `1.0`.
   */
  tuple_intersection_theta_double(col1: Argument, col2: Argument, mode?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The entries of a tuple sketch whose keys a theta sketch has, too; `mode` (sum, min, max or alwaysone) tells what becomes of their numbers.
   * `tuple_sketch_estimate_integer(tuple_intersection_theta_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000', X'01030300003ACC9315F97DCBBD86A105'))` is `1.0`.
   */
  tuple_intersection_theta_integer(col1: Argument, col2: Argument, mode?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * A tuple sketch of keys with a number each, as bytes: `mode` (sum, min, max or alwaysone) tells what becomes of the numbers of one key. It keeps about 2^lgNomEntries keys (by default 2^12). Rows where the key or the number is NULL are passed over.
   * `tuple_sketch_estimate_double(tuple_sketch_agg_double(1, 10.0D))` is `1.0`.
   */
  tuple_sketch_agg_double(key: Argument, summary: Argument, lgNomEntries?: Argument, mode?: Argument): Column;
  /**
   * A tuple sketch of keys with a number each, as bytes: `mode` (sum, min, max or alwaysone) tells what becomes of the numbers of one key. It keeps about 2^lgNomEntries keys (by default 2^12). Rows where the key or the number is NULL are passed over.
   * `tuple_sketch_estimate_integer(tuple_sketch_agg_integer(1, 10))` is `1.0`.
   */
  tuple_sketch_agg_integer(key: Argument, summary: Argument, lgNomEntries?: Argument, mode?: Argument): Column;
  /**
   * About how many different keys are in a tuple sketch.
   * `tuple_sketch_estimate_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000')` is `1.0`.
   */
  tuple_sketch_estimate_double(col: Argument): Column;
  /**
   * About how many different keys are in a tuple sketch.
   * `tuple_sketch_estimate_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000')` is `1.0`.
   */
  tuple_sketch_estimate_integer(col: Argument): Column;
  /**
   * The numbers of all entries of a tuple sketch taken together: their sum, min or max, or how many there are (alwaysone).
   * `tuple_sketch_summary_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000')` is `10.0`.
   */
  tuple_sketch_summary_double(col: Argument, mode?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The numbers of all entries of a tuple sketch taken together: their sum, min or max, or how many there are (alwaysone).
   * `tuple_sketch_summary_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000')` is `10`.
   */
  tuple_sketch_summary_integer(col: Argument, mode?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * The share of all keys that a tuple sketch keeps: 1.0 while it holds them all.
   * `tuple_sketch_theta_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000')` is `1.0`.
   */
  tuple_sketch_theta_double(col: Argument): Column;
  /**
   * The share of all keys that a tuple sketch keeps: 1.0 while it holds them all.
   * `tuple_sketch_theta_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000')` is `1.0`.
   */
  tuple_sketch_theta_integer(col: Argument): Column;
  /**
   * Tuple sketches merged into one; `mode` (sum, min, max or alwaysone) tells what becomes of the numbers of one key.
   * `tuple_sketch_estimate_double(tuple_union_agg_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000'))` is `1.0`.
   */
  tuple_union_agg_double(col: Argument, lgNomEntries?: Argument, mode?: Argument): Column;
  /**
   * Tuple sketches merged into one; `mode` (sum, min, max or alwaysone) tells what becomes of the numbers of one key.
   * `tuple_sketch_estimate_integer(tuple_union_agg_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000'))` is `1.0`.
   */
  tuple_union_agg_integer(col: Argument, lgNomEntries?: Argument, mode?: Argument): Column;
  /**
   * A tuple sketch merged with another; `mode` (sum, min, max or alwaysone) tells what becomes of the numbers of a key that both have.
   * `tuple_sketch_estimate_double(tuple_union_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000', X'01030901000ACC9315F97DCBBD86A105000000000000244000'))` is `1.0`.
   */
  tuple_union_double(first: Argument, second: Argument, lgNomEntries?: Argument, mode?: Argument): Column;
  /**
   * A tuple sketch merged with another; `mode` (sum, min, max or alwaysone) tells what becomes of the numbers of a key that both have.
   * `tuple_sketch_estimate_integer(tuple_union_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000', X'01030901000ACC9315F97DCBBD86A1050A00000000'))` is `1.0`.
   */
  tuple_union_integer(first: Argument, second: Argument, lgNomEntries?: Argument, mode?: Argument): Column;
  /**
   * A tuple sketch merged with a theta sketch; `mode` (sum, min, max or alwaysone) tells what becomes of the numbers of a key that both have.
   * `tuple_sketch_estimate_double(tuple_union_theta_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000', X'01030300003ACC9315F97DCBBD86A105'))` is `1.0`.
   */
  tuple_union_theta_double(first: Argument, second: Argument, lgNomEntries?: Argument, mode?: Argument): Column;
  /**
   * A tuple sketch merged with a theta sketch; `mode` (sum, min, max or alwaysone) tells what becomes of the numbers of a key that both have.
   * `tuple_sketch_estimate_integer(tuple_union_theta_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000', X'01030300003ACC9315F97DCBBD86A105'))` is `1.0`.
   */
  tuple_union_theta_integer(first: Argument, second: Argument, lgNomEntries?: Argument, mode?: Argument): Column;
  /**
   * The type of the value, in words.
   * `typeof(1)` is `int`.
   * `typeof(array(1))` is `array<int>`.
   */
  typeof(col: Argument): Column;
  /**
   * The text in upper case.
   * `ucase('SparkSql')` is `SPARKSQL`.
   */
  ucase(str: Argument): Column;
  /**
   * The bytes that a base64 text stands for; characters that base64 does not use are skipped.
   * `unbase64('U3BhcmsgU1FM')` is `Spark SQL`.
   */
  unbase64(col: Argument): Column;
  /**
   * The bytes that hexadecimal digits stand for; NULL if the text holds anything else.
   * `decode(unhex('537061726B2053514C'), 'UTF-8')` is `Spark SQL`.
   * `unhex('zz')` is `NULL`.
   */
  unhex(col: Argument): Column;
  /**
   * A random number between two constants, evenly distributed; whole if both are.
   * `uniform(10, 20, 0)` is `17`.
   */
  uniform(min: Argument, max: Argument, seed?: Argument): Column;
  /**
   * Number of days from 1970-01-01 to a date.
   * `unix_date(DATE'1970-01-02')` is `1`.
   */
  unix_date(col: Argument): Column;
  /**
   * Number of microseconds from 1970-01-01 UTC to a timestamp, rounded down.
   * `unix_micros(TIMESTAMP'1970-01-01 00:00:01')` is `1000000`.
   */
  unix_micros(col: Argument): Column;
  /**
   * Number of milliseconds from 1970-01-01 UTC to a timestamp, rounded down.
   * `unix_millis(TIMESTAMP'1970-01-01 00:00:01')` is `1000`.
   */
  unix_millis(col: Argument): Column;
  /**
   * Number of seconds from 1970-01-01 UTC to a timestamp, rounded down.
   * `unix_seconds(TIMESTAMP'1970-01-01 00:00:01')` is `1`.
   */
  unix_seconds(col: Argument): Column;
  /**
   * The text in upper case.
   * `upper('SparkSql')` is `SPARKSQL`.
   */
  upper(col: Argument): Column;
  /**
   * The text that url_encode would have made this of; an error where it is not encoded rightly.
   * `url_decode('https%3A%2F%2Fspark.apache.org')` is `https://spark.apache.org`.
   */
  url_decode(str: Argument): Column;
  /**
   * The text as forms send it: letters, digits and . - * _ stay, a space becomes +, all else % and hexadecimal digits.
   * `url_encode('https://spark.apache.org')` is `https%3A%2F%2Fspark.apache.org`.
   */
  url_encode(str: Argument): Column;
  /**
   * The name of the user who runs the query.
   * `user()` is `spark`.
   */
  user(): Column;
  /**
   * A random UUID, as 36 characters; the same ones for the same seed and partition.
   * `uuid(5)` is `99b370cd-2be6-4419-b53a-bf23bbe7c58b`.
   */
  uuid(seed?: Argument): Column;
  /**
   * The text; an error if it is not valid UTF-8.
   * `validate_utf8('Spark')` is `Spark`.
   */
  validate_utf8(str: Argument): Column;
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
   * A variant with a value behind the last item of the array at a path; unchanged where nothing is there. NULL where an argument is NULL.
   * `to_json(variant_array_append(parse_json('[1]'), '$', 2))` is `[1,2]`.
   */
  variant_array_append(v: Argument, path: ColumnOrValue | readonly LiteralValue[], value: Argument): Column;
  /**
   * A variant without what lies at the paths, one after the other; paths that are NULL are passed over.
   * `to_json(variant_delete(parse_json('{"a":1,"b":[2,3]}'), '$.a', '$.b[0]'))` is `{"b":[3]}`.
   */
  variant_delete(v: Argument, ...paths: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * A row for each field or item of a variant: its place, its name (NULL for items) and what it holds; no row where there is none.
   */
  variant_explode(v: Argument): Column;
  /**
   * A row for each field or item of a variant: its place, its name (NULL for items) and what it holds; a row of NULLs where there is none.
   */
  variant_explode_outer(v: Argument): Column;
  /**
   * What lies at a path such as $.a[0] of a variant, as the given type (by default a variant); NULL where nothing is there, an error where it is not of the type.
   * `variant_get(parse_json('{"a":[1,2]}'), '$.a[1]', 'int')` is `2`.
   * `variant_get(parse_json('{"a":1}'), '$.b', 'int')` is `NULL`.
   */
  variant_get(v: Argument, path: ColumnOrValue | readonly LiteralValue[], targetType: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * A variant with a value put in at a path: a new field (an error if it is there), or an item in front of that at the index. What is missing on the way is made. NULL where an argument is NULL.
   * `to_json(variant_insert(parse_json('{"a":[1,2]}'), '$.a[1]', 9))` is `{"a":[1,9,2]}`.
   */
  variant_insert(v: Argument, path: ColumnOrValue | readonly LiteralValue[], value: Argument): Column;
  /**
   * A variant with a value at a path, new or in place of what was there. What is missing on the way is made, unless create_if_missing is false. NULL where an argument is NULL.
   * `to_json(variant_set(parse_json('{"a":[1,2]}'), '$.a[1]', 9))` is `{"a":[1,9]}`.
   */
  variant_set(v: Argument, path: ColumnOrValue | readonly LiteralValue[], value: Argument, create_if_missing?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * A variant without fields that are null, and without items of arrays that are, unless include_arrays is false.
   * `to_json(variant_strip_nulls(parse_json('{"a":null,"b":[1,null]}')))` is `{"b":[1]}`.
   */
  variant_strip_nulls(v: Argument, include_arrays?: ColumnOrValue | readonly LiteralValue[]): Column;
  /**
   * Mean of vectors, element by element. Rows that are NULL or hold a NULL are left out; an error if the lengths differ.
   * `vector_avg(array(1.0F, 2.0F))` is `[1.0, 2.0]`.
   */
  vector_avg(col: Argument): Column;
  /**
   * Cosine of the angle between two vectors; NULL if one has the length 0. NULL if an element is NULL; an error if the lengths differ.
   * `vector_cosine_similarity(array(1.0F, 2.0F, 3.0F), array(4.0F, 5.0F, 6.0F))` is `0.97463185`.
   */
  vector_cosine_similarity(left: Argument, right: Argument): Column;
  /**
   * Sum of the products of the elements of two vectors. NULL if an element is NULL; an error if the lengths differ.
   * `vector_inner_product(array(1.0F, 2.0F, 3.0F), array(4.0F, 5.0F, 6.0F))` is `32.0`.
   */
  vector_inner_product(left: Argument, right: Argument): Column;
  /**
   * Euclidean distance of two vectors. NULL if an element is NULL; an error if the lengths differ.
   * `vector_l2_distance(array(1.0F, 2.0F, 3.0F), array(4.0F, 5.0F, 6.0F))` is `5.196152`.
   */
  vector_l2_distance(left: Argument, right: Argument): Column;
  /**
   * Length of a vector: its norm of degree 1, 2 (the default) or infinity. NULL if an element is NULL.
   * `vector_norm(array(3.0F, 4.0F))` is `5.0`.
   */
  vector_norm(vector: Argument, degree?: Argument): Column;
  /**
   * The vector in the same direction whose norm (degree 1, 2 or infinity) is 1. NULL if its norm is 0 or an element is NULL.
   * `vector_normalize(array(3.0F, 4.0F))` is `[0.6, 0.8]`.
   */
  vector_normalize(vector: Argument, degree?: Argument): Column;
  /**
   * Sum of vectors, element by element. Rows that are NULL or hold a NULL are left out; an error if the lengths differ.
   * `vector_sum(array(1.0F, 2.0F))` is `[1.0, 2.0]`.
   */
  vector_sum(col: Argument): Column;
  /**
   * The version of Spark that the engine follows, and its revision.
   * `version()` is `4.3.0 98bc0212c94705434471627068f41e374ccab143`.
   */
  version(): Column;
  /**
   * The day of the week, 0 for Monday to 6 for Sunday.
   * `weekday('2016-07-30')` is `5`.
   */
  weekday(col: Argument): Column;
  /**
   * The ISO week of the year: weeks begin on Monday, the first has more than three days.
   * `weekofyear('2016-07-30')` is `30`.
   */
  weekofyear(col: Argument): Column;
  /**
   * Which of so many equal ranges between two bounds the number falls into, counted from 1; 0 below them, one more than there are above.
   * `width_bucket(5.3, 0.2, 10.6, 5)` is `3`.
   * `width_bucket(-2.1, 1.3, 3.4, 3)` is `0`.
   */
  width_bucket(v: Argument, min: Argument, max: Argument, numBucket: Argument): Column;
  /**
   * The texts and attributes that an XPath expression finds in an XML text. NULL for an empty text; an error for what is no XML.
   * `xpath('<a><b>b1</b><b>b2</b></a>', 'a/b/text()')` is `[b1, b2]`.
   */
  xpath(xml: Argument, path: Argument): Column;
  /**
   * Whether an XPath expression finds something in an XML text, or is true of it. NULL for an empty text; an error for what is no XML.
   * `xpath_boolean('<a><b>1</b></a>', 'a/b')` is `true`.
   */
  xpath_boolean(xml: Argument, path: Argument): Column;
  /**
   * What an XPath expression finds in an XML text, as a DOUBLE; NaN where it is no number. NULL for an empty text; an error for what is no XML.
   * `xpath_double('<a><b>1</b><b>2</b></a>', 'sum(a/b)')` is `3.0`.
   */
  xpath_double(xml: Argument, path: Argument): Column;
  /**
   * What an XPath expression finds in an XML text, as a FLOAT. NULL for an empty text; an error for what is no XML.
   * `xpath_float('<a><b>1</b><b>2</b></a>', 'sum(a/b)')` is `3.0`.
   */
  xpath_float(xml: Argument, path: Argument): Column;
  /**
   * What an XPath expression finds in an XML text, as an INT; 0 where it is no number. NULL for an empty text; an error for what is no XML.
   * `xpath_int('<a><b>1</b><b>2</b></a>', 'sum(a/b)')` is `3`.
   */
  xpath_int(xml: Argument, path: Argument): Column;
  /**
   * What an XPath expression finds in an XML text, as a BIGINT; 0 where it is no number. NULL for an empty text; an error for what is no XML.
   * `xpath_long('<a><b>1</b><b>2</b></a>', 'sum(a/b)')` is `3`.
   */
  xpath_long(xml: Argument, path: Argument): Column;
  /**
   * What an XPath expression finds in an XML text, as a DOUBLE; NaN where it is no number. NULL for an empty text; an error for what is no XML.
   * `xpath_number('<a><b>1</b><b>2</b></a>', 'sum(a/b)')` is `3.0`.
   */
  xpath_number(xml: Argument, path: Argument): Column;
  /**
   * What an XPath expression finds in an XML text, as a SMALLINT; 0 where it is no number. NULL for an empty text; an error for what is no XML.
   * `xpath_short('<a><b>1</b><b>2</b></a>', 'sum(a/b)')` is `3`.
   */
  xpath_short(xml: Argument, path: Argument): Column;
  /**
   * The text of the first node that an XPath expression finds in an XML text. NULL for an empty text; an error for what is no XML.
   * `xpath_string('<a><b>b</b><c>cc</c></a>', 'a/c')` is `cc`.
   */
  xpath_string(xml: Argument, path: Argument): Column;
  /**
   * A 64-bit hash (xxHash, seed 42) of the arguments. NULLs are passed over.
   * `xxhash64('Spark', array(123), 2)` is `5602566077635097486`.
   */
  xxhash64(...cols: (Argument | readonly ColumnOrName[])[]): Column;
  /**
   * The year of a date.
   * `year('2016-07-30')` is `2016`.
   */
  year(col: Argument): Column;
  /**
   * The number, or zero where it is NULL.
   * `zeroifnull(NULL)` is `0`.
   * `zeroifnull(2)` is `2`.
   */
  zeroifnull(col: Argument): Column;
  /**
   * The array of what the function gives for the n-th elements of two arrays, NULL where one is shorter.
   * `zip_with(array(1, 2), array(3, 4), (x, y) -> x + y)` is `[4, 6]`.
   */
  zip_with(left: Argument, right: Argument, f: (x: Column, y: Column) => Column): Column;
}
