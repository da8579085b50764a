"""Two DataFrames into one: joins and set operations."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

from ...errors import AnalysisException
from .._check import check_frame, handed, handed_all, state_error
from ..column import Column
from .base import FrameBase, new_frame

if TYPE_CHECKING:
    from ..dataframe import DataFrame
    from ..merge import MergeIntoWriter
    from ..table_arg import TableArg

_JOIN_TYPES = {
    "inner": "inner",
    "outer": "full_outer",
    "full": "full_outer",
    "fullouter": "full_outer",
    "leftouter": "left_outer",
    "left": "left_outer",
    "rightouter": "right_outer",
    "right": "right_outer",
    "leftsemi": "left_semi",
    "semi": "left_semi",
    "leftanti": "left_anti",
    "anti": "left_anti",
    "cross": "cross",
}
_SHOWN_TYPES = (
    "inner, outer, full, fullouter, full_outer, leftouter, left, left_outer, rightouter, right, right_outer, "
    "leftsemi, left_semi, semi, leftanti, left_anti, anti, cross"
)


def _join_type(how: str) -> str:
    found = _JOIN_TYPES.get(how.lower().replace("_", ""))
    if found is not None:
        return found
    supported = ", ".join(f"'{name}'" for name in _SHOWN_TYPES.split(", "))
    raise state_error(
        AnalysisException,
        "UNSUPPORTED_JOIN_TYPE",
        "0A000",
        {"typ": how, "supported": supported},
        f"There is no join type '{how}'. Take one of {supported}.",
    )


class CombinePart(FrameBase):
    """Joins and set operations."""

    def join(self, other: DataFrame, on: Any = None, how: str | None = None) -> DataFrame:
        """Rows of both sides that belong together, by common column names or a condition."""
        right = check_frame(other)._plan
        fields: dict[str, Any] = {"left": self._plan, "right": right}
        if on is not None:
            keys = on if isinstance(on, list) else [on]
            if isinstance(keys[0], str):
                fields["usingColumns"] = handed_all("on", keys, str)
            else:
                assert isinstance(keys[0], Column), "on should be Column or list of Column"
                fields["joinCondition"] = reduce(lambda a, b: a & b, keys)._expr
        assert how is None or isinstance(how, str), "how should be a string"
        fields["joinType"] = "inner" if how is None else _join_type(how)
        return new_frame(self._session, {"type": "Join", **fields})

    def crossJoin(self, other: DataFrame) -> DataFrame:
        """Every row of one side with every row of the other."""
        node = {"type": "Join", "left": self._plan, "right": check_frame(other)._plan, "joinType": "cross"}
        return new_frame(self._session, node)

    def zip(self, other: DataFrame) -> DataFrame:
        """The columns of both side by side, which must be projections of one DataFrame."""
        return new_frame(self._session, {"type": "Zip", "left": self._plan, "right": check_frame(other)._plan})

    def mergeInto(self, table: str, condition: Column) -> MergeIntoWriter:
        """Changes of a table's rows by these."""
        from ..merge import MergeIntoWriter

        return MergeIntoWriter(self, handed("table", table, str), condition)  # type: ignore[arg-type]

    def asTable(self) -> TableArg:
        """The rows as an argument of a table function."""
        from ..table_arg import TableArg

        return TableArg(self)  # type: ignore[arg-type]

    def lateralJoin(self, other: DataFrame, on: Column | None = None, how: str | None = None) -> DataFrame:
        """A join whose right side may use the left side's columns."""
        node: dict[str, Any] = {"type": "Join", "left": self._plan, "right": check_frame(other)._plan, "lateral": True}
        node["joinType"] = "inner" if how is None else _join_type(how)
        if on is not None:
            node["joinCondition"] = on._expr
        return new_frame(self._session, node)

    def _set(self, other: DataFrame, kind: str, keeps_duplicates: bool, **more: Any) -> DataFrame:
        node = {
            "type": "SetOperation",
            "left": self._plan,
            "right": check_frame(other)._plan,
            "setOpType": kind,
            "isAll": keeps_duplicates,
            **more,
        }
        return new_frame(self._session, node)

    def union(self, other: DataFrame) -> DataFrame:
        """The rows of both, columns by position, duplicates kept."""
        return self._set(other, "union", True)

    def unionAll(self, other: DataFrame) -> DataFrame:
        """The rows of both, columns by position, duplicates kept."""
        return self.union(other)

    def unionByName(self, other: DataFrame, allowMissingColumns: bool = False) -> DataFrame:
        """The rows of both, columns by name."""
        return self._set(other, "union", True, byName=True, allowMissingColumns=handed("allowMissingColumns", allowMissingColumns, bool))

    def intersect(self, other: DataFrame) -> DataFrame:
        """The rows that are in both, each once."""
        return self._set(other, "intersect", False)

    def intersectAll(self, other: DataFrame) -> DataFrame:
        """The rows that are in both, as often as in both."""
        return self._set(other, "intersect", True)

    def subtract(self, other: DataFrame) -> DataFrame:
        """The rows that are not in the other, each once."""
        return self._set(other, "except", False)

    def exceptAll(self, other: DataFrame) -> DataFrame:
        """The rows less those of the other, one for one."""
        return self._set(other, "except", True)
