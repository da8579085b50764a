"""spark.sql's templates: DataFrames, columns and values put into a text by name."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

from ..errors import PySparkValueError
from ._column_text import render
from .column import Column

if TYPE_CHECKING:
    from .session import SparkSession

_numbers = count(1)


class SQLStringFormatter(string.Formatter):
    """Puts values into a query's text; DataFrames become temporary views until `clear()`."""

    def __init__(self, session: SparkSession) -> None:
        self._session = session
        self._views: list[tuple[Any, str]] = []

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        value, first = super().get_field(field_name, args, kwargs)
        return self._as_sql(value, field_name), first

    def _as_sql(self, value: Any, field_name: str) -> Any:
        if isinstance(value, Column):
            if value._expr["type"] != "UnresolvedAttribute":
                raise PySparkValueError(
                    errorClass="VALUE_NOT_PLAIN_COLUMN_REFERENCE",
                    messageParameters={"val": str(value), "field_name": field_name},
                )
            return render(value._expr)
        if hasattr(type(value), "_is_frame"):
            return self._view_of(value)
        if isinstance(value, str):
            escaped = value.replace("\\", "\\\\").replace("'", "\\'")
            return f"'{escaped}'"
        return value

    def _view_of(self, frame: Any) -> str:
        for known, name in self._views:
            if known is frame:
                return name
        name = f"_pyspark_{next(_numbers)}"
        self._views.append((frame, name))
        frame.createOrReplaceTempView(name)
        return name

    def clear(self) -> None:
        """Forgets the views."""
        for _, name in self._views:
            self._session.catalog.dropTempView(name)
        self._views.clear()
