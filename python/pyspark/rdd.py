"""RDD: Python objects in partitions, for those who think in them. Everything runs in this process."""

from __future__ import annotations

from typing import Any

from ._rdd.numbers import Numbers
from ._rdd.pairs import portable_hash

__all__ = ["RDD", "RDDBarrier", "portable_hash"]


class RDD(Numbers):
    """A collection in partitions, made by `df.rdd` or `sparkContext.parallelize`."""

    _left_out = frozenset(
        """barrier pipe saveAsTextFile saveAsPickleFile saveAsHadoopFile saveAsHadoopDataset saveAsNewAPIHadoopFile
        saveAsNewAPIHadoopDataset saveAsSequenceFile countApproxDistinct toDebugString withResources getResourceProfile""".split()
    )

    def __repr__(self) -> str:
        return f"PythonRDD[{self._id}] at RDD at PythonRDD.scala"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self._left_out:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        from .sql._check import not_implemented

        not_implemented(f"RDD.{name} (use DataFrames)")


class RDDBarrier:
    """Tasks that wait for each other: there are none here."""

    def __init__(self, rdd: RDD) -> None:
        from .sql._check import not_implemented

        not_implemented("RDD.barrier")
