"""Accumulators: sums that functions add to while they run."""

from __future__ import annotations

from itertools import count
from typing import Any, Generic, TypeVar

__all__ = ["Accumulator", "AccumulatorParam"]

T = TypeVar("T")
_ids = count(0)


class AccumulatorParam(Generic[T]):
    """How values are added: derive from it for types that `+=` does not add."""

    def zero(self, value: T) -> T:
        """A value of the same kind to begin with."""
        raise NotImplementedError

    def addInPlace(self, value1: T, value2: T) -> T:
        """The sum of two values; the first may be changed."""
        raise NotImplementedError


class AddingAccumulatorParam(AccumulatorParam[T]):
    """Adds with `+=`, from a zero."""

    def __init__(self, zero_value: T) -> None:
        self.zero_value = zero_value

    def zero(self, value: T) -> T:
        return self.zero_value

    def addInPlace(self, value1: T, value2: T) -> T:
        value1 += value2  # type: ignore[operator]
        return value1


class Accumulator(Generic[T]):
    """A sum. Functions add to it, the program reads it."""

    def __init__(self, aid: int, value: T, accum_param: AccumulatorParam[T]) -> None:
        self.aid = aid
        self.accum_param = accum_param
        self._value = value

    @property
    def value(self) -> T:
        """The sum so far."""
        return self._value

    @value.setter
    def value(self, value: T) -> None:
        self._value = value

    def add(self, term: T) -> None:
        """Adds a term."""
        self._value = self.accum_param.addInPlace(self._value, term)

    def __iadd__(self, term: T) -> Accumulator[T]:
        self.add(term)
        return self

    def __str__(self) -> str:
        return str(self._value)

    def __repr__(self) -> str:
        return f"Accumulator<id={self.aid}, value={self._value}>"


def new_accumulator(value: Any, accum_param: AccumulatorParam[Any] | None) -> Accumulator[Any]:
    """An accumulator from a value on; numbers need no parameter."""
    if accum_param is None:
        if isinstance(value, (int, float, complex)):
            accum_param = AddingAccumulatorParam(type(value)())
        else:
            raise TypeError(f"No default accumulator param for type {type(value)}")
    return Accumulator(next(_ids), value, accum_param)
