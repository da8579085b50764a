"""RDD in small: rows as Python objects, in the partitions that the engine made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .sql.dataframe import DataFrame
    from .sql.session import SparkSession

Partitions = list[list[Any]]


class RDD:
    """A collection in partitions. Only what needs no shuffle is here; use DataFrames for the rest."""

    def __init__(self, session: SparkSession, partitions: Callable[[], Partitions]) -> None:
        self._session = session
        self._compute = partitions
        self._found: Partitions | None = None

    def _partitions(self) -> Partitions:
        if self._found is None:
            self._found = self._compute()
        return self._found

    def getNumPartitions(self) -> int:
        """How many partitions there are."""
        return len(self._partitions())

    def collect(self) -> list[Any]:
        """All elements."""
        return list(chain.from_iterable(self._partitions()))

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
        return self.mapPartitions(lambda part: (f(each) for each in part))

    def flatMap(self, f: Callable[[Any], Iterable[Any]], preservesPartitioning: bool = False) -> RDD:
        """All that a function makes of each element."""
        return self.mapPartitions(lambda part: chain.from_iterable(f(each) for each in part))

    def filter(self, f: Callable[[Any], Any]) -> RDD:
        """The elements for which a function holds."""
        return self.mapPartitions(lambda part: (each for each in part if f(each)))

    def mapPartitions(self, f: Callable[[Iterator[Any]], Iterable[Any]], preservesPartitioning: bool = False) -> RDD:
        """What a function makes of each partition's iterator."""
        return RDD(self._session, lambda: [list(f(iter(each))) for each in self._partitions()])

    def mapPartitionsWithIndex(self, f: Callable[[int, Iterator[Any]], Iterable[Any]], preservesPartitioning: bool = False) -> RDD:
        """What a function makes of each partition's number and iterator."""
        return RDD(self._session, lambda: [list(f(i, iter(each))) for i, each in enumerate(self._partitions())])

    def glom(self) -> RDD:
        """Each partition as one list."""
        return RDD(self._session, lambda: [[list(each)] for each in self._partitions()])

    def foreach(self, f: Callable[[Any], None]) -> None:
        """Calls a function with each element."""
        for each in self.collect():
            f(each)

    def foreachPartition(self, f: Callable[[Iterator[Any]], Any]) -> None:
        """Calls a function with each partition's iterator."""
        for each in self._partitions():
            f(iter(each))

    def reduce(self, f: Callable[[Any, Any], Any]) -> Any:
        """Folds all elements two by two."""
        return reduce(f, self.collect())

    def sum(self) -> Any:
        """The sum of the elements."""
        return sum(self.collect())

    def keys(self) -> RDD:
        """The first of each pair."""
        return self.map(lambda pair: pair[0])

    def values(self) -> RDD:
        """The second of each pair."""
        return self.map(lambda pair: pair[1])

    def zipWithIndex(self) -> RDD:
        """Each element with its position."""

        def numbered() -> Partitions:
            start, result = 0, []
            for part in self._partitions():
                result.append([(each, start + i) for i, each in enumerate(part)])
                start += len(part)
            return result

        return RDD(self._session, numbered)

    def cache(self) -> RDD:
        """The elements are kept in any case."""
        return self

    def toDF(self, schema: Any = None, sampleRatio: float | None = None) -> DataFrame:
        """The elements as a DataFrame's rows."""
        return self._session.createDataFrame(self.collect(), schema)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in _LEFT_OUT:
            raise AttributeError(f"'RDD' object has no attribute '{name}'")
        from .sql._check import not_implemented

        not_implemented(f"RDD.{name} (use DataFrames)")


_LEFT_OUT = frozenset(
    "reduceByKey groupByKey groupBy sortBy sortByKey join leftOuterJoin union distinct repartition coalesce "
    "aggregate aggregateByKey fold countByKey countByValue sample takeSample takeOrdered top saveAsTextFile "
    "persist unpersist checkpoint zip cartesian cogroup mapValues flatMapValues intersection subtract max min "
    "mean stdev stats histogram pipe treeReduce treeAggregate toLocalIterator".split()
)
