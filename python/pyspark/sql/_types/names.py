"""How types are written: as SQL, as DDL, as a tree."""

from __future__ import annotations

import re

from .base import DataType, DecimalType
from .nested import ArrayType, MapType, StructField, StructType

_PLAIN_NAME = re.compile(r"^[A-Za-z0-9_]*[A-Za-z_][A-Za-z0-9_]*$")


def quoted(name: str) -> str:
    """A name for SQL, in back-quotes where needed."""
    return name if _PLAIN_NAME.match(name) else "`" + name.replace("`", "``") + "`"


def sql_of(kind: DataType) -> str:
    """The type as SQL text: `ARRAY<INT>`, `STRUCT<a: INT NOT NULL>`."""
    if isinstance(kind, ArrayType):
        return f"ARRAY<{sql_of(kind.elementType)}>"
    if isinstance(kind, MapType):
        return f"MAP<{sql_of(kind.keyType)}, {sql_of(kind.valueType)}>"
    if isinstance(kind, StructType):
        return f"STRUCT<{', '.join(_field(each, ': ') for each in kind.fields)}>"
    return kind.simpleString().upper()


def ddl_of(struct: StructType) -> str:
    """A struct's fields as DDL: `a INT NOT NULL,b STRING`."""
    return ",".join(_field(each, " ") for each in struct.fields)


def _field(field: StructField, separator: str) -> str:
    comment = field.metadata.get("comment")
    shown = "" if not isinstance(comment, str) else " COMMENT '" + comment.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return f"{quoted(field.name)}{separator}{sql_of(field.dataType)}{'' if field.nullable else ' NOT NULL'}{shown}"


def tree_of(struct: StructType, max_depth: int) -> str:
    """A struct as `printSchema` shows it."""
    if max_depth <= 0:
        max_depth = 2**31 - 1
    lines = ["root"]
    _fields(struct, " |", 1, max_depth, lines)
    return "\n".join(lines) + "\n"


def _title(kind: DataType) -> str:
    return kind.simpleString() if isinstance(kind, DecimalType) or not hasattr(kind, "typeName") else _name(kind)


def _name(kind: DataType) -> str:
    value = kind.jsonValue()
    return value if isinstance(value, str) else kind.typeName()


def _fields(struct: StructType, prefix: str, depth: int, max_depth: int, lines: list[str]) -> None:
    for field in struct.fields:
        lines.append(f"{prefix}-- {field.name}: {_title(field.dataType)} (nullable = {str(field.nullable).lower()})")
        _inside(field.dataType, f"{prefix}    |", depth + 1, max_depth, lines)


def _inside(kind: DataType, prefix: str, depth: int, max_depth: int, lines: list[str]) -> None:
    if depth > max_depth:
        return
    if isinstance(kind, ArrayType):
        lines.append(f"{prefix}-- element: {_title(kind.elementType)} (containsNull = {str(kind.containsNull).lower()})")
        _inside(kind.elementType, f"{prefix}    |", depth + 1, max_depth, lines)
    elif isinstance(kind, MapType):
        lines.append(f"{prefix}-- key: {_title(kind.keyType)}")
        _inside(kind.keyType, f"{prefix}    |", depth + 1, max_depth, lines)
        lines.append(
            f"{prefix}-- value: {_title(kind.valueType)} (valueContainsNull = {str(kind.valueContainsNull).lower()})"
        )
        _inside(kind.valueType, f"{prefix}    |", depth + 1, max_depth, lines)
    elif isinstance(kind, StructType):
        _fields(kind, prefix, depth, max_depth, lines)
