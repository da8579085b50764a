"""Checks of arguments, raising what PySpark raises."""

from __future__ import annotations

from typing import Any, NoReturn

from ..errors import IllegalArgumentException, PySparkAttributeError, PySparkException, PySparkTypeError, PySparkValueError


def wrong_type(name: str, value: Any, expected: str) -> PySparkTypeError:
    """NOT_EXPECTED_TYPE: the argument `name` is not what is `expected`."""
    return PySparkTypeError(
        errorClass="NOT_EXPECTED_TYPE",
        messageParameters={"arg_name": name, "arg_type": type(value).__name__, "expected_type": expected},
    )


def check_str(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise wrong_type(name, value, "str")
    return value


def check_non_empty(name: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise PySparkValueError(
            errorClass="VALUE_NOT_NON_EMPTY_STR", messageParameters={"arg_name": name, "arg_value": str(value)}
        )
    return value


def refuse(value: Any) -> NoReturn:
    """Raises what happens to an object that cannot be handed over to Spark: a Column, a DataFrame, one of the user's."""
    refusal = getattr(type(value), "refusal", None)
    if refusal is not None:
        raise refusal(value)
    kind = type(value)
    if hasattr(kind, "_is_column") or any(hasattr(type(each), "_is_column") for each in _items(value)):
        raise PySparkTypeError(errorClass="NOT_ITERABLE", messageParameters={"objectName": "Column"})
    if hasattr(kind, "_is_frame"):
        raise PySparkAttributeError(errorClass="ATTRIBUTE_NOT_SUPPORTED", messageParameters={"attr_name": "_get_object_id"})
    raise AttributeError(f"'{kind.__name__}' object has no attribute '_get_object_id'")


def _items(value: Any) -> Any:
    return value if isinstance(value, (list, tuple, set)) else ()


def handed(name: str, value: Any, kind: type) -> Any:
    """A plain value that Spark takes as it is: of this very kind, or else an error that names the argument."""
    if isinstance(value, kind) and (kind is not int or type(value) is not bool):
        return value
    if hasattr(type(value), "_is_column") or hasattr(type(value), "_is_frame") or any(hasattr(type(each), "_is_column") for each in _items(value)):
        refuse(value)
    raise wrong_type(name, value, kind.__name__)


def handed_all(name: str, values: Any, kind: type) -> list[Any]:
    """As `handed`, of each value in a list."""
    return [handed(name, each, kind) for each in values]


def requirement(sentence: str) -> IllegalArgumentException:
    """What Java's own checks of arguments raise: an error without a condition."""
    return IllegalArgumentException(sentence, None, {})


def check_frame(value: Any) -> Any:
    """Another DataFrame, or the AttributeError that PySpark raises for anything else."""
    if hasattr(type(value), "_is_column"):
        refuse(value)
    if not hasattr(type(value), "_is_frame"):
        raise AttributeError(f"'{type(value).__name__}' object has no attribute '_jdf'")
    return value


def check_int(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise wrong_type(name, value, "int")
    return value


def not_implemented(feature: str) -> NoReturn:
    """Raises NOT_IMPLEMENTED for what Spark has and this engine has not."""
    from ..errors import PySparkNotImplementedError

    raise PySparkNotImplementedError(errorClass="NOT_IMPLEMENTED", messageParameters={"feature": feature})


def cannot_be_empty(item: str) -> PySparkValueError:
    return PySparkValueError(errorClass="CANNOT_BE_EMPTY", messageParameters={"item": item})


def not_allowed(name: str, allowed: Any) -> PySparkValueError:
    return PySparkValueError(
        errorClass="VALUE_NOT_ALLOWED", messageParameters={"arg_name": name, "allowed_values": str(allowed)}
    )


def state_error(
    kind: type[PySparkException], condition: str, sql_state: str, parameters: dict[str, str], sentence: str
) -> PySparkException:
    """An error as Spark itself would raise it, with our sentence."""
    error = kind(f"[{condition}] {sentence} SQLSTATE: {sql_state}", condition, parameters)
    error._sql_state = sql_state
    return error
