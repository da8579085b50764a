"""Made by scripts/generate-python.ts; not to be edited."""

from __future__ import annotations

from typing import Any

from ..column import Column
from ._call import (
    as_column,
    as_columns,
    as_columns_or_list,
    as_flag,
    as_flag_or_column,
    as_literal_or_column,
    as_number,
    as_text,
    as_value,
    as_whole_or_column,
    at_least,
    invoke,
    unsupported,
)

ColumnOrName = Column | str

def abs(col: ColumnOrName) -> Column:
    """The number or interval without its sign.

    In SQL:
        abs(-1) is 1
        abs(INTERVAL -'1-1' YEAR TO MONTH) is INTERVAL '1-1' YEAR TO MONTH
    """
    return invoke("abs", "abs", as_column(col))


def acos(col: ColumnOrName) -> Column:
    """The angle, in radians, whose cosine the number is; NaN beyond -1 and 1.

    In SQL:
        acos(1) is 0.0
    """
    return invoke("acos", "acos", as_column(col))


def acosh(col: ColumnOrName) -> Column:
    """The inverse hyperbolic cosine; NaN below 1.

    In SQL:
        acosh(1) is 0.0
    """
    return invoke("acosh", "acosh", as_column(col))


def add_months(start: ColumnOrName, months: ColumnOrName | int) -> Column:
    """The date so many months later; the day is cut to the last of that month.

    In SQL:
        add_months('2016-08-31', 1) is 2016-09-30
    """
    return invoke("add_months", "add_months", as_column(start), as_whole_or_column(months))


def any_value(col: ColumnOrName, ignoreNulls: ColumnOrName | bool | None = None) -> Column:
    """Some value of the group: the first that comes, or the first that is not null with a second argument `true`.

    In SQL:
        any_value(5) is 5
    """
    return invoke("any_value", "any_value", as_column(col), None if ignoreNulls is None else as_flag_or_column(ignoreNulls))


def approx_percentile(col: ColumnOrName, percentage: Any, accuracy: Any = 10000) -> Column:
    """About the value below which the given share (0 to 1) of the values lies: one of the values, whose rank is wrong by at most 1/accuracy of their number. An array of shares gives an array.

    In SQL:
        approx_percentile(10, 0.5) is 10
        approx_percentile(10.5D, array(0.1, 0.9), 100) is [10.5, 10.5]
    """
    return invoke("approx_percentile", "approx_percentile", as_column(col), as_value(percentage), as_value(accuracy))


def array(*cols: ColumnOrName | list[ColumnOrName]) -> Column:
    """An array of the given values, which meet in one type.

    In SQL:
        array(1, 2, 3) is [1, 2, 3]
        array(1, NULL) is [1, null]
    """
    return invoke("array", "array", *as_columns_or_list(cols))


def array_agg(col: ColumnOrName) -> Column:
    """An array of the values that are not null, in the order in which they come; empty if there are none.

    In SQL:
        collect_list(5) is [5]
        collect_list(CAST(NULL AS INT)) is []
    """
    return invoke("array_agg", "array_agg", as_column(col))


def array_append(col: ColumnOrName, value: Any) -> Column:
    """The array with the element at its end.

    In SQL:
        array_append(array(1, 2), 9) is [1, 2, 9]
        array_append(CAST(NULL AS ARRAY<INT>), 9) is NULL
    """
    return invoke("array_append", "array_append", as_column(col), as_value(value))


def array_compact(col: ColumnOrName) -> Column:
    """The array without its nulls.

    In SQL:
        array_compact(array(1, NULL, 2)) is [1, 2]
    """
    return invoke("array_compact", "array_compact", as_column(col))


def array_contains(col: ColumnOrName, value: Any) -> Column:
    """True if the array holds the value; NULL if it does not but holds a null.

    In SQL:
        array_contains(array(1, 2), 2) is true
        array_contains(array(1, NULL), 2) is NULL
    """
    return invoke("array_contains", "array_contains", as_column(col), as_value(value))


def array_distinct(col: ColumnOrName) -> Column:
    """The array without repeats, each element where it came first.

    In SQL:
        array_distinct(array(1, 2, 2, NULL, NULL)) is [1, 2, null]
    """
    return invoke("array_distinct", "array_distinct", as_column(col))


def array_except(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """The elements of the first array that are not in the second, without repeats.

    In SQL:
        array_except(array(1, 2, 3), array(1, 3, 5)) is [2]
    """
    return invoke("array_except", "array_except", as_column(col1), as_column(col2))


def array_insert(arr: ColumnOrName, pos: ColumnOrName | int, value: Any) -> Column:
    """The array with an element put in at a place counted from 1, or from the end if negative (-1: last). Gaps are filled with nulls; place 0 raises INVALID_INDEX_OF_ZERO.

    In SQL:
        array_insert(array(1, 2, 3, 4), 5, 5) is [1, 2, 3, 4, 5]
        array_insert(array(5, 4, 3, 2), -1, 1) is [5, 4, 3, 2, 1]
    """
    return invoke("array_insert", "array_insert", as_column(arr), as_whole_or_column(pos), as_value(value))


def array_intersect(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """The elements of the first array that are in the second too, without repeats.

    In SQL:
        array_intersect(array(1, 2, 3), array(1, 3, 5)) is [1, 3]
    """
    return invoke("array_intersect", "array_intersect", as_column(col1), as_column(col2))


def array_join(col: ColumnOrName, delimiter: str, null_replacement: str | None = None) -> Column:
    """The elements as one text with the delimiter between them; nulls are left out, or replaced if a third argument is given.

    In SQL:
        array_join(array('hello', NULL, 'world'), ' ') is hello world
        array_join(array('hello', NULL, 'world'), ' ', ',') is hello , world
    """
    return invoke("array_join", "array_join", as_column(col), as_text(delimiter, "delimiter"), None if null_replacement is None else as_text(null_replacement, "null_replacement"))


def array_max(col: ColumnOrName) -> Column:
    """The largest element that is not null; NULL if there is none. NaN is above every number.

    In SQL:
        array_max(array(1, 20, NULL, 3)) is 20
    """
    return invoke("array_max", "array_max", as_column(col))


def array_min(col: ColumnOrName) -> Column:
    """The smallest element that is not null; NULL if there is none. NaN is above every number.

    In SQL:
        array_min(array(1, 20, NULL, 3)) is 1
    """
    return invoke("array_min", "array_min", as_column(col))


def array_position(col: ColumnOrName, value: Any) -> Column:
    """Where the value comes first in the array, counted from 1; 0 if it does not come.

    In SQL:
        array_position(array('a', 'b', 'b'), 'b') is 2
        array_position(array(1), 9) is 0
    """
    return invoke("array_position", "array_position", as_column(col), as_value(value))


def array_prepend(col: ColumnOrName, value: Any) -> Column:
    """The array with the element at its start.

    In SQL:
        array_prepend(array(1, 2), 9) is [9, 1, 2]
        array_prepend(CAST(NULL AS ARRAY<INT>), 9) is NULL
    """
    return invoke("array_prepend", "array_prepend", as_column(col), as_value(value))


def array_remove(col: ColumnOrName, element: Any) -> Column:
    """The array without the elements that equal the value; nulls stay.

    In SQL:
        array_remove(array(1, 2, 3, NULL, 3), 3) is [1, 2, null]
    """
    return invoke("array_remove", "array_remove", as_column(col), as_value(element))


def array_repeat(col: ColumnOrName, count: ColumnOrName | int) -> Column:
    """An array that holds the value so many times; empty for a negative count.

    In SQL:
        array_repeat('z', 3) is [z, z, z]
        array_repeat(1, NULL) is NULL
    """
    return invoke("array_repeat", "array_repeat", as_column(col), as_whole_or_column(count))


def array_size(col: ColumnOrName) -> Column:
    """Number of elements of an array.

    In SQL:
        array_size(array('b', 'd')) is 2
    """
    return invoke("array_size", "array_size", as_column(col))


def array_union(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """The elements of both arrays without repeats, those of the first in front.

    In SQL:
        array_union(array(1, 2, 3), array(1, 3, 5)) is [1, 2, 3, 5]
    """
    return invoke("array_union", "array_union", as_column(col1), as_column(col2))


def arrays_overlap(a1: ColumnOrName, a2: ColumnOrName) -> Column:
    """True if the arrays share an element that is not null; NULL if they do not but one holds a null and neither is empty.

    In SQL:
        arrays_overlap(array(1, 2, 3), array(3, 4, 5)) is true
        arrays_overlap(array(1, NULL), array(2)) is NULL
    """
    return invoke("arrays_overlap", "arrays_overlap", as_column(a1), as_column(a2))


def arrays_zip(*cols: ColumnOrName) -> Column:
    """An array of structs: the n-th holds the n-th elements of all arrays, null where one is shorter. Fields are named as the columns, or by their place.

    In SQL:
        arrays_zip(array(1, 2, 3), array(2, 3, 4)) is [{1, 2}, {2, 3}, {3, 4}]
        arrays_zip(array(1, 2), array('a')) is [{1, a}, {2, null}]
    """
    return invoke("arrays_zip", "arrays_zip", *as_columns(cols))


def ascii(col: ColumnOrName) -> Column:
    """The code of the first character of a text; 0 for the empty text.

    In SQL:
        ascii('222') is 50
    """
    return invoke("ascii", "ascii", as_column(col))


def asin(col: ColumnOrName) -> Column:
    """The angle, in radians, whose sine the number is; NaN beyond -1 and 1.

    In SQL:
        asin(0) is 0.0
    """
    return invoke("asin", "asin", as_column(col))


def asinh(col: ColumnOrName) -> Column:
    """The inverse hyperbolic sine.

    In SQL:
        asinh(0) is 0.0
    """
    return invoke("asinh", "asinh", as_column(col))


def assert_true(col: ColumnOrName, errMsg: Any | None = None) -> Column:
    """NULL if the condition is true; else raises USER_RAISED_EXCEPTION with the message.

    In SQL:
        assert_true(0 < 1) is NULL
    """
    return invoke("assert_true", "assert_true", as_column(col), None if errMsg is None else as_value(errMsg))


def atan(col: ColumnOrName) -> Column:
    """The angle, in radians, whose tangent the number is.

    In SQL:
        atan(0) is 0.0
    """
    return invoke("atan", "atan", as_column(col))


def atan2(col1: ColumnOrName | int | float, col2: ColumnOrName | int | float) -> Column:
    """The angle, in radians, of the point with the given y and x.

    In SQL:
        atan2(0, 0) is 0.0
    """
    return invoke("atan2", "atan2", as_literal_or_column(col1), as_literal_or_column(col2))


def atanh(col: ColumnOrName) -> Column:
    """The inverse hyperbolic tangent; NaN beyond -1 and 1.

    In SQL:
        atanh(0) is 0.0
    """
    return invoke("atanh", "atanh", as_column(col))


def avg(col: ColumnOrName) -> Column:
    """Mean of the values that are not null; NULL if there are none. A DOUBLE, for DECIMAL(p,s) a DECIMAL(p+4,s+4).

    In SQL:
        avg(5) is 5.0
        avg(1.50) is 1.500000
    """
    return invoke("avg", "avg", as_column(col))


def base64(col: ColumnOrName) -> Column:
    """The bytes in base64, in lines of 76 characters.

    In SQL:
        base64('Spark SQL') is U3BhcmsgU1FM
    """
    return invoke("base64", "base64", as_column(col))


def bin(col: ColumnOrName) -> Column:
    """A whole number in binary digits; a negative one as its 64 bits.

    In SQL:
        bin(13) is 1101
        bin(-1) is 1111111111111111111111111111111111111111111111111111111111111111
    """
    return invoke("bin", "bin", as_column(col))


def bit_and(col: ColumnOrName) -> Column:
    """Bitwise AND of the whole numbers that are not null; NULL if there are none.

    In SQL:
        bit_and(5) is 5
    """
    return invoke("bit_and", "bit_and", as_column(col))


def bit_count(col: ColumnOrName) -> Column:
    """How many bits of the number are set, taken as 64 bits.

    In SQL:
        bit_count(7) is 3
        bit_count(-1) is 64
    """
    return invoke("bit_count", "bit_count", as_column(col))


def bit_get(col: ColumnOrName, pos: ColumnOrName) -> Column:
    """The bit (0 or 1) at a place, counted from 0 at the right.

    In SQL:
        bit_get(11, 0) is 1
        bit_get(11, 2) is 0
    """
    return invoke("bit_get", "bit_get", as_column(col), as_column(pos))


def bit_length(col: ColumnOrName) -> Column:
    """Number of bits of a text in UTF-8, or of a binary.

    In SQL:
        bit_length('Spark é') is 64
    """
    return invoke("bit_length", "bit_length", as_column(col))


def bit_or(col: ColumnOrName) -> Column:
    """Bitwise OR of the whole numbers that are not null; NULL if there are none.

    In SQL:
        bit_or(5) is 5
    """
    return invoke("bit_or", "bit_or", as_column(col))


def bit_xor(col: ColumnOrName) -> Column:
    """Bitwise XOR of the whole numbers that are not null; NULL if there are none.

    In SQL:
        bit_xor(5) is 5
    """
    return invoke("bit_xor", "bit_xor", as_column(col))


def bitmap_and_agg(col: ColumnOrName) -> Column:
    """Bitwise AND of bitmaps, as a bitmap of 4096 bytes; NULLs are passed over.

    In SQL:
        bitmap_count(bitmap_and_agg(X'0F')) is 4
    """
    return invoke("bitmap_and_agg", "bitmap_and_agg", as_column(col))


def bitmap_bit_position(col: ColumnOrName) -> Column:
    """The place of a number in its bitmap of 32768 bits.

    In SQL:
        bitmap_bit_position(123) is 122
    """
    return invoke("bitmap_bit_position", "bitmap_bit_position", as_column(col))


def bitmap_bucket_number(col: ColumnOrName) -> Column:
    """The number of the bitmap of 32768 bits that holds a number.

    In SQL:
        bitmap_bucket_number(123) is 1
    """
    return invoke("bitmap_bucket_number", "bitmap_bucket_number", as_column(col))


def bitmap_construct_agg(col: ColumnOrName) -> Column:
    """A bitmap of 4096 bytes with a bit for each of the given positions (0 to 32767); NULLs are passed over.

    In SQL:
        bitmap_count(bitmap_construct_agg(5)) is 1
    """
    return invoke("bitmap_construct_agg", "bitmap_construct_agg", as_column(col))


def bitmap_count(col: ColumnOrName) -> Column:
    """How many bits of a bitmap are set.

    In SQL:
        bitmap_count(X'1010') is 2
    """
    return invoke("bitmap_count", "bitmap_count", as_column(col))


def bitmap_or_agg(col: ColumnOrName) -> Column:
    """Bitwise OR of bitmaps, as a bitmap of 4096 bytes; NULLs are passed over.

    In SQL:
        bitmap_count(bitmap_or_agg(X'0F')) is 4
    """
    return invoke("bitmap_or_agg", "bitmap_or_agg", as_column(col))


def bitwiseNOT(col: ColumnOrName) -> Column:
    """The number with every bit turned over.

    In SQL:
        ~ 0 is -1
    """
    return invoke("~", "bitwiseNOT", as_column(col))


def bitwise_not(col: ColumnOrName) -> Column:
    """The number with every bit turned over.

    In SQL:
        ~ 0 is -1
    """
    return invoke("~", "bitwise_not", as_column(col))


def bool_and(col: ColumnOrName) -> Column:
    """True if all values are true; nulls are left out, NULL if there is nothing else.

    In SQL:
        bool_and(true) is true
        bool_and(CAST(NULL AS BOOLEAN)) is NULL
    """
    return invoke("bool_and", "bool_and", as_column(col))


def bool_or(col: ColumnOrName) -> Column:
    """True if some value is true; nulls are left out, NULL if there is nothing else.

    In SQL:
        bool_or(true) is true
        bool_or(CAST(NULL AS BOOLEAN)) is NULL
    """
    return invoke("bool_or", "bool_or", as_column(col))


def btrim(str: ColumnOrName, trim: ColumnOrName | None = None) -> Column:
    """The text without the spaces, or the given characters, at both of its ends.

    In SQL:
        btrim('    SparkSQL   ') is SparkSQL
        btrim('SSparkSQLS', 'SL') is parkSQ
    """
    return invoke("btrim", "btrim", as_column(str), None if trim is None else as_column(trim))


def bucket(numBuckets: Any, col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("bucket", "bucket", as_value(numBuckets), as_column(col))


def cardinality(col: ColumnOrName) -> Column:
    """Number of elements of an array or entries of a map.

    In SQL:
        cardinality(array('b', 'd')) is 2
        cardinality(map('a', 1)) is 1
    """
    return invoke("cardinality", "cardinality", as_column(col))


def cbrt(col: ColumnOrName) -> Column:
    """The cube root.

    In SQL:
        cbrt(27.0) is 3.0
    """
    return invoke("cbrt", "cbrt", as_column(col))


def ceil(col: ColumnOrName, scale: ColumnOrName | int | None = None) -> Column:
    """The smallest whole number that is not below the number; with a scale, to that many places after the point.

    In SQL:
        ceil(-0.1) is 0
        ceil(3.1411, 3) is 3.142
    """
    return invoke("ceil", "ceil", as_column(col), None if scale is None else as_whole_or_column(scale))


def ceiling(col: ColumnOrName, scale: ColumnOrName | int | None = None) -> Column:
    """The smallest whole number that is not below the number; with a scale, to that many places after the point.

    In SQL:
        ceiling(5) is 5
    """
    return invoke("ceiling", "ceiling", as_column(col), None if scale is None else as_whole_or_column(scale))


def char(col: ColumnOrName) -> Column:
    """The character of a code, taken modulo 256; the empty text for a negative one.

    In SQL:
        char(65) is A
    """
    return invoke("char", "char", as_column(col))


def char_length(str: ColumnOrName) -> Column:
    """Number of characters of a text (code points), or of bytes of a binary.

    In SQL:
        char_length('Spark é') is 7
    """
    return invoke("char_length", "char_length", as_column(str))


def character_length(str: ColumnOrName) -> Column:
    """Number of characters of a text (code points), or of bytes of a binary.

    In SQL:
        character_length('Spark é') is 7
    """
    return invoke("character_length", "character_length", as_column(str))


def chr(n: ColumnOrName) -> Column:
    """The character of a code, taken modulo 256; the empty text for a negative one.

    In SQL:
        chr(65) is A
    """
    return invoke("chr", "chr", as_column(n))


def coalesce(*cols: ColumnOrName) -> Column:
    """The first argument that is not NULL; NULL if all are. Later ones are not computed where an earlier one serves.

    In SQL:
        coalesce(NULL, 1, NULL) is 1
        coalesce(NULL, NULL) is NULL
    """
    return invoke("coalesce", "coalesce", *as_columns(cols))


def collate(col: ColumnOrName, collation: str) -> Column:
    """The text marked with a collation; UTF8_BINARY, which compares bytes, is the only one that this engine has.

    In SQL:
        collate('Spark SQL', 'UTF8_BINARY') is Spark SQL
    """
    return invoke("collate", "collate", as_column(col), as_text(collation, "collation"))


def collation(col: ColumnOrName) -> Column:
    """The name of the collation of a text: always the one that compares bytes, since this engine has no other.

    In SQL:
        collation('Spark SQL') is SYSTEM.BUILTIN.UTF8_BINARY
    """
    return invoke("collation", "collation", as_column(col))


def collect_list(col: ColumnOrName) -> Column:
    """An array of the values that are not null, in the order in which they come; empty if there are none.

    In SQL:
        collect_list(5) is [5]
        collect_list(CAST(NULL AS INT)) is []
    """
    return invoke("collect_list", "collect_list", as_column(col))


def collect_set(col: ColumnOrName) -> Column:
    """An array of the different values that are not null, in no order to rely on; empty if there are none.

    In SQL:
        collect_set(5) is [5]
        collect_set(CAST(NULL AS INT)) is []
    """
    return invoke("collect_set", "collect_set", as_column(col))


def collect_union(col: ColumnOrName) -> Column:
    """An array of the different elements of all arrays, nulls left out, in no order to rely on.

    In SQL:
        collect_union(array(1, 2, 1)) is [1, 2]
    """
    return invoke("collect_union", "collect_union", as_column(col))


def concat(*cols: ColumnOrName) -> Column:
    """The texts, binaries or arrays one after another; NULL if any of them is.

    In SQL:
        concat('Spark', 'SQL') is SparkSQL
        concat(array(1, 2, 3), array(4, 5), array(6)) is [1, 2, 3, 4, 5, 6]
    """
    return invoke("concat", "concat", *as_columns(cols))


def concat_ws(sep: str, *cols: ColumnOrName) -> Column:
    """The texts, and the elements of arrays of texts, with a separator between them; nulls are left out.

    In SQL:
        concat_ws(' ', 'Spark', 'SQL') is Spark SQL
        concat_ws('/', 'foo', NULL, 'bar') is foo/bar
    """
    return invoke("concat_ws", "concat_ws", as_text(sep, "sep"), *as_columns(cols))


def contains(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Whether the text (or binary) holds another.

    In SQL:
        contains('Spark SQL', 'park') is true
        contains('Spark SQL', NULL) is NULL
    """
    return invoke("contains", "contains", as_column(left), as_column(right))


def conv(col: ColumnOrName, fromBase: int, toBase: int) -> Column:
    """A number written in one base (2 to 36) rewritten in another. It counts as unsigned with 64 bits, or as signed if the second base is negative.

    In SQL:
        conv('100', 2, 10) is 4
        conv(-10, 16, -10) is -16
    """
    return invoke("conv", "conv", as_column(col), as_number(fromBase, "fromBase"), as_number(toBase, "toBase"))


def convert_timezone(sourceTz: ColumnOrName, targetTz: ColumnOrName, sourceTs: ColumnOrName) -> Column:
    """What the wall clock of the target zone shows when that of the source zone (the session's, if left out) shows the timestamp.

    In SQL:
        convert_timezone('Europe/Brussels', 'America/Los_Angeles', TIMESTAMP_NTZ'2021-12-06 00:00:00') is 2021-12-05 15:00:00
    """
    return invoke("convert_timezone", "convert_timezone", as_column(sourceTz), as_column(targetTz), as_column(sourceTs))


def corr(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Pearson's correlation of two columns, from -1 to 1, over the rows in which neither is null.

    In SQL:
        corr(1, 2) is NULL
    """
    return invoke("corr", "corr", as_column(col1), as_column(col2))


def cos(col: ColumnOrName) -> Column:
    """The cosine of an angle in radians.

    In SQL:
        cos(0) is 1.0
    """
    return invoke("cos", "cos", as_column(col))


def cosh(col: ColumnOrName) -> Column:
    """The hyperbolic cosine.

    In SQL:
        cosh(0) is 1.0
    """
    return invoke("cosh", "cosh", as_column(col))


def cot(col: ColumnOrName) -> Column:
    """The cotangent of an angle in radians.

    In SQL:
        cot(0) is Infinity
    """
    return invoke("cot", "cot", as_column(col))


def count(col: ColumnOrName) -> Column:
    """Number of rows in which none of the arguments is null; `count(*)` counts all rows.

    In SQL:
        count(1) is 1
        count(CAST(NULL AS INT)) is 0
    """
    return invoke("count", "count", as_column(col))


def countDistinct(col: ColumnOrName, *cols: ColumnOrName) -> Column:
    """Number of rows in which none of the arguments is null; `count(*)` counts all rows.

    In SQL:
        count(1) is 1
        count(CAST(NULL AS INT)) is 0
    """
    return invoke("count", "countDistinct", as_column(col), *as_columns(cols), distinct=True)


def count_distinct(col: ColumnOrName, *cols: ColumnOrName) -> Column:
    """Number of rows in which none of the arguments is null; `count(*)` counts all rows.

    In SQL:
        count(1) is 1
        count(CAST(NULL AS INT)) is 0
    """
    return invoke("count", "count_distinct", as_column(col), *as_columns(cols), distinct=True)


def count_if(col: ColumnOrName) -> Column:
    """Number of rows for which the condition is true.

    In SQL:
        count_if(1 > 0) is 1
    """
    return invoke("count_if", "count_if", as_column(col))


def counter_diff(value: ColumnOrName, startTime: ColumnOrName | None = None) -> Column:
    """By how much a counter grew since the last row with a value; NULL in the first one and where it was reset: where it fell, or where its start time moved on. A negative counter and a start time that goes back raise an error.

    In SQL:
        counter_diff(7) OVER (ORDER BY 1) is NULL
    """
    return invoke("counter_diff", "counter_diff", as_column(value), None if startTime is None else as_column(startTime))


def covar_pop(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Covariance of a whole population over the rows in which neither is null.

    In SQL:
        covar_pop(1, 2) is 0.0
    """
    return invoke("covar_pop", "covar_pop", as_column(col1), as_column(col2))


def covar_samp(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """Covariance of a sample over the rows in which neither is null.

    In SQL:
        covar_samp(1, 2) is NULL
    """
    return invoke("covar_samp", "covar_samp", as_column(col1), as_column(col2))


def crc32(col: ColumnOrName) -> Column:
    """The CRC-32 checksum of bytes or of the bytes of a text.

    In SQL:
        crc32('Spark') is 1557323817
    """
    return invoke("crc32", "crc32", as_column(col))


def create_map(*cols: ColumnOrName | list[ColumnOrName]) -> Column:
    """A map of the given keys and values, key after value. A key that comes twice raises DUPLICATED_MAP_KEY, a null one NULL_MAP_KEY.

    In SQL:
        map(1.0, '2', 3.0, '4') is {1.0 -> 2, 3.0 -> 4}
        map() is {}
    """
    return invoke("map", "map", *as_columns_or_list(cols))


def csc(col: ColumnOrName) -> Column:
    """The cosecant of an angle in radians.

    In SQL:
        csc(0) is Infinity
    """
    return invoke("csc", "csc", as_column(col))


def cume_dist() -> Column:
    """The share of the partition that stands before the row or equals it.

    In SQL:
        cume_dist() OVER (ORDER BY 1) is 1.0
    """
    return invoke("cume_dist", "cume_dist")


def curdate() -> Column:
    """The date at the start of the query, in the session's time zone.

    In SQL:
        curdate() IS NULL is false
    """
    return invoke("curdate", "curdate")


def current_catalog() -> Column:
    """The name of the current catalog.

    In SQL:
        current_catalog() is spark_catalog
    """
    return invoke("current_catalog", "current_catalog")


def current_database() -> Column:
    """The name of the current database.

    In SQL:
        current_database() is default
    """
    return invoke("current_database", "current_database")


def current_date() -> Column:
    """The date at the start of the query, in the session's time zone.

    In SQL:
        current_date() IS NULL is false
    """
    return invoke("current_date", "current_date")


def current_path() -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("current_path", "current_path")


def current_schema() -> Column:
    """The name of the current database.

    In SQL:
        current_schema() is default
    """
    return invoke("current_schema", "current_schema")


def current_time(precision: int | None = None) -> Column:
    """The time of day at the start of the query, in the session's time zone.

    In SQL:
        current_time() IS NULL is false
    """
    return invoke("current_time", "current_time", None if precision is None else as_number(precision, "precision"))


def current_timestamp() -> Column:
    """The timestamp at the start of the query.

    In SQL:
        current_timestamp() IS NULL is false
    """
    return invoke("current_timestamp", "current_timestamp")


def current_timezone() -> Column:
    """The session's time zone.

    In SQL:
        current_timezone() IS NULL is false
    """
    return invoke("current_timezone", "current_timezone")


def current_user() -> Column:
    """The name of the user who runs the query.

    In SQL:
        current_user() is spark
    """
    return invoke("current_user", "current_user")


def date_add(start: ColumnOrName, days: ColumnOrName | int) -> Column:
    """The date so many days later.

    In SQL:
        date_add('2016-07-30', 1) is 2016-07-31
    """
    return invoke("date_add", "date_add", as_column(start), as_whole_or_column(days))


def date_diff(end: ColumnOrName, start: ColumnOrName) -> Column:
    """Number of days from the second date to the first.

    In SQL:
        date_diff('2009-07-31', '2009-07-30') is 1
    """
    return invoke("date_diff", "date_diff", as_column(end), as_column(start))


def date_format(date: ColumnOrName, format: str) -> Column:
    """A date or timestamp as text by a pattern such as yyyy-MM-dd HH:mm, on the session's wall clock.

    In SQL:
        date_format('2016-04-08', 'y') is 2016
        date_format('2016-04-08 13:05:00', 'd MMM yyyy, hh:mm a') is 8 Apr 2016, 01:05 PM
    """
    return invoke("date_format", "date_format", as_column(date), as_text(format, "format"))


def date_from_unix_date(days: ColumnOrName) -> Column:
    """The date so many days after 1970-01-01.

    In SQL:
        date_from_unix_date(1) is 1970-01-02
    """
    return invoke("date_from_unix_date", "date_from_unix_date", as_column(days))


def date_part(field: ColumnOrName, source: ColumnOrName) -> Column:
    """A field of a date, a timestamp or an interval: year, quarter, month, week, day, dayofweek, doy, hour, minute, second and their short forms.

    In SQL:
        date_part('year', TIMESTAMP'2019-08-12 01:00:00.123456') is 2019
        date_part('seconds', TIMESTAMP'2019-10-01 00:00:01.000001') is 1.000001
    """
    return invoke("date_part", "date_part", as_column(field), as_column(source))


def date_sub(start: ColumnOrName, days: ColumnOrName | int) -> Column:
    """The date so many days earlier.

    In SQL:
        date_sub('2016-07-30', 1) is 2016-07-29
    """
    return invoke("date_sub", "date_sub", as_column(start), as_whole_or_column(days))


def date_trunc(format: str, timestamp: ColumnOrName) -> Column:
    """The beginning of the unit of a timestamp (year, quarter, month, week, day, hour, minute, second, millisecond, microsecond); NULL for other units.

    In SQL:
        date_trunc('YEAR', '2015-03-05T09:32:05.359') is 2015-01-01 00:00:00
        date_trunc('HOUR', '2015-03-05T09:32:05.359') is 2015-03-05 09:00:00
    """
    return invoke("date_trunc", "date_trunc", as_text(format, "format"), as_column(timestamp))


def dateadd(start: ColumnOrName, days: ColumnOrName | int) -> Column:
    """The date so many days later.

    In SQL:
        dateadd('2016-07-30', 1) is 2016-07-31
    """
    return invoke("dateadd", "dateadd", as_column(start), as_whole_or_column(days))


def datediff(end: ColumnOrName, start: ColumnOrName) -> Column:
    """Number of days from the second date to the first.

    In SQL:
        datediff('2009-07-31', '2009-07-30') is 1
    """
    return invoke("datediff", "datediff", as_column(end), as_column(start))


def datepart(field: ColumnOrName, source: ColumnOrName) -> Column:
    """A field of a date, a timestamp or an interval: year, quarter, month, week, day, dayofweek, doy, hour, minute, second and their short forms.

    In SQL:
        datepart('year', TIMESTAMP'2019-08-12 01:00:00.123456') is 2019
        datepart('seconds', TIMESTAMP'2019-10-01 00:00:01.000001') is 1.000001
    """
    return invoke("datepart", "datepart", as_column(field), as_column(source))


def day(col: ColumnOrName) -> Column:
    """The day of the month, from 1.

    In SQL:
        day('2016-07-30') is 30
    """
    return invoke("day", "day", as_column(col))


def dayname(col: ColumnOrName) -> Column:
    """The day of the week as three letters.

    In SQL:
        dayname(DATE'2008-02-20') is Wed
    """
    return invoke("dayname", "dayname", as_column(col))


def dayofmonth(col: ColumnOrName) -> Column:
    """The day of the month, from 1.

    In SQL:
        dayofmonth('2016-07-30') is 30
    """
    return invoke("dayofmonth", "dayofmonth", as_column(col))


def dayofweek(col: ColumnOrName) -> Column:
    """The day of the week, 1 for Sunday to 7 for Saturday.

    In SQL:
        dayofweek('2016-07-30') is 7
    """
    return invoke("dayofweek", "dayofweek", as_column(col))


def dayofyear(col: ColumnOrName) -> Column:
    """The day of the year, from 1.

    In SQL:
        dayofyear('2016-07-30') is 212
    """
    return invoke("dayofyear", "dayofyear", as_column(col))


def days(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("days", "days", as_column(col))


def decode(col: ColumnOrName, charset: str) -> Column:
    """With two arguments the text that bytes stand for in a charset; with more, the result that follows the first search equal to the value (NULL equals NULL), else the default.

    In SQL:
        decode(encode('abc', 'utf-8'), 'utf-8') is abc
        decode(2, 1, 'Southlake', 2, 'San Francisco', 'elsewhere') is San Francisco
    """
    return invoke("decode", "decode", as_column(col), as_text(charset, "charset"))


def degrees(col: ColumnOrName) -> Column:
    """Radians as degrees.

    In SQL:
        degrees(3.141592653589793) is 180.0
    """
    return invoke("degrees", "degrees", as_column(col))


def dense_rank() -> Column:
    """One more than the number of different order keys before the row; after a tie no number is left out.

    In SQL:
        dense_rank() OVER (ORDER BY 1) is 1
    """
    return invoke("dense_rank", "dense_rank")


def e() -> Column:
    """Euler's number.

    In SQL:
        e() is 2.718281828459045
    """
    return invoke("e", "e")


def element_at(col: ColumnOrName, extraction: Any) -> Column:
    """The element of an array at a place counted from 1, or from the end if negative; or the value of a map's key, NULL if it lacks it. A place beyond the array raises INVALID_ARRAY_INDEX_IN_ELEMENT_AT.

    In SQL:
        element_at(array(1, 2, 3), -1) is 3
        element_at(map('a', 1), 'b') is NULL
    """
    return invoke("element_at", "element_at", as_column(col), as_value(extraction))


def elt(*inputs: ColumnOrName) -> Column:
    """The n-th of the values, counted from 1; an error if there is none (NULL without ANSI mode).

    In SQL:
        elt(1, 'scala', 'java') is scala
    """
    return invoke("elt", "elt", *as_columns(inputs))


def encode(col: ColumnOrName, charset: str) -> Column:
    """The bytes of a text in a charset.

    In SQL:
        encode('abc', 'utf-8') is abc
    """
    return invoke("encode", "encode", as_column(col), as_text(charset, "charset"))


def endswith(str: ColumnOrName, suffix: ColumnOrName) -> Column:
    """Whether the text (or binary) ends with another.

    In SQL:
        endswith('Spark SQL', 'SQL') is true
        endswith('Spark SQL', NULL) is NULL
    """
    return invoke("endswith", "endswith", as_column(str), as_column(suffix))


def equal_null(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """True if the sides are equal or both NULL, else false; never NULL.

    In SQL:
        equal_null(3, 3) is true
        equal_null(1, NULL) is false
    """
    return invoke("equal_null", "equal_null", as_column(col1), as_column(col2))


def every(col: ColumnOrName) -> Column:
    """True if all values are true; nulls are left out, NULL if there is nothing else.

    In SQL:
        every(true) is true
        every(CAST(NULL AS BOOLEAN)) is NULL
    """
    return invoke("every", "every", as_column(col))


def exp(col: ColumnOrName) -> Column:
    """e to the power of the number.

    In SQL:
        exp(0) is 1.0
    """
    return invoke("exp", "exp", as_column(col))


def explode(col: ColumnOrName) -> Column:
    """A row for each element of an array (column `col`) or entry of a map (`key`, `value`); no row where there is none."""
    return invoke("explode", "explode", as_column(col))


def explode_outer(col: ColumnOrName) -> Column:
    """A row for each element of an array (column `col`) or entry of a map (`key`, `value`); a row of NULLs where there is none."""
    return invoke("explode_outer", "explode_outer", as_column(col))


def expm1(col: ColumnOrName) -> Column:
    """e to the power of the number, less 1; exact near 0.

    In SQL:
        expm1(0) is 0.0
    """
    return invoke("expm1", "expm1", as_column(col))


def extract(field: ColumnOrName, source: ColumnOrName) -> Column:
    """A field of a date, a timestamp or an interval: year, quarter, month, week, day, dayofweek, doy, hour, minute, second and their short forms.

    In SQL:
        extract(YEAR FROM TIMESTAMP'2019-08-12 01:00:00.123456') is 2019
    """
    return invoke("extract", "extract", as_column(field), as_column(source))


def factorial(col: ColumnOrName) -> Column:
    """The product of the whole numbers up to this one, for 0 to 20; NULL beyond.

    In SQL:
        factorial(5) is 120
        factorial(21) is NULL
    """
    return invoke("factorial", "factorial", as_column(col))


def find_in_set(str: ColumnOrName, str_array: ColumnOrName) -> Column:
    """Which of the texts between commas equals the given one, from 1; 0 if none does or if it holds a comma.

    In SQL:
        find_in_set('ab', 'abc,b,ab,c,def') is 3
    """
    return invoke("find_in_set", "find_in_set", as_column(str), as_column(str_array))


def first(col: ColumnOrName, ignorenulls: bool = False) -> Column:
    """The first value that comes, or the first that is not null with a second argument `true`. Without an order the rows may come in any.

    In SQL:
        first(5) is 5
        first(CAST(NULL AS INT), true) is NULL
    """
    return invoke("first", "first", as_column(col), as_flag(ignorenulls, "ignorenulls"))


def first_value(col: ColumnOrName, ignoreNulls: ColumnOrName | bool | None = None) -> Column:
    """The first value that comes, or the first that is not null with a second argument `true`. Without an order the rows may come in any.

    In SQL:
        first_value(5) is 5
    """
    return invoke("first_value", "first_value", as_column(col), None if ignoreNulls is None else as_flag_or_column(ignoreNulls))


def flatten(col: ColumnOrName) -> Column:
    """The arrays inside an array, one behind the other; NULL if one of them is null. Only one level is taken away.

    In SQL:
        flatten(array(array(1, 2), array(3, 4))) is [1, 2, 3, 4]
        flatten(array(array(1), NULL)) is NULL
    """
    return invoke("flatten", "flatten", as_column(col))


def floor(col: ColumnOrName, scale: ColumnOrName | int | None = None) -> Column:
    """The largest whole number that is not above the number; with a scale, to that many places after the point.

    In SQL:
        floor(-0.1) is -1
        floor(3.1411, 3) is 3.141
    """
    return invoke("floor", "floor", as_column(col), None if scale is None else as_whole_or_column(scale))


def format_number(col: ColumnOrName, d: int) -> Column:
    """The number with commas between thousands and so many digits after the point, or by a pattern such as #,##0.00; halves round to even. NULL for a negative number of digits.

    In SQL:
        format_number(12332.123456, 4) is 12,332.1235
        format_number(12332.123456, '##################.###') is 12332.123
    """
    return invoke("format_number", "format_number", as_column(col), as_number(d, "d"))


def format_string(format: str, *cols: ColumnOrName) -> Column:
    """A text with values put in as `java.util.Formatter` does: %s, %d, %5.2f, %08d and so on.

    In SQL:
        format_string('Hello World %d %s', 100, 'days') is Hello World 100 days
    """
    return invoke("format_string", "format_string", as_text(format, "format"), *as_columns(cols))


def from_base32(col: ColumnOrName) -> Column:
    """The bytes that a base32 text stands for.

    In SQL:
        from_base32('MFRGG===') is abc
    """
    return invoke("from_base32", "from_base32", as_column(col))


def from_unixtime(timestamp: ColumnOrName, format: str = "yyyy-MM-dd HH:mm:ss") -> Column:
    """Seconds since 1970-01-01 UTC as text by a pattern, on the session's wall clock.

    In SQL:
        from_unixtime(0, 'yyyy-MM-dd HH:mm:ss') is 1970-01-01 00:00:00
    """
    return invoke("from_unixtime", "from_unixtime", as_column(timestamp), as_text(format, "format"))


def from_utc_timestamp(timestamp: ColumnOrName, tz: Any) -> Column:
    """The timestamp read as one in UTC, shown on the wall clock of a zone.

    In SQL:
        from_utc_timestamp('2016-08-31', 'Asia/Seoul') is 2016-08-31 09:00:00
    """
    return invoke("from_utc_timestamp", "from_utc_timestamp", as_column(timestamp), as_value(tz))


def get(col: ColumnOrName, index: ColumnOrName | int) -> Column:
    """The element of an array at a place counted from 0; NULL beyond its ends.

    In SQL:
        get(array(1, 2, 3), 0) is 1
        get(array(1, 2, 3), 3) is NULL
    """
    return invoke("get", "get", as_column(col), as_whole_or_column(index))


def get_json_object(col: ColumnOrName, path: str) -> Column:
    """What a path such as `$.a[0].b` finds in a JSON text: a string bare, anything else as JSON; NULL if nothing is found or the text is not JSON.

    In SQL:
        get_json_object('{"a":"b"}', '$.a') is b
        get_json_object('[{"a":"b"},{"a":"c"}]', '$[*].a') is ["b","c"]
    """
    return invoke("get_json_object", "get_json_object", as_column(col), as_text(path, "path"))


def getbit(col: ColumnOrName, pos: ColumnOrName) -> Column:
    """The bit (0 or 1) at a place, counted from 0 at the right.

    In SQL:
        getbit(11, 0) is 1
        getbit(11, 2) is 0
    """
    return invoke("getbit", "getbit", as_column(col), as_column(pos))


def greatest(*cols: ColumnOrName) -> Column:
    """The largest of the arguments that are not NULL; NULL if all are. NaN is above every number.

    In SQL:
        greatest(10, 9, NULL, 4, 3) is 10
        greatest('a', 'b') is b
    """
    at_least(2, "greatest", cols)
    return invoke("greatest", "greatest", *as_columns(cols))


def grouping(col: ColumnOrName) -> Column:
    """1 in rows of a grouping set that leaves the column out, 0 in those that group by it."""
    return invoke("grouping", "grouping", as_column(col))


def grouping_id(*cols: ColumnOrName) -> Column:
    """The grouping set as a number: one bit a column, the first the highest, 1 where the column is left out."""
    return invoke("grouping_id", "grouping_id", *as_columns(cols))


def hash(*cols: ColumnOrName) -> Column:
    """A 32-bit hash (Murmur3, seed 42) of the arguments, the one by which rows go to partitions. NULLs are passed over.

    In SQL:
        hash('Spark', array(123), 2) is -1321691492
    """
    return invoke("hash", "hash", *as_columns(cols))


def hex(col: ColumnOrName) -> Column:
    """A whole number, bytes, or the bytes of a text, in hexadecimal digits.

    In SQL:
        hex(17) is 11
        hex('Spark SQL') is 537061726B2053514C
    """
    return invoke("hex", "hex", as_column(col))


def histogram_numeric(col: ColumnOrName, nBins: ColumnOrName) -> Column:
    """A histogram of at most nb bins as an array of structs: x the middle of a bin, y how many values are in it. The bins adapt to the values.

    In SQL:
        histogram_numeric(5, 3) is [{5, 1.0}]
    """
    return invoke("histogram_numeric", "histogram_numeric", as_column(col), as_column(nBins))


def hll_sketch_agg(col: ColumnOrName, lgConfigK: Any | None = None) -> Column:
    """A HyperLogLog sketch of the values, as bytes, for hll_sketch_estimate and hll_union; it has 2^lgConfigK registers (by default 2^12, with an error of about 1.6 %). NULLs and empty texts are passed over.

    In SQL:
        hll_sketch_estimate(hll_sketch_agg(5)) is 1
    """
    return invoke("hll_sketch_agg", "hll_sketch_agg", as_column(col), None if lgConfigK is None else as_value(lgConfigK))


def hll_sketch_estimate(col: ColumnOrName) -> Column:
    """About how many different values are in a HyperLogLog sketch.

    In SQL:
        hll_sketch_estimate(X'0201070C030001082BF2FB0600000000000000000000000000000000000000000000000000000000') is 1
    """
    return invoke("hll_sketch_estimate", "hll_sketch_estimate", as_column(col))


def hll_union(col1: ColumnOrName, col2: ColumnOrName, allowDifferentLgConfigK: bool | None = None) -> Column:
    """Two HyperLogLog sketches merged into one. Different sizes are an error unless allowed; then the smaller counts.

    In SQL:
        hll_sketch_estimate(hll_union(X'0201070C030001082BF2FB0600000000000000000000000000000000000000000000000000000000', X'0201070C030001082BF2FB0600000000000000000000000000000000000000000000000000000000')) is 1
    """
    return invoke("hll_union", "hll_union", as_column(col1), as_column(col2), None if allowDifferentLgConfigK is None else as_flag(allowDifferentLgConfigK, "allowDifferentLgConfigK"))


def hll_union_agg(col: ColumnOrName, allowDifferentLgConfigK: Any | None = None) -> Column:
    """HyperLogLog sketches merged into one. Sketches of different sizes are an error unless allowed.

    In SQL:
        hll_sketch_estimate(hll_union_agg(X'0201070C030001082BF2FB0600000000000000000000000000000000000000000000000000000000')) is 1
    """
    return invoke("hll_union_agg", "hll_union_agg", as_column(col), None if allowDifferentLgConfigK is None else as_value(allowDifferentLgConfigK))


def hmac(key: ColumnOrName, message: ColumnOrName, algorithm: ColumnOrName | None = None) -> Column:
    """A digest of a message under a key (HMAC), by SHA-256 or the named algorithm.

    In SQL:
        hex(hmac('key', 'msg')) is 2D93CBC1BE167BCB1637A4A23CBFF01A7878F0C50EE833954EA5221BB1B8C628
    """
    return invoke("hmac", "hmac", as_column(key), as_column(message), None if algorithm is None else as_column(algorithm))


def hour(col: ColumnOrName) -> Column:
    """The hour of a timestamp, on the session's wall clock, or of a time of day.

    In SQL:
        hour('2018-02-14 12:58:59') is 12
    """
    return invoke("hour", "hour", as_column(col))


def hours(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("hours", "hours", as_column(col))


def hypot(col1: ColumnOrName | int | float, col2: ColumnOrName | int | float) -> Column:
    """The length of the diagonal over two sides, without overflow on the way.

    In SQL:
        hypot(3, 4) is 5.0
    """
    return invoke("hypot", "hypot", as_literal_or_column(col1), as_literal_or_column(col2))


def ifnull(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """The first argument that is not NULL; NULL if all are. Later ones are not computed where an earlier one serves.

    In SQL:
        ifnull(NULL, 'a') is a
    """
    return invoke("ifnull", "ifnull", as_column(col1), as_column(col2))


def ilike(str: ColumnOrName, pattern: ColumnOrName, escapeChar: ColumnOrName | None = None) -> Column:
    """Whether all of the text has the form of the pattern, without regard to case: _ stands for one character, % for any number; a backslash, or the given character, in front takes that away.

    In SQL:
        ilike('Spark', '_Park') is true
    """
    return invoke("ilike", "ilike", as_column(str), as_column(pattern), None if escapeChar is None else as_column(escapeChar))


def initcap(col: ColumnOrName) -> Column:
    """Each word with its first letter in title case and the rest in lower case; only spaces part words.

    In SQL:
        initcap('sPark sql') is Spark Sql
    """
    return invoke("initcap", "initcap", as_column(col))


def inline(col: ColumnOrName) -> Column:
    """A row for each struct of an array, a column for each of its fields."""
    return invoke("inline", "inline", as_column(col))


def inline_outer(col: ColumnOrName) -> Column:
    """A row for each struct of an array, a column for each of its fields; a row of NULLs where there is none."""
    return invoke("inline_outer", "inline_outer", as_column(col))


def input_file_block_length() -> Column:
    """The length of the read part of the row's file, in bytes; -1 where it came from none.

    In SQL:
        input_file_block_length() is -1
    """
    return invoke("input_file_block_length", "input_file_block_length")


def input_file_block_start() -> Column:
    """Where the read part of the row's file starts, in bytes; -1 where it came from none.

    In SQL:
        input_file_block_start() is -1
    """
    return invoke("input_file_block_start", "input_file_block_start")


def input_file_name() -> Column:
    """The name of the file that the row was read from; empty where it came from none.

    In SQL:
        input_file_name() is 
    """
    return invoke("input_file_name", "input_file_name")


def instr(str: ColumnOrName, substr: Any, start: Any | None = None, occurrence: Any | None = None) -> Column:
    """Position from 1 of an occurrence of a text in another, 0 where there is none; a negative start searches backwards from the end.

    In SQL:
        instr('SparkSQL', 'SQL') is 6
        instr('banana', 'an', 1, 2) is 4
    """
    return invoke("instr", "instr", as_column(str), as_value(substr), None if start is None else as_value(start), None if occurrence is None else as_value(occurrence))


def is_valid_utf8(str: ColumnOrName) -> Column:
    """Whether the value is valid UTF-8.

    In SQL:
        is_valid_utf8('Spark') is true
    """
    return invoke("is_valid_utf8", "is_valid_utf8", as_column(str))


def is_valid_variant(v: ColumnOrName) -> Column:
    """Whether a variant is well formed, as every variant of this engine is.

    In SQL:
        is_valid_variant(parse_json('1')) is true
    """
    return invoke("is_valid_variant", "is_valid_variant", as_column(v))


def is_variant_null(v: ColumnOrName) -> Column:
    """Whether a variant holds the null of JSON, which is not NULL.

    In SQL:
        is_variant_null(parse_json('null')) is true
        is_variant_null(NULL) is false
    """
    return invoke("is_variant_null", "is_variant_null", as_column(v))


def isnan(col: ColumnOrName) -> Column:
    """True if the value is NaN; false for NULL.

    In SQL:
        isnan(cast('NaN' as double)) is true
        isnan(NULL) is false
    """
    return invoke("isNaN", "isnan", as_column(col))


def isnotnull(col: ColumnOrName) -> Column:
    """True if the value is not NULL.

    In SQL:
        isnotnull(1) is true
        NULL IS NOT NULL is false
    """
    return invoke("isnotnull", "isnotnull", as_column(col))


def isnull(col: ColumnOrName) -> Column:
    """True if the value is NULL.

    In SQL:
        isnull(1) is false
        NULL IS NULL is true
    """
    return invoke("isNull", "isnull", as_column(col))


def jaro_winkler_similarity(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Jaro-Winkler similarity of two texts, from 0 (nothing in common) to 1 (equal).

    In SQL:
        jaro_winkler_similarity('MARTHA', 'MARHTA') is 0.9611111111111111
    """
    return invoke("jaro_winkler_similarity", "jaro_winkler_similarity", as_column(left), as_column(right))


def java_method(*cols: ColumnOrName) -> Column:
    """The result, as text, of a static method of Java. Some of Math, Integer, Long, String, UUID and URL coding are here.

    In SQL:
        java_method('java.util.UUID', 'fromString', 'a5cf6c42-0c85-418f-af6c-3e4e5b1328f2') is a5cf6c42-0c85-418f-af6c-3e4e5b1328f2
    """
    return invoke("java_method", "java_method", *as_columns(cols))


def json_array_length(col: ColumnOrName) -> Column:
    """Number of elements of the array that a JSON text holds; NULL if it holds none.

    In SQL:
        json_array_length('[1,2,3,4]') is 4
        json_array_length('{}') is NULL
    """
    return invoke("json_array_length", "json_array_length", as_column(col))


def json_object_keys(col: ColumnOrName) -> Column:
    """The names in the object that a JSON text holds, those of the outermost level; NULL if it holds no object.

    In SQL:
        json_object_keys('{"key": "value"}') is [key]
        json_object_keys('[1]') is NULL
    """
    return invoke("json_object_keys", "json_object_keys", as_column(col))


def kll_merge_agg_bigint(col: ColumnOrName, k: Any | None = None) -> Column:
    """KLL sketches merged into one; without `k`, that of the first counts.

    In SQL:
        kll_sketch_get_n_bigint(kll_merge_agg_bigint(X'02020F04C80008000100000000000000')) is 1
    """
    return invoke("kll_merge_agg_bigint", "kll_merge_agg_bigint", as_column(col), None if k is None else as_value(k))


def kll_merge_agg_double(col: ColumnOrName, k: Any | None = None) -> Column:
    """KLL sketches merged into one; without `k`, that of the first counts.

    In SQL:
        kll_sketch_get_n_double(kll_merge_agg_double(X'02020F04C8000800000000000000F03F')) is 1
    """
    return invoke("kll_merge_agg_double", "kll_merge_agg_double", as_column(col), None if k is None else as_value(k))


def kll_merge_agg_float(col: ColumnOrName, k: Any | None = None) -> Column:
    """KLL sketches merged into one; without `k`, that of the first counts.

    In SQL:
        kll_sketch_get_n_float(kll_merge_agg_float(X'02020F04C80008000000803F')) is 1
    """
    return invoke("kll_merge_agg_float", "kll_merge_agg_float", as_column(col), None if k is None else as_value(k))


def kll_sketch_agg_bigint(col: ColumnOrName, k: Any | None = None) -> Column:
    """A KLL sketch of the values, as bytes, that tells quantiles and ranks; a larger `k` (8 to 65535, by default 200) makes it larger and more exact (1.3 % at 200). Up to k values it is exact. NULL and NaN are passed over.

    In SQL:
        kll_sketch_get_n_bigint(kll_sketch_agg_bigint(5)) is 1
    """
    return invoke("kll_sketch_agg_bigint", "kll_sketch_agg_bigint", as_column(col), None if k is None else as_value(k))


def kll_sketch_agg_double(col: ColumnOrName, k: Any | None = None) -> Column:
    """A KLL sketch of the values, as bytes, that tells quantiles and ranks; a larger `k` (8 to 65535, by default 200) makes it larger and more exact (1.3 % at 200). Up to k values it is exact. NULL and NaN are passed over.

    In SQL:
        kll_sketch_get_n_double(kll_sketch_agg_double(5.0D)) is 1
    """
    return invoke("kll_sketch_agg_double", "kll_sketch_agg_double", as_column(col), None if k is None else as_value(k))


def kll_sketch_agg_float(col: ColumnOrName, k: Any | None = None) -> Column:
    """A KLL sketch of the values, as bytes, that tells quantiles and ranks; a larger `k` (8 to 65535, by default 200) makes it larger and more exact (1.3 % at 200). Up to k values it is exact. NULL and NaN are passed over.

    In SQL:
        kll_sketch_get_n_float(kll_sketch_agg_float(5.0F)) is 1
    """
    return invoke("kll_sketch_agg_float", "kll_sketch_agg_float", as_column(col), None if k is None else as_value(k))


def kll_sketch_get_n_bigint(col: ColumnOrName) -> Column:
    """How many values are in a KLL sketch.

    In SQL:
        kll_sketch_get_n_bigint(X'02020F04C80008000100000000000000') is 1
    """
    return invoke("kll_sketch_get_n_bigint", "kll_sketch_get_n_bigint", as_column(col))


def kll_sketch_get_n_double(col: ColumnOrName) -> Column:
    """How many values are in a KLL sketch.

    In SQL:
        kll_sketch_get_n_double(X'02020F04C8000800000000000000F03F') is 1
    """
    return invoke("kll_sketch_get_n_double", "kll_sketch_get_n_double", as_column(col))


def kll_sketch_get_n_float(col: ColumnOrName) -> Column:
    """How many values are in a KLL sketch.

    In SQL:
        kll_sketch_get_n_float(X'02020F04C80008000000803F') is 1
    """
    return invoke("kll_sketch_get_n_float", "kll_sketch_get_n_float", as_column(col))


def kll_sketch_get_quantile_bigint(sketch: ColumnOrName, rank: ColumnOrName) -> Column:
    """The value below which the given share (0 to 1) of the values of a KLL sketch lies. An array of shares gives an array.

    In SQL:
        kll_sketch_get_quantile_bigint(X'02020F04C80008000100000000000000', 0.5) is 1
    """
    return invoke("kll_sketch_get_quantile_bigint", "kll_sketch_get_quantile_bigint", as_column(sketch), as_column(rank))


def kll_sketch_get_quantile_double(sketch: ColumnOrName, rank: ColumnOrName) -> Column:
    """The value below which the given share (0 to 1) of the values of a KLL sketch lies. An array of shares gives an array.

    In SQL:
        kll_sketch_get_quantile_double(X'02020F04C8000800000000000000F03F', 0.5) is 1.0
    """
    return invoke("kll_sketch_get_quantile_double", "kll_sketch_get_quantile_double", as_column(sketch), as_column(rank))


def kll_sketch_get_quantile_float(sketch: ColumnOrName, rank: ColumnOrName) -> Column:
    """The value below which the given share (0 to 1) of the values of a KLL sketch lies. An array of shares gives an array.

    In SQL:
        kll_sketch_get_quantile_float(X'02020F04C80008000000803F', 0.5) is 1.0
    """
    return invoke("kll_sketch_get_quantile_float", "kll_sketch_get_quantile_float", as_column(sketch), as_column(rank))


def kll_sketch_get_rank_bigint(sketch: ColumnOrName, quantile: ColumnOrName) -> Column:
    """The share (0 to 1) of the values of a KLL sketch that are at most the given one. An array of values gives an array.

    In SQL:
        kll_sketch_get_rank_bigint(X'02020F04C80008000100000000000000', 1) is 1.0
    """
    return invoke("kll_sketch_get_rank_bigint", "kll_sketch_get_rank_bigint", as_column(sketch), as_column(quantile))


def kll_sketch_get_rank_double(sketch: ColumnOrName, quantile: ColumnOrName) -> Column:
    """The share (0 to 1) of the values of a KLL sketch that are at most the given one. An array of values gives an array.

    In SQL:
        kll_sketch_get_rank_double(X'02020F04C8000800000000000000F03F', 1.0D) is 1.0
    """
    return invoke("kll_sketch_get_rank_double", "kll_sketch_get_rank_double", as_column(sketch), as_column(quantile))


def kll_sketch_get_rank_float(sketch: ColumnOrName, quantile: ColumnOrName) -> Column:
    """The share (0 to 1) of the values of a KLL sketch that are at most the given one. An array of values gives an array.

    In SQL:
        kll_sketch_get_rank_float(X'02020F04C80008000000803F', 1.0F) is 1.0
    """
    return invoke("kll_sketch_get_rank_float", "kll_sketch_get_rank_float", as_column(sketch), as_column(quantile))


def kll_sketch_merge_bigint(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Two KLL sketches merged into one, with the `k` of the first.

    In SQL:
        kll_sketch_get_n_bigint(kll_sketch_merge_bigint(X'02020F04C80008000100000000000000', X'02020F04C80008000100000000000000')) is 2
    """
    return invoke("kll_sketch_merge_bigint", "kll_sketch_merge_bigint", as_column(left), as_column(right))


def kll_sketch_merge_double(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Two KLL sketches merged into one, with the `k` of the first.

    In SQL:
        kll_sketch_get_n_double(kll_sketch_merge_double(X'02020F04C8000800000000000000F03F', X'02020F04C8000800000000000000F03F')) is 2
    """
    return invoke("kll_sketch_merge_double", "kll_sketch_merge_double", as_column(left), as_column(right))


def kll_sketch_merge_float(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Two KLL sketches merged into one, with the `k` of the first.

    In SQL:
        kll_sketch_get_n_float(kll_sketch_merge_float(X'02020F04C80008000000803F', X'02020F04C80008000000803F')) is 2
    """
    return invoke("kll_sketch_merge_float", "kll_sketch_merge_float", as_column(left), as_column(right))


def kll_sketch_to_string_bigint(col: ColumnOrName) -> Column:
    """A KLL sketch described in several lines: its size, error and extremes.

    In SQL:
        substr(kll_sketch_to_string_bigint(X'02020F04C80008000100000000000000'), 2, 7) is ### Kll
    """
    return invoke("kll_sketch_to_string_bigint", "kll_sketch_to_string_bigint", as_column(col))


def kll_sketch_to_string_double(col: ColumnOrName) -> Column:
    """A KLL sketch described in several lines: its size, error and extremes.

    In SQL:
        substr(kll_sketch_to_string_double(X'02020F04C8000800000000000000F03F'), 2, 7) is ### Kll
    """
    return invoke("kll_sketch_to_string_double", "kll_sketch_to_string_double", as_column(col))


def kll_sketch_to_string_float(col: ColumnOrName) -> Column:
    """A KLL sketch described in several lines: its size, error and extremes.

    In SQL:
        substr(kll_sketch_to_string_float(X'02020F04C80008000000803F'), 2, 7) is ### Kll
    """
    return invoke("kll_sketch_to_string_float", "kll_sketch_to_string_float", as_column(col))


def kurtosis(col: ColumnOrName) -> Column:
    """Excess kurtosis: how heavy the tails are, 0 for a normal distribution; NULL if all values are equal.

    In SQL:
        kurtosis(5) is NULL
    """
    return invoke("kurtosis", "kurtosis", as_column(col))


def last(col: ColumnOrName, ignorenulls: bool = False) -> Column:
    """The last value that comes, or the last that is not null with a second argument `true`. Without an order the rows may come in any.

    In SQL:
        last(5) is 5
        last(CAST(NULL AS INT), true) is NULL
    """
    return invoke("last", "last", as_column(col), as_flag(ignorenulls, "ignorenulls"))


def last_day(date: ColumnOrName) -> Column:
    """The last day of the month of a date.

    In SQL:
        last_day('2016-07-30') is 2016-07-31
    """
    return invoke("last_day", "last_day", as_column(date))


def last_value(col: ColumnOrName, ignoreNulls: ColumnOrName | bool | None = None) -> Column:
    """The last value that comes, or the last that is not null with a second argument `true`. Without an order the rows may come in any.

    In SQL:
        last_value(5) is 5
    """
    return invoke("last_value", "last_value", as_column(col), None if ignoreNulls is None else as_flag_or_column(ignoreNulls))


def lcase(str: ColumnOrName) -> Column:
    """The text in lower case.

    In SQL:
        lcase('SparkSql') is sparksql
    """
    return invoke("lcase", "lcase", as_column(str))


def least(*cols: ColumnOrName) -> Column:
    """The smallest of the arguments that are not NULL; NULL if all are.

    In SQL:
        least(10, 9, NULL, 4, 3) is 3
    """
    at_least(2, "least", cols)
    return invoke("least", "least", *as_columns(cols))


def left(str: ColumnOrName, len: ColumnOrName) -> Column:
    """The first characters of a text (bytes of a binary); none for a length of zero or less.

    In SQL:
        left('Spark SQL', 3) is Spa
    """
    return invoke("left", "left", as_column(str), as_column(len))


def length(col: ColumnOrName) -> Column:
    """Number of characters of a text (code points), or of bytes of a binary.

    In SQL:
        length('Spark é') is 7
    """
    return invoke("length", "length", as_column(col))


def levenshtein(left: ColumnOrName, right: ColumnOrName, threshold: int | None = None) -> Column:
    """Edit distance between two texts; -1 if it is above the threshold, where one is given.

    In SQL:
        levenshtein('kitten', 'sitting') is 3
        levenshtein('kitten', 'sitting', 2) is -1
    """
    return invoke("levenshtein", "levenshtein", as_column(left), as_column(right), None if threshold is None else as_number(threshold, "threshold"))


def like(str: ColumnOrName, pattern: ColumnOrName, escapeChar: ColumnOrName | None = None) -> Column:
    """Whether all of the text has the form of the pattern: _ stands for one character, % for any number; a backslash, or the given character, in front takes that away.

    In SQL:
        like('Spark', '_park') is true
        '100%' LIKE '100/%' ESCAPE '/' is true
    """
    return invoke("like", "like", as_column(str), as_column(pattern), None if escapeChar is None else as_column(escapeChar))


def listagg(col: ColumnOrName, delimiter: Any | None = None) -> Column:
    """The values that are not null, joined with the delimiter (by default nothing between them), in the order of WITHIN GROUP if there is one; NULL if there are none.

    In SQL:
        listagg('a', ',') is a
        listagg(CAST(NULL AS STRING)) is NULL
    """
    return invoke("listagg", "listagg", as_column(col), None if delimiter is None else as_value(delimiter))


def listagg_distinct(col: ColumnOrName, delimiter: Any | None = None) -> Column:
    """The values that are not null, joined with the delimiter (by default nothing between them), in the order of WITHIN GROUP if there is one; NULL if there are none.

    In SQL:
        listagg('a', ',') is a
        listagg(CAST(NULL AS STRING)) is NULL
    """
    return invoke("listagg", "listagg_distinct", as_column(col), None if delimiter is None else as_value(delimiter), distinct=True)


def ln(col: ColumnOrName) -> Column:
    """The natural logarithm; NULL of zero and below.

    In SQL:
        ln(1) is 0.0
    """
    return invoke("ln", "ln", as_column(col))


def localtimestamp() -> Column:
    """The wall clock of the session's zone at the start of the query.

    In SQL:
        localtimestamp() IS NULL is false
    """
    return invoke("localtimestamp", "localtimestamp")


def locate(substr: str, str: ColumnOrName, pos: int = 1) -> Column:
    """Position from 1 of the first occurrence of a text in another at or after a position; 0 where there is none.

    In SQL:
        locate('bar', 'foobarbar') is 4
        locate('bar', 'foobarbar', 5) is 7
    """
    return invoke("locate", "locate", as_text(substr, "substr"), as_column(str), as_number(pos, "pos"))


def log10(col: ColumnOrName) -> Column:
    """The logarithm to base 10; NULL of zero and below.

    In SQL:
        log10(100) is 2.0
    """
    return invoke("log10", "log10", as_column(col))


def log1p(col: ColumnOrName) -> Column:
    """The natural logarithm of the number plus 1; NULL of -1 and below.

    In SQL:
        log1p(0) is 0.0
    """
    return invoke("log1p", "log1p", as_column(col))


def log2(col: ColumnOrName) -> Column:
    """The logarithm to base 2; NULL of zero and below.

    In SQL:
        log2(8) is 3.0
    """
    return invoke("log2", "log2", as_column(col))


def lower(col: ColumnOrName) -> Column:
    """The text in lower case.

    In SQL:
        lower('SparkSql') is sparksql
    """
    return invoke("lower", "lower", as_column(col))


def lpad(col: ColumnOrName, len: Any, pad: Any) -> Column:
    """The text at the given length: longer ones are cut, shorter ones filled up on the left with the pad, a space if it is left out (bytes of zero for binaries).

    In SQL:
        lpad('hi', 5, '??') is ???hi
        lpad('hi', 1, '??') is h
    """
    return invoke("lpad", "lpad", as_column(col), as_value(len), as_value(pad))


def make_date(year: ColumnOrName, month: ColumnOrName, day: ColumnOrName) -> Column:
    """The date of a year, month and day; an error if there is none (NULL without ANSI mode).

    In SQL:
        make_date(2013, 7, 15) is 2013-07-15
        make_date(2019, 7, NULL) is NULL
    """
    return invoke("make_date", "make_date", as_column(year), as_column(month), as_column(day))


def make_time(hour: ColumnOrName, minute: ColumnOrName, second: ColumnOrName) -> Column:
    """The time of day of an hour, minute and second with a fraction; an error if there is none.

    In SQL:
        CAST(make_time(6, 30, 45.887) AS STRING) is 06:30:45.887
    """
    return invoke("make_time", "make_time", as_column(hour), as_column(minute), as_column(second))


def make_timestamp_ltz(years: ColumnOrName, months: ColumnOrName, days: ColumnOrName, hours: ColumnOrName, mins: ColumnOrName, secs: ColumnOrName, timezone: ColumnOrName | None = None) -> Column:
    """The timestamp of a year, month, day, hour, minute and second, or of a date and a time of day, in a time zone if one is given; an error if there is none (NULL without ANSI mode).

    In SQL:
        make_timestamp_ltz(2014, 12, 28, 6, 30, 45.887) is 2014-12-28 06:30:45.887
    """
    return invoke("make_timestamp_ltz", "make_timestamp_ltz", as_column(years), as_column(months), as_column(days), as_column(hours), as_column(mins), as_column(secs), None if timezone is None else as_column(timezone))


def make_valid_utf8(str: ColumnOrName) -> Column:
    """The text, with U+FFFD in place of bytes that are not UTF-8.

    In SQL:
        make_valid_utf8('Spark') is Spark
    """
    return invoke("make_valid_utf8", "make_valid_utf8", as_column(str))


def map_concat(*cols: ColumnOrName | list[ColumnOrName]) -> Column:
    """One map of the entries of several; a key that comes twice raises DUPLICATED_MAP_KEY.

    In SQL:
        map_concat(map(1, 'a', 2, 'b'), map(3, 'c')) is {1 -> a, 2 -> b, 3 -> c}
    """
    return invoke("map_concat", "map_concat", *as_columns_or_list(cols))


def map_contains_key(col: ColumnOrName, value: Any) -> Column:
    """True if the map has the key.

    In SQL:
        map_contains_key(map(1, 'a', 2, 'b'), 1) is true
        map_contains_key(map(1, 'a', 2, 'b'), 3) is false
    """
    return invoke("map_contains_key", "map_contains_key", as_column(col), as_value(value))


def map_entries(col: ColumnOrName) -> Column:
    """The entries of a map, as an array of structs with the fields key and value.

    In SQL:
        map_entries(map(1, 'a', 2, 'b')) is [{1, a}, {2, b}]
    """
    return invoke("map_entries", "map_entries", as_column(col))


def map_from_arrays(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """A map of an array of keys and an array of values of the same length.

    In SQL:
        map_from_arrays(array(1.0, 3.0), array('2', '4')) is {1.0 -> 2, 3.0 -> 4}
    """
    return invoke("map_from_arrays", "map_from_arrays", as_column(col1), as_column(col2))


def map_from_entries(col: ColumnOrName) -> Column:
    """A map of an array of structs of two fields, key and value; NULL if one of the structs is null.

    In SQL:
        map_from_entries(array(struct(1, 'a'), struct(2, 'b'))) is {1 -> a, 2 -> b}
    """
    return invoke("map_from_entries", "map_from_entries", as_column(col))


def map_keys(col: ColumnOrName) -> Column:
    """The keys of a map, as an array.

    In SQL:
        map_keys(map(1, 'a', 2, 'b')) is [1, 2]
    """
    return invoke("map_keys", "map_keys", as_column(col))


def map_values(col: ColumnOrName) -> Column:
    """The values of a map, as an array in the order of its keys.

    In SQL:
        map_values(map(1, 'a', 2, 'b')) is [a, b]
    """
    return invoke("map_values", "map_values", as_column(col))


def max(col: ColumnOrName) -> Column:
    """The largest value that is not null; NaN is above every number. NULL if there are no values.

    In SQL:
        max(7) is 7
        max('b') is b
    """
    return invoke("max", "max", as_column(col))


def max_by(col: ColumnOrName, ord: ColumnOrName, k: Any | None = None) -> Column:
    """The value of x in the row with the largest y; with a third argument k an array of the k such values, best first. Rows with a null y are left out.

    In SQL:
        max_by('a', 10) is a
        max_by('a', CAST(NULL AS INT)) is NULL
    """
    return invoke("max_by", "max_by", as_column(col), as_column(ord), None if k is None else as_value(k))


def md5(col: ColumnOrName) -> Column:
    """The MD5 digest of bytes or of the bytes of a text, in hexadecimal digits.

    In SQL:
        md5('Spark') is 8cde774d6f7333752ed72cacddb05126
    """
    return invoke("md5", "md5", as_column(col))


def mean(col: ColumnOrName) -> Column:
    """Mean of the values that are not null; NULL if there are none. A DOUBLE, for DECIMAL(p,s) a DECIMAL(p+4,s+4).

    In SQL:
        avg(5) is 5.0
        avg(1.50) is 1.500000
    """
    return invoke("avg", "mean", as_column(col))


def median(col: ColumnOrName) -> Column:
    """The middle of the sorted values; for an even number of them the mean of the two in the middle.

    In SQL:
        median(5) is 5.0
    """
    return invoke("median", "median", as_column(col))


def min(col: ColumnOrName) -> Column:
    """The smallest value that is not null; NaN is above every number. NULL if there are no values.

    In SQL:
        min(7) is 7
        min(CAST(NULL AS INT)) is NULL
    """
    return invoke("min", "min", as_column(col))


def min_by(col: ColumnOrName, ord: ColumnOrName, k: Any | None = None) -> Column:
    """The value of x in the row with the smallest y; with a third argument k an array of the k such values, best first. Rows with a null y are left out.

    In SQL:
        min_by('a', 10) is a
        min_by('a', CAST(NULL AS INT)) is NULL
    """
    return invoke("min_by", "min_by", as_column(col), as_column(ord), None if k is None else as_value(k))


def minute(col: ColumnOrName) -> Column:
    """The minute of a timestamp, on the session's wall clock, or of a time of day.

    In SQL:
        minute('2018-02-14 12:58:59') is 58
    """
    return invoke("minute", "minute", as_column(col))


def mode(col: ColumnOrName, deterministic: bool = False) -> Column:
    """The value that comes most often, nulls left out. Among several any, or the smallest with a second argument `true`.

    In SQL:
        mode(7) is 7
        mode(CAST(NULL AS INT)) is NULL
    """
    return invoke("mode", "mode", as_column(col), as_flag(deterministic, "deterministic"))


def monotonically_increasing_id() -> Column:
    """A number that grows from row to row and is unique, but leaves gaps between partitions: the partition's number in the upper 31 bits, the row's in the lower 33.

    In SQL:
        monotonically_increasing_id() is 0
    """
    return invoke("monotonically_increasing_id", "monotonically_increasing_id")


def month(col: ColumnOrName) -> Column:
    """The month of a date, 1 to 12.

    In SQL:
        month('2016-07-30') is 7
    """
    return invoke("month", "month", as_column(col))


def monthname(col: ColumnOrName) -> Column:
    """The month as three letters.

    In SQL:
        monthname(DATE'2008-02-20') is Feb
    """
    return invoke("monthname", "monthname", as_column(col))


def months(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("months", "months", as_column(col))


def months_between(date1: ColumnOrName, date2: ColumnOrName, roundOff: bool = True) -> Column:
    """Number of months from the second timestamp to the first, with a fraction of 31 days, rounded to 8 digits unless told not to.

    In SQL:
        months_between('1997-02-28 10:30:00', '1996-10-30') is 3.94959677
    """
    return invoke("months_between", "months_between", as_column(date1), as_column(date2), as_flag(roundOff, "roundOff"))


def named_struct(*cols: ColumnOrName) -> Column:
    """A struct of the given names and values, value after name.

    In SQL:
        named_struct('a', 1, 'b', 'x') is {1, x}
        named_struct('a', NULL) is {null}
    """
    return invoke("named_struct", "named_struct", *as_columns(cols))


def nanvl(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """The first value, or the second where the first is NaN.

    In SQL:
        nanvl(cast('NaN' as double), 123) is 123.0
        nanvl(1.5, 2) is 1.5
    """
    return invoke("nanvl", "nanvl", as_column(col1), as_column(col2))


def negate(col: ColumnOrName) -> Column:
    """The number or interval with the other sign.

    In SQL:
        negative(1) is -1
        negative(-1.5) is 1.5
    """
    return invoke("negative", "negate", as_column(col))


def negative(col: ColumnOrName) -> Column:
    """The number or interval with the other sign.

    In SQL:
        negative(1) is -1
        negative(-1.5) is 1.5
    """
    return invoke("negative", "negative", as_column(col))


def next_day(date: ColumnOrName, dayOfWeek: str) -> Column:
    """The first date after the given one that falls on a day of the week (Mon, Monday or MO); an error for other names, NULL without ANSI mode.

    In SQL:
        next_day('2015-01-14', 'TU') is 2015-01-20
    """
    return invoke("next_day", "next_day", as_column(date), as_text(dayOfWeek, "dayOfWeek"))


def now() -> Column:
    """The timestamp at the start of the query.

    In SQL:
        now() IS NULL is false
    """
    return invoke("now", "now")


def nth_value(col: ColumnOrName, offset: int, ignoreNulls: bool = False) -> Column:
    """The value of the n-th row of the frame, counted from 1; NULL if the frame is shorter.

    In SQL:
        nth_value(7, 1) OVER (ORDER BY 1) is 7
        nth_value(7, 2) OVER (ORDER BY 1) is NULL
    """
    return invoke("nth_value", "nth_value", as_column(col), as_number(offset, "offset"), as_flag(ignoreNulls, "ignoreNulls"))


def ntile(n: int) -> Column:
    """The number of the bucket that the row falls into when the partition is cut into n, 1 to n; sizes differ by one at most.

    In SQL:
        ntile(2) OVER (ORDER BY 1) is 1
    """
    return invoke("ntile", "ntile", as_number(n, "n"))


def nullif(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """NULL if the two are equal, else the first.

    In SQL:
        nullif(2, 2) is NULL
        nullif(2, 1) is 2
    """
    return invoke("nullif", "nullif", as_column(col1), as_column(col2))


def nullifzero(col: ColumnOrName) -> Column:
    """The number, or NULL where it is zero.

    In SQL:
        nullifzero(0) is NULL
        nullifzero(2) is 2
    """
    return invoke("nullifzero", "nullifzero", as_column(col))


def nvl(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """The first argument that is not NULL; NULL if all are. Later ones are not computed where an earlier one serves.

    In SQL:
        nvl(NULL, 'a') is a
    """
    return invoke("nvl", "nvl", as_column(col1), as_column(col2))


def nvl2(col1: ColumnOrName, col2: ColumnOrName, col3: ColumnOrName) -> Column:
    """The second argument if the first is not NULL, else the third.

    In SQL:
        nvl2(NULL, 2, 1) is 1
        nvl2('x', 2, 1) is 2
    """
    return invoke("nvl2", "nvl2", as_column(col1), as_column(col2), as_column(col3))


def octet_length(col: ColumnOrName) -> Column:
    """Number of bytes of a text in UTF-8, or of a binary.

    In SQL:
        octet_length('Spark é') is 8
    """
    return invoke("octet_length", "octet_length", as_column(col))


def overlay(src: ColumnOrName, replace: ColumnOrName, pos: ColumnOrName | int, len: ColumnOrName | int = -1) -> Column:
    """The text with another laid over it from a position on, in place of as many characters as told or as it has.

    In SQL:
        overlay('Spark SQL', '_', 6) is Spark_SQL
        overlay('Spark SQL', 'ANSI ', 7, 0) is Spark ANSI SQL
    """
    return invoke("overlay", "overlay", as_column(src), as_column(replace), as_whole_or_column(pos), as_whole_or_column(len))


def parse_json(col: ColumnOrName) -> Column:
    """A JSON text as a variant; an error where it is none.

    In SQL:
        to_json(parse_json('{"b":1,"a":[2.50,null]}')) is {"a":[2.5,null],"b":1}
    """
    return invoke("parse_json", "parse_json", as_column(col))


def parse_url(url: ColumnOrName, partToExtract: ColumnOrName, key: ColumnOrName | None = None) -> Column:
    """A part of an address: HOST, PATH, QUERY, REF, PROTOCOL, FILE, AUTHORITY or USERINFO, or of its query the value of a key; an error for what is no address.

    In SQL:
        parse_url('http://spark.apache.org/path?query=1', 'HOST') is spark.apache.org
        parse_url('http://spark.apache.org/path?query=1', 'QUERY', 'query') is 1
    """
    return invoke("parse_url", "parse_url", as_column(url), as_column(partToExtract), None if key is None else as_column(key))


def percent_rank() -> Column:
    """The rank as a share from 0 to 1: (rank - 1) / (rows of the partition - 1).

    In SQL:
        percent_rank() OVER (ORDER BY 1) is 0.0
    """
    return invoke("percent_rank", "percent_rank")


def percentile(col: ColumnOrName, percentage: Any, frequency: Any = 1) -> Column:
    """The exact percentile: the value below which the given share (0 to 1) of the values lies, in proportion between two neighbours. An array of shares gives an array. A third argument says how often each value counts.

    In SQL:
        percentile(10, 0.5) is 10.0
        percentile(10, array(0.25, 1)) is [10.0, 10.0]
    """
    return invoke("percentile", "percentile", as_column(col), as_value(percentage), as_value(frequency))


def percentile_approx(col: ColumnOrName, percentage: Any, accuracy: Any = 10000) -> Column:
    """About the value below which the given share (0 to 1) of the values lies: one of the values, whose rank is wrong by at most 1/accuracy of their number. An array of shares gives an array.

    In SQL:
        percentile_approx(10, 0.5) is 10
        percentile_approx(10.5D, array(0.1, 0.9), 100) is [10.5, 10.5]
    """
    return invoke("percentile_approx", "percentile_approx", as_column(col), as_value(percentage), as_value(accuracy))


def pi() -> Column:
    """The number pi.

    In SQL:
        pi() is 3.141592653589793
    """
    return invoke("pi", "pi")


def pmod(dividend: ColumnOrName | int | float, divisor: ColumnOrName | int | float) -> Column:
    """The rest of a division, positive where the divisor is. A divisor of zero raises REMAINDER_BY_ZERO.

    In SQL:
        pmod(10, 3) is 1
        pmod(-10, 3) is 2
    """
    return invoke("pmod", "pmod", as_literal_or_column(dividend), as_literal_or_column(divisor))


def posexplode(col: ColumnOrName) -> Column:
    """A row for each element of an array (column `col`) or entry of a map (`key`, `value`), with its place (`pos`) counted from 0; no row where there is none."""
    return invoke("posexplode", "posexplode", as_column(col))


def posexplode_outer(col: ColumnOrName) -> Column:
    """A row for each element of an array (column `col`) or entry of a map (`key`, `value`), with its place (`pos`) counted from 0; a row of NULLs where there is none."""
    return invoke("posexplode_outer", "posexplode_outer", as_column(col))


def position(substr: ColumnOrName, str: ColumnOrName, start: ColumnOrName | None = None) -> Column:
    """Position from 1 of the first occurrence of a text in another at or after a position; 0 where there is none.

    In SQL:
        position('bar', 'foobarbar') is 4
        position('bar', 'foobarbar', 5) is 7
    """
    return invoke("position", "position", as_column(substr), as_column(str), None if start is None else as_column(start))


def positive(col: ColumnOrName) -> Column:
    """The number or interval as it is.

    In SQL:
        positive(1) is 1
    """
    return invoke("positive", "positive", as_column(col))


def pow(col1: ColumnOrName | int | float, col2: ColumnOrName | int | float) -> Column:
    """The first number to the power of the second.

    In SQL:
        power(2, 3) is 8.0
    """
    return invoke("power", "pow", as_literal_or_column(col1), as_literal_or_column(col2))


def power(col1: ColumnOrName | int | float, col2: ColumnOrName | int | float) -> Column:
    """The first number to the power of the second.

    In SQL:
        power(2, 3) is 8.0
    """
    return invoke("power", "power", as_literal_or_column(col1), as_literal_or_column(col2))


def printf(format: ColumnOrName, *cols: ColumnOrName) -> Column:
    """A text with values put in as `java.util.Formatter` does: %s, %d, %5.2f, %08d and so on.

    In SQL:
        printf('Hello World %d %s', 100, 'days') is Hello World 100 days
    """
    return invoke("printf", "printf", as_column(format), *as_columns(cols))


def product(col: ColumnOrName) -> Column:
    """Product of the values that are not null, as a DOUBLE; NULL if there are none."""
    return invoke("product", "product", as_column(col))


def quarter(col: ColumnOrName) -> Column:
    """The quarter of a date, 1 to 4.

    In SQL:
        quarter('2016-07-30') is 3
    """
    return invoke("quarter", "quarter", as_column(col))


def quote(col: ColumnOrName) -> Column:
    """The text in single quotes, with a backslash in front of those within it.

    In SQL:
        quote('It is') is 'It is'
    """
    return invoke("quote", "quote", as_column(col))


def radians(col: ColumnOrName) -> Column:
    """Degrees as radians.

    In SQL:
        radians(180) is 3.141592653589793
    """
    return invoke("radians", "radians", as_column(col))


def raise_error(errMsg: Any) -> Column:
    """Raises USER_RAISED_EXCEPTION with the given message."""
    return invoke("raise_error", "raise_error", as_value(errMsg))


def rank() -> Column:
    """One more than the number of rows before the row and its equals; after a tie numbers are left out.

    In SQL:
        rank() OVER (ORDER BY 1) is 1
    """
    return invoke("rank", "rank")


def reflect(*cols: ColumnOrName) -> Column:
    """The result, as text, of a static method of Java. Some of Math, Integer, Long, String, UUID and URL coding are here.

    In SQL:
        reflect('java.util.UUID', 'fromString', 'a5cf6c42-0c85-418f-af6c-3e4e5b1328f2') is a5cf6c42-0c85-418f-af6c-3e4e5b1328f2
    """
    return invoke("reflect", "reflect", *as_columns(cols))


def regexp(str: ColumnOrName, regexp: ColumnOrName) -> Column:
    """Whether a regular expression matches somewhere in the text.

    In SQL:
        regexp('Spark SQL', 'S.*k') is true
    """
    return invoke("regexp", "regexp", as_column(str), as_column(regexp))


def regexp_count(str: ColumnOrName, regexp: ColumnOrName) -> Column:
    """How many times a regular expression matches.

    In SQL:
        regexp_count('Steven Jones and Stephen Smith', 'Ste(v|ph)en') is 2
    """
    return invoke("regexp_count", "regexp_count", as_column(str), as_column(regexp))


def regexp_extract(str: ColumnOrName, pattern: str, idx: int) -> Column:
    """What a group of a regular expression took in its first match, group 0 being all of it; the empty text where nothing matches.

    In SQL:
        regexp_extract('100-200', '([0-9]+)-([0-9]+)', 1) is 100
        regexp_extract('abc', 'x', 0) is 
    """
    return invoke("regexp_extract", "regexp_extract", as_column(str), as_text(pattern, "pattern"), as_number(idx, "idx"))


def regexp_extract_all(str: ColumnOrName, regexp: ColumnOrName, idx: Any | None = None) -> Column:
    """What a group of a regular expression took in each of its matches.

    In SQL:
        regexp_extract_all('100-200, 300-400', '([0-9]+)-([0-9]+)', 1) is [100, 300]
    """
    return invoke("regexp_extract_all", "regexp_extract_all", as_column(str), as_column(regexp), None if idx is None else as_value(idx))


def regexp_instr(str: ColumnOrName, regexp: ColumnOrName, idx: Any | None = None) -> Column:
    """Position from 1 of the first match of a regular expression; 0 where there is none. The group number is not used.

    In SQL:
        regexp_instr('user@spark.apache.org', '@[^.]*') is 5
    """
    return invoke("regexp_instr", "regexp_instr", as_column(str), as_column(regexp), None if idx is None else as_value(idx))


def regexp_like(str: ColumnOrName, regexp: ColumnOrName) -> Column:
    """Whether a regular expression matches somewhere in the text.

    In SQL:
        regexp_like('Spark SQL', 'S.*k') is true
    """
    return invoke("regexp_like", "regexp_like", as_column(str), as_column(regexp))


def regexp_replace(string: ColumnOrName, pattern: Any, replacement: Any, position: Any | None = None) -> Column:
    """The text with every match of a regular expression, from a position on, replaced; $1 in the replacement stands for the first group.

    In SQL:
        regexp_replace('100-200', '([0-9]+)', 'num') is num-num
        regexp_replace('2024-01', '([0-9]+)-([0-9]+)', '$2/$1') is 01/2024
    """
    return invoke("regexp_replace", "regexp_replace", as_column(string), as_value(pattern), as_value(replacement), None if position is None else as_value(position))


def regexp_substr(str: ColumnOrName, regexp: ColumnOrName) -> Column:
    """The first match of a regular expression; NULL where there is none or it is empty.

    In SQL:
        regexp_substr('Steven Jones and Stephen Smith', 'Ste(v|ph)en') is Steven
    """
    return invoke("regexp_substr", "regexp_substr", as_column(str), as_column(regexp))


def regr_avgx(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Mean of x over the rows in which neither y nor x is null.

    In SQL:
        regr_avgx(1, 2) is 2.0
    """
    return invoke("regr_avgx", "regr_avgx", as_column(y), as_column(x))


def regr_avgy(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Mean of y over the rows in which neither y nor x is null.

    In SQL:
        regr_avgy(1, 2) is 1.0
    """
    return invoke("regr_avgy", "regr_avgy", as_column(y), as_column(x))


def regr_count(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Number of rows in which neither y nor x is null.

    In SQL:
        regr_count(1, 2) is 1
    """
    return invoke("regr_count", "regr_count", as_column(y), as_column(x))


def regr_intercept(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Where the line that fits y to x best meets x = 0, over the rows in which neither is null.

    In SQL:
        regr_intercept(1, 2) is NULL
    """
    return invoke("regr_intercept", "regr_intercept", as_column(y), as_column(x))


def regr_r2(y: ColumnOrName, x: ColumnOrName) -> Column:
    """How well a line fits y to x, from 0 to 1, over the rows in which neither is null.

    In SQL:
        regr_r2(1, 2) is NULL
    """
    return invoke("regr_r2", "regr_r2", as_column(y), as_column(x))


def regr_slope(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Slope of the line that fits y to x best, over the rows in which neither is null.

    In SQL:
        regr_slope(1, 2) is NULL
    """
    return invoke("regr_slope", "regr_slope", as_column(y), as_column(x))


def regr_sxx(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Sum of the squared deviations of x over the rows in which neither is null.

    In SQL:
        regr_sxx(1, 2) is 0.0
    """
    return invoke("regr_sxx", "regr_sxx", as_column(y), as_column(x))


def regr_sxy(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Sum of the products of the deviations of x and y over the rows in which neither is null.

    In SQL:
        regr_sxy(1, 2) is 0.0
    """
    return invoke("regr_sxy", "regr_sxy", as_column(y), as_column(x))


def regr_syy(y: ColumnOrName, x: ColumnOrName) -> Column:
    """Sum of the squared deviations of y over the rows in which neither is null.

    In SQL:
        regr_syy(1, 2) is 0.0
    """
    return invoke("regr_syy", "regr_syy", as_column(y), as_column(x))


def repeat(col: ColumnOrName, n: ColumnOrName | int) -> Column:
    """The text so many times over; the empty text for zero or less.

    In SQL:
        repeat('123', 2) is 123123
    """
    return invoke("repeat", "repeat", as_column(col), as_whole_or_column(n))


def replace(src: ColumnOrName, search: ColumnOrName, replace: ColumnOrName | None = None) -> Column:
    """The text with each occurrence of another replaced, or taken away if nothing is given for it.

    In SQL:
        replace('ABCabc', 'abc', 'DEF') is ABCDEF
    """
    return invoke("replace", "replace", as_column(src), as_column(search), None if replace is None else as_column(replace))


def reverse(col: ColumnOrName) -> Column:
    """The characters of a text, or the elements of an array, from the last to the first.

    In SQL:
        reverse('Spark SQL') is LQS krapS
        reverse(array(2, 1, 4, 3)) is [3, 4, 1, 2]
    """
    return invoke("reverse", "reverse", as_column(col))


def right(str: ColumnOrName, len: ColumnOrName) -> Column:
    """The last characters of a text; none for a length of zero or less.

    In SQL:
        right('Spark SQL', 3) is SQL
    """
    return invoke("right", "right", as_column(str), as_column(len))


def rint(col: ColumnOrName) -> Column:
    """The nearest whole number, as a double; at a half the even one.

    In SQL:
        rint(12.3456) is 12.0
    """
    return invoke("rint", "rint", as_column(col))


def rlike(str: ColumnOrName, regexp: ColumnOrName) -> Column:
    """Whether a regular expression matches somewhere in the text.

    In SQL:
        rlike('Spark SQL', 'S.*k') is true
    """
    return invoke("rlike", "rlike", as_column(str), as_column(regexp))


def row_number() -> Column:
    """The number of the row in its partition, counted from 1 in the order of the window; rows that tie are numbered in any order.

    In SQL:
        row_number() OVER (ORDER BY 1) is 1
    """
    return invoke("row_number", "row_number")


def rpad(col: ColumnOrName, len: Any, pad: Any) -> Column:
    """The text at the given length: longer ones are cut, shorter ones filled up on the right with the pad, a space if it is left out (bytes of zero for binaries).

    In SQL:
        rpad('hi', 5, '??') is hi???
        rpad('hi', 1, '??') is h
    """
    return invoke("rpad", "rpad", as_column(col), as_value(len), as_value(pad))


def schema_of_variant(v: ColumnOrName) -> Column:
    """The type of what a variant holds, as DDL.

    In SQL:
        schema_of_variant(parse_json('{"a":[1,2.5]}')) is OBJECT<a: ARRAY<DECIMAL(21,1)>>
    """
    return invoke("schema_of_variant", "schema_of_variant", as_column(v))


def schema_of_variant_agg(v: ColumnOrName) -> Column:
    """A type, as DDL, that all of the variants fit.

    In SQL:
        schema_of_variant_agg(parse_json('[1]')) is ARRAY<BIGINT>
    """
    return invoke("schema_of_variant_agg", "schema_of_variant_agg", as_column(v))


def sec(col: ColumnOrName) -> Column:
    """The secant of an angle in radians.

    In SQL:
        sec(0) is 1.0
    """
    return invoke("sec", "sec", as_column(col))


def second(col: ColumnOrName) -> Column:
    """The second of a timestamp, on the session's wall clock, or of a time of day.

    In SQL:
        second('2018-02-14 12:58:59') is 59
    """
    return invoke("second", "second", as_column(col))


def sequence(start: ColumnOrName, stop: ColumnOrName, step: ColumnOrName | None = None) -> Column:
    """The values from start to stop, both included, by a step: 1 or -1 for whole numbers, one day for dates and timestamps, unless another is given.

    In SQL:
        sequence(1, 5) is [1, 2, 3, 4, 5]
        sequence(5, 1, -2) is [5, 3, 1]
    """
    return invoke("sequence", "sequence", as_column(start), as_column(stop), None if step is None else as_column(step))


def session_user() -> Column:
    """The name of the user who runs the query.

    In SQL:
        session_user() is spark
    """
    return invoke("session_user", "session_user")


def session_window(timeColumn: ColumnOrName, gapDuration: Any) -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("session_window", "session_window", as_column(timeColumn), as_value(gapDuration))


def sha(col: ColumnOrName) -> Column:
    """The SHA-1 digest of bytes or of the bytes of a text, in hexadecimal digits.

    In SQL:
        sha('Spark') is 85f5955f4b27a9a4c2aab6ffe5d7189fc298b92c
    """
    return invoke("sha", "sha", as_column(col))


def sha1(col: ColumnOrName) -> Column:
    """The SHA-1 digest of bytes or of the bytes of a text, in hexadecimal digits.

    In SQL:
        sha1('Spark') is 85f5955f4b27a9a4c2aab6ffe5d7189fc298b92c
    """
    return invoke("sha1", "sha1", as_column(col))


def shiftLeft(col: ColumnOrName, numBits: int) -> Column:
    """The bits of an integer moved to the left, zeros behind them.

    In SQL:
        shiftleft(2, 1) is 4
    """
    return invoke("shiftleft", "shiftLeft", as_column(col), as_number(numBits, "numBits"))


def shiftRight(col: ColumnOrName, numBits: int) -> Column:
    """The bits of an integer moved to the right, its sign kept.

    In SQL:
        shiftright(4, 1) is 2
    """
    return invoke("shiftright", "shiftRight", as_column(col), as_number(numBits, "numBits"))


def shiftRightUnsigned(col: ColumnOrName, numBits: int) -> Column:
    """The bits of an integer moved to the right, zeros in front of them.

    In SQL:
        shiftrightunsigned(4, 1) is 2
    """
    return invoke("shiftrightunsigned", "shiftRightUnsigned", as_column(col), as_number(numBits, "numBits"))


def shiftleft(col: ColumnOrName, numBits: int) -> Column:
    """The bits of an integer moved to the left, zeros behind them.

    In SQL:
        shiftleft(2, 1) is 4
    """
    return invoke("shiftleft", "shiftleft", as_column(col), as_number(numBits, "numBits"))


def shiftright(col: ColumnOrName, numBits: int) -> Column:
    """The bits of an integer moved to the right, its sign kept.

    In SQL:
        shiftright(4, 1) is 2
    """
    return invoke("shiftright", "shiftright", as_column(col), as_number(numBits, "numBits"))


def shiftrightunsigned(col: ColumnOrName, numBits: int) -> Column:
    """The bits of an integer moved to the right, zeros in front of them.

    In SQL:
        shiftrightunsigned(4, 1) is 2
    """
    return invoke("shiftrightunsigned", "shiftrightunsigned", as_column(col), as_number(numBits, "numBits"))


def sign(col: ColumnOrName) -> Column:
    """-1.0, 0.0 or 1.0, as the number or interval is negative, zero or positive.

    In SQL:
        sign(40) is 1.0
        sign(INTERVAL -'100' YEAR) is -1.0
    """
    return invoke("sign", "sign", as_column(col))


def signum(col: ColumnOrName) -> Column:
    """-1.0, 0.0 or 1.0, as the number or interval is negative, zero or positive.

    In SQL:
        signum(40) is 1.0
        signum(INTERVAL -'100' YEAR) is -1.0
    """
    return invoke("signum", "signum", as_column(col))


def sin(col: ColumnOrName) -> Column:
    """The sine of an angle in radians.

    In SQL:
        sin(0) is 0.0
    """
    return invoke("sin", "sin", as_column(col))


def sinh(col: ColumnOrName) -> Column:
    """The hyperbolic sine.

    In SQL:
        sinh(0) is 0.0
    """
    return invoke("sinh", "sinh", as_column(col))


def size(col: ColumnOrName) -> Column:
    """Number of elements of an array or entries of a map.

    In SQL:
        size(array('b', 'd')) is 2
        size(map('a', 1)) is 1
    """
    return invoke("size", "size", as_column(col))


def skewness(col: ColumnOrName) -> Column:
    """Skewness: how far the values lean to one side of their mean; NULL if they are all equal.

    In SQL:
        skewness(5) is NULL
    """
    return invoke("skewness", "skewness", as_column(col))


def slice(x: ColumnOrName, start: ColumnOrName | int, length: ColumnOrName | int) -> Column:
    """So many elements of an array from a place counted from 1, or from the end if negative.

    In SQL:
        slice(array(1, 2, 3, 4), 2, 2) is [2, 3]
        slice(array(1, 2, 3, 4), -2, 2) is [3, 4]
    """
    return invoke("slice", "slice", as_column(x), as_whole_or_column(start), as_whole_or_column(length))


def some(col: ColumnOrName) -> Column:
    """True if some value is true; nulls are left out, NULL if there is nothing else.

    In SQL:
        some(true) is true
        some(CAST(NULL AS BOOLEAN)) is NULL
    """
    return invoke("some", "some", as_column(col))


def sort_array(col: ColumnOrName, asc: bool = True) -> Column:
    """The array sorted ascending with nulls first, or descending with nulls last if the second argument is false.

    In SQL:
        sort_array(array('b', 'd', NULL, 'c', 'a'), true) is [null, a, b, c, d]
        sort_array(array(2, NULL, 1), false) is [2, 1, null]
    """
    return invoke("sort_array", "sort_array", as_column(col), as_flag(asc, "asc"))


def soundex(col: ColumnOrName) -> Column:
    """The Soundex code of a text: its first letter and three digits for how it goes on.

    In SQL:
        soundex('Miller') is M460
    """
    return invoke("soundex", "soundex", as_column(col))


def spark_partition_id() -> Column:
    """The number of the row's partition, counted from 0.

    In SQL:
        spark_partition_id() is 0
    """
    return invoke("spark_partition_id", "spark_partition_id")


def split(str: ColumnOrName, pattern: Any, limit: ColumnOrName | int = -1) -> Column:
    """The parts of a text between the matches of a regular expression; at most `limit` of them if that is above zero.

    In SQL:
        split('oneAtwoBthreeC', '[ABC]') is [one, two, three, ]
        split('oneAtwoBthreeC', '[ABC]', 2) is [one, twoBthreeC]
    """
    return invoke("split", "split", as_column(str), as_value(pattern), as_whole_or_column(limit))


def split_part(src: ColumnOrName, delimiter: ColumnOrName, partNum: ColumnOrName) -> Column:
    """One of the parts between delimiters, from 1, or from the end if negative; the empty text where there is none.

    In SQL:
        split_part('11.12.13', '.', 3) is 13
        split_part('11.12.13', '.', -5) is 
    """
    return invoke("split_part", "split_part", as_column(src), as_column(delimiter), as_column(partNum))


def sqrt(col: ColumnOrName) -> Column:
    """The square root; NaN of a negative number.

    In SQL:
        sqrt(4) is 2.0
    """
    return invoke("sqrt", "sqrt", as_column(col))


def st_asbinary(geo: ColumnOrName, endianness: Any | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("st_asbinary", "st_asbinary", as_column(geo), None if endianness is None else as_value(endianness))


def st_geogfromwkb(wkb: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("st_geogfromwkb", "st_geogfromwkb", as_column(wkb))


def st_geomfromwkb(wkb: ColumnOrName, srid: ColumnOrName | int | None = None) -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("st_geomfromwkb", "st_geomfromwkb", as_column(wkb), None if srid is None else as_whole_or_column(srid))


def st_setsrid(geo: ColumnOrName, srid: ColumnOrName | int) -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("st_setsrid", "st_setsrid", as_column(geo), as_whole_or_column(srid))


def st_srid(geo: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("st_srid", "st_srid", as_column(geo))


def stack(*cols: ColumnOrName) -> Column:
    """Puts its values into n rows, one after the other; the last row is filled with NULLs."""
    return invoke("stack", "stack", *as_columns(cols))


def startswith(str: ColumnOrName, prefix: ColumnOrName) -> Column:
    """Whether the text (or binary) begins with another.

    In SQL:
        startswith('Spark SQL', 'Spark') is true
        startswith('Spark SQL', NULL) is NULL
    """
    return invoke("startswith", "startswith", as_column(str), as_column(prefix))


def std(col: ColumnOrName) -> Column:
    """Standard deviation of a sample, divided by the count less one; NULL for fewer than two values.

    In SQL:
        std(5) is NULL
    """
    return invoke("std", "std", as_column(col))


def stddev(col: ColumnOrName) -> Column:
    """Standard deviation of a sample, divided by the count less one; NULL for fewer than two values.

    In SQL:
        stddev(CAST(5 AS DOUBLE)) is NULL
    """
    return invoke("stddev", "stddev", as_column(col))


def stddev_pop(col: ColumnOrName) -> Column:
    """Standard deviation of a whole population, divided by the count.

    In SQL:
        stddev_pop(5) is 0.0
    """
    return invoke("stddev_pop", "stddev_pop", as_column(col))


def stddev_samp(col: ColumnOrName) -> Column:
    """Standard deviation of a sample, divided by the count less one; NULL for fewer than two values.

    In SQL:
        stddev_samp(5) is NULL
    """
    return invoke("stddev_samp", "stddev_samp", as_column(col))


def string_agg(col: ColumnOrName, delimiter: Any | None = None) -> Column:
    """The values that are not null, joined with the delimiter (by default nothing between them), in the order of WITHIN GROUP if there is one; NULL if there are none.

    In SQL:
        string_agg('a', ',') is a
        string_agg(CAST(NULL AS STRING)) is NULL
    """
    return invoke("string_agg", "string_agg", as_column(col), None if delimiter is None else as_value(delimiter))


def string_agg_distinct(col: ColumnOrName, delimiter: Any | None = None) -> Column:
    """The values that are not null, joined with the delimiter (by default nothing between them), in the order of WITHIN GROUP if there is one; NULL if there are none.

    In SQL:
        string_agg('a', ',') is a
        string_agg(CAST(NULL AS STRING)) is NULL
    """
    return invoke("string_agg", "string_agg_distinct", as_column(col), None if delimiter is None else as_value(delimiter), distinct=True)


def struct(*cols: ColumnOrName | list[ColumnOrName]) -> Column:
    """A struct of the given names and values, value after name.

    In SQL:
        named_struct('a', 1, 'b', 'x') is {1, x}
        named_struct('a', NULL) is {null}
    """
    return invoke("struct", "struct", *as_columns_or_list(cols))


def substr(str: ColumnOrName, pos: ColumnOrName, len: ColumnOrName | None = None) -> Column:
    """The part of a text or binary that starts at a position (from 1, from the end if negative), as long as told.

    In SQL:
        substr('Spark SQL', 5) is k SQL
        substr('Spark SQL', -3) is SQL
    """
    return invoke("substr", "substr", as_column(str), as_column(pos), None if len is None else as_column(len))


def substring(str: ColumnOrName, pos: ColumnOrName | int, len: ColumnOrName | int) -> Column:
    """The part of a text or binary that starts at a position (from 1, from the end if negative), as long as told.

    In SQL:
        substring('Spark SQL', 5) is k SQL
        substring('Spark SQL', -3) is SQL
    """
    return invoke("substring", "substring", as_column(str), as_whole_or_column(pos), as_whole_or_column(len))


def substring_index(str: ColumnOrName, delim: str, count: int) -> Column:
    """What stands before the given occurrence of a delimiter, or after it, counted from the end, if negative.

    In SQL:
        substring_index('www.apache.org', '.', 2) is www.apache
        substring_index('www.apache.org', '.', -1) is org
    """
    return invoke("substring_index", "substring_index", as_column(str), as_text(delim, "delim"), as_number(count, "count"))


def sum(col: ColumnOrName) -> Column:
    """Sum of the values that are not null; NULL if there are none. Whole numbers sum up to BIGINT, DECIMAL(p,s) to DECIMAL(p+10,s), others to DOUBLE; a sum that does not fit raises ARITHMETIC_OVERFLOW.

    In SQL:
        sum(5) is 5
        sum(CAST(NULL AS INT)) is NULL
    """
    return invoke("sum", "sum", as_column(col))


def sumDistinct(col: ColumnOrName) -> Column:
    """Sum of the values that are not null; NULL if there are none. Whole numbers sum up to BIGINT, DECIMAL(p,s) to DECIMAL(p+10,s), others to DOUBLE; a sum that does not fit raises ARITHMETIC_OVERFLOW.

    In SQL:
        sum(5) is 5
        sum(CAST(NULL AS INT)) is NULL
    """
    return invoke("sum", "sumDistinct", as_column(col), distinct=True)


def sum_distinct(col: ColumnOrName) -> Column:
    """Sum of the values that are not null; NULL if there are none. Whole numbers sum up to BIGINT, DECIMAL(p,s) to DECIMAL(p+10,s), others to DOUBLE; a sum that does not fit raises ARITHMETIC_OVERFLOW.

    In SQL:
        sum(5) is 5
        sum(CAST(NULL AS INT)) is NULL
    """
    return invoke("sum", "sum_distinct", as_column(col), distinct=True)


def tan(col: ColumnOrName) -> Column:
    """The tangent of an angle in radians.

    In SQL:
        tan(0) is 0.0
    """
    return invoke("tan", "tan", as_column(col))


def tanh(col: ColumnOrName) -> Column:
    """The hyperbolic tangent.

    In SQL:
        tanh(0) is 0.0
    """
    return invoke("tanh", "tanh", as_column(col))


def theta_difference(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """A theta sketch of what the first theta sketch holds and the second does not.

    In SQL:
        theta_sketch_estimate(theta_difference(X'01030300003ACC9315F97DCBBD86A105', X'01030300003ACC9315F97DCBBD86A105')) is 0
    """
    return invoke("theta_difference", "theta_difference", as_column(col1), as_column(col2))


def theta_intersection(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """A theta sketch of what both theta sketches hold.

    In SQL:
        theta_sketch_estimate(theta_intersection(X'01030300003ACC9315F97DCBBD86A105', X'01030300003ACC9315F97DCBBD86A105')) is 1
    """
    return invoke("theta_intersection", "theta_intersection", as_column(col1), as_column(col2))


def theta_intersection_agg(col: ColumnOrName) -> Column:
    """A theta sketch of what all of the theta sketches hold.

    In SQL:
        theta_sketch_estimate(theta_intersection_agg(X'01030300003ACC9315F97DCBBD86A105')) is 1
    """
    return invoke("theta_intersection_agg", "theta_intersection_agg", as_column(col))


def theta_sketch_agg(col: ColumnOrName, lgNomEntries: Any | None = None) -> Column:
    """A theta sketch of the values, as bytes, of which others can be added to, cut with and taken away; it keeps about 2^lgNomEntries hashes (by default 2^12) and is exact below. NULLs and what is empty are passed over.

    In SQL:
        theta_sketch_estimate(theta_sketch_agg(5)) is 1
    """
    return invoke("theta_sketch_agg", "theta_sketch_agg", as_column(col), None if lgNomEntries is None else as_value(lgNomEntries))


def theta_sketch_estimate(col: ColumnOrName) -> Column:
    """About how many different values are in a theta sketch.

    In SQL:
        theta_sketch_estimate(X'01030300003ACC9315F97DCBBD86A105') is 1
    """
    return invoke("theta_sketch_estimate", "theta_sketch_estimate", as_column(col))


def theta_union(col1: ColumnOrName, col2: ColumnOrName, lgNomEntries: Any | None = None) -> Column:
    """Two theta sketches merged into one that keeps about 2^lgNomEntries hashes (by default 2^12).

    In SQL:
        theta_sketch_estimate(theta_union(X'01030300003ACC9315F97DCBBD86A105', X'01030300003ACC9315F97DCBBD86A105')) is 1
    """
    return invoke("theta_union", "theta_union", as_column(col1), as_column(col2), None if lgNomEntries is None else as_value(lgNomEntries))


def theta_union_agg(col: ColumnOrName, lgNomEntries: Any | None = None) -> Column:
    """Theta sketches merged into one that keeps about 2^lgNomEntries hashes.

    In SQL:
        theta_sketch_estimate(theta_union_agg(X'01030300003ACC9315F97DCBBD86A105')) is 1
    """
    return invoke("theta_union_agg", "theta_union_agg", as_column(col), None if lgNomEntries is None else as_value(lgNomEntries))


def time_bucket(bucket_size: ColumnOrName, ts: ColumnOrName, origin: ColumnOrName | None = None) -> Column:
    """The beginning of the bucket in which a timestamp lies: buckets are as long as an interval and counted from an origin, 1970 if none is given.

    In SQL:
        time_bucket(INTERVAL '15' MINUTE, TIMESTAMP'2024-03-15 10:20:30') is 2024-03-15 10:15:00
        time_bucket(INTERVAL '1' MONTH, TIMESTAMP'2024-03-15 10:20:30') is 2024-03-01 00:00:00
    """
    return invoke("time_bucket", "time_bucket", as_column(bucket_size), as_column(ts), None if origin is None else as_column(origin))


def time_diff(unit: ColumnOrName, start: ColumnOrName, end: ColumnOrName) -> Column:
    """Whole hours, minutes, seconds, milliseconds or microseconds from one time of day to another.

    In SQL:
        time_diff('HOUR', TIME'20:30:29', TIME'21:30:28') is 0
    """
    return invoke("time_diff", "time_diff", as_column(unit), as_column(start), as_column(end))


def time_from_micros(col: ColumnOrName) -> Column:
    """The time of day so many micros after midnight; an error outside of a day.

    In SQL:
        CAST(time_from_micros(52200500000) AS STRING) is 14:30:00.5
    """
    return invoke("time_from_micros", "time_from_micros", as_column(col))


def time_from_millis(col: ColumnOrName) -> Column:
    """The time of day so many millis after midnight; an error outside of a day.

    In SQL:
        CAST(time_from_millis(52200500) AS STRING) is 14:30:00.5
    """
    return invoke("time_from_millis", "time_from_millis", as_column(col))


def time_from_seconds(col: ColumnOrName) -> Column:
    """The time of day so many seconds after midnight; an error outside of a day.

    In SQL:
        CAST(time_from_seconds(52200.5) AS STRING) is 14:30:00.5
    """
    return invoke("time_from_seconds", "time_from_seconds", as_column(col))


def time_to_micros(col: ColumnOrName) -> Column:
    """How many microseconds after midnight a time of day is.

    In SQL:
        time_to_micros(TIME'14:30:00.5') is 52200500000
    """
    return invoke("time_to_micros", "time_to_micros", as_column(col))


def time_to_millis(col: ColumnOrName) -> Column:
    """How many milliseconds after midnight a time of day is.

    In SQL:
        time_to_millis(TIME'14:30:00.5') is 52200500
    """
    return invoke("time_to_millis", "time_to_millis", as_column(col))


def time_to_seconds(col: ColumnOrName) -> Column:
    """How many seconds after midnight a time of day is.

    In SQL:
        time_to_seconds(TIME'14:30:00.5') is 52200.500000
    """
    return invoke("time_to_seconds", "time_to_seconds", as_column(col))


def time_trunc(unit: ColumnOrName, time: ColumnOrName) -> Column:
    """A time of day cut to its hour, minute, second, millisecond or microsecond.

    In SQL:
        CAST(time_trunc('HOUR', TIME'09:32:05.359') AS STRING) is 09:00:00
    """
    return invoke("time_trunc", "time_trunc", as_column(unit), as_column(time))


def timestamp_add(unit: str, quantity: ColumnOrName, ts: ColumnOrName) -> Column:
    """The timestamp so many units later: years, quarters, months, weeks and days on the wall clock, smaller units in elapsed time.

    In SQL:
        timestampadd(HOUR, 8, TIMESTAMP'2022-02-11 20:30:00') is 2022-02-12 04:30:00
    """
    return invoke("timestampadd", "timestamp_add", as_text(unit, "unit"), as_column(quantity), as_column(ts))


def timestamp_diff(unit: str, start: ColumnOrName, end: ColumnOrName) -> Column:
    """Number of whole units from the first timestamp to the second on the session's wall clock, towards zero.

    In SQL:
        timestampdiff(HOUR, TIMESTAMP'2022-02-11 20:30:00', TIMESTAMP'2022-02-12 04:30:00') is 8
    """
    return invoke("timestampdiff", "timestamp_diff", as_text(unit, "unit"), as_column(start), as_column(end))


def timestamp_micros(col: ColumnOrName) -> Column:
    """The timestamp so many microseconds after 1970-01-01 UTC.

    In SQL:
        timestamp_micros(1230219000123123) is 2008-12-25 15:30:00.123123
    """
    return invoke("timestamp_micros", "timestamp_micros", as_column(col))


def timestamp_millis(col: ColumnOrName) -> Column:
    """The timestamp so many milliseconds after 1970-01-01 UTC.

    In SQL:
        timestamp_millis(1230219000123) is 2008-12-25 15:30:00.123
    """
    return invoke("timestamp_millis", "timestamp_millis", as_column(col))


def timestamp_nanos(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("timestamp_nanos", "timestamp_nanos", as_column(col))


def timestamp_seconds(col: ColumnOrName) -> Column:
    """The timestamp so many seconds after 1970-01-01 UTC; they may have a fraction.

    In SQL:
        timestamp_seconds(1230219000) is 2008-12-25 15:30:00
        timestamp_seconds(1230219000.123) is 2008-12-25 15:30:00.123
    """
    return invoke("timestamp_seconds", "timestamp_seconds", as_column(col))


def toDegrees(col: ColumnOrName) -> Column:
    """Radians as degrees.

    In SQL:
        degrees(3.141592653589793) is 180.0
    """
    return invoke("degrees", "toDegrees", as_column(col))


def toRadians(col: ColumnOrName) -> Column:
    """Degrees as radians.

    In SQL:
        radians(180) is 3.141592653589793
    """
    return invoke("radians", "toRadians", as_column(col))


def to_base32(col: ColumnOrName) -> Column:
    """The bytes in base32.

    In SQL:
        to_base32('abc') is MFRGG===
    """
    return invoke("to_base32", "to_base32", as_column(col))


def to_binary(col: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """The bytes of a text that is hexadecimal (as if nothing is told), UTF-8 or base64; an error where it is not.

    In SQL:
        to_binary('abc', 'utf-8') is abc
    """
    return invoke("to_binary", "to_binary", as_column(col), None if format is None else as_column(format))


def to_char(col: ColumnOrName, format: ColumnOrName) -> Column:
    """A number as text in a format (see to_number), # in place of digits where it does not fit; a date or timestamp by a datetime pattern; a binary as base64, hex or utf-8.

    In SQL:
        to_char(454, '999') is 454
        to_char(12454.8, '99G999D9S') is 12,454.8+
    """
    return invoke("to_char", "to_char", as_column(col), as_column(format))


def to_date(col: ColumnOrName, format: str | None = None) -> Column:
    """The date that a text holds, by a pattern if one is given (yyyy-MM-dd), or the date of a timestamp; an error where the text does not fit (NULL without ANSI mode).

    In SQL:
        to_date('2009-07-30 04:17:52') is 2009-07-30
        to_date('31/12/2016', 'dd/MM/yyyy') is 2016-12-31
    """
    return invoke("to_date", "to_date", as_column(col), None if format is None else as_text(format, "format"))


def to_number(col: ColumnOrName, format: ColumnOrName) -> Column:
    """The decimal that a text stands for in a format: 0 and 9 for digits, . or D, , or G, $, S, MI and PR; an error where it does not fit.

    In SQL:
        to_number('454', '999') is 454
        to_number('$78.12', '$99.99') is 78.12
    """
    return invoke("to_number", "to_number", as_column(col), as_column(format))


def to_time(str: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """The time of day that a text holds, by a pattern if one is given (HH:mm:ss); an error where it does not fit.

    In SQL:
        CAST(to_time('10-30', 'HH-mm') AS STRING) is 10:30:00
    """
    return invoke("to_time", "to_time", as_column(str), None if format is None else as_column(format))


def to_timestamp(col: ColumnOrName, format: str | None = None) -> Column:
    """The timestamp that a text holds, by a pattern if one is given (yyyy-MM-dd HH:mm:ss); an error where the text does not fit (NULL without ANSI mode).

    In SQL:
        to_timestamp('2016-12-31 00:12:00') is 2016-12-31 00:12:00
        to_timestamp('31.12.2016', 'dd.MM.yyyy') is 2016-12-31 00:00:00
    """
    return invoke("to_timestamp", "to_timestamp", as_column(col), None if format is None else as_text(format, "format"))


def to_timestamp_ltz(timestamp: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """The timestamp that a text holds, by a pattern if one is given (yyyy-MM-dd HH:mm:ss); an error where the text does not fit (NULL without ANSI mode).

    In SQL:
        to_timestamp_ltz('2016-12-31 00:12:00') is 2016-12-31 00:12:00
    """
    return invoke("to_timestamp_ltz", "to_timestamp_ltz", as_column(timestamp), None if format is None else as_column(format))


def to_timestamp_ntz(timestamp: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """The timestamp that a text holds, by a pattern if one is given (yyyy-MM-dd HH:mm:ss), without a time zone; an error where the text does not fit (NULL without ANSI mode).

    In SQL:
        to_timestamp_ntz('2016-12-31 00:12:00') is 2016-12-31 00:12:00
    """
    return invoke("to_timestamp_ntz", "to_timestamp_ntz", as_column(timestamp), None if format is None else as_column(format))


def to_unix_timestamp(timestamp: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """Seconds since 1970-01-01 UTC of a date, a timestamp, or a text read by a pattern.

    In SQL:
        to_unix_timestamp('2016-04-08', 'yyyy-MM-dd') is 1460073600
    """
    return invoke("to_unix_timestamp", "to_unix_timestamp", as_column(timestamp), None if format is None else as_column(format))


def to_utc_timestamp(timestamp: ColumnOrName, tz: Any) -> Column:
    """The timestamp read as one on the wall clock of a zone, shown in UTC.

    In SQL:
        to_utc_timestamp('2016-08-31', 'Asia/Seoul') is 2016-08-30 15:00:00
    """
    return invoke("to_utc_timestamp", "to_utc_timestamp", as_column(timestamp), as_value(tz))


def to_varchar(col: ColumnOrName, format: ColumnOrName) -> Column:
    """A number as text in a format (see to_number), # in place of digits where it does not fit; a date or timestamp by a datetime pattern; a binary as base64, hex or utf-8.

    In SQL:
        to_varchar(454, '999') is 454
        to_varchar(12454.8, '99G999D9S') is 12,454.8+
    """
    return invoke("to_varchar", "to_varchar", as_column(col), as_column(format))


def to_variant_object(col: ColumnOrName) -> Column:
    """An array, a map with texts as keys, or a struct as a variant: maps and structs become objects.

    In SQL:
        to_json(to_variant_object(named_struct('b', 1, 'a', array('x')))) is {"a":["x"],"b":1}
    """
    return invoke("to_variant_object", "to_variant_object", as_column(col))


def translate(srcCol: ColumnOrName, matching: str, replace: str) -> Column:
    """Each character that is in `from` replaced by the one at its place in `to`, or taken away where `to` is shorter.

    In SQL:
        translate('AaBbCc', 'abc', '123') is A1B2C3
    """
    return invoke("translate", "translate", as_column(srcCol), as_text(matching, "matching"), as_text(replace, "replace"))


def trunc(date: ColumnOrName, format: str) -> Column:
    """The first day of the week, month, quarter or year of a date; NULL for other units.

    In SQL:
        trunc('2019-08-04', 'week') is 2019-07-29
        trunc('2009-02-12', 'MM') is 2009-02-01
    """
    return invoke("trunc", "trunc", as_column(date), as_text(format, "format"))


def try_add(left: ColumnOrName, right: ColumnOrName) -> Column:
    """The sum, or NULL where it does not fit its type.

    In SQL:
        try_add(1, 2) is 3
        try_add(2147483647, 1) is NULL
    """
    return invoke("try_add", "try_add", as_column(left), as_column(right))


def try_avg(col: ColumnOrName) -> Column:
    """As `avg`, with NULL where the sum does not fit its type.

    In SQL:
        try_avg(5) is 5.0
    """
    return invoke("try_avg", "try_avg", as_column(col))


def try_divide(left: ColumnOrName, right: ColumnOrName) -> Column:
    """The quotient, or NULL where the divisor is zero.

    In SQL:
        try_divide(3, 2) is 1.5
        try_divide(1, 0) is NULL
    """
    return invoke("try_divide", "try_divide", as_column(left), as_column(right))


def try_element_at(col: ColumnOrName, extraction: ColumnOrName) -> Column:
    """The element of an array at a place counted from 1, or from the end if negative; or the value of a map's key, NULL if it lacks it. A place beyond the array gives NULL.

    In SQL:
        try_element_at(array(1, 2, 3), -1) is 3
        try_element_at(map('a', 1), 'b') is NULL
    """
    return invoke("try_element_at", "try_element_at", as_column(col), as_column(extraction))


def try_make_timestamp_ltz(years: ColumnOrName, months: ColumnOrName, days: ColumnOrName, hours: ColumnOrName, mins: ColumnOrName, secs: ColumnOrName, timezone: ColumnOrName | None = None) -> Column:
    """The timestamp of a year, month, day, hour, minute and second, or of a date and a time of day, in a time zone if one is given; NULL if there is none.

    In SQL:
        try_make_timestamp_ltz(2014, 12, 28, 6, 30, 45.887) is 2014-12-28 06:30:45.887
    """
    return invoke("try_make_timestamp_ltz", "try_make_timestamp_ltz", as_column(years), as_column(months), as_column(days), as_column(hours), as_column(mins), as_column(secs), None if timezone is None else as_column(timezone))


def try_mod(left: ColumnOrName, right: ColumnOrName) -> Column:
    """The rest of a division, or NULL where the divisor is zero.

    In SQL:
        try_mod(3, 2) is 1
        try_mod(1, 0) is NULL
    """
    return invoke("try_mod", "try_mod", as_column(left), as_column(right))


def try_multiply(left: ColumnOrName, right: ColumnOrName) -> Column:
    """The product, or NULL where it does not fit its type.

    In SQL:
        try_multiply(2, 3) is 6
        try_multiply(-2147483648, 10) is NULL
    """
    return invoke("try_multiply", "try_multiply", as_column(left), as_column(right))


def try_parse_json(col: ColumnOrName) -> Column:
    """A JSON text as a variant; NULL where it is none.

    In SQL:
        to_json(try_parse_json('{"b":1,"a":[2.50,null]}')) is {"a":[2.5,null],"b":1}
        try_parse_json('{a') is NULL
    """
    return invoke("try_parse_json", "try_parse_json", as_column(col))


def try_parse_url(url: ColumnOrName, partToExtract: ColumnOrName, key: ColumnOrName | None = None) -> Column:
    """A part of an address: HOST, PATH, QUERY, REF, PROTOCOL, FILE, AUTHORITY or USERINFO, or of its query the value of a key; NULL for what is no address.

    In SQL:
        try_parse_url('http://spark.apache.org/path?query=1', 'HOST') is spark.apache.org
        try_parse_url('http://spark.apache.org/path?query=1', 'QUERY', 'query') is 1
    """
    return invoke("try_parse_url", "try_parse_url", as_column(url), as_column(partToExtract), None if key is None else as_column(key))


def try_reflect(*cols: ColumnOrName) -> Column:
    """The result, as text, of a static method of Java. Some of Math, Integer, Long, String, UUID and URL coding are here; NULL where it raises an error.

    In SQL:
        try_reflect('java.util.UUID', 'fromString', 'a5cf6c42-0c85-418f-af6c-3e4e5b1328f2') is a5cf6c42-0c85-418f-af6c-3e4e5b1328f2
    """
    return invoke("try_reflect", "try_reflect", *as_columns(cols))


def try_subtract(left: ColumnOrName, right: ColumnOrName) -> Column:
    """The difference, or NULL where it does not fit its type.

    In SQL:
        try_subtract(2, 1) is 1
        try_subtract(-2147483648, 1) is NULL
    """
    return invoke("try_subtract", "try_subtract", as_column(left), as_column(right))


def try_sum(col: ColumnOrName) -> Column:
    """As `sum`, with NULL for a sum that does not fit its type.

    In SQL:
        try_sum(5) is 5
        try_sum(1.5D) is 1.5
    """
    return invoke("try_sum", "try_sum", as_column(col))


def try_to_binary(col: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """The bytes of a text that is hexadecimal (as if nothing is told), UTF-8 or base64; NULL where it is not.

    In SQL:
        try_to_binary('abc', 'utf-8') is abc
    """
    return invoke("try_to_binary", "try_to_binary", as_column(col), None if format is None else as_column(format))


def try_to_date(col: ColumnOrName, format: str | None = None) -> Column:
    """The date that a text holds, by a pattern if one is given (yyyy-MM-dd), or the date of a timestamp; NULL where the text does not fit.

    In SQL:
        try_to_date('2016-12-31', 'yyyy-MM-dd') is 2016-12-31
        try_to_date('foo', 'yyyy-MM-dd') is NULL
    """
    return invoke("try_to_date", "try_to_date", as_column(col), None if format is None else as_text(format, "format"))


def try_to_number(col: ColumnOrName, format: ColumnOrName) -> Column:
    """The decimal that a text stands for in a format: 0 and 9 for digits, . or D, , or G, $, S, MI and PR; NULL where it does not fit.

    In SQL:
        try_to_number('454', '999') is 454
        try_to_number('$78.12', '$99.99') is 78.12
    """
    return invoke("try_to_number", "try_to_number", as_column(col), as_column(format))


def try_to_time(str: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """The time of day that a text holds, by a pattern if one is given (HH:mm:ss); NULL where it does not fit.

    In SQL:
        CAST(try_to_time('10-30', 'HH-mm') AS STRING) is 10:30:00
        try_to_time('x') is NULL
    """
    return invoke("try_to_time", "try_to_time", as_column(str), None if format is None else as_column(format))


def try_to_timestamp(col: ColumnOrName, format: ColumnOrName | None = None) -> Column:
    """The timestamp that a text holds, by a pattern if one is given (yyyy-MM-dd HH:mm:ss); NULL where the text does not fit.

    In SQL:
        try_to_timestamp('2016-12-31 00:12:00') is 2016-12-31 00:12:00
        try_to_timestamp('foo', 'yyyy-MM-dd') is NULL
    """
    return invoke("try_to_timestamp", "try_to_timestamp", as_column(col), None if format is None else as_column(format))


def try_url_decode(str: ColumnOrName) -> Column:
    """The text that url_encode would have made this of; NULL where it is not encoded rightly.

    In SQL:
        try_url_decode('https%3A%2F%2Fspark.apache.org') is https://spark.apache.org
    """
    return invoke("try_url_decode", "try_url_decode", as_column(str))


def try_validate_utf8(str: ColumnOrName) -> Column:
    """The text; NULL if it is not valid UTF-8.

    In SQL:
        try_validate_utf8('Spark') is Spark
    """
    return invoke("try_validate_utf8", "try_validate_utf8", as_column(str))


def try_variant_array_append(v: ColumnOrName, path: Any, value: ColumnOrName) -> Column:
    """A variant with a value behind the last item of the array at a path; unchanged where nothing is there. NULL where an argument is NULL, and in place of an error.

    In SQL:
        to_json(try_variant_array_append(parse_json('[1]'), '$', 2)) is [1,2]
    """
    return invoke("try_variant_array_append", "try_variant_array_append", as_column(v), as_value(path), as_column(value))


def try_variant_get(v: ColumnOrName, path: Any, targetType: str) -> Column:
    """What lies at a path such as $.a[0] of a variant, as the given type (by default a variant); NULL where nothing is there, or it is not of the type.

    In SQL:
        try_variant_get(parse_json('{"a":[1,2]}'), '$.a[1]', 'int') is 2
        try_variant_get(parse_json('{"a":1}'), '$.b', 'int') is NULL
    """
    return invoke("try_variant_get", "try_variant_get", as_column(v), as_value(path), as_text(targetType, "targetType"))


def try_variant_insert(v: ColumnOrName, path: Any, value: ColumnOrName) -> Column:
    """A variant with a value put in at a path: a new field (an error if it is there), or an item in front of that at the index. What is missing on the way is made. NULL where an argument is NULL, and in place of an error.

    In SQL:
        to_json(try_variant_insert(parse_json('{"a":[1,2]}'), '$.a[1]', 9)) is {"a":[1,9,2]}
    """
    return invoke("try_variant_insert", "try_variant_insert", as_column(v), as_value(path), as_column(value))


def try_variant_set(v: ColumnOrName, path: Any, value: ColumnOrName, create_if_missing: bool = True) -> Column:
    """A variant with a value at a path, new or in place of what was there. What is missing on the way is made, unless create_if_missing is false. NULL where an argument is NULL, and in place of an error.

    In SQL:
        to_json(try_variant_set(parse_json('{"a":[1,2]}'), '$.a[1]', 9)) is {"a":[1,9]}
    """
    return invoke("try_variant_set", "try_variant_set", as_column(v), as_value(path), as_column(value), as_flag(create_if_missing, "create_if_missing"))


def tuple_difference_double(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """The entries of a tuple sketch whose keys another has not.

    In SQL:
        tuple_sketch_estimate_double(tuple_difference_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000', X'01030901000ACC9315F97DCBBD86A105000000000000244000')) is 0.0
    """
    return invoke("tuple_difference_double", "tuple_difference_double", as_column(col1), as_column(col2))


def tuple_difference_integer(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """The entries of a tuple sketch whose keys another has not.

    In SQL:
        tuple_sketch_estimate_integer(tuple_difference_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000', X'01030901000ACC9315F97DCBBD86A1050A00000000')) is 0.0
    """
    return invoke("tuple_difference_integer", "tuple_difference_integer", as_column(col1), as_column(col2))


def tuple_difference_theta_double(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """The entries of a tuple sketch whose keys a theta sketch has not.

    In SQL:
        tuple_sketch_estimate_double(tuple_difference_theta_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000', X'01030300003ACC9315F97DCBBD86A105')) is 0.0
    """
    return invoke("tuple_difference_theta_double", "tuple_difference_theta_double", as_column(col1), as_column(col2))


def tuple_difference_theta_integer(col1: ColumnOrName, col2: ColumnOrName) -> Column:
    """The entries of a tuple sketch whose keys a theta sketch has not.

    In SQL:
        tuple_sketch_estimate_integer(tuple_difference_theta_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000', X'01030300003ACC9315F97DCBBD86A105')) is 0.0
    """
    return invoke("tuple_difference_theta_integer", "tuple_difference_theta_integer", as_column(col1), as_column(col2))


def tuple_intersection_agg_double(col: ColumnOrName, mode: Any | None = None) -> Column:
    """A tuple sketch of the keys that all of the tuple sketches have; `mode` (sum, min, max or alwaysone) tells what becomes of their numbers.

    In SQL:
        tuple_sketch_estimate_double(tuple_intersection_agg_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000')) is 1.0
    """
    return invoke("tuple_intersection_agg_double", "tuple_intersection_agg_double", as_column(col), None if mode is None else as_value(mode))


def tuple_intersection_agg_integer(col: ColumnOrName, mode: Any | None = None) -> Column:
    """A tuple sketch of the keys that all of the tuple sketches have; `mode` (sum, min, max or alwaysone) tells what becomes of their numbers.

    In SQL:
        tuple_sketch_estimate_integer(tuple_intersection_agg_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000')) is 1.0
    """
    return invoke("tuple_intersection_agg_integer", "tuple_intersection_agg_integer", as_column(col), None if mode is None else as_value(mode))


def tuple_intersection_double(col1: ColumnOrName, col2: ColumnOrName, mode: Any | None = None) -> Column:
    """The entries of a tuple sketch whose keys another has, too; `mode` (sum, min, max or alwaysone) tells what becomes of their numbers.

    In SQL:
        tuple_sketch_estimate_double(tuple_intersection_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000', X'01030901000ACC9315F97DCBBD86A105000000000000244000')) is 1.0
    """
    return invoke("tuple_intersection_double", "tuple_intersection_double", as_column(col1), as_column(col2), None if mode is None else as_value(mode))


def tuple_intersection_integer(col1: ColumnOrName, col2: ColumnOrName, mode: Any | None = None) -> Column:
    """The entries of a tuple sketch whose keys another has, too; `mode` (sum, min, max or alwaysone) tells what becomes of their numbers.

    In SQL:
        tuple_sketch_estimate_integer(tuple_intersection_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000', X'01030901000ACC9315F97DCBBD86A1050A00000000')) is 1.0
    """
    return invoke("tuple_intersection_integer", "tuple_intersection_integer", as_column(col1), as_column(col2), None if mode is None else as_value(mode))


def tuple_intersection_theta_double(col1: ColumnOrName, col2: ColumnOrName, mode: Any | None = None) -> Column:
    """The entries of a tuple sketch whose keys a theta sketch has, too; `mode` (sum, min, max or alwaysone) tells what becomes of their numbers.

    In SQL:
        tuple_sketch_estimate_double(tuple_intersection_theta_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000', X'01030300003ACC9315F97DCBBD86A105')) is 1.0
    """
    return invoke("tuple_intersection_theta_double", "tuple_intersection_theta_double", as_column(col1), as_column(col2), None if mode is None else as_value(mode))


def tuple_intersection_theta_integer(col1: ColumnOrName, col2: ColumnOrName, mode: Any | None = None) -> Column:
    """The entries of a tuple sketch whose keys a theta sketch has, too; `mode` (sum, min, max or alwaysone) tells what becomes of their numbers.

    In SQL:
        tuple_sketch_estimate_integer(tuple_intersection_theta_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000', X'01030300003ACC9315F97DCBBD86A105')) is 1.0
    """
    return invoke("tuple_intersection_theta_integer", "tuple_intersection_theta_integer", as_column(col1), as_column(col2), None if mode is None else as_value(mode))


def tuple_sketch_estimate_double(col: ColumnOrName) -> Column:
    """About how many different keys are in a tuple sketch.

    In SQL:
        tuple_sketch_estimate_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000') is 1.0
    """
    return invoke("tuple_sketch_estimate_double", "tuple_sketch_estimate_double", as_column(col))


def tuple_sketch_estimate_integer(col: ColumnOrName) -> Column:
    """About how many different keys are in a tuple sketch.

    In SQL:
        tuple_sketch_estimate_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000') is 1.0
    """
    return invoke("tuple_sketch_estimate_integer", "tuple_sketch_estimate_integer", as_column(col))


def tuple_sketch_summary_double(col: ColumnOrName, mode: Any | None = None) -> Column:
    """The numbers of all entries of a tuple sketch taken together: their sum, min or max, or how many there are (alwaysone).

    In SQL:
        tuple_sketch_summary_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000') is 10.0
    """
    return invoke("tuple_sketch_summary_double", "tuple_sketch_summary_double", as_column(col), None if mode is None else as_value(mode))


def tuple_sketch_summary_integer(col: ColumnOrName, mode: Any | None = None) -> Column:
    """The numbers of all entries of a tuple sketch taken together: their sum, min or max, or how many there are (alwaysone).

    In SQL:
        tuple_sketch_summary_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000') is 10
    """
    return invoke("tuple_sketch_summary_integer", "tuple_sketch_summary_integer", as_column(col), None if mode is None else as_value(mode))


def tuple_sketch_theta_double(col: ColumnOrName) -> Column:
    """The share of all keys that a tuple sketch keeps: 1.0 while it holds them all.

    In SQL:
        tuple_sketch_theta_double(X'01030901000ACC9315F97DCBBD86A105000000000000244000') is 1.0
    """
    return invoke("tuple_sketch_theta_double", "tuple_sketch_theta_double", as_column(col))


def tuple_sketch_theta_integer(col: ColumnOrName) -> Column:
    """The share of all keys that a tuple sketch keeps: 1.0 while it holds them all.

    In SQL:
        tuple_sketch_theta_integer(X'01030901000ACC9315F97DCBBD86A1050A00000000') is 1.0
    """
    return invoke("tuple_sketch_theta_integer", "tuple_sketch_theta_integer", as_column(col))


def typeof(col: ColumnOrName) -> Column:
    """The type of the value, in words.

    In SQL:
        typeof(1) is int
        typeof(array(1)) is array<int>
    """
    return invoke("typeof", "typeof", as_column(col))


def ucase(str: ColumnOrName) -> Column:
    """The text in upper case.

    In SQL:
        ucase('SparkSql') is SPARKSQL
    """
    return invoke("ucase", "ucase", as_column(str))


def unbase64(col: ColumnOrName) -> Column:
    """The bytes that a base64 text stands for; characters that base64 does not use are skipped.

    In SQL:
        unbase64('U3BhcmsgU1FM') is Spark SQL
    """
    return invoke("unbase64", "unbase64", as_column(col))


def unhex(col: ColumnOrName) -> Column:
    """The bytes that hexadecimal digits stand for; NULL if the text holds anything else.

    In SQL:
        decode(unhex('537061726B2053514C'), 'UTF-8') is Spark SQL
        unhex('zz') is NULL
    """
    return invoke("unhex", "unhex", as_column(col))


def unix_date(col: ColumnOrName) -> Column:
    """Number of days from 1970-01-01 to a date.

    In SQL:
        unix_date(DATE'1970-01-02') is 1
    """
    return invoke("unix_date", "unix_date", as_column(col))


def unix_micros(col: ColumnOrName) -> Column:
    """Number of microseconds from 1970-01-01 UTC to a timestamp, rounded down.

    In SQL:
        unix_micros(TIMESTAMP'1970-01-01 00:00:01') is 1000000
    """
    return invoke("unix_micros", "unix_micros", as_column(col))


def unix_millis(col: ColumnOrName) -> Column:
    """Number of milliseconds from 1970-01-01 UTC to a timestamp, rounded down.

    In SQL:
        unix_millis(TIMESTAMP'1970-01-01 00:00:01') is 1000
    """
    return invoke("unix_millis", "unix_millis", as_column(col))


def unix_nanos(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("unix_nanos", "unix_nanos", as_column(col))


def unix_seconds(col: ColumnOrName) -> Column:
    """Number of seconds from 1970-01-01 UTC to a timestamp, rounded down.

    In SQL:
        unix_seconds(TIMESTAMP'1970-01-01 00:00:01') is 1
    """
    return invoke("unix_seconds", "unix_seconds", as_column(col))


def unwrap_udt(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("unwrap_udt", "unwrap_udt", as_column(col))


def upper(col: ColumnOrName) -> Column:
    """The text in upper case.

    In SQL:
        upper('SparkSql') is SPARKSQL
    """
    return invoke("upper", "upper", as_column(col))


def url_decode(str: ColumnOrName) -> Column:
    """The text that url_encode would have made this of; an error where it is not encoded rightly.

    In SQL:
        url_decode('https%3A%2F%2Fspark.apache.org') is https://spark.apache.org
    """
    return invoke("url_decode", "url_decode", as_column(str))


def url_encode(str: ColumnOrName) -> Column:
    """The text as forms send it: letters, digits and . - * _ stay, a space becomes +, all else % and hexadecimal digits.

    In SQL:
        url_encode('https://spark.apache.org') is https%3A%2F%2Fspark.apache.org
    """
    return invoke("url_encode", "url_encode", as_column(str))


def user() -> Column:
    """The name of the user who runs the query.

    In SQL:
        user() is spark
    """
    return invoke("user", "user")


def validate_utf8(str: ColumnOrName) -> Column:
    """The text; an error if it is not valid UTF-8.

    In SQL:
        validate_utf8('Spark') is Spark
    """
    return invoke("validate_utf8", "validate_utf8", as_column(str))


def var_pop(col: ColumnOrName) -> Column:
    """Variance of a whole population, divided by the count.

    In SQL:
        var_pop(5) is 0.0
    """
    return invoke("var_pop", "var_pop", as_column(col))


def var_samp(col: ColumnOrName) -> Column:
    """Variance of a sample, divided by the count less one; NULL for fewer than two values.

    In SQL:
        var_samp(5) is NULL
    """
    return invoke("var_samp", "var_samp", as_column(col))


def variance(col: ColumnOrName) -> Column:
    """Variance of a sample, divided by the count less one; NULL for fewer than two values.

    In SQL:
        variance(5) is NULL
    """
    return invoke("variance", "variance", as_column(col))


def variant_array_append(v: ColumnOrName, path: Any, value: ColumnOrName) -> Column:
    """A variant with a value behind the last item of the array at a path; unchanged where nothing is there. NULL where an argument is NULL.

    In SQL:
        to_json(variant_array_append(parse_json('[1]'), '$', 2)) is [1,2]
    """
    return invoke("variant_array_append", "variant_array_append", as_column(v), as_value(path), as_column(value))


def variant_get(v: ColumnOrName, path: Any, targetType: str) -> Column:
    """What lies at a path such as $.a[0] of a variant, as the given type (by default a variant); NULL where nothing is there, an error where it is not of the type.

    In SQL:
        variant_get(parse_json('{"a":[1,2]}'), '$.a[1]', 'int') is 2
        variant_get(parse_json('{"a":1}'), '$.b', 'int') is NULL
    """
    return invoke("variant_get", "variant_get", as_column(v), as_value(path), as_text(targetType, "targetType"))


def variant_insert(v: ColumnOrName, path: Any, value: ColumnOrName) -> Column:
    """A variant with a value put in at a path: a new field (an error if it is there), or an item in front of that at the index. What is missing on the way is made. NULL where an argument is NULL.

    In SQL:
        to_json(variant_insert(parse_json('{"a":[1,2]}'), '$.a[1]', 9)) is {"a":[1,9,2]}
    """
    return invoke("variant_insert", "variant_insert", as_column(v), as_value(path), as_column(value))


def variant_set(v: ColumnOrName, path: Any, value: ColumnOrName, create_if_missing: bool = True) -> Column:
    """A variant with a value at a path, new or in place of what was there. What is missing on the way is made, unless create_if_missing is false. NULL where an argument is NULL.

    In SQL:
        to_json(variant_set(parse_json('{"a":[1,2]}'), '$.a[1]', 9)) is {"a":[1,9]}
    """
    return invoke("variant_set", "variant_set", as_column(v), as_value(path), as_column(value), as_flag(create_if_missing, "create_if_missing"))


def variant_strip_nulls(v: ColumnOrName, include_arrays: bool = True) -> Column:
    """A variant without fields that are null, and without items of arrays that are, unless include_arrays is false.

    In SQL:
        to_json(variant_strip_nulls(parse_json('{"a":null,"b":[1,null]}'))) is {"b":[1]}
    """
    return invoke("variant_strip_nulls", "variant_strip_nulls", as_column(v), as_flag(include_arrays, "include_arrays"))


def vector_avg(col: ColumnOrName) -> Column:
    """Mean of vectors, element by element. Rows that are NULL or hold a NULL are left out; an error if the lengths differ.

    In SQL:
        vector_avg(array(1.0F, 2.0F)) is [1.0, 2.0]
    """
    return invoke("vector_avg", "vector_avg", as_column(col))


def vector_cosine_similarity(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Cosine of the angle between two vectors; NULL if one has the length 0. NULL if an element is NULL; an error if the lengths differ.

    In SQL:
        vector_cosine_similarity(array(1.0F, 2.0F, 3.0F), array(4.0F, 5.0F, 6.0F)) is 0.97463185
    """
    return invoke("vector_cosine_similarity", "vector_cosine_similarity", as_column(left), as_column(right))


def vector_inner_product(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Sum of the products of the elements of two vectors. NULL if an element is NULL; an error if the lengths differ.

    In SQL:
        vector_inner_product(array(1.0F, 2.0F, 3.0F), array(4.0F, 5.0F, 6.0F)) is 32.0
    """
    return invoke("vector_inner_product", "vector_inner_product", as_column(left), as_column(right))


def vector_l2_distance(left: ColumnOrName, right: ColumnOrName) -> Column:
    """Euclidean distance of two vectors. NULL if an element is NULL; an error if the lengths differ.

    In SQL:
        vector_l2_distance(array(1.0F, 2.0F, 3.0F), array(4.0F, 5.0F, 6.0F)) is 5.196152
    """
    return invoke("vector_l2_distance", "vector_l2_distance", as_column(left), as_column(right))


def vector_norm(vector: ColumnOrName, degree: ColumnOrName | None = None) -> Column:
    """Length of a vector: its norm of degree 1, 2 (the default) or infinity. NULL if an element is NULL.

    In SQL:
        vector_norm(array(3.0F, 4.0F)) is 5.0
    """
    return invoke("vector_norm", "vector_norm", as_column(vector), None if degree is None else as_column(degree))


def vector_normalize(vector: ColumnOrName, degree: ColumnOrName | None = None) -> Column:
    """The vector in the same direction whose norm (degree 1, 2 or infinity) is 1. NULL if its norm is 0 or an element is NULL.

    In SQL:
        vector_normalize(array(3.0F, 4.0F)) is [0.6, 0.8]
    """
    return invoke("vector_normalize", "vector_normalize", as_column(vector), None if degree is None else as_column(degree))


def vector_sum(col: ColumnOrName) -> Column:
    """Sum of vectors, element by element. Rows that are NULL or hold a NULL are left out; an error if the lengths differ.

    In SQL:
        vector_sum(array(1.0F, 2.0F)) is [1.0, 2.0]
    """
    return invoke("vector_sum", "vector_sum", as_column(col))


def version() -> Column:
    """The version of Spark that the engine follows, and its revision.

    In SQL:
        version() is 4.3.0 98bc0212c94705434471627068f41e374ccab143
    """
    return invoke("version", "version")


def weekday(col: ColumnOrName) -> Column:
    """The day of the week, 0 for Monday to 6 for Sunday.

    In SQL:
        weekday('2016-07-30') is 5
    """
    return invoke("weekday", "weekday", as_column(col))


def weekofyear(col: ColumnOrName) -> Column:
    """The ISO week of the year: weeks begin on Monday, the first has more than three days.

    In SQL:
        weekofyear('2016-07-30') is 30
    """
    return invoke("weekofyear", "weekofyear", as_column(col))


def width_bucket(v: ColumnOrName, min: ColumnOrName, max: ColumnOrName, numBucket: ColumnOrName | int) -> Column:
    """Which of so many equal ranges between two bounds the number falls into, counted from 1; 0 below them, one more than there are above.

    In SQL:
        width_bucket(5.3, 0.2, 10.6, 5) is 3
        width_bucket(-2.1, 1.3, 3.4, 3) is 0
    """
    return invoke("width_bucket", "width_bucket", as_column(v), as_column(min), as_column(max), as_whole_or_column(numBucket))


def window_time(windowColumn: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("window_time", "window_time", as_column(windowColumn))


def xpath(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """The texts and attributes that an XPath expression finds in an XML text. NULL for an empty text; an error for what is no XML.

    In SQL:
        xpath('<a><b>b1</b><b>b2</b></a>', 'a/b/text()') is [b1, b2]
    """
    return invoke("xpath", "xpath", as_column(xml), as_column(path))


def xpath_boolean(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """Whether an XPath expression finds something in an XML text, or is true of it. NULL for an empty text; an error for what is no XML.

    In SQL:
        xpath_boolean('<a><b>1</b></a>', 'a/b') is true
    """
    return invoke("xpath_boolean", "xpath_boolean", as_column(xml), as_column(path))


def xpath_double(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """What an XPath expression finds in an XML text, as a DOUBLE; NaN where it is no number. NULL for an empty text; an error for what is no XML.

    In SQL:
        xpath_double('<a><b>1</b><b>2</b></a>', 'sum(a/b)') is 3.0
    """
    return invoke("xpath_double", "xpath_double", as_column(xml), as_column(path))


def xpath_float(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """What an XPath expression finds in an XML text, as a FLOAT. NULL for an empty text; an error for what is no XML.

    In SQL:
        xpath_float('<a><b>1</b><b>2</b></a>', 'sum(a/b)') is 3.0
    """
    return invoke("xpath_float", "xpath_float", as_column(xml), as_column(path))


def xpath_int(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """What an XPath expression finds in an XML text, as an INT; 0 where it is no number. NULL for an empty text; an error for what is no XML.

    In SQL:
        xpath_int('<a><b>1</b><b>2</b></a>', 'sum(a/b)') is 3
    """
    return invoke("xpath_int", "xpath_int", as_column(xml), as_column(path))


def xpath_long(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """What an XPath expression finds in an XML text, as a BIGINT; 0 where it is no number. NULL for an empty text; an error for what is no XML.

    In SQL:
        xpath_long('<a><b>1</b><b>2</b></a>', 'sum(a/b)') is 3
    """
    return invoke("xpath_long", "xpath_long", as_column(xml), as_column(path))


def xpath_number(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """What an XPath expression finds in an XML text, as a DOUBLE; NaN where it is no number. NULL for an empty text; an error for what is no XML.

    In SQL:
        xpath_number('<a><b>1</b><b>2</b></a>', 'sum(a/b)') is 3.0
    """
    return invoke("xpath_number", "xpath_number", as_column(xml), as_column(path))


def xpath_short(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """What an XPath expression finds in an XML text, as a SMALLINT; 0 where it is no number. NULL for an empty text; an error for what is no XML.

    In SQL:
        xpath_short('<a><b>1</b><b>2</b></a>', 'sum(a/b)') is 3
    """
    return invoke("xpath_short", "xpath_short", as_column(xml), as_column(path))


def xpath_string(xml: ColumnOrName, path: ColumnOrName) -> Column:
    """The text of the first node that an XPath expression finds in an XML text. NULL for an empty text; an error for what is no XML.

    In SQL:
        xpath_string('<a><b>b</b><c>cc</c></a>', 'a/c') is cc
    """
    return invoke("xpath_string", "xpath_string", as_column(xml), as_column(path))


def xxhash64(*cols: ColumnOrName) -> Column:
    """A 64-bit hash (xxHash, seed 42) of the arguments. NULLs are passed over.

    In SQL:
        xxhash64('Spark', array(123), 2) is 5602566077635097486
    """
    return invoke("xxhash64", "xxhash64", *as_columns(cols))


def year(col: ColumnOrName) -> Column:
    """The year of a date.

    In SQL:
        year('2016-07-30') is 2016
    """
    return invoke("year", "year", as_column(col))


def years(col: ColumnOrName) -> Column:
    """Exists in Spark, but not in this engine."""
    return invoke("years", "years", as_column(col))


def zeroifnull(col: ColumnOrName) -> Column:
    """The number, or zero where it is NULL.

    In SQL:
        zeroifnull(NULL) is 0
        zeroifnull(2) is 2
    """
    return invoke("zeroifnull", "zeroifnull", as_column(col))


__all__ = [
    "abs",
    "acos",
    "acosh",
    "add_months",
    "any_value",
    "approx_percentile",
    "array",
    "array_agg",
    "array_append",
    "array_compact",
    "array_contains",
    "array_distinct",
    "array_except",
    "array_insert",
    "array_intersect",
    "array_join",
    "array_max",
    "array_min",
    "array_position",
    "array_prepend",
    "array_remove",
    "array_repeat",
    "array_size",
    "array_union",
    "arrays_overlap",
    "arrays_zip",
    "ascii",
    "asin",
    "asinh",
    "assert_true",
    "atan",
    "atan2",
    "atanh",
    "avg",
    "base64",
    "bin",
    "bit_and",
    "bit_count",
    "bit_get",
    "bit_length",
    "bit_or",
    "bit_xor",
    "bitmap_and_agg",
    "bitmap_bit_position",
    "bitmap_bucket_number",
    "bitmap_construct_agg",
    "bitmap_count",
    "bitmap_or_agg",
    "bitwiseNOT",
    "bitwise_not",
    "bool_and",
    "bool_or",
    "btrim",
    "bucket",
    "cardinality",
    "cbrt",
    "ceil",
    "ceiling",
    "char",
    "char_length",
    "character_length",
    "chr",
    "coalesce",
    "collate",
    "collation",
    "collect_list",
    "collect_set",
    "collect_union",
    "concat",
    "concat_ws",
    "contains",
    "conv",
    "convert_timezone",
    "corr",
    "cos",
    "cosh",
    "cot",
    "count",
    "countDistinct",
    "count_distinct",
    "count_if",
    "counter_diff",
    "covar_pop",
    "covar_samp",
    "crc32",
    "create_map",
    "csc",
    "cume_dist",
    "curdate",
    "current_catalog",
    "current_database",
    "current_date",
    "current_path",
    "current_schema",
    "current_time",
    "current_timestamp",
    "current_timezone",
    "current_user",
    "date_add",
    "date_diff",
    "date_format",
    "date_from_unix_date",
    "date_part",
    "date_sub",
    "date_trunc",
    "dateadd",
    "datediff",
    "datepart",
    "day",
    "dayname",
    "dayofmonth",
    "dayofweek",
    "dayofyear",
    "days",
    "decode",
    "degrees",
    "dense_rank",
    "e",
    "element_at",
    "elt",
    "encode",
    "endswith",
    "equal_null",
    "every",
    "exp",
    "explode",
    "explode_outer",
    "expm1",
    "extract",
    "factorial",
    "find_in_set",
    "first",
    "first_value",
    "flatten",
    "floor",
    "format_number",
    "format_string",
    "from_base32",
    "from_unixtime",
    "from_utc_timestamp",
    "get",
    "get_json_object",
    "getbit",
    "greatest",
    "grouping",
    "grouping_id",
    "hash",
    "hex",
    "histogram_numeric",
    "hll_sketch_agg",
    "hll_sketch_estimate",
    "hll_union",
    "hll_union_agg",
    "hmac",
    "hour",
    "hours",
    "hypot",
    "ifnull",
    "ilike",
    "initcap",
    "inline",
    "inline_outer",
    "input_file_block_length",
    "input_file_block_start",
    "input_file_name",
    "instr",
    "is_valid_utf8",
    "is_valid_variant",
    "is_variant_null",
    "isnan",
    "isnotnull",
    "isnull",
    "jaro_winkler_similarity",
    "java_method",
    "json_array_length",
    "json_object_keys",
    "kll_merge_agg_bigint",
    "kll_merge_agg_double",
    "kll_merge_agg_float",
    "kll_sketch_agg_bigint",
    "kll_sketch_agg_double",
    "kll_sketch_agg_float",
    "kll_sketch_get_n_bigint",
    "kll_sketch_get_n_double",
    "kll_sketch_get_n_float",
    "kll_sketch_get_quantile_bigint",
    "kll_sketch_get_quantile_double",
    "kll_sketch_get_quantile_float",
    "kll_sketch_get_rank_bigint",
    "kll_sketch_get_rank_double",
    "kll_sketch_get_rank_float",
    "kll_sketch_merge_bigint",
    "kll_sketch_merge_double",
    "kll_sketch_merge_float",
    "kll_sketch_to_string_bigint",
    "kll_sketch_to_string_double",
    "kll_sketch_to_string_float",
    "kurtosis",
    "last",
    "last_day",
    "last_value",
    "lcase",
    "least",
    "left",
    "length",
    "levenshtein",
    "like",
    "listagg",
    "listagg_distinct",
    "ln",
    "localtimestamp",
    "locate",
    "log10",
    "log1p",
    "log2",
    "lower",
    "lpad",
    "make_date",
    "make_time",
    "make_timestamp_ltz",
    "make_valid_utf8",
    "map_concat",
    "map_contains_key",
    "map_entries",
    "map_from_arrays",
    "map_from_entries",
    "map_keys",
    "map_values",
    "max",
    "max_by",
    "md5",
    "mean",
    "median",
    "min",
    "min_by",
    "minute",
    "mode",
    "monotonically_increasing_id",
    "month",
    "monthname",
    "months",
    "months_between",
    "named_struct",
    "nanvl",
    "negate",
    "negative",
    "next_day",
    "now",
    "nth_value",
    "ntile",
    "nullif",
    "nullifzero",
    "nvl",
    "nvl2",
    "octet_length",
    "overlay",
    "parse_json",
    "parse_url",
    "percent_rank",
    "percentile",
    "percentile_approx",
    "pi",
    "pmod",
    "posexplode",
    "posexplode_outer",
    "position",
    "positive",
    "pow",
    "power",
    "printf",
    "product",
    "quarter",
    "quote",
    "radians",
    "raise_error",
    "rank",
    "reflect",
    "regexp",
    "regexp_count",
    "regexp_extract",
    "regexp_extract_all",
    "regexp_instr",
    "regexp_like",
    "regexp_replace",
    "regexp_substr",
    "regr_avgx",
    "regr_avgy",
    "regr_count",
    "regr_intercept",
    "regr_r2",
    "regr_slope",
    "regr_sxx",
    "regr_sxy",
    "regr_syy",
    "repeat",
    "replace",
    "reverse",
    "right",
    "rint",
    "rlike",
    "row_number",
    "rpad",
    "schema_of_variant",
    "schema_of_variant_agg",
    "sec",
    "second",
    "sequence",
    "session_user",
    "session_window",
    "sha",
    "sha1",
    "shiftLeft",
    "shiftRight",
    "shiftRightUnsigned",
    "shiftleft",
    "shiftright",
    "shiftrightunsigned",
    "sign",
    "signum",
    "sin",
    "sinh",
    "size",
    "skewness",
    "slice",
    "some",
    "sort_array",
    "soundex",
    "spark_partition_id",
    "split",
    "split_part",
    "sqrt",
    "st_asbinary",
    "st_geogfromwkb",
    "st_geomfromwkb",
    "st_setsrid",
    "st_srid",
    "stack",
    "startswith",
    "std",
    "stddev",
    "stddev_pop",
    "stddev_samp",
    "string_agg",
    "string_agg_distinct",
    "struct",
    "substr",
    "substring",
    "substring_index",
    "sum",
    "sumDistinct",
    "sum_distinct",
    "tan",
    "tanh",
    "theta_difference",
    "theta_intersection",
    "theta_intersection_agg",
    "theta_sketch_agg",
    "theta_sketch_estimate",
    "theta_union",
    "theta_union_agg",
    "time_bucket",
    "time_diff",
    "time_from_micros",
    "time_from_millis",
    "time_from_seconds",
    "time_to_micros",
    "time_to_millis",
    "time_to_seconds",
    "time_trunc",
    "timestamp_add",
    "timestamp_diff",
    "timestamp_micros",
    "timestamp_millis",
    "timestamp_nanos",
    "timestamp_seconds",
    "toDegrees",
    "toRadians",
    "to_base32",
    "to_binary",
    "to_char",
    "to_date",
    "to_number",
    "to_time",
    "to_timestamp",
    "to_timestamp_ltz",
    "to_timestamp_ntz",
    "to_unix_timestamp",
    "to_utc_timestamp",
    "to_varchar",
    "to_variant_object",
    "translate",
    "trunc",
    "try_add",
    "try_avg",
    "try_divide",
    "try_element_at",
    "try_make_timestamp_ltz",
    "try_mod",
    "try_multiply",
    "try_parse_json",
    "try_parse_url",
    "try_reflect",
    "try_subtract",
    "try_sum",
    "try_to_binary",
    "try_to_date",
    "try_to_number",
    "try_to_time",
    "try_to_timestamp",
    "try_url_decode",
    "try_validate_utf8",
    "try_variant_array_append",
    "try_variant_get",
    "try_variant_insert",
    "try_variant_set",
    "tuple_difference_double",
    "tuple_difference_integer",
    "tuple_difference_theta_double",
    "tuple_difference_theta_integer",
    "tuple_intersection_agg_double",
    "tuple_intersection_agg_integer",
    "tuple_intersection_double",
    "tuple_intersection_integer",
    "tuple_intersection_theta_double",
    "tuple_intersection_theta_integer",
    "tuple_sketch_estimate_double",
    "tuple_sketch_estimate_integer",
    "tuple_sketch_summary_double",
    "tuple_sketch_summary_integer",
    "tuple_sketch_theta_double",
    "tuple_sketch_theta_integer",
    "typeof",
    "ucase",
    "unbase64",
    "unhex",
    "unix_date",
    "unix_micros",
    "unix_millis",
    "unix_nanos",
    "unix_seconds",
    "unwrap_udt",
    "upper",
    "url_decode",
    "url_encode",
    "user",
    "validate_utf8",
    "var_pop",
    "var_samp",
    "variance",
    "variant_array_append",
    "variant_get",
    "variant_insert",
    "variant_set",
    "variant_strip_nulls",
    "vector_avg",
    "vector_cosine_similarity",
    "vector_inner_product",
    "vector_l2_distance",
    "vector_norm",
    "vector_normalize",
    "vector_sum",
    "version",
    "weekday",
    "weekofyear",
    "width_bucket",
    "window_time",
    "xpath",
    "xpath_boolean",
    "xpath_double",
    "xpath_float",
    "xpath_int",
    "xpath_long",
    "xpath_number",
    "xpath_short",
    "xpath_string",
    "xxhash64",
    "year",
    "years",
    "zeroifnull",
]

# What PySpark's own module exports.
EXPORTED = [
    "AnalyzeArgument",
    "AnalyzeResult",
    "ArrowUDFType",
    "OrderingColumn",
    "PandasUDFType",
    "PartitioningColumn",
    "SelectedColumn",
    "SkipRestOfInputTableException",
    "UserDefinedFunction",
    "UserDefinedTableFunction",
    "abs",
    "acos",
    "acosh",
    "add_months",
    "aes_decrypt",
    "aes_encrypt",
    "aggregate",
    "any_value",
    "approx_count_distinct",
    "approx_percentile",
    "array",
    "array_agg",
    "array_append",
    "array_compact",
    "array_contains",
    "array_distinct",
    "array_except",
    "array_insert",
    "array_intersect",
    "array_join",
    "array_max",
    "array_min",
    "array_position",
    "array_prepend",
    "array_remove",
    "array_repeat",
    "array_size",
    "array_sort",
    "array_union",
    "arrays_overlap",
    "arrays_zip",
    "arrow_udf",
    "arrow_udtf",
    "asc",
    "asc_nulls_first",
    "asc_nulls_last",
    "ascii",
    "asin",
    "asinh",
    "assert_true",
    "atan",
    "atan2",
    "atanh",
    "avg",
    "base64",
    "bin",
    "bit_and",
    "bit_count",
    "bit_get",
    "bit_length",
    "bit_or",
    "bit_xor",
    "bitmap_and_agg",
    "bitmap_bit_position",
    "bitmap_bucket_number",
    "bitmap_construct_agg",
    "bitmap_count",
    "bitmap_or_agg",
    "bitwise_not",
    "bool_and",
    "bool_or",
    "broadcast",
    "bround",
    "btrim",
    "bucket",
    "call_function",
    "call_udf",
    "cardinality",
    "cbrt",
    "ceil",
    "ceiling",
    "char",
    "char_length",
    "character_length",
    "coalesce",
    "col",
    "collate",
    "collation",
    "collect_list",
    "collect_set",
    "collect_union",
    "column",
    "concat",
    "concat_ws",
    "contains",
    "conv",
    "convert_timezone",
    "corr",
    "cos",
    "cosh",
    "cot",
    "count",
    "count_distinct",
    "count_if",
    "count_min_sketch",
    "counter_diff",
    "covar_pop",
    "covar_samp",
    "crc32",
    "create_map",
    "csc",
    "cume_dist",
    "curdate",
    "current_catalog",
    "current_database",
    "current_date",
    "current_path",
    "current_schema",
    "current_time",
    "current_timestamp",
    "current_timezone",
    "current_user",
    "date_add",
    "date_diff",
    "date_format",
    "date_from_unix_date",
    "date_part",
    "date_sub",
    "date_trunc",
    "dateadd",
    "datediff",
    "datepart",
    "day",
    "dayname",
    "dayofmonth",
    "dayofweek",
    "dayofyear",
    "days",
    "decode",
    "degrees",
    "dense_rank",
    "desc",
    "desc_nulls_first",
    "desc_nulls_last",
    "e",
    "element_at",
    "elt",
    "encode",
    "endswith",
    "equal_null",
    "every",
    "exists",
    "exp",
    "explode",
    "explode_outer",
    "expm1",
    "expr",
    "extract",
    "factorial",
    "filter",
    "find_in_set",
    "first",
    "first_value",
    "flatten",
    "floor",
    "forall",
    "format_number",
    "format_string",
    "from_base32",
    "from_csv",
    "from_json",
    "from_unixtime",
    "from_utc_timestamp",
    "from_xml",
    "get",
    "get_json_object",
    "getbit",
    "greatest",
    "grouping",
    "grouping_id",
    "hash",
    "hex",
    "histogram_numeric",
    "hll_sketch_agg",
    "hll_sketch_estimate",
    "hll_union",
    "hll_union_agg",
    "hmac",
    "hour",
    "hours",
    "hypot",
    "ifnull",
    "ilike",
    "initcap",
    "inline",
    "inline_outer",
    "input_file_block_length",
    "input_file_block_start",
    "input_file_name",
    "instr",
    "is_valid_utf8",
    "is_valid_variant",
    "is_variant_null",
    "isnan",
    "isnotnull",
    "isnull",
    "jaro_winkler_similarity",
    "java_method",
    "json_array_length",
    "json_object_keys",
    "json_tuple",
    "kll_merge_agg_bigint",
    "kll_merge_agg_double",
    "kll_merge_agg_float",
    "kll_sketch_agg_bigint",
    "kll_sketch_agg_double",
    "kll_sketch_agg_float",
    "kll_sketch_get_n_bigint",
    "kll_sketch_get_n_double",
    "kll_sketch_get_n_float",
    "kll_sketch_get_quantile_bigint",
    "kll_sketch_get_quantile_double",
    "kll_sketch_get_quantile_float",
    "kll_sketch_get_rank_bigint",
    "kll_sketch_get_rank_double",
    "kll_sketch_get_rank_float",
    "kll_sketch_merge_bigint",
    "kll_sketch_merge_double",
    "kll_sketch_merge_float",
    "kll_sketch_to_string_bigint",
    "kll_sketch_to_string_double",
    "kll_sketch_to_string_float",
    "kurtosis",
    "lag",
    "last",
    "last_day",
    "last_value",
    "lcase",
    "lead",
    "least",
    "left",
    "length",
    "levenshtein",
    "like",
    "listagg",
    "listagg_distinct",
    "lit",
    "ln",
    "localtimestamp",
    "locate",
    "log",
    "log10",
    "log1p",
    "log2",
    "lower",
    "lpad",
    "ltrim",
    "make_date",
    "make_dt_interval",
    "make_interval",
    "make_time",
    "make_timestamp",
    "make_timestamp_ltz",
    "make_timestamp_ntz",
    "make_valid_utf8",
    "make_ym_interval",
    "map_concat",
    "map_contains_key",
    "map_entries",
    "map_filter",
    "map_from_arrays",
    "map_from_entries",
    "map_keys",
    "map_values",
    "map_zip_with",
    "mask",
    "max",
    "max_by",
    "md5",
    "mean",
    "median",
    "min",
    "min_by",
    "minute",
    "mode",
    "monotonically_increasing_id",
    "month",
    "monthname",
    "months",
    "months_between",
    "named_struct",
    "nanvl",
    "negate",
    "negative",
    "next_day",
    "now",
    "nth_value",
    "ntile",
    "nullif",
    "nullifzero",
    "nvl",
    "nvl2",
    "octet_length",
    "overlay",
    "pandas_udf",
    "parse_json",
    "parse_url",
    "percent_rank",
    "percentile",
    "percentile_approx",
    "pi",
    "pmod",
    "posexplode",
    "posexplode_outer",
    "position",
    "positive",
    "pow",
    "power",
    "printf",
    "product",
    "quarter",
    "quote",
    "radians",
    "raise_error",
    "rand",
    "randn",
    "randstr",
    "rank",
    "reduce",
    "reflect",
    "regexp",
    "regexp_count",
    "regexp_extract",
    "regexp_extract_all",
    "regexp_instr",
    "regexp_like",
    "regexp_replace",
    "regexp_substr",
    "regr_avgx",
    "regr_avgy",
    "regr_count",
    "regr_intercept",
    "regr_r2",
    "regr_slope",
    "regr_sxx",
    "regr_sxy",
    "regr_syy",
    "repeat",
    "replace",
    "reverse",
    "right",
    "rint",
    "rlike",
    "round",
    "row_number",
    "rpad",
    "rtrim",
    "schema_of_csv",
    "schema_of_json",
    "schema_of_variant",
    "schema_of_variant_agg",
    "schema_of_xml",
    "sec",
    "second",
    "sentences",
    "sequence",
    "session_user",
    "session_window",
    "sha",
    "sha1",
    "sha2",
    "shiftleft",
    "shiftright",
    "shiftrightunsigned",
    "shuffle",
    "sign",
    "signum",
    "sin",
    "sinh",
    "size",
    "skewness",
    "slice",
    "some",
    "sort_array",
    "soundex",
    "spark_partition_id",
    "split",
    "split_part",
    "sqrt",
    "st_asbinary",
    "st_geogfromwkb",
    "st_geomfromwkb",
    "st_setsrid",
    "st_srid",
    "stack",
    "startswith",
    "std",
    "stddev",
    "stddev_pop",
    "stddev_samp",
    "str_to_map",
    "string_agg",
    "string_agg_distinct",
    "struct",
    "substr",
    "substring",
    "substring_index",
    "sum",
    "sum_distinct",
    "tan",
    "tanh",
    "theta_difference",
    "theta_intersection",
    "theta_intersection_agg",
    "theta_sketch_agg",
    "theta_sketch_estimate",
    "theta_union",
    "theta_union_agg",
    "time_bucket",
    "time_diff",
    "time_from_micros",
    "time_from_millis",
    "time_from_seconds",
    "time_to_micros",
    "time_to_millis",
    "time_to_seconds",
    "time_trunc",
    "timestamp_add",
    "timestamp_diff",
    "timestamp_micros",
    "timestamp_millis",
    "timestamp_nanos",
    "timestamp_seconds",
    "to_base32",
    "to_binary",
    "to_char",
    "to_csv",
    "to_date",
    "to_json",
    "to_number",
    "to_time",
    "to_timestamp",
    "to_timestamp_ltz",
    "to_timestamp_ntz",
    "to_unix_timestamp",
    "to_utc_timestamp",
    "to_varchar",
    "to_variant_object",
    "to_xml",
    "transform",
    "transform_keys",
    "transform_values",
    "translate",
    "trim",
    "trunc",
    "try_add",
    "try_aes_decrypt",
    "try_avg",
    "try_divide",
    "try_element_at",
    "try_make_interval",
    "try_make_timestamp",
    "try_make_timestamp_ltz",
    "try_make_timestamp_ntz",
    "try_mod",
    "try_multiply",
    "try_parse_json",
    "try_parse_url",
    "try_reflect",
    "try_subtract",
    "try_sum",
    "try_to_binary",
    "try_to_date",
    "try_to_number",
    "try_to_time",
    "try_to_timestamp",
    "try_url_decode",
    "try_validate_utf8",
    "try_variant_array_append",
    "try_variant_get",
    "try_variant_insert",
    "try_variant_set",
    "tuple_difference_double",
    "tuple_difference_integer",
    "tuple_difference_theta_double",
    "tuple_difference_theta_integer",
    "tuple_intersection_agg_double",
    "tuple_intersection_agg_integer",
    "tuple_intersection_double",
    "tuple_intersection_integer",
    "tuple_intersection_theta_double",
    "tuple_intersection_theta_integer",
    "tuple_sketch_agg_double",
    "tuple_sketch_agg_integer",
    "tuple_sketch_estimate_double",
    "tuple_sketch_estimate_integer",
    "tuple_sketch_summary_double",
    "tuple_sketch_summary_integer",
    "tuple_sketch_theta_double",
    "tuple_sketch_theta_integer",
    "tuple_union_agg_double",
    "tuple_union_agg_integer",
    "tuple_union_double",
    "tuple_union_integer",
    "tuple_union_theta_double",
    "tuple_union_theta_integer",
    "typeof",
    "ucase",
    "udf",
    "udtf",
    "unbase64",
    "unhex",
    "uniform",
    "unix_date",
    "unix_micros",
    "unix_millis",
    "unix_nanos",
    "unix_seconds",
    "unix_timestamp",
    "unwrap_udt",
    "upper",
    "url_decode",
    "url_encode",
    "user",
    "validate_utf8",
    "var_pop",
    "var_samp",
    "variance",
    "variant_array_append",
    "variant_delete",
    "variant_get",
    "variant_insert",
    "variant_set",
    "variant_strip_nulls",
    "vector_avg",
    "vector_cosine_similarity",
    "vector_inner_product",
    "vector_l2_distance",
    "vector_norm",
    "vector_normalize",
    "vector_sum",
    "version",
    "weekday",
    "weekofyear",
    "when",
    "width_bucket",
    "window",
    "window_time",
    "xpath",
    "xpath_boolean",
    "xpath_double",
    "xpath_float",
    "xpath_int",
    "xpath_long",
    "xpath_number",
    "xpath_short",
    "xpath_string",
    "xxhash64",
    "year",
    "years",
    "zeroifnull",
    "zip_with",
]
