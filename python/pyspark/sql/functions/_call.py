"""How arguments of functions become expressions. Each name says what a text or number means at that place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from ...errors import PySparkNotImplementedError, PySparkTypeError, PySparkValueError
from .. import _expr
from .._check import wrong_type
from .._literal import plain
from ..column import Column, to_expr

Expr = dict[str, Any]


def as_column(argument: Any) -> Expr:
    """A column, or a column's name."""
    return to_expr(argument)


def as_columns(arguments: tuple[Any, ...]) -> list[Expr]:
    return [to_expr(each) for each in arguments]


def as_columns_or_list(arguments: tuple[Any, ...]) -> list[Expr]:
    """Columns one by one, or all in one list."""
    if len(arguments) == 1 and isinstance(arguments[0], (list, set)):
        arguments = tuple(arguments[0])
    return [to_expr(each) for each in arguments]


def _literal_or_column(kinds: tuple[type, ...]) -> Callable[[Any], Expr]:
    def convert(argument: Any) -> Expr:
        argument = plain(argument)
        return _expr.literal(argument) if isinstance(argument, kinds) else to_expr(argument)

    return convert


as_whole_or_column = _literal_or_column((int,))
as_flag_or_column = _literal_or_column((bool,))


def as_literal_or_column(argument: Any) -> Expr:
    """A column or a column's name; anything else is a literal."""
    return to_expr(argument) if isinstance(argument, (str, Column)) else _expr.literal(argument)


def as_value(argument: Any) -> Expr:
    """A column, or a value: here a text is a text. Lists become arrays."""
    if isinstance(argument, Column):
        return argument._expr
    if isinstance(argument, list):
        if any(isinstance(each, Column) for each in argument):
            raise PySparkValueError(errorClass="COLUMN_IN_LIST", messageParameters={"func_name": "lit"})
        return _expr.call("array", *(as_value(each) for each in argument))
    return _expr.literal(argument)


def checked_value(argument: Any, name: str, kinds: tuple[type, ...], expected: str) -> Expr:
    """As `as_value`, for a Column or these kinds of values alone."""
    if not isinstance(plain(argument), (Column, *kinds)):
        raise wrong_type(name, plain(argument), expected)
    return as_value(argument)


class _Unfit(dict):  # type: ignore[type-arg]
    """Stands for a plain value that is not of the kind asked for: columns beside it are looked at first."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


def _plain_value(argument: Any, name: str, kind: type, shown: str) -> Expr:
    argument = plain(argument)
    if type(argument) is kind or (kind is not int and isinstance(argument, kind)):
        return _expr.literal(argument)
    if isinstance(argument, Column) or (isinstance(argument, list) and any(isinstance(each, Column) for each in argument)):
        return _Unfit(PySparkTypeError(errorClass="NOT_ITERABLE", messageParameters={"objectName": "Column"}))
    return _Unfit(wrong_type(name, argument, shown))


def as_text(argument: Any, name: str) -> Expr:
    """A plain text, or None for NULL; columns are not taken here."""
    return _expr.literal(None) if argument is None else _plain_value(argument, name, str, "str")


def as_number(argument: Any, name: str) -> Expr:
    """A plain whole number; columns are not taken here."""
    return _plain_value(argument, name, int, "int")


def as_fraction(argument: Any, name: str) -> Expr:
    """A plain number with a fraction; columns are not taken here."""
    return _plain_value(argument, name, float, "float")


def as_flag(argument: Any, name: str) -> Expr:
    """True or False; columns are not taken here."""
    return _plain_value(argument, name, bool, "bool")


def invoke(target: str, fragment: str, *arguments: Expr | None, distinct: bool = False) -> Column:
    """A call of a function of the engine; arguments that are None are left out."""
    given = [each for each in arguments if each is not None]
    unfit = [each.error for each in given if isinstance(each, _Unfit)]
    if unfit:
        raise next((each for each in unfit if isinstance(each, PySparkTypeError) and each.getCondition() == "NOT_ITERABLE"), unfit[0])
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
