"""PySpark's API over the engine beside it: the same names, a plan in place of a cluster."""

from ._left_out import watch_imports
from .accumulators import Accumulator, AccumulatorParam
from .broadcast import Broadcast
from .conf import SparkConf
from .context import SparkContext
from .files import SparkFiles
from .rdd import RDD, RDDBarrier
from .status import SparkExecutorInfo, SparkJobInfo, SparkStageInfo, StatusTracker
from .storagelevel import StorageLevel
from .taskcontext import BarrierTaskContext, BarrierTaskInfo, TaskContext
from .util import InheritableThread, inheritable_thread_target

__version__ = "4.3.0"

from .sql.context import HiveContext, SQLContext  # noqa: E402
from .sql.types import Row  # noqa: E402

watch_imports()

_LEFT_OUT = ("BasicProfiler", "CPickleSerializer", "MarshalSerializer", "Profiler")


def __getattr__(name: str) -> object:
    if name in _LEFT_OUT:
        from .errors import PySparkImportError

        raise PySparkImportError(errorClass="NOT_IMPLEMENTED", messageParameters={"feature": f"pyspark.{name}"})
    raise AttributeError(f"module 'pyspark' has no attribute '{name}'")


__all__ = [
    "Accumulator",
    "AccumulatorParam",
    "BarrierTaskContext",
    "BarrierTaskInfo",
    "Broadcast",
    "HiveContext",
    "InheritableThread",
    "RDD",
    "RDDBarrier",
    "Row",
    "SQLContext",
    "SparkConf",
    "SparkContext",
    "SparkExecutorInfo",
    "SparkFiles",
    "SparkJobInfo",
    "SparkStageInfo",
    "StatusTracker",
    "StorageLevel",
    "TaskContext",
    "__version__",
    "inheritable_thread_target",
]
