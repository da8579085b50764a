"""What a session has for company: tags of operations, artifacts, and what only sessions of Spark Connect can do."""

from __future__ import annotations

from typing import Any, NoReturn

from ..context import check_tag
from ..errors import PySparkRuntimeError
from ._check import not_implemented, requirement


def _connect_only(name: str) -> NoReturn:
    feature = {"feature": f"SparkSession.{name}"}
    raise PySparkRuntimeError(errorClass="ONLY_SUPPORTED_WITH_SPARK_CONNECT", messageParameters=feature)


class SessionParts:
    """Operations run one after the other, so there is none to be interrupted; all code is in one place."""

    _tags: set[str]

    def addTag(self, tag: str) -> None:
        """Gives the operations that follow a tag."""
        check_tag(tag)
        self._tags.add(tag)

    def removeTag(self, tag: str) -> None:
        """Takes a tag off."""
        check_tag(tag)
        self._tags.discard(tag)

    def getTags(self) -> set[str]:
        """The tags of operations that follow."""
        return set(self._tags)

    def clearTags(self) -> None:
        """Takes all tags off."""
        self._tags.clear()

    def interruptAll(self) -> list[str]:
        """Nothing runs beside the program."""
        return []

    def interruptTag(self, tag: str) -> list[str]:
        """Nothing runs beside the program."""
        check_tag(tag)
        return []

    def interruptOperation(self, op_id: str) -> list[str]:
        """Nothing runs beside the program."""
        if not op_id.isdecimal():
            raise requirement("The id of an operation is a number as a text.")
        return []

    def addArtifact(self, *path: str, pyfile: bool = False, archive: bool = False, file: bool = False) -> None:
        """Nothing to send: all code is in one place already."""

    def addArtifacts(self, *path: str, pyfile: bool = False, archive: bool = False, file: bool = False) -> None:
        """Nothing to send: all code is in one place already."""

    @property
    def profile(self) -> Any:
        """Profiles of Python functions are not kept."""
        not_implemented("SparkSession.profile")

    @property
    def client(self) -> Any:
        """Of Spark Connect."""
        _connect_only("client")

    def copyFromLocalToFs(self, local_path: str, dest_path: str) -> None:
        """Of Spark Connect."""
        _connect_only("copyFromLocalToFs")

    def registerProgressHandler(self, handler: Any) -> None:
        """Of Spark Connect."""
        _connect_only("registerProgressHandler")

    def removeProgressHandler(self, handler: Any) -> None:
        """Of Spark Connect."""
        _connect_only("removeProgressHandler")

    def clearProgressHandlers(self) -> None:
        """Of Spark Connect."""
        _connect_only("clearProgressHandlers")
