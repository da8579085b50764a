"""Modules that PySpark has and this engine has not: importing one says so, as an ImportError that names it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

_MODULES = frozenset(
    """pyspark.cloudpickle pyspark.core pyspark.daemon pyspark.find_spark_home pyspark.install pyspark.java_gateway pyspark.join
    pyspark.logger pyspark.ml pyspark.mllib pyspark.pandas pyspark.pipelines pyspark.profiler pyspark.resource pyspark.serializers
    pyspark.shell pyspark.shuffle pyspark.streaming pyspark.traceback_utils pyspark.worker pyspark.sql.avro pyspark.sql.connect
    pyspark.sql.conversion pyspark.sql.datasource pyspark.sql.geo_utils pyspark.sql.interchange pyspark.sql.metrics pyspark.sql.pandas pyspark.sql.plot
    pyspark.sql.profiler pyspark.sql.protobuf pyspark.sql.streaming.state pyspark.sql.streaming.stateful_processor
    pyspark.sql.streaming.tws_tester pyspark.sql.variant_utils pyspark.testing.sqlutils""".split()
)


class _Finder(MetaPathFinder):
    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if fullname in _MODULES:
            from .errors import PySparkImportError

            raise PySparkImportError(errorClass="NOT_IMPLEMENTED", messageParameters={"feature": f"The module {fullname}"})
        return None


def watch_imports() -> None:
    """From now on such an import is answered by name."""
    if not any(isinstance(each, _Finder) for each in sys.meta_path):
        sys.meta_path.append(_Finder())
