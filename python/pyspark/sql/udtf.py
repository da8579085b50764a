"""Names of table functions in Python, which this engine does not run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ._check import not_implemented
from ._types.base import DataType
from ._types.nested import StructType


@dataclass(frozen=True)
class AnalyzeArgument:
    """An argument of a table function, as its `analyze` sees it."""

    dataType: DataType
    value: Any | None
    isTable: bool
    isConstantExpression: bool


@dataclass(frozen=True)
class PartitioningColumn:
    """A column to partition a table function's input by."""

    name: str


@dataclass(frozen=True)
class OrderingColumn:
    """A column to order a table function's input by."""

    name: str
    ascending: bool = True
    overrideNullsFirst: bool | None = None


@dataclass(frozen=True)
class SelectedColumn:
    """A column of a table function's input."""

    name: str
    alias: str = ""


@dataclass(frozen=True)
class AnalyzeResult:
    """What a table function's `analyze` gives."""

    schema: StructType
    withSinglePartition: bool = False
    partitionBy: list[PartitioningColumn] = field(default_factory=list)
    orderBy: list[OrderingColumn] = field(default_factory=list)
    select: list[SelectedColumn] = field(default_factory=list)


class SkipRestOfInputTableException(Exception):
    """Raised by a table function that has seen enough."""


class UserDefinedTableFunction:
    """Table functions in Python are not supported by this engine."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        not_implemented("udtf")
