"""Readers and writers of streams."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, Any

from ... import _bridge
from ...errors import AnalysisException, IllegalArgumentException, PySparkTypeError, PySparkValueError
from .._check import check_non_empty, not_implemented, state_error, wrong_type
from .._frame.base import new_frame
from ..readwriter import OptionsMixin, ReaderBase, paths_of
from .listener import has_listeners, tell
from .query import StreamingQuery

if TYPE_CHECKING:
    from ..dataframe import DataFrame

__all__ = ["DataStreamReader", "DataStreamWriter"]

_ids = count(1)
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

    def json(self, path: str, schema: Any = None, **options: Any) -> DataFrame:
        """A stream of JSON files."""
        return self._files("json", path, schema, options)

    def csv(self, path: str, schema: Any = None, sep: str | None = None, **options: Any) -> DataFrame:
        """A stream of CSV files."""
        return self._files("csv", path, schema, {"sep": sep, **options})

    def text(self, path: str, wholetext: bool = False, lineSep: str | None = None, **options: Any) -> DataFrame:
        """A stream of text files."""
        return self._files("text", path, None, {"wholetext": wholetext or None, "lineSep": lineSep, **options})

    def parquet(self, path: str, **options: Any) -> DataFrame:
        """A stream of Parquet files."""
        return self._files("parquet", path, None, options)

    def orc(self, path: str, **options: Any) -> DataFrame:
        """A stream of ORC files."""
        return self._files("orc", path, None, options)

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
        **more: Any,
    ) -> DataStreamWriter:
        """When micro-batches run: exactly one of the keywords."""
        if more:
            not_implemented(f"the trigger {', '.join(more)}")
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
