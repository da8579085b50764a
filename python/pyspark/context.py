"""SparkContext in small: what solutions ask of `spark.sparkContext`."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .accumulators import Accumulator, AccumulatorParam, new_accumulator
from .broadcast import Broadcast
from .conf import SparkConf
from .errors import IllegalArgumentException
from .files import SparkFiles
from .rdd import RDD
from .status import StatusTracker

if TYPE_CHECKING:
    from .sql.session import SparkSession

_VERSION = "4.3.0"
_CHUNK_ELEMENTS = 1024
_LOG_LEVELS = ("ALL", "DEBUG", "ERROR", "FATAL", "INFO", "OFF", "TRACE", "WARN")


def check_tag(tag: str) -> None:
    """A tag is a text that is not empty, without a comma."""
    if not tag or "," in tag:
        raise IllegalArgumentException("A tag may not be empty, nor hold a comma.", None, {})


class SparkContext:
    """The application behind a session."""

    _active: SparkContext | None = None

    PACKAGE_EXTENSIONS = (".zip", ".egg", ".jar")
    _left_out = frozenset(
        """binaryFiles binaryRecords dump_profiles hadoopFile hadoopRDD newAPIHadoopFile newAPIHadoopRDD pickleFile resources
        sequenceFile show_profiles""".split()
    )

    def __init__(
        self, master: str | None = None, appName: str | None = None, sparkHome: str | None = None, pyFiles: list[str] | None = None,
        environment: dict[str, Any] | None = None, batchSize: int = 0, serializer: Any = None, conf: SparkConf | None = None,
        gateway: Any = None, jsc: Any = None, profiler_cls: Any = None, udf_profiler_cls: Any = None, memory_profiler_cls: Any = None,
    ) -> None:
        from .sql.session import SparkSession

        self._session = SparkSession._of_context(self)
        self._begin()
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
        context._begin()
        context._conf = SparkConf()
        cls._active = context
        return context

    def _begin(self) -> None:
        self._properties: dict[str, str] = {}
        self._tags: set[str] = set()
        self._started = int(time.time() * 1000)
        self._checkpoints: str | None = None

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
        if logLevel.upper() not in _LOG_LEVELS:
            raise IllegalArgumentException(f"The level must be one of {', '.join(_LOG_LEVELS)}, not {logLevel}.", None, {})

    def setJobGroup(self, groupId: str, description: str, interruptOnCancel: bool = False) -> None:
        """Names the jobs that follow."""
        self._properties.update({"spark.jobGroup.id": groupId, "spark.job.description": description})

    def setJobDescription(self, value: str) -> None:
        """Says what the jobs that follow do."""
        self.setLocalProperty("spark.job.description", value)

    def setLocalProperty(self, key: str, value: str | None) -> None:
        """A property of the jobs that follow; None takes it off."""
        if value is None:
            self._properties.pop(key, None)
        else:
            self._properties[key] = value

    def getLocalProperty(self, key: str) -> str | None:
        """A property of the jobs that follow."""
        return self._properties.get(key)

    def setInterruptOnCancel(self, interruptOnCancel: bool) -> None:
        """Jobs run one after the other: none is there to be interrupted."""

    def addJobTag(self, tag: str) -> None:
        """Gives the jobs that follow a tag."""
        check_tag(tag)
        self._tags.add(tag)

    def removeJobTag(self, tag: str) -> None:
        """Takes a tag off."""
        check_tag(tag)
        self._tags.discard(tag)

    def getJobTags(self) -> set[str]:
        """The tags of the jobs that follow."""
        return set(self._tags)

    def clearJobTags(self) -> None:
        """Takes all tags off."""
        self._tags.clear()

    def cancelJobGroup(self, groupId: str) -> None:
        """Jobs run one after the other: none is there to be cancelled."""

    def cancelJobsWithTag(self, tag: str) -> None:
        """Jobs run one after the other: none is there to be cancelled."""
        check_tag(tag)

    def cancelAllJobs(self) -> None:
        """Jobs run one after the other: none is there to be cancelled."""

    def statusTracker(self) -> StatusTracker:
        """What is known of jobs and stages."""
        return StatusTracker()

    def sparkUser(self) -> str:
        """Who runs the application."""
        return "spark"

    @property
    def startTime(self) -> int:
        """When the application started, in milliseconds."""
        return self._started

    @classmethod
    def getSystemProperty(cls, key: str) -> str | None:
        """There is no Java, so there are no properties of it."""
        return None

    @classmethod
    def setSystemProperty(cls, key: str, value: str) -> None:
        """There is no Java, so there are no properties of it."""

    def setCheckpointDir(self, dirName: str) -> None:
        """Checkpoints are kept in memory."""
        self._checkpoints = dirName

    def getCheckpointDir(self) -> str | None:
        """The folder that was set for checkpoints."""
        return self._checkpoints

    def addFile(self, path: str, recursive: bool = False) -> None:
        """A file that `SparkFiles.get` finds by its name."""
        SparkFiles._added[path.rstrip("/").rsplit("/", 1)[-1]] = path

    def addArchive(self, path: str) -> None:
        """As `addFile`."""
        self.addFile(path)

    @property
    def listFiles(self) -> list[str]:
        """The files that were added."""
        return list(SparkFiles._added.values())

    @property
    def listArchives(self) -> list[str]:
        """Archives that were added: they count as files here."""
        return []

    def addPyFile(self, path: str) -> None:
        """All code is in one place already."""

    def parallelize(self, c: Iterable[Any], numSlices: int | None = None) -> RDD:
        """A Python collection as an RDD."""
        items = list(c)
        slices = numSlices or self.defaultParallelism
        # Elements go over in chunks, and it is these that are cut into slices; those of a range are only counted.
        chunk = 1 if isinstance(c, range) else max(1, min(len(items) // slices, _CHUNK_ELEMENTS))
        chunks = -(-len(items) // chunk)
        cuts = [min(len(items), chunks * i // slices * chunk) for i in range(slices + 1)]
        return RDD(self._session, lambda: [items[a:b] for a, b in zip(cuts, cuts[1:])], lambda: slices)

    def union(self, rdds: list[RDD]) -> RDD:
        """The partitions of all, one after the other."""
        return rdds[0]._with(*rdds[1:])

    def range(self, start: int, end: int | None = None, step: int = 1, numSlices: int | None = None) -> RDD:
        """Whole numbers as an RDD."""
        numbers = range(start) if end is None else range(start, end, step)
        return self.parallelize(numbers, numSlices)

    def emptyRDD(self) -> RDD:
        """No elements."""
        return RDD(self._session, lambda: [], lambda: 0)

    def broadcast(self, value: Any) -> Broadcast[Any]:
        """A value for all tasks."""
        return Broadcast(self, value)

    def accumulator(self, value: Any, accum_param: AccumulatorParam[Any] | None = None) -> Accumulator[Any]:
        """A sum that functions add to."""
        return new_accumulator(value, accum_param)

    def textFile(self, name: str, minPartitions: int | None = None, use_unicode: bool = True) -> RDD:
        """Lines of files."""
        return self._session.read.text(name).rdd.map(lambda row: row[0])

    def wholeTextFiles(self, path: str, minPartitions: int | None = None, use_unicode: bool = True) -> RDD:
        """Pairs of each file's path and its text."""
        frame = self._session.read.text(path, wholetext=True).selectExpr("input_file_name() AS file", "value")
        return frame.rdd.map(tuple)

    def runJob(self, rdd: RDD, partitionFunc: Any, partitions: list[int] | None = None, allowLocal: bool = False) -> list[Any]:
        """What a function makes of each partition's iterator (of these partitions), one after the other."""
        made = rdd.mapPartitions(partitionFunc)._partitions()
        return [each for i in (range(len(made)) if partitions is None else partitions) for each in made[i]]

    def __enter__(self) -> SparkContext:
        return self

    def __exit__(self, type: Any, value: Any, trace: Any) -> None:
        self.stop()

    def __repr__(self) -> str:
        return f"<SparkContext master={self.master} appName={self.appName}>"

    def stop(self) -> None:
        """Ends the session."""
        self._session.stop()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self._left_out:
            raise AttributeError(f"'SparkContext' object has no attribute '{name}'")
        from .sql._check import not_implemented

        not_implemented(f"SparkContext.{name}")
