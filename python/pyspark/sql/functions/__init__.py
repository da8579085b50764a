"""Functions over columns. Plain ones are generated (`_generated`), the others written by hand."""

from typing import Any

from ..udf import UserDefinedFunction, make_udf
from ..udtf import (
    AnalyzeArgument,
    AnalyzeResult,
    OrderingColumn,
    PartitioningColumn,
    SelectedColumn,
    SkipRestOfInputTableException,
    UserDefinedTableFunction,
)
from . import _basic, _defaults, _formats, _generated, _higher_order, _sketches

# What comes later wins: a function written by hand before a generated one.
from ._generated import *  # noqa: F403
from ._defaults import *  # noqa: F403
from ._formats import *  # noqa: F403
from ._higher_order import *  # noqa: F403
from ._sketches import *  # noqa: F403
from ._basic import *  # noqa: F403


def udf(f: Any = None, returnType: Any = None, *, useArrow: bool | None = None) -> Any:
    """A Python function as a function over columns: `udf(f, "int")`, or as a decorator `@udf("int")`."""
    return make_udf(f, returnType, useArrow)


for _module in (_generated, _defaults, _formats, _higher_order, _sketches, _basic):
    for _name in _module.__all__:
        globals()[_name].__module__ = __name__
del _module, _name

__all__ = list(_generated.EXPORTED)
