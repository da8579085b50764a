"""StreamingQueryListener: told of what streaming queries do."""

from __future__ import annotations

import sys
import uuid
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from ..._traces import user_traceback
from .progress import Progress, progress

if TYPE_CHECKING:
    from ..session import SparkSession


class QueryStartedEvent:
    """A query has started."""

    def __init__(self, id: uuid.UUID, runId: uuid.UUID, name: str | None, timestamp: str, jobTags: set[str]) -> None:
        self._id = id
        self._runId = runId
        self._name = name
        self._timestamp = timestamp
        self._jobTags = jobTags

    @classmethod
    def fromJson(cls, j: dict[str, Any]) -> QueryStartedEvent:
        """Of the fields of its JSON."""
        return cls(uuid.UUID(j["id"]), uuid.UUID(j["runId"]), j.get("name"), j.get("timestamp", ""), set(j.get("jobTags", ())))

    @property
    def id(self) -> uuid.UUID:
        """The query's identity."""
        return self._id

    @property
    def runId(self) -> uuid.UUID:
        """The identity of this run."""
        return self._runId

    @property
    def name(self) -> str | None:
        """The query's name."""
        return self._name

    @property
    def timestamp(self) -> str:
        """When it started."""
        return self._timestamp

    @property
    def jobTags(self) -> set[str]:
        """The tags of its jobs."""
        return self._jobTags


class QueryProgressEvent:
    """A micro-batch has run."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    @classmethod
    def fromJson(cls, j: dict[str, Any]) -> QueryProgressEvent:
        """Of the fields of its JSON."""
        return cls(progress(j["progress"]))

    @property
    def progress(self) -> Progress:
        """The micro-batch in figures."""
        return self._progress


class QueryIdleEvent:
    """A query waits for data."""

    def __init__(self, id: uuid.UUID, runId: uuid.UUID, timestamp: str) -> None:
        self._id = id
        self._runId = runId
        self._timestamp = timestamp

    @classmethod
    def fromJson(cls, j: dict[str, Any]) -> QueryIdleEvent:
        """Of the fields of its JSON."""
        return cls(uuid.UUID(j["id"]), uuid.UUID(j["runId"]), j.get("timestamp", ""))

    @property
    def id(self) -> uuid.UUID:
        """The query's identity."""
        return self._id

    @property
    def runId(self) -> uuid.UUID:
        """The identity of this run."""
        return self._runId

    @property
    def timestamp(self) -> str:
        """When it looked last."""
        return self._timestamp


class QueryTerminatedEvent:
    """A query has ended."""

    def __init__(self, id: uuid.UUID, runId: uuid.UUID, exception: str | None, errorClassOnException: str | None) -> None:
        self._id = id
        self._runId = runId
        self._exception = exception
        self._errorClassOnException = errorClassOnException

    @classmethod
    def fromJson(cls, j: dict[str, Any]) -> QueryTerminatedEvent:
        """Of the fields of its JSON."""
        condition = j.get("errorClassOnException", j.get("errorClass"))
        return cls(uuid.UUID(j["id"]), uuid.UUID(j["runId"]), j.get("exception"), condition)

    @property
    def id(self) -> uuid.UUID:
        """The query's identity."""
        return self._id

    @property
    def runId(self) -> uuid.UUID:
        """The identity of this run."""
        return self._runId

    @property
    def exception(self) -> str | None:
        """The error that ended it."""
        return self._exception

    @property
    def errorClassOnException(self) -> str | None:
        """The condition of that error."""
        return self._errorClassOnException


class StreamingQueryListener(ABC):
    """Derive from it, and add an object with `spark.streams.addListener`."""

    @property
    def spark(self) -> SparkSession:
        """The session that runs."""
        from ..session import SparkSession

        return SparkSession.active()

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
            getattr(each, method)(kind.fromJson(payload["payload"]))
        except Exception as error:
            print(user_traceback(error), file=sys.stderr)
