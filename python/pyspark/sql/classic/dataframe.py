"""Where PySpark keeps the classes of its classic client: here there is one client only."""

from ..dataframe import DataFrame, DataFrameNaFunctions, DataFrameStatFunctions

__all__ = ["DataFrame", "DataFrameNaFunctions", "DataFrameStatFunctions"]
