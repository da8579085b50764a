"""Plays a streaming script through the facade and describes its micro-batches, in the recorder's words (tests/oracle)."""

import json

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from recorder.encode import cell

STATE_METRICS = ("operatorName", "numRowsTotal", "numRowsUpdated", "numRowsRemoved", "numRowsDroppedByWatermark")


class Player:
    """One script's query, its input folder and its checkpoint."""

    def __init__(self, spark, script, folder):
        self.spark = spark
        self.script = script
        self.folder = folder
        self.files = 0
        self.query = None
        self.rows = {}
        events = spark.readStream.schema(script["schema"]).option("maxFilesPerTrigger", 1).json(f"{folder}/in")
        names = {"spark": spark, "events": events}
        exec("\n".join(script["query"]), names)
        self.result = names["result"]

    def add_rows(self, rows):
        columns = self.spark.createDataFrame([], self.script["schema"]).columns
        text = "".join(json.dumps(dict(zip(columns, row))) + "\n" for row in rows)
        self.spark._call("files", method="write", path=f"{self.folder}/in/{self.files:04}.json", text=text)
        self.files += 1

    def take(self, batch, batch_id):
        rows = [[cell(value, field.dataType) for value, field in zip(row, batch.schema)] for row in batch.collect()]
        if not self.script.get("ordered"):
            rows.sort(key=lambda row: json.dumps(row))
        self.rows[batch_id] = rows

    def start(self, trigger):
        writer = (
            self.result.writeStream.outputMode(self.script["outputMode"])
            .option("checkpointLocation", f"{self.folder}/checkpoint")
            .foreachBatch(self.take)
        )
        if trigger:
            writer = writer.trigger(**trigger)
        self.query = writer.start()

    def batches(self):
        progress = {each["batchId"]: each for each in self.query.recentProgress}
        ran, self.rows = self.rows, {}
        return [_batch(progress[batch_id], rows) for batch_id, rows in sorted(ran.items())]

    def play(self):
        recorded = []
        for step in self.script["steps"]:
            if "start" in step:
                self.start(step["start"])
            elif "addRows" in step:
                self.add_rows(step["addRows"])
            elif "processAll" in step:
                self.query.processAllAvailable()
                recorded.append({"batches": self.batches()})
            elif "awaitTermination" in step:
                self.query.awaitTermination(120)
                recorded.append({"batches": self.batches()})
            else:
                self.query.stop()
        return recorded


def _batch(progress, rows):
    return {
        "batchId": progress["batchId"],
        "numInputRows": progress["numInputRows"],
        "eventTime": dict(sorted((progress["eventTime"] or {}).items())),
        "stateOperators": [{key: each[key] for key in STATE_METRICS} for each in progress["stateOperators"]],
        "rows": rows,
    }


def play(text):
    """What a script's query did, as JSON: `schema` and `processed`, or `error`."""
    script = json.loads(text)
    spark = SparkSession(session_id=f"stream-{script['id']}")
    SparkSession._default = SparkSession._active = spark
    for key, value in script["conf"].items():
        spark.conf.set(key, value)
    try:
        player = Player(spark, script, f"/streams/{script['id']}")
        played = {"schema": player.result.schema.jsonValue()["fields"], "processed": player.play()}
    except PySparkException as error:
        played = {
            "error": {
                "class": type(error).__name__,
                "condition": error.getCondition(),
                "sqlState": error.getSqlState(),
                "text": str(error),
            }
        }
    for query in spark.streams.active:
        query.stop()
    return json.dumps(played)
