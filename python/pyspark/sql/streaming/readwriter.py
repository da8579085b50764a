"""Readers and writers of streams."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, Any

from ... import _bridge
from ...errors import AnalysisException, IllegalArgumentException, PySparkTypeError, PySparkValueError
from .._check import check_non_empty, handed, not_implemented, state_error, wrong_type
from .._frame.base import new_frame
from .._options import Option, OptionsMixin, ReaderBase, given, paths_of
from ..readwriter import no_changes
from .listener import has_listeners, tell
from .query import StreamingQuery

if TYPE_CHECKING:
    from ..dataframe import DataFrame

__all__ = ["DataStreamReader", "DataStreamWriter"]

_ids = count(1)
_SOURCE_NAME = re.compile(r"^\w+$")
_NUMBER = re.compile(r"^[+-]?\d+(\.\d+)?")
_batch_functions: dict[int, tuple[Any, Callable[[Any, int], Any]]] = {}


def forget_batch_functions() -> None:
    """Before a new program: the functions of the last one are gone."""
    _batch_functions.clear()


def _call_batch(payload: dict[str, Any]) -> None:
    session, function = _batch_functions[payload["functionId"]]
    function(new_frame(session, {"type": "CachedLocalRelation", "hash": payload["hash"]}), payload["batchId"])


_bridge.on("callBatchFunction", _call_batch)


class DataStreamReader(ReaderBase):
    """`spark.readStream`."""

    _streaming = True

    def load(self, path: str | None = None, format: str | None = None, schema: Any = None, **options: Any) -> DataFrame:
        """Reads the stream that the format, schema and options say."""
        if format is not None:
            self.format(format)
        if schema is not None:
            self.schema(schema)
        self.options(**options)
        if path is not None:
            check_non_empty("path", path)
        return self._relation(paths_of(path))

    def _files(self, source: str, path: Any, schema: Any, options: dict[str, Any]) -> DataFrame:
        if not isinstance(path, str):
            raise wrong_type("path", path, "str")
        return self._read(source, path, schema, options)

    def csv(
        self, path: str, schema: Any = None, sep: Option = None, encoding: Option = None, quote: Option = None,
        escape: Option = None, comment: Option = None, header: Option = None, inferSchema: Option = None,
        ignoreLeadingWhiteSpace: Option = None, ignoreTrailingWhiteSpace: Option = None, nullValue: Option = None,
        nanValue: Option = None, positiveInf: Option = None, negativeInf: Option = None, dateFormat: Option = None,
        timestampFormat: Option = None, maxColumns: Option = None, maxCharsPerColumn: Option = None,
        maxMalformedLogPerPartition: Option = None, mode: Option = None, columnNameOfCorruptRecord: Option = None,
        multiLine: Option = None, charToEscapeQuoteEscaping: Option = None, enforceSchema: Option = None,
        emptyValue: Option = None, locale: Option = None, lineSep: Option = None, pathGlobFilter: Option = None,
        recursiveFileLookup: Option = None, unescapedQuoteHandling: Option = None,
    ) -> DataFrame:
        """A stream of files of CSV."""
        return self._files("csv", path, schema, given(locals()))

    def json(
        self, path: str, schema: Any = None, primitivesAsString: Option = None, prefersDecimal: Option = None,
        allowComments: Option = None, allowUnquotedFieldNames: Option = None, allowSingleQuotes: Option = None,
        allowNumericLeadingZero: Option = None, allowBackslashEscapingAnyCharacter: Option = None, mode: Option = None,
        columnNameOfCorruptRecord: Option = None, dateFormat: Option = None, timestampFormat: Option = None,
        multiLine: Option = None, allowUnquotedControlChars: Option = None, lineSep: Option = None, locale: Option = None,
        dropFieldIfAllNull: Option = None, encoding: Option = None, pathGlobFilter: Option = None,
        recursiveFileLookup: Option = None, allowNonNumericNumbers: Option = None, useUnsafeRow: Option = None,
    ) -> DataFrame:
        """A stream of files of JSON, an object a line."""
        return self._files("json", path, schema, given(locals()))

    def text(
        self, path: str, wholetext: Option = False, lineSep: Option = None, pathGlobFilter: Option = None,
        recursiveFileLookup: Option = None,
    ) -> DataFrame:
        """A stream of files of lines of text into a column `value`."""
        return self._files("text", path, None, given(locals()))

    def parquet(
        self, path: str, mergeSchema: Option = None, pathGlobFilter: Option = None, recursiveFileLookup: Option = None,
        datetimeRebaseMode: Option = None, int96RebaseMode: Option = None,
    ) -> DataFrame:
        """A stream of files of Parquet."""
        return self._files("parquet", path, None, given(locals()))

    def orc(
        self, path: str, mergeSchema: Option = None, pathGlobFilter: Option = None, recursiveFileLookup: Option = None,
    ) -> DataFrame:
        """A stream of files of ORC."""
        return self._files("orc", path, None, given(locals()))

    def xml(
        self, path: str, rowTag: Option = None, schema: Any = None, excludeAttribute: Option = None,
        attributePrefix: Option = None, valueTag: Option = None, ignoreSurroundingSpaces: Option = None,
        rowValidationXSDPath: Option = None, ignoreNamespace: Option = None, wildcardColName: Option = None,
        encoding: Option = None, inferSchema: Option = None, nullValue: Option = None, dateFormat: Option = None,
        timestampFormat: Option = None, mode: Option = None, columnNameOfCorruptRecord: Option = None,
        multiLine: Option = None, samplingRatio: Option = None, locale: Option = None,
    ) -> DataFrame:
        """A stream of files of XML: each element of the name that rowTag gives is a row."""
        return self._files("xml", path, schema, given(locals()))

    def name(self, source_name: str) -> DataStreamReader:
        """A name of the source, which its checkpoint keeps."""
        if not isinstance(source_name, str):
            raise wrong_type("source_name", source_name, "str")
        if not _SOURCE_NAME.match(source_name):
            raise PySparkValueError(errorClass="INVALID_STREAMING_SOURCE_NAME", messageParameters={"source_name": source_name})
        self._name = source_name
        return self

    def changes(self, tableName: str) -> DataFrame:
        """Changes of a table: tables of the session's catalog keep none."""
        raise no_changes(self._spark, handed("tableName", tableName, str))

    def table(self, tableName: str) -> DataFrame:
        """A table or view as a stream."""
        if not isinstance(tableName, str):
            raise wrong_type("tableName", tableName, "str")
        node = {"type": "ReadNamedTable", "unparsedIdentifier": tableName, "options": self._options, "isStreaming": True}
        return new_frame(self._spark, node)


class DataStreamWriter(OptionsMixin):
    """`df.writeStream`."""

    def __init__(self, df: DataFrame) -> None:
        if not df.isStreaming:
            raise _not_streaming()
        self._df = df
        self._options = {}
        self._spec: dict[str, Any] = {"trigger": {"kind": "default"}, "partitionBy": []}

    def outputMode(self, outputMode: str) -> DataStreamWriter:
        """What of the result a micro-batch emits: append, update, complete."""
        if not outputMode or type(outputMode) is not str or not outputMode.strip():
            raise PySparkValueError(
                errorClass="VALUE_NOT_NON_EMPTY_STR",
                messageParameters={"arg_name": "outputMode", "arg_value": str(outputMode)},
            )
        if outputMode.lower() not in ("append", "update", "complete"):
            raise _unknown_mode(outputMode)
        self._spec["outputMode"] = outputMode.lower()
        return self

    def format(self, source: str) -> DataStreamWriter:
        """The kind of sink."""
        self._spec["format"] = source
        return self

    def queryName(self, queryName: str) -> DataStreamWriter:
        """The query's name; the table's name with the memory sink."""
        self._spec["queryName"] = check_non_empty("queryName", queryName)
        return self

    def partitionBy(self, *cols: Any) -> DataStreamWriter:
        """A folder for each combination of values."""
        self._spec["partitionBy"] = list(cols[0]) if len(cols) == 1 and isinstance(cols[0], (list, tuple)) else list(cols)
        return self

    def clusterBy(self, *cols: Any) -> DataStreamWriter:
        """Clustering is not supported by this engine."""
        not_implemented("DataStreamWriter.clusterBy")

    def trigger(
        self,
        *,
        processingTime: str | None = None,
        once: bool | None = None,
        continuous: str | None = None,
        availableNow: bool | None = None,
        realTime: str | None = None,
    ) -> DataStreamWriter:
        """When micro-batches run: exactly one of the keywords."""
        if realTime is not None:
            not_implemented("the trigger realTime")
        given = [each for each in (processingTime, once, continuous, availableNow) if each is not None]
        if not given:
            raise PySparkValueError(errorClass="ONLY_ALLOW_SINGLE_TRIGGER", messageParameters={})
        if len(given) > 1:
            raise PySparkValueError(errorClass="ONLY_ALLOW_SINGLE_TRIGGER", messageParameters={})
        if processingTime is not None:
            kind = {"kind": "processingTime", "interval": _interval("processingTime", processingTime)}
        elif once is not None:
            kind = {"kind": _true("once", once)}
        elif continuous is not None:
            kind = {"kind": "continuous", "interval": _interval("continuous", continuous)}
        else:
            kind = {"kind": _true("availableNow", availableNow)}
        self._spec["trigger"] = kind
        return self

    def foreachBatch(self, func: Callable[[DataFrame, int], None]) -> DataStreamWriter:
        """Calls a function with each micro-batch's rows and number."""
        return self._with_function("foreachBatch", func)

    def foreach(self, f: Any) -> DataStreamWriter:
        """Calls a function, or an object's `process`, with each row."""
        if callable(f):
            return self._with_function("foreach", lambda batch, batch_id: batch.foreach(f))
        process = getattr(f, "process", None)
        if process is None:
            raise AttributeError("Provided object does not have a 'process' method")
        if not callable(process):
            raise PySparkTypeError(
                errorClass="ATTRIBUTE_NOT_CALLABLE", messageParameters={"attr_name": "process", "obj_name": "f"}
            )
        return self._with_function("foreach", lambda batch, batch_id: _process_partitions(f, batch, batch_id))

    def _with_function(self, kind: str, function: Callable[[Any, int], Any]) -> DataStreamWriter:
        number = next(_ids)
        _batch_functions[number] = (self._df.sparkSession, function)
        self._spec.update(format=kind, foreachBatchId=number)
        return self

    def start(
        self,
        path: str | None = None,
        format: str | None = None,
        outputMode: str | None = None,
        partitionBy: Any = None,
        queryName: str | None = None,
        **options: Any,
    ) -> StreamingQuery:
        """Starts the query."""
        self.options(**options)
        if outputMode is not None:
            self.outputMode(outputMode)
        if partitionBy is not None:
            self.partitionBy(*([partitionBy] if isinstance(partitionBy, str) else partitionBy))
        if format is not None:
            self.format(format)
        if queryName is not None:
            self.queryName(queryName)
        return self._start({} if path is None else {"path": path})

    def toTable(
        self,
        tableName: str,
        format: str | None = None,
        outputMode: str | None = None,
        partitionBy: Any = None,
        queryName: str | None = None,
        **options: Any,
    ) -> StreamingQuery:
        """Starts the query into a table."""
        self.options(**options)
        if outputMode is not None:
            self.outputMode(outputMode)
        if partitionBy is not None:
            self.partitionBy(*([partitionBy] if isinstance(partitionBy, str) else partitionBy))
        if format is not None:
            self.format(format)
        if queryName is not None:
            self.queryName(queryName)
        return self._start({"table": tableName})

    def _start(self, target: dict[str, str]) -> StreamingQuery:
        session = self._df.sparkSession
        if "format" not in self._spec:
            self._spec["format"] = session.conf.get("spark.sql.sources.default", "parquet")
        spec = {**self._spec, "options": self._options, **target}
        started = self._df._ask("writeStream", spec=spec)
        _started.append((started["id"], self._df, spec))
        if has_listeners():
            tell({"event": "started", "payload": {**started, "timestamp": _now(session)}})
        return StreamingQuery(session, started)


_started: list[tuple[str, Any, dict[str, Any]]] = []


def take_started() -> list[tuple[str, Any, dict[str, Any]]]:
    """The queries started since the last call: id, DataFrame and specification."""
    taken = list(_started)
    _started.clear()
    return taken


def _interval(name: str, text: Any) -> str:
    """A length of time such as `10 seconds`. Raises where it does not begin with a number."""
    stripped = check_non_empty(name, text).strip()
    words = stripped.split()
    first = words[1] if words[0].lower() == "interval" and len(words) > 1 else words[0]
    if _NUMBER.match(first) is None:
        raise state_error(
            IllegalArgumentException,
            "INVALID_INTERVAL_FORMAT.UNRECOGNIZED_NUMBER",
            "22006",
            {"input": stripped, "number": first},
            f"'{stripped}' is no length of time: it begins with '{first}' in place of a number. Write '10 seconds'.",
        )
    return stripped


def _unknown_mode(mode: str) -> Exception:
    return state_error(
        IllegalArgumentException,
        "STREAMING_OUTPUT_MODE.INVALID",
        "42KDE",
        {"outputMode": mode},
        f"There is no output mode '{mode}': take append, update or complete.",
    )


def _now(session: Any) -> str:
    """The engine's clock, as events of queries show it."""
    now = {"type": "UnresolvedFunction", "functionName": "current_timestamp", "arguments": []}
    table = session._call("collect", plan={"type": "Project", "expressions": [now]})
    moment = datetime.datetime.fromtimestamp(int(table["columns"][0][0]) / 1_000_000, datetime.timezone.utc)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z"


def _true(name: str, value: Any) -> str:
    if value is not True:
        raise PySparkValueError(
            errorClass="VALUE_NOT_TRUE", messageParameters={"arg_name": name, "arg_value": str(value)}
        )
    return name


def _process_partitions(writer: Any, batch: Any, batch_id: int) -> None:
    """Opens, feeds and closes a writer for each partition."""
    for number, rows in enumerate(batch._partitions()):
        error: Exception | None = None
        opened = writer.open(number, batch_id) if hasattr(writer, "open") else True
        try:
            if opened:
                for row in rows:
                    writer.process(row)
        except Exception as raised:
            error = raised
            raise
        finally:
            if hasattr(writer, "close"):
                writer.close(error)


def _not_streaming() -> Exception:
    return state_error(
        AnalysisException,
        "WRITE_STREAM_NOT_ALLOWED",
        "42601",
        {},
        "writeStream is for streams: start from spark.readStream, or use write.",
    )
