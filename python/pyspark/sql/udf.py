"""Functions of the user's in Python: `udf`, `spark.udf.register`, and how the engine calls them."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, Any

from .. import _bridge
from ..errors import AnalysisException, PySparkTypeError
from . import _expr
from ._check import wrong_type
from ._types.base import DataType, StringType
from ._types.parse import parse_ddl, parse_json
from ._udf_pickled import pickled_encoder
from ._udf_result import result_encoder
from ._wire import decoder
from .column import Column, to_expr

if TYPE_CHECKING:
    from .session import SparkSession

_ids = count(1)
_functions: dict[int, tuple[Callable[..., Any], DataType, bool]] = {}


def forget_functions() -> None:
    """Before a new program: the functions of the last one are gone."""
    _functions.clear()


def _evaluate(payload: dict[str, Any]) -> list[Any]:
    """Calls a function row by row over whole columns of wire values."""
    function, result_type, batched = _functions[payload["functionId"]]
    columns = []
    for kind, column in zip(payload["argTypes"], payload["columns"]):
        convert = decoder(parse_json(kind), batched)
        columns.append(column if convert is None else [None if v is None else convert(v) for v in column])
    encode = pickled_encoder(result_type) if batched else result_encoder(result_type)
    rows = zip(*columns) if columns else (() for _ in range(payload["numRows"]))
    return [encode(function(*row)) for row in rows]


_bridge.on("callFunction", _evaluate)


class UserDefinedFunction:
    """What the `udf` decorator makes: call it with columns."""

    def __init__(
        self,
        func: Callable[..., Any],
        returnType: DataType | str = StringType(),  # noqa: B008
        name: str | None = None,
        deterministic: bool = True,
        batched: bool = False,
    ) -> None:
        if not callable(func):
            raise wrong_type("func", func, "callable")
        if not isinstance(returnType, (DataType, str)):
            raise wrong_type("returnType", returnType, "DataType or str")
        self.func = func
        self._given_type = returnType
        self._parsed: DataType | None = returnType if isinstance(returnType, DataType) else None
        self._name = name or (func.__name__ if hasattr(func, "__name__") else type(func).__name__)
        self.deterministic = deterministic
        self._batched = batched
        self._id: int | None = None
        self._by_names: dict[tuple[int, tuple[str, ...]], int] = {}

    @property
    def returnType(self) -> DataType:
        """The type of the results."""
        if self._parsed is None:
            self._parsed = parse_ddl(self._given_type)  # type: ignore[arg-type]
        return self._parsed

    @property
    def function_id(self) -> int:
        """The number under which the engine calls the function."""
        if self._id is None:
            self._id = next(_ids)
        _functions.setdefault(self._id, (self.func, self.returnType, self._batched))
        return self._id

    def _id_with_names(self, positional: int, names: tuple[str, ...]) -> int:
        """The number of the function with its last arguments passed by name."""
        function = self.func

        def by_name(*values: Any) -> Any:
            return function(*values[:positional], **dict(zip(names, values[positional:])))

        number = self._by_names.setdefault((positional, names), next(_ids))
        _functions[number] = (by_name, self.returnType, self._batched)
        return number

    def __call__(self, *args: Any, **kwargs: Any) -> Column:
        arguments = [to_expr(each, "col", "Column or str") for each in [*args, *kwargs.values()]]
        call = {
            "type": "CommonInlineUserDefinedFunction",
            "functionName": self._name,
            "functionId": self._id_with_names(len(args), tuple(kwargs)) if kwargs else self.function_id,
            "deterministic": self.deterministic,
            "outputType": self.returnType.jsonValue(),
            "arguments": arguments,
        }
        if self._batched:
            call["batched"] = True
        if kwargs:
            call["argumentNames"] = [*(None for _ in args), *kwargs]
        return Column(_expr.mark(call, self._name))

    def asNondeterministic(self) -> UserDefinedFunction:
        """The function may give different results for the same arguments."""
        self.deterministic = False
        return self

    def _wrapped(self) -> Any:
        """A plain function around this one, so that name and documentation are the user's."""

        @functools.wraps(self.func, assigned=_assigned(self.func))
        def wrapper(*args: Any, **kwargs: Any) -> Column:
            return self(*args, **kwargs)

        wrapper.__name__ = self._name
        wrapper.func = self.func  # type: ignore[attr-defined]
        wrapper.returnType = self.returnType  # type: ignore[attr-defined]
        wrapper.deterministic = self.deterministic  # type: ignore[attr-defined]
        wrapper.asNondeterministic = functools.wraps(self.asNondeterministic)(  # type: ignore[attr-defined]
            lambda: self.asNondeterministic()._wrapped()
        )
        wrapper._unwrapped = self  # type: ignore[attr-defined]
        return wrapper


def _assigned(func: Any) -> tuple[str, ...]:
    return tuple(each for each in functools.WRAPPER_ASSIGNMENTS if hasattr(func, each) and each != "__name__")


def _parameters(func: Any) -> dict[str, list[str]]:
    """Names of a function's parameters, where Python knows them."""
    try:
        found = inspect.signature(func).parameters.values()
    except (TypeError, ValueError):
        return {}
    return {"parameters": [each.name for each in found if each.kind is each.POSITIONAL_OR_KEYWORD]}


def make_udf(f: Any = None, returnType: Any = None, useArrow: bool | None = None) -> Any:
    """`udf(f)`, `udf(f, "int")`, `@udf`, `@udf("int")`, `@udf(returnType="int")`."""
    kind = StringType() if returnType is None else returnType
    batched = useArrow is False
    if f is None or isinstance(f, (str, DataType)):
        decided = f if f is not None else kind
        return lambda function: UserDefinedFunction(function, decided, batched=batched)._wrapped()
    return UserDefinedFunction(f, kind, batched=batched)._wrapped()


class UDFRegistration:
    """`spark.udf`."""

    def __init__(self, sparkSession: SparkSession) -> None:
        self.sparkSession = sparkSession

    def register(self, name: str, f: Any, returnType: Any = None) -> Any:
        """Gives a function a name for SQL."""
        if hasattr(f, "_unwrapped") or isinstance(f, UserDefinedFunction):
            if returnType is not None:
                raise PySparkTypeError(
                    errorClass="CANNOT_SPECIFY_RETURN_TYPE_FOR_UDF",
                    messageParameters={"arg_name": "f", "return_type": str(returnType)},
                )
            source = getattr(f, "_unwrapped", f)
            made = UserDefinedFunction(source.func, source.returnType, name, source.deterministic, source._batched)
        else:
            # As real Spark does: a plain function registered by name gets its rows pickled, not as Arrow batches.
            made = UserDefinedFunction(f, StringType() if returnType is None else returnType, name, batched=True)
        self.sparkSession._has_functions = True
        self.sparkSession._call(
            "registerFunction",
            name=name,
            functionId=made.function_id,
            returnType=made.returnType.jsonValue(),
            deterministic=made.deterministic,
            batched=made._batched,
            **_parameters(made.func),
        )
        return made._wrapped()

    def registerJavaUDAF(self, name: str, javaClassName: str) -> None:
        """There is no Java here."""
        raise _no_class(javaClassName)

    def registerJavaFunction(self, name: str, javaClassName: str, returnType: Any = None) -> None:
        """There is no Java here."""
        raise _no_class(javaClassName)


def _no_class(name: str) -> AnalysisException:
    condition = "_LEGACY_ERROR_TEMP_1329"
    return AnalysisException(f"[{condition}] There is no class {name}: no Java is here.", condition, {"className": name})
