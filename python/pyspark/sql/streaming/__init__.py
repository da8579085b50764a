"""Structured Streaming: readers, writers and queries of streams."""

from .listener import StreamingQueryListener
from .query import StreamingQuery, StreamingQueryManager
from .readwriter import DataStreamReader, DataStreamWriter

__all__ = ["DataStreamReader", "DataStreamWriter", "StreamingQuery", "StreamingQueryListener", "StreamingQueryManager"]
