"""Runs programs on real PySpark for the fuzzer: a request a line on stdin, an answer a line on stdout.

Request: `{"tables": {name: source}, "conf": {key: value}, "code": source, "compile": bool}`. The tables' sources are expressions;
a table is made once and kept while its source stays the same. Answer: the outcome as tests/oracle's recorder words it,
without operators and the text of `show`. With `compile` the query runs as Spark runs it by default; without it Spark
interprets expressions, plans without adaptive execution and knows the tables' rows, which means the same and spares most
of the time.
"""

import datetime
import json
import logging
import os
import subprocess
import sys
import tempfile
from decimal import Decimal

FUZZ = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
sys.path[:0] = [FUZZ, os.path.join(FUZZ, "..", "oracle")]

from collected import collected  # noqa: E402
from pyspark.sql import DataFrame, Row, SparkSession, Window  # noqa: E402
from pyspark.sql import functions as F  # noqa: E402
from pyspark.sql import types as T  # noqa: E402
from recorder.outcome import activate, describe_error  # noqa: E402

SHARED = {"F": F, "T": T, "Window": Window, "Row": Row, "Decimal": Decimal, "datetime": datetime}


def start(scratch):
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.extraJavaOptions": "-Duser.timezone=UTC -XX:+UseSerialGC",
        "spark.driver.memory": "2g",
        "spark.shuffle.compress": "false",
        "spark.broadcast.compress": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.adaptive.enabled": "false",
        # Places in the code are the recordings' business, and finding them takes time.
        "spark.sql.dataFrameQueryContext.enabled": "false",
        "spark.default.parallelism": "1",
        # Moments pass through Java objects without another calendar.
        "spark.sql.datetime.java8API.enabled": "true",
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


class World:
    """A session with tables. Where `local`, Spark knows their rows while it plans, and needs few jobs."""

    def __init__(self, root, local):
        self.root = root
        self.local = local
        self.spark = root
        self.sources = {}
        self.tables = {}

    def make(self, sources):
        """In a new session whenever a table is another: nothing of the last programs is left in it."""
        if sources == self.sources:
            return
        self.spark = self.root.newSession()
        activate(self.spark)
        self.tables = {}
        for name, source in sources.items():
            made = eval(source, {**SHARED, "spark": self.spark})
            self.tables[name] = self._as_local(made) if self.local else made
            self.tables[name].createOrReplaceTempView(name)
        self.sources = sources

    def _as_local(self, made):
        rows = made._jdf.collectAsList()
        return DataFrame(self.spark._jsparkSession.createDataFrame(rows, made._jdf.schema()), self.spark)


class Server:
    def __init__(self, root):
        self.worlds = {False: World(root, True), True: World(root, False)}

    def answer(self, request):
        compiled = request.get("compile", False)
        world = self.worlds[compiled]
        world.make(request["tables"])
        spark = world.spark
        settings = {
            "spark.sql.codegen.wholeStage": str(compiled).lower(),
            "spark.sql.codegen.factoryMode": "FALLBACK" if compiled else "NO_CODEGEN",
            "spark.sql.adaptive.enabled": str(compiled).lower(),
            "spark.sql.shuffle.partitions": "1",
            **request["conf"],
        }
        for key, value in settings.items():
            spark.conf.set(key, value)
        activate(spark)
        names = {**SHARED, "__name__": "__main__", "spark": spark, **world.tables}
        stage = "analysis"
        try:
            exec(compile(request["code"], "<case>", "exec"), names)
            result = names["result"]
            schema = result.schema
            stage = "execution"
            return collected(result, schema)
        except Exception as error:
            return {"error": describe_error(error, stage)}
        finally:
            for key in request["conf"]:
                spark.conf.unset(key)


def gone(java, answer):
    """Whether Spark's Java process has ended. Where Python lost touch with it, it is given a moment to do so."""
    lost = "Py4J" in str(answer.get("broken", "")) or "Network" in str(answer.get("error", {}).get("class", ""))
    try:
        java.wait(5 if lost else 0)
    except subprocess.TimeoutExpired:
        return lost
    return True


def main():
    answers = os.fdopen(os.dup(1), "w")
    # What libraries print must not mix with the answers.
    os.dup2(2, 1)
    with tempfile.TemporaryDirectory(prefix="fuzz-spark-") as scratch:
        root = start(scratch)
        java = root.sparkContext._gateway.proc
        server = Server(root)
        answers.write('{"ready": true}\n')
        answers.flush()
        for line in sys.stdin:
            try:
                answer = server.answer(json.loads(line))
            except Exception as error:
                answer = {"broken": f"{type(error).__name__}: {error}"}
            if gone(java, answer):
                # No answer: whoever reads starts Spark again and asks once more.
                os._exit(1)
            answers.write(json.dumps(answer) + "\n")
            answers.flush()


if __name__ == "__main__":
    main()
