"""Table functions of the user's in Python: `udtf`, `spark.udtf.register`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..errors import PySparkAttributeError, PySparkTypeError
from . import _expr
from ._frame.base import new_frame
from ._types.base import DataType
from ._types.nested import StructType
from ._types.parse import parse_ddl
from ._udtf_run import add_function
from .column import to_expr
from .table_arg import TableArg

if TYPE_CHECKING:
    from .dataframe import DataFrame
    from .session import SparkSession

# Spark's numbers of the two kinds: rows pickled, rows as Arrow batches.
_PICKLED, _ARROW = 300, 301


@dataclass(frozen=True)
class AnalyzeArgument:
    """An argument of a table function, as its `analyze` sees it."""

    dataType: DataType
    value: Any | None
    isTable: bool
    isConstantExpression: bool


@dataclass(frozen=True)
class PartitioningColumn:
    """A column to partition a table function's input by."""

    name: str


@dataclass(frozen=True)
class OrderingColumn:
    """A column to order a table function's input by."""

    name: str
    ascending: bool = True
    overrideNullsFirst: bool | None = None


@dataclass(frozen=True)
class SelectedColumn:
    """A column of a table function's input."""

    name: str
    alias: str = ""


@dataclass(frozen=True)
class AnalyzeResult:
    """What a table function's `analyze` gives."""

    schema: StructType
    withSinglePartition: bool = False
    partitionBy: list[PartitioningColumn] = field(default_factory=list)
    orderBy: list[OrderingColumn] = field(default_factory=list)
    select: list[SelectedColumn] = field(default_factory=list)


class SkipRestOfInputTableException(Exception):
    """Raised by a table function that has seen enough."""


class UserDefinedTableFunction:
    """What the `udtf` decorator makes: call it with columns and tables; it gives a DataFrame."""

    def __init__(
        self,
        func: Any,
        returnType: StructType | str | None = None,
        name: str | None = None,
        evalType: int = _ARROW,
        deterministic: bool = False,
    ) -> None:
        _check_handler(func, returnType)
        self.func = func
        self._given_type = returnType
        self._parsed: StructType | None = None
        self._name = name or func.__name__
        self.evalType = evalType
        self.deterministic = deterministic
        self._id: int | None = None

    @property
    def returnType(self) -> StructType | None:
        """The columns of the rows; None where `analyze` tells them."""
        if self._given_type is None:
            return None
        if self._parsed is None:
            kind = parse_ddl(self._given_type) if isinstance(self._given_type, str) else self._given_type
            if not isinstance(kind, StructType):
                raise PySparkTypeError(
                    errorClass="UDTF_RETURN_TYPE_MISMATCH", messageParameters={"name": self._name, "return_type": f"{kind}"}
                )
            self._parsed = kind
        return self._parsed

    @property
    def function_id(self) -> int:
        """The number under which the engine calls the function."""
        self._id = add_function(self.func, self._name, self._id)
        return self._id

    def _typed(self) -> dict[str, Any]:
        kind = self.returnType
        return {} if kind is None else {"outputType": kind.jsonValue()}

    def __call__(self, *args: Any, **kwargs: Any) -> DataFrame:
        from .session import SparkSession

        arguments = [_argument(each) for each in args]
        arguments += [{"type": "NamedArgumentExpression", "key": key, "value": _argument(each)} for key, each in kwargs.items()]
        call = {
            "type": "CommonInlineUserDefinedTableFunction",
            "functionName": self._name,
            "functionId": self.function_id,
            "deterministic": self.deterministic,
            "arguments": arguments,
            **self._typed(),
        }
        session = SparkSession.getActiveSession() or SparkSession.builder.getOrCreate()
        node = {"type": "Generate", "generator": _expr.mark(call, self._name), "outer": False, "generatorOutput": []}
        return new_frame(session, node)

    def asDeterministic(self) -> UserDefinedTableFunction:
        """The function gives the same rows for the same arguments."""
        self.deterministic = True
        return self


def _argument(value: Any) -> dict[str, Any]:
    return value._node() if isinstance(value, TableArg) else to_expr(value, "col", "Column or str")


def _check_handler(func: Any, returnType: Any) -> None:
    if not isinstance(func, type):
        raise PySparkTypeError(errorClass="INVALID_UDTF_HANDLER_TYPE", messageParameters={"type": type(func).__name__})
    name = {"name": func.__name__}
    if not hasattr(func, "eval"):
        raise PySparkAttributeError(errorClass="INVALID_UDTF_NO_EVAL", messageParameters=name)
    has_analyze = isinstance(func.__dict__.get("analyze"), staticmethod) or (
        "analyze" not in func.__dict__ and hasattr(func, "analyze")
    )
    if returnType is None and not has_analyze:
        raise PySparkAttributeError(errorClass="INVALID_UDTF_RETURN_TYPE", messageParameters=name)
    if returnType is not None and has_analyze:
        raise PySparkAttributeError(errorClass="INVALID_UDTF_BOTH_RETURN_TYPE_AND_ANALYZE", messageParameters=name)


def make_udtf(cls: Any = None, returnType: Any = None, useArrow: bool | None = None) -> Any:
    """`udtf(cls, returnType="a int")`, `@udtf(returnType="a int")`, `@udtf`."""
    kind = _PICKLED if useArrow is False else _ARROW
    if cls is None:
        return lambda handler: UserDefinedTableFunction(handler, returnType, evalType=kind)
    return UserDefinedTableFunction(cls, returnType, evalType=kind)


class UDTFRegistration:
    """`spark.udtf`."""

    def __init__(self, sparkSession: SparkSession) -> None:
        self.sparkSession = sparkSession

    def register(self, name: str, f: UserDefinedTableFunction) -> UserDefinedTableFunction:
        """Gives a table function a name for SQL."""
        if not isinstance(f, UserDefinedTableFunction):
            raise PySparkTypeError(errorClass="CANNOT_REGISTER_UDTF", messageParameters={"name": name})
        made = UserDefinedTableFunction(f.func, f._given_type, name, f.evalType, f.deterministic)
        self.sparkSession._has_functions = True
        self.sparkSession._call(
            "registerTableFunction", name=name, functionId=made.function_id, deterministic=made.deterministic, **made._typed()
        )
        return made
