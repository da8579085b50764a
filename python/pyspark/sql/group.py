"""GroupedData: groups of rows, on their way to one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import AnalysisException, UnsupportedOperationException
from . import _expr
from ._check import handed, handed_all, not_implemented, refuse, state_error
from ._column_text import render
from ._java_map import java_order
from ._types.base import NumericType
from .column import Column, to_expr

if TYPE_CHECKING:
    from .dataframe import DataFrame

Expr = dict[str, Any]
_SHOWN_FIELDS = 2
_SHOWN_KINDS = {"groupby": "GroupBy", "rollup": "Rollup", "cube": "Cube", "pivot": "Pivot", "grouping_sets": "GroupingSets"}
_SQL_NAMES = {"average": "avg", "mean": "avg", "size": "count"}


class GroupedData:
    """What `groupBy`, `rollup`, `cube` and `pivot` give."""

    def __init__(
        self,
        df: DataFrame,
        kind: str,
        grouping: list[Expr],
        sets: list[list[Expr]] | None = None,
        pivot: dict[str, Any] | None = None,
    ) -> None:
        self._df = df
        self._kind = kind
        self._grouping = grouping
        self._sets = sets
        self._pivot = pivot
        self.session = df.sparkSession

    def _aggregate(self, exprs: list[Expr]) -> DataFrame:
        fields: dict[str, Any] = {
            "groupType": self._kind,
            "groupingExpressions": self._grouping,
            "aggregateExpressions": exprs,
        }
        if self._sets is not None:
            fields["groupingSets"] = self._sets
        if self._pivot is not None:
            fields["pivot"] = self._pivot
        return self._df._make("Aggregate", **fields)

    def agg(self, *exprs: Any) -> DataFrame:
        """A row for each group: aggregates as columns, or as a dict of column and function name."""
        assert exprs, "exprs should not be empty"
        if len(exprs) == 1 and isinstance(exprs[0], dict):
            given = exprs[0]
            handed_all("exprs", [*given, *given.values()], str)
            return self._aggregate([self._named(given[name], name) for name in java_order(list(given))])
        assert all(isinstance(each, Column) for each in exprs), "all exprs should be Column"
        return self._aggregate([each._expr for each in exprs])

    def _named(self, function: str, column: str) -> Expr:
        known = _SQL_NAMES.get(function.lower(), function)
        argument = _expr.literal(1) if column == "*" and known.lower() == "count" else to_expr(column)
        return _expr.mark(_expr.call(known, argument), "fn")

    def count(self) -> DataFrame:
        """How many rows each group has."""
        call = _expr.mark(_expr.call("count", _expr.literal(1)), "count")
        return self._aggregate([_expr.alias(call, "count")])

    def _numeric(self, function: str, cols: tuple[str, ...]) -> DataFrame:
        fields = self._df.schema.fields
        if not cols:
            names = [field.name for field in fields if isinstance(field.dataType, NumericType)]
        else:
            names = handed_all("cols", cols, str)
            for name in names:
                self._check_numeric(name)
        calls = [_expr.mark(_expr.call(function, _expr.column(name)), function) for name in names]
        return self._aggregate(calls)

    def _check_numeric(self, name: str) -> None:
        """Spark's shorthands take columns of numbers only, and look the name up at once."""
        kind = next((field.dataType for field in self._df.schema.fields if field.name == name), None)
        if kind is None:
            kind = self._df.select(name).schema.fields[0].dataType
        if not isinstance(kind, NumericType):
            raise AnalysisException(
                f'[_LEGACY_ERROR_TEMP_1323] "{name}" is not a numeric column. Use agg() for columns of other types.',
                "_LEGACY_ERROR_TEMP_1323",
                {"colName": name},
            )

    def sum(self, *cols: str) -> DataFrame:
        """The sums of these columns of numbers (of all)."""
        return self._numeric("sum", cols)

    def avg(self, *cols: str) -> DataFrame:
        """The means of these columns of numbers (of all)."""
        return self._numeric("avg", cols)

    def mean(self, *cols: str) -> DataFrame:
        """The means of these columns of numbers (of all)."""
        return self._numeric("avg", cols)

    def max(self, *cols: str) -> DataFrame:
        """The greatest values of these columns of numbers (of all)."""
        return self._numeric("max", cols)

    def min(self, *cols: str) -> DataFrame:
        """The least values of these columns of numbers (of all)."""
        return self._numeric("min", cols)

    def pivot(self, pivot_col: str, values: list[Any] | None = None) -> GroupedData:
        """A column of results for each value of a column, for these values or for all that occur."""
        pivot: dict[str, Any] = {"col": to_expr(handed("pivot_col", pivot_col, str))}
        if values is not None:
            handed("values", values, list)
            for each in values:
                if isinstance(each, Column):
                    refuse(each)
            pivot["values"] = [each._expr if isinstance(each, Column) else _expr.literal(each) for each in values]
        if self._pivot is not None:
            clauses = {"clause": "PIVOT", "operation": "SUBQUERY"}
            raise state_error(UnsupportedOperationException, "REPEATED_CLAUSE", "42614", clauses, "pivot can be called once only.")
        return GroupedData(self._df, "pivot", self._grouping, pivot=pivot)

    def applyInPandas(self, func: Any, schema: Any) -> DataFrame:
        """pandas is not to be had in this engine."""
        not_implemented("GroupedData.applyInPandas (there is no pandas here)")

    def apply(self, udf: Any) -> DataFrame:
        """pandas is not to be had in this engine."""
        not_implemented("GroupedData.apply (there is no pandas here)")

    def cogroup(self, other: Any) -> Any:
        """pandas is not to be had in this engine."""
        not_implemented("GroupedData.cogroup (there is no pandas here)")

    def applyInArrow(self, func: Any, schema: Any) -> DataFrame:
        """Arrow is not to be had in this engine."""
        not_implemented("GroupedData.applyInArrow (there is no pyarrow here)")

    def applyInPandasWithState(self, func: Any, outputStructType: Any, stateStructType: Any, outputMode: str, timeoutConf: str) -> DataFrame:
        """pandas is not to be had in this engine."""
        not_implemented("GroupedData.applyInPandasWithState (there is no pandas here)")

    def transformWithState(
        self, statefulProcessor: Any, outputStructType: Any, outputMode: str, timeMode: str, initialState: Any = None, eventTimeColumnName: str = ""
    ) -> DataFrame:
        """State of a program's own is not kept by this engine."""
        not_implemented("GroupedData.transformWithState")

    def transformWithStateInPandas(
        self, statefulProcessor: Any, outputStructType: Any, outputMode: str, timeMode: str, initialState: Any = None, eventTimeColumnName: str = ""
    ) -> DataFrame:
        """pandas is not to be had in this engine."""
        not_implemented("GroupedData.transformWithStateInPandas (there is no pandas here)")

    def __repr__(self) -> str:
        shown = [(field.name, field.dataType.simpleString()) for field in self._df.schema.fields]
        value = ", ".join(f"{name}: {kind}" for name, kind in shown[:_SHOWN_FIELDS])
        more = len(shown) - _SHOWN_FIELDS
        rest = "" if more <= 0 else f" ... {more} more field{'s' if more > 1 else ''}"
        keys = ", ".join(self._shown_key(each, dict(shown)) for each in self._grouping)
        return f"GroupedData[grouping expressions: [{keys}], value: [{value}{rest}], type: {_SHOWN_KINDS[self._kind]}]"

    @staticmethod
    def _shown_key(expr: Expr, kinds: dict[str, str]) -> str:
        """A column of a DataFrame shows its type; a name is not looked up before the groups are used."""
        shown = render(expr)
        return f"{shown}: {kinds[shown]}" if "planId" in expr and shown in kinds else shown
