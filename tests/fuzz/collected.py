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
    texts = result.toDF(*names).selectExpr(*[f"cast({name} as string) as {name}" for name in names])
    return {"schema": fields, "rows": [list(row) for row in texts.collect()], "texts": True}
