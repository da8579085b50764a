"""What all data types share: equality, names, JSON."""

from __future__ import annotations

import json
from typing import Any


class DataType:
    """A type of Spark SQL. Two are equal when class and parameters are."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"

    def __hash__(self) -> int:
        return hash(str(self))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, self.__class__) and self.__dict__ == other.__dict__

    def __ne__(self, other: object) -> bool:
        return not self == other

    @classmethod
    def typeName(cls) -> str:
        name = cls.__name__
        return name[:-4].lower() if name.endswith("Type") else name.lower()

    def simpleString(self) -> str:
        return self.typeName()

    def jsonValue(self) -> str | dict[str, Any]:
        return self.typeName()

    def json(self) -> str:
        return json.dumps(self.jsonValue(), separators=(",", ":"), sort_keys=True)

    @classmethod
    def fromDDL(cls, ddl: str) -> DataType:
        """The type that a DDL text names: `"int"`, `"a int, b string"`. Raises ParseException."""
        from .parse import parse_ddl

        return parse_ddl(ddl)

    def needConversion(self) -> bool:
        return False

    def toInternal(self, obj: Any) -> Any:
        return obj

    def fromInternal(self, obj: Any) -> Any:
        return obj


class _Single(type):
    """Types without parameters have one instance each."""

    _instances: dict[type, DataType] = {}

    def __call__(cls) -> DataType:  # type: ignore[override]
        found = _Single._instances.get(cls)
        if found is None:
            found = _Single._instances[cls] = super().__call__()
        return found


class AtomicType(DataType):
    """Any type without parts."""


class NumericType(AtomicType):
    """Numbers."""


class IntegralType(NumericType, metaclass=_Single):
    """Whole numbers."""


class FractionalType(NumericType):
    """Numbers with a fraction."""


class NullType(DataType, metaclass=_Single):
    """The type of None alone."""

    @classmethod
    def typeName(cls) -> str:
        return "void"


class BooleanType(AtomicType, metaclass=_Single):
    """True or False."""


class BinaryType(AtomicType, metaclass=_Single):
    """Bytes."""


class ByteType(IntegralType):
    """Whole numbers of 8 bits."""

    def simpleString(self) -> str:
        return "tinyint"


class ShortType(IntegralType):
    """Whole numbers of 16 bits."""

    def simpleString(self) -> str:
        return "smallint"


class IntegerType(IntegralType):
    """Whole numbers of 32 bits."""

    def simpleString(self) -> str:
        return "int"


class LongType(IntegralType):
    """Whole numbers of 64 bits."""

    def simpleString(self) -> str:
        return "bigint"


class FloatType(FractionalType, metaclass=_Single):
    """Floating point numbers of 32 bits."""


class DoubleType(FractionalType, metaclass=_Single):
    """Floating point numbers of 64 bits."""


class DecimalType(FractionalType):
    """Exact numbers: `precision` digits in all, `scale` of them after the point."""

    def __init__(self, precision: int = 10, scale: int = 0) -> None:
        self.precision = precision
        self.scale = scale
        self.hasPrecisionInfo = True

    def simpleString(self) -> str:
        return f"decimal({self.precision},{self.scale})"

    def jsonValue(self) -> str:
        return self.simpleString()

    def __repr__(self) -> str:
        return f"DecimalType({self.precision},{self.scale})"


class StringType(AtomicType):
    """Text, compared by its bytes unless another collation is given."""

    providerSpark = "spark"
    providerICU = "icu"
    providers = [providerSpark, providerICU]

    def __init__(self, collation: str = "UTF8_BINARY") -> None:
        self.collation = collation

    def simpleString(self) -> str:
        return "string" if self.collation == "UTF8_BINARY" else f"string collate {self.collation}"

    def jsonValue(self) -> str:
        return self.simpleString()

    @classmethod
    def collationProvider(cls, collationName: str) -> str:
        """Who orders the texts of a collation: Spark itself, or the ICU library."""
        return cls.providerSpark if collationName.startswith("UTF8") else cls.providerICU

    def isUTF8BinaryCollation(self) -> bool:
        """Whether texts are compared by their bytes."""
        return self.collation == "UTF8_BINARY"

    def __repr__(self) -> str:
        return "StringType()" if self.collation == "UTF8_BINARY" else f"StringType('{self.collation}')"


class _SizedText(AtomicType):
    def __init__(self, length: int) -> None:
        self.length = length

    def simpleString(self) -> str:
        return f"{self.typeName()}({self.length})"

    def jsonValue(self) -> str:
        return self.simpleString()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.length})"


class CharType(_SizedText):
    """Text of a fixed length."""


class VarcharType(_SizedText):
    """Text up to a length."""


class VariantType(AtomicType, metaclass=_Single):
    """A value of any shape."""

    def needConversion(self) -> bool:
        return True

    def toInternal(self, variant: Any) -> Any:
        from .variant import VariantVal

        assert variant is None or isinstance(variant, VariantVal)
        return variant
