"""Old places of some names."""

from ..errors import (
    AnalysisException,
    IllegalArgumentException,
    ParseException,
    PythonException,
    QueryExecutionException,
    StreamingQueryException,
    UnknownException,
)

__all__ = [
    "AnalysisException",
    "IllegalArgumentException",
    "ParseException",
    "PythonException",
    "QueryExecutionException",
    "StreamingQueryException",
    "UnknownException",
]


def is_remote() -> bool:
    """Whether Spark Connect is in use: never here."""
    return False
