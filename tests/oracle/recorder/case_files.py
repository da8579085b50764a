"""Reads the case files: plain PySpark text, cut into cases by marker lines."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

CASE = re.compile(r"^# --- case: ([a-z0-9_]+)$")
CONF = re.compile(r"^# conf: ([\w.]+)=(.*)$")
FILE = re.compile(r"^# file: ([\w./-]+)$")
LINE = re.compile(r"^# \|(?: (.*))?$")
FLAGS = {"# ordered": "ordered", "# ts: no": "ts_no", "# plan": "plan"}


@dataclass
class Case:
    """One case. `code` runs after `preamble` (what its file shares) in the same namespace."""

    id: str
    preamble: str
    code: str = ""
    conf: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    ordered: bool = False
    ts_no: bool = False
    plan: bool = False

    @property
    def source_hash(self) -> str:
        """Changes whenever something changes that could change the recording."""
        parts = [self.preamble, self.code, str(self.ordered), str(self.plan)]
        parts += [f"{key}={value}" for pair in (self.conf, self.files) for key, value in pair.items()]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _header(case: Case, lines: list[str]) -> list[str]:
    """Takes the header comments off the front of a case's lines."""
    name = None
    while lines:
        line = lines[0]
        if line in FLAGS:
            setattr(case, FLAGS[line], True)
        elif match := CONF.match(line):
            case.conf[match[1]] = match[2]
        elif match := FILE.match(line):
            name = match[1]
            case.files[name] = ""
        elif (match := LINE.match(line)) and name is not None:
            case.files[name] += (match[1] or "") + "\n"
        else:
            break
        lines = lines[1:]
    return lines


def parse(family: str, text: str) -> list[Case]:
    """Cuts a family's text into its cases; ids are `family/name` and must be unique."""
    blocks: list[tuple[str | None, list[str]]] = [(None, [])]
    for line in text.splitlines():
        if match := CASE.match(line):
            blocks.append((match[1], []))
        else:
            blocks[-1][1].append(line)
    preamble = "\n".join(blocks[0][1]).strip() + "\n"
    cases = []
    for name, lines in blocks[1:]:
        case = Case(f"{family}/{name}", preamble)
        case.code = "\n".join(_header(case, lines)).strip() + "\n"
        cases.append(case)
    ids = [case.id for case in cases]
    repeated = sorted({id for id in ids if ids.count(id) > 1})
    if repeated:
        raise ValueError(f"case names used twice: {', '.join(repeated)}")
    return cases


def read_all(folder: Path) -> dict[str, list[Case]]:
    """The cases of every `<family>.py` in a folder, by family."""
    return {path.stem: parse(path.stem, path.read_text()) for path in sorted(folder.glob("*.py"))}
