"""The values of one key, as grouping gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any


class ResultIterable(Iterable[Any]):
    """Can be gone through again, and has a length."""

    def __init__(self, data: Any) -> None:
        self.data = data
        self.index = 0
        self.maxindex = len(data)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)
