"""StreamingQueryListener: told of what streaming queries do."""

from __future__ import annotations

import sys
import uuid
from abc import ABC, abstractmethod
from typing import Any

from ..._traces import user_traceback
from .progress import Progress, progress


class _Event:
    def __init__(self, fields: dict[str, Any]) -> None:
        self._fields = fields

    @property
    def id(self) -> uuid.UUID:
        """The query's identity."""
        return uuid.UUID(self._fields["id"])

    @property
    def runId(self) -> uuid.UUID:
        """The identity of this run."""
        return uuid.UUID(self._fields["runId"])


class QueryStartedEvent(_Event):
    """A query has started."""

    @property
    def name(self) -> str | None:
        """The query's name."""
        return self._fields.get("name")

    @property
    def timestamp(self) -> str:
        """When it started."""
        return self._fields.get("timestamp", "")


class QueryProgressEvent(_Event):
    """A micro-batch has run."""

    @property
    def progress(self) -> Progress:
        """The micro-batch in figures."""
        return progress(self._fields["progress"])


class QueryIdleEvent(_Event):
    """A query waits for data."""

    @property
    def timestamp(self) -> str:
        """When it looked last."""
        return self._fields.get("timestamp", "")


class QueryTerminatedEvent(_Event):
    """A query has ended."""

    @property
    def exception(self) -> str | None:
        """The error that ended it."""
        return self._fields.get("exception")

    @property
    def errorClassOnException(self) -> str | None:
        """The condition of that error."""
        return self._fields.get("errorClass")


class StreamingQueryListener(ABC):
    """Derive from it, and add an object with `spark.streams.addListener`."""

    @abstractmethod
    def onQueryStarted(self, event: QueryStartedEvent) -> None:
        """A query has started."""

    @abstractmethod
    def onQueryProgress(self, event: QueryProgressEvent) -> None:
        """A micro-batch has run."""

    def onQueryIdle(self, event: QueryIdleEvent) -> None:
        """A query waits for data."""

    @abstractmethod
    def onQueryTerminated(self, event: QueryTerminatedEvent) -> None:
        """A query has ended."""


_KINDS = {
    "started": (QueryStartedEvent, "onQueryStarted"),
    "progress": (QueryProgressEvent, "onQueryProgress"),
    "idle": (QueryIdleEvent, "onQueryIdle"),
    "terminated": (QueryTerminatedEvent, "onQueryTerminated"),
}
_listeners: list[StreamingQueryListener] = []


def add_listener(listener: StreamingQueryListener) -> None:
    """From now on the listener hears of all queries."""
    _listeners.append(listener)


def remove_listener(listener: StreamingQueryListener) -> None:
    """The listener hears no more."""
    if listener in _listeners:
        _listeners.remove(listener)


def forget_listeners() -> None:
    """Before a new program."""
    _listeners.clear()


def has_listeners() -> bool:
    """Whether anybody wants to hear."""
    return bool(_listeners)


def tell(payload: dict[str, Any]) -> None:
    """Passes an event on. An error in a listener is printed and stops nothing, as in Spark."""
    kind, method = _KINDS[payload["event"]]
    for each in list(_listeners):
        try:
            getattr(each, method)(kind(payload["payload"]))
        except Exception as error:
            print(user_traceback(error), file=sys.stderr)
