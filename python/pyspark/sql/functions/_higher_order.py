"""Functions that take a Python function over columns: it is called once, with variables, to see its expression."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from itertools import count
from typing import Any

from ...errors import PySparkValueError
from ..column import Column
from ._call import Expr, as_column, invoke

ColumnOrName = Column | str
_LETTERS = ("x", "y", "z")
_POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
_counter = count(1)


def restart_names() -> None:
    """Counts the names of lambda variables from the start again: for a new run."""
    global _counter
    _counter = count(1)


def as_lambda(f: Callable[..., Any]) -> Expr:
    """The expression of a Python function over columns."""
    parameters = inspect.signature(f).parameters.values()
    name = getattr(f, "__name__", "function")
    if not all(p.kind in _POSITIONAL for p in parameters):
        raise PySparkValueError(
            errorClass="UNSUPPORTED_PARAM_TYPE_FOR_HIGHER_ORDER_FUNCTION", messageParameters={"func_name": name}
        )
    if not 1 <= len(parameters) <= 3:
        raise PySparkValueError(
            errorClass="WRONG_NUM_ARGS_FOR_HIGHER_ORDER_FUNCTION",
            messageParameters={"func_name": name, "num_args": str(len(parameters))},
        )
    names = [f"{letter}_{next(_counter)}" for letter, _ in zip(_LETTERS, parameters)]
    variables: list[Expr] = [{"type": "UnresolvedNamedLambdaVariable", "nameParts": [each]} for each in names]
    result = f(*(Column(each) for each in variables))
    if not isinstance(result, Column):
        raise PySparkValueError(
            errorClass="HIGHER_ORDER_FUNCTION_SHOULD_RETURN_COLUMN",
            messageParameters={"func_name": name, "return_type": type(result).__name__},
        )
    return {"type": "LambdaFunction", "function": result._expr, "arguments": variables}


def _over(name: str, cols: tuple[Any, ...], *functions: Any) -> Column:
    """A call with Python functions, which are looked at before the columns."""
    lambdas = [as_lambda(each) for each in functions]
    return invoke(name, name, *(as_column(each) for each in cols), *lambdas)


def transform(col: ColumnOrName, f: Callable[..., Column]) -> Column:
    """What the function makes of each element of an array (and its position, if it takes two)."""
    return _over("transform", (col,), f)


def filter(col: ColumnOrName, f: Callable[..., Column]) -> Column:
    """The elements of an array for which the function holds."""
    return _over("filter", (col,), f)


def exists(col: ColumnOrName, f: Callable[[Column], Column]) -> Column:
    """Whether the function holds for some element of an array."""
    return _over("exists", (col,), f)


def forall(col: ColumnOrName, f: Callable[[Column], Column]) -> Column:
    """Whether the function holds for every element of an array."""
    return _over("forall", (col,), f)


def aggregate(
    col: ColumnOrName,
    initialValue: ColumnOrName,
    merge: Callable[[Column, Column], Column],
    finish: Callable[[Column], Column] | None = None,
) -> Column:
    """Folds an array: `merge(state, element)` from `initialValue` on, then `finish(state)`."""
    return _over("aggregate", (col, initialValue), merge, *(() if finish is None else (finish,)))


def reduce(
    col: ColumnOrName,
    initialValue: ColumnOrName,
    merge: Callable[[Column, Column], Column],
    finish: Callable[[Column], Column] | None = None,
) -> Column:
    """Folds an array: `merge(state, element)` from `initialValue` on, then `finish(state)`."""
    return _over("reduce", (col, initialValue), merge, *(() if finish is None else (finish,)))


def zip_with(left: ColumnOrName, right: ColumnOrName, f: Callable[[Column, Column], Column]) -> Column:
    """What the function makes of two arrays' elements side by side."""
    return _over("zip_with", (left, right), f)


def array_sort(col: ColumnOrName, comparator: Callable[[Column, Column], Column] | None = None) -> Column:
    """The array in ascending order, NULL last, or as the comparator (negative, 0, positive) says."""
    return _over("array_sort", (col,), *(() if comparator is None else (comparator,)))


def transform_keys(col: ColumnOrName, f: Callable[[Column, Column], Column]) -> Column:
    """The map with each key replaced by the function of key and value."""
    return _over("transform_keys", (col,), f)


def transform_values(col: ColumnOrName, f: Callable[[Column, Column], Column]) -> Column:
    """The map with each value replaced by the function of key and value."""
    return _over("transform_values", (col,), f)


def map_filter(col: ColumnOrName, f: Callable[[Column, Column], Column]) -> Column:
    """The entries of a map for which the function of key and value holds."""
    return _over("map_filter", (col,), f)


def map_zip_with(col1: ColumnOrName, col2: ColumnOrName, f: Callable[[Column, Column, Column], Column]) -> Column:
    """What the function makes of each key and its values in two maps."""
    return _over("map_zip_with", (col1, col2), f)


__all__ = [
    "transform",
    "filter",
    "exists",
    "forall",
    "aggregate",
    "reduce",
    "zip_with",
    "array_sort",
    "transform_keys",
    "transform_values",
    "map_filter",
    "map_zip_with",
]
