"""What temporary views stand for, so that a plan that names some can be carried to an engine that has none.

Where a query names a view, its portable form is the query below a WITH that defines the view as it was then.
"""

from __future__ import annotations

import json
import re
from typing import Any

from .. import _bridge
from .._bridge import Plan

_CREATE = re.compile(
    r"^\s*create\s+(?:or\s+replace\s+)?temp(?:orary)?\s+view\s+(?:if\s+not\s+exists\s+)?`?(\w+)`?\s*"
    r"(?:\(([\w\s,`]+)\)\s*)?as\s+(.*?);?\s*$",
    re.IGNORECASE | re.DOTALL,
)


class ViewDefinitions:
    """A session's temporary views."""

    def __init__(self) -> None:
        self._plans: dict[str, tuple[Plan, list[str]]] = {}

    def __bool__(self) -> bool:
        return bool(self._plans)

    def define(self, name: str, plan: Plan, columns: list[str] | None = None) -> None:
        """A view was made of a DataFrame."""
        self._plans[name.lower()] = (plan, columns or [])

    def forget(self, name: str) -> None:
        """A view was dropped."""
        self._plans.pop(name.lower(), None)

    def learn(self, query: str) -> None:
        """A command of SQL was run: perhaps it made a view."""
        found = _CREATE.match(query)
        if found is None:
            return
        name, columns, body = found.groups()
        node = {"type": "SQL", "query": body}
        plan = Plan(_bridge.encode(node))
        plan.portable = self.portable(node, plan)
        listed = [each.strip().strip("`") for each in columns.split(",")] if columns else None
        self.define(name, plan, listed)

    def portable(self, node: dict[str, Any], plan: Plan) -> str | None:
        """The relation's text with the views that the node itself names; None where there is nothing to add."""
        named = self._named_in(_texts(node))
        if not named:
            return plan.portable
        ctes = []
        for name in named:
            definition, columns = self._plans[name]
            aliases = f',"columnAliases":{json.dumps(columns)}' if columns else ""
            ctes.append(f'{{"name":{json.dumps(name)}{aliases},"plan":{definition.exported()}}}')
        return f'{{"type":"WithCTE","input":{plan.exported()},"ctes":[{",".join(ctes)}]}}'

    def _named_in(self, texts: list[str]) -> list[str]:
        words = {word.lower() for text in texts for word in re.findall(r"\w+", text)}
        return [name for name in self._plans if name in words]


def _texts(node: dict[str, Any]) -> list[str]:
    """The pieces of SQL in a relation itself, without those of its inputs."""
    if node["type"] == "SQL":
        return [node["query"]]
    if node["type"] == "ReadNamedTable":
        return [node["unparsedIdentifier"]]
    found: list[str] = []
    for key, value in node.items():
        if key not in ("input", "left", "right"):
            _expression_texts(value, found)
    return found


def _expression_texts(value: Any, found: list[str]) -> None:
    if isinstance(value, list):
        for each in value:
            _expression_texts(each, found)
    elif isinstance(value, dict):
        if value.get("type") == "ExpressionString":
            found.append(value["expression"])
        for each in value.values():
            if isinstance(each, (dict, list)):
                _expression_texts(each, found)
