"""Odds and ends: threads that keep a session's settings, versions as numbers."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Callable
from typing import Any, TypeVar

__all__ = ["InheritableThread", "VersionUtils", "inheritable_thread_target", "is_remote_only"]

F = TypeVar("F", bound=Callable[..., Any])


class VersionUtils:
    """Versions of Spark."""

    @staticmethod
    def majorMinorVersion(sparkVersion: str) -> tuple[int, int]:
        """The first two numbers of a version."""
        found = re.match(r"^(\d+)\.(\d+)(\..*)?$", sparkVersion)
        if found is None:
            raise ValueError(f"{sparkVersion} has no two numbers parted by a dot")
        return int(found[1]), int(found[2])


class InheritableThread(threading.Thread):
    """A thread that sees the settings of the one that started it: here all threads do."""

    def __init__(self, target: Callable[..., Any], *args: Any, session: Any = None, **kwargs: Any) -> None:
        super().__init__(target=target, *args, **kwargs)


def inheritable_thread_target(f: Any) -> Any:
    """Makes a function for a thread that sees the settings of the one that started it."""
    if f is not None and not callable(f):
        return lambda function: function

    @functools.wraps(f)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        return f(*args, **kwargs)

    return wrapped


def is_remote_only() -> bool:
    """Whether only Spark Connect is installed: never here."""
    return False
