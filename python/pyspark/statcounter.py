"""Count, mean, variance and extremes of numbers, kept up to date one number at a time."""

from __future__ import annotations

import math
from collections.abc import Iterable


class StatCounter:
    """The statistics of the numbers seen so far; two can be merged."""

    def __init__(self, values: Iterable[float] | None = None) -> None:
        self.n = 0
        self.mu = 0.0
        self.m2 = 0.0
        self.maxValue = float("-inf")
        self.minValue = float("inf")
        for v in values or ():
            self.merge(v)

    def merge(self, value: float) -> StatCounter:
        """Adds a number."""
        delta = value - self.mu
        self.n += 1
        self.mu += delta / self.n
        self.m2 += delta * (value - self.mu)
        self.maxValue = max(self.maxValue, float(value))
        self.minValue = min(self.minValue, float(value))
        return self

    def mergeStats(self, other: StatCounter) -> StatCounter:
        """Adds the numbers of another."""
        if self.n == 0:
            self.mu, self.m2, self.n = other.mu, other.m2, other.n
        elif other.n != 0:
            delta = other.mu - self.mu
            if other.n * 10 < self.n:
                self.mu += (delta * other.n) / (self.n + other.n)
            elif self.n * 10 < other.n:
                self.mu = other.mu - (delta * self.n) / (self.n + other.n)
            else:
                self.mu = (self.mu * self.n + other.mu * other.n) / (self.n + other.n)
            self.m2 += other.m2 + (delta * delta * self.n * other.n) / (self.n + other.n)
            self.n += other.n
        self.maxValue = max(self.maxValue, other.maxValue)
        self.minValue = min(self.minValue, other.minValue)
        return self

    def copy(self) -> StatCounter:
        """Another that has seen the same."""
        other = StatCounter()
        other.__dict__.update(self.__dict__)
        return other

    def count(self) -> int:
        """How many numbers."""
        return self.n

    def mean(self) -> float:
        """Their mean."""
        return self.mu

    def sum(self) -> float:
        """Their sum."""
        return self.n * self.mu

    def min(self) -> float:
        """The smallest."""
        return self.minValue

    def max(self) -> float:
        """The largest."""
        return self.maxValue

    def variance(self) -> float:
        """The variance of the population; NaN of no number."""
        return float("nan") if self.n == 0 else self.m2 / self.n

    def sampleVariance(self) -> float:
        """The variance of a sample; NaN of fewer than two."""
        return float("nan") if self.n <= 1 else self.m2 / (self.n - 1)

    def stdev(self) -> float:
        """The standard deviation of the population."""
        return math.sqrt(self.variance())

    def sampleStdev(self) -> float:
        """The standard deviation of a sample."""
        return math.sqrt(self.sampleVariance())

    def asDict(self, sample: bool = False) -> dict[str, float]:
        """All of it by name."""
        spread = (self.sampleStdev(), self.sampleVariance()) if sample else (self.stdev(), self.variance())
        return {"count": self.n, "mean": self.mean(), "sum": self.sum(), "min": self.min(), "max": self.max(), "stdev": spread[0], "variance": spread[1]}

    def __repr__(self) -> str:
        return f"(count: {self.n}, mean: {self.mean()}, stdev: {self.stdev()}, max: {self.max()}, min: {self.min()})"
