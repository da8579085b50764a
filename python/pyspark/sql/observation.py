"""Observation: figures over the rows of a DataFrame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import PySparkAssertionError
from ._check import wrong_type
from .column import Column

if TYPE_CHECKING:
    from .dataframe import DataFrame


class Observation:
    """Figures that `DataFrame.observe` collects. They are worked out over the same rows when they are asked for."""

    def __init__(self, name: str | None = None) -> None:
        if name is not None and not isinstance(name, str):
            raise wrong_type("name", name, "str")
        self._name = name
        self._frame: DataFrame | None = None
        self._result: dict[str, Any] | None = None

    def _on(self, df: DataFrame, *exprs: Column) -> DataFrame:
        if self._frame is not None:
            raise PySparkAssertionError(errorClass="REUSE_OBSERVATION", messageParameters={})
        self._frame = df.agg(*exprs)
        return df

    @property
    def get(self) -> dict[str, Any]:
        """The figures by name."""
        if self._frame is None:
            raise PySparkAssertionError(errorClass="NO_OBSERVE_BEFORE_GET", messageParameters={})
        if self._result is None:
            row = self._frame.first()
            self._result = {} if row is None else row.asDict()
        return self._result
