"""SQLContext: what SparkSession was called before Spark 2."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from .conf import _NO_VALUE
from .session import SparkSession

if TYPE_CHECKING:
    from ..context import SparkContext
    from .dataframe import DataFrame
    from .readwriter import DataFrameReader
    from .streaming.query import StreamingQueryManager
    from .streaming.readwriter import DataStreamReader
    from .types import StructType
    from .udf import UDFRegistration
    from .udtf import UDTFRegistration


class SQLContext:
    """An old name for a session; its methods are the session's."""

    def __init__(self, sparkContext: SparkContext | None, sparkSession: SparkSession | None = None, jsqlContext: Any = None) -> None:
        warnings.warn("Deprecated in 3.0.0. Use SparkSession.builder.getOrCreate() instead.", FutureWarning, stacklevel=2)
        self.sparkSession = sparkSession or SparkSession.builder.getOrCreate()

    @classmethod
    def _of(cls, session: SparkSession) -> SQLContext:
        made = cls.__new__(cls)
        made.sparkSession = session
        return made

    @classmethod
    def getOrCreate(cls, sc: SparkContext | None = None) -> SQLContext:
        """The context of the running session."""
        return cls(sc)

    def newSession(self) -> SQLContext:
        """A context with settings and views of its own."""
        return SQLContext._of(self.sparkSession.newSession())

    def setConf(self, key: str, value: Any) -> None:
        """Sets a key."""
        self.sparkSession.conf.set(key, value)

    def getConf(self, key: str, defaultValue: Any = _NO_VALUE) -> str | None:
        """The value of a key."""
        return self.sparkSession.conf.get(key, defaultValue)

    @property
    def udf(self) -> UDFRegistration:
        """Registers functions for SQL."""
        return self.sparkSession.udf

    @property
    def udtf(self) -> UDTFRegistration:
        """Registers table functions for SQL."""
        return self.sparkSession.udtf

    @property
    def read(self) -> DataFrameReader:
        """Reads files and tables."""
        return self.sparkSession.read

    @property
    def readStream(self) -> DataStreamReader:
        """Reads streams."""
        return self.sparkSession.readStream

    @property
    def streams(self) -> StreamingQueryManager:
        """The streaming queries that run."""
        return self.sparkSession.streams

    def range(self, start: int, end: int | None = None, step: int = 1, numPartitions: int | None = None) -> DataFrame:
        """Whole numbers in a column `id`."""
        return self.sparkSession.range(start, end, step, numPartitions)

    def registerFunction(self, name: str, f: Any, returnType: Any = None) -> Any:
        """The old name of `spark.udf.register`."""
        return self.sparkSession.udf.register(name, f, returnType)

    def registerJavaFunction(self, name: str, javaClassName: str, returnType: Any = None) -> None:
        """There is no Java here."""
        self.sparkSession.udf.registerJavaFunction(name, javaClassName, returnType)

    def createDataFrame(
        self, data: Any, schema: Any = None, samplingRatio: float | None = None, verifySchema: bool = True
    ) -> DataFrame:
        """Rows of Python values."""
        return self.sparkSession.createDataFrame(data, schema, samplingRatio, verifySchema)

    def registerDataFrameAsTable(self, df: DataFrame, tableName: str) -> None:
        """Gives a DataFrame a name for SQL."""
        df.createOrReplaceTempView(tableName)

    def dropTempTable(self, tableName: str) -> None:
        """Forgets a temporary view."""
        self.sparkSession.catalog.dropTempView(tableName)

    def createExternalTable(
        self, tableName: str, path: str | None = None, source: str | None = None, schema: StructType | None = None, **options: str
    ) -> DataFrame:
        """Makes a table."""
        return self.sparkSession.catalog.createExternalTable(tableName, path, source, schema, **options)

    def sql(self, sqlQuery: str) -> DataFrame:
        """A query or command of SQL."""
        return self.sparkSession.sql(sqlQuery)

    def table(self, tableName: str) -> DataFrame:
        """A table or view."""
        return self.sparkSession.table(tableName)

    def tables(self, dbName: str | None = None) -> DataFrame:
        """Tables and views, as SHOW TABLES tells them."""
        return self.sparkSession.sql("SHOW TABLES" if dbName is None else f"SHOW TABLES IN {dbName}")

    def tableNames(self, dbName: str | None = None) -> list[str]:
        """Names of tables and views."""
        return [each.name for each in self.sparkSession.catalog.listTables(dbName)]

    def cacheTable(self, tableName: str) -> None:
        """Keeps a table's rows once they are worked out."""
        self.sparkSession.catalog.cacheTable(tableName)

    def uncacheTable(self, tableName: str) -> None:
        """Forgets a table's rows."""
        self.sparkSession.catalog.uncacheTable(tableName)

    def clearCache(self) -> None:
        """Forgets all rows that were kept."""
        self.sparkSession.catalog.clearCache()


class HiveContext(SQLContext):
    """An old name for a session with Hive; there is no Hive here."""

    def __init__(self, sparkContext: SparkContext, sparkSession: SparkSession | None = None, jhiveContext: Any = None) -> None:
        super().__init__(sparkContext, sparkSession)

    def refreshTable(self, tableName: str) -> None:
        """Reads a table's files anew."""
        self.sparkSession.catalog.refreshTable(tableName)
