"""Files of Python's own file system for the engine's readers: what a program wrote with `open()` it can read with Spark."""

from __future__ import annotations

import os
from collections.abc import Iterator
from glob import glob
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .session import SparkSession

_SCHEME = "file:"


def share_files(session: SparkSession, paths: list[str]) -> None:
    """Gives the engine the text of every file below these paths that Python knows. Other paths are left to the engine."""
    for path in paths:
        local = path.removeprefix("file://").removeprefix(_SCHEME)
        for found in glob(local) if any(sign in local for sign in "*?[") else [local]:
            if os.path.isdir(found) and not os.listdir(found):
                session._call("files", method="makeDirectory", path=os.path.abspath(found))
            for name in _files(found):
                with open(name, encoding="utf-8", errors="surrogateescape", newline="") as stream:
                    text = stream.read()
                session._call("files", method="write", path=name, text=text.encode("utf-8", "replace").decode())


def _files(path: str) -> Iterator[str]:
    if os.path.isfile(path):
        yield os.path.abspath(path)
    elif os.path.isdir(path) and os.path.abspath(path) != "/":
        for folder, _, names in os.walk(path):
            for name in names:
                yield os.path.abspath(os.path.join(folder, name))
