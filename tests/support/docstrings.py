"""Runs the examples in the docstrings of an installed PySpark through the facade. Their text is read, never kept."""

import ast
import contextlib
import doctest
import importlib
import io
import json
import re
import sys
import warnings

import pyspark.sql as sql
from pyspark import StorageLevel
import pyspark.sql.functions as functions
import pyspark.sql.streaming as streaming
import pyspark.sql.types as types
from pyspark.sql import SparkSession
from sparring_runner.hooks import virtual_time, widen

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL
SHOWN_CHARACTERS = 4000
REASON_CHARACTERS = 200
widen()
_parser = doctest.DocTestParser()


def _docstrings(tree, prefix=""):
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            name = f"{prefix}{node.name}"
            text = ast.get_docstring(node)
            if text and ">>>" in text:
                yield name, text
            if isinstance(node, ast.ClassDef):
                yield from _docstrings(node, f"{name}.")


def _names(spark, own):
    """What the docstring's module has in scope; functions' names hide Python's only in the functions' own module."""
    names = {"StorageLevel": StorageLevel, "sys": sys, "__file__": __file__}
    modules = [types, sql, streaming] + ([functions] if own == "functions" else [])
    for module in modules:
        names.update({key: value for key, value in vars(module).items() if not key.startswith("__")})
    with contextlib.suppress(ImportError):
        names.update(vars(importlib.import_module(f"pyspark.sql.{own}")))
    names.update(spark=spark, sc=spark.sparkContext, __name__="__main__")
    return names


def _is_live(example):
    return bool(example.want) and not example.options.get(doctest.SKIP)


def run_file(text, own, only):
    """Outcomes of a source file's docstrings as JSON: name, how many examples expect something, and what failed first."""
    outcomes = []
    for name, docstring in _docstrings(ast.parse(text)):
        if only and not any(part in name for part in only.split(",")):
            continue
        try:
            test = _parser.get_doctest(docstring, {}, name, name, 0)
        except ValueError:
            continue
        if not any(_is_live(each) for each in test.examples):
            continue
        failure = _run(test, own)
        outcomes.append({"name": name, "failure": failure, "reason": failure and _reason(failure)})
    return json.dumps(outcomes)


def _reason(failure):
    """One line: the error that was raised, or that the output differs."""
    if "Exception raised:" not in failure:
        return "other output than expected"
    lines = failure.partition("Exception raised:")[2].splitlines()
    errors = [line.strip() for line in lines if re.match(r"    [\w.]+(:|$)", line) and "Traceback" not in line]
    return re.sub(r"^[\w.]+\.(?=\w+:)", "", errors[0])[:REASON_CHARACTERS] if errors else "an error"


def _run(test, own):
    spark = SparkSession.builder.getOrCreate().newSession()
    SparkSession._default = SparkSession._active = spark
    test.globs = _names(spark, own)
    out = io.StringIO()
    runner = doctest.DocTestRunner(optionflags=FLAGS | doctest.REPORT_ONLY_FIRST_FAILURE, verbose=False)
    warnings.simplefilter("ignore")
    with contextlib.redirect_stdout(io.StringIO()), virtual_time():
        runner.run(test, out=out.write, clear_globs=True)
    with contextlib.suppress(Exception):
        for query in spark.streams.active:
            query.stop()
    return out.getvalue()[:SHOWN_CHARACTERS] if runner.failures else None
