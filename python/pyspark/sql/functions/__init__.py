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
from . import _basic, _defaults, _formats, _generated, _higher_order


def udf(f: Any = None, returnType: Any = None, *, useArrow: bool | None = None) -> Any:
    """A Python function as a function over columns: `udf(f, "int")`, or as a decorator `@udf("int")`."""
    return make_udf(f, returnType, useArrow)


# What stands further back wins: a function written by hand before a generated one.
for _module in (_generated, _defaults, _formats, _higher_order, _basic):
    for _name in _module.NAMES:
        _found = getattr(_module, _name)
        _found.__module__ = __name__
        globals()[_name] = _found
del _module, _name, _found, Any

__all__ = list(_generated.EXPORTED)
