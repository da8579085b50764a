"""Records how each function of `pyspark.sql.functions` turns its Python arguments into an expression.

Run with a real PySpark (see tests/oracle): `python record_functions.py`, which writes functions.json beside this file.
Nothing but behaviour is recorded: a function is called with probes (a text, a Column, a number, nothing) and the
expression that comes back is read. `scripts/generate-python.ts` makes our functions module from it.

A function that is no plain list of its arguments (lambdas, options, reordered or added arguments) is listed under
`special` with its signature only; those are written by hand in pyspark/sql/functions.
"""

import inspect
import json
import logging
import warnings
from pathlib import Path

import pyspark
from pyspark.sql import Column, SparkSession
from pyspark.sql import functions as F

SKIPPED = {"udf", "pandas_udf", "arrow_udf", "udtf", "arrow_udtf", "broadcast", "col", "column", "lit", "expr", "cast", "overload"}
NUMBER = 7


def tree(node):
    """A ColumnNode as nested lists: ["attr", name], ["lit", text, is_text], ["fn", name, distinct, arguments]."""
    kind = node.getClass().getSimpleName()
    if kind == "UnresolvedAttribute":
        return ["attr", node.nameParts().mkString(".")]
    if kind == "Literal":
        value = node.value()
        return ["lit", value]
    if kind == "UnresolvedFunction":
        arguments = node.arguments()
        return ["fn", node.functionName(), node.isDistinct(), [tree(arguments.apply(i)) for i in range(arguments.size())]]
    return [kind, str(node.sql())]


def call(function, arguments, keywords=None):
    """The expression of a call, or None where PySpark or Spark refuses it."""
    try:
        result = function(*arguments, **(keywords or {}))
        return tree(result._jc.node()) if isinstance(result, Column) else None
    except Exception:
        return None


def find(result, probe):
    """How a probe shows up among the arguments: 'col', 'lit' or None."""
    if result is None or result[0] != "fn":
        return None
    for each in result[3]:
        if each == ["attr", probe]:
            return "col"
        if each == ["lit", probe]:
            return "lit"
    return None


def guesses(parameter):
    """Values that may fill a required parameter while others are probed."""
    return [f"p_{parameter.name}", NUMBER, F.col(f"p_{parameter.name}"), 0.5, True]


def fill(function, required):
    """Required arguments with which the function can be called at all, texts wherever they are taken."""
    chosen = [guesses(p)[0] for p in required]
    if call(function, chosen) is not None:
        return chosen
    for index, parameter in enumerate(required):
        for value in guesses(parameter)[1:]:
            trial = [*chosen[:index], value, *chosen[index + 1:]]
            if call(function, trial) is not None:
                return trial
    for value in (NUMBER, 0.5):
        trial = [f"p_{p.name}" if i == 0 else value for i, p in enumerate(required)]
        if call(function, trial) is not None:
            return trial
    trial = [F.col(f"p_{p.name}") for p in required]
    return trial if call(function, trial) is not None else None


def mode(function, base, required, parameter):
    """Which kinds of value the parameter takes, and what a text means there."""
    def attempt(value):
        if parameter in required:
            index = required.index(parameter)
            return call(function, [*base[:index], value, *base[index + 1:]])
        return call(function, base, {parameter.name: value})

    text = find(attempt(f"q_{parameter.name}"), f"q_{parameter.name}")
    column = find(attempt(F.col("z_z")), "z_z")
    taken = attempt(NUMBER)
    number = taken is not None and any(each[0] == "lit" and each[1] == NUMBER for each in (taken[3] if taken[0] == "fn" else []))
    flag_result = attempt(True)
    flag = flag_result is not None and any(each == ["lit", True] for each in (flag_result[3] if flag_result[0] == "fn" else []))
    found = {"text": text, "column": column == "col", "number": number, "flag": flag}
    half = attempt(0.5)
    if half is not None and half[0] == "fn" and ["lit", 0.5] in half[3]:
        found["fraction"] = True
    return found


def convert(value, how, parameter_name):
    if isinstance(value, Column):
        return tree(value._jc.node())
    if isinstance(value, str) and how["text"] == "col":
        return ["attr", value]
    return ["lit", value]


def predicted(parameters, modes, values):
    """The arguments that a plain list of the parameters would give."""
    arguments = []
    for parameter in parameters:
        value = values.get(parameter.name, parameter.default)
        if parameter.kind is inspect.Parameter.VAR_POSITIONAL:
            arguments += [convert(each, modes[parameter.name], parameter.name) for each in values.get(parameter.name, ())]
        elif value is None and not modes[parameter.name].get("keeps_none"):
            continue
        else:
            arguments.append(convert(value, modes[parameter.name], parameter.name))
    return arguments


def variadic(function, required, parameter):
    """Whether *cols takes texts as columns, and a single list too."""
    base = [f"p_{p.name}" for p in required]
    texts = call(function, [*base, "v_1", "v_2"])
    if texts is None or texts[0] != "fn":
        return None
    return {
        "text": find(texts, "v_1"),
        "column": find(call(function, [*base, F.col("v_1"), F.col("v_2")]), "v_1") == "col",
        "number": False,
        "flag": False,
        "list": find(call(function, [*base, ["v_1", "v_2"]]), "v_1") is not None,
    }


def describe(name, function):
    signature = inspect.signature(function)
    parameters = list(signature.parameters.values())
    entry = {"name": name, "params": [], "target": None, "distinct": False, "internal": False}
    for p in parameters:
        shown = {"name": p.name}
        if p.kind is inspect.Parameter.VAR_POSITIONAL:
            shown["variadic"] = True
        if p.default is not inspect.Parameter.empty:
            shown["default"] = repr(p.default)
        entry["params"].append(shown)
    positional = [p for p in parameters if p.kind is not inspect.Parameter.VAR_POSITIONAL]
    required = [p for p in positional if p.default is inspect.Parameter.empty]
    rest = [p for p in parameters if p.kind is inspect.Parameter.VAR_POSITIONAL]
    base = fill(function, required) if required else []
    if base is None:
        return entry, False
    extra = ["v_1", "v_2"] if rest else []
    result = call(function, [*base, *extra])
    if result is None or result[0] != "fn":
        return entry, False
    entry["target"] = result[1]
    entry["distinct"] = result[2]
    modes = {p.name: mode(function, [*base, *(extra if p in required else [])] if not rest else base + extra, required, p) for p in positional}
    for p in rest:
        found = variadic(function, required, p)
        if found is None:
            return entry, False
        modes[p.name] = found
    for shown in entry["params"]:
        shown.update(modes[shown["name"]])
    values = {p.name: base[i] for i, p in enumerate(required)}
    if rest:
        values[rest[0].name] = extra
    optional = [p for p in positional if p.default is not inspect.Parameter.empty]
    plain = predicted(parameters, modes, values) == result[3]
    if not plain:
        for p in optional:
            if p.default is None:
                modes[p.name]["keeps_none"] = True
        if predicted(parameters, modes, values) == result[3]:
            plain = True
            for shown in entry["params"]:
                shown.update(modes[shown["name"]])
    given = dict(values)
    for p in optional:
        how = modes[p.name]
        probe = f"q_{p.name}" if how["text"] else F.col("z_z") if how["column"] else NUMBER if how["number"] else True if how["flag"] else None
        if probe is None:
            return entry, False
        given[p.name] = probe
        keywords = {each.name: given[each.name] for each in optional if each.name in given}
        actual = call(function, [*base, *extra], keywords)
        plain = plain and actual is not None and actual[1] == entry["target"] and predicted(parameters, modes, given) == actual[3]
    return entry, plain


def main():
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    plain, special = [], []
    listed = set(F.__all__)
    for name in sorted(n for n in dir(F) if not n.startswith("_")):
        function = getattr(F, name)
        own = getattr(function, "__module__", "").startswith("pyspark.sql.functions")
        if not own or not inspect.isfunction(function) or name in SKIPPED:
            continue
        entry, is_plain = describe(name, function)
        entry["listed"] = name in listed
        (plain if is_plain else special).append(entry)
    spark.stop()
    document = {"pyspark": pyspark.__version__, "all": sorted(listed), "plain": plain, "special": special}
    lines = [f' "pyspark": {json.dumps(document["pyspark"])}', f' "all": {json.dumps(document["all"])}']
    for key in ("plain", "special"):
        rows = ",\n".join(f"  {json.dumps(each)}" for each in document[key])
        lines.append(f' "{key}": [\n{rows}\n ]')
    Path(__file__).with_name("functions.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
    print(f"{len(plain)} plain, {len(special)} special: {', '.join(each['name'] for each in special)}")


if __name__ == "__main__":
    main()
