
def abs(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def acos(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def acosh(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def add_months(start: ColumnOrName, months: ColumnOrName | int | float) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def any_value(col: ColumnOrName, ignoreNulls: ColumnOrName | int | float | None = None) -> Column:
    """Some value of the group: the first that comes, or the first that is not null with a second argument `true`.

    In SQL:
        any_value(5) is 5
    """
    ...

def approx_percentile(col: ColumnOrName, percentage: Any, accuracy: Any = 10000) -> Column:
    """About the value below which the given share (0 to 1) of the values lies: one of the values, whose rank is wrong by at most 1/accuracy of their number. An array of shares gives an array.

    In SQL:
        approx_percentile(10, 0.5) is 10
        approx_percentile(10.5D, array(0.1, 0.9), 100) is [10.5, 10.5]
    """
    ...

def array(*cols: ColumnOrName | list[ColumnOrName]) -> Column:
    """An array of the given values, which meet in one type.

    In SQL:
        array(1, 2, 3) is [1, 2, 3]
        array(1, NULL) is [1, null]
    """
    ...

def array_agg(col: ColumnOrName) -> Column:
    """An array of the values that are not null, in the order in which they come; empty if there are none.

    In SQL:
        collect_list(5) is [5]
        collect_list(CAST(NULL AS INT)) is []
    """
    ...

def array_append(col: ColumnOrName, value: Any) -> Column:
    """The array with the element at its end.

    In SQL:
        array_append(array(1, 2), 9) is [1, 2, 9]
        array_append(CAST(NULL AS ARRAY<INT>), 9) is NULL
    """
    ...

def array_compact(col: ColumnOrName) -> Column:
    """The array without its nulls.

    In SQL:
        array_compact(array(1, NULL, 2)) is [1, 2]
    """
    ...

def array_contains(col: ColumnOrName, value: Any) -> Column:
    """True if the array holds the value; NULL if it does not but holds a null.

    In SQL:
        array_contains(array(1, 2), 2) is true
        array_contains(array(1, NULL), 2) is NULL
    """
    ...

def array_distinct(col: ColumnOrName) -> Column:
    """The array without repeats, each element where it came first.

    In SQL:
        array_distinct(array(1, 2, 2, NULL, NULL)) is [1, 2, null]
    """
    ...

def array_except(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """The elements of the first array that are not in the second, without repeats.

    In SQL:
        array_except(array(1, 2, 3), array(1, 3, 5)) is [2]
    """
    ...

def array_insert(arr: ColumnOrName, pos: ColumnOrName | int | float, value: Any) -> Column:
    """The array with an element put in at a place counted from 1, or from the end if negative (-1: last). Gaps are filled with nulls; place 0 raises INVALID_INDEX_OF_ZERO.

    In SQL:
        array_insert(array(1, 2, 3, 4), 5, 5) is [1, 2, 3, 4, 5]
        array_insert(array(5, 4, 3, 2), -1, 1) is [5, 4, 3, 2, 1]
    """
    ...

def array_intersect(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """The elements of the first array that are in the second too, without repeats.

    In SQL:
        array_intersect(array(1, 2, 3), array(1, 3, 5)) is [1, 3]
    """
    ...

def array_join(col: ColumnOrName, delimiter: str, null_replacement: str | None = None) -> Column:
    """The elements as one text with the delimiter between them; nulls are left out, or replaced if a third argument is given.

    In SQL:
        array_join(array('hello', NULL, 'world'), ' ') is hello world
        array_join(array('hello', NULL, 'world'), ' ', ',') is hello , world
    """
    ...

def array_max(col: ColumnOrName) -> Column:
    """The largest element that is not null; NULL if there is none. NaN is above every number.

    In SQL:
        array_max(array(1, 20, NULL, 3)) is 20
    """
    ...

def array_min(col: ColumnOrName) -> Column:
    """The smallest element that is not null; NULL if there is none. NaN is above every number.

    In SQL:
        array_min(array(1, 20, NULL, 3)) is 1
    """
    ...

def array_position(col: ColumnOrName, value: Any) -> Column:
    """Where the value comes first in the array, counted from 1; 0 if it does not come.

    In SQL:
        array_position(array('a', 'b', 'b'), 'b') is 2
        array_position(array(1), 9) is 0
    """
    ...

def array_prepend(col: ColumnOrName, value: Any) -> Column:
    """The array with the element at its start.

    In SQL:
        array_prepend(array(1, 2), 9) is [9, 1, 2]
        array_prepend(CAST(NULL AS ARRAY<INT>), 9) is NULL
    """
    ...

def array_remove(col: ColumnOrName, element: Any) -> Column:
    """The array without the elements that equal the value; nulls stay.

    In SQL:
        array_remove(array(1, 2, 3, NULL, 3), 3) is [1, 2, null]
    """
    ...

def array_repeat(col: ColumnOrName, count: ColumnOrName | int | float) -> Column:
    """An array that holds the value so many times; empty for a negative count.

    In SQL:
        array_repeat('z', 3) is [z, z, z]
        array_repeat(1, NULL) is NULL
    """
    ...

def array_size(col: ColumnOrName) -> Column:
    """Number of elements of an array.

    In SQL:
        array_size(array('b', 'd')) is 2
    """
    ...

def array_union(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """The elements of both arrays without repeats, those of the first in front.

    In SQL:
        array_union(array(1, 2, 3), array(1, 3, 5)) is [1, 2, 3, 5]
    """
    ...

def arrays_overlap(a1: ColumnOrName, a2: ColumnOrName) -> Column:
    """True if the arrays share an element that is not null; NULL if they do not but one holds a null and neither is empty.

    In SQL:
        arrays_overlap(array(1, 2, 3), array(3, 4, 5)) is true
        arrays_overlap(array(1, NULL), array(2)) is NULL
    """
    ...

def arrays_zip(*cols: ColumnOrName) -> Column:
    """An array of structs: the n-th holds the n-th elements of all arrays, null where one is shorter. Fields are named as the columns, or by their place.

    In SQL:
        arrays_zip(array(1, 2, 3), array(2, 3, 4)) is [{1, 2}, {2, 3}, {3, 4}]
        arrays_zip(array(1, 2), array('a')) is [{1, a}, {2, null}]
    """
    ...

def ascii(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def asin(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def asinh(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def assert_true(col: ColumnOrName, errMsg: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def atan(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def atan2(col1: ColumnOrName | int | float, col2: ColumnOrName | int | float) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def atanh(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def avg(col: ColumnOrName) -> Column:
    """Mean of the values that are not null; NULL if there are none. A DOUBLE, for DECIMAL(p,s) a DECIMAL(p+4,s+4).

    In SQL:
        avg(5) is 5.0
        avg(1.50) is 1.500000
    """
    ...

def base64(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def bin(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def bit_and(col: ColumnOrName) -> Column:
    """Bitwise AND of the whole numbers that are not null; NULL if there are none.

    In SQL:
        bit_and(5) is 5
    """
    ...

def bit_count(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def bit_get(col: ColumnOrName, pos: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def bit_length(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def bit_or(col: ColumnOrName) -> Column:
    """Bitwise OR of the whole numbers that are not null; NULL if there are none.

    In SQL:
        bit_or(5) is 5
    """
    ...

def bit_xor(col: ColumnOrName) -> Column:
    """Bitwise XOR of the whole numbers that are not null; NULL if there are none.

    In SQL:
        bit_xor(5) is 5
    """
    ...

def bitmap_and_agg(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def bitmap_bit_position(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def bitmap_bucket_number(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def bitmap_construct_agg(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def bitmap_count(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def bitmap_or_agg(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def bitwiseNOT(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def bitwise_not(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def bool_and(col: ColumnOrName) -> Column:
    """True if all values are true; nulls are left out, NULL if there is nothing else.

    In SQL:
        bool_and(true) is true
        bool_and(CAST(NULL AS BOOLEAN)) is NULL
    """
    ...

def bool_or(col: ColumnOrName) -> Column:
    """True if some value is true; nulls are left out, NULL if there is nothing else.

    In SQL:
        bool_or(true) is true
        bool_or(CAST(NULL AS BOOLEAN)) is NULL
    """
    ...

def btrim(str: ColumnOrName, trim: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def bucket(numBuckets: Any, col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def cardinality(col: ColumnOrName) -> Column:
    """Number of elements of an array or entries of a map.

    In SQL:
        cardinality(array('b', 'd')) is 2
        cardinality(map('a', 1)) is 1
    """
    ...

def cbrt(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def ceil(col: ColumnOrName, scale: ColumnOrName | int | float | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def ceiling(col: ColumnOrName, scale: ColumnOrName | int | float | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def char(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def char_length(str: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def character_length(str: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def chr(n: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def coalesce(*cols: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def collate(col: ColumnOrName, collation: str) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def collation(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def collect_list(col: ColumnOrName) -> Column:
    """An array of the values that are not null, in the order in which they come; empty if there are none.

    In SQL:
        collect_list(5) is [5]
        collect_list(CAST(NULL AS INT)) is []
    """
    ...

def collect_set(col: ColumnOrName) -> Column:
    """An array of the different values that are not null, in no order to rely on; empty if there are none.

    In SQL:
        collect_set(5) is [5]
        collect_set(CAST(NULL AS INT)) is []
    """
    ...

def collect_union(col: ColumnOrName) -> Column:
    """An array of the different elements of all arrays, nulls left out, in no order to rely on.

    In SQL:
        collect_union(array(1, 2, 1)) is [1, 2]
    """
    ...

def concat(*cols: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def concat_ws(sep: str, *cols: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def contains(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def conv(col: ColumnOrName, fromBase: int, toBase: int) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def convert_timezone(sourceTz: ColumnOrName, targetTz: ColumnOrName, sourceTs: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def corr(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Pearson's correlation of two columns, from -1 to 1, over the rows in which neither is null.

    In SQL:
        corr(1, 2) is NULL
    """
    ...

def cos(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def cosh(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def cot(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def count(col: ColumnOrName) -> Column:
    """Number of rows in which none of the arguments is null; `count(*)` counts all rows.

    In SQL:
        count(1) is 1
        count(CAST(NULL AS INT)) is 0
    """
    ...

def countDistinct(col: ColumnOrName, *cols: ColumnOrName) -> Column:
    """Number of rows in which none of the arguments is null; `count(*)` counts all rows.

    In SQL:
        count(1) is 1
        count(CAST(NULL AS INT)) is 0
    """
    ...

def count_distinct(col: ColumnOrName, *cols: ColumnOrName) -> Column:
    """Number of rows in which none of the arguments is null; `count(*)` counts all rows.

    In SQL:
        count(1) is 1
        count(CAST(NULL AS INT)) is 0
    """
    ...

def count_if(col: ColumnOrName) -> Column:
    """Number of rows for which the condition is true.

    In SQL:
        count_if(1 > 0) is 1
    """
    ...

def counter_diff(value: ColumnOrName, startTime: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def covar_pop(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Covariance of a whole population over the rows in which neither is null.

    In SQL:
        covar_pop(1, 2) is 0.0
    """
    ...

def covar_samp(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Covariance of a sample over the rows in which neither is null.

    In SQL:
        covar_samp(1, 2) is NULL
    """
    ...

def crc32(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def create_map(*cols: ColumnOrName | list[ColumnOrName]) -> Column:
    """A map of the given keys and values, key after value. A key that comes twice raises DUPLICATED_MAP_KEY, a null one NULL_MAP_KEY.

    In SQL:
        map(1.0, '2', 3.0, '4') is {1.0 -> 2, 3.0 -> 4}
        map() is {}
    """
    ...

def csc(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def cume_dist() -> Column:
    """The share of the partition that stands before the row or equals it.

    In SQL:
        cume_dist() OVER (ORDER BY 1) is 1.0
    """
    ...

def curdate() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def current_catalog() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def current_database() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def current_date() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def current_path() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def current_schema() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def current_time(precision: int | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def current_timestamp() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def current_timezone() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def current_user() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def date_add(start: ColumnOrName, days: ColumnOrName | int | float) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def date_diff(end: ColumnOrName, start: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def date_format(date: ColumnOrName, format: str) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def date_from_unix_date(days: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def date_part(field: ColumnOrName, source: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def date_sub(start: ColumnOrName, days: ColumnOrName | int | float) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def date_trunc(format: str, timestamp: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def dateadd(start: ColumnOrName, days: ColumnOrName | int | float) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def datediff(end: ColumnOrName, start: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def datepart(field: ColumnOrName, source: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def day(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def dayname(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def dayofmonth(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def dayofweek(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def dayofyear(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def days(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def decode(col: ColumnOrName, charset: str) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def degrees(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def dense_rank() -> Column:
    """One more than the number of different order keys before the row; after a tie no number is left out.

    In SQL:
        dense_rank() OVER (ORDER BY 1) is 1
    """
    ...

def e() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def element_at(col: ColumnOrName, extraction: Any) -> Column:
    """The element of an array at a place counted from 1, or from the end if negative; or the value of a map's key, NULL if it lacks it. A place beyond the array raises INVALID_ARRAY_INDEX_IN_ELEMENT_AT.

    In SQL:
        element_at(array(1, 2, 3), -1) is 3
        element_at(map('a', 1), 'b') is NULL
    """
    ...

def elt(*inputs: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def encode(col: ColumnOrName, charset: str) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def endswith(str: ColumnOrName, suffix: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def equal_null(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def every(col: ColumnOrName) -> Column:
    """True if all values are true; nulls are left out, NULL if there is nothing else.

    In SQL:
        every(true) is true
        every(CAST(NULL AS BOOLEAN)) is NULL
    """
    ...

def exp(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def explode(col: ColumnOrName) -> Column:
    """A row for each element of an array (column `col`) or entry of a map (`key`, `value`); no row where there is none."""
    ...

def explode_outer(col: ColumnOrName) -> Column:
    """A row for each element of an array (column `col`) or entry of a map (`key`, `value`); a row of NULLs where there is none."""
    ...

def expm1(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def extract(field: ColumnOrName, source: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def factorial(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def find_in_set(str: ColumnOrName, str_array: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def first(col: ColumnOrName, ignorenulls: bool = False) -> Column:
    """The first value that comes, or the first that is not null with a second argument `true`. Without an order the rows may come in any.

    In SQL:
        first(5) is 5
        first(CAST(NULL AS INT), true) is NULL
    """
    ...

def first_value(col: ColumnOrName, ignoreNulls: ColumnOrName | int | float | None = None) -> Column:
    """The first value that comes, or the first that is not null with a second argument `true`. Without an order the rows may come in any.

    In SQL:
        first_value(5) is 5
    """
    ...

def flatten(col: ColumnOrName) -> Column:
    """The arrays inside an array, one behind the other; NULL if one of them is null. Only one level is taken away.

    In SQL:
        flatten(array(array(1, 2), array(3, 4))) is [1, 2, 3, 4]
        flatten(array(array(1), NULL)) is NULL
    """
    ...

def floor(col: ColumnOrName, scale: ColumnOrName | int | float | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def format_number(col: ColumnOrName, d: int) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def format_string(format: str, *cols: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def from_base32(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def from_unixtime(timestamp: ColumnOrName, format: str = "yyyy-MM-dd HH:mm:ss") -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def from_utc_timestamp(timestamp: ColumnOrName, tz: Any) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def get(col: ColumnOrName, index: ColumnOrName | int | float) -> Column:
    """The element of an array at a place counted from 0; NULL beyond its ends.

    In SQL:
        get(array(1, 2, 3), 0) is 1
        get(array(1, 2, 3), 3) is NULL
    """
    ...

def get_json_object(col: ColumnOrName, path: str) -> Column:
    """What a path such as `$.a[0].b` finds in a JSON text: a string bare, anything else as JSON; NULL if nothing is found or the text is not JSON.

    In SQL:
        get_json_object('{"a":"b"}', '$.a') is b
        get_json_object('[{"a":"b"},{"a":"c"}]', '$[*].a') is ["b","c"]
    """
    ...

def getbit(col: ColumnOrName, pos: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def greatest(*cols: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def grouping(col: ColumnOrName) -> Column:
    """1 in rows of a grouping set that leaves the column out, 0 in those that group by it."""
    ...

def grouping_id(*cols: ColumnOrName) -> Column:
    """The grouping set as a number: one bit a column, the first the highest, 1 where the column is left out."""
    ...

def hash(*cols: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def hex(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def histogram_numeric(col: ColumnOrName, nBins: ColumnOrName) -> Column:
    """A histogram of at most nb bins as an array of structs: x the middle of a bin, y how many values are in it. The bins adapt to the values.

    In SQL:
        histogram_numeric(5, 3) is [{5, 1.0}]
    """
    ...

def hll_sketch_agg(col: ColumnOrName, lgConfigK: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def hll_sketch_estimate(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def hll_union(col1: ColumnOrName, col2: ColumnOrName, allowDifferentLgConfigK: bool | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def hll_union_agg(col: ColumnOrName, allowDifferentLgConfigK: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def hmac(key: ColumnOrName, message: ColumnOrName, algorithm: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def hour(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def hours(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def hypot(col1: ColumnOrName | int | float, col2: ColumnOrName | int | float) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def ifnull(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def ilike(str: ColumnOrName, pattern: ColumnOrName, escapeChar: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def initcap(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def inline(col: ColumnOrName) -> Column:
    """A row for each struct of an array, a column for each of its fields."""
    ...

def inline_outer(col: ColumnOrName) -> Column:
    """A row for each struct of an array, a column for each of its fields; a row of NULLs where there is none."""
    ...

def input_file_block_length() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def input_file_block_start() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def input_file_name() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def instr(str: ColumnOrName, substr: Any, start: Any | None = None, occurrence: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def is_valid_utf8(str: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def is_valid_variant(v: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def is_variant_null(v: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def isnan(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def isnotnull(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def isnull(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def jaro_winkler_similarity(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def java_method(*cols: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def json_array_length(col: ColumnOrName) -> Column:
    """Number of elements of the array that a JSON text holds; NULL if it holds none.

    In SQL:
        json_array_length('[1,2,3,4]') is 4
        json_array_length('{}') is NULL
    """
    ...

def json_object_keys(col: ColumnOrName) -> Column:
    """The names in the object that a JSON text holds, those of the outermost level; NULL if it holds no object.

    In SQL:
        json_object_keys('{"key": "value"}') is [key]
        json_object_keys('[1]') is NULL
    """
    ...

def kll_merge_agg_bigint(col: ColumnOrName, k: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_merge_agg_double(col: ColumnOrName, k: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_merge_agg_float(col: ColumnOrName, k: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_agg_bigint(col: ColumnOrName, k: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_agg_double(col: ColumnOrName, k: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_agg_float(col: ColumnOrName, k: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_get_n_bigint(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_get_n_double(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_get_n_float(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_get_quantile_bigint(sketch: ColumnOrName, rank: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_get_quantile_double(sketch: ColumnOrName, rank: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_get_quantile_float(sketch: ColumnOrName, rank: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_get_rank_bigint(sketch: ColumnOrName, quantile: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_get_rank_double(sketch: ColumnOrName, quantile: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_get_rank_float(sketch: ColumnOrName, quantile: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_merge_bigint(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_merge_double(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_merge_float(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_to_string_bigint(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_to_string_double(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kll_sketch_to_string_float(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def kurtosis(col: ColumnOrName) -> Column:
    """Excess kurtosis: how heavy the tails are, 0 for a normal distribution; NULL if all values are equal.

    In SQL:
        kurtosis(5) is NULL
    """
    ...

def last(col: ColumnOrName, ignorenulls: bool = False) -> Column:
    """The last value that comes, or the last that is not null with a second argument `true`. Without an order the rows may come in any.

    In SQL:
        last(5) is 5
        last(CAST(NULL AS INT), true) is NULL
    """
    ...

def last_day(date: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def last_value(col: ColumnOrName, ignoreNulls: ColumnOrName | int | float | None = None) -> Column:
    """The last value that comes, or the last that is not null with a second argument `true`. Without an order the rows may come in any.

    In SQL:
        last_value(5) is 5
    """
    ...

def lcase(str: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def least(*cols: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def left(str: ColumnOrName, len: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def length(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def levenshtein(left: ColumnOrName, right: ColumnOrName, threshold: int | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def like(str: ColumnOrName, pattern: ColumnOrName, escapeChar: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def listagg(col: ColumnOrName, delimiter: Any | None = None) -> Column:
    """The values that are not null, joined with the delimiter (by default nothing between them), in the order of WITHIN GROUP if there is one; NULL if there are none.

    In SQL:
        listagg('a', ',') is a
        listagg(CAST(NULL AS STRING)) is NULL
    """
    ...

def listagg_distinct(col: ColumnOrName, delimiter: Any | None = None) -> Column:
    """The values that are not null, joined with the delimiter (by default nothing between them), in the order of WITHIN GROUP if there is one; NULL if there are none.

    In SQL:
        listagg('a', ',') is a
        listagg(CAST(NULL AS STRING)) is NULL
    """
    ...

def ln(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def localtimestamp() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def locate(substr: str, str: ColumnOrName, pos: int = 1) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def log10(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def log1p(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def log2(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def lower(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def lpad(col: ColumnOrName, len: Any, pad: Any) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def make_date(year: ColumnOrName, month: ColumnOrName, day: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def make_time(hour: ColumnOrName, minute: ColumnOrName, second: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def make_timestamp_ltz(years: ColumnOrName, months: ColumnOrName, days: ColumnOrName, hours: ColumnOrName, mins: ColumnOrName, secs: ColumnOrName, timezone: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def make_valid_utf8(str: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def map_concat(*cols: ColumnOrName | list[ColumnOrName]) -> Column:
    """One map of the entries of several; a key that comes twice raises DUPLICATED_MAP_KEY.

    In SQL:
        map_concat(map(1, 'a', 2, 'b'), map(3, 'c')) is {1 -> a, 2 -> b, 3 -> c}
    """
    ...

def map_contains_key(col: ColumnOrName, value: Any) -> Column:
    """True if the map has the key.

    In SQL:
        map_contains_key(map(1, 'a', 2, 'b'), 1) is true
        map_contains_key(map(1, 'a', 2, 'b'), 3) is false
    """
    ...

def map_entries(col: ColumnOrName) -> Column:
    """The entries of a map, as an array of structs with the fields key and value.

    In SQL:
        map_entries(map(1, 'a', 2, 'b')) is [{1, a}, {2, b}]
    """
    ...

def map_from_arrays(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """A map of an array of keys and an array of values of the same length.

    In SQL:
        map_from_arrays(array(1.0, 3.0), array('2', '4')) is {1.0 -> 2, 3.0 -> 4}
    """
    ...

def map_from_entries(col: ColumnOrName) -> Column:
    """A map of an array of structs of two fields, key and value; NULL if one of the structs is null.

    In SQL:
        map_from_entries(array(struct(1, 'a'), struct(2, 'b'))) is {1 -> a, 2 -> b}
    """
    ...

def map_keys(col: ColumnOrName) -> Column:
    """The keys of a map, as an array.

    In SQL:
        map_keys(map(1, 'a', 2, 'b')) is [1, 2]
    """
    ...

def map_values(col: ColumnOrName) -> Column:
    """The values of a map, as an array in the order of its keys.

    In SQL:
        map_values(map(1, 'a', 2, 'b')) is [a, b]
    """
    ...

def max(col: ColumnOrName) -> Column:
    """The largest value that is not null; NaN is above every number. NULL if there are no values.

    In SQL:
        max(7) is 7
        max('b') is b
    """
    ...

def max_by(col: ColumnOrName, ord: ColumnOrName, k: Any | None = None) -> Column:
    """The value of x in the row with the largest y; with a third argument k an array of the k such values, best first. Rows with a null y are left out.

    In SQL:
        max_by('a', 10) is a
        max_by('a', CAST(NULL AS INT)) is NULL
    """
    ...

def md5(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def mean(col: ColumnOrName) -> Column:
    """Mean of the values that are not null; NULL if there are none. A DOUBLE, for DECIMAL(p,s) a DECIMAL(p+4,s+4).

    In SQL:
        avg(5) is 5.0
        avg(1.50) is 1.500000
    """
    ...

def median(col: ColumnOrName) -> Column:
    """The middle of the sorted values; for an even number of them the mean of the two in the middle.

    In SQL:
        median(5) is 5.0
    """
    ...

def min(col: ColumnOrName) -> Column:
    """The smallest value that is not null; NaN is above every number. NULL if there are no values.

    In SQL:
        min(7) is 7
        min(CAST(NULL AS INT)) is NULL
    """
    ...

def min_by(col: ColumnOrName, ord: ColumnOrName, k: Any | None = None) -> Column:
    """The value of x in the row with the smallest y; with a third argument k an array of the k such values, best first. Rows with a null y are left out.

    In SQL:
        min_by('a', 10) is a
        min_by('a', CAST(NULL AS INT)) is NULL
    """
    ...

def minute(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def mode(col: ColumnOrName, deterministic: bool = False) -> Column:
    """The value that comes most often, nulls left out. Among several any, or the smallest with a second argument `true`.

    In SQL:
        mode(7) is 7
        mode(CAST(NULL AS INT)) is NULL
    """
    ...

def monotonically_increasing_id() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def month(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def monthname(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def months(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def months_between(date1: ColumnOrName, date2: ColumnOrName, roundOff: bool = True) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def named_struct(*cols: ColumnOrName) -> Column:
    """A struct of the given names and values, value after name.

    In SQL:
        named_struct('a', 1, 'b', 'x') is {1, x}
        named_struct('a', NULL) is {null}
    """
    ...

def nanvl(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def negate(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def negative(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def next_day(date: ColumnOrName, dayOfWeek: str) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def now() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def nth_value(col: ColumnOrName, offset: int, ignoreNulls: bool = False) -> Column:
    """The value of the n-th row of the frame, counted from 1; NULL if the frame is shorter.

    In SQL:
        nth_value(7, 1) OVER (ORDER BY 1) is 7
        nth_value(7, 2) OVER (ORDER BY 1) is NULL
    """
    ...

def ntile(n: int) -> Column:
    """The number of the bucket that the row falls into when the partition is cut into n, 1 to n; sizes differ by one at most.

    In SQL:
        ntile(2) OVER (ORDER BY 1) is 1
    """
    ...

def nullif(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def nullifzero(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def nvl(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def nvl2(col1: ColumnOrName, col2: ColumnOrName, col3: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def octet_length(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def overlay(src: ColumnOrName, replace: ColumnOrName, pos: ColumnOrName | int | float, len: ColumnOrName | int | float = -1) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def parse_json(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def parse_url(url: ColumnOrName, partToExtract: ColumnOrName, key: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def percent_rank() -> Column:
    """The rank as a share from 0 to 1: (rank - 1) / (rows of the partition - 1).

    In SQL:
        percent_rank() OVER (ORDER BY 1) is 0.0
    """
    ...

def percentile(col: ColumnOrName, percentage: Any, frequency: Any = 1) -> Column:
    """The exact percentile: the value below which the given share (0 to 1) of the values lies, in proportion between two neighbours. An array of shares gives an array. A third argument says how often each value counts.

    In SQL:
        percentile(10, 0.5) is 10.0
        percentile(10, array(0.25, 1)) is [10.0, 10.0]
    """
    ...

def percentile_approx(col: ColumnOrName, percentage: Any, accuracy: Any = 10000) -> Column:
    """About the value below which the given share (0 to 1) of the values lies: one of the values, whose rank is wrong by at most 1/accuracy of their number. An array of shares gives an array.

    In SQL:
        percentile_approx(10, 0.5) is 10
        percentile_approx(10.5D, array(0.1, 0.9), 100) is [10.5, 10.5]
    """
    ...

def pi() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def pmod(dividend: ColumnOrName | int | float, divisor: ColumnOrName | int | float) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def posexplode(col: ColumnOrName) -> Column:
    """A row for each element of an array (column `col`) or entry of a map (`key`, `value`), with its place (`pos`) counted from 0; no row where there is none."""
    ...

def posexplode_outer(col: ColumnOrName) -> Column:
    """A row for each element of an array (column `col`) or entry of a map (`key`, `value`), with its place (`pos`) counted from 0; a row of NULLs where there is none."""
    ...

def position(substr: ColumnOrName, str: ColumnOrName, start: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def positive(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def pow(col1: ColumnOrName | int | float, col2: ColumnOrName | int | float) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def power(col1: ColumnOrName | int | float, col2: ColumnOrName | int | float) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def printf(format: ColumnOrName, *cols: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def product(col: ColumnOrName) -> Column:
    """Product of the values that are not null, as a DOUBLE; NULL if there are none."""
    ...

def quarter(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def quote(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def radians(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def raise_error(errMsg: Any) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def rank() -> Column:
    """One more than the number of rows before the row and its equals; after a tie numbers are left out.

    In SQL:
        rank() OVER (ORDER BY 1) is 1
    """
    ...

def reflect(*cols: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def regexp(str: ColumnOrName, regexp: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def regexp_count(str: ColumnOrName, regexp: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def regexp_extract(str: ColumnOrName, pattern: str, idx: int) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def regexp_extract_all(str: ColumnOrName, regexp: ColumnOrName, idx: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def regexp_instr(str: ColumnOrName, regexp: ColumnOrName, idx: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def regexp_like(str: ColumnOrName, regexp: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def regexp_replace(string: ColumnOrName, pattern: Any, replacement: Any, position: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def regexp_substr(str: ColumnOrName, regexp: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def regr_avgx(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Mean of x over the rows in which neither y nor x is null.

    In SQL:
        regr_avgx(1, 2) is 2.0
    """
    ...

def regr_avgy(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Mean of y over the rows in which neither y nor x is null.

    In SQL:
        regr_avgy(1, 2) is 1.0
    """
    ...

def regr_count(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Number of rows in which neither y nor x is null.

    In SQL:
        regr_count(1, 2) is 1
    """
    ...

def regr_intercept(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Where the line that fits y to x best meets x = 0, over the rows in which neither is null.

    In SQL:
        regr_intercept(1, 2) is NULL
    """
    ...

def regr_r2(y: ColumnOrName, x: ColumnOrName) -> Column:
    """How well a line fits y to x, from 0 to 1, over the rows in which neither is null.

    In SQL:
        regr_r2(1, 2) is NULL
    """
    ...

def regr_slope(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Slope of the line that fits y to x best, over the rows in which neither is null.

    In SQL:
        regr_slope(1, 2) is NULL
    """
    ...

def regr_sxx(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Sum of the squared deviations of x over the rows in which neither is null.

    In SQL:
        regr_sxx(1, 2) is 0.0
    """
    ...

def regr_sxy(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Sum of the products of the deviations of x and y over the rows in which neither is null.

    In SQL:
        regr_sxy(1, 2) is 0.0
    """
    ...

def regr_syy(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Sum of the squared deviations of y over the rows in which neither is null.

    In SQL:
        regr_syy(1, 2) is 0.0
    """
    ...

def repeat(col: ColumnOrName, n: ColumnOrName | int | float) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def replace(src: ColumnOrName, search: ColumnOrName, replace: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def reverse(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def right(str: ColumnOrName, len: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def rint(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def rlike(str: ColumnOrName, regexp: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def row_number() -> Column:
    """The number of the row in its partition, counted from 1 in the order of the window; rows that tie are numbered in any order.

    In SQL:
        row_number() OVER (ORDER BY 1) is 1
    """
    ...

def rpad(col: ColumnOrName, len: Any, pad: Any) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def schema_of_variant(v: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def schema_of_variant_agg(v: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def sec(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def second(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def sequence(start: ColumnOrName, stop: ColumnOrName, step: ColumnOrName | None = None) -> Column:
    """The values from start to stop, both included, by a step: 1 or -1 for whole numbers, one day for dates and timestamps, unless another is given.

    In SQL:
        sequence(1, 5) is [1, 2, 3, 4, 5]
        sequence(5, 1, -2) is [5, 3, 1]
    """
    ...

def session_user() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def session_window(timeColumn: ColumnOrName, gapDuration: Any) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def sha(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def sha1(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def shiftLeft(col: ColumnOrName, numBits: int) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def shiftRight(col: ColumnOrName, numBits: int) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def shiftRightUnsigned(col: ColumnOrName, numBits: int) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def shiftleft(col: ColumnOrName, numBits: int) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def shiftright(col: ColumnOrName, numBits: int) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def shiftrightunsigned(col: ColumnOrName, numBits: int) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def sign(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def signum(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def sin(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def sinh(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def size(col: ColumnOrName) -> Column:
    """Number of elements of an array or entries of a map.

    In SQL:
        size(array('b', 'd')) is 2
        size(map('a', 1)) is 1
    """
    ...

def skewness(col: ColumnOrName) -> Column:
    """Skewness: how far the values lean to one side of their mean; NULL if they are all equal.

    In SQL:
        skewness(5) is NULL
    """
    ...

def slice(x: ColumnOrName, start: ColumnOrName | int | float, length: ColumnOrName | int | float) -> Column:
    """So many elements of an array from a place counted from 1, or from the end if negative.

    In SQL:
        slice(array(1, 2, 3, 4), 2, 2) is [2, 3]
        slice(array(1, 2, 3, 4), -2, 2) is [3, 4]
    """
    ...

def some(col: ColumnOrName) -> Column:
    """True if some value is true; nulls are left out, NULL if there is nothing else.

    In SQL:
        some(true) is true
        some(CAST(NULL AS BOOLEAN)) is NULL
    """
    ...

def sort_array(col: ColumnOrName, asc: bool = True) -> Column:
    """The array sorted ascending with nulls first, or descending with nulls last if the second argument is false.

    In SQL:
        sort_array(array('b', 'd', NULL, 'c', 'a'), true) is [null, a, b, c, d]
        sort_array(array(2, NULL, 1), false) is [2, 1, null]
    """
    ...

def soundex(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def spark_partition_id() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def split(str: ColumnOrName, pattern: Any, limit: ColumnOrName | int | float = -1) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def split_part(src: ColumnOrName, delimiter: ColumnOrName, partNum: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def sqrt(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def st_asbinary(geo: ColumnOrName, endianness: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def st_geogfromwkb(wkb: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def st_geomfromwkb(wkb: ColumnOrName, srid: ColumnOrName | int | float | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def st_setsrid(geo: ColumnOrName, srid: ColumnOrName | int | float) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def st_srid(geo: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def stack(*cols: ColumnOrName) -> Column:
    """Puts its values into n rows, one after the other; the last row is filled with NULLs."""
    ...

def startswith(str: ColumnOrName, prefix: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def std(col: ColumnOrName) -> Column:
    """Standard deviation of a sample, divided by the count less one; NULL for fewer than two values.

    In SQL:
        std(5) is NULL
    """
    ...

def stddev(col: ColumnOrName) -> Column:
    """Standard deviation of a sample, divided by the count less one; NULL for fewer than two values.

    In SQL:
        stddev(CAST(5 AS DOUBLE)) is NULL
    """
    ...

def stddev_pop(col: ColumnOrName) -> Column:
    """Standard deviation of a whole population, divided by the count.

    In SQL:
        stddev_pop(5) is 0.0
    """
    ...

def stddev_samp(col: ColumnOrName) -> Column:
    """Standard deviation of a sample, divided by the count less one; NULL for fewer than two values.

    In SQL:
        stddev_samp(5) is NULL
    """
    ...

def string_agg(col: ColumnOrName, delimiter: Any | None = None) -> Column:
    """The values that are not null, joined with the delimiter (by default nothing between them), in the order of WITHIN GROUP if there is one; NULL if there are none.

    In SQL:
        string_agg('a', ',') is a
        string_agg(CAST(NULL AS STRING)) is NULL
    """
    ...

def string_agg_distinct(col: ColumnOrName, delimiter: Any | None = None) -> Column:
    """The values that are not null, joined with the delimiter (by default nothing between them), in the order of WITHIN GROUP if there is one; NULL if there are none.

    In SQL:
        string_agg('a', ',') is a
        string_agg(CAST(NULL AS STRING)) is NULL
    """
    ...

def struct(*cols: ColumnOrName | list[ColumnOrName]) -> Column:
    """A struct of the given names and values, value after name.

    In SQL:
        named_struct('a', 1, 'b', 'x') is {1, x}
        named_struct('a', NULL) is {null}
    """
    ...

def substr(str: ColumnOrName, pos: ColumnOrName, len: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def substring(str: ColumnOrName, pos: ColumnOrName | int | float, len: ColumnOrName | int | float) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def substring_index(str: ColumnOrName, delim: str, count: int) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def sum(col: ColumnOrName) -> Column:
    """Sum of the values that are not null; NULL if there are none. Whole numbers sum up to BIGINT, DECIMAL(p,s) to DECIMAL(p+10,s), others to DOUBLE; a sum that does not fit raises ARITHMETIC_OVERFLOW.

    In SQL:
        sum(5) is 5
        sum(CAST(NULL AS INT)) is NULL
    """
    ...

def sumDistinct(col: ColumnOrName) -> Column:
    """Sum of the values that are not null; NULL if there are none. Whole numbers sum up to BIGINT, DECIMAL(p,s) to DECIMAL(p+10,s), others to DOUBLE; a sum that does not fit raises ARITHMETIC_OVERFLOW.

    In SQL:
        sum(5) is 5
        sum(CAST(NULL AS INT)) is NULL
    """
    ...

def sum_distinct(col: ColumnOrName) -> Column:
    """Sum of the values that are not null; NULL if there are none. Whole numbers sum up to BIGINT, DECIMAL(p,s) to DECIMAL(p+10,s), others to DOUBLE; a sum that does not fit raises ARITHMETIC_OVERFLOW.

    In SQL:
        sum(5) is 5
        sum(CAST(NULL AS INT)) is NULL
    """
    ...

def tan(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tanh(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def theta_difference(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def theta_intersection(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def theta_intersection_agg(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def theta_sketch_agg(col: ColumnOrName, lgNomEntries: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def theta_sketch_estimate(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def theta_union(col1: ColumnOrName, col2: ColumnOrName, lgNomEntries: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def theta_union_agg(col: ColumnOrName, lgNomEntries: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def time_bucket(bucket_size: ColumnOrName, ts: ColumnOrName, origin: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def time_diff(unit: ColumnOrName, start: ColumnOrName, end: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def time_from_micros(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def time_from_millis(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def time_from_seconds(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def time_to_micros(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def time_to_millis(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def time_to_seconds(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def time_trunc(unit: ColumnOrName, time: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def timestamp_add(unit: str, quantity: ColumnOrName, ts: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def timestamp_diff(unit: str, start: ColumnOrName, end: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def timestamp_micros(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def timestamp_millis(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def timestamp_nanos(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def timestamp_seconds(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def toDegrees(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def toRadians(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def to_base32(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def to_binary(col: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def to_char(col: ColumnOrName, format: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def to_date(col: ColumnOrName, format: str | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def to_number(col: ColumnOrName, format: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def to_time(str: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def to_timestamp(col: ColumnOrName, format: str | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def to_timestamp_ltz(timestamp: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def to_timestamp_ntz(timestamp: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def to_unix_timestamp(timestamp: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def to_utc_timestamp(timestamp: ColumnOrName, tz: Any) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def to_varchar(col: ColumnOrName, format: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def to_variant_object(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def translate(srcCol: ColumnOrName, matching: str, replace: str) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def trunc(date: ColumnOrName, format: str) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_add(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_avg(col: ColumnOrName) -> Column:
    """As `avg`, with NULL where the sum does not fit its type.

    In SQL:
        try_avg(5) is 5.0
    """
    ...

def try_divide(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_element_at(col: ColumnOrName, extraction: ColumnOrName) -> Column:
    """The element of an array at a place counted from 1, or from the end if negative; or the value of a map's key, NULL if it lacks it. A place beyond the array gives NULL.

    In SQL:
        try_element_at(array(1, 2, 3), -1) is 3
        try_element_at(map('a', 1), 'b') is NULL
    """
    ...

def try_make_timestamp_ltz(years: ColumnOrName, months: ColumnOrName, days: ColumnOrName, hours: ColumnOrName, mins: ColumnOrName, secs: ColumnOrName, timezone: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_mod(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_multiply(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_parse_json(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_parse_url(url: ColumnOrName, partToExtract: ColumnOrName, key: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_reflect(*cols: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_subtract(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_sum(col: ColumnOrName) -> Column:
    """As `sum`, with NULL for a sum that does not fit its type.

    In SQL:
        try_sum(5) is 5
        try_sum(1.5D) is 1.5
    """
    ...

def try_to_binary(col: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_to_date(col: ColumnOrName, format: str | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_to_number(col: ColumnOrName, format: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_to_time(str: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_to_timestamp(col: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_url_decode(str: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_validate_utf8(str: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_variant_array_append(v: ColumnOrName, path: Any, value: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_variant_get(v: ColumnOrName, path: Any, targetType: str) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_variant_insert(v: ColumnOrName, path: Any, value: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def try_variant_set(v: ColumnOrName, path: Any, value: ColumnOrName, create_if_missing: bool = True) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_difference_double(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_difference_integer(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_difference_theta_double(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_difference_theta_integer(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_intersection_agg_double(col: ColumnOrName, mode: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_intersection_agg_integer(col: ColumnOrName, mode: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_intersection_double(col1: ColumnOrName, col2: ColumnOrName, mode: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_intersection_integer(col1: ColumnOrName, col2: ColumnOrName, mode: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_intersection_theta_double(col1: ColumnOrName, col2: ColumnOrName, mode: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_intersection_theta_integer(col1: ColumnOrName, col2: ColumnOrName, mode: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_sketch_estimate_double(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_sketch_estimate_integer(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_sketch_summary_double(col: ColumnOrName, mode: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_sketch_summary_integer(col: ColumnOrName, mode: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_sketch_theta_double(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def tuple_sketch_theta_integer(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def typeof(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def ucase(str: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def unbase64(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def unhex(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def unix_date(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def unix_micros(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def unix_millis(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def unix_nanos(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def unix_seconds(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def unwrap_udt(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def upper(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def url_decode(str: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def url_encode(str: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def user() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def validate_utf8(str: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def var_pop(col: ColumnOrName) -> Column:
    """Variance of a whole population, divided by the count.

    In SQL:
        var_pop(5) is 0.0
    """
    ...

def var_samp(col: ColumnOrName) -> Column:
    """Variance of a sample, divided by the count less one; NULL for fewer than two values.

    In SQL:
        var_samp(5) is NULL
    """
    ...

def variance(col: ColumnOrName) -> Column:
    """Variance of a sample, divided by the count less one; NULL for fewer than two values.

    In SQL:
        variance(5) is NULL
    """
    ...

def variant_array_append(v: ColumnOrName, path: Any, value: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def variant_get(v: ColumnOrName, path: Any, targetType: str) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def variant_insert(v: ColumnOrName, path: Any, value: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def variant_set(v: ColumnOrName, path: Any, value: ColumnOrName, create_if_missing: bool = True) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def variant_strip_nulls(v: ColumnOrName, include_arrays: bool = True) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def vector_avg(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def vector_cosine_similarity(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def vector_inner_product(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def vector_l2_distance(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def vector_norm(vector: ColumnOrName, degree: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def vector_normalize(vector: ColumnOrName, degree: ColumnOrName | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def vector_sum(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def version() -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def weekday(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def weekofyear(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def width_bucket(v: ColumnOrName, min: ColumnOrName, max: ColumnOrName, numBucket: ColumnOrName | int | float) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def window_time(windowColumn: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def xpath(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def xpath_boolean(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def xpath_double(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def xpath_float(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def xpath_int(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def xpath_long(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def xpath_number(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def xpath_short(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def xpath_string(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def xxhash64(*cols: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def year(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def years(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...

def zeroifnull(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    ...
