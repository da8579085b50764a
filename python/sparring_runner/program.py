"""A program from its source to its cases."""

from __future__ import annotations

import contextlib
import json
import linecache
import os
import sys
import time
import types
from typing import Any

from pyspark import _traces

from .cases import run_case
from .console import Emit, redirected
from .failures import describe
from .hooks import fresh_session, virtual_time

_traces.hide(os.path.dirname(__file__))
_traces.hide(os.path.dirname(os.__file__))


def run(request_json: str, emit: Emit) -> str:
    """Runs a RunRequest and gives its RunResult. Whatever the program raises is part of the result."""
    request = json.loads(request_json)
    start = time.perf_counter()
    with redirected(emit), virtual_time():
        result = _run(request, emit)
    result["durationMs"] = (time.perf_counter() - start) * 1000
    return json.dumps(result)


def _run(request: dict[str, Any], emit: Emit) -> dict[str, Any]:
    spark = fresh_session(request["seed"])
    module = types.ModuleType("__main__")
    names = module.__dict__
    names.update(spark=spark, __file__=request["filename"])
    cases: list[dict[str, Any]] = []
    with _main_module(module):
        try:
            exec(_compiled(request["source"], request["filename"]), names)
            for case in request["cases"]:
                _flush()
                emit("case", case["caseId"])
                name = case.get("functionName") or request.get("functionName") or ""
                cases.append(run_case(case, names, name, spark, request["display"]))
        except BaseException as error:
            return {"error": describe(error), "cases": cases}
    return {"error": None, "cases": cases}


def _compiled(source: str, filename: str) -> types.CodeType:
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    return compile(source, filename, "exec", dont_inherit=True)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        stream.flush()


@contextlib.contextmanager
def _main_module(module: types.ModuleType) -> Any:
    """The program is `__main__` while it runs: dataclasses and pickling look their module up by name."""
    before = sys.modules.get("__main__")
    sys.modules["__main__"] = module
    try:
        yield
    finally:
        if before is not None:
            sys.modules["__main__"] = before
