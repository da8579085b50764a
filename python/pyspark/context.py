"""SparkContext in small: what solutions ask of `spark.sparkContext`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .conf import SparkConf
from .rdd import RDD
if TYPE_CHECKING:
    from .sql.session import SparkSession

_VERSION = "4.3.0"


class Broadcast:
    """A value for all tasks."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def unpersist(self, blocking: bool = False) -> None:
        """Nothing to do here."""

    def destroy(self, blocking: bool = False) -> None:
        """Nothing to do here."""


class Accumulator:
    """A sum that functions add to."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def add(self, term: Any) -> None:
        """Adds a term."""
        self.value += term

    def __iadd__(self, term: Any) -> Accumulator:
        self.add(term)
        return self


class SparkContext:
    """The application behind a session."""

    _active: SparkContext | None = None

    def __init__(self, master: str | None = None, appName: str | None = None, conf: SparkConf | None = None, **rest: Any) -> None:
        from .sql.session import SparkSession

        self._session = SparkSession._of_context(self)
        self._conf = conf or SparkConf()
        if master:
            self._conf.setMaster(master)
        if appName:
            self._conf.setAppName(appName)
        SparkContext._active = self

    @classmethod
    def _for(cls, session: SparkSession) -> SparkContext:
        context = cls.__new__(cls)
        context._session = session
        context._conf = SparkConf()
        cls._active = context
        return context

    @classmethod
    def getOrCreate(cls, conf: SparkConf | None = None) -> SparkContext:
        """The context of the running session."""
        from .sql.session import SparkSession

        return SparkSession.builder.getOrCreate().sparkContext

    @property
    def version(self) -> str:
        """The Spark release that the engine follows."""
        return _VERSION

    @property
    def appName(self) -> str:
        """The application's name."""
        return self._session.conf.get("spark.app.name", "pyspark-shell") or "pyspark-shell"

    @property
    def master(self) -> str:
        """Where the program runs."""
        return self._session.conf.get("spark.master", "local[2]") or "local[2]"

    @property
    def applicationId(self) -> str:
        """The application's identity."""
        return "local-sparring"

    @property
    def uiWebUrl(self) -> None:
        """There is no web page of the engine's own."""
        return None

    @property
    def defaultParallelism(self) -> int:
        """How many partitions a DataFrame of local rows has."""
        node = {"type": "Range", "start": "0", "end": "1", "step": "1"}
        return int(self._session._call("numPartitions", plan=node))

    @property
    def defaultMinPartitions(self) -> int:
        """The least number of partitions of a file."""
        return min(self.defaultParallelism, 2)

    def getConf(self) -> SparkConf:
        """The settings."""
        return SparkConf().setAll(self._session.conf.getAll.items())

    def setLogLevel(self, logLevel: str) -> None:
        """There is no log to set."""

    def setJobGroup(self, groupId: str, description: str, interruptOnCancel: bool = False) -> None:
        """Jobs are not grouped."""

    def setJobDescription(self, value: str) -> None:
        """Jobs have no descriptions."""

    def setLocalProperty(self, key: str, value: str) -> None:
        """Jobs have no properties."""

    def setCheckpointDir(self, dirName: str) -> None:
        """Checkpoints are kept in memory."""

    def addPyFile(self, path: str) -> None:
        """All code is in one place already."""

    def parallelize(self, c: Iterable[Any], numSlices: int | None = None) -> RDD:
        """A Python collection as an RDD."""
        items = list(c)
        slices = numSlices or self.defaultParallelism
        cuts = [len(items) * i // slices for i in range(slices + 1)]
        return RDD(self._session, lambda: [items[a:b] for a, b in zip(cuts, cuts[1:])], lambda: slices)

    def union(self, rdds: list[RDD]) -> RDD:
        """The partitions of all, one after the other."""
        return rdds[0].union(*rdds[1:])

    def range(self, start: int, end: int | None = None, step: int = 1, numSlices: int | None = None) -> RDD:
        """Whole numbers as an RDD."""
        numbers = range(start) if end is None else range(start, end, step)
        return self.parallelize(numbers, numSlices)

    def emptyRDD(self) -> RDD:
        """No elements."""
        return RDD(self._session, lambda: [], lambda: 0)

    def broadcast(self, value: Any) -> Broadcast:
        """A value for all tasks."""
        return Broadcast(value)

    def accumulator(self, value: Any, accum_param: Any = None) -> Accumulator:
        """A sum that functions add to."""
        return Accumulator(value)

    def textFile(self, name: str, minPartitions: int | None = None, use_unicode: bool = True) -> RDD:
        """Lines of files."""
        return self._session.read.text(name).rdd.map(lambda row: row[0])

    def stop(self) -> None:
        """Ends the session."""
        self._session.stop()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(f"'SparkContext' object has no attribute '{name}'")
        from .sql._check import not_implemented

        not_implemented(f"SparkContext.{name}")
