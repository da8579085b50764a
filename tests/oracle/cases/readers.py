from pyspark.sql import functions as F

# --- case: csv_header
# file: people.csv
# | id,name,score
# | 1,Ada,9.5
# | 2,"Bob, Jr.",
# | 3,,7
result = spark.read.csv(f"{data_dir}/people.csv", header=True)

# --- case: csv_infer
# file: people.csv
# | id,name,score,joined,ok,seen
# | 1,Ada,9.5,2024-01-02,true,2024-01-02 10:00:00
# | 2,"Bob, Jr.",,2024-01-03,false,2024-01-02T11:30:00
# | 3000000000,,7,,,
result = spark.read.option("header", True).option("inferSchema", True).csv(f"{data_dir}/people.csv")

# --- case: csv_no_header
# file: data.csv
# | 1,a
# | 2,b
result = spark.read.csv(f"{data_dir}/data.csv")

# --- case: csv_schema
# file: data.csv
# | 1,a,1.5
# | x,b,2.5
# | 3,c
# | 4,d,4.5,extra
result = spark.read.schema("id int, s string, v double").csv(f"{data_dir}/data.csv")

# --- case: csv_corrupt_column
# file: data.csv
# | 1,a
# | x,b
result = spark.read.schema("id int, s string, _corrupt_record string").csv(f"{data_dir}/data.csv")

# --- case: csv_drop_malformed
# file: data.csv
# | 1,a
# | x,b
# | 3,c
result = spark.read.schema("id int, s string").option("mode", "DROPMALFORMED").csv(f"{data_dir}/data.csv")

# --- case: csv_failfast
# file: data.csv
# | 1,a
# | x,b
result = spark.read.schema("id int, s string").option("mode", "FAILFAST").csv(f"{data_dir}/data.csv")

# --- case: csv_options
# file: data.csv
# | # comment
# | id;text;n
# | 1;'a;b';NA
# | 2; padded ;5
result = spark.read.csv(f"{data_dir}/data.csv", header=True, sep=";", quote="'", comment="#", nullValue="NA", ignoreLeadingWhiteSpace=True, ignoreTrailingWhiteSpace=True, inferSchema=True)

# --- case: csv_multiline_and_quotes
# file: data.csv
# | id,text
# | 1,"two
# | lines"
# | 2,"say \"hi\""
# | 3,"a ""b"""
result = spark.read.csv(f"{data_dir}/data.csv", header=True, multiLine=True)

# --- case: csv_dates
# file: data.csv
# | d,t
# | 29/02/2024,29/02/2024 10:30
result = spark.read.csv(f"{data_dir}/data.csv", header=True, schema="d date, t timestamp", dateFormat="dd/MM/yyyy", timestampFormat="dd/MM/yyyy HH:mm")

# --- case: csv_two_files
# file: in/a.csv
# | id
# | 1
# file: in/b.csv
# | id
# | 2
result = spark.read.csv(f"{data_dir}/in", header=True, inferSchema=True)

# --- case: csv_empty_lines
# file: data.csv
# | id,s
# |
# | 1,a
# |
# | 2,
result = spark.read.csv(f"{data_dir}/data.csv", header=True)

# --- case: csv_duplicate_header
# file: data.csv
# | a,a,
# | 1,2,3
result = spark.read.csv(f"{data_dir}/data.csv", header=True)

# --- case: json_infer
# file: data.json
# | {"id": 1, "name": "Ada", "tags": ["x", "y"], "at": {"lat": 1.5}}
# | {"id": 2, "score": 2.5, "ok": true, "at": {"lon": 7}}
# | {"id": 3, "score": 3, "name": null, "tags": []}
result = spark.read.json(f"{data_dir}/data.json")

# --- case: json_merge_types
# file: data.json
# | {"a": 1, "b": 1, "c": "x", "d": [1]}
# | {"a": 2.5, "b": "s", "c": {"k": 1}, "d": ["y"]}
result = spark.read.json(f"{data_dir}/data.json")

# --- case: json_schema
# file: data.json
# | {"id": 1, "t": "2024-01-01T10:00:00Z", "d": "2024-01-01", "n": "1.50"}
# | {"id": "x", "t": null}
# | {"other": 1}
result = spark.read.schema("id int, t timestamp, d date, n decimal(5,2)").json(f"{data_dir}/data.json")

# --- case: json_corrupt
# file: data.json
# | {"id": 1}
# | {"id":
result = spark.read.schema("id int, _corrupt_record string").json(f"{data_dir}/data.json")

# --- case: json_multiline
# file: data.json
# | [
# |   {"id": 1, "s": "a"},
# |   {"id": 2, "s": "b"}
# | ]
result = spark.read.option("multiLine", True).json(f"{data_dir}/data.json")

# --- case: text
# ordered
# file: notes.txt
# | first line
# |
# | third
result = spark.read.text(f"{data_dir}/notes.txt").select("value", F.length("value").alias("n"))

# --- case: format_load
# file: people.csv
# | id,name
# | 1,Ada
result = spark.read.format("csv").options(header="true", inferSchema="true").load(f"{data_dir}/people.csv")

# --- case: path_missing
# file: people.csv
# | id
result = spark.read.csv(f"{data_dir}/nowhere.csv")

# --- case: unknown_format
# file: people.csv
# | id
result = spark.read.format("excel").load(f"{data_dir}/people.csv")

# --- case: write_and_read_csv
# file: people.csv
# | id,name
# | 1,"A,da"
# | 2,
spark.read.csv(f"{data_dir}/people.csv", header=True, inferSchema=True).coalesce(1).write.mode("overwrite").option("header", True).csv(f"{data_dir}/out")
result = spark.read.csv(f"{data_dir}/out", header=True, inferSchema=True)

# --- case: write_and_read_json
# file: people.csv
# | id,name
# | 1,Ada
# | 2,
spark.read.csv(f"{data_dir}/people.csv", header=True, inferSchema=True).write.json(f"{data_dir}/out")
result = spark.read.json(f"{data_dir}/out")

# --- case: write_exists
# file: people.csv
# | id,name
# | 1,Ada
df = spark.read.csv(f"{data_dir}/people.csv", header=True)
df.write.csv(f"{data_dir}/out")
df.write.csv(f"{data_dir}/out")
