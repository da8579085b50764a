"""SQLContext: what SparkSession was called before Spark 2."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from .session import SparkSession

if TYPE_CHECKING:
    from ..context import SparkContext
    from .dataframe import DataFrame


class SQLContext:
    """An old name for a session; its methods are the session's."""

    def __init__(self, sparkContext: SparkContext, sparkSession: SparkSession | None = None, jsqlContext: Any = None) -> None:
        warnings.warn("Deprecated in 3.0.0. Use SparkSession.builder.getOrCreate() instead.", FutureWarning, stacklevel=2)
        self.sparkSession = sparkSession or SparkSession.builder.getOrCreate()

    @classmethod
    def _of(cls, session: SparkSession) -> SQLContext:
        made = cls.__new__(cls)
        made.sparkSession = session
        return made

    @classmethod
    def getOrCreate(cls, sc: SparkContext) -> SQLContext:
        """The context of the running session."""
        return cls(sc)

    def setConf(self, key: str, value: Any) -> None:
        """Sets a key."""
        self.sparkSession.conf.set(key, value)

    def getConf(self, key: str, *default: Any) -> str | None:
        """The value of a key."""
        return self.sparkSession.conf.get(key, *default)

    def registerDataFrameAsTable(self, df: DataFrame, tableName: str) -> None:
        """Gives a DataFrame a name for SQL."""
        df.createOrReplaceTempView(tableName)

    def dropTempTable(self, tableName: str) -> None:
        """Forgets a temporary view."""
        self.sparkSession.catalog.dropTempView(tableName)

    def tableNames(self, dbName: str | None = None) -> list[str]:
        """Names of tables and views."""
        return [each.name for each in self.sparkSession.catalog.listTables(dbName)]

    def __getattr__(self, name: str) -> Any:
        if name not in ("createDataFrame", "range", "read", "readStream", "sql", "streams", "table", "udf", "newSession"):
            raise AttributeError(f"'SQLContext' object has no attribute '{name}'")
        return getattr(self.sparkSession, name)
