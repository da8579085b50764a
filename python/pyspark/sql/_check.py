"""Checks of arguments, raising what PySpark raises."""

from __future__ import annotations

from typing import Any, NoReturn

from ..errors import PySparkException, PySparkTypeError, PySparkValueError


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


def check_frame(value: Any) -> Any:
    """Another DataFrame, or the AttributeError that PySpark raises for anything else."""
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
