"""TaskContext: which part of the work a function is doing; known inside functions over partitions of RDDs."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from itertools import count

__all__ = ["BarrierTaskContext", "BarrierTaskInfo", "TaskContext"]

_attempts = count(0)


class TaskContext:
    """The task that runs. `TaskContext.get()` is None outside of tasks."""

    _taskContext: TaskContext | None = None

    def __init__(self, partition: int = 0, attempt: int = 0) -> None:
        self._partition = partition
        self._attempt = attempt
        self._properties: dict[str, str] = {}

    @classmethod
    def get(cls) -> TaskContext | None:
        """The task that runs, or None."""
        return TaskContext._taskContext

    def stageId(self) -> int:
        """The number of the stage: all work is one stage here."""
        return 0

    def partitionId(self) -> int:
        """The number of the partition."""
        return self._partition

    def attemptNumber(self) -> int:
        """How often the task was tried before."""
        return 0

    def taskAttemptId(self) -> int:
        """A number that no other task has."""
        return self._attempt

    def getLocalProperty(self, key: str) -> str | None:
        """A property of the thread that started the work."""
        return self._properties.get(key)

    def cpus(self) -> int:
        """Processors for the task."""
        return 1

    def cpuAmount(self) -> float:
        """Processors for the task."""
        return 1.0

    def resources(self) -> dict[str, object]:
        """Other resources for the task: none."""
        return {}


@contextlib.contextmanager
def task(partition: int) -> Iterator[None]:
    """Inside, `TaskContext.get()` tells of a task for this partition."""
    before = TaskContext._taskContext
    TaskContext._taskContext = TaskContext(partition, next(_attempts))
    try:
        yield
    finally:
        TaskContext._taskContext = before


class BarrierTaskInfo:
    """Where a task of a barrier stage runs."""

    def __init__(self, address: str) -> None:
        self.address = address


class BarrierTaskContext(TaskContext):
    """Tasks that wait for each other: there are none here, so `get()` gives None."""

    def barrier(self) -> None:
        """Waits for the others."""

    def allGather(self, message: str = "") -> list[str]:
        """The messages of all tasks."""
        return [message]

    def getTaskInfos(self) -> list[BarrierTaskInfo]:
        """Where the tasks run."""
        return [BarrierTaskInfo("localhost")]
