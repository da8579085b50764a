"""LocalFrame: what `toPandas()` gives. Columns of Python values that print and iterate as pandas does."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

from .local_text import dtype_of, frame_text, series_text

Column = list[Any]


def _settled(values: Column) -> Column:
    """Values as pandas would hold them: whole numbers beside None become floats, None among floats NaN."""
    present = [each for each in values if each is not None]
    if len(present) == len(values):
        return values
    if present and all(type(each) in (int, float) for each in present):
        return [math.nan if each is None else float(each) for each in values]
    return values


class LocalSeries:
    """One column with its index."""

    def __init__(self, values: Column, index: list[Any], name: Any = None) -> None:
        self.values = values
        self.index = index
        self.name = name

    @property
    def dtype(self) -> str:
        """The name of pandas' type for these values."""
        return dtype_of(self.values)

    @property
    def shape(self) -> tuple[int]:
        """How many values there are."""
        return (len(self.values),)

    @property
    def iloc(self) -> _Positions:
        """Values by position."""
        return _Positions(lambda i: self.values[i])

    def tolist(self) -> Column:
        """The values."""
        return list(self.values)

    to_list = tolist

    def unique(self) -> Column:
        """Each value once, in order of appearance."""
        return list(dict.fromkeys(self.values))

    def _numbers(self) -> list[Any]:
        return [each for each in self.values if each is not None and each == each]

    def sum(self) -> Any:
        """The sum of the values."""
        return sum(self._numbers())

    def mean(self) -> float:
        """The mean of the values."""
        found = self._numbers()
        return sum(found) / len(found) if found else math.nan

    def min(self) -> Any:
        """The least value."""
        return min(self._numbers(), default=math.nan)

    def max(self) -> Any:
        """The greatest value."""
        return max(self._numbers(), default=math.nan)

    def apply(self, f: Callable[[Any], Any]) -> LocalSeries:
        """What a function makes of each value."""
        return LocalSeries([f(each) for each in self.values], self.index, self.name)

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.values)

    def __getitem__(self, key: Any) -> Any:
        try:
            return self.values[self.index.index(key)]
        except ValueError:
            raise KeyError(key) from None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self.index:
            raise AttributeError(f"'Series' object has no attribute '{name}'")
        return self[name]

    def __repr__(self) -> str:
        return series_text(self.index, self.values, self.name)


class _Positions:
    def __init__(self, get: Callable[[Any], Any]) -> None:
        self._get = get

    def __getitem__(self, position: Any) -> Any:
        return self._get(position)


class LocalFrame:
    """A small table with an index from 0."""

    def __init__(self, data: dict[str, Column] | None = None, index: list[Any] | None = None) -> None:
        columns = data or {}
        rows = len(next(iter(columns.values()), []))
        self._names = list(columns)
        self._columns = list(columns.values())
        self.index = list(range(rows)) if index is None else index

    @classmethod
    def of_columns(cls, names: list[str], columns: list[Column], rows: int) -> LocalFrame:
        """A table of columns side by side; names may repeat."""
        frame = cls(index=list(range(rows)))
        frame._names = list(names)
        frame._columns = [_settled(each) for each in columns]
        return frame

    def _taken(self, positions: list[int]) -> LocalFrame:
        frame = LocalFrame(index=[self.index[i] for i in positions])
        frame._names = list(self._names)
        frame._columns = [[column[i] for i in positions] for column in self._columns]
        return frame

    @property
    def columns(self) -> list[str]:
        """Names of the columns."""
        return list(self._names)

    @property
    def dtypes(self) -> LocalSeries:
        """pandas' names of the columns' types."""
        return LocalSeries([dtype_of(each) for each in self._columns], list(self._names))

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.index), len(self._names)

    @property
    def empty(self) -> bool:
        """Whether there is no cell."""
        return 0 in self.shape

    @property
    def values(self) -> list[list[Any]]:
        """The rows as lists."""
        return [list(row) for row in self._rows()]

    @property
    def iloc(self) -> _Positions:
        """Rows by position."""
        return _Positions(self._at)

    def _at(self, position: Any) -> Any:
        if isinstance(position, tuple):
            row, column = position
            return self._columns[column][row]
        if isinstance(position, slice):
            return self._taken(list(range(len(self.index)))[position])
        return LocalSeries([column[position] for column in self._columns], list(self._names), self.index[position])

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        return zip(*self._columns) if self._columns else iter([()] * len(self.index))

    def head(self, n: int = 5) -> LocalFrame:
        """The first rows."""
        return self._at(slice(0, n))

    def tail(self, n: int = 5) -> LocalFrame:
        """The last rows."""
        return self._at(slice(max(len(self.index) - n, 0), None))

    def iterrows(self) -> Iterator[tuple[Any, LocalSeries]]:
        """Index and row, one after the other."""
        for label, row in zip(self.index, self._rows()):
            yield label, LocalSeries(list(row), list(self._names), label)

    def itertuples(self, index: bool = True, name: str = "Pandas") -> Iterator[Any]:
        """The rows as named tuples."""
        from collections import namedtuple

        fields = [*(["Index"] if index else []), *self._names]
        kind = namedtuple(name, fields, rename=True)  # type: ignore[misc]
        for label, row in zip(self.index, self._rows()):
            yield kind(*([label] if index else []), *row)

    def items(self) -> Iterator[tuple[str, LocalSeries]]:
        """Name and column, one after the other."""
        for name, column in zip(self._names, self._columns):
            yield name, LocalSeries(column, self.index, name)

    def to_dict(self, orient: str = "dict") -> Any:
        """As dictionaries: by column and index (`dict`), by column (`list`), by row (`records`)."""
        if orient == "records":
            return [dict(zip(self._names, row)) for row in self._rows()]
        if orient == "list":
            return {name: list(column) for name, column in zip(self._names, self._columns)}
        return {name: dict(zip(self.index, column)) for name, column in zip(self._names, self._columns)}

    def sort_values(self, by: Any, ascending: Any = True) -> LocalFrame:
        """The rows in order of columns, NaN and None last."""
        keys = [by] if isinstance(by, str) else list(by)
        ups = [ascending] * len(keys) if isinstance(ascending, bool) else list(ascending)
        positions = list(range(len(self.index)))
        for key, up in reversed(list(zip(keys, ups))):
            column = self._columns[self._names.index(key)]
            known = [i for i in positions if column[i] is not None and column[i] == column[i]]
            rest = [i for i in positions if i not in set(known)]
            positions = sorted(known, key=lambda i: column[i], reverse=not up) + rest
        return self._taken(positions)

    def reset_index(self, drop: bool = False) -> LocalFrame:
        """The same rows counted from 0."""
        frame = self._taken(list(range(len(self.index))))
        frame.index = list(range(len(self.index)))
        return frame

    def to_string(self, index: bool = True) -> str:
        """The whole table as text."""
        return frame_text(self._names, self._columns, self.index, index, limited=False)

    def _spark_rows(self, named: bool) -> list[Any]:
        """Rows for createDataFrame, under the columns' names where no schema gives others."""
        from .._types.row import make_row

        rows = list(self._rows())
        return [make_row(self._names, row) for row in rows] if named else rows

    def __len__(self) -> int:
        return len(self.index)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, list):
            frame = LocalFrame(index=self.index)
            frame._names = [name for name in key if self._position(name) >= 0]
            frame._columns = [self._columns[self._position(name)] for name in key]
            return frame
        return LocalSeries(self._columns[self._position(key)], self.index, key)

    def _position(self, name: Any) -> int:
        try:
            return self._names.index(name)
        except ValueError:
            raise KeyError(name) from None

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_") and name in self.__dict__.get("_names", ()):
            return self[name]
        raise AttributeError(
            f"'DataFrame' object has no attribute '{name}' (there is no pandas here: toPandas() gives a small table)"
        )

    def __repr__(self) -> str:
        return frame_text(self._names, self._columns, self.index, True, limited=True)


LocalFrame.__name__ = LocalFrame.__qualname__ = "DataFrame"
LocalSeries.__name__ = LocalSeries.__qualname__ = "Series"
