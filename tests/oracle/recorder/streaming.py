"""Plays a streaming script on Structured Streaming: one file is one batch, rows taken by foreachBatch."""

import hashlib
import json
import os
import tempfile
import threading
from pathlib import Path
from typing import Any

from pyspark.sql import DataFrame, SparkSession

from .encode import cell
from .outcome import activate, describe_error

BATCHES_MAX_SECONDS = 120
STATE_METRICS = ("operatorName", "numRowsTotal", "numRowsUpdated", "numRowsRemoved", "numRowsDroppedByWatermark")
MTIME_START = 1_700_000_000


def script_hash(script: dict[str, Any]) -> str:
    text = json.dumps(script, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class Player:
    """One script's query, its input folder and its checkpoint."""

    def __init__(self, spark: SparkSession, script: dict[str, Any], folder: str):
        self.spark = spark
        self.script = script
        self.folder = Path(folder)
        self.input = self.folder / "in"
        self.input.mkdir()
        self.files = 0
        self.query = None
        self.rows: dict[int, list[Any]] = {}
        self.lock = threading.Lock()
        events = (
            spark.readStream.schema(script["schema"]).option("maxFilesPerTrigger", 1).json(str(self.input))
        )
        names: dict[str, Any] = {"spark": spark, "events": events}
        exec("\n".join(script["query"]), names)
        self.result: DataFrame = names["result"]

    def add_rows(self, rows: list[list[Any]]) -> None:
        """A chunk of rows becomes a file; the source reads files by modification time, one a batch."""
        columns = self.spark.createDataFrame([], self.script["schema"]).columns
        text = "".join(json.dumps(dict(zip(columns, row))) + "\n" for row in rows)
        hidden = self.folder / "next"
        hidden.write_text(text)
        os.utime(hidden, (MTIME_START + self.files, MTIME_START + self.files))
        hidden.rename(self.input / f"{self.files:04}.json")
        self.files += 1

    def take(self, batch: DataFrame, batch_id: int) -> None:
        schema = batch.schema
        rows = [[cell(value, field.dataType) for value, field in zip(row, schema)] for row in batch.collect()]
        if not self.script.get("ordered"):
            rows.sort(key=lambda row: json.dumps(row))
        with self.lock:
            self.rows[batch_id] = rows

    def start(self, trigger: dict[str, Any]) -> None:
        writer = (
            self.result.writeStream.outputMode(self.script["outputMode"])
            .option("checkpointLocation", str(self.folder / "checkpoint"))
            .foreachBatch(self.take)
        )
        if trigger:
            writer = writer.trigger(**trigger)
        self.query = writer.start()

    def batches(self) -> list[dict[str, Any]]:
        """The batches that ran since the last call, in order, with what their progress says."""
        progress = {}
        for each in map(as_dict, self.query.recentProgress):
            if "addBatch" in each["durationMs"]:
                progress[each["batchId"]] = each
        with self.lock:
            ran, self.rows = self.rows, {}
        return [describe_batch(progress[batch_id], rows) for batch_id, rows in sorted(ran.items())]

    def play(self) -> list[dict[str, Any]]:
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
                if not self.query.awaitTermination(BATCHES_MAX_SECONDS):
                    raise TimeoutError(f"{self.script['id']} did not end")
                recorded.append({"batches": self.batches()})
            elif "stop" in step:
                self.query.stop()
            else:
                raise ValueError(f"unknown step {step}")
        return recorded


def describe_batch(progress: dict[str, Any], rows: list[Any]) -> dict[str, Any]:
    return {
        "batchId": progress["batchId"],
        "numInputRows": progress["numInputRows"],
        "eventTime": {key: progress["eventTime"][key] for key in sorted(progress.get("eventTime") or {})},
        "stateOperators": [{key: each[key] for key in STATE_METRICS} for each in progress["stateOperators"]],
        "rows": rows,
    }


def play(root: SparkSession, script: dict[str, Any]) -> dict[str, Any]:
    """Plays a script in a session of its own and returns its recording."""
    spark = root.newSession()
    # Else the file source filters while it reads, and numInputRows is not what arrived.
    spark.conf.set("spark.sql.json.filterPushdown.enabled", "false")
    for key, value in script.get("conf", {}).items():
        spark.conf.set(key, value)
    activate(spark)
    recording: dict[str, Any] = {"id": script["id"], "source": script_hash(script)}
    with tempfile.TemporaryDirectory(prefix="oracle-stream-") as folder:
        player = None
        try:
            player = Player(spark, script, folder)
            recording["schema"] = player.result.schema.jsonValue()["fields"]
            recording["processed"] = player.play()
        except Exception as error:
            recording["error"] = describe_error(error, "analysis")
        finally:
            if player and player.query:
                player.query.stop()
    return recording


def shape(value: Any) -> Any:
    """The names and kinds in a progress report, without its numbers."""
    if isinstance(value, dict):
        return {key: shape(value[key]) for key in value}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__


def progress_shape(root: SparkSession) -> dict[str, Any]:
    """What lastProgress holds, for a windowed count into the memory sink, in update mode."""
    spark = root.newSession()
    activate(spark)
    with tempfile.TemporaryDirectory(prefix="oracle-stream-") as folder:
        source = Path(folder, "in")
        source.mkdir()
        (source / "0.json").write_text('{"ts": "2024-01-01T12:00:00Z"}\n')
        events = spark.readStream.schema("ts timestamp").json(str(source)).withWatermark("ts", "10 minutes")
        query = (
            events.groupBy("ts").count().writeStream.outputMode("update").format("memory").queryName("shape")
            .option("checkpointLocation", f"{folder}/checkpoint").start()
        )
        try:
            query.processAllAvailable()
            ran = [each for each in map(as_dict, query.recentProgress) if each["numInputRows"]]
            status = shape(query.status)
        finally:
            query.stop()
    # Which Spark-internal measurements a state store adds is its own affair.
    for each in ran[0]["stateOperators"]:
        each.pop("customMetrics", None)
    return {"lastProgress": shape(ran[0]), "status": status}


def as_dict(progress: Any) -> dict[str, Any]:
    return json.loads(progress.json) if hasattr(progress, "json") else dict(progress)
