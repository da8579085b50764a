"""createDataFrame: Python values and a schema (given, inferred or checked) as a relation of local rows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from itertools import chain
from typing import Any

from ..errors import PySparkTypeError, PySparkValueError
from ._expr import alias, attribute
from ._types.base import DataType
from ._types.infer import InferRules, has_null_type, infer_schema, merge_type
from ._types.nested import StructField, StructType
from ._types.parse import parse_ddl
from ._types.verify import make_verifier
from ._wire import encoder

_LOOKED_AT = 101


def local_relation(data: Any, schema: Any, verify: bool, rules: InferRules, samplingRatio: float | None = None) -> dict[str, Any]:
    """The relation. Raises what PySpark raises on values and schemas that do not fit."""
    if isinstance(schema, str):
        schema = parse_ddl(schema)
    if isinstance(schema, (list, tuple)):
        schema = [each.decode() if isinstance(each, bytes) else each for each in schema]
    if _is_rdd(data):
        parts = data._partitions()
        relation = _of_rows(list(chain.from_iterable(parts)), schema, verify, rules, samplingRatio is None)
        # No partitions at all would leave nothing to run.
        return {**relation, "partitionRows": [len(part) for part in parts]} if parts else relation
    return _of_rows(_rows_of(data, schema), schema, verify, rules, False)


def _of_rows(rows: list[Any], schema: Any, verify: bool, rules: InferRules, by_first: bool) -> dict[str, Any]:
    """`by_first`: the first rows tell the types, as those of an RDD do."""
    if isinstance(schema, StructType):
        if verify:
            check = make_verifier(schema)
            for row in rows:
                check(row)
        return _relation(rows, schema, schema)
    if isinstance(schema, DataType):
        return _single_column(rows, schema, verify)
    if schema is None or isinstance(schema, list):
        return _inferred(rows, schema, _first_rows(rows, schema, rules) if by_first else None, rules)
    raise PySparkTypeError(
        errorClass="NOT_EXPECTED_TYPE",
        messageParameters={
            "arg_name": "schema",
            "expected_type": "list, None or StructType",
            "arg_type": type(schema).__name__,
        },
    )


def from_session_zone(relation: dict[str, Any]) -> dict[str, Any]:
    """The relation of a local table's rows, whose moments are those of clocks in the session's time zone."""
    fields = relation["schema"]["fields"]
    if not any(field["type"] == "timestamp" for field in fields):
        return relation
    names = [f"c{i}" for i in range(len(fields))]
    walls = [{**f, "name": n, "type": "timestamp_ntz" if f["type"] == "timestamp" else f["type"]} for n, f in zip(names, fields)]
    columns = [attribute(name) for name in names]
    exprs = [{"type": "Cast", "expr": c, "toType": "timestamp"} if f["type"] == "timestamp" else c for c, f in zip(columns, fields)]
    local = {**relation, "schema": {**relation["schema"], "fields": walls}}
    return {"type": "Project", "input": local, "expressions": [alias(e, f["name"]) for e, f in zip(exprs, fields)]}


def _rows_of(data: Any, schema: Any) -> list[Any]:
    if hasattr(type(data), "_is_frame"):
        raise PySparkTypeError(
            errorClass="INVALID_TYPE", messageParameters={"arg_name": "data", "arg_type": "DataFrame"}
        )
    to_rows = getattr(data, "_spark_rows", None)
    if to_rows is not None:
        return to_rows(named=schema is None)
    rows: Iterable[Any] = data
    return rows if isinstance(rows, list) else list(rows)


def _single_column(rows: list[Any], kind: DataType, verify: bool) -> dict[str, Any]:
    if verify:
        check = make_verifier(kind, name="field value")
        for row in rows:
            check(row)
    struct = StructType([StructField("value", kind)])
    return _relation([(row,) for row in rows], struct, struct)


def _is_rdd(data: Any) -> bool:
    return hasattr(type(data), "_partitions") and not hasattr(type(data), "_is_frame")


def _first_rows(rows: list[Any], names: list[str] | None, rules: InferRules) -> StructType:
    """Of an RDD the first row tells the types; where it leaves some open, the next hundred do."""
    if not rows:
        raise ValueError("RDD is empty")
    if rows[0] is None or (isinstance(rows[0], (dict, tuple, list)) and not rows[0]):
        raise PySparkValueError(errorClass="CANNOT_INFER_EMPTY_SCHEMA", messageParameters={})
    struct = infer_schema(rows[0], names, rules)
    for row in rows[1:_LOOKED_AT]:
        if not has_null_type(struct):
            break
        struct = merge_type(struct, infer_schema(row, names, rules))  # type: ignore[assignment]
    return struct


def _inferred(rows: list[Any], names: list[str] | None, known: StructType | None, rules: InferRules) -> dict[str, Any]:
    if not rows:
        raise PySparkValueError(errorClass="CANNOT_INFER_EMPTY_SCHEMA", messageParameters={})
    struct: StructType = known or reduce(merge_type, (infer_schema(row, names, rules) for row in rows))  # type: ignore[assignment]
    if has_null_type(struct):
        raise PySparkValueError(errorClass="CANNOT_DETERMINE_TYPE", messageParameters={})
    fields = [StructField(each.name, each.dataType, each.nullable, each.metadata) for each in struct.fields]
    for i, name in enumerate(names or ()):
        fields[i] = StructField(name, fields[i].dataType, fields[i].nullable)
    # Dicts are read by the names that they have, whatever the columns are called afterwards.
    return _relation(rows, struct, StructType(fields))


def _relation(rows: list[Any], read_by: StructType, shown: StructType) -> dict[str, Any]:
    encode = encoder(read_by)
    width = len(read_by.fields)
    encoded = [[None] * width if row is None else encode(row) for row in rows]
    return {"type": "LocalRelation", "schema": shown.jsonValue(), "rows": encoded}
