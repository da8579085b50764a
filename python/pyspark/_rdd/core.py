"""What each RDD has: partitions, steps that leave elements where they are, and actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

from .._bridge import worker
from ..storagelevel import StorageLevel
from ..taskcontext import task

if TYPE_CHECKING:
    from ..rdd import RDD
    from ..sql.dataframe import DataFrame
    from ..sql.session import SparkSession

Partitions = list[list[Any]]
_T = TypeVar("_T")
_next_id = iter(range(1, 1 << 62))


class Core:
    """Elements in partitions, worked out anew by each action, as Spark does, unless they are cached."""

    def __init__(self, session: SparkSession, partitions: Callable[[], Partitions], count: Callable[[], int] | None = None) -> None:
        self._session = session
        self._compute = partitions
        self._count = count
        self._kept: Partitions | None = None
        self._id = next(_next_id)
        self._name: str | None = None
        self.is_cached = self.is_checkpointed = False

    def _partitions(self) -> Partitions:
        if self._kept is not None:
            return self._kept
        found = self._compute()
        if self.is_cached:
            self._kept = found
        return found

    def _new(self, partitions: Callable[[], Partitions], count: Callable[[], int] | None = None) -> RDD:
        return type(self)(self._session, partitions, count)  # type: ignore[return-value]

    @property
    def context(self) -> Any:
        """The SparkContext that it belongs to."""
        return self._session.sparkContext

    ctx = context

    def id(self) -> int:
        """A number of its own."""
        return self._id

    def setName(self, name: str) -> RDD:
        """Gives it a name."""
        self._name = name
        return self  # type: ignore[return-value]

    def name(self) -> str | None:
        """Its name."""
        return self._name

    def getNumPartitions(self) -> int:
        """How many partitions there are."""
        return self._count() if self._count is not None else len(self._partitions())

    def collect(self) -> list[Any]:
        """All elements, partition by partition."""
        return list(chain.from_iterable(self._partitions()))

    def toLocalIterator(self, prefetchPartitions: bool = False) -> Iterator[Any]:
        """All elements, one by one."""
        return iter(self.collect())

    def count(self) -> int:
        """How many elements there are."""
        return sum(len(each) for each in self._partitions())

    def take(self, num: int) -> list[Any]:
        """The first so many elements."""
        return list(islice(chain.from_iterable(self._partitions()), num))

    def first(self) -> Any:
        """The first element. Raises ValueError where there is none."""
        found = self.take(1)
        if not found:
            raise ValueError("RDD is empty")
        return found[0]

    def isEmpty(self) -> bool:
        """Whether there is no element."""
        return self.count() == 0

    def map(self, f: Callable[[Any], Any], preservesPartitioning: bool = False) -> RDD:
        """What a function makes of each element."""
        return self.mapPartitions(lambda part: map(f, part))

    def flatMap(self, f: Callable[[Any], Iterable[Any]], preservesPartitioning: bool = False) -> RDD:
        """All that a function makes of each element."""
        return self.mapPartitions(lambda part: chain.from_iterable(map(f, part)))

    def filter(self, f: Callable[[Any], Any]) -> RDD:
        """The elements for which a function holds."""
        return self.mapPartitions(lambda part: filter(f, part))

    def mapPartitions(self, f: Callable[[Iterator[Any]], Iterable[Any]], preservesPartitioning: bool = False) -> RDD:
        """What a function makes of each partition's iterator."""
        return self.mapPartitionsWithIndex(lambda _, part: f(part))

    def mapPartitionsWithIndex(self, f: Callable[[int, Iterator[Any]], Iterable[Any]], preservesPartitioning: bool = False) -> RDD:
        """What a function makes of each partition's number and iterator."""

        def work(number: int, part: list[Any]) -> list[Any]:
            with worker(), task(number):
                return list(f(number, iter(part)))

        return self._new(lambda: [work(i, each) for i, each in enumerate(self._partitions())], self.getNumPartitions)

    def keyBy(self, f: Callable[[Any], Any]) -> RDD:
        """Each element behind what a function makes of it."""
        return self.map(lambda x: (f(x), x))

    def glom(self) -> RDD:
        """Each partition as one list."""
        return self._new(lambda: [[list(each)] for each in self._partitions()], self.getNumPartitions)

    def foreach(self, f: Callable[[Any], None]) -> None:
        """Calls a function with each element."""
        for each in self.collect():
            with worker():
                f(each)

    def foreachPartition(self, f: Callable[[Iterator[Any]], Any]) -> None:
        """Calls a function with each partition's iterator."""
        for number, each in enumerate(self._partitions()):
            with worker(), task(number):
                f(iter(each))

    def reduce(self, f: Callable[[Any, Any], Any]) -> Any:
        """Folds all elements two by two. Raises ValueError where there is none."""
        with worker():
            parts = [reduce(f, part) for part in self._partitions() if part]
        if not parts:
            raise ValueError("Can not reduce() empty RDD")
        return reduce(f, parts)

    def treeReduce(self, f: Callable[[Any, Any], Any], depth: int = 2) -> Any:
        """As `reduce`."""
        return self.reduce(f)

    def fold(self, zeroValue: Any, op: Callable[[Any, Any], Any]) -> Any:
        """Folds each partition, and then their results, from a zero."""
        with worker():
            parts = [reduce(op, part, zeroValue) for part in self._partitions()]
        return reduce(op, parts, zeroValue)

    def aggregate(self, zeroValue: Any, seqOp: Callable[[Any, Any], Any], combOp: Callable[[Any, Any], Any]) -> Any:
        """Folds each partition by one function, and their results by another, from a zero."""
        from copy import deepcopy

        with worker():
            parts = [reduce(seqOp, part, deepcopy(zeroValue)) for part in self._partitions()]
        return reduce(combOp, parts, deepcopy(zeroValue))

    def treeAggregate(self, zeroValue: Any, seqOp: Callable[[Any, Any], Any], combOp: Callable[[Any, Any], Any], depth: int = 2) -> Any:
        """As `aggregate`."""
        return self.aggregate(zeroValue, seqOp, combOp)

    def countByValue(self) -> dict[Any, int]:
        """How often each element occurs."""
        from collections import defaultdict

        counts: dict[Any, int] = defaultdict(int)
        for each in self.collect():
            counts[each] += 1
        return counts

    def zipWithIndex(self) -> RDD:
        """Each element with its position."""

        def numbered() -> Partitions:
            start, result = 0, []
            for part in self._partitions():
                result.append([(each, start + i) for i, each in enumerate(part)])
                start += len(part)
            return result

        return self._new(numbered, self.getNumPartitions)

    def zipWithUniqueId(self) -> RDD:
        """Each element with a number that no other has: k, n+k, 2n+k … in the k-th of n partitions."""
        return self._new(lambda: _unique(self._partitions()), self.getNumPartitions)

    def cache(self) -> RDD:
        """The elements are worked out once."""
        self.is_cached = True
        return self  # type: ignore[return-value]

    def persist(self, storageLevel: StorageLevel = StorageLevel.MEMORY_ONLY) -> RDD:
        """As `cache`: all levels are memory here."""
        return self.cache()

    def unpersist(self, blocking: bool = False) -> RDD:
        """The elements are worked out anew again."""
        self.is_cached, self._kept = False, None
        return self  # type: ignore[return-value]

    def getStorageLevel(self) -> StorageLevel:
        """How the elements are kept."""
        return StorageLevel.MEMORY_ONLY if self.is_cached else StorageLevel.NONE

    def checkpoint(self) -> None:
        """The elements are worked out once, and kept."""
        self.is_checkpointed = self.is_cached = True

    def localCheckpoint(self) -> None:
        """The elements are worked out once, and kept."""
        self.checkpoint()

    def isCheckpointed(self) -> bool:
        """Whether the elements are kept since `checkpoint`."""
        return self.is_checkpointed and self._kept is not None

    def isLocallyCheckpointed(self) -> bool:
        """Whether `checkpoint` was called."""
        return self.is_checkpointed

    def getCheckpointFile(self) -> str | None:
        """Checkpoints are kept in memory, not in files."""
        return None

    def collectWithJobGroup(self, groupId: str, description: str, interruptOnCancel: bool = False) -> list[Any]:
        """As `collect`."""
        return self.collect()

    def mapPartitionsWithSplit(self, f: Callable[[int, Iterator[Any]], Iterable[Any]], preservesPartitioning: bool = False) -> RDD:
        """The old name of `mapPartitionsWithIndex`."""
        return self.mapPartitionsWithIndex(f, preservesPartitioning)

    def cleanShuffleDependencies(self, blocking: bool = False) -> None:
        """Nothing is kept of shuffles."""

    def toDF(self, schema: Any = None, sampleRatio: float | None = None) -> DataFrame:
        """The elements as a DataFrame's rows."""
        return self._session.createDataFrame(self, schema, sampleRatio)


def _unique(parts: Partitions) -> Partitions:
    n = len(parts)
    return [[(each, i * n + k) for i, each in enumerate(part)] for k, part in enumerate(parts)]
