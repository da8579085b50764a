"""What is known of jobs and stages: they have ended when the program goes on."""

from __future__ import annotations

from typing import Any, NamedTuple

__all__ = ["SparkExecutorInfo", "SparkJobInfo", "SparkStageInfo", "StatusTracker"]


class SparkExecutorInfo(NamedTuple):
    """An executor."""

    host: str
    port: int
    cacheSize: int
    numRunningTasks: int
    usedOnHeapStorageMemory: int
    totalOnHeapStorageMemory: int
    usedOffHeapStorageMemory: int
    totalOffHeapStorageMemory: int


class SparkJobInfo(NamedTuple):
    """A job."""

    jobId: int
    stageIds: Any
    status: str


class SparkStageInfo(NamedTuple):
    """A stage."""

    stageId: int
    currentAttemptId: int
    name: str
    numTasks: int
    numActiveTasks: int
    numCompletedTasks: int
    numFailedTasks: int


class StatusTracker:
    """`sparkContext.statusTracker()`."""

    def __init__(self, jtracker: Any = None) -> None:
        pass

    def getJobIdsForGroup(self, jobGroup: str | None = None) -> list[int]:
        """Jobs are not kept once they have ended."""
        return []

    def getActiveStageIds(self) -> list[int]:
        """No stage runs while the program does."""
        return []

    def getActiveJobsIds(self) -> list[int]:
        """No job runs while the program does."""
        return []

    def getJobInfo(self, jobId: int) -> SparkJobInfo | None:
        """Jobs are not kept once they have ended."""
        return None

    def getStageInfo(self, stageId: int) -> SparkStageInfo | None:
        """Stages are not kept once they have ended."""
        return None
