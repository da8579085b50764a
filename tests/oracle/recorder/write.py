"""Writes recordings so that a diff reads well: a row, a field, a line of text on a line each."""

import json
from pathlib import Path
from typing import Any


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _block(value: Any, indent: int, depth: int) -> str:
    """Opens objects and lists down to `depth` levels; what lies deeper is on one line."""
    pad = " " * indent
    if depth == 0 or not isinstance(value, (dict, list)) or not value:
        return _compact(value)
    if isinstance(value, dict):
        items = [f"{_compact(key)}: {_block(item, indent + 1, depth - 1)}" for key, item in value.items()]
        opening, closing = "{", "}"
    else:
        items = [_block(item, indent + 1, depth - 1) for item in value]
        opening, closing = "[", "]"
    lines = ",\n".join(f"{pad} {item}" for item in items)
    return f"{opening}\n{lines}\n{pad}{closing}"


def write_json(path: Path, document: dict[str, Any], depth: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_block(document, 0, depth) + "\n")
