"""PySpark's API over the engine beside it: the same names, a plan in place of a cluster."""

from .conf import SparkConf
from .context import Accumulator, Broadcast, SparkContext
from .rdd import RDD
from .storagelevel import StorageLevel

__version__ = "4.3.0"

from .sql.types import Row  # noqa: E402

__all__ = ["Accumulator", "Broadcast", "RDD", "Row", "SparkConf", "SparkContext", "StorageLevel", "__version__"]
