"""What a streaming query tells of its micro-batches: dictionaries that also answer by attribute."""

from __future__ import annotations

import json
import uuid
from typing import Any

from .._types.row import Row
from ..observation import observed_row


class Progress(dict):
    """One micro-batch in figures, by key or by attribute; `json` and `prettyJson` are its texts."""

    @property
    def json(self) -> str:
        return json.dumps(_plain(self), separators=(",", ":"))

    @property
    def prettyJson(self) -> str:
        return json.dumps(_plain(self), indent=2)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name not in self:
            raise AttributeError(f"'StreamingQueryProgress' object has no attribute '{name}'")
        value = self[name]
        return uuid.UUID(value) if name in ("id", "runId") and isinstance(value, str) else value


def _plain(value: Any) -> Any:
    """Rows as dictionaries."""
    if isinstance(value, Row):
        return {name: _plain(each) for name, each in zip(value.__fields__, value)}
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def progress(value: Any) -> Any:
    """Nested dictionaries as Progress, figures that were observed as rows."""
    if isinstance(value, dict):
        return Progress({key: _observed(each) if key == "observedMetrics" else progress(each) for key, each in value.items()})
    if isinstance(value, list):
        return [progress(each) for each in value]
    return value


def _observed(tables: dict[str, Any]) -> dict[str, Row]:
    return {name: observed_row(table) for name, table in tables.items()}
