"""Functions whose arguments have defaults of their own, and random ones."""

from __future__ import annotations

import random as _random
from typing import Any

from ...errors import PySparkTypeError, PySparkValueError
from .. import _expr
from .._check import wrong_type
from .._literal import plain
from .._types.base import LongType
from ..column import Column
from ._call import (
    Expr,
    as_column,
    as_fraction,
    as_number,
    as_text,
    as_value,
    as_whole_or_column,
    checked_value,
    invoke,
)

ColumnOrName = Column | str


def _or(argument: Any, default: Any) -> Expr:
    """A column or its name, or a constant where nothing is given."""
    return _expr.literal(default) if argument is None else as_column(argument)


def _seed(seed: Any) -> Expr:
    """A literal seed of 64 bits, drawn where none is given."""
    if seed is None:
        return _expr.typed(LongType(), _random.randint(-(2**63), 2**63 - 1))
    checked = as_number(seed, "seed")
    return {**checked, "dataType": "long"} if checked else checked


def rand(seed: int | None = None) -> Column:
    """A number from 0 (included) to 1 (not included), evenly spread."""
    return invoke("rand", "rand", _seed(seed))


random = rand


def randn(seed: int | None = None) -> Column:
    """A number of the normal distribution with mean 0 and deviation 1."""
    return invoke("randn", "randn", _seed(seed))


def randstr(length: Column | int, seed: Column | int | None = None) -> Column:
    """A text of so many random letters and digits."""
    return invoke("randstr", "randstr", as_value(length), _seed(None) if seed is None else as_value(seed))


def uniform(min: Column | int | float, max: Column | int | float, seed: Column | int | None = None) -> Column:
    """A random number between two bounds."""
    return invoke("uniform", "uniform", as_value(min), as_value(max), _seed(None) if seed is None else as_value(seed))


def shuffle(col: ColumnOrName, seed: Column | int | None = None) -> Column:
    """The array in random order."""
    return invoke("shuffle", "shuffle", as_column(col), _seed(None) if seed is None else as_value(seed))


def uuid(seed: Column | int | None = None) -> Column:
    """A random identifier."""
    return invoke("uuid", "uuid", _seed(None) if seed is None else as_value(seed))


def round(col: ColumnOrName, scale: Column | int | None = None) -> Column:
    """Rounded half away from zero to so many digits after the point (0)."""
    return invoke("round", "round", as_column(col), as_whole_or_column(0 if scale is None else scale))


def bround(col: ColumnOrName, scale: Column | int | None = None) -> Column:
    """Rounded half to even to so many digits after the point (0)."""
    return invoke("bround", "bround", as_column(col), as_whole_or_column(0 if scale is None else scale))


def log(arg1: ColumnOrName | float, arg2: ColumnOrName | None = None) -> Column:
    """The natural logarithm of a column, or with a base first: `log(2.0, "x")`."""
    if arg2 is None:
        return invoke("ln", "log", as_column(arg1))
    base = plain(arg1)
    return invoke("log", "log", as_fraction(float(base) if type(base) is int else base, "arg1"), as_column(arg2))


def approx_count_distinct(col: ColumnOrName, rsd: float | None = None) -> Column:
    """About how many different values there are; `rsd` is the deviation allowed (0.05)."""
    deviation = None if rsd is None else as_fraction(rsd, "rsd")
    return invoke("approx_count_distinct", "approx_count_distinct", as_column(col), deviation)


approxCountDistinct = approx_count_distinct


def _neighbour(name: str, col: Any, offset: int, default: Any) -> Column:
    if isinstance(default, Column):
        raise PySparkTypeError(errorClass="NOT_ITERABLE", messageParameters={"objectName": "Column"})
    fallback = _expr.literal(default)
    return invoke(name, name, as_column(col), as_number(offset, "offset"), fallback, _expr.literal(False))


def lag(col: ColumnOrName, offset: int = 1, default: Any | None = None) -> Column:
    """The value so many rows before the current one in its window."""
    return _neighbour("lag", col, offset, default)


def lead(col: ColumnOrName, offset: int = 1, default: Any | None = None) -> Column:
    """The value so many rows after the current one in its window."""
    return _neighbour("lead", col, offset, default)


def _trimmed(name: str, col: Any, trim: Any) -> Column:
    return invoke(name, name, None if trim is None else as_column(trim), as_column(col))


def trim(col: ColumnOrName, trim: ColumnOrName | None = None) -> Column:
    """The text without spaces (or the given characters) at both ends."""
    return _trimmed("trim", col, trim)


def ltrim(col: ColumnOrName, trim: ColumnOrName | None = None) -> Column:
    """The text without spaces (or the given characters) at its start."""
    return _trimmed("ltrim", col, trim)


def rtrim(col: ColumnOrName, trim: ColumnOrName | None = None) -> Column:
    """The text without spaces (or the given characters) at its end."""
    return _trimmed("rtrim", col, trim)


def sha2(col: ColumnOrName, numBits: int) -> Column:
    """The SHA-2 hash with 224, 256, 384 or 512 bits (0 means 256), in hexadecimal digits."""
    if numBits not in (0, 224, 256, 384, 512):
        raise PySparkValueError(
            errorClass="VALUE_NOT_ALLOWED",
            messageParameters={"arg_name": "numBits", "allowed_values": "[0, 224, 256, 384, 512]"},
        )
    return invoke("sha2", "sha2", as_column(col), _expr.literal(numBits))


def mask(
    col: ColumnOrName,
    upperChar: ColumnOrName | None = None,
    lowerChar: ColumnOrName | None = None,
    digitChar: ColumnOrName | None = None,
    otherChar: ColumnOrName | None = None,
) -> Column:
    """The text with capitals, small letters, digits and others replaced by one character each."""
    signs = [_or(upperChar, "X"), _or(lowerChar, "x"), _or(digitChar, "n"), _or(otherChar, None)]
    return invoke("mask", "mask", as_column(col), *signs)


def sentences(string: ColumnOrName, language: ColumnOrName | None = None, country: ColumnOrName | None = None) -> Column:
    """The words of each sentence of a text."""
    return invoke("sentences", "sentences", as_column(string), _or(language, ""), _or(country, ""))


def str_to_map(text: ColumnOrName, pairDelim: ColumnOrName | None = None, keyValueDelim: ColumnOrName | None = None) -> Column:
    """The text cut at delimiters into a map."""
    return invoke("str_to_map", "str_to_map", as_column(text), _or(pairDelim, ","), _or(keyValueDelim, ":"))


def unix_timestamp(timestamp: ColumnOrName | None = None, format: str = "yyyy-MM-dd HH:mm:ss") -> Column:
    """Seconds since 1970 of a text in a format; of now, without arguments."""
    if timestamp is None:
        return invoke("unix_timestamp", "unix_timestamp", _expr.call("current_timestamp"))
    return invoke("unix_timestamp", "unix_timestamp", as_column(timestamp), as_text(format, "format"))


def count_min_sketch(col: ColumnOrName, eps: Any, confidence: Any, seed: Any = None) -> Column:
    """How often each value occurs, as a count-min sketch; without a seed it draws one."""
    drawn = _random.randint(-(2**31), 2**31 - 1) if seed is None else seed
    return invoke("count_min_sketch", "count_min_sketch", as_column(col), *(as_value(x) for x in (eps, confidence, drawn)))


def json_tuple(col: ColumnOrName, *fields: str) -> Column:
    """Fields of a JSON text, each as a column of its own."""
    if not fields:
        raise PySparkValueError(errorClass="CANNOT_BE_EMPTY", messageParameters={"item": "field"})
    return invoke("json_tuple", "json_tuple", as_column(col), *(_field(each) for each in fields))


def _field(name: Any) -> Expr:
    if isinstance(name, Column):
        raise PySparkTypeError(errorClass="NOT_ITERABLE", messageParameters={"objectName": "Column"})
    return _expr.literal(name)


def variant_delete(v: ColumnOrName, *paths: Column | str) -> Column:
    """A variant without what lies at the paths."""
    if not paths:
        raise PySparkValueError(errorClass="CANNOT_BE_EMPTY", messageParameters={"item": "paths"})
    return invoke("variant_delete", "variant_delete", as_column(v), *(as_value(each) for each in paths))


def window(timeColumn: ColumnOrName, windowDuration: str, slideDuration: str | None = None, startTime: str | None = None) -> Column:
    """The time windows of a length that a timestamp falls into: tumbling, or sliding with `slideDuration`."""
    time = as_column(timeColumn)
    for name, given in (("windowDuration", windowDuration), ("slideDuration", slideDuration), ("startTime", startTime)):
        missing = not plain(given)
        if (missing and name == "windowDuration") or not (missing or isinstance(plain(given), str)):
            raise wrong_type(name, plain(given), "str")
    parts = [windowDuration, slideDuration or windowDuration, startTime or "0 second"]
    return invoke("window", "window", time, *(_expr.literal(part) for part in parts))


def session_window(timeColumn: ColumnOrName, gapDuration: Column | str) -> Column:
    """The session that a timestamp belongs to: it ends after a gap without events."""
    gap = checked_value(gapDuration, "gapDuration", (str,), "Column or str")
    return invoke("session_window", "session_window", as_column(timeColumn), gap)


def overlay(src: ColumnOrName, replace: ColumnOrName, pos: ColumnOrName | int, len: ColumnOrName | int = -1) -> Column:
    """The text with a part replaced: from a position on, so many characters (as many as the replacement has)."""
    places = []
    for name, value in (("pos", plain(pos)), ("len", plain(len))):
        if not isinstance(value, (Column, int, str)) and (name == "pos" or value is not None):
            raise wrong_type(name, value, "Column, int or str")
        places.append(value)
    return invoke("overlay", "overlay", as_column(src), as_column(replace), *(as_whole_or_column(each) for each in places))


def bucket(numBuckets: Column | int, col: ColumnOrName) -> Column:
    """Into how many buckets a table's rows go by a column: for partitioning a table as it is made."""
    return invoke("bucket", "bucket", checked_value(numBuckets, "numBuckets", (int,), "Column or int"), as_column(col))


def assert_true(col: ColumnOrName, errMsg: Column | str | None = None) -> Column:
    """NULL where a condition holds, else an error with this text."""
    text = None if errMsg is None else checked_value(errMsg, "errMsg", (str,), "Column or str")
    return invoke("assert_true", "assert_true", as_column(col), text)


def raise_error(errMsg: Column | str) -> Column:
    """An error with this text."""
    return invoke("raise_error", "raise_error", checked_value(errMsg, "errMsg", (str,), "Column or str"))


def convert_timezone(sourceTz: ColumnOrName | None, targetTz: ColumnOrName, sourceTs: ColumnOrName) -> Column:
    """A local time of one time zone (the session's) as that of another."""
    zone = None if sourceTz is None else as_column(sourceTz)
    return invoke("convert_timezone", "convert_timezone", zone, as_column(targetTz), as_column(sourceTs))


def ntile(n: int) -> Column:
    """The number, from 1 to n, of the part of the window's partition that the row is in."""
    return invoke("ntile", "ntile", _expr.literal(int(plain(n))))


def st_asbinary(geo: ColumnOrName, endianness: Column | str | None = None) -> Column:
    """A geometry or geography as well-known binary."""
    order = None if endianness is None else checked_value(endianness, "col", (str,), "Column or str")
    return invoke("st_asbinary", "st_asbinary", as_column(geo), order)


__all__ = [
    "ntile",
    "st_asbinary",
    "overlay",
    "bucket",
    "assert_true",
    "raise_error",
    "convert_timezone",
    "rand",
    "random",
    "randn",
    "randstr",
    "uniform",
    "shuffle",
    "uuid",
    "round",
    "bround",
    "log",
    "approx_count_distinct",
    "approxCountDistinct",
    "lag",
    "lead",
    "trim",
    "ltrim",
    "rtrim",
    "sha2",
    "mask",
    "sentences",
    "str_to_map",
    "unix_timestamp",
    "count_min_sketch",
    "json_tuple",
    "variant_delete",
    "window",
    "session_window",
]
