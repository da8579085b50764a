"""The Spark release that the engine follows."""

__version__ = "4.3.0"
