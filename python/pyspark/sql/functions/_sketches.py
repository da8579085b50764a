"""Functions of tuple sketches, whose size and mode have defaults of their own."""

from __future__ import annotations

from ..column import Column
from ._call import Expr, as_column, as_value, invoke

ColumnOrName = Column | str
Size = int | Column | None
Mode = str | Column | None


def _size_and_mode(lgNomEntries: Size, mode: Mode) -> list[Expr]:
    return [as_value(12 if lgNomEntries is None else lgNomEntries), as_value("sum" if mode is None else mode)]


def _of(name: str, cols: list[ColumnOrName], lgNomEntries: Size, mode: Mode) -> Column:
    return invoke(name, name, *(as_column(each) for each in cols), *_size_and_mode(lgNomEntries, mode))


def tuple_sketch_agg_double(
    key: ColumnOrName, summary: ColumnOrName, lgNomEntries: Size = None, mode: Mode = None
) -> Column:
    """A tuple sketch of keys with a number each; `mode` (sum, min, max or alwaysone) tells what becomes of those of one key."""
    return _of("tuple_sketch_agg_double", [key, summary], lgNomEntries, mode)


def tuple_union_agg_double(col: ColumnOrName, lgNomEntries: Size = None, mode: Mode = None) -> Column:
    """Tuple sketches merged into one."""
    return _of("tuple_union_agg_double", [col], lgNomEntries, mode)


def tuple_union_double(
    col1: ColumnOrName, col2: ColumnOrName, lgNomEntries: Size = None, mode: Mode = None
) -> Column:
    """Two tuple sketches merged into one."""
    return _of("tuple_union_double", [col1, col2], lgNomEntries, mode)


def tuple_union_theta_double(
    col1: ColumnOrName, col2: ColumnOrName, lgNomEntries: Size = None, mode: Mode = None
) -> Column:
    """A tuple sketch merged with a theta sketch."""
    return _of("tuple_union_theta_double", [col1, col2], lgNomEntries, mode)


def tuple_sketch_agg_integer(
    key: ColumnOrName, summary: ColumnOrName, lgNomEntries: Size = None, mode: Mode = None
) -> Column:
    """A tuple sketch of keys with a whole number each; `mode` (sum, min, max or alwaysone) tells what becomes of those of one key."""
    return _of("tuple_sketch_agg_integer", [key, summary], lgNomEntries, mode)


def tuple_union_agg_integer(col: ColumnOrName, lgNomEntries: Size = None, mode: Mode = None) -> Column:
    """Tuple sketches merged into one."""
    return _of("tuple_union_agg_integer", [col], lgNomEntries, mode)


def tuple_union_integer(
    col1: ColumnOrName, col2: ColumnOrName, lgNomEntries: Size = None, mode: Mode = None
) -> Column:
    """Two tuple sketches merged into one."""
    return _of("tuple_union_integer", [col1, col2], lgNomEntries, mode)


def tuple_union_theta_integer(
    col1: ColumnOrName, col2: ColumnOrName, lgNomEntries: Size = None, mode: Mode = None
) -> Column:
    """A tuple sketch merged with a theta sketch."""
    return _of("tuple_union_theta_integer", [col1, col2], lgNomEntries, mode)


__all__ = [
    "tuple_sketch_agg_double",
    "tuple_union_agg_double",
    "tuple_union_double",
    "tuple_union_theta_double",
    "tuple_sketch_agg_integer",
    "tuple_union_agg_integer",
    "tuple_union_integer",
    "tuple_union_theta_integer",
]
