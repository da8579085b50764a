"""Catalog: tables, views, databases and functions that the session knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ._check import handed, wrong_type
from ._types.nested import StructType

if TYPE_CHECKING:
    from ..storagelevel import StorageLevel
    from .dataframe import DataFrame
    from .session import SparkSession


class CatalogMetadata(NamedTuple):
    """A catalog."""

    name: str
    description: str | None


class Database(NamedTuple):
    """A database."""

    name: str
    catalog: str | None
    description: str | None
    locationUri: str


class Table(NamedTuple):
    """A table or view."""

    name: str
    catalog: str | None
    namespace: list[str] | None
    description: str | None
    tableType: str
    isTemporary: bool

    @property
    def database(self) -> str | None:
        """The database, where the namespace is one name."""
        return self.namespace[0] if self.namespace is not None and len(self.namespace) == 1 else None


class Column(NamedTuple):
    """A column of a table."""

    name: str
    description: str | None
    dataType: str
    nullable: bool
    isPartition: bool
    isBucket: bool
    isCluster: bool


class Function(NamedTuple):
    """A function."""

    name: str
    catalog: str | None
    namespace: list[str] | None
    description: str | None
    className: str
    isTemporary: bool


def _record(kind: Any, value: dict[str, Any]) -> Any:
    return kind(**{name: value.get(name) for name in kind._fields})


class TablePartition(NamedTuple):
    """A table's partition, as `column=value`, a `/` between several."""

    partition: str


class Catalog:
    """`spark.catalog`."""

    def __init__(self, sparkSession: SparkSession) -> None:
        self._sparkSession = sparkSession

    def _ask(self, method: str, *args: Any) -> Any:
        return self._sparkSession._call("catalog", method=method, args=list(args))

    def _list(self, kind: Any, method: str, *args: Any) -> list[Any]:
        return [_record(kind, each) for each in self._ask(method, *args)]

    def currentCatalog(self) -> str:
        """The catalog that names are looked up in."""
        return self._ask("currentCatalog")

    def setCurrentCatalog(self, catalogName: str) -> None:
        """Looks names up in this catalog."""
        self._ask("setCurrentCatalog", catalogName)

    def listCatalogs(self, pattern: str | None = None) -> list[CatalogMetadata]:
        """The catalogs."""
        return self._list(CatalogMetadata, "listCatalogs", pattern)

    def currentDatabase(self) -> str:
        """The database that names are looked up in."""
        return self._ask("currentDatabase")

    def setCurrentDatabase(self, dbName: str) -> None:
        """Looks names up in this database."""
        self._ask("setCurrentDatabase", dbName)

    def listDatabases(self, pattern: str | None = None) -> list[Database]:
        """The databases."""
        return self._list(Database, "listDatabases", pattern)

    def getDatabase(self, dbName: str) -> Database:
        """A database."""
        return _record(Database, self._ask("getDatabase", dbName))

    def databaseExists(self, dbName: str) -> bool:
        """Whether there is a database of that name."""
        return bool(self._ask("databaseExists", dbName))

    def listTables(self, dbName: str | None = None, pattern: str | None = None) -> list[Table]:
        """Tables of a database, and temporary views."""
        if dbName is not None:
            handed("dbName", dbName, str)
        return self._list(Table, "listTables", dbName, pattern)

    def getTable(self, tableName: str) -> Table:
        """A table or view."""
        handed("tableName", tableName, str)
        return _record(Table, self._ask("getTable", tableName))

    def tableExists(self, tableName: str, dbName: str | None = None) -> bool:
        """Whether there is a table or view of that name."""
        handed("tableName", tableName, str)
        return bool(self._ask("tableExists", tableName, dbName))

    def listColumns(self, tableName: str, dbName: str | None = None) -> list[Column]:
        """The columns of a table or view."""
        return self._list(Column, "listColumns", tableName, dbName)

    def listFunctions(self, dbName: str | None = None, pattern: str | None = None) -> list[Function]:
        """The functions."""
        return self._list(Function, "listFunctions", dbName, pattern)

    def functionExists(self, functionName: str, dbName: str | None = None) -> bool:
        """Whether there is a function of that name."""
        return bool(self._ask("functionExists", functionName, dbName))

    def getFunction(self, functionName: str) -> Function:
        """A function."""
        return _record(Function, self._ask("getFunction", functionName))

    def createTable(
        self,
        tableName: str,
        path: str | None = None,
        source: str | None = None,
        schema: StructType | None = None,
        description: str | None = None,
        **options: str,
    ) -> DataFrame:
        """Makes a table."""
        if schema is not None and not isinstance(schema, StructType):
            raise wrong_type("schema", schema, "struct type")
        kind = None if schema is None else schema.jsonValue()
        self._ask("createTable", tableName, path, source, kind, description, options)
        return self._sparkSession.table(tableName)

    def createExternalTable(
        self, tableName: str, path: str | None = None, source: str | None = None, schema: StructType | None = None, **options: str
    ) -> DataFrame:
        """Makes a table."""
        return self.createTable(tableName, path, source, schema, **options)

    def dropTable(self, tableName: str, ifExists: bool = False, purge: bool = False) -> None:
        """Drops a table."""
        self._sparkSession.sql(f"DROP TABLE {'IF EXISTS ' if ifExists else ''}{tableName}")

    def dropView(self, viewName: str, ifExists: bool = False) -> None:
        """Drops a view."""
        self._sparkSession.sql(f"DROP VIEW {'IF EXISTS ' if ifExists else ''}{viewName}")

    def truncateTable(self, tableName: str) -> None:
        """Takes all rows out of a table."""
        self._sparkSession.sql(f"TRUNCATE TABLE {tableName}")

    def createDatabase(self, dbName: str, ifNotExists: bool = False, properties: dict[str, str] | None = None) -> None:
        """Makes a database."""
        self._sparkSession.sql(f"CREATE DATABASE {'IF NOT EXISTS ' if ifNotExists else ''}{dbName}")

    def dropDatabase(self, dbName: str, ifExists: bool = False, cascade: bool = False) -> None:
        """Drops a database."""
        self._sparkSession.sql(f"DROP DATABASE {'IF EXISTS ' if ifExists else ''}{dbName}{' CASCADE' if cascade else ''}")

    def getCreateTableString(self, tableName: str, asSerde: bool = False) -> str:
        """The command that makes a table."""
        return self._sparkSession.sql(f"SHOW CREATE TABLE {tableName}").first()[0]  # type: ignore[index]

    def getTableProperties(self, tableName: str) -> dict[str, str]:
        """A table's properties."""
        return dict(self._sparkSession.sql(f"SHOW TBLPROPERTIES {tableName}").collect())

    def listPartitions(self, tableName: str) -> list[TablePartition]:
        """A table's partitions."""
        return [TablePartition(partition) for (partition,) in self._sparkSession.sql(f"SHOW PARTITIONS {tableName}").collect()]

    def analyzeTable(self, tableName: str, noScan: bool = False) -> None:
        """Statistics are known without being collected."""

    def listViews(self, dbName: str | None = None, pattern: str | None = None) -> list[Table]:
        """Views, temporary ones among them."""
        return [each for each in self.listTables(dbName, pattern) if each.tableType in ("VIEW", "TEMPORARY")]

    def dropTempView(self, viewName: str) -> bool:
        """Forgets a temporary view; tells whether there was one."""
        handed("viewName", viewName, str)
        return bool(self._ask("dropTempView", viewName))

    def dropGlobalTempView(self, viewName: str) -> bool:
        """Forgets a global temporary view; tells whether there was one."""
        return bool(self._ask("dropGlobalTempView", viewName))

    def isCached(self, tableName: str) -> bool:
        """Whether a table's rows are kept."""
        return bool(self._ask("isCached", tableName))

    def cacheTable(self, tableName: str, storageLevel: StorageLevel | None = None) -> None:
        """Keeps a table's rows once they are worked out."""
        self._ask("cacheTable", tableName)

    def uncacheTable(self, tableName: str) -> None:
        """Forgets a table's rows."""
        self._ask("uncacheTable", tableName)

    def clearCache(self) -> None:
        """Forgets all rows that were kept."""
        self._ask("clearCache")

    def refreshTable(self, tableName: str) -> None:
        """Reads a table's files anew."""
        self._ask("refreshTable", tableName)

    def recoverPartitions(self, tableName: str) -> None:
        """Finds a table's partitions anew."""
        self._sparkSession.sql(f"MSCK REPAIR TABLE {tableName}")

    def refreshByPath(self, path: str) -> None:
        """Reads files anew."""
        self._ask("refreshByPath", path)

    def registerFunction(self, name: str, f: Any, returnType: Any = None) -> Any:
        """The old name of `spark.udf.register`."""
        if not isinstance(name, str):
            raise wrong_type("name", name, "str")
        return self._sparkSession.udf.register(name, f, returnType)
