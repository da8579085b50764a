"""What every DataFrame is: a plan, its session, and the schema that the engine found for it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

from ... import _bridge
from ..._bridge import Plan
from ...errors import PySparkAttributeError, PySparkIndexError, PySparkTypeError
from .. import _expr
from .._check import handed_all, wrong_type
from .._types.nested import StructType
from .._types.parse import parse_json
from ..column import Column, to_expr

if TYPE_CHECKING:
    from ..dataframe import DataFrame
    from ..session import SparkSession

Expr = dict[str, Any]
_plan_ids = count(1)
# Relations that may name views.
_NAMING = ("SQL", "ReadNamedTable")


def new_frame(session: SparkSession, node: dict[str, Any]) -> DataFrame:
    """A DataFrame over a relation. The engine analyzes it at once, so that an error names the line that made it."""
    from ..dataframe import DataFrame

    plan_id = next(_plan_ids)
    plan = _bridge.make_plan({**node, "planId": plan_id})
    plan.is_open = _is_open(node)
    schema = None if plan.is_open else session._call("schema", plan=plan)
    if node["type"] in _NAMING:
        plan.portable = _with_views(session, plan)
    return DataFrame(session, plan, plan_id, schema)


def _is_open(value: Any) -> bool:
    """Whether columns of an outer query are used (`Column.outer`): such a plan means something inside another only."""
    if isinstance(value, Plan):
        return value.is_open
    if isinstance(value, dict):
        if value.get("type") in ("SubqueryExpression", "LocalRelation", "Literal"):
            return False
        return (value.get("outer") is not None and value.get("type") != "Generate") or any(_is_open(each) for each in value.values())
    return isinstance(value, list) and any(_is_open(each) for each in value)


def _with_views(session: SparkSession, plan: Plan) -> str | None:
    """The plan with the views that it names as they are now: they may be replaced before it is used elsewhere."""
    found = session._call("portable", plan=plan)
    return json.dumps(found) if found["type"] == "WithCTE" or "functions" in found else None


def flat(cols: tuple[Any, ...]) -> tuple[Any, ...]:
    """Columns one by one, or all in one list."""
    if len(cols) == 1 and not isinstance(cols[0], (str, int, Column)) and isinstance(cols[0], Sequence):
        return tuple(cols[0])
    return cols


class FrameBase:
    """Names, types and columns of a DataFrame."""

    _is_frame = True

    def __init__(self, session: SparkSession, plan: Plan, plan_id: int, schema: Any) -> None:
        self._session = session
        self._plan = plan
        self._plan_id = plan_id
        self._found_schema = schema
        self._schema: StructType | None = None
        self.is_cached = False

    @property
    def _schema_json(self) -> Any:
        if self._found_schema is None:
            self._found_schema = self._session._call("schema", plan=self._plan)
        return self._found_schema

    def _make(self, type: str, **fields: Any) -> DataFrame:
        """A DataFrame over this one."""
        node = {"type": type, "input": self._plan, **fields}
        return new_frame(self._session, node)

    def _ask(self, op: str, **fields: Any) -> Any:
        return self._session._call(op, plan=self._plan, **fields)

    @property
    def sparkSession(self) -> SparkSession:
        """The session that made the DataFrame."""
        return self._session

    @property
    def schema(self) -> StructType:
        """Names and types of the columns."""
        if self._schema is None:
            self._schema = parse_json(self._schema_json)  # type: ignore[assignment]
        return self._schema  # type: ignore[return-value]

    @property
    def columns(self) -> list[str]:
        """Names of the columns."""
        return [field["name"] for field in self._schema_json["fields"]]

    @property
    def dtypes(self) -> list[tuple[str, str]]:
        """Names and types as texts."""
        return [(field.name, field.dataType.simpleString()) for field in self.schema.fields]

    @property
    def isStreaming(self) -> bool:
        """Whether the rows come from a stream."""
        return bool(self._ask("isStreaming"))

    def _column(self, name: str) -> Column:
        """A column of this very DataFrame. Raises at once where the name means nothing in it."""
        if name == "*":
            return Column(_expr.star(plan_id=self._plan_id))
        expr = _expr.mark(_expr.attribute(name, self._plan_id), "col")
        if self.columns.count(name) != 1:
            probe = {"type": "Project", "input": self._plan, "expressions": [expr]}
            self._session._call("schema", plan=Plan(_bridge.encode(probe)))
        return Column(expr)

    def _ordinal(self, position: int) -> Column:
        return self._column(self.columns[position])

    def _exprs(self, cols: tuple[Any, ...]) -> list[Expr]:
        """Columns or names, one by one or in one list."""
        return [to_expr(each) for each in flat(cols)]

    def _group_exprs(self, cols: tuple[Any, ...]) -> list[Expr]:
        """As `_exprs`, with whole numbers for positions counted from 1."""
        return [self._group_expr(each) for each in flat(cols)]

    def _group_expr(self, col: Any) -> Expr:
        if isinstance(col, int) and not isinstance(col, bool):
            if col < 1:
                raise PySparkIndexError(errorClass="INDEX_NOT_POSITIVE", messageParameters={"index": str(col)})
            return self._ordinal(col - 1)._expr
        return to_expr(col)

    def __getitem__(self, item: Any) -> Any:
        if isinstance(item, str):
            return self._column(item)
        if isinstance(item, Column):
            return self.filter(item)  # type: ignore[attr-defined]
        if isinstance(item, (list, tuple)):
            return self.select(*item)  # type: ignore[attr-defined]
        if isinstance(item, int):
            return self._ordinal(item)
        raise wrong_type("item", item, "Column, float, integer, list or string")

    def __getattr__(self, name: str) -> Column:
        if "_found_schema" not in self.__dict__ or name not in self.columns:
            raise PySparkAttributeError(errorClass="ATTRIBUTE_NOT_SUPPORTED", messageParameters={"attr_name": name})
        return self._column(name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *(name for name in self.columns if name.isidentifier())})

    def __repr__(self) -> str:
        return f"DataFrame[{', '.join(f'{name}: {kind}' for name, kind in self.dtypes)}]"

    def __copy__(self) -> Any:
        return self

    def __deepcopy__(self, memo: Any) -> Any:
        return self

    def __iter__(self) -> Any:
        # Without this, Python would call __getitem__ with 0, 1, … and loop over columns.
        position = 0
        while position < len(self.columns):
            yield self._ordinal(position)
            position += 1

    def _ipython_key_completions_(self) -> list[str]:
        return self.columns

    def _wire_plan(self) -> Any:
        """The plan as plain data, with the views that it names inside it: for another engine."""
        return self._session._call("portable", plan=Plan(self._plan.exported()))


def check_subset(subset: Any) -> list[str] | None:
    """The `subset` of dropDuplicates: a list of names, or None."""
    if subset is None:
        return None
    if isinstance(subset, (str, FrameBase)) or not hasattr(subset, "__iter__"):
        raise wrong_type("subset", subset, "list or tuple")
    names = list(subset)
    for each in names:
        if not isinstance(each, str):
            raise wrong_type("subset", each, "str")
    return names


def name_list(name: str, value: Any, expected: str) -> list[str] | None:
    """One name or several; None stays None."""
    if value is None:
        return None
    if isinstance(value, str):
        return [value]
    if not isinstance(value, (list, tuple)):
        raise wrong_type(name, value, expected)
    return handed_all(name, value, str)


def item_error(name: str, container: Any, allowed: str, item: Any) -> PySparkTypeError:
    return PySparkTypeError(
        errorClass="DISALLOWED_TYPE_FOR_CONTAINER",
        messageParameters={
            "arg_name": name,
            "arg_type": type(container).__name__,
            "allowed_types": allowed,
            "item_type": type(item).__name__,
        },
    )
