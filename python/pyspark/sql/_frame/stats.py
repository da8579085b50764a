"""Figures over columns: summaries, correlation, quantiles, cross tables; `df.stat`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ...errors import PySparkTypeError, PySparkValueError
from .. import _expr
from .._check import check_str, handed, handed_all, not_allowed, requirement, wrong_type
from .._types.base import DoubleType, NumericType
from .base import FrameBase, item_error

if TYPE_CHECKING:
    from ..dataframe import DataFrame

_DESCRIBED = ["count", "mean", "stddev", "min", "max"]
_SUMMARY = ["count", "mean", "stddev", "min", "25%", "50%", "75%", "max"]
_FREQUENT_SHARE = 0.01
_LEAST_SHARE = 1e-4
_MAX_ACCURACY = 2**31 - 1


class StatsPart(FrameBase):
    """Figures over columns."""

    @property
    def stat(self) -> DataFrameStatFunctions:
        """Methods of statistics."""
        return DataFrameStatFunctions(self)  # type: ignore[arg-type]

    def describe(self, *cols: Any) -> DataFrame:
        """Count, mean, deviation, least and greatest value of columns."""
        names = list(cols[0]) if len(cols) == 1 and isinstance(cols[0], list) else list(cols)
        return self._make("StatSummary", statistics=_DESCRIBED, cols=handed_all("cols", names, str))

    def summary(self, *statistics: Any) -> DataFrame:
        """The figures asked for, of all columns."""
        given = list(statistics[0]) if len(statistics) == 1 and isinstance(statistics[0], list) else list(statistics)
        return self._make("StatSummary", statistics=handed_all("statistics", given, str) or _SUMMARY, cols=[])

    def crosstab(self, col1: str, col2: str) -> DataFrame:
        """How often each pair of values occurs."""
        return self._make("StatCrosstab", col1=check_str("col1", col1), col2=check_str("col2", col2))

    def freqItems(self, cols: Any, support: float | None = None) -> DataFrame:
        """Values that are at least this share of a column."""
        if not isinstance(cols, (list, tuple)):
            raise wrong_type("cols", cols, "list or tuple")
        share = _FREQUENT_SHARE if not support else handed("support", support, float)
        if not _LEAST_SHARE <= share <= 1:
            raise requirement(f"support must lie between {_LEAST_SHARE} and 1, but is {share}.")
        return self._make("StatFreqItems", cols=handed_all("cols", cols, str), support=share)

    def corr(self, col1: str, col2: str, method: str | None = None) -> float:
        """Pearson's correlation of two columns."""
        check_str("col1", col1)
        check_str("col2", col2)
        if (method or "pearson") != "pearson":
            raise not_allowed("method", ["pearson"])
        found = self._number("corr", col1, col2)
        return math.nan if found is None else found

    def cov(self, col1: str, col2: str) -> float:
        """The sample covariance of two columns."""
        # Without two values there is none, which Spark reads as 0.
        return self._number("covar_samp", check_str("col1", col1), check_str("col2", col2)) or 0.0

    def _number(self, function: str, *cols: str) -> float | None:
        self._check_numeric(cols)
        return self._aggregate_value(_expr.call(function, *(_expr.attribute(each) for each in cols)))

    def _check_numeric(self, names: Any) -> None:
        for name in names:
            kind = self._make("Project", expressions=[_expr.attribute(name)]).schema.fields[0].dataType
            if not isinstance(kind, NumericType):
                raise requirement(f"The column {name} must hold numbers, not {kind.simpleString()}.")

    def _aggregate_value(self, expr: dict[str, Any]) -> Any:
        """The one value of an aggregate over all rows."""
        fields = {"groupType": "groupby", "groupingExpressions": [], "aggregateExpressions": [expr]}
        row = self._make("Aggregate", **fields).first()
        return None if row is None else row[0]

    def approxQuantile(self, col: Any, probabilities: Any, relativeError: float) -> Any:
        """Values at these shares of the sorted column; exact with an error of 0."""
        if not isinstance(col, (str, list, tuple)):
            raise wrong_type("col", col, "list, str or tuple")
        names = [col] if isinstance(col, str) else list(col)
        for each in names:
            if not isinstance(each, str):
                raise item_error("col", names, "str", each)
        self._check_quantiles(probabilities, relativeError)
        self._check_numeric(names)
        accuracy = _MAX_ACCURACY if relativeError == 0 else min(math.ceil(1 / relativeError), _MAX_ACCURACY)
        found = [self._quantiles(name, list(probabilities), accuracy) for name in names]
        return found[0] if isinstance(col, str) else found

    @staticmethod
    def _check_quantiles(probabilities: Any, relativeError: Any) -> None:
        if not isinstance(probabilities, (list, tuple)):
            raise wrong_type("probabilities", probabilities, "list or tuple")
        for each in probabilities:
            if not isinstance(each, (float, int)) or not 0 <= each <= 1:
                raise PySparkTypeError(
                    errorClass="NOT_EXPECTED_TYPE",
                    messageParameters={
                        "arg_name": "probabilities",
                        "expected_type": "list[float, int]",
                        "arg_type": type(each).__name__,
                    },
                )
        if not isinstance(relativeError, (float, int)):
            raise wrong_type("relativeError", relativeError, "float or int")
        if relativeError < 0:
            raise PySparkValueError(
                errorClass="NEGATIVE_VALUE",
                messageParameters={"arg_name": "relativeError", "arg_value": str(relativeError)},
            )

    def _quantiles(self, name: str, probabilities: list[float], accuracy: int) -> list[float]:
        if not probabilities:
            return []
        number = {"type": "Cast", "expr": _expr.attribute(name), "toType": "double"}
        none = {"type": "Literal", "dataType": "double", "value": None}
        # NaN is left out, as NULL is.
        shares = _expr.call("array", *(_expr.typed(DoubleType(), float(each)) for each in probabilities))
        call = _expr.call("percentile_approx", _expr.call("nanvl", number, none), shares, _expr.literal(accuracy))
        return self._aggregate_value(call) or []


class DataFrameStatFunctions:
    """`df.stat`."""

    def __init__(self, df: DataFrame) -> None:
        self.df = df

    def approxQuantile(self, col: Any, probabilities: Any, relativeError: float) -> Any:
        """Values at these shares of the sorted column."""
        return self.df.approxQuantile(col, probabilities, relativeError)

    def corr(self, col1: str, col2: str, method: str | None = None) -> float:
        """Pearson's correlation of two columns."""
        return self.df.corr(col1, col2, method)

    def cov(self, col1: str, col2: str) -> float:
        """The sample covariance of two columns."""
        return self.df.cov(col1, col2)

    def crosstab(self, col1: str, col2: str) -> DataFrame:
        """How often each pair of values occurs."""
        return self.df.crosstab(col1, col2)

    def freqItems(self, cols: Any, support: float | None = None) -> DataFrame:
        """Values that are at least this share of a column."""
        return self.df.freqItems(cols, support)

    def sampleBy(self, col: Any, fractions: dict[Any, float], seed: int | None = None) -> DataFrame:
        """A fraction of the rows for each value of a column."""
        return self.df.sampleBy(col, fractions, seed)
