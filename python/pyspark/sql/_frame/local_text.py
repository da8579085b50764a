"""How LocalFrame prints: as pandas does, in its usual settings."""

from __future__ import annotations

import datetime
import math
from typing import Any

_MAX_ROWS = 60
_SHOWN_ROWS = 10
_DECIMALS = 6
_MAX_CHARACTERS = 50
Column = list[Any]


def dtype_of(values: Column) -> str:
    """pandas' name for the type of such values."""
    present = [each for each in values if each is not None]
    if not present:
        return "object"
    if all(isinstance(each, bool) for each in values):
        return "bool"
    if all(type(each) is int for each in values):
        return "int64"
    if all(type(each) in (int, float) for each in present):
        return "float64"
    if all(isinstance(each, datetime.datetime) for each in present):
        return "datetime64[ns]"
    return "object"


def _float_texts(values: Column) -> list[str]:
    """Floats with as many decimals as the longest needs, at most six."""
    finite = [each for each in values if math.isfinite(each)]
    if any(each != 0 and (abs(each) >= 1e16 or abs(each) < 1e-5) for each in finite):
        return ["NaN" if each != each else f"{each:.6e}" for each in values]
    decimals = 1
    for each in finite:
        text = f"{each:.{_DECIMALS}f}".rstrip("0")
        decimals = max(decimals, len(text) - text.index(".") - 1)
    return [
        "NaN" if each != each else f"{each:.{decimals}f}" if math.isfinite(each) else "inf" if each > 0 else "-inf"
        for each in values
    ]


def cell_texts(values: Column) -> list[str]:
    """The cells of a column."""
    kind = dtype_of(values)
    if kind == "float64":
        return _float_texts([math.nan if each is None else float(each) for each in values])
    if kind == "datetime64[ns]":
        return _datetime_texts(values)
    return [_cut(_object_text(each)) for each in values]


def _datetime_texts(values: Column) -> list[str]:
    present = [each for each in values if each is not None]
    only_dates = all(each.time() == datetime.time() for each in present)
    return ["NaT" if each is None else str(each.date()) if only_dates else str(each) for each in values]


def _object_text(value: Any) -> str:
    if isinstance(value, float):
        return "NaN" if value != value else repr(value)
    if isinstance(value, tuple):
        return f"({', '.join(str(each) for each in value)})"
    if isinstance(value, list):
        return f"[{', '.join(str(each) for each in value)}]"
    return str(value)


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_CHARACTERS else f"{text[: _MAX_CHARACTERS - 3]}..."


def frame_text(names: list[str], columns: list[Column], index: list[Any], with_index: bool, limited: bool) -> str:
    """A table, long ones with their middle left out."""
    if not names and not index:
        return "Empty DataFrame\nColumns: []\nIndex: []"
    if not index:
        return f"Empty DataFrame\nColumns: [{', '.join(names)}]\nIndex: []"
    is_cut = limited and len(index) > _MAX_ROWS
    half = _SHOWN_ROWS // 2
    positions = [*range(half), *range(len(index) - half, len(index))] if is_cut else list(range(len(index)))
    labels = ["", *(str(index[i]) for i in positions)] if with_index else []
    blocks = [_aligned([name, *cell_texts([column[i] for i in positions])]) for name, column in zip(names, columns)]
    if labels:
        width = max(len(each) for each in labels)
        blocks.insert(0, [each.ljust(width) for each in labels])
    if is_cut:
        for number, block in enumerate(blocks):
            dots = ".." if len(block[0]) < 3 else "..."
            width = len(block[0])
            block.insert(half + 1, dots.ljust(width) if number == 0 else dots.rjust(width))
    lines = ["  ".join(cells) for cells in zip(*blocks)]
    if is_cut:
        lines += ["", f"[{len(index)} rows x {len(names)} columns]"]
    return "\n".join(lines)


def _aligned(cells: list[str]) -> list[str]:
    width = max(len(each) for each in cells)
    return [each.rjust(width) for each in cells]


def series_text(index: list[Any], values: Column, name: Any) -> str:
    """A column with its labels."""
    kind = dtype_of(values)
    labels = [str(each) for each in index]
    texts = cell_texts(values)
    left = max((len(each) for each in labels), default=0)
    right = max((len(each) for each in texts), default=0)
    lines = [f"{label.ljust(left)}    {text.rjust(right)}" for label, text in zip(labels, texts)]
    shown = f"Name: {name}, dtype: {kind}" if name is not None else f"dtype: {kind}"
    return "\n".join([*lines, shown]) if lines else f"Series([], {shown})"
