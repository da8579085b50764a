"""Broadcast: a value that functions read. All code is in one process, so it is kept as it is."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

__all__ = ["Broadcast"]

T = TypeVar("T")


class Broadcast(Generic[T]):
    """A value for all tasks."""

    def __init__(
        self, sc: Any = None, value: T | None = None, pickle_registry: Any = None, path: str | None = None, sock_file: Any = None
    ) -> None:
        self._value = value

    @property
    def value(self) -> T:
        """The value."""
        return self._value  # type: ignore[return-value]

    def unpersist(self, blocking: bool = False) -> None:
        """Nothing to do here."""

    def destroy(self, blocking: bool = False) -> None:
        """Nothing to do here."""
