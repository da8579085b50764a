"""Keeping and naming DataFrames: cache, views, writers; comparing plans."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from ...errors import AnalysisException, PySparkTypeError, PySparkValueError
from ...storagelevel import StorageLevel
from .. import _expr
from .._check import cannot_be_empty, handed, not_implemented, state_error, wrong_type
from ..column import Column
from .base import FrameBase, new_frame

if TYPE_CHECKING:
    from ..dataframe import DataFrame
    from ..observation import Observation
    from ..readwriter import DataFrameWriter, DataFrameWriterV2
    from ..streaming.readwriter import DataStreamWriter


class StoragePart(FrameBase):
    """Cache, views, writers, plans."""

    def cache(self) -> DataFrame:
        """Keeps the rows once they are worked out."""
        return self.persist()

    def persist(self, storageLevel: StorageLevel = StorageLevel.MEMORY_AND_DISK_DESER) -> DataFrame:
        """Keeps the rows once they are worked out."""
        if not isinstance(storageLevel, StorageLevel):
            raise TypeError("storageLevel must be of type pyspark.StorageLevel")
        self.is_cached = True
        self._storage_level = storageLevel
        self._ask("cache", storageLevel=str(storageLevel))
        return self  # type: ignore[return-value]

    def unpersist(self, blocking: bool = False) -> DataFrame:
        """Forgets the rows that were kept."""
        handed("blocking", blocking, bool)
        self.is_cached = False
        self._ask("uncache")
        return self  # type: ignore[return-value]

    @property
    def storageLevel(self) -> StorageLevel:
        """How the rows are kept."""
        if not self._ask("isCached"):
            return StorageLevel.NONE
        return self.__dict__.get("_storage_level", StorageLevel.MEMORY_AND_DISK_DESER)

    def checkpoint(self, eager: bool = True) -> DataFrame:
        """The rows as they are now, without the plan that made them."""
        return self._kept(eager)

    def localCheckpoint(self, eager: bool = True, storageLevel: StorageLevel | None = None) -> DataFrame:
        """The rows as they are now, without the plan that made them."""
        return self._kept(eager)

    def _kept(self, eager: bool) -> DataFrame:
        kept = self._ask("checkpoint", eager=handed("eager", eager, bool))
        return new_frame(self._session, kept) if isinstance(kept, dict) else self  # type: ignore[return-value]

    def createTempView(self, name: str) -> None:
        """Gives the DataFrame a name for SQL. Raises if it is taken."""
        self._view(name, False, False)

    def createOrReplaceTempView(self, name: str) -> None:
        """Gives the DataFrame a name for SQL."""
        self._view(name, True, False)

    def createGlobalTempView(self, name: str) -> None:
        """Gives the DataFrame a name for all sessions: `global_temp.name`. Raises if it is taken."""
        self._view(name, False, True)

    def createOrReplaceGlobalTempView(self, name: str) -> None:
        """Gives the DataFrame a name for all sessions: `global_temp.name`."""
        self._view(name, True, True)

    def registerTempTable(self, name: str) -> None:
        """The old name of `createOrReplaceTempView`."""
        warnings.warn("Deprecated in 2.0, use createOrReplaceTempView instead.", FutureWarning, stacklevel=2)
        self.createOrReplaceTempView(name)

    def _view(self, name: str, replace: bool, is_global: bool) -> None:
        self._ask("createView", name=handed("name", name, str), replace=replace, isGlobal=is_global)

    @property
    def write(self) -> DataFrameWriter:
        """Writes the rows to files or tables."""
        from ..readwriter import DataFrameWriter

        self._refuse_stream("write")
        return DataFrameWriter(self)  # type: ignore[arg-type]

    def writeTo(self, table: str) -> DataFrameWriterV2:
        """Writes the rows to a table."""
        from ..readwriter import DataFrameWriterV2

        handed("table", table, str)
        self._refuse_stream("writeTo")
        return DataFrameWriterV2(self, table)  # type: ignore[arg-type]

    def _refuse_stream(self, method: str) -> None:
        if self.isStreaming:
            condition, name = "CALL_ON_STREAMING_DATASET_UNSUPPORTED", {"methodName": f"`{method}`"}
            raise state_error(AnalysisException, condition, "42KDE", name, f"{method} is not for streams: use writeStream.")

    @property
    def writeStream(self) -> DataStreamWriter:
        """Writes the rows of a stream as they come."""
        from ..streaming.readwriter import DataStreamWriter

        return DataStreamWriter(self)  # type: ignore[arg-type]

    def observe(self, observation: Observation | str, *exprs: Column) -> DataFrame:
        """Figures over the rows, to be asked of an Observation."""
        from ..observation import Observation

        if not exprs:
            raise cannot_be_empty("exprs")
        if not all(isinstance(each, Column) for each in exprs):
            raise PySparkTypeError(
                errorClass="NOT_EXPECTED_TYPE",
                messageParameters={"arg_name": "exprs", "expected_type": "list[Column]", "arg_type": "tuple"},
            )
        if isinstance(observation, Observation):
            return observation._on(self, *exprs)  # type: ignore[arg-type]
        if not isinstance(observation, str):
            raise wrong_type("observation", observation, "Observation or str")
        return self._make("CollectMetrics", name=observation, metrics=[each._expr for each in exprs])

    def sameSemantics(self, other: DataFrame) -> bool:
        """Whether both plans mean the same."""
        if not isinstance(other, FrameBase):
            raise wrong_type("other", other, "DataFrame")
        return bool(self._ask("sameSemantics", other=other._plan))

    def semanticHash(self) -> int:
        """A number that is equal for plans that mean the same."""
        return int(self._ask("semanticHash"))

    def inputFiles(self) -> list[str]:
        """The files that the rows are read from."""
        return list(self._ask("inputFiles"))

    def isLocal(self) -> bool:
        """Whether actions need no job."""
        return bool(self._ask("isLocal"))

    def scalar(self) -> Column:
        """The DataFrame's only value, for use as a column."""
        return self._subquery("scalar")

    def exists(self) -> Column:
        """Whether the DataFrame has a row, for use as a column."""
        return self._subquery("exists")

    def _subquery(self, kind: str) -> Column:
        expr = {"type": "SubqueryExpression", "subqueryType": kind, "plan": self._plan}
        return Column(_expr.mark(expr, kind))

    def mapInPandas(self, func: Any, schema: Any, barrier: bool = False, profile: Any = None) -> DataFrame:
        """pandas is not to be had in this engine."""
        not_implemented("DataFrame.mapInPandas (there is no pandas here)")

    def mapInArrow(self, func: Any, schema: Any, barrier: bool = False, profile: Any = None) -> DataFrame:
        """Arrow is not to be had in this engine."""
        not_implemented("DataFrame.mapInArrow (there is no pyarrow here)")

    def toArrow(self) -> Any:
        """Arrow is not to be had in this engine."""
        not_implemented("DataFrame.toArrow (there is no pyarrow here)")

    @property
    def plot(self) -> Any:
        """Plots are not part of this engine."""
        not_implemented("DataFrame.plot")

    @property
    def executionInfo(self) -> Any:
        """Known of DataFrames of Spark Connect only."""
        raise PySparkValueError(errorClass="CLASSIC_OPERATION_NOT_SUPPORTED_ON_DF", messageParameters={"member": "queryExecution"})

    @property
    def sql_ctx(self) -> Any:
        """The session, under its old name."""
        from ..context import SQLContext

        return SQLContext._of(self._session)

    def pandas_api(self, index_col: Any = None) -> Any:
        """pandas on Spark is not part of this engine."""
        not_implemented("DataFrame.pandas_api")
