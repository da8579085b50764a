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


def transform(col: ColumnOrName, f: Callable[..., Column]) -> Column:
    """What the function makes of each element of an array (and its position, if it takes two)."""
    return invoke("transform", "transform", as_column(col), as_lambda(f))


def filter(col: ColumnOrName, f: Callable[..., Column]) -> Column:
    """The elements of an array for which the function holds."""
    return invoke("filter", "filter", as_column(col), as_lambda(f))


def exists(col: ColumnOrName, f: Callable[[Column], Column]) -> Column:
    """Whether the function holds for some element of an array."""
    return invoke("exists", "exists", as_column(col), as_lambda(f))


def forall(col: ColumnOrName, f: Callable[[Column], Column]) -> Column:
    """Whether the function holds for every element of an array."""
    return invoke("forall", "forall", as_column(col), as_lambda(f))


def _fold(name: str, col: Any, initialValue: Any, merge: Any, finish: Any) -> Column:
    last = None if finish is None else as_lambda(finish)
    return invoke(name, name, as_column(col), as_column(initialValue), as_lambda(merge), last)


def aggregate(
    col: ColumnOrName,
    initialValue: ColumnOrName,
    merge: Callable[[Column, Column], Column],
    finish: Callable[[Column], Column] | None = None,
) -> Column:
    """Folds an array: `merge(state, element)` from `initialValue` on, then `finish(state)`."""
    return _fold("aggregate", col, initialValue, merge, finish)


def reduce(
    col: ColumnOrName,
    initialValue: ColumnOrName,
    merge: Callable[[Column, Column], Column],
    finish: Callable[[Column], Column] | None = None,
) -> Column:
    """Folds an array: `merge(state, element)` from `initialValue` on, then `finish(state)`."""
    return _fold("reduce", col, initialValue, merge, finish)


def zip_with(left: ColumnOrName, right: ColumnOrName, f: Callable[[Column, Column], Column]) -> Column:
    """What the function makes of two arrays' elements side by side."""
    return invoke("zip_with", "zip_with", as_column(left), as_column(right), as_lambda(f))


def array_sort(col: ColumnOrName, comparator: Callable[[Column, Column], Column] | None = None) -> Column:
    """The array in ascending order, NULL last, or as the comparator (negative, 0, positive) says."""
    order = None if comparator is None else as_lambda(comparator)
    return invoke("array_sort", "array_sort", as_column(col), order)


def transform_keys(col: ColumnOrName, f: Callable[[Column, Column], Column]) -> Column:
    """The map with each key replaced by the function of key and value."""
    return invoke("transform_keys", "transform_keys", as_column(col), as_lambda(f))


def transform_values(col: ColumnOrName, f: Callable[[Column, Column], Column]) -> Column:
    """The map with each value replaced by the function of key and value."""
    return invoke("transform_values", "transform_values", as_column(col), as_lambda(f))


def map_filter(col: ColumnOrName, f: Callable[[Column, Column], Column]) -> Column:
    """The entries of a map for which the function of key and value holds."""
    return invoke("map_filter", "map_filter", as_column(col), as_lambda(f))


def map_zip_with(col1: ColumnOrName, col2: ColumnOrName, f: Callable[[Column, Column, Column], Column]) -> Column:
    """What the function makes of each key and its values in two maps."""
    return invoke("map_zip_with", "map_zip_with", as_column(col1), as_column(col2), as_lambda(f))


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
