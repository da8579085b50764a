"""StreamingQuery: a stream that runs, micro-batch by micro-batch, while the program waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ... import _bridge
from ...errors import PySparkValueError, StreamingQueryException
from ...errors.exceptions.captured import engine_error
from .._check import requirement, wrong_type
from .listener import StreamingQueryListener, add_listener, has_listeners, remove_listener, tell
from .progress import progress

if TYPE_CHECKING:
    from ..session import SparkSession

__all__ = ["StreamingQuery", "StreamingQueryManager"]

_bridge.on("listener", tell)


class StreamingQuery:
    """A query that has been started."""

    def __init__(self, session: SparkSession, started: dict[str, Any]) -> None:
        self._session = session
        self._started = started

    def _ask(self, method: str, *args: Any) -> Any:
        return self._session._call("stream", queryId=self._started["id"], method=method, args=list(args))

    @property
    def id(self) -> str:
        """The query's identity, the same after a restart from its checkpoint."""
        return self._started["id"]

    @property
    def runId(self) -> str:
        """The identity of this run."""
        return self._started["runId"]

    @property
    def name(self) -> str | None:
        """The name given with `queryName`."""
        return self._started.get("name")

    @property
    def isActive(self) -> bool:
        """Whether the query runs."""
        return bool(self._ask("isActive"))

    @property
    def status(self) -> dict[str, Any]:
        """What the query does now."""
        return self._ask("status")

    @property
    def recentProgress(self) -> list[Any]:
        """The last micro-batches in figures."""
        return [progress(each) for each in self._ask("recentProgress")]

    @property
    def lastProgress(self) -> Any:
        """The last micro-batch in figures, or None."""
        return progress(self._ask("lastProgress"))

    def awaitTermination(self, timeout: float | None = None) -> bool | None:
        """Waits until the query ends, or so many seconds; tells whether it ended."""
        if timeout is None:
            self._ask("awaitTermination")
            return None
        _check_timeout(timeout)
        return bool(self._ask("awaitTermination", _milliseconds(timeout)))

    def processAllAvailable(self) -> None:
        """Waits until all data that has arrived is worked in."""
        self._ask("processAllAvailable")

    def stop(self) -> None:
        """Ends the query."""
        was_active = has_listeners() and self.isActive
        self._ask("stop")
        if was_active:
            tell({"event": "terminated", "payload": {"id": self.id, "runId": self.runId}})

    def explain(self, extended: bool = False) -> None:
        """Prints the plan of the last micro-batch."""
        print(self._ask("explain", bool(extended)))

    def exception(self) -> StreamingQueryException | None:
        """The error that ended the query, or None."""
        found = self._ask("exception")
        if found is None:
            return None
        return engine_error(found) if isinstance(found, dict) else StreamingQueryException(str(found))  # type: ignore[return-value]


class StreamingQueryManager:
    """`spark.streams`."""

    def __init__(self, session: SparkSession) -> None:
        self._session = session

    def _ask(self, method: str, *args: Any) -> Any:
        return self._session._call("streams", method=method, args=list(args))

    @property
    def active(self) -> list[StreamingQuery]:
        """The queries that run."""
        return [StreamingQuery(self._session, each) for each in self._ask("active")]

    def get(self, id: str) -> StreamingQuery | None:
        """The running query of this identity, or None."""
        try:
            UUID(id)
        except ValueError:
            raise requirement(f"{id} is no id of a query.") from None
        found = self._ask("get", id)
        return None if found is None else StreamingQuery(self._session, found)

    def awaitAnyTermination(self, timeout: float | None = None) -> bool | None:
        """Waits until any query ends, or so many seconds; tells whether one ended."""
        if timeout is None:
            self._ask("awaitAnyTermination")
            return None
        _check_timeout(timeout)
        return bool(self._ask("awaitAnyTermination", _milliseconds(timeout)))

    def resetTerminated(self) -> None:
        """Forgets the queries that have ended."""
        self._ask("resetTerminated")

    def addListener(self, listener: StreamingQueryListener) -> None:
        """Tells an object of what queries do."""
        add_listener(listener)

    def removeListener(self, listener: StreamingQueryListener) -> None:
        """Tells the object no more."""
        remove_listener(listener)


def _milliseconds(seconds: float) -> int:
    return int(seconds * 1000)


def _check_timeout(timeout: Any) -> None:
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)):
        raise wrong_type("timeout", timeout, "int or float")
    if timeout <= 0:
        raise PySparkValueError(
            errorClass="VALUE_NOT_POSITIVE",
            messageParameters={"arg_name": "timeout", "arg_value": type(timeout).__name__},
        )
