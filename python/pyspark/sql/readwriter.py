"""Readers and writers of files and tables."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from ..errors import AnalysisException, PySparkTypeError, PySparkValueError
from ._check import not_implemented, state_error, wrong_type
from ._frame.base import new_frame
from ._local_files import share_files
from ._source_options import READ, WRITE, check_keywords
from ._types.nested import StructType
from ._types.parse import parse_columns
from .functions._call import option_text

if TYPE_CHECKING:
    from .dataframe import DataFrame
    from .session import SparkSession

__all__ = ["DataFrameReader", "DataFrameWriter", "DataFrameWriterV2"]

_stored_files = count(1)
_ROW_A_FILE = "sparring.xml.rowAFile"


class OptionsMixin:
    """Options by key, without regard to case."""

    _options: dict[str, str]

    def _set(self, **options: Any) -> None:
        """Options given as keywords of a format's own method."""
        for key, value in options.items():
            if value is not None:
                self.option(key, value)

    def option(self, key: str, value: Any) -> Any:
        """One option."""
        text = option_text(value)
        for known in [each for each in self._options if each.lower() == key.lower()]:
            del self._options[known]
        if text is not None:
            self._options[key] = text
        return self

    def options(self, **options: Any) -> Any:
        """Several options."""
        for key, value in options.items():
            self.option(key, value)
        return self


class ReaderBase(OptionsMixin):
    """What readers of tables and of streams share."""

    _streaming = False

    def __init__(self, spark: SparkSession) -> None:
        self._spark = spark
        self._format: str | None = None
        self._schema: Any = None
        self._options = {}

    def format(self, source: str) -> Any:
        """The kind of source."""
        self._format = source
        return self

    def schema(self, schema: StructType | str) -> Any:
        """The columns to read, as a StructType or DDL."""
        if isinstance(schema, StructType):
            self._schema = schema.jsonValue()
        elif isinstance(schema, str):
            self._schema = parse_columns(schema).jsonValue()
        else:
            raise wrong_type("schema", schema, "str or struct type")
        return self

    def _relation(self, paths: list[str]) -> DataFrame:
        default = self._spark.conf.get("spark.sql.sources.default", "parquet")
        node: dict[str, Any] = {
            "type": "ReadDataSource",
            "format": self._format or default,
            "options": dict(self._options),
            "paths": paths,
        }
        if self._schema is not None:
            node["schema"] = self._schema
        if self._streaming:
            node["isStreaming"] = True
        share_files(self._spark, paths)
        return new_frame(self._spark, node)

    def _read(self, source: str, path: Any, schema: Any, options: dict[str, Any]) -> DataFrame:
        check_keywords(self, source, READ, options)
        self.format(source)
        if schema is not None:
            self.schema(schema)
        self._set(**options)
        self._options.pop(_ROW_A_FILE, None)
        return self._relation(self._stored(path) if hasattr(path, "collect") else paths_of(path))

    def _stored(self, lines: Any) -> list[str]:
        """Lines of an RDD, or of a DataFrame of one column, as a file of the engine's, to be read like any other."""
        path = f"/tmp/lines-{next(_stored_files)}.txt"
        rows = lines.collect()
        if hasattr(type(lines), "_is_frame"):
            rows = [row[0] for row in rows if row[0] is not None]
        if self._format == "xml":
            return self._stored_documents(path, rows)
        text = "".join(f"{line}\n" for line in rows)
        self._spark._call("files", method="write", path=path, text=text)
        return [path]

    def _stored_documents(self, folder: str, documents: list[str]) -> list[str]:
        """Each text is a document of its own, and a row, whatever its outermost element is called."""
        self._set(**{_ROW_A_FILE: True})
        for number, text in enumerate(documents):
            self._spark._call("files", method="write", path=f"{folder}/{number:08}.xml", text=text)
        return [folder]


def paths_of(path: Any) -> list[str]:
    """One path or several."""
    if path is None:
        return []
    if isinstance(path, str):
        return [path]
    if isinstance(path, (list, tuple)):
        return [str(each) for each in path]
    if hasattr(path, "__fspath__"):
        return [str(path)]
    raise PySparkTypeError(
        errorClass="NOT_EXPECTED_TYPE",
        messageParameters={"expected_type": "str or list", "arg_name": "path", "arg_type": type(path).__name__},
    )


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

    def csv(self, path: Any, schema: Any = None, sep: str | None = None, **options: Any) -> DataFrame:
        """Reads CSV, from files or from an RDD of lines."""
        return self._read("csv", path, schema, {"sep": sep, **options})

    def json(self, path: Any, schema: Any = None, **options: Any) -> DataFrame:
        """Reads JSON, an object a line, from files or from an RDD of lines."""
        return self._read("json", path, schema, options)

    def text(self, paths: Any, wholetext: bool = False, lineSep: str | None = None, **options: Any) -> DataFrame:
        """Reads lines of text into a column `value`."""
        return self._read("text", paths, None, {"wholetext": wholetext or None, "lineSep": lineSep, **options})

    def parquet(self, *paths: str, **options: Any) -> DataFrame:
        """Reads Parquet."""
        return self._read("parquet", list(paths), None, options)

    def orc(self, path: Any, **options: Any) -> DataFrame:
        """Reads ORC."""
        return self._read("orc", path, None, options)

    def table(self, tableName: str) -> DataFrame:
        """A table or view."""
        node = {"type": "ReadNamedTable", "unparsedIdentifier": tableName, "options": dict(self._options)}
        return new_frame(self._spark, node)

    def jdbc(self, url: str, table: str, *rest: Any, **options: Any) -> DataFrame:
        """There is no database to connect to."""
        not_implemented("spark.read.jdbc")

    def xml(self, path: Any, rowTag: str | None = None, schema: Any = None, **options: Any) -> DataFrame:
        """Files of XML: each element of the name that the option rowTag gives is a row."""
        return self._read("xml", path, schema, {"rowTag": rowTag, **options})


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
            known = _MODES.get(saveMode.lower())
            if known is None:
                raise _invalid_mode(saveMode)
            self._mode = known
        return self

    def format(self, source: str) -> DataFrameWriter:
        """The kind of target."""
        self._format = source
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
        self._write(mode, table=name)

    def insertInto(self, tableName: str, overwrite: bool | None = None) -> None:
        """Adds rows to a table, columns by position."""
        if overwrite is not None:
            self.mode("overwrite" if overwrite else "append")
        elif self._mode == "error":
            self.mode("append")
        self._write(table=tableName, isInsert=True)

    def csv(self, path: str, mode: str | None = None, compression: str | None = None, sep: str | None = None, **options: Any) -> None:
        """Writes CSV."""
        check_keywords(self, "csv", WRITE, options)
        self.format("csv")._set(compression=compression, sep=sep, **options)
        self._write(mode, path=path)

    def json(self, path: str, mode: str | None = None, **options: Any) -> None:
        """Writes JSON, an object a line."""
        check_keywords(self, "json", WRITE, options)
        self.format("json")._set(**options)
        self._write(mode, path=path)

    def text(self, path: str, compression: str | None = None, lineSep: str | None = None) -> None:
        """Writes a column of texts, a line each."""
        self.format("text")._set(compression=compression, lineSep=lineSep)
        self._write(path=path)

    def parquet(self, path: str, mode: str | None = None, partitionBy: Any = None, compression: str | None = None) -> None:
        """Writes Parquet."""
        self.save(path, "parquet", mode, partitionBy)

    def orc(self, path: str, mode: str | None = None, partitionBy: Any = None, compression: str | None = None) -> None:
        """Writes ORC."""
        self.save(path, "orc", mode, partitionBy)

    def xml(self, path: str, rowTag: str | None = None, mode: str | None = None, **options: Any) -> None:
        """Writes XML: each row is an element of the name that rowTag gives."""
        check_keywords(self, "xml", WRITE, options)
        self.format("xml")._set(rowTag=rowTag, **options)
        self._write(mode, path=path)

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


class DataFrameWriterV2(OptionsMixin):
    """`df.writeTo`."""

    def __init__(self, df: DataFrame, table: str) -> None:
        self._df = df
        self._table = table
        self._options = {}
        self._provider: str | None = None

    def using(self, provider: str) -> DataFrameWriterV2:
        """The kind of table."""
        self._provider = provider
        return self

    def tableProperty(self, property: str, value: str) -> DataFrameWriterV2:
        """Properties of tables are not kept."""
        return self

    def partitionedBy(self, col: Any, *cols: Any) -> DataFrameWriterV2:
        """Partitioned tables are written with `df.write.partitionBy`."""
        not_implemented("DataFrameWriterV2.partitionedBy")

    def _write(self, **target: Any) -> None:
        writer = self._df.write
        if self._provider is not None:
            writer.format(self._provider)
        writer._options.update(self._options)
        writer._write("error", table=self._table, **target)

    def create(self) -> None:
        """Makes the table. Raises if it exists."""
        self._write()

    def createOrReplace(self) -> None:
        """Makes the table anew. Tables of the session catalog do not support it."""
        self._write(isReplace=True)

    def replace(self) -> None:
        """Makes the table anew. Tables of the session catalog do not support it."""
        self._write(isReplace=True)

    def append(self) -> None:
        """Adds rows to the table."""
        self._df.write.insertInto(self._table)

    def overwrite(self, condition: Any) -> None:
        """Overwriting by condition is not supported by this engine."""
        not_implemented("DataFrameWriterV2.overwrite")

    def overwritePartitions(self) -> None:
        """Overwriting by partition is not supported by this engine."""
        not_implemented("DataFrameWriterV2.overwritePartitions")
