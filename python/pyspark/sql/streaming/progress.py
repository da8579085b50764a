"""What a streaming query tells of its micro-batches: dictionaries that also answer by attribute."""

from __future__ import annotations

import json
import uuid
from typing import Any


class Progress(dict):
    """One micro-batch in figures, by key or by attribute; `json` and `prettyJson` are its texts."""

    @property
    def json(self) -> str:
        return json.dumps(self, separators=(",", ":"))

    @property
    def prettyJson(self) -> str:
        return json.dumps(self, indent=2)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name not in self:
            raise AttributeError(f"'StreamingQueryProgress' object has no attribute '{name}'")
        value = self[name]
        return uuid.UUID(value) if name in ("id", "runId") and isinstance(value, str) else value


def progress(value: Any) -> Any:
    """Nested dictionaries as Progress."""
    if isinstance(value, dict):
        return Progress({key: progress(each) for key, each in value.items()})
    if isinstance(value, list):
        return [progress(each) for each in value]
    return value
