"""Plays one streaming script through the facade and describes its micro-batches, in the recorder's words (tests/oracle)."""

import json
from itertools import count

from pyspark.sql import SparkSession
from recorder.encode import cell
from replay import _error

STATE_METRICS = ("operatorName", "numRowsTotal", "numRowsUpdated", "numRowsRemoved", "numRowsDroppedByWatermark")
SECOND = 1_000_000

_numbers = count(1)


class Player:
    """One script's query, its input folder and its checkpoint, in the engine's own file system."""

    def __init__(self, spark, script, folder):
        self.spark, self.script, self.folder = spark, script, folder
        self.files = 0
        self.query = None
        self.rows = {}
        # A folder must be there to be read as a stream.
        spark._call("files", method="write", path=f"{folder}/in/_started", text="")
        events = spark.readStream.schema(script["schema"]).option("maxFilesPerTrigger", 1).json(f"{folder}/in")
        names = {"spark": spark, "events": events}
        exec("\n".join(script["query"]), names)
        self.result = names["result"]

    def add_rows(self, rows):
        columns = self.spark.createDataFrame([], self.script["schema"]).columns
        text = "".join(json.dumps(dict(zip(columns, row))) + "\n" for row in rows)
        self.spark._call("advanceClock", micros=SECOND)
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
        progress = {each["batchId"]: each for each in self.query.recentProgress if "addBatch" in each["durationMs"]}
        ran, self.rows = self.rows, {}
        return [describe_batch(progress[batch_id], rows) for batch_id, rows in sorted(ran.items())]

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


def describe_batch(progress, rows):
    event_time = progress.get("eventTime") or {}
    return {
        "batchId": progress["batchId"],
        "numInputRows": progress["numInputRows"],
        "eventTime": {key: event_time[key] for key in sorted(event_time)},
        "stateOperators": [{key: each[key] for key in STATE_METRICS} for each in progress["stateOperators"]],
        "rows": rows,
    }


def play_script(text):
    """A script's outcome as JSON, in a session of its own."""
    script = json.loads(text)
    spark = SparkSession.builder.getOrCreate().newSession()
    SparkSession._default = SparkSession._active = spark
    for key, value in script.get("conf", {}).items():
        spark.conf.set(key, value)
    outcome = {}
    player = None
    try:
        player = Player(spark, script, f"/stream/{next(_numbers)}")
        outcome["schema"] = player.result.schema.jsonValue()["fields"]
        outcome["processed"] = player.play()
    except Exception as error:
        outcome["error"] = _error(error, "analysis")
    finally:
        if player and player.query:
            player.query.stop()
    return json.dumps(outcome)
