"""Several RDDs as one, elements once, other partitions, and order."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from .pairs import Pairs, portable_hash

if TYPE_CHECKING:
    from ..rdd import RDD


class Sets(Pairs):
    """What looks at whole collections."""

    def union(self, other: RDD) -> RDD:
        """The partitions of both, one after the other."""
        return self._with(other)

    def _with(self, *others: RDD) -> RDD:
        sides = (self, *others)
        return self._new(lambda: [part for side in sides for part in side._partitions()])

    def __add__(self, other: RDD) -> RDD:
        return self.union(other)

    def distinct(self, numPartitions: int | None = None) -> RDD:
        """Each element once."""
        return self.map(lambda x: (x, None)).reduceByKey(lambda x, _: x, numPartitions).map(lambda pair: pair[0])

    def intersection(self, other: RDD) -> RDD:
        """The elements of both, each once."""
        sides = self.map(lambda v: (v, None)).cogroup(other.map(lambda v: (v, None)))
        return sides.filter(lambda pair: all(len(each) for each in pair[1])).keys()

    def subtract(self, other: RDD, numPartitions: int | None = None) -> RDD:
        """The elements that the other lacks."""
        return self.map(lambda x: (x, True)).subtractByKey(other.map(lambda x: (x, True)), numPartitions).keys()

    def cartesian(self, other: RDD) -> RDD:
        """Each element of this with each of the other."""
        return self._new(lambda: [[(x, y) for x in a for y in b] for a in self._partitions() for b in other._partitions()])

    def zip(self, other: RDD) -> RDD:
        """The elements of both side by side; both have equally many in each partition. Raises ValueError otherwise."""

        def zipped() -> list[list[Any]]:
            a, b = self._partitions(), other._partitions()
            if len(a) != len(b):
                raise ValueError("Can only zip with RDD which has the same number of partitions")
            if any(len(x) != len(y) for x, y in zip(a, b)):
                raise ValueError("Can only zip RDDs with same number of elements in each partition")
            return [list(zip(x, y)) for x, y in zip(a, b)]

        return self._new(zipped, self.getNumPartitions)

    def coalesce(self, numPartitions: int, shuffle: bool = False) -> RDD:
        """In at most so many partitions, neighbours together; with a shuffle, in exactly so many."""

        def fewer() -> list[list[Any]]:
            parts = self._partitions()
            n = len(parts)
            if shuffle:
                items = [x for part in parts for x in part]
                return [items[i::numPartitions] for i in range(numPartitions)]
            if numPartitions >= n:
                return parts
            cuts = [n * i // numPartitions for i in range(numPartitions + 1)]
            return [[x for part in parts[a:b] for x in part] for a, b in zip(cuts, cuts[1:])]

        return self._new(fewer)

    def repartition(self, numPartitions: int) -> RDD:
        """In so many partitions."""
        return self.coalesce(numPartitions, shuffle=True)

    def sortByKey(self, ascending: bool | None = True, numPartitions: int | None = None, keyfunc: Callable[[Any], Any] = lambda x: x) -> RDD:
        """The pairs in the order of their keys, ranges of keys in partitions."""
        n = numPartitions or self.getNumPartitions()

        def key(pair: Any) -> Any:
            return keyfunc(pair[0])

        def ordered() -> list[list[Any]]:
            pairs = self.collect()
            if n == 1:
                return [sorted(pairs, key=key, reverse=not ascending)]
            known = sorted(map(key, pairs))
            bounds = [known[len(known) * (i + 1) // n] for i in range(n - 1)] if known else []
            parts: list[list[Any]] = [[] for _ in range(n)]
            for pair in pairs:
                at = bisect_left(bounds, key(pair))
                parts[at if ascending else n - 1 - at].append(pair)
            return [sorted(part, key=key, reverse=not ascending) for part in parts]

        return self._new(ordered, lambda: n)

    def sortBy(self, keyfunc: Callable[[Any], Any], ascending: bool = True, numPartitions: int | None = None) -> RDD:
        """The elements in the order of what a function makes of them."""
        return self.keyBy(keyfunc).sortByKey(ascending, numPartitions).values()

    def repartitionAndSortWithinPartitions(
        self, numPartitions: int | None = None, partitionFunc: Callable[[Any], int] = portable_hash, ascending: bool = True, keyfunc: Callable[[Any], Any] = lambda x: x
    ) -> RDD:
        """The pairs by a function of their keys, sorted within the partitions."""
        by_key: Callable[[Iterable[Any]], Iterable[Any]] = lambda part: sorted(part, key=lambda pair: keyfunc(pair[0]), reverse=not ascending)
        return self.partitionBy(numPartitions, partitionFunc).mapPartitions(by_key)

    def top(self, num: int, key: Callable[[Any], Any] | None = None) -> list[Any]:
        """The largest so many, the largest first."""
        return heapq.nlargest(num, self.collect(), key=key)

    def takeOrdered(self, num: int, key: Callable[[Any], Any] | None = None) -> list[Any]:
        """The smallest so many, the smallest first."""
        return heapq.nsmallest(num, self.collect(), key=key)

    def max(self, key: Callable[[Any], Any] | None = None) -> Any:
        """The largest element."""
        return self.reduce(max if key is None else lambda a, b: max(a, b, key=key))

    def min(self, key: Callable[[Any], Any] | None = None) -> Any:
        """The smallest element."""
        return self.reduce(min if key is None else lambda a, b: min(a, b, key=key))
