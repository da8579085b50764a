"""`df.mergeInto(table, condition)`: changes of a table's rows, which tables of files do not take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import SparkRuntimeException
from ._check import state_error
from .column import Column, to_expr

if TYPE_CHECKING:
    from .dataframe import DataFrame


class MergeIntoWriter:
    """What is to be done with the rows of a table that match those of a DataFrame, and with those that do not."""

    def __init__(self, df: DataFrame, table: str, condition: Column) -> None:
        self._frame = df
        self._table = table
        self._condition = condition
        self._has_action = False

    def whenMatched(self, condition: Column | None = None) -> WhenMatched:
        """Rows of the table that match."""
        return WhenMatched(self)

    def whenNotMatched(self, condition: Column | None = None) -> WhenNotMatched:
        """Rows of the DataFrame that match none of the table's."""
        return WhenNotMatched(self)

    def whenNotMatchedBySource(self, condition: Column | None = None) -> WhenNotMatchedBySource:
        """Rows of the table that match none of the DataFrame's."""
        return WhenNotMatchedBySource(self)

    def withSchemaEvolution(self) -> MergeIntoWriter:
        """The table may get new columns."""
        return self

    def merge(self) -> None:
        """Raises what Spark raises for tables whose rows cannot be changed."""
        if not self._has_action:
            sentence = "Say what to do with the rows: whenMatched(), whenNotMatched()."
            raise state_error(SparkRuntimeException, "NO_MERGE_ACTION_SPECIFIED", "42K0E", {}, sentence)
        session = self._frame.sparkSession
        self._frame.join(session.table(self._table), self._condition)
        session.sql(f"MERGE INTO {self._table} USING source ON true WHEN MATCHED THEN DELETE")


class _When:
    def __init__(self, writer: MergeIntoWriter) -> None:
        self._writer = writer

    def _act(self) -> MergeIntoWriter:
        self._writer._has_action = True
        return self._writer


class WhenMatched(_When):
    """Changes of rows."""

    def updateAll(self) -> MergeIntoWriter:
        """All columns take the DataFrame's values."""
        return self._act()

    def update(self, assignments: dict[str, Column]) -> MergeIntoWriter:
        """Some columns take new values."""
        _checked(assignments)
        return self._act()

    def delete(self) -> MergeIntoWriter:
        """The rows go."""
        return self._act()


class WhenNotMatchedBySource(WhenMatched):
    """Changes of rows that match none of the DataFrame's."""


class WhenNotMatched(_When):
    """New rows."""

    def insertAll(self) -> MergeIntoWriter:
        """With all of the DataFrame's columns."""
        return self._act()

    def insert(self, assignments: dict[str, Any]) -> MergeIntoWriter:
        """With some columns."""
        _checked(assignments)
        return self._act()


def _checked(assignments: dict[str, Column]) -> None:
    for each in assignments.values():
        to_expr(each)


for _name, _kind in (("WhenMatched", WhenMatched), ("WhenNotMatched", WhenNotMatched), ("WhenNotMatchedBySource", WhenNotMatchedBySource)):
    setattr(MergeIntoWriter, _name, _kind)
    _kind.__qualname__ = f"MergeIntoWriter.{_name}"
del _name, _kind
