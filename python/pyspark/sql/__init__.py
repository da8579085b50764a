"""Spark SQL and DataFrames."""

from .catalog import Catalog
from .column import Column
from .context import SQLContext
from .dataframe import DataFrame, DataFrameNaFunctions, DataFrameStatFunctions
from .group import GroupedData
from .observation import Observation
from .readwriter import DataFrameReader, DataFrameWriter, DataFrameWriterV2
from .session import SparkSession
from .types import Row, VariantVal
from .udf import UDFRegistration
from .udtf import UDTFRegistration
from .utils import is_remote
from .window import Window, WindowSpec

__all__ = [
    "SparkSession",
    "SQLContext",
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
