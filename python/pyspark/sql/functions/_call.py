"""How arguments of functions become expressions. Each name says what a text or number means at that place."""

from __future__ import annotations

from typing import Any, NoReturn

from ...errors import PySparkNotImplementedError, PySparkTypeError, PySparkValueError
from .. import _expr
from .._check import wrong_type
from ..column import Column, to_expr

Expr = dict[str, Any]


def as_column(argument: Any) -> Expr:
    """A column, or a column's name."""
    return to_expr(argument)


def as_columns(arguments: tuple[Any, ...]) -> list[Expr]:
    return [to_expr(each) for each in arguments]


def as_columns_or_list(arguments: tuple[Any, ...]) -> list[Expr]:
    """Columns one by one, or all in one list."""
    if len(arguments) == 1 and isinstance(arguments[0], (list, set, tuple)):
        arguments = tuple(arguments[0])
    return [to_expr(each) for each in arguments]


def as_number_or_column(argument: Any) -> Expr:
    """A column or a column's name; anything else is a literal."""
    return to_expr(argument) if isinstance(argument, (str, Column)) else _expr.literal(argument)


def as_value(argument: Any) -> Expr:
    """A column, or a value: here a text is a text. Lists become arrays."""
    if isinstance(argument, Column):
        return argument._expr
    if isinstance(argument, (list, tuple)):
        if any(isinstance(each, Column) for each in argument):
            raise PySparkValueError(errorClass="COLUMN_IN_LIST", messageParameters={"func_name": "lit"})
        return _expr.call("array", *(as_value(each) for each in argument))
    return _expr.literal(argument)


def as_text(argument: Any, name: str) -> Expr:
    """A plain text; columns are not taken here."""
    _refuse_column(argument)
    if not isinstance(argument, str):
        raise wrong_type(name, argument, "str")
    return _expr.literal(argument)


def as_number(argument: Any, name: str) -> Expr:
    """A plain number; columns are not taken here."""
    _refuse_column(argument)
    if not isinstance(argument, (int, float)):
        raise wrong_type(name, argument, "int")
    return _expr.literal(argument)


def as_flag(argument: Any, name: str) -> Expr:
    """True or False; columns are not taken here."""
    _refuse_column(argument)
    if not isinstance(argument, bool):
        raise wrong_type(name, argument, "bool")
    return _expr.literal(argument)


def _refuse_column(argument: Any) -> None:
    if isinstance(argument, Column):
        raise PySparkTypeError(errorClass="NOT_ITERABLE", messageParameters={"objectName": "Column"})


def invoke(target: str, fragment: str, *arguments: Expr | None, distinct: bool = False) -> Column:
    """A call of a function of the engine; arguments that are None are left out."""
    given = [each for each in arguments if each is not None]
    return Column(_expr.mark(_expr.call(target, *given, distinct=distinct), fragment))


def at_least(count: int, name: str, cols: tuple[Any, ...]) -> None:
    if len(cols) < count:
        raise PySparkValueError(
            errorClass="WRONG_NUM_COLUMNS", messageParameters={"func_name": name, "num_cols": str(count)}
        )


def unsupported(name: str) -> NoReturn:
    """Raises NOT_IMPLEMENTED for a function of Spark that this engine lacks."""
    raise PySparkNotImplementedError(errorClass="NOT_IMPLEMENTED", messageParameters={"feature": f"The function {name}"})


def option_map(options: Any) -> Expr | None:
    """Options of a function as a map of texts; None of none."""
    if not options:
        return None
    parts: list[Expr] = []
    for key, value in options.items():
        parts += [_expr.literal(str(key)), _expr.literal(option_text(value) or "")]
    return _expr.call("map", *parts)


def option_text(value: Any) -> str | None:
    """An option's value as Spark takes it: booleans in small letters."""
    if value is None:
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)
