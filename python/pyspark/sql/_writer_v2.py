"""`df.writeTo(table)`: tables of the session's catalog are made by it; rows are not added to them, as in Spark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import AnalysisException, UnsupportedOperationException
from ._check import handed, refuse, state_error
from ._column_text import render
from ._options import OptionsMixin
from .column import Column, to_expr

if TYPE_CHECKING:
    from .dataframe import DataFrame

Expr = dict[str, Any]


class DataFrameWriterV2(OptionsMixin):
    """`df.writeTo`."""

    def __init__(self, df: DataFrame, table: str) -> None:
        self._df = df
        self._table = table
        self._options = {}
        self._provider: str | None = None
        self._properties: dict[str, str] = {}
        self._partitions: list[Expr] = []
        self._clusters: list[str] = []

    def using(self, provider: str) -> DataFrameWriterV2:
        """The kind of table."""
        self._provider = handed("provider", provider, str)
        return self

    def tableProperty(self, property: str, value: str) -> DataFrameWriterV2:
        """A property of the table."""
        self._properties[handed("property", property, str)] = handed("value", value, str)
        return self

    def partitionedBy(self, col: Any, *cols: Any) -> DataFrameWriterV2:
        """A folder for each combination of values, or buckets: `bucket(4, "a")`."""
        self._partitions = [to_expr(each) for each in (col, *cols)]
        self._refuse_both()
        return self

    def clusterBy(self, col: str, *cols: str) -> DataFrameWriterV2:
        """Columns by which the table should be clustered: kept in the catalog."""
        self._clusters = [handed("col", each, str) for each in (col, *cols)]
        self._refuse_both()
        return self

    def _refuse_both(self) -> None:
        if self._partitions and self._clusters:
            condition = "SPECIFY_CLUSTER_BY_WITH_PARTITIONED_BY_IS_NOT_ALLOWED"
            raise state_error(AnalysisException, condition, "42908", {}, "clusterBy and partitionedBy do not go together.")

    def _make(self, **more: Any) -> None:
        layout: dict[str, Any] = {"properties": {**self._properties, **{f"option.{k}": v for k, v in self._options.items()}}}
        names: list[str] = []
        for each in self._partitions:
            if each["type"] == "UnresolvedAttribute":
                names.append(each["unparsedIdentifier"])
            else:
                layout["buckets"] = _buckets(each)
        writer = self._df.write
        if self._provider is not None:
            writer.format(self._provider)
        writer._options.update(self._options)
        writer.partitionBy(*names)
        if self._clusters:
            writer.clusterBy(*self._clusters)
        writer._write("error", table=self._table, **layout, **more)

    def create(self) -> None:
        """Makes the table. Raises if it exists."""
        self._make()

    def createOrReplace(self) -> None:
        """Makes the table anew. Tables of the session catalog do not support it."""
        self._make(isReplace=True)

    def replace(self) -> None:
        """Makes the table anew. Tables of the session catalog do not support it."""
        self._make(isReplace=True)

    def append(self) -> None:
        """Adds rows to the table. Tables of the session catalog do not support it: use `df.write.insertInto`."""
        self._refuse_rows()

    def overwrite(self, condition: Column | str) -> None:
        """Replaces the rows for which a condition holds. Tables of the session catalog do not support it."""
        to_expr(condition)
        self._refuse_rows()

    def overwritePartitions(self) -> None:
        """Replaces partitions. Tables of the session catalog do not support it."""
        self._refuse_rows()

    def _refuse_rows(self) -> None:
        """Raises what Spark raises for a table of files; for one that is not there, that."""
        session = self._df.sparkSession
        session.table(self._table)
        found = session.catalog.getTable(self._table)
        parts = [found.catalog, *(found.namespace or ()), found.name]
        name = ".".join(f"`{each}`" for each in parts if each)
        parameters = {"identifier": name}
        condition = "_LEGACY_ERROR_TEMP_1012"
        raise AnalysisException(f"[{condition}] writeTo cannot change the rows of {name}: use insertInto.", condition, parameters)


def _buckets(transform: Expr) -> dict[str, Any]:
    """`bucket(n, columns)`; other transforms are refused, as Spark does for tables of files."""
    if transform["type"] == "UnresolvedFunction" and transform["functionName"] == "bucket":
        count, *columns = transform["arguments"]
        return {"numBuckets": count["value"], "columns": [each["unparsedIdentifier"] for each in columns], "sortColumns": []}
    if transform["type"] != "UnresolvedFunction":
        refuse(Column(transform))
    text = {"transform": f"`{render(transform)}`"}
    raise state_error(UnsupportedOperationException, "UNSUPPORTED_PARTITION_TRANSFORM", "0A000", text, "Tables of files are parted by columns or buckets.")
