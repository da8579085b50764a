"""Transformations that are put together of others: as-of and nearest-by joins, numbered rows, rows as columns."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

from ...errors import AnalysisException, IllegalArgumentException
from .._check import check_frame, state_error
from ..column import Column
from .base import FrameBase

if TYPE_CHECKING:
    from ..dataframe import DataFrame

# Columns of ours while a join is worked out; a program has none of these names.
_ROW, _RANK = "__sparring_row", "__sparring_rank"
_MAX_RESULTS = 100_000
_OUTER = ("left", "leftouter", "left_outer", "outer_left")


def _one_of(value: str, supported: tuple[str, ...], kind: str, name: str, family: str) -> str:
    if value.lower() in supported:
        return value.lower()
    shown = ", ".join(f"'{each}'" for each in supported)
    raise state_error(
        AnalysisException, f"{family}.{kind}", "42604", {name: value, "supported": shown}, f"'{value}' is not one of {shown}."
    )


def _span(left: Column, right: Column, direction: str) -> Column:
    """How far the right row lies from the left one, in the direction that is looked in."""
    from ..functions import when

    if direction == "backward":
        return left - right
    return right - left if direction == "forward" else when(left > right, left - right).otherwise(right - left)


def _condition(left: Column, right: Column, direction: str, exact: bool, tolerance: Column | None) -> Column | None:
    parts = []
    if direction == "nearest":
        if not exact:
            parts.append(left != right)
    elif exact:
        parts.append(left >= right if direction == "backward" else left <= right)
    else:
        parts.append(left > right if direction == "backward" else left < right)
    if tolerance is not None:
        parts.append(_span(left, right, direction) <= tolerance)
    return reduce(lambda a, b: a & b, parts) if parts else None


class NearestPart(FrameBase):
    """Joins with the nearest rows, and rows counted or turned."""

    def _best(self, other: DataFrame, condition: Column | None, how: str, order: Column, count: int) -> DataFrame:
        """Each row with the first `count` of its partners in an order."""
        from ..functions import lit, monotonically_increasing_id, row_number
        from ..window import Window

        numbered = self.withColumn(_ROW, monotonically_increasing_id())
        joined = numbered.join(other, lit(True) if condition is None else condition, how)
        rank = row_number().over(Window.partitionBy(_ROW).orderBy(order))
        return joined.withColumn(_RANK, rank).filter(f"{_RANK} <= {count}").drop(_ROW, _RANK)

    def _joinAsOf(
        self,
        other: DataFrame,
        leftAsOfColumn: str | Column,
        rightAsOfColumn: str | Column,
        on: Any = None,
        how: str | None = None,
        *,
        tolerance: Column | None = None,
        allowExactMatches: bool = True,
        direction: str = "backward",
    ) -> DataFrame:
        """Each row with the one row of the other side whose value is nearest to its own."""
        check_frame(other)
        kind = "inner" if how is None else how.lower()
        if kind not in ("inner", *_OUTER):
            raise IllegalArgumentException(f"An as-of join is inner or left outer, not {how}.")
        way = _one_of(direction, ("forward", "backward", "nearest"), "UNSUPPORTED_DIRECTION", "direction", "AS_OF_JOIN")
        left = self[leftAsOfColumn] if isinstance(leftAsOfColumn, str) else leftAsOfColumn
        right = other[rightAsOfColumn] if isinstance(rightAsOfColumn, str) else rightAsOfColumn
        parts = [] if on is None else list(on) if isinstance(on, list) else [on]
        parts = [self[each] == other[each] if isinstance(each, str) else each for each in parts]
        near = _condition(left, right, way, allowExactMatches, tolerance)
        parts += [] if near is None else [near]
        condition = reduce(lambda a, b: a & b, parts) if parts else None
        return self._best(other, condition, "inner" if kind == "inner" else "left", _span(left, right, way).asc(), 1)

    def nearestByJoin(
        self,
        other: DataFrame,
        rankingExpression: Column,
        numResults: int,
        mode: str,
        direction: str,
        *,
        joinType: str = "inner",
    ) -> DataFrame:
        """Each row with the rows of the other side that rank highest (similarity) or lowest (distance) for it."""
        check_frame(other)
        _one_of(mode, ("approx", "exact"), "UNSUPPORTED_MODE", "mode", "NEAREST_BY_JOIN")
        way = _one_of(direction, ("distance", "similarity"), "UNSUPPORTED_DIRECTION", "direction", "NEAREST_BY_JOIN")
        if joinType.lower() not in ("inner", *_OUTER):
            raise state_error(
                AnalysisException,
                "NEAREST_BY_JOIN.UNSUPPORTED_JOIN_TYPE",
                "42604",
                {"joinType": joinType, "supported": "'INNER', 'LEFT OUTER'"},
                f"A nearest-by join is inner or left outer, not {joinType}.",
            )
        if not 1 <= numResults <= _MAX_RESULTS:
            raise state_error(
                AnalysisException,
                "NEAREST_BY_JOIN.NUM_RESULTS_OUT_OF_RANGE",
                "42604",
                {"numResults": str(numResults), "min": "1", "max": str(_MAX_RESULTS)},
                f"A nearest-by join gives 1 to {_MAX_RESULTS} rows for each, not {numResults}.",
            )
        order = rankingExpression.asc() if way == "distance" else rankingExpression.desc()
        how = "inner" if joinType.lower() == "inner" else "left"
        return self._best(other, rankingExpression.isNotNull(), how, order, numResults)

    def zipWithIndex(self, indexColName: str = "index") -> DataFrame:
        """The rows with their place in a last column, counted from 0."""
        from ..functions import monotonically_increasing_id, row_number
        from ..window import Window

        place = row_number().over(Window.orderBy(monotonically_increasing_id())).cast("bigint") - 1
        return self.select("*", place.alias(indexColName))

    def transpose(self, indexColumn: Any = None) -> DataFrame:
        """Columns as rows: each value of the index column names a column, each other column is a row."""
        from ..functions import array, col
        from ..types import AtomicType, StringType, StructField, StructType

        index = self[self.columns[0]] if indexColumn is None else col(indexColumn) if isinstance(indexColumn, str) else indexColumn
        name = self.select(index).columns[0]
        others = [each for each in self.columns if each != name]
        kind = self.select(index).schema.fields[0].dataType
        if not isinstance(kind, AtomicType):
            reason = f"Index column must be of atomic type, but found: {_scala_type(kind)}"
            raise state_error(AnalysisException, "TRANSPOSE_INVALID_INDEX_COLUMN", "42804", {"reason": reason}, f"{reason}.")
        cells = self._common_type(others) if others else StringType()
        columns = [index.cast("string"), *([array(*[self[each] for each in others])] if others else [])]
        ordered = self.filter(index.isNotNull()).sort(index).select(*columns).collect()
        fields = [StructField("key", StringType(), False), *(StructField(row[0], cells) for row in ordered)]
        rows = [(each, *(row[1][place] for row in ordered)) for place, each in enumerate(others)]
        return self.sparkSession.createDataFrame(rows, StructType(fields))

    def _common_type(self, names: list[str]) -> Any:
        """The type in which these columns meet. Raises TRANSPOSE_NO_LEAST_COMMON_TYPE."""
        from ..functions import array
        from ..types import StringType

        types = [self.schema[each].dataType for each in names]
        for earlier, later in zip(types, types[1:]):
            text = isinstance(earlier, StringType) != isinstance(later, StringType)
            try:
                if text:
                    raise AnalysisException("")
                self.select(array(*[self[each] for each in names]))
            except AnalysisException:
                shown = [each.simpleString().upper() for each in (earlier, later)]
                parameters = {"dt1": f'"{shown[0]}"', "dt2": f'"{shown[1]}"'}
                sentence = f"transpose needs columns of one type beside the index, not of {shown[0]} and {shown[1]}."
                raise state_error(AnalysisException, "TRANSPOSE_NO_LEAST_COMMON_TYPE", "42K09", parameters, sentence) from None
        return self.select(array(*[self[each] for each in names])).schema.fields[0].dataType.elementType


def _scala_type(kind: Any) -> str:
    text = repr(kind).replace("()", "")
    return text.replace(", True)", ",true)").replace(", False)", ",false)")
