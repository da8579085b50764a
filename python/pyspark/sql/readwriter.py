"""Readers and writers of files and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import AnalysisException, PySparkValueError
from ._check import handed, not_implemented, state_error, wrong_type
from ._frame.base import new_frame
from ._options import Option, OptionsMixin, ReaderBase, given, paths_of
from ._writer_v2 import DataFrameWriterV2

if TYPE_CHECKING:
    from .dataframe import DataFrame
    from .session import SparkSession

__all__ = ["DataFrameReader", "DataFrameWriter", "DataFrameWriterV2"]


def no_changes(spark: SparkSession, tableName: str) -> AnalysisException:
    """UNSUPPORTED_FEATURE.CHANGE_DATA_CAPTURE."""
    catalog = {"catalogName": spark.catalog.currentCatalog()}
    return state_error(AnalysisException, "UNSUPPORTED_FEATURE.CHANGE_DATA_CAPTURE", "0A000", catalog, f"No changes are kept of {tableName}.")  # type: ignore[return-value]


class DataFrameReader(ReaderBase):
    """`spark.read`."""

    def load(self, path: Any = None, format: str | None = None, schema: Any = None, **options: Any) -> DataFrame:
        """Reads what the format, schema and options say."""
        if format is not None:
            self.format(format)
        if schema is not None:
            self.schema(schema)
        self.options(**options)
        return self._relation(paths_of(path))

    def csv(
        self, path: Any, schema: Any = None, sep: Option = None, encoding: Option = None, quote: Option = None,
        escape: Option = None, comment: Option = None, header: Option = None, inferSchema: Option = None,
        ignoreLeadingWhiteSpace: Option = None, ignoreTrailingWhiteSpace: Option = None, nullValue: Option = None,
        nanValue: Option = None, positiveInf: Option = None, negativeInf: Option = None, dateFormat: Option = None,
        timestampFormat: Option = None, maxColumns: Option = None, maxCharsPerColumn: Option = None,
        maxMalformedLogPerPartition: Option = None, mode: Option = None, columnNameOfCorruptRecord: Option = None,
        multiLine: Option = None, charToEscapeQuoteEscaping: Option = None, samplingRatio: Option = None,
        enforceSchema: Option = None, emptyValue: Option = None, locale: Option = None, lineSep: Option = None,
        pathGlobFilter: Option = None, recursiveFileLookup: Option = None, modifiedBefore: Option = None,
        modifiedAfter: Option = None, unescapedQuoteHandling: Option = None,
    ) -> DataFrame:
        """Reads CSV."""
        return self._read("csv", path, schema, given(locals()))

    def json(
        self, path: Any, schema: Any = None, primitivesAsString: Option = None, prefersDecimal: Option = None,
        allowComments: Option = None, allowUnquotedFieldNames: Option = None, allowSingleQuotes: Option = None,
        allowNumericLeadingZero: Option = None, allowBackslashEscapingAnyCharacter: Option = None, mode: Option = None,
        columnNameOfCorruptRecord: Option = None, dateFormat: Option = None, timestampFormat: Option = None,
        multiLine: Option = None, allowUnquotedControlChars: Option = None, lineSep: Option = None,
        samplingRatio: Option = None, dropFieldIfAllNull: Option = None, encoding: Option = None, locale: Option = None,
        pathGlobFilter: Option = None, recursiveFileLookup: Option = None, modifiedBefore: Option = None,
        modifiedAfter: Option = None, allowNonNumericNumbers: Option = None, useUnsafeRow: Option = None,
    ) -> DataFrame:
        """Reads JSON, an object a line."""
        return self._read("json", path, schema, given(locals()))

    def text(
        self, paths: Any, wholetext: Option = False, lineSep: Option = None, pathGlobFilter: Option = None,
        recursiveFileLookup: Option = None, modifiedBefore: Option = None, modifiedAfter: Option = None,
    ) -> DataFrame:
        """Reads lines of text into a column `value`."""
        return self._read("text", paths, None, given(locals()))

    def parquet(self, *paths: str, **options: Any) -> DataFrame:
        """Reads Parquet."""
        return self._read("parquet", list(paths), None, options)

    def orc(
        self, path: Any, mergeSchema: Option = None, pathGlobFilter: Option = None, recursiveFileLookup: Option = None,
        modifiedBefore: Option = None, modifiedAfter: Option = None,
    ) -> DataFrame:
        """Reads ORC."""
        return self._read("orc", path, None, given(locals()))

    def xml(
        self, path: Any, rowTag: Option = None, schema: Any = None, excludeAttribute: Option = None,
        attributePrefix: Option = None, valueTag: Option = None, ignoreSurroundingSpaces: Option = None,
        rowValidationXSDPath: Option = None, ignoreNamespace: Option = None, wildcardColName: Option = None,
        encoding: Option = None, inferSchema: Option = None, nullValue: Option = None, dateFormat: Option = None,
        timestampFormat: Option = None, mode: Option = None, columnNameOfCorruptRecord: Option = None,
        multiLine: Option = None, samplingRatio: Option = None, locale: Option = None,
    ) -> DataFrame:
        """Reads XML: each element of the name that rowTag gives is a row."""
        return self._read("xml", path, schema, given(locals()))

    def table(self, tableName: str) -> DataFrame:
        """A table or view."""
        node = {"type": "ReadNamedTable", "unparsedIdentifier": handed("tableName", tableName, str), "options": dict(self._options)}
        return new_frame(self._spark, node)

    def changes(self, tableName: str) -> DataFrame:
        """Changes of a table: tables of the session's catalog keep none."""
        raise no_changes(self._spark, handed("tableName", tableName, str))

    def jdbc(
        self, url: str, table: str, column: str | None = None, lowerBound: Any = None, upperBound: Any = None,
        numPartitions: int | None = None, predicates: list[str] | None = None, properties: dict[str, str] | None = None,
    ) -> DataFrame:
        """There is no database to connect to."""
        not_implemented("spark.read.jdbc")


_MODES = {"append": "append", "overwrite": "overwrite", "ignore": "ignore", "error": "error", "errorifexists": "error", "default": "error"}


class DataFrameWriter(OptionsMixin):
    """`df.write`."""

    def __init__(self, df: DataFrame) -> None:
        self._df = df
        self._format: str | None = None
        self._mode = "error"
        self._options = {}
        self._partition_by: list[str] = []
        self._buckets: tuple[int, list[str]] | None = None
        self._sort_by: list[str] | None = None
        self._cluster_by: list[str] | None = None

    def mode(self, saveMode: str | None) -> DataFrameWriter:
        """What to do with data that is there: append, overwrite, ignore, error."""
        if saveMode:
            handed("saveMode", saveMode, str)
            known = _MODES.get(saveMode.lower())
            if known is None:
                raise _invalid_mode(saveMode)
            self._mode = known
        return self

    def format(self, source: str) -> DataFrameWriter:
        """The kind of target."""
        self._format = handed("source", source, str)
        return self

    def partitionBy(self, *cols: Any) -> DataFrameWriter:
        """A folder for each combination of values."""
        self._partition_by = list(cols[0]) if len(cols) == 1 and isinstance(cols[0], (list, tuple)) else list(cols)
        return self

    def bucketBy(self, numBuckets: int, col: Any, *cols: Any) -> DataFrameWriter:
        """Rows with equal values of the columns in files of one number; for `saveAsTable`."""
        if not isinstance(numBuckets, int):
            raise wrong_type("numBuckets", numBuckets, "int")
        self._buckets = (numBuckets, _column_names(col, cols))
        return self

    def sortBy(self, col: Any, *cols: Any) -> DataFrameWriter:
        """Sorts the files of each bucket."""
        self._sort_by = _column_names(col, cols)
        return self

    def clusterBy(self, *cols: Any) -> DataFrameWriter:
        """Columns by which the table should be clustered: kept in the catalog."""
        self._cluster_by = list(cols[0]) if len(cols) == 1 and isinstance(cols[0], (list, tuple)) else list(cols)
        return self

    def _write(self, mode: str | None = None, **target: Any) -> None:
        if mode is not None:
            self.mode(mode)
        default = self._df.sparkSession.conf.get("spark.sql.sources.default", "parquet")
        spec = {
            "format": self._format or default,
            "mode": self._mode,
            "options": self._options,
            "partitionBy": self._partition_by,
            **target,
        }
        if self._buckets is not None:
            count_, columns = self._buckets
            spec["buckets"] = {"numBuckets": count_, "columns": columns, "sortColumns": self._sort_by or []}
        if self._sort_by is not None:
            spec["sortedBy"] = True
        if self._cluster_by is not None:
            spec["clusterBy"] = self._cluster_by
        self._df._ask("write", spec=spec)

    def save(self, path: str | None = None, format: str | None = None, mode: str | None = None, partitionBy: Any = None, **options: Any) -> None:
        """Writes what the format and options say."""
        self.options(**options)
        if partitionBy is not None:
            self.partitionBy(*([partitionBy] if isinstance(partitionBy, str) else partitionBy))
        if format is not None:
            self.format(format)
        self._write(mode, **({} if path is None else {"path": path}))

    def saveAsTable(self, name: str, format: str | None = None, mode: str | None = None, partitionBy: Any = None, **options: Any) -> None:
        """Writes a table."""
        self.options(**options)
        if partitionBy is not None:
            self.partitionBy(*([partitionBy] if isinstance(partitionBy, str) else partitionBy))
        if format is not None:
            self.format(format)
        self._write(mode, table=handed("name", name, str))

    def insertInto(self, tableName: str, overwrite: bool | None = None) -> None:
        """Adds rows to a table, columns by position."""
        if overwrite is not None:
            self.mode("overwrite" if overwrite else "append")
        elif self._mode == "error":
            self.mode("append")
        self._write(table=handed("tableName", tableName, str), isInsert=True)

    def _save_as(self, source: str, path: str, mode: str | None, options: dict[str, Any], partitionBy: Any = None) -> None:
        self.format(source)._set(**options)
        if partitionBy is not None:
            self.partitionBy(partitionBy)
        self._write(mode, path=handed("path", path, str))

    def csv(
        self, path: str, mode: str | None = None, compression: Option = None, sep: Option = None, quote: Option = None,
        escape: Option = None, header: Option = None, nullValue: Option = None, escapeQuotes: Option = None,
        quoteAll: Option = None, dateFormat: Option = None, timestampFormat: Option = None,
        ignoreLeadingWhiteSpace: Option = None, ignoreTrailingWhiteSpace: Option = None,
        charToEscapeQuoteEscaping: Option = None, encoding: Option = None, emptyValue: Option = None, lineSep: Option = None,
    ) -> None:
        """Writes CSV."""
        self._save_as("csv", path, mode, given(locals(), "mode", "partitionBy"))

    def json(
        self, path: str, mode: str | None = None, compression: Option = None, dateFormat: Option = None,
        timestampFormat: Option = None, lineSep: Option = None, encoding: Option = None, ignoreNullFields: Option = None,
    ) -> None:
        """Writes JSON, an object a line."""
        self._save_as("json", path, mode, given(locals(), "mode", "partitionBy"))

    def text(self, path: str, compression: Option = None, lineSep: Option = None) -> None:
        """Writes a column of texts, a line each."""
        self._save_as("text", path, None, given(locals(), "mode", "partitionBy"))

    def parquet(self, path: str, mode: str | None = None, partitionBy: Any = None, compression: Option = None) -> None:
        """Writes Parquet."""
        self._save_as("parquet", path, mode, given(locals(), "mode", "partitionBy"), partitionBy)

    def orc(self, path: str, mode: str | None = None, partitionBy: Any = None, compression: Option = None) -> None:
        """Writes ORC."""
        self._save_as("orc", path, mode, given(locals(), "mode", "partitionBy"), partitionBy)

    def xml(
        self, path: str, rowTag: Option = None, mode: str | None = None, attributePrefix: Option = None,
        valueTag: Option = None, rootTag: Option = None, declaration: Option = None, arrayElementName: Option = None,
        nullValue: Option = None, dateFormat: Option = None, timestampFormat: Option = None, compression: Option = None,
        encoding: Option = None, validateName: Option = None,
    ) -> None:
        """Writes XML: each row is an element of the name that rowTag gives."""
        self._save_as("xml", path, mode, given(locals(), "mode", "partitionBy"))

    def jdbc(self, url: str, table: str, mode: str | None = None, properties: Any = None) -> None:
        """There is no database to connect to."""
        not_implemented("DataFrameWriter.jdbc")


def _column_names(col: Any, cols: tuple[Any, ...]) -> list[str]:
    """Names given one by one or as one list."""
    if isinstance(col, (list, tuple)):
        if cols:
            raise PySparkValueError(
                errorClass="CANNOT_SET_TOGETHER",
                messageParameters={"arg_list": f"`col` of type {type(col).__name__} and `cols`"},
            )
        col, cols = col[0], tuple(col[1:])
    for each in cols:
        if not isinstance(each, str):
            raise wrong_type("cols", each, "list[str]")
    if not isinstance(col, str):
        raise wrong_type("col", col, "list[str]")
    return [col, *cols]


def _invalid_mode(mode: str) -> Exception:
    return state_error(
        AnalysisException,
        "INVALID_SAVE_MODE",
        "42000",
        {"mode": f'"{mode}"'},
        f"There is no save mode '{mode}': take append, overwrite, ignore or error.",
    )


DataFrameWriterV2.__module__ = __name__
