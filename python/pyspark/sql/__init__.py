"""Spark SQL and DataFrames."""

from .catalog import Catalog
from .column import Column
from .context import HiveContext, SQLContext
from .dataframe import DataFrame, DataFrameNaFunctions, DataFrameStatFunctions
from .group import GroupedData
from .merge import MergeIntoWriter
from .observation import Observation
from .readwriter import DataFrameReader, DataFrameWriter, DataFrameWriterV2
from .session import SparkSession
from .types import Geography, Geometry, Row, VariantVal
from .udf import UDFRegistration
from .udtf import UDTFRegistration
from .utils import is_remote
from .window import Window, WindowSpec

__all__ = [
    "SparkSession",
    "SQLContext",
    "HiveContext",
    "MergeIntoWriter",
    "Geography",
    "Geometry",
    "UDFRegistration",
    "UDTFRegistration",
    "DataFrame",
    "GroupedData",
    "Column",
    "Catalog",
    "Observation",
    "Row",
    "DataFrameNaFunctions",
    "DataFrameStatFunctions",
    "VariantVal",
    "Window",
    "WindowSpec",
    "DataFrameReader",
    "DataFrameWriter",
    "DataFrameWriterV2",
    "is_remote",
]
