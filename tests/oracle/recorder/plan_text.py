"""Physical plans as text: expression ids renumbered, operators listed."""

import re

EXPRESSION_ID = re.compile(r"(?<=[\w)'\]`*?])#(\d+)(?=L?\b)")
PLAN_ID = re.compile(r"\[(plan_id=|id=#)(\d+)\]")
NAME = re.compile(r"^[A-Za-z]+(?:InPandas)?")
JOIN_SIDE = re.compile(r", (Build(?:Left|Right))\b")
JOIN_TYPE = re.compile(r", (Inner|Cross|LeftOuter|RightOuter|FullOuter|LeftSemi|LeftAnti|LeftSingle|ExistenceJoin)\b")


def renumber(text: str) -> str:
    """Expression and plan ids are counters of the whole process: number them by appearance."""
    seen: dict[str, int] = {}
    plans: dict[str, int] = {}
    text = EXPRESSION_ID.sub(lambda match: f"#{seen.setdefault(match[1], len(seen))}", text)
    return PLAN_ID.sub(lambda match: f"[{match[1]}{plans.setdefault(match[2], len(plans))}]", text)


def _operator(text: str) -> str:
    """An operator's name with what tells its kind apart: partitioning, join type and side."""
    name = NAME.match(text)
    label = name[0] if name else text
    if label == "Exchange":
        return f"{label} {re.split('[( ,]', text[len(label) + 1:])[0]}"
    if label in ("BroadcastExchange", "Scan"):
        return label
    if label.endswith("Join"):
        kinds = [found[1] for found in (JOIN_TYPE.search(text), JOIN_SIDE.search(text)) if found]
        return " ".join([label, *kinds])
    if label == "WindowGroupLimit":
        return f"{label} {text.rsplit(', ', 1)[-1]}"
    return label


def operators(explain: str) -> list[str]:
    """One line an operator, two spaces for each level, codegen stages and arguments left out."""
    found = []
    for line in explain.splitlines():
        if not line.strip() or line.startswith("== "):
            continue
        indent = re.match(r"^[ :]*", line)[0]
        rest = line[len(indent):]
        branch = re.match(r"^(?:\+- |- )", rest)
        depth = 0
        if branch:
            # A branch mark is three wide; of ":- " the colon was taken with the indent.
            depth = (len(indent) + len(branch[0])) // 3
            rest = rest[len(branch[0]):]
        rest = re.sub(r"^\*\(\d+\) ", "", rest)
        found.append("  " * depth + _operator(rest))
    return found
