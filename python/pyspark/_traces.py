"""Tracebacks without the frames of this package and of the runner."""

from __future__ import annotations

import traceback

from ._origin import is_ours

_hidden: list[str] = []


def hide(prefix: str) -> None:
    """Leaves frames of files under this path out of tracebacks."""
    _hidden.append(prefix)


def is_hidden(filename: str) -> bool:
    return is_ours(filename) or filename.startswith(("<frozen", *_hidden))


def user_stack(error: BaseException) -> list[traceback.FrameSummary]:
    """The frames of the user's own sources, outermost first."""
    stack = traceback.extract_tb(error.__traceback__)
    return [frame for frame in stack if not is_hidden(frame.filename)]


def user_traceback(error: BaseException) -> str:
    """The traceback as Python prints it, over the user's frames only."""
    lines = ["Traceback (most recent call last):\n"]
    lines += traceback.format_list(user_stack(error))
    lines += traceback.format_exception_only(type(error), error)
    return "".join(lines)
