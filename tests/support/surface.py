"""Tells the public surface of whichever `pyspark` is on the path, as JSON: names, kinds, parameters and their defaults.

Run once with an installed PySpark and once with the facade (`PYTHONPATH=python`): scripts/conformance/surface.ts compares.
"""

import importlib
import inspect
import json
import types

MODULES = """pyspark pyspark.accumulators pyspark.broadcast pyspark.conf pyspark.errors pyspark.files pyspark.rdd pyspark.resultiterable
pyspark.sql pyspark.sql.catalog pyspark.sql.column pyspark.sql.conf pyspark.sql.context pyspark.sql.dataframe pyspark.sql.datasource
pyspark.sql.functions pyspark.sql.group pyspark.sql.merge pyspark.sql.observation pyspark.sql.readwriter pyspark.sql.session
pyspark.sql.streaming pyspark.sql.streaming.listener pyspark.sql.streaming.query pyspark.sql.streaming.readwriter pyspark.sql.table_arg
pyspark.sql.tvf pyspark.sql.types pyspark.sql.udf pyspark.sql.udtf pyspark.sql.window pyspark.statcounter pyspark.status
pyspark.storagelevel pyspark.taskcontext pyspark.testing""".split()
OPERATORS = """__getitem__ __contains__ __iter__ __bool__ __len__ __call__ __enter__ __exit__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__
__add__ __sub__ __mul__ __truediv__ __mod__ __pow__ __and__ __or__ __invert__ __neg__ __radd__ __rsub__ __rmul__ __rtruediv__
__rmod__ __rpow__ __rand__ __ror__""".split()
# Made by methods, never by their users: what they are made of is each implementation's own.
MADE_BY_METHODS = """Accumulator Broadcast Catalog Column DataFrame DataFrameReader DataFrameWriter DataFrameWriterV2 DataStreamReader
DataStreamWriter GroupedData MergeIntoWriter RDD RDDBarrier RuntimeConfig SparkSession StatusTracker StreamingQuery StreamingQueryManager
TableArg TableValuedFunction TaskContext BarrierTaskContext WindowSpec UserDefinedFunction UserDefinedTableFunction SparkContext""".split()


def text(value):
    if value is inspect.Parameter.empty:
        return None
    if type(value).__name__ in ("_NoValueType", "object"):
        return "<no value>"
    if isinstance(value, (str, int, float, type(None), tuple, list, dict)):
        return repr(value)
    return getattr(value, "__name__", type(value).__name__) if callable(value) else type(value).__name__


def parameters(function):
    try:
        found = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return None
    stars = {"VAR_POSITIONAL": "*", "VAR_KEYWORD": "**"}
    shown = [stars.get(p.kind.name, "") + p.name + ("" if text(p.default) is None else f"={text(p.default)}") for p in found if p.name not in ("self", "cls")]
    return ", ".join(shown)


def member(raw):
    if isinstance(raw, (staticmethod, classmethod)):
        raw = raw.__func__
    if isinstance(raw, property) or "property" in type(raw).__name__.lower():
        return "property"
    if isinstance(raw, type):
        return "class"
    return f"method({parameters(raw)})" if callable(raw) else f"value {text(raw)}"


def of_class(cls):
    described = {}
    if cls.__name__ not in MADE_BY_METHODS and cls.__init__ is not object.__init__:
        described["__init__"] = f"method({parameters(cls.__init__)})"
    left_out = getattr(cls, "_left_out", ())
    for name in {*dir(cls), *left_out}:
        if name.startswith("_") and name not in OPERATORS:
            continue
        owner = next((k for k in cls.__mro__ if name in k.__dict__), None)
        if owner is None:
            described[name] = "named"
        elif owner.__module__.startswith("pyspark"):
            described[name] = member(owner.__dict__[name])
    return described


def of_module(name):
    try:
        module = importlib.import_module(name)
    except ImportError:
        return None
    listed = getattr(module, "__all__", None)
    described = {}
    for each in sorted(listed if listed is not None else dir(module)):
        value = getattr(module, each, None)
        home = getattr(value, "__module__", "")
        if each.startswith("_") or isinstance(value, types.ModuleType) or (listed is None and (home != name or not isinstance(value, (type, types.FunctionType)))):
            continue
        if isinstance(value, type):
            described[each] = "class"
            described.update({f"{each}.{key}": kind for key, kind in of_class(value).items()})
        elif callable(value):
            described[each] = f"function({parameters(value)})"
        else:
            described[each] = "value"
    return described


if __name__ == "__main__":
    print(json.dumps({name: of_module(name) for name in MODULES}))
