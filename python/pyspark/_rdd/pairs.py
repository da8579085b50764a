"""RDDs of pairs: what is grouped, combined and joined by the first of each pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from ..resultiterable import ResultIterable
from .core import Core

if TYPE_CHECKING:
    from ..rdd import RDD

_MAX_WORD = (1 << 63) - 1
_WORD = (1 << 64) - 1


def portable_hash(x: Any) -> int:
    """The hash by which pairs find their partition: Python's own, but for None and tuples."""
    if x is None:
        return 0
    if not isinstance(x, tuple):
        return hash(x)
    h = 0x345678
    for each in x:
        h ^= portable_hash(each)
        h = (h * 1000003) & _MAX_WORD
    h ^= len(x)
    return -2 if h == -1 else int(h)


class Pairs(Core):
    """Pairs are tuples, or whatever has two items; the first is the key."""

    def keys(self) -> RDD:
        """The first of each pair."""
        return self.map(lambda pair: pair[0])

    def values(self) -> RDD:
        """The second of each pair."""
        return self.map(lambda pair: pair[1])

    def mapValues(self, f: Callable[[Any], Any]) -> RDD:
        """Each pair with what a function makes of its second."""
        return self.map(lambda pair: (pair[0], f(pair[1])))

    def flatMapValues(self, f: Callable[[Any], Iterable[Any]]) -> RDD:
        """For each pair, a pair for each thing that a function makes of its second."""
        return self.flatMap(lambda pair: ((pair[0], x) for x in f(pair[1])))

    def collectAsMap(self) -> dict[Any, Any]:
        """The pairs as a dictionary: the last of a key stays."""
        return dict(self.collect())

    def countByKey(self) -> dict[Any, int]:
        """How many pairs each key has."""
        return self.map(lambda pair: pair[0]).countByValue()

    def lookup(self, key: Any) -> list[Any]:
        """The seconds of the pairs with this key."""
        return [v for k, v in self.collect() if k == key]

    def partitionBy(self, numPartitions: int | None, partitionFunc: Callable[[Any], int] = portable_hash) -> RDD:
        """The pairs, those of equal keys in one partition."""
        n = numPartitions or self.getNumPartitions()

        def dealt() -> list[list[Any]]:
            parts: list[list[Any]] = [[] for _ in range(n)]
            for pair in self.collect():
                parts[partitionFunc(pair[0]) % n].append(pair)
            return parts

        return self._new(dealt, lambda: n)

    def combineByKey(
        self,
        createCombiner: Callable[[Any], Any],
        mergeValue: Callable[[Any, Any], Any],
        mergeCombiners: Callable[[Any, Any], Any],
        numPartitions: int | None = None,
        partitionFunc: Callable[[Any], int] = portable_hash,
    ) -> RDD:
        """For each key one combination of its values: within the partitions first, then across them."""

        def combined(part: Iterable[Any]) -> Iterable[Any]:
            found: dict[Any, Any] = {}
            for k, v in part:
                found[k] = mergeValue(found[k], v) if k in found else createCombiner(v)
            return found.items()

        def merged(part: Iterable[Any]) -> Iterable[Any]:
            found: dict[Any, Any] = {}
            for k, v in part:
                found[k] = mergeCombiners(found[k], v) if k in found else v
            return found.items()

        return self.mapPartitions(combined).partitionBy(numPartitions or self.getNumPartitions(), partitionFunc).mapPartitions(merged)

    def reduceByKey(self, func: Callable[[Any, Any], Any], numPartitions: int | None = None, partitionFunc: Callable[[Any], int] = portable_hash) -> RDD:
        """For each key its values, folded two by two."""
        return self.combineByKey(lambda v: v, func, func, numPartitions, partitionFunc)

    def reduceByKeyLocally(self, func: Callable[[Any, Any], Any]) -> dict[Any, Any]:
        """As `reduceByKey`, as a dictionary."""
        return self.reduceByKey(func, 1).collectAsMap()

    def aggregateByKey(
        self,
        zeroValue: Any,
        seqFunc: Callable[[Any, Any], Any],
        combFunc: Callable[[Any, Any], Any],
        numPartitions: int | None = None,
        partitionFunc: Callable[[Any], int] = portable_hash,
    ) -> RDD:
        """For each key its values, folded from a zero in each partition, and these results folded."""
        return self.combineByKey(lambda v: seqFunc(deepcopy(zeroValue), v), seqFunc, combFunc, numPartitions, partitionFunc)

    def foldByKey(self, zeroValue: Any, func: Callable[[Any, Any], Any], numPartitions: int | None = None, partitionFunc: Callable[[Any], int] = portable_hash) -> RDD:
        """As `aggregateByKey`, with one function."""
        return self.aggregateByKey(zeroValue, func, func, numPartitions, partitionFunc)

    def groupByKey(self, numPartitions: int | None = None, partitionFunc: Callable[[Any], int] = portable_hash) -> RDD:
        """For each key all its values."""

        def grouped(part: Iterable[Any]) -> Iterable[Any]:
            found: dict[Any, list[Any]] = defaultdict(list)
            for k, v in part:
                found[k].append(v)
            return [(k, ResultIterable(v)) for k, v in found.items()]

        return self.partitionBy(numPartitions or self.getNumPartitions(), partitionFunc).mapPartitions(grouped)

    def groupBy(self, f: Callable[[Any], Any], numPartitions: int | None = None, partitionFunc: Callable[[Any], int] = portable_hash) -> RDD:
        """The elements for each value of a function."""
        return self.keyBy(f).groupByKey(numPartitions, partitionFunc)

    def cogroup(self, other: RDD, numPartitions: int | None = None) -> RDD:
        """For each key of either the values of both."""
        return self.groupWith(other, _partitions=numPartitions)

    def groupWith(self, other: RDD, *others: RDD, _partitions: int | None = None) -> RDD:
        """For each key of any the values of each."""
        sides = (self, other, *others)
        tagged = [side.mapValues(lambda v, i=i: (i, v)) for i, side in enumerate(sides)]
        whole = tagged[0].union(*tagged[1:])

        def dispatch(values: Iterable[Any]) -> tuple[ResultIterable, ...]:
            lists: list[list[Any]] = [[] for _ in sides]
            for i, v in values:
                lists[i].append(v)
            return tuple(ResultIterable(x) for x in lists)

        return whole.groupByKey(_partitions).mapValues(dispatch)

    def join(self, other: RDD, numPartitions: int | None = None) -> RDD:
        """For each key of both each pair of their values."""
        return self._joined(other, numPartitions, False, False)

    def leftOuterJoin(self, other: RDD, numPartitions: int | None = None) -> RDD:
        """As `join`, with None where the other has no value."""
        return self._joined(other, numPartitions, True, False)

    def rightOuterJoin(self, other: RDD, numPartitions: int | None = None) -> RDD:
        """As `join`, with None where this has no value."""
        return self._joined(other, numPartitions, False, True)

    def fullOuterJoin(self, other: RDD, numPartitions: int | None = None) -> RDD:
        """As `join`, with None where either has no value."""
        return self._joined(other, numPartitions, True, True)

    def _joined(self, other: RDD, numPartitions: int | None, keep_left: bool, keep_right: bool) -> RDD:
        def matched(sides: tuple[ResultIterable, ResultIterable]) -> Iterable[Any]:
            left, right = (list(each) for each in sides)
            if keep_left and not right:
                right = [None]
            if keep_right and not left:
                left = [None]
            return [(x, y) for x in left for y in right]

        return self.cogroup(other, numPartitions).flatMapValues(matched)

    def subtractByKey(self, other: RDD, numPartitions: int | None = None) -> RDD:
        """The pairs whose keys the other lacks."""
        return self.cogroup(other, numPartitions).flatMapValues(lambda sides: [] if len(sides[1]) else sides[0])
