"""The one door to the engine: requests and answers as JSON (engine/session/request.ts).

In the browser and in Node the JavaScript module `_sparring` is registered before the first call:
`call(request: str) -> str` answers one EngineRequest with one EngineResponse, and `register_callback(function)` takes
`function(name: str, payload: str) -> str`, through which the engine's host runs what lives in Python:

| name | payload | answer's `value` |
| --- | --- | --- |
| `callFunction` | `{functionId, columns: wire[][], numRows, argTypes}` | a column of wire values |
| `callBatchFunction` | `{functionId, hash, batchId}` | null |
| `listener` | `{event, payload}`: a micro-batch has run | null |

The answer is `{"ok": true, "value": …}` or `{"ok": false, "error": SparkErrorJson}`. Tests give their own bridge with
`use()`. Importing this module touches no JavaScript, so a memory snapshot can be taken after it.
"""

from __future__ import annotations

import contextlib
import importlib
import json
from collections.abc import Callable, Iterator
from typing import Any

from .errors import PythonException
from .errors.exceptions.captured import engine_error


class Plan:
    """A relation as JSON text, written once; relations above it embed the text.

    `portable` is the same relation with the definitions of the temporary views that it names, where it names some:
    another engine has no such views.
    """

    __slots__ = ("is_open", "portable", "text")

    def __init__(self, text: str, portable: str | None = None) -> None:
        self.text = text
        self.portable = portable
        # Columns of an outer query are used in it.
        self.is_open = False

    def tree(self) -> dict[str, Any]:
        return json.loads(self.text)

    def exported(self) -> str:
        """The text for another engine."""
        return self.text if self.portable is None else self.portable


class EngineFault(RuntimeError):
    """A defect of the engine itself; the user's program is not to blame."""


class _State:
    def __init__(self) -> None:
        self.bridge: Any = None
        self.handlers: dict[str, Callable[[dict[str, Any]], Any]] = {}
        self.last_python_error: BaseException | None = None


_state = _State()


def use(bridge: Any) -> None:
    """Talks to this bridge from now on (an object with `call` and `register_callback`)."""
    _state.bridge = bridge
    bridge.register_callback(_dispatch)


def _bridge() -> Any:
    if _state.bridge is None:
        use(importlib.import_module("_sparring"))
    return _state.bridge


def on(name: str, handler: Callable[[dict[str, Any]], Any]) -> None:
    """Answers the engine's callbacks of this name."""
    _state.handlers[name] = handler


def _dispatch(name: str, payload: str) -> str:
    handler = _state.handlers.get(name)
    if handler is None:
        # Nobody has asked for it: the part of the facade that would has not been imported.
        return json.dumps({"ok": True, "value": None})
    try:
        return json.dumps({"ok": True, "value": handler(json.loads(payload))})
    except Exception as error:
        _state.last_python_error = error
        describe = getattr(error, "_as_engine_error", None)
        return json.dumps({"ok": False, "error": describe() if describe else _python_error(error)})


@contextlib.contextmanager
def worker() -> Iterator[None]:
    """Inside, code of the user runs as Spark's Python workers run it: an error comes out as a PythonException."""
    try:
        yield
    except PythonException:
        raise
    except Exception as error:
        raise engine_error(_python_error(error)) from error


def _python_error(error: BaseException) -> dict[str, Any]:
    from ._traces import user_traceback

    trace = user_traceback(error)
    return {
        "errorClass": "PythonException",
        "condition": "PYTHON_EXCEPTION",
        "sqlState": "38000",
        "parameters": {"msg": "An exception was thrown from the Python worker", "traceback": trace},
        "message": f"[PYTHON_EXCEPTION] An exception was raised inside a Python function:\n{trace} SQLSTATE: 38000",
        "context": [],
    }


def encode(value: Any, portable: bool = False) -> str:
    """JSON of a value in which relations may stand anywhere at the top levels."""
    if isinstance(value, Plan):
        return value.exported() if portable else value.text
    if isinstance(value, dict) and any(isinstance(each, Plan) for each in value.values()):
        return "{" + ",".join(f"{json.dumps(key)}:{encode(each, portable)}" for key, each in value.items()) + "}"
    if isinstance(value, list) and any(isinstance(each, Plan) for each in value):
        return "[" + ",".join(encode(each, portable) for each in value) + "]"
    return json.dumps(value, default=_embedded_portable if portable else _embedded)


def _embedded(value: Any) -> Any:
    if isinstance(value, Plan):
        return value.tree()
    from .sql._check import refuse

    refuse(value)


def _embedded_portable(value: Any) -> Any:
    return json.loads(value.exported()) if isinstance(value, Plan) else _embedded(value)


def make_plan(node: dict[str, Any]) -> Plan:
    """A relation over others."""
    text = encode(node)
    return Plan(text, encode(node, True) if _has_portable(node) else None)


def _has_portable(value: Any) -> bool:
    if isinstance(value, Plan):
        return value.portable is not None
    if isinstance(value, dict):
        return any(_has_portable(each) for each in value.values())
    return isinstance(value, list) and any(_has_portable(each) for each in value)


def call(op: str, session: str | None = None, **fields: Any) -> Any:
    """Asks the engine. Raises the error that it gives as an exception of `pyspark.errors`."""
    request: dict[str, Any] = {"op": op, **fields}
    if session is not None:
        request["sessionId"] = session
    answer = json.loads(_send(encode(request)))
    if answer.get("ok"):
        return answer.get("value")
    if "error" not in answer:
        raise EngineFault(str(answer.get("internal")))
    error = engine_error(answer["error"])
    cause = _state.last_python_error
    if answer["error"].get("condition") == "PYTHON_EXCEPTION" or type(error).__name__ == "StreamingQueryException":
        _state.last_python_error = None
        raise error from cause
    raise error


def _send(request: str) -> str:
    try:
        return str(_bridge().call(request))
    except Exception as error:
        if type(error).__name__ != "JsException":
            raise
        raise EngineFault(str(error)) from None
