"""The rows of a DataFrame as JSON, the same on both sides."""

from pyspark.errors import PySparkException, PySparkNotImplementedError
from recorder.encode import cell


def collected(result, schema):
    """Schema and rows. Where Python has no value for a cell (a year 20000, a calendar interval), all as Spark's texts."""
    fields = schema.jsonValue()["fields"]
    try:
        rows = [[cell(value, field.dataType) for value, field in zip(row, schema)] for row in result.collect()]
        return {"schema": fields, "rows": rows}
    except (ValueError, OverflowError, TypeError, PySparkNotImplementedError) as error:
        if isinstance(error, PySparkException) and not isinstance(error, PySparkNotImplementedError):
            raise
    names = [f"_{i}" for i in range(len(fields))]
    # Bytes that are no UTF-8 are no texts.
    writes = ["hex({0}) as {0}" if field.dataType.typeName() == "binary" else "cast({0} as string) as {0}" for field in schema]
    texts = result.toDF(*names).selectExpr(*[write.format(name) for write, name in zip(writes, names)])
    return {"schema": fields, "rows": [list(row) for row in texts.collect()], "texts": True}
