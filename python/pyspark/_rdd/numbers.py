"""Numbers: sums, statistics, histograms; and samples, drawn by Python's own generator as PySpark draws them."""

from __future__ import annotations

import math
import random
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from typing import TYPE_CHECKING, Any

from ..statcounter import StatCounter
from .sets import Sets

if TYPE_CHECKING:
    from ..rdd import RDD

_MAX_SEED = (1 << 63) - 1
_WARM_UP = 10
_SMALL_MEAN = 20.0


class Numbers(Sets):
    """What needs numbers, or draws them."""

    def sum(self) -> Any:
        """The sum of the elements."""
        return sum(sum(part) for part in self._partitions())

    def stats(self) -> StatCounter:
        """Count, mean, variance and extremes."""
        return reduce(StatCounter.mergeStats, (StatCounter(part) for part in self._partitions()), StatCounter())

    def countApprox(self, timeout: int, confidence: float = 0.95) -> int:
        """The number of elements: it is exact here."""
        return self.count()

    def sumApprox(self, timeout: int, confidence: float = 0.95) -> float:
        """The sum: it is exact here."""
        return float(self.sum())

    def meanApprox(self, timeout: int, confidence: float = 0.95) -> float:
        """The mean: it is exact here."""
        return self.mean()

    def sampleByKey(self, withReplacement: bool, fractions: dict[Any, float], seed: int | None = None) -> RDD:
        """About this fraction of the pairs with each key."""
        for fraction in fractions.values():
            assert fraction >= 0.0, f"Negative fraction value: {fraction}"
        start = random.randint(0, _MAX_SEED) if seed is None else seed

        def drawn(split: int, part: Iterator[Any]) -> Iterable[Any]:
            draw = _generator(start, split)
            for key, value in part:
                times = _poisson(draw, fractions[key]) if withReplacement else int(draw() < fractions[key])
                for _ in range(times):
                    yield key, value

        return self.mapPartitionsWithIndex(drawn, True)

    def mean(self) -> float:
        """The mean of the elements."""
        return self.stats().mean()

    def variance(self) -> float:
        """The variance of the population."""
        return self.stats().variance()

    def stdev(self) -> float:
        """The standard deviation of the population."""
        return self.stats().stdev()

    def sampleVariance(self) -> float:
        """The variance of a sample."""
        return self.stats().sampleVariance()

    def sampleStdev(self) -> float:
        """The standard deviation of a sample."""
        return self.stats().sampleStdev()

    def histogram(self, buckets: int | list[Any] | tuple[Any, ...]) -> tuple[Any, list[int]]:
        """Bounds and counts: of so many equal buckets, or of those between given bounds, the last closed."""
        items = [x for x in self.collect() if x is not None and not (isinstance(x, float) and math.isnan(x))]
        if isinstance(buckets, int):
            low, high = min(items), max(items)
            if low == high or buckets == 1:
                return [low, high], [len(items)]
            step = (high - low) / buckets
            if isinstance(low, int) and isinstance(high, int) and (high - low) % buckets == 0:
                step = (high - low) // buckets
            bounds: Any = [*(i * step + low for i in range(buckets)), high]
        else:
            bounds = buckets
        counts = [0] * (len(bounds) - 1)
        for x in items:
            if bounds[0] <= x <= bounds[-1]:
                counts[min(bisect_right(bounds, x) - 1, len(counts) - 1)] += 1
        return bounds, counts

    def sample(self, withReplacement: bool, fraction: float, seed: int | None = None) -> RDD:
        """About this fraction of the elements; with replacement, each as often as it is drawn."""
        if fraction < 0.0:
            raise ValueError(f"Negative fraction value: {fraction}")
        start = random.randint(0, _MAX_SEED) if seed is None else seed

        def drawn(split: int, part: Iterator[Any]) -> Iterable[Any]:
            draw = _generator(start, split)
            for each in part:
                times = _poisson(draw, fraction) if withReplacement else int(draw() < fraction)
                for _ in range(times):
                    yield each

        return self.mapPartitionsWithIndex(drawn, True)

    def randomSplit(self, weights: list[float], seed: int | None = None) -> list[RDD]:
        """The elements dealt out by weight."""
        total = float(sum(weights))
        bounds = [0.0]
        for w in weights:
            bounds.append(bounds[-1] + w / total)
        start = random.randint(0, 2**32 - 1) if seed is None else seed
        return [self.mapPartitionsWithIndex(_within(start, low, high), True) for low, high in zip(bounds, bounds[1:])]

    def takeSample(self, withReplacement: bool, num: int, seed: int | None = None) -> list[Any]:
        """Exactly so many elements, drawn at random; all of them where there are no more."""
        if num < 0:
            raise ValueError("Sample size cannot be negative.")
        total = self.count() if num else 0
        if total == 0:
            return []
        rand = random.Random(seed)
        if not withReplacement and num >= total:
            everything = self.collect()
            rand.shuffle(everything)
            return everything
        fraction = _enough(num, total, withReplacement)
        found = self.sample(withReplacement, fraction, seed).collect()
        while len(found) < num:
            found = self.sample(withReplacement, fraction, rand.randint(0, _MAX_SEED)).collect()
        rand.shuffle(found)
        return found[:num]


def _generator(seed: int, split: int) -> Callable[[], float]:
    numbers = random.Random(seed ^ split)
    for _ in range(_WARM_UP):
        numbers.randint(0, 1)
    return numbers.random


def _within(seed: int, low: float, high: float) -> Callable[[int, Iterator[Any]], Iterable[Any]]:
    def drawn(split: int, part: Iterator[Any]) -> Iterable[Any]:
        draw = _generator(seed, split)
        return [each for each in part if low <= draw() < high]

    return drawn


def _poisson(draw: Callable[[], float], mean: float) -> int:
    """How often something happens that happens so often in the mean."""
    if mean >= _SMALL_MEAN:
        return sum(_poisson(draw, mean / 2) for _ in range(2))
    limit, p, k = math.exp(-mean), draw(), 0
    while p > limit:
        k += 1
        p *= draw()
    return k


def _enough(num: int, total: int, with_replacement: bool) -> float:
    """A fraction with which too few are drawn only once in ten thousand times."""
    fraction = num / total
    if with_replacement:
        return fraction + (9 if num < 12 else 5) * math.sqrt(fraction / total)
    gamma = -math.log(0.00005) / total
    return min(1.0, fraction + gamma + math.sqrt(gamma * gamma + 2 * gamma * fraction))
