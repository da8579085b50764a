"""RDD: Python objects in partitions, for those who think in them. Everything runs in this process."""

from __future__ import annotations

from typing import Any

from ._rdd.numbers import Numbers
from ._rdd.pairs import portable_hash

__all__ = ["RDD", "portable_hash"]

_LEFT_OUT = frozenset(
    "barrier checkpoint localCheckpoint pipe saveAsTextFile saveAsPickleFile saveAsHadoopFile saveAsHadoopDataset saveAsNewAPIHadoopFile "
    "saveAsNewAPIHadoopDataset saveAsSequenceFile countApprox countApproxDistinct meanApprox sumApprox sampleByKey toDebugString "
    "getStorageLevel withResources mapPartitionsWithSplit cleanShuffleDependencies getResourceProfile collectWithJobGroup".split()
)


class RDD(Numbers):
    """A collection in partitions, made by `df.rdd` or `sparkContext.parallelize`."""

    def __repr__(self) -> str:
        return f"PythonRDD[{self._id}] at RDD at PythonRDD.scala"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in _LEFT_OUT:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        from .sql._check import not_implemented

        not_implemented(f"RDD.{name} (use DataFrames)")
