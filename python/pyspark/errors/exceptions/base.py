"""The exceptions of `pyspark.errors`: Spark's condition, SQLSTATE, parameters and the place in the user's query."""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import Enum
from typing import Any

from ..conditions import sentence, sql_state


class QueryContextType(Enum):
    """What a query context points into."""

    SQL = 0
    DataFrame = 1


class QueryContext(ABC):
    """The part of the user's program that an error is about."""

    @abstractmethod
    def contextType(self) -> QueryContextType: ...

    @abstractmethod
    def objectType(self) -> str: ...

    @abstractmethod
    def objectName(self) -> str: ...

    @abstractmethod
    def startIndex(self) -> int: ...

    @abstractmethod
    def stopIndex(self) -> int: ...

    @abstractmethod
    def fragment(self) -> str: ...

    @abstractmethod
    def callSite(self) -> str: ...

    @abstractmethod
    def summary(self) -> str: ...


class PySparkException(Exception):
    """Any error of Spark or PySpark. `getCondition()` names it; `str()` shows condition and sentence."""

    def __init__(
        self,
        message: str | None = None,
        errorClass: str | None = None,
        messageParameters: dict[str, str] | None = None,
        contexts: list[QueryContext] | None = None,
    ) -> None:
        super().__init__(message)
        self._errorClass = errorClass
        self._messageParameters = dict(messageParameters or {})
        self._contexts = list(contexts or [])
        self._sql_state = sql_state(errorClass)
        self._message = sentence(errorClass, self._messageParameters) if message is None and errorClass else message or ""

    def getCondition(self) -> str | None:
        return self._errorClass

    def getErrorClass(self) -> str | None:
        return self.getCondition()

    def getMessageParameters(self) -> dict[str, str] | None:
        return self._messageParameters

    def getSqlState(self) -> str | None:
        return self._sql_state

    def getMessage(self) -> str:
        return self._message

    def getQueryContext(self) -> list[QueryContext]:
        return self._contexts

    def getBreakingChangeInfo(self) -> None:
        return None

    def __str__(self) -> str:
        return self._message


class AnalysisException(PySparkException):
    """The query means nothing on these inputs."""


class SessionNotSameException(PySparkException):
    """DataFrames of two sessions meet in one query."""


class TempTableAlreadyExistsException(AnalysisException):
    """A view of that name exists."""


class ParseException(AnalysisException):
    """A SQL text, an expression or a type does not parse."""


class IllegalArgumentException(PySparkException):
    """An argument that Spark refuses."""


class ArithmeticException(PySparkException):
    """Division by zero, overflow and the like, while the query ran."""


class UnsupportedOperationException(PySparkException):
    """What Spark, or this engine, does not do."""


class ArrayIndexOutOfBoundsException(PySparkException):
    """No element at that index."""


class DateTimeException(PySparkException):
    """A date or time that does not exist or does not parse."""


class NumberFormatException(IllegalArgumentException):
    """A text that is no number."""


class StreamingQueryException(PySparkException):
    """A streaming query ended with an error."""


class QueryExecutionException(PySparkException):
    """The query could not be run."""


class PythonException(PySparkException):
    """An exception inside a Python function that ran within a query."""


class SparkRuntimeException(PySparkException):
    """An error in the data, while the query ran."""


class SparkUpgradeException(PySparkException):
    """A result would differ from that of an older Spark."""


class SparkNoSuchElementException(PySparkException):
    """Something asked for by name does not exist."""


class UnknownException(PySparkException):
    """None of the others."""


class PySparkValueError(PySparkException, ValueError):
    """ValueError of PySpark's own."""


class PySparkTypeError(PySparkException, TypeError):
    """TypeError of PySpark's own."""


class PySparkIndexError(PySparkException, IndexError):
    """IndexError of PySpark's own."""


class PySparkAttributeError(PySparkException, AttributeError):
    """AttributeError of PySpark's own."""


class PySparkRuntimeError(PySparkException, RuntimeError):
    """RuntimeError of PySpark's own."""


class PySparkAssertionError(PySparkException, AssertionError):
    """AssertionError of PySpark's own; `data` holds the rows that differ."""

    def __init__(
        self,
        message: str | None = None,
        errorClass: str | None = None,
        messageParameters: dict[str, str] | None = None,
        data: Any = None,
    ) -> None:
        super().__init__(message, errorClass, messageParameters)
        self.data = data


class PySparkNotImplementedError(PySparkException, NotImplementedError):
    """Something that exists in Spark and not here."""


class PySparkPicklingError(PySparkException):
    """A value that cannot be sent to another process."""


class PickleException(PySparkException):
    """A value that cannot be read back."""


class PySparkKeyError(PySparkException, KeyError):
    """KeyError of PySpark's own."""


class PySparkImportError(PySparkException, ImportError):
    """A package is missing."""


class StreamingPythonRunnerInitializationException(PySparkException):
    """A streaming Python function could not be started."""
