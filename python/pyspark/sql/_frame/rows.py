"""Transformations of rows: filter, sort, limit, sample, drop duplicates, spread over partitions."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from ...errors import PySparkIndexError, PySparkTypeError, PySparkValueError
from .. import _expr
from .._check import cannot_be_empty, handed, requirement, wrong_type
from ..column import Column, to_expr
from .base import Expr, FrameBase, check_subset, flat, item_error, new_frame

if TYPE_CHECKING:
    from ..dataframe import DataFrame


_MAX_SEED = 2**63 - 1


def draw_seed(seed: int | None) -> str:
    """The seed as the engine takes it; drawn where none is given."""
    return str(random.randint(0, _MAX_SEED) if seed is None else handed("seed", seed, int))


def as_order(expr: Expr) -> Expr:
    return expr if expr["type"] == "SortOrder" else _expr.sort_order(expr)


def descending(expr: Expr) -> Expr:
    return _expr.sort_order(expr["child"] if expr["type"] == "SortOrder" else expr, False)


class RowsPart(FrameBase):
    """Rows in, some or all of them out."""

    def filter(self, condition: Column | str) -> DataFrame:
        """The rows for which a condition holds."""
        if isinstance(condition, str):
            return self._make("Filter", condition=_expr.sql_text(condition))
        if isinstance(condition, Column):
            return self._make("Filter", condition=condition._expr)
        raise wrong_type("condition", condition, "Column or str")

    def where(self, condition: Column | str) -> DataFrame:
        """The rows for which a condition holds."""
        return self.filter(condition)

    def sort(self, *cols: Any, **kwargs: Any) -> DataFrame:
        """The rows in order: `sort("a", ascending=False)`, `sort(col("a").desc())`."""
        return self._make("Sort", order=self._orders(cols, kwargs), isGlobal=True)

    orderBy = sort

    def sortWithinPartitions(self, *cols: Any, **kwargs: Any) -> DataFrame:
        """The rows of each partition in order."""
        return self._make("Sort", order=self._orders(cols, kwargs), isGlobal=False)

    def _orders(self, cols: tuple[Any, ...], options: dict[str, Any]) -> list[Expr]:
        if not cols:
            raise cannot_be_empty("cols")
        orders = [self._order(each) for each in flat(cols)]
        ascending = options.get("ascending", True)
        if isinstance(ascending, int):
            return orders if ascending else [descending(each) for each in orders]
        if isinstance(ascending, list):
            return [each if up else descending(each) for up, each in zip(ascending, orders)]
        raise wrong_type("ascending", ascending, "Column, int or str")

    def _order(self, col: Any) -> Expr:
        if isinstance(col, int) and not isinstance(col, bool):
            if col == 0:
                raise PySparkIndexError(errorClass="ZERO_INDEX", messageParameters={})
            expr = self._ordinal(abs(col) - 1)._expr
            return as_order(expr) if col > 0 else descending(expr)
        return as_order(to_expr(col, "col", "Column, int or str"))

    def limit(self, num: int) -> DataFrame:
        """The first so many rows."""
        return self._make("Limit", limit=_whole(num))

    def offset(self, num: int) -> DataFrame:
        """All rows but the first so many."""
        return self._make("Offset", offset=_whole(num))

    def distinct(self) -> DataFrame:
        """Each row once."""
        return self._make("Deduplicate", columnNames=[], allColumnsAsKeys=True)

    def dropDuplicates(self, subset: list[str] | None = None) -> DataFrame:
        """One row for each combination of values of some columns (of all)."""
        names = check_subset(subset)
        return self._make("Deduplicate", columnNames=names or [], allColumnsAsKeys=names is None)

    drop_duplicates = dropDuplicates

    def dropDuplicatesWithinWatermark(self, subset: list[str] | None = None) -> DataFrame:
        """As `dropDuplicates` on a stream, remembering keys only as long as the watermark asks."""
        names = check_subset(subset)
        return self._make(
            "Deduplicate", columnNames=names or [], allColumnsAsKeys=names is None, withinWatermark=True
        )

    def sample(self, withReplacement: Any = None, fraction: Any = None, seed: int | None = None) -> DataFrame:
        """About this fraction of the rows."""
        if isinstance(withReplacement, float):
            replace, share, seed = False, withReplacement, fraction
        elif (withReplacement is None or isinstance(withReplacement, bool)) and isinstance(fraction, float):
            replace, share = bool(withReplacement), fraction
        else:
            kinds = ", ".join(type(each).__name__ for each in (withReplacement, fraction, seed))
            raise PySparkTypeError(
                errorClass="NOT_EXPECTED_TYPE",
                messageParameters={
                    "expected_type": "bool, float or int",
                    "arg_name": "withReplacement (optional), fraction (required) and seed (optional)",
                    "arg_type": kinds,
                },
            )
        return self._make(
            "Sample", lowerBound=0.0, upperBound=share, withReplacement=replace, seed=draw_seed(seed)
        )

    def randomSplit(self, weights: list[float], seed: int | None = None) -> list[DataFrame]:
        """The rows dealt out by weight."""
        for each in weights:
            if each < 0.0:
                raise PySparkValueError(
                    errorClass="VALUE_NOT_POSITIVE", messageParameters={"arg_name": "weights", "arg_value": str(each)}
                )
        total, drawn = sum(handed("weights", each, float) for each in weights), draw_seed(seed)
        if total <= 0:
            raise requirement("The sum of the weights must be positive.")
        bounds = [0.0]
        for each in weights:
            bounds.append(bounds[-1] + each / total)
        return [
            self._make(
                "Sample",
                lowerBound=low,
                upperBound=high,
                withReplacement=False,
                seed=drawn,
                deterministicOrder=True,
            )
            for low, high in zip(bounds, bounds[1:])
        ]

    def sampleBy(self, col: Any, fractions: dict[Any, float], seed: int | None = None) -> DataFrame:
        """A fraction of the rows for each value of a column."""
        expr = to_expr(col)
        if not isinstance(fractions, dict):
            raise wrong_type("fractions", fractions, "dict")
        shares = []
        for key, share in fractions.items():
            if not isinstance(key, (float, int, str)):
                raise item_error("fractions", fractions, "float, int, str", key)
            shares.append({"stratum": _expr.literal(key), "fraction": float(share)})
        return self._make("StatSampleBy", col=expr, fractions=shares, seed=draw_seed(seed))

    def coalesce(self, numPartitions: int) -> DataFrame:
        """The rows in at most so many partitions, without a shuffle."""
        return self._make("Repartition", numPartitions=_whole(numPartitions), shuffle=False)

    def repartition(self, numPartitions: Any, *cols: Any) -> DataFrame:
        """The rows spread over partitions, by columns or evenly."""
        if isinstance(numPartitions, int):
            handed("numPartitions", numPartitions, int)
            if not cols:
                return self._make("Repartition", numPartitions=numPartitions, shuffle=True)
            return self._make(
                "RepartitionByExpression", partitionExprs=self._exprs(cols), numPartitions=numPartitions
            )
        if isinstance(numPartitions, (str, Column)):
            return self._make("RepartitionByExpression", partitionExprs=self._exprs((numPartitions, *cols)))
        raise wrong_type("numPartitions", numPartitions, "Column or str")

    def repartitionById(self, numPartitions: int, partitionIdCol: Any) -> DataFrame:
        """The rows spread over partitions by their numbers, which a column of type int holds."""
        if isinstance(numPartitions, bool) or not isinstance(numPartitions, int):
            raise wrong_type("numPartitions", numPartitions, "int")
        if numPartitions <= 0:
            raise PySparkValueError(
                errorClass="VALUE_NOT_POSITIVE", messageParameters={"arg_name": "numPartitions", "arg_value": str(numPartitions)}
            )
        number = _expr.call("direct_shuffle_partition_id", to_expr(partitionIdCol, "col", "Column or str"))
        return self._make("RepartitionByExpression", partitionExprs=[number], numPartitions=numPartitions)

    def repartitionByRange(self, numPartitions: Any, *cols: Any) -> DataFrame:
        """The rows spread over partitions, each a range of the columns' values."""
        if isinstance(numPartitions, int):
            if not cols:
                raise cannot_be_empty("partition-by expression")
            keys = [as_order(each) for each in self._exprs(cols)]
            if not keys:
                raise requirement("At least one column to part by is needed.")
            handed("numPartitions", numPartitions, int)
            return self._make(
                "RepartitionByExpression", partitionExprs=keys, numPartitions=numPartitions, byRange=True
            )
        if isinstance(numPartitions, (str, Column)):
            keys = [as_order(each) for each in self._exprs((numPartitions, *cols))]
            return self._make("RepartitionByExpression", partitionExprs=keys, byRange=True)
        raise wrong_type("numPartitions", numPartitions, "Column, int or str")

    def hint(self, name: str, *parameters: Any) -> DataFrame:
        """Advice to the optimizer: `hint("broadcast")`."""
        if len(parameters) == 1 and isinstance(parameters[0], list):
            parameters = tuple(parameters[0])
        if not isinstance(name, str):
            raise wrong_type("name", name, "str")
        allowed = "str, float, int, Column, list[str], list[float], list[int]"
        exprs = []
        for each in parameters:
            if not isinstance(each, (str, float, int, Column, list)):
                raise item_error("parameters", parameters, allowed, each)
            exprs.append(each._expr if isinstance(each, Column) else _hint_value(each))
        return self._make("Hint", name=name, parameters=exprs)


def _hint_value(value: Any) -> Expr:
    if isinstance(value, list):
        return _expr.call("array", *(_expr.literal(each) for each in value))
    return _expr.literal(value)


def _whole(value: Any) -> int:
    return handed("num", value, int)


__all__ = ["RowsPart", "as_order", "draw_seed", "new_frame"]
