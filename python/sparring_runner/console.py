"""Standard output and error on their way to the page: line by line, and not without end."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Callable, Iterator

Emit = Callable[[str, str], object]

_FLUSHED_CHARACTERS = 8_192
# A little more than the page keeps, so that the page says that something is missing.
_LIMIT_CHARACTERS = 10_100_000


class Console(io.TextIOBase):
    """A stream that emits whole lines, and long ones in pieces."""

    def __init__(self, emit: Emit, kind: str) -> None:
        self._emit = emit
        self._kind = kind
        self._pending: list[str] = []
        self._waiting = 0
        self._room = _LIMIT_CHARACTERS

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return "utf-8"

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        length = len(text)
        if self._room > 0 and length > 0:
            kept = text if length <= self._room else text[: self._room]
            self._room -= len(kept)
            self._pending.append(kept)
            self._waiting += len(kept)
            if "\n" in kept or self._waiting >= _FLUSHED_CHARACTERS:
                self.flush()
        return length

    def flush(self) -> None:
        if self._pending:
            text = "".join(self._pending)
            self._pending.clear()
            self._waiting = 0
            self._emit(self._kind, text)


@contextlib.contextmanager
def redirected(emit: Emit) -> Iterator[None]:
    """Everything printed inside goes to `emit`."""
    before = sys.stdout, sys.stderr
    out, error = Console(emit, "stdout"), Console(emit, "stderr")
    sys.stdout, sys.stderr = out, error
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
        for stream in (out, error):
            # What stands behind `emit` may be gone when the realm ends.
            with contextlib.suppress(Exception):
                stream.flush()
