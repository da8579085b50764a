"""SparkFiles: files that were added to the application."""

from __future__ import annotations

import os
from typing import ClassVar

__all__ = ["SparkFiles"]


class SparkFiles:
    """Paths of files given to `sparkContext.addFile`."""

    _added: ClassVar[dict[str, str]] = {}

    def __init__(self) -> None:
        raise NotImplementedError("Do not construct SparkFiles objects")

    @classmethod
    def get(cls, filename: str) -> str:
        """The path of a file by its name."""
        return cls._added.get(filename) or os.path.join(cls.getRootDirectory(), filename)

    @classmethod
    def getRootDirectory(cls) -> str:
        """The folder of files that were added by a path relative to it."""
        return os.path.abspath(".")
