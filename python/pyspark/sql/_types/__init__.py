"""Data types, rows, inference and checks of Python values; `pyspark.sql.types` is their door."""
