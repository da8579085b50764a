"""What a program finds changed in this realm: sleeping moves the engine's clock, chance starts from the run's seed."""

from __future__ import annotations

import contextlib
import importlib
import json
import random
import sys
import time
import warnings
from collections.abc import Iterator
from typing import Any

from pyspark import _bridge
from pyspark.sql.functions import _higher_order
from pyspark.sql.session import SparkSession
from pyspark.sql.streaming.listener import forget_listeners
from pyspark.sql.streaming.readwriter import forget_batch_functions, take_started
from pyspark.sql._udtf_run import forget_table_functions
from pyspark.sql.udf import forget_functions

_MICROS = 1_000_000
_sleep = time.sleep


def _virtual_sleep(seconds: float) -> None:
    """Time passes for the engine's streams, not for the person who waits."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    session = SparkSession.getActiveSession()
    _bridge.call("advanceClock", session._id if session else None, micros=int(seconds * _MICROS))


def widen() -> None:
    """`sys.maxsize` as on a cluster: WebAssembly has 32 bits, and programs write `rowsBetween(-sys.maxsize, 0)`."""
    sys.maxsize = 2**63 - 1


def fresh_session(seed: int) -> SparkSession:
    """A clean slate for a program, and its `spark`."""
    widen()
    random.seed(seed)
    warnings.resetwarnings()
    warnings.simplefilter("default")
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    forget_functions()
    forget_table_functions()
    forget_batch_functions()
    forget_listeners()
    take_started()
    _higher_order.restart_names()
    SparkSession._default = SparkSession._active = None
    return SparkSession.builder.getOrCreate()


@contextlib.contextmanager
def virtual_time() -> Iterator[None]:
    """Inside, `time.sleep` moves the engine's clock."""
    time.sleep = _virtual_sleep
    try:
        yield
    finally:
        time.sleep = _sleep


def tell(name: str, case: dict[str, Any]) -> None:
    """Calls a hook of the realm's, where it has one."""
    realm = importlib.import_module("_sparring")
    hook = getattr(realm, name, None)
    if hook is not None:
        hook(json.dumps(case))
