"""Runs programs on real PySpark for the fuzzer: a request a line on stdin, an answer a line on stdout.

Request: `{"tables": {name: source}, "conf": {key: value}, "code": source, "compile": bool}`. The tables' sources are expressions;
a table is made once and kept while its source stays the same. Answer: the outcome as tests/oracle's recorder words it,
without operators and the text of `show`. With `compile` the query runs as Spark runs it by default; without it Spark
interprets expressions, which means the same and spares the time that its code generator takes.
"""

import datetime
import json
import logging
import os
import sys
import tempfile
from decimal import Decimal

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "oracle"))

from pyspark.sql import DataFrame, Row, SparkSession, Window  # noqa: E402
from pyspark.sql import functions as F  # noqa: E402
from pyspark.sql import types as T  # noqa: E402
from recorder.encode import cell  # noqa: E402
from recorder.outcome import activate, describe_error  # noqa: E402

SHARED = {"F": F, "T": T, "Window": Window, "Row": Row, "Decimal": Decimal, "datetime": datetime}


def start(scratch):
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.extraJavaOptions": "-Duser.timezone=UTC",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.adaptive.enabled": "false",
        # Places in the code are the recordings' business, and finding them takes time.
        "spark.sql.dataFrameQueryContext.enabled": "false",
        "spark.default.parallelism": "1",
        "spark.sql.warehouse.dir": f"{scratch}/warehouse",
        "spark.sql.ui.retainedExecutions": "1",
        "spark.ui.retainedJobs": "1",
        "spark.ui.retainedStages": "1",
        "spark.ui.retainedTasks": "1",
    }
    builder = SparkSession.builder.master("local[1]").appName("fuzz")
    for key, value in settings.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    logging.disable(logging.CRITICAL)
    return spark


class Server:
    def __init__(self, root):
        self.root = root
        self.spark = root
        self.sources = {}
        self.tables = {}

    def make_tables(self, sources):
        """In a new session whenever a table is another: nothing of the last programs is left in it."""
        if sources == self.sources:
            return
        self.spark = self.root.newSession()
        activate(self.spark)
        self.tables = {}
        for name, source in sources.items():
            self.tables[name] = eval(source, {**SHARED, "spark": self.spark})
            self.tables[name].createOrReplaceTempView(name)
        self.sources = sources

    def answer(self, request):
        self.make_tables(request["tables"])
        compiled = request.get("compile", False)
        settings = {
            "spark.sql.codegen.wholeStage": str(compiled).lower(),
            "spark.sql.codegen.factoryMode": "FALLBACK" if compiled else "NO_CODEGEN",
            **request["conf"],
        }
        for key, value in settings.items():
            self.spark.conf.set(key, value)
        activate(self.spark)
        names = {**SHARED, "__name__": "__main__", "spark": self.spark, **self.tables}
        stage = "analysis"
        try:
            exec(compile(request["code"], "<case>", "exec"), names)
            result = names["result"]
            schema = result.schema
            stage = "execution"
            collected = result.collect()
        except Exception as error:
            return {"error": describe_error(error, stage)}
        finally:
            for key in request["conf"]:
                self.spark.conf.unset(key)
        rows = [[cell(value, field.dataType) for value, field in zip(row, schema)] for row in collected]
        return {"schema": schema.jsonValue()["fields"], "rows": rows}


def main():
    answers = os.fdopen(os.dup(1), "w")
    # What libraries print must not mix with the answers.
    os.dup2(2, 1)
    with tempfile.TemporaryDirectory(prefix="fuzz-spark-") as scratch:
        server = Server(start(scratch))
        answers.write('{"ready": true}\n')
        answers.flush()
        for line in sys.stdin:
            try:
                answer = server.answer(json.loads(line))
            except Exception as error:
                answer = {"broken": f"{type(error).__name__}: {error}"}
            answers.write(json.dumps(answer) + "\n")
            answers.flush()


if __name__ == "__main__":
    main()
