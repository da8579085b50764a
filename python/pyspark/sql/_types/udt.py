"""Types of the user's own: a class of Python kept as a type of SQL. They are known, but tables of this engine hold none."""

from __future__ import annotations

from typing import Any

from ...errors import PySparkNotImplementedError
from .base import DataType


class UserDefinedType(DataType):
    """Derive from it: say which SQL type holds a value (`sqlType`), and turn values into it and back."""

    @classmethod
    def typeName(cls) -> str:
        return cls.__name__.lower()

    @classmethod
    def sqlType(cls) -> DataType:
        """The type of SQL that holds a value."""
        raise _to_be_written(cls, "sqlType()")

    @classmethod
    def module(cls) -> str:
        """The Python module of the type."""
        raise _to_be_written(cls, "module()")

    @classmethod
    def scalaUDT(cls) -> str:
        """The name of the type's twin in Scala, or an empty text."""
        return ""

    def needConversion(self) -> bool:
        return True

    def toInternal(self, obj: Any) -> Any:
        return None if obj is None else self.sqlType().toInternal(self.serialize(obj))

    def fromInternal(self, obj: Any) -> Any:
        found = self.sqlType().fromInternal(obj)
        return None if found is None else self.deserialize(found)

    def serialize(self, obj: Any) -> Any:
        """A value as one of the SQL type."""
        raise _to_be_written(type(self), "serialize()")

    def deserialize(self, datum: Any) -> Any:
        """A value of the SQL type as one of the user's."""
        raise _to_be_written(type(self), "deserialize()")

    def simpleString(self) -> str:
        return "udt"

    def jsonValue(self) -> dict[str, Any]:
        name = f"{self.module()}.{type(self).__name__}"
        if self.scalaUDT():
            return {"type": "udt", "class": self.scalaUDT(), "pyClass": name, "sqlType": self.sqlType().jsonValue()}
        return {"type": "udt", "pyClass": name, "sqlType": self.sqlType().jsonValue()}

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    __hash__ = DataType.__hash__


def _to_be_written(kind: type, method: str) -> PySparkNotImplementedError:
    return PySparkNotImplementedError(errorClass="NOT_IMPLEMENTED", messageParameters={"feature": method})
