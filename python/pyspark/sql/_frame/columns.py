"""Transformations of columns: select, add, rename, drop."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .. import _expr
from .._check import check_str, handed, handed_all, wrong_type
from .._types.names import quoted
from .._types.nested import StructType
from ..column import Column, to_expr
from .base import FrameBase

if TYPE_CHECKING:
    from ..dataframe import DataFrame


_QUOTED_PATTERN = re.compile(r"^(?:.+\.)?`.+`$")


class ColumnsPart(FrameBase):
    """Columns in, columns out; the rows stay."""

    def select(self, *cols: Any) -> DataFrame:
        """These columns, by name or as expressions."""
        return self._make("Project", expressions=self._exprs(cols))

    def selectExpr(self, *expr: Any) -> DataFrame:
        """These columns as expressions of SQL."""
        texts = handed_all("expr", expr[0] if len(expr) == 1 and isinstance(expr[0], list) else expr, str)
        return self._make("Project", expressions=[_expr.sql_text(text) for text in texts])

    def withColumn(self, colName: str, col: Column) -> DataFrame:
        """Adds a column, or replaces the one of that name."""
        if not isinstance(col, Column):
            raise wrong_type("col", col, "Column")
        handed("colName", colName, str)
        return self._make("WithColumns", aliases=[{"name": colName, "expr": col._expr}])

    def withColumns(self, *colsMap: dict[str, Column]) -> DataFrame:
        """Adds or replaces several columns, all worked out from the columns as they were."""
        assert len(colsMap) == 1
        added = colsMap[0]
        if not isinstance(added, dict):
            raise wrong_type("colsMap", added, "dict")
        names, exprs = handed_all("colsMap", added, str), [to_expr(each) for each in added.values()]
        return self._make("WithColumns", aliases=[{"name": n, "expr": e} for n, e in zip(names, exprs)])

    def withColumnRenamed(self, existing: str, new: str) -> DataFrame:
        """Renames a column; nothing happens where there is none of that name."""
        names = {"colName": handed("existing", existing, str), "newColName": handed("new", new, str)}
        return self._make("WithColumnsRenamed", renames=[names])

    def withColumnsRenamed(self, colsMap: dict[str, str]) -> DataFrame:
        """Renames several columns."""
        if not isinstance(colsMap, dict):
            raise wrong_type("colsMap", colsMap, "dict")
        olds, news = handed_all("colsMap", colsMap, str), handed_all("colsMap", colsMap.values(), str)
        return self._make("WithColumnsRenamed", renames=[{"colName": a, "newColName": b} for a, b in zip(olds, news)])

    def withMetadata(self, columnName: str, metadata: dict[str, Any]) -> DataFrame:
        """Gives a column metadata."""
        if not isinstance(metadata, dict):
            raise wrong_type("metadata", metadata, "dict")
        described = _expr.alias(self._column(columnName)._expr, columnName, metadata=metadata)
        kept = [described if name == columnName else self._column(quoted(name))._expr for name in self.columns]
        return self._make("Project", expressions=kept)

    def drop(self, *cols: Any) -> DataFrame:
        """Leaves out columns; names that do not exist are no error."""
        names, columns = [], []
        for each in cols:
            if isinstance(each, str):
                names.append(each)
            elif isinstance(each, Column):
                columns.append(each._expr)
            else:
                raise wrong_type("col", each, "Column or str")
        return self._make("Drop", columns=columns, columnNames=names)

    def toDF(self, *cols: str) -> DataFrame:
        """The same columns under new names."""
        for each in cols:
            if not isinstance(each, str):
                raise wrong_type("cols", each, "list[str]")
        return self._make("ToDF", columnNames=list(cols))

    def to(self, schema: StructType) -> DataFrame:
        """Columns picked, ordered and cast by a schema."""
        assert schema is not None
        return self._make("ToSchema", schema=schema.jsonValue())

    def alias(self, alias: str) -> DataFrame:
        """The DataFrame under a name that columns can be qualified with."""
        assert isinstance(alias, str), "alias should be a string"
        return self._make("SubqueryAlias", alias=alias)

    def colRegex(self, colName: str) -> Column:
        """The columns whose names match a regular expression, in back-quotes."""
        check_str("colName", colName)
        if not _QUOTED_PATTERN.match(colName):
            return self._column(colName)
        return Column({"type": "UnresolvedRegex", "colName": colName, "planId": self._plan_id})

    def transform(self, func: Callable[..., DataFrame], *args: Any, **kwargs: Any) -> DataFrame:
        """What a function makes of the DataFrame."""
        result = func(self, *args, **kwargs)
        assert isinstance(result, FrameBase), (
            f"Func returned an instance of type [{type(result)}], should have been DataFrame."
        )
        return result  # type: ignore[return-value]

    def unpivot(self, ids: Any, values: Any, variableColumnName: str, valueColumnName: str) -> DataFrame:
        """Turns columns into rows of name and value."""
        assert ids is not None, "ids must not be None"
        fields: dict[str, Any] = {"ids": self._several(ids)}
        handed("variableColumnName", variableColumnName, str)
        handed("valueColumnName", valueColumnName, str)
        if values is not None:
            fields["values"] = self._several(values)
        return self._make("Unpivot", **fields, variableColumnName=variableColumnName, valueColumnName=valueColumnName)

    def melt(self, ids: Any, values: Any, variableColumnName: str, valueColumnName: str) -> DataFrame:
        """Turns columns into rows of name and value."""
        return self.unpivot(ids, values, variableColumnName, valueColumnName)

    def _several(self, cols: Any) -> list[dict[str, Any]]:
        return self._exprs(tuple(cols) if isinstance(cols, (list, tuple)) else (cols,))

    def withWatermark(self, eventTime: str, delayThreshold: str) -> DataFrame:
        """How late events may come, by the column that holds their time."""
        if not eventTime or type(eventTime) is not str:
            raise wrong_type("eventTime", eventTime, "str")
        if not delayThreshold or type(delayThreshold) is not str:
            raise wrong_type("delayThreshold", delayThreshold, "str")
        return self._make("WithWatermark", eventTime=eventTime, delayThreshold=delayThreshold)
