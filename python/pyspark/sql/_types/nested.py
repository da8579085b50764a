"""Types with parts: arrays, maps, structs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ...errors import PySparkIndexError, PySparkKeyError, PySparkTypeError, PySparkValueError
from .base import DataType


class ArrayType(DataType):
    """Lists of values of one type."""

    def __init__(self, elementType: DataType, containsNull: bool = True) -> None:
        assert isinstance(elementType, DataType), f"elementType {elementType} should be an instance of {DataType}"
        self.elementType = elementType
        self.containsNull = containsNull

    def simpleString(self) -> str:
        return f"array<{self.elementType.simpleString()}>"

    def __repr__(self) -> str:
        return f"ArrayType({self.elementType}, {self.containsNull})"

    def jsonValue(self) -> dict[str, Any]:
        return {"type": "array", "elementType": self.elementType.jsonValue(), "containsNull": self.containsNull}

    @classmethod
    def fromJson(cls, json: dict[str, Any], fieldPath: str = "", collationsMap: dict[str, str] | None = None) -> ArrayType:
        from .parse import parse_json

        return ArrayType(parse_json(json["elementType"]), json["containsNull"])

    def needConversion(self) -> bool:
        return self.elementType.needConversion()

    def toInternal(self, obj: Any) -> Any:
        return obj and [self.elementType.toInternal(each) for each in obj] if self.needConversion() else obj

    def fromInternal(self, obj: Any) -> Any:
        return obj and [self.elementType.fromInternal(each) for each in obj] if self.needConversion() else obj

    def toNullable(self) -> ArrayType:
        """The same type with NULL allowed everywhere."""
        return ArrayType(nullable(self.elementType), True)


class MapType(DataType):
    """Dictionaries with keys of one type and values of another."""

    def __init__(self, keyType: DataType, valueType: DataType, valueContainsNull: bool = True) -> None:
        assert isinstance(keyType, DataType), f"keyType {keyType} should be an instance of {DataType}"
        assert isinstance(valueType, DataType), f"valueType {valueType} should be an instance of {DataType}"
        self.keyType = keyType
        self.valueType = valueType
        self.valueContainsNull = valueContainsNull

    def simpleString(self) -> str:
        return f"map<{self.keyType.simpleString()},{self.valueType.simpleString()}>"

    def __repr__(self) -> str:
        return f"MapType({self.keyType}, {self.valueType}, {self.valueContainsNull})"

    def jsonValue(self) -> dict[str, Any]:
        return {
            "type": "map",
            "keyType": self.keyType.jsonValue(),
            "valueType": self.valueType.jsonValue(),
            "valueContainsNull": self.valueContainsNull,
        }

    @classmethod
    def fromJson(cls, json: dict[str, Any], fieldPath: str = "", collationsMap: dict[str, str] | None = None) -> MapType:
        from .parse import parse_json

        return MapType(parse_json(json["keyType"]), parse_json(json["valueType"]), json["valueContainsNull"])

    def needConversion(self) -> bool:
        return self.keyType.needConversion() or self.valueType.needConversion()

    def toInternal(self, obj: Any) -> Any:
        if not self.needConversion():
            return obj
        return obj and {self.keyType.toInternal(k): self.valueType.toInternal(v) for k, v in obj.items()}

    def fromInternal(self, obj: Any) -> Any:
        if not self.needConversion():
            return obj
        return obj and {self.keyType.fromInternal(k): self.valueType.fromInternal(v) for k, v in obj.items()}

    def toNullable(self) -> MapType:
        """The same type with NULL allowed everywhere."""
        return MapType(nullable(self.keyType), nullable(self.valueType), True)


class StructField(DataType):
    """A named part of a struct."""

    def __init__(self, name: str, dataType: DataType, nullable: bool = True, metadata: dict[str, Any] | None = None) -> None:
        assert isinstance(dataType, DataType), f"dataType {dataType} should be an instance of {DataType}"
        assert isinstance(name, str), f"field name {name} should be a string"
        self.name = name
        self.dataType = dataType
        self.nullable = nullable
        self.metadata = metadata or {}

    def simpleString(self) -> str:
        return f"{self.name}:{self.dataType.simpleString()}"

    def __repr__(self) -> str:
        return f"StructField('{self.name}', {self.dataType}, {self.nullable})"

    def jsonValue(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "type": self.dataType.jsonValue(),
            "nullable": self.nullable,
            "metadata": self.metadata,
        }

    @classmethod
    def fromJson(cls, json: dict[str, Any]) -> StructField:
        from .parse import parse_json

        return StructField(json["name"], parse_json(json["type"]), json.get("nullable", True), json.get("metadata"))

    def needConversion(self) -> bool:
        return self.dataType.needConversion()

    def toInternal(self, obj: Any) -> Any:
        return self.dataType.toInternal(obj)

    def fromInternal(self, obj: Any) -> Any:
        return self.dataType.fromInternal(obj)

    def typeName(self) -> str:  # type: ignore[override]
        raise PySparkTypeError(errorClass="INVALID_TYPENAME_CALL", messageParameters={})


class StructType(DataType):
    """Named values side by side; the type of a row."""

    def __init__(self, fields: list[StructField] | None = None) -> None:
        if not fields:
            self.fields: list[StructField] = []
            self.names: list[str] = []
        else:
            self.fields = fields
            self.names = [field.name for field in fields]
            assert all(isinstance(field, StructField) for field in fields), "fields should be a list of StructField"

    def add(
        self,
        field: str | StructField,
        data_type: str | DataType | None = None,
        nullable: bool = True,
        metadata: dict[str, Any] | None = None,
    ) -> StructType:
        """Appends a field, given whole or as name and type; gives the struct itself."""
        if not isinstance(field, StructField):
            if data_type is None:
                raise PySparkValueError(
                    errorClass="ARGUMENT_REQUIRED",
                    messageParameters={"arg_name": "data_type", "condition": "passing name of struct_field to create"},
                )
            if isinstance(data_type, str):
                from .parse import parse_json

                data_type = parse_json(data_type)
            field = StructField(field, data_type, nullable, metadata)
        self.fields.append(field)
        self.names.append(field.name)
        return self

    def __iter__(self) -> Iterator[StructField]:
        return iter(self.fields)

    def __len__(self) -> int:
        return len(self.fields)

    def __getitem__(self, key: str | int | slice) -> StructField | StructType:
        if isinstance(key, str):
            for field in self.fields:
                if field.name == key:
                    return field
            raise PySparkKeyError(errorClass="KEY_NOT_EXISTS", messageParameters={"key": str(key)})
        if isinstance(key, int):
            try:
                return self.fields[key]
            except IndexError:
                raise PySparkIndexError(
                    errorClass="INDEX_OUT_OF_RANGE", messageParameters={"arg_name": "StructType", "index": str(key)}
                ) from None
        if isinstance(key, slice):
            return StructType(self.fields[key])
        raise PySparkTypeError(
            errorClass="NOT_EXPECTED_TYPE",
            messageParameters={"expected_type": "int, slice or str", "arg_name": "key", "arg_type": type(key).__name__},
        )

    def simpleString(self) -> str:
        return f"struct<{','.join(field.simpleString() for field in self.fields)}>"

    def __repr__(self) -> str:
        return f"StructType([{', '.join(str(field) for field in self.fields)}])"

    def jsonValue(self) -> dict[str, Any]:
        return {"type": self.typeName(), "fields": [field.jsonValue() for field in self.fields]}

    @classmethod
    def fromJson(cls, json: dict[str, Any]) -> StructType:
        return StructType([StructField.fromJson(each) for each in json["fields"]])

    def fieldNames(self) -> list[str]:
        return list(self.names)

    def needConversion(self) -> bool:
        return True

    def toInternal(self, obj: Any) -> Any:
        if obj is None:
            return None
        if isinstance(obj, dict):
            values = [obj.get(name) for name in self.names]
        elif isinstance(obj, (tuple, list)):
            values = list(obj)
        elif hasattr(obj, "__dict__"):
            values = [obj.__dict__.get(name) for name in self.names]
        else:
            raise PySparkValueError(errorClass="UNEXPECTED_TUPLE_WITH_STRUCT", messageParameters={"tuple": str(obj)})
        if not any(field.needConversion() for field in self.fields):
            return tuple(values)
        return tuple(field.toInternal(value) for field, value in zip(self.fields, values))

    def fromInternal(self, obj: Any) -> Any:
        from .row import Row, make_row

        if obj is None or isinstance(obj, Row):
            return obj
        if not any(field.needConversion() for field in self.fields):
            return make_row(self.names, obj)
        return make_row(self.names, [field.fromInternal(value) for field, value in zip(self.fields, obj)])

    def toDDL(self) -> str:
        """The fields as SQL text: `a INT NOT NULL,b STRING`."""
        from .names import ddl_of

        return ddl_of(self)

    def toNullable(self) -> StructType:
        """The same type with NULL allowed everywhere."""
        return StructType([StructField(f.name, nullable(f.dataType), True, f.metadata) for f in self.fields])

    def treeString(self, maxDepth: int = 2**31 - 1) -> str:
        """The fields as a tree, one a line."""
        from .names import tree_of

        return tree_of(self, maxDepth)

    def __copy__(self) -> StructType:
        return StructType(list(self.fields))

    def __hash__(self) -> int:
        return hash(str(self))


def nullable(kind: DataType) -> DataType:
    """A type with NULL allowed in all its parts."""
    return kind.toNullable() if isinstance(kind, (ArrayType, MapType, StructType)) else kind


def compact(value: Any) -> str:
    """JSON without spaces, keys sorted, as Spark writes schemas."""
    return json.dumps(value, separators=(",", ":"), sort_keys=True)
