"""Writes recordings so that a diff reads well: a row, a field, a line of text on a line each."""

import json
from pathlib import Path
from typing import Any

LINE_CHARACTERS_MAX = 110
# Lists of which every item is one line, however long or short.
LISTS_OF_LINES = ("rows", "schema", "show", "stdout", "explain", "operators", "stateOperators")


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _block(value: Any, indent: int, key: str = "") -> str:
    pad = " " * indent
    one_line = _compact(value)
    if not isinstance(value, (dict, list)) or not value:
        return one_line
    if key in LISTS_OF_LINES and isinstance(value, list):
        items = [_compact(item) for item in value]
    elif isinstance(value, dict) and (indent == 0 or "id" in value or len(one_line) > LINE_CHARACTERS_MAX):
        items = [f"{_compact(name)}: {_block(item, indent + 1, name)}" for name, item in value.items()]
    elif isinstance(value, list) and len(one_line) > LINE_CHARACTERS_MAX:
        items = [_block(item, indent + 1) for item in value]
    else:
        return one_line
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    lines = ",\n".join(f"{pad} {item}" for item in items)
    return f"{opening}\n{lines}\n{pad}{closing}"


def write_json(path: Path, document: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_block(document, 0) + "\n")
