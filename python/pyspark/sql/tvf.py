"""Table functions as methods: `spark.tvf.explode(col)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import AnalysisException
from . import _expr
from ._check import state_error
from ._frame.base import new_frame
from .column import Column

if TYPE_CHECKING:
    from .dataframe import DataFrame
    from .session import SparkSession


class TableValuedFunction:
    """`spark.tvf`."""

    def __init__(self, sparkSession: SparkSession) -> None:
        self._session = sparkSession

    def _generate(self, name: str, *columns: Column, outer: bool = False) -> DataFrame:
        call = _expr.mark(_expr.call(name, *(each._expr for each in columns)), name)
        return new_frame(self._session, {"type": "Generate", "generator": call, "outer": outer, "generatorOutput": []})

    def range(self, start: int, end: int | None = None, step: int = 1, numPartitions: int | None = None) -> DataFrame:
        """Whole numbers in a column `id`."""
        return self._session.range(start, end, step, numPartitions)

    def explode(self, collection: Column) -> DataFrame:
        """A row for each element of an array or entry of a map."""
        return self._generate("explode", collection)

    def explode_outer(self, collection: Column) -> DataFrame:
        """As `explode`, with a row of NULL where there is none."""
        return self._generate("explode", collection, outer=True)

    def posexplode(self, collection: Column) -> DataFrame:
        """As `explode`, with positions."""
        return self._generate("posexplode", collection)

    def posexplode_outer(self, collection: Column) -> DataFrame:
        """As `posexplode`, with a row of NULL where there is none."""
        return self._generate("posexplode", collection, outer=True)

    def inline(self, input: Column) -> DataFrame:
        """A row for each struct of an array."""
        return self._generate("inline", input)

    def inline_outer(self, input: Column) -> DataFrame:
        """As `inline`, with a row of NULL where there is none."""
        return self._generate("inline", input, outer=True)

    def json_tuple(self, input: Column, *fields: Column) -> DataFrame:
        """Fields of a JSON text side by side."""
        return self._generate("json_tuple", input, *fields)

    def stack(self, n: Column, *fields: Column) -> DataFrame:
        """Values spread over so many rows."""
        return self._generate("stack", n, *fields)

    def variant_explode(self, input: Column) -> DataFrame:
        """A row for each field or item of a variant: its place, its name, what it holds."""
        return self._generate("variant_explode", input)

    def variant_explode_outer(self, input: Column) -> DataFrame:
        """As `variant_explode`, with a row of NULL where there is none."""
        return self._generate("variant_explode", input, outer=True)

    def collations(self) -> DataFrame:
        """The collations that Spark knows."""
        return self._generate("collations")

    def sql_keywords(self) -> DataFrame:
        """The keywords of SQL."""
        return self._generate("sql_keywords")

    def python_worker_logs(self) -> DataFrame:
        """There is no log of Python workers, which Spark keeps only where a setting asks for it."""
        key = "spark.sql.pyspark.worker.logging.enabled"
        parameters = {"featureName": "Python Worker Logging", "configKey": key, "configValue": "true"}
        raise state_error(AnalysisException, "FEATURE_NOT_ENABLED", "56038", parameters, "Logs of Python workers are not kept.")
