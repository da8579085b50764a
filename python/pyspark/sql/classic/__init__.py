"""PySpark's classic client, under the names that it has there."""
