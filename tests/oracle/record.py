"""Records every case on real PySpark: `python record.py [--only <glob>]`."""

import argparse
import fnmatch
import json
import logging
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pyspark
from pyspark.sql import SparkSession

from recorder import case_files, outcome, streaming, write

HERE = Path(__file__).parent


def start_spark(scratch: str) -> SparkSession:
    """The session that all recordings share: two partitions by default, UTC, everything else Spark's default."""
    builder = SparkSession.builder.master("local[2]").appName("oracle")
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.session.timeZone": "UTC",
        "spark.driver.extraJavaOptions": "-Duser.timezone=UTC",
        "spark.sql.warehouse.dir": f"{scratch}/warehouse",
    }
    for key, value in settings.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    # Errors are what many cases are about: PySpark would log each with its JVM trace.
    logging.disable(logging.CRITICAL)
    return spark


def previous(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    return {each["id"]: each for each in json.loads(path.read_text())["cases"]}


def record_family(spark: SparkSession, family: str, cases: list[case_files.Case], only: str | None) -> int:
    """Records a family's cases; those that `only` leaves out keep what was recorded before."""
    path = HERE / "recordings" / f"{family}.json"
    old = previous(path)
    done = 0
    recordings = []
    for case in cases:
        if only and not fnmatch.fnmatch(case.id, only):
            if case.id in old:
                recordings.append(old[case.id])
            continue
        began = time.monotonic()
        recordings.append(outcome.run(spark, case))
        done += 1
        took = time.monotonic() - began
        if took > 5:
            print(f"slow: {case.id} took {took:.1f} s", file=sys.stderr)
    if done:
        write.write_json(path, {"spark": pyspark.__version__, "family": family, "cases": recordings})
    return done


def record_streaming(spark: SparkSession, only: str | None) -> int:
    """Plays the streaming scripts; their ids are `streaming/<file name>`."""
    folder = HERE / "streaming"
    done = 0
    for path in sorted((folder / "scripts").glob("*.json")):
        if only and not fnmatch.fnmatch(f"streaming/{path.stem}", only):
            continue
        script = json.loads(path.read_text())
        recording = {"spark": pyspark.__version__, **streaming.play(spark, script)}
        write.write_json(folder / "recordings" / path.name, recording)
        done += 1
    if not only or fnmatch.fnmatch("streaming/progress-shape", only):
        write.write_json(folder / "progress-shape.json", streaming.progress_shape(spark))
        done += 1
    return done


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", help="record only the cases whose id matches, for example 'joins/*' or 'streaming/*'")
    options = parser.parse_args()
    families = case_files.read_all(HERE / "cases")
    with tempfile.TemporaryDirectory(prefix="oracle-spark-") as scratch:
        spark = start_spark(scratch)
        try:
            done = sum(record_family(spark, family, cases, options.only) for family, cases in families.items())
            done += record_streaming(spark, options.only)
        finally:
            spark.stop()
    print(f"recorded {done} cases")
    if not done:
        sys.exit(f"no case matches {options.only!r}")


if __name__ == "__main__":
    main()
