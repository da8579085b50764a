"""Actions: what makes the engine run, and what only prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from ...errors import PySparkValueError
from .. import _expr
from .._check import handed, requirement, wrong_type
from .._types.row import Row
from .._types.temporal import TimestampType
from .._wire import decode_columns, decode_rows
from .base import FrameBase

if TYPE_CHECKING:
    from ...rdd import RDD
    from .local import LocalFrame

_SHOWN_CHARACTERS = 20
_EXPLAIN_MODES = ("simple", "extended", "codegen", "cost", "formatted")


class ActionsPart(FrameBase):
    """Rows, counts and texts."""

    def collect(self) -> list[Row]:
        """All rows."""
        table = self._ask("collect")
        return decode_rows(self.schema, table["columns"], table["numRows"])

    def count(self) -> int:
        """How many rows there are."""
        return int(self._ask("count"))

    def take(self, num: int) -> list[Row]:
        """The first so many rows."""
        return self.limit(num).collect()  # type: ignore[attr-defined]

    def head(self, n: int | None = None) -> Any:
        """The first row (None if there is none), or a list of the first `n`."""
        if n is not None:
            return self.take(n)
        rows = self.take(1)
        return rows[0] if rows else None

    def first(self) -> Row | None:
        """The first row, or None."""
        return self.head()

    def tail(self, num: int) -> list[Row]:
        """The last so many rows."""
        return self._make("Tail", limit=handed("num", num, int)).collect()

    def isEmpty(self) -> bool:
        """Whether there is no row."""
        return not self.select().take(1)

    def toLocalIterator(self, prefetchPartitions: bool = False) -> Iterator[Row]:
        """The rows one after the other."""
        handed("prefetchPartitions", prefetchPartitions, bool)
        return iter(self.collect())

    def foreach(self, f: Callable[[Row], None]) -> None:
        """Calls a function with each row."""
        self.rdd.foreach(f)

    def foreachPartition(self, f: Callable[[Iterator[Row]], None]) -> None:
        """Calls a function with an iterator over each partition's rows."""
        self.rdd.foreachPartition(f)

    def _partitions(self) -> list[list[Row]]:
        tables = self._ask("collectPartitions")
        return [decode_rows(self.schema, each["columns"], each["numRows"]) for each in tables]

    @property
    def rdd(self) -> RDD:
        """The rows as a collection of Python objects."""
        from ...rdd import RDD

        return RDD(self._session, self._partitions)

    def toPandas(self) -> LocalFrame:
        """The rows as a small table of Python values that prints and iterates as a pandas DataFrame does."""
        from .local import LocalFrame

        shown = self._in_session_zone()
        table = shown._ask("collect")
        columns = decode_columns(shown.schema, table["columns"])
        return LocalFrame.of_columns(self.columns, columns, table["numRows"])

    def _in_session_zone(self) -> FrameBase:
        """Timestamps as clocks in the session's time zone show them: pandas' way, while rows follow Python's own clock."""
        kinds = [field.dataType for field in self.schema.fields]
        if not any(isinstance(kind, TimestampType) for kind in kinds):
            return self
        names = [f"c{i}" for i in range(len(kinds))]
        exprs = [
            {"type": "Cast", "expr": _expr.attribute(name), "toType": "timestamp_ntz"} if isinstance(kind, TimestampType) else _expr.attribute(name)
            for name, kind in zip(names, kinds)
        ]
        return self._make("ToDF", columnNames=names)._make("Project", expressions=exprs)

    def toJSON(self, use_unicode: bool = True) -> Any:
        """Each row as a JSON text."""
        text = _expr.call("to_json", _expr.call("struct", _expr.star()))
        frame = self._make("Project", expressions=[_expr.alias(text, "value")])
        return frame.rdd.map(lambda row: row[0])

    def show(self, n: int = 20, truncate: bool | int = True, vertical: bool = False) -> None:
        """Prints the first rows as a table."""
        print(self._show_string(n, truncate, vertical))

    def _show_string(self, n: int = 20, truncate: bool | int = True, vertical: bool = False) -> str:
        if not isinstance(n, int) or isinstance(n, bool):
            raise wrong_type("n", n, "int")
        if not isinstance(vertical, bool):
            raise wrong_type("vertical", vertical, "bool")
        if truncate is True:
            width = _SHOWN_CHARACTERS
        else:
            try:
                width = int(truncate)
            except ValueError:
                raise wrong_type("truncate", truncate, "bool") from None
        return self._ask("show", numRows=n, truncate=width, vertical=vertical)

    def printSchema(self, level: int | None = None) -> None:
        """Prints names and types as a tree."""
        print(self._ask("treeString", **({"level": handed("level", level, int)} if level else {})))

    def explain(self, extended: bool | str | None = None, mode: str | None = None) -> None:
        """Prints the plan: `explain()`, `explain(True)`, `explain("formatted")`."""
        print(self._explain_string(extended, mode))

    def _explain_string(self, extended: bool | str | None = None, mode: str | None = None) -> str:
        if extended is not None and mode is not None:
            raise PySparkValueError(
                errorClass="CANNOT_SET_TOGETHER", messageParameters={"arg_list": "extended and mode"}
            )
        if extended is not None and not isinstance(extended, (bool, str)):
            raise wrong_type("extended", extended, "bool or str")
        if mode is not None and not isinstance(mode, str):
            raise wrong_type("mode", mode, "str")
        if isinstance(extended, str):
            mode = extended
        chosen = mode if mode is not None else "extended" if extended else "simple"
        if chosen.lower() not in _EXPLAIN_MODES:
            raise requirement(f"There is no explain mode {chosen}: take one of {', '.join(_EXPLAIN_MODES)}.")
        return self._ask("explain", mode=chosen.lower())
