"""Observation: figures over the rows of a DataFrame, collected by the query that reads them."""

from __future__ import annotations

import uuid
from itertools import count
from typing import TYPE_CHECKING, Any

from ..errors import IllegalArgumentException, PySparkAssertionError, PySparkRuntimeError, PySparkValueError
from ._check import wrong_type
from ._types.nested import StructType
from ._types.row import Row
from ._wire import decode_rows
from .column import Column

if TYPE_CHECKING:
    from .dataframe import DataFrame

__all__ = ["Observation"]

_ids = count(1)


class Observation:
    """Figures that `DataFrame.observe` collects while the first action on the DataFrame runs."""

    def __init__(self, name: str | None = None) -> None:
        if name is not None:
            if not isinstance(name, str):
                raise wrong_type("name", name, "str")
            if name == "":
                raise PySparkValueError(
                    errorClass="VALUE_NOT_NON_EMPTY_STR", messageParameters={"arg_name": "name", "arg_value": name}
                )
        self._name = name
        self._id = next(_ids)
        self._frame: DataFrame | None = None
        self._result: dict[str, Any] | None = None

    def _on(self, df: DataFrame, *exprs: Column) -> DataFrame:
        if self._frame is not None:
            raise PySparkAssertionError(errorClass="REUSE_OBSERVATION", messageParameters={})
        if self._name is None:
            self._name = str(uuid.uuid4())
        if df.isStreaming:
            raise IllegalArgumentException("An Observation is not for streams: observe under a name, and read the progress.")
        observed = df._make("CollectMetrics", name=self._name, metrics=[e._expr for e in exprs], observationId=self._id)
        self._frame = observed
        return observed

    @property
    def get(self) -> dict[str, Any]:
        """The figures by name."""
        if self._frame is None:
            raise PySparkAssertionError(errorClass="NO_OBSERVE_BEFORE_GET", messageParameters={})
        if self._result is None:
            table = self._frame._session._call("observed", observationId=self._id)
            if table is None:
                raise PySparkRuntimeError(
                    "The observed DataFrame has not run yet, and get would wait for ever: call an action on it first."
                )
            self._result = _figures(table)
        return self._result


def _figures(table: dict[str, Any]) -> dict[str, Any]:
    row = observed_row(table)
    return dict(zip(row.__fields__, row))


def observed_row(table: dict[str, Any]) -> Row:
    """The one row of a table of figures."""
    schema = StructType.fromJson(table["schema"])
    return decode_rows(schema, table["columns"], table["numRows"])[0]
