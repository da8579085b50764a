"""How a Column is shown: `Column<'>(id, 0)'>`, as Spark writes its expressions before they are resolved."""

from __future__ import annotations

import base64
import datetime
from decimal import Decimal
from typing import Any

from ._literal import RefusedLiteral, java_double, java_duration, java_local_date_time, java_timestamp
from ._types.names import sql_of
from ._types.parse import parse_json
from ._wire import decoder

_SHOWN = {"==": "=", "not": "!"}


def parse_name(text: str) -> list[str]:
    """The parts of a dotted name, back-quotes taken off; a text that is no name is one part."""
    parts: list[str] = []
    position = 0
    while position < len(text):
        if text[position] == "`":
            end = position + 1
            part = ""
            while end < len(text):
                if text[end] == "`":
                    if text[end : end + 2] != "``":
                        break
                    end += 1
                part += text[end]
                end += 1
            if end >= len(text) or (end + 1 < len(text) and text[end + 1] != "."):
                return [text]
            parts.append(part)
            position = end + 2
        else:
            end = text.find(".", position)
            end = len(text) if end < 0 else end
            parts.append(text[position:end])
            position = end + 1
    return parts or [text]


def render(expr: dict[str, Any]) -> str:
    """The text of an expression."""
    return _RENDERERS[expr["type"]](expr)


def _attribute(expr: dict[str, Any]) -> str:
    return ".".join(_part(part) for part in parse_name(expr["unparsedIdentifier"]))


def _part(name: str) -> str:
    """One part of a name: in back-quotes only where a dot in it would mislead."""
    return f"`{name}`" if "." in name else name


def _star(expr: dict[str, Any]) -> str:
    target = expr.get("unparsedTarget")
    return "*" if target is None else f"{target}.*"


def _call(expr: dict[str, Any]) -> str:
    name = expr["functionName"]
    arguments = [render(each) for each in expr["arguments"]]
    if name == "when":
        pairs = [f"WHEN {c} THEN {v}" for c, v in zip(arguments[0::2], arguments[1::2])]
        tail = [f"ELSE {arguments[-1]}"] if len(arguments) % 2 else []
        return " ".join(["CASE", *pairs, *tail, "END"])
    return f"{_SHOWN.get(name, name)}({', '.join(arguments)})"


def _literal(expr: dict[str, Any]) -> str:
    value, kind = expr["value"], expr["dataType"]
    if value is None:
        return "NULL"
    if isinstance(value, RefusedLiteral):
        return value.text
    if isinstance(value, bool):
        return "true" if value else "false"
    if kind == "string":
        escaped = value.replace("\\", "\\\\").replace("'", "\\'")
        return f"'{escaped}'"
    if kind == "long":
        return f"{value}L"
    if kind == "binary":
        return f"X'{base64.b64decode(value).hex().upper()}'"
    convert = decoder(parse_json(kind))
    shown = value if convert is None else convert(value)
    if isinstance(shown, datetime.timedelta):
        return java_duration(shown)
    if isinstance(shown, datetime.datetime) and kind == "timestamp":
        return java_timestamp(shown)
    if isinstance(shown, datetime.datetime) and kind == "timestamp_ntz":
        return java_local_date_time(shown)
    if isinstance(shown, float):
        return java_double(shown)
    return format(shown, "f") if isinstance(shown, Decimal) else str(shown)


def _alias(expr: dict[str, Any]) -> str:
    names = expr["name"]
    shown = names[0] if len(names) == 1 else f"({', '.join(names)})"
    return f"{render(expr['expr'])} AS {shown}"


def _cast(expr: dict[str, Any]) -> str:
    word = "TRY_CAST" if expr.get("evalMode") == "try" else "CAST"
    return f"{word}({render(expr['expr'])} AS {sql_of(parse_json(expr['toType']))})"


def _sort_order(expr: dict[str, Any]) -> str:
    direction = "ASC" if expr["direction"] == "ascending" else "DESC"
    nulls = "FIRST" if expr["nullOrdering"] == "nullsFirst" else "LAST"
    return f"{render(expr['child'])} {direction} NULLS {nulls}"


def _bound(bound: dict[str, Any]) -> str:
    words = {
        "currentRow": "CURRENT ROW",
        "unboundedPreceding": "UNBOUNDED PRECEDING",
        "unboundedFollowing": "UNBOUNDED FOLLOWING",
    }
    return words.get(bound["kind"]) or render(bound["value"]).rstrip("L")


def _window(expr: dict[str, Any]) -> str:
    parts = []
    if expr["partitionSpec"]:
        parts.append(f"PARTITION BY {', '.join(render(each) for each in expr['partitionSpec'])}")
    if expr["orderSpec"]:
        parts.append(f"ORDER BY {', '.join(render(each) for each in expr['orderSpec'])}")
    frame = expr.get("frameSpec")
    if frame:
        kind = "ROWS" if frame["frameType"] == "row" else "RANGE"
        parts.append(f"{kind} BETWEEN {_bound(frame['lower'])} AND {_bound(frame['upper'])}")
    return f"{render(expr['windowFunction'])} OVER ({' '.join(parts)})"


def _lambda(expr: dict[str, Any]) -> str:
    names = [render(each) for each in expr["arguments"]]
    shown = names[0] if len(names) == 1 else f"({', '.join(names)})"
    return f"{shown} -> {render(expr['function'])}"


def _update(expr: dict[str, Any]) -> str:
    inner = f"{render(expr['structExpression'])}, {expr['fieldName']}"
    value = expr.get("valueExpression")
    return f"drop_field({inner})" if value is None else f"update_field({inner}, {render(value)})"


_RENDERERS: dict[str, Any] = {
    "UnresolvedAttribute": _attribute,
    "UnresolvedStar": _star,
    "UnresolvedRegex": lambda expr: "unresolvedregex()",
    "UnresolvedFunction": _call,
    "NamedArgumentExpression": lambda expr: f"{expr['key']} => {render(expr['value'])}",
    "ExpressionString": lambda expr: expr["expression"],
    "Literal": _literal,
    "Alias": _alias,
    "Cast": _cast,
    "SortOrder": _sort_order,
    "Window": _window,
    "LambdaFunction": _lambda,
    "UnresolvedNamedLambdaVariable": lambda expr: ".".join(expr["nameParts"]),
    "UnresolvedExtractValue": lambda expr: f"{render(expr['child'])}[{render(expr['extraction'])}]",
    "UpdateFields": _update,
    "CommonInlineUserDefinedFunction": lambda expr: (
        f"{expr['functionName']}({', '.join(render(each) for each in expr['arguments'])})"
    ),
    "SubqueryExpression": lambda expr: expr.get("text", "subquery()"),
}
