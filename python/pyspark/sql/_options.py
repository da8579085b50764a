"""What readers and writers share: options, schemas, paths."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from ._check import handed, handed_all, wrong_type
from ._frame.base import new_frame
from ._local_files import share_files
from ._types.nested import StructType
from ._types.parse import parse_columns
from .functions._call import option_text

if TYPE_CHECKING:
    from .dataframe import DataFrame
    from .session import SparkSession

Option = bool | float | int | str | None

_stored_files = count(1)
_ROW_A_FILE = "sparring.xml.rowAFile"
_OF_LINES = ("csv", "json", "xml")
_NO_OPTIONS = frozenset("self path paths schema".split())


def given(arguments: dict[str, Any], *others: str) -> dict[str, Any]:
    """The options among a method's arguments, by name; `others` are none."""
    left_out = _NO_OPTIONS.union(others)
    return {name: None if value is False and name == "wholetext" else value for name, value in arguments.items() if name not in left_out}


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
        handed("key", key, str)
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
        self._format = handed("source", source, str)
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
        self.format(source)
        if schema is not None:
            self.schema(schema)
        self._set(**options)
        self._options.pop(_ROW_A_FILE, None)
        if not self._streaming and not (isinstance(path, (str, list)) or hasattr(path, "collect")):
            raise wrong_type("path", path, "str, list, RDD, or DataFrame" if source in _OF_LINES else "str or list")
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
        return handed_all("path", path, str)
    if hasattr(path, "__fspath__"):
        return [str(path)]
    raise wrong_type("path", path, "str or list")
