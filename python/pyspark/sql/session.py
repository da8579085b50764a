"""SparkSession: where DataFrames come from."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from .. import _bridge
from ..conf import SparkConf
from ..context import SparkContext
from ..errors import PySparkRuntimeError, PySparkTypeError
from . import _expr
from ._check import check_str, handed, not_implemented, requirement
from ._create import from_session_zone, local_relation
from ._frame.base import new_frame
from ._session_parts import SessionParts
from ._sql_text import SQLStringFormatter
from ._types.infer import InferRules
from ._types.nested import StructType
from .column import Column
from .conf import RuntimeConfig

if TYPE_CHECKING:
    from .catalog import Catalog
    from .dataframe import DataFrame
    from .readwriter import DataFrameReader
    from .streaming.query import StreamingQueryManager
    from .streaming.readwriter import DataStreamReader
    from .tvf import TableValuedFunction
    from .udf import UDFRegistration
    from .udtf import UDTFRegistration

__all__ = ["SparkSession"]

_VERSION = "4.3.0"
_INFERENCE = ("inferNestedDictAsStruct", "legacy.inferArrayTypeFromFirstElement", "legacy.inferMapTypeFromFirstPair")


class classproperty:
    """A property of a class, worked out each time it is asked for."""

    def __init__(self, make: Any) -> None:
        self._make = make

    def __get__(self, instance: Any, owner: Any) -> Any:
        return self._make(owner)


class Builder:
    """`SparkSession.builder`."""

    def __init__(self) -> None:
        self._options: dict[str, str] = {}

    def config(
        self,
        key: str | None = None,
        value: Any = None,
        conf: SparkConf | None = None,
        *,
        map: dict[str, Any] | None = None,
    ) -> Builder:
        """Settings: a key, a SparkConf or a dict."""
        if conf is not None:
            self._options.update(dict(conf.getAll()))
        for name, each in (map or {}).items():
            self._options[name] = _text(each)
        if key is not None:
            self._options[key] = _text(value)
        return self

    def master(self, master: str) -> Builder:
        """The cluster to connect to; here always the engine itself."""
        return self.config("spark.master", master)

    def remote(self, url: str) -> Builder:
        """Spark Connect is not needed here."""
        return self.config("spark.remote", url)

    def appName(self, name: str) -> Builder:
        """The application's name."""
        return self.config("spark.app.name", name)

    def enableHiveSupport(self) -> Builder:
        """There is no Hive; tables are kept by the engine."""
        return self

    def getOrCreate(self) -> SparkSession:
        """The running session, with these settings, or a new one."""
        session = SparkSession._default
        if session is None:
            session = SparkSession._default = SparkSession._active = SparkSession()
        session._apply(self._options)
        return session

    def create(self) -> SparkSession:
        """A new session with these settings."""
        session = SparkSession()
        session._apply(self._options)
        return session


Builder.__qualname__ = "SparkSession.Builder"


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


class SparkSession(SessionParts):
    """Makes DataFrames, holds views, settings and functions."""

    Builder = Builder
    builder = classproperty(lambda owner: Builder())
    _default: SparkSession | None = None
    _active: SparkSession | None = None

    def __init__(self, sparkContext: SparkContext | None = None, session_id: str | None = None) -> None:
        self._id = session_id
        self._has_functions = False
        self._tags: set[str] = set()
        self._context = sparkContext
        self._application: dict[str, str] = {"spark.app.name": "pyspark-shell", "spark.master": "local[2]"}
        if sparkContext is not None:
            sparkContext._session = self
        if SparkSession._default is None:
            SparkSession._default = SparkSession._active = self

    @classmethod
    def _of_context(cls, context: SparkContext) -> SparkSession:
        session = cls.builder.getOrCreate()
        session._context = context
        return session

    def _call(self, op: str, **fields: Any) -> Any:
        return _bridge.call(op, self._id, **fields)

    def _apply(self, options: dict[str, str]) -> None:
        for key, value in options.items():
            if self.conf.isModifiable(key) or not key.startswith("spark."):
                self.conf.set(key, value)
            elif not key.startswith("spark.sql."):
                # What belongs to the cluster's start is kept to be read; Spark too leaves it be once a session runs.
                self._application[key] = value

    def newSession(self) -> SparkSession:
        """A session with settings, views and functions of its own."""
        return SparkSession(session_id=self._call("newSession"))

    @classmethod
    def getActiveSession(cls) -> SparkSession | None:
        """The running session, or None."""
        return cls._active or cls._default

    @classmethod
    def active(cls) -> SparkSession:
        """The running session. Raises NO_ACTIVE_OR_DEFAULT_SESSION."""
        found = cls.getActiveSession()
        if found is None:
            raise PySparkRuntimeError(errorClass="NO_ACTIVE_OR_DEFAULT_SESSION", messageParameters={})
        return found

    @property
    def sparkContext(self) -> SparkContext:
        """The application behind the session."""
        if self._context is None:
            self._context = SparkContext._for(self)
        return self._context

    @property
    def version(self) -> str:
        """The Spark release that the engine follows."""
        return _VERSION

    @property
    def conf(self) -> RuntimeConfig:
        """The session's settings."""
        return RuntimeConfig(self)

    @property
    def catalog(self) -> Catalog:
        """Tables, views, databases and functions."""
        from .catalog import Catalog

        return Catalog(self)

    @property
    def udf(self) -> UDFRegistration:
        """Registers functions for SQL."""
        from .udf import UDFRegistration

        return UDFRegistration(self)

    @property
    def udtf(self) -> UDTFRegistration:
        """Registers table functions for SQL."""
        from .udtf import UDTFRegistration

        return UDTFRegistration(self)

    @property
    def dataSource(self) -> Any:
        """Data sources in Python are not supported by this engine."""
        not_implemented("spark.dataSource")

    @property
    def read(self) -> DataFrameReader:
        """Reads files and tables."""
        from .readwriter import DataFrameReader

        return DataFrameReader(self)

    @property
    def readStream(self) -> DataStreamReader:
        """Reads streams."""
        from .streaming.readwriter import DataStreamReader

        return DataStreamReader(self)

    @property
    def streams(self) -> StreamingQueryManager:
        """The streaming queries that run."""
        from .streaming.query import StreamingQueryManager

        return StreamingQueryManager(self)

    @property
    def tvf(self) -> TableValuedFunction:
        """Table functions as methods."""
        from .tvf import TableValuedFunction

        return TableValuedFunction(self)

    def range(self, start: int, end: int | None = None, step: int = 1, numPartitions: int | None = None) -> DataFrame:
        """Whole numbers in a column `id`."""
        first, last = (0, start) if end is None else (start, end)
        if int(step) == 0:
            raise requirement("The step of a range cannot be 0.")
        node: dict[str, Any] = {"type": "Range", "start": str(int(first)), "end": str(int(last)), "step": str(int(step))}
        if numPartitions is not None:
            node["numPartitions"] = int(numPartitions)
        return new_frame(self, node)

    def createDataFrame(
        self, data: Any, schema: Any = None, samplingRatio: float | None = None, verifySchema: bool = True
    ) -> DataFrame:
        """Rows of Python values: tuples, lists, dicts, Rows, or single values with a type for them."""
        SparkSession._active = self
        relation = local_relation(data, schema, verifySchema, self._infer_rules(), samplingRatio)
        return new_frame(self, from_session_zone(relation) if hasattr(data, "_spark_rows") else relation)

    def _infer_rules(self) -> InferRules:
        settings = self.conf.getAll
        on = [settings.get(f"spark.sql.pyspark.{key}.enabled", "false") == "true" for key in _INFERENCE]
        return InferRules(*on, settings.get("spark.sql.timestampType", "").upper() == "TIMESTAMP_NTZ")

    def emptyDataFrame(self, schema: StructType | str) -> DataFrame:
        """No rows."""
        return self.createDataFrame([], schema)

    def sql(self, sqlQuery: str, args: Any = None, **kwargs: Any) -> DataFrame:
        """A query or command of SQL; `args` fill `:name` or `?`, keywords fill `{name}`."""
        formatter = SQLStringFormatter(self)
        if kwargs:
            sqlQuery = formatter.format(sqlQuery, **kwargs)
        try:
            node: dict[str, Any] = {"type": "SQL", "query": handed("sqlQuery", sqlQuery, str)}
            if isinstance(args, dict):
                node["namedArguments"] = {key: _argument(each) for key, each in args.items()}
            elif args is None or isinstance(args, list):
                if args:
                    node["posArguments"] = [_argument(each) for each in args]
            else:
                raise PySparkTypeError(
                    errorClass="INVALID_TYPE", messageParameters={"arg_name": "args", "arg_type": type(args).__name__}
                )
            frame = new_frame(self, self._call("sql", plan=node))
        finally:
            if kwargs:
                formatter.clear()
        return frame

    def table(self, tableName: str) -> DataFrame:
        """A table or view."""
        check_str("tableName", tableName)
        return new_frame(self, {"type": "ReadNamedTable", "unparsedIdentifier": tableName})

    def stop(self) -> None:
        """Ends the session; the next `getOrCreate` makes a new one."""
        if SparkSession._default is self:
            SparkSession._default = None
        if SparkSession._active is self:
            SparkSession._active = None

    def __enter__(self) -> SparkSession:
        return self

    def __exit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        self.stop()

    def __repr__(self) -> str:
        return f"<pyspark.sql.session.SparkSession object at {hex(id(self) % sys.maxsize)}>"


def _argument(value: Any) -> dict[str, Any]:
    from .functions._call import as_value

    return as_value(value)
