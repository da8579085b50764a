/** Cases of tests/oracle/cases/readers.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('readers', () => ({}), {
  csv_header: ({ spark, data_dir }) => spark.read.csv(`${data_dir}/people.csv`, { header: true }),
  csv_infer: ({ spark, data_dir }) => spark.read.option('header', true).option('inferSchema', true).csv(`${data_dir}/people.csv`),
  csv_no_header: ({ spark, data_dir }) => spark.read.csv(`${data_dir}/data.csv`),
  csv_schema: ({ spark, data_dir }) => spark.read.schema('id int, s string, v double').csv(`${data_dir}/data.csv`),
  csv_corrupt_column: ({ spark, data_dir }) => spark.read.schema('id int, s string, _corrupt_record string').csv(`${data_dir}/data.csv`),
  csv_drop_malformed: ({ spark, data_dir }) => spark.read.schema('id int, s string').option('mode', 'DROPMALFORMED').csv(`${data_dir}/data.csv`),
  csv_failfast: ({ spark, data_dir }) => spark.read.schema('id int, s string').option('mode', 'FAILFAST').csv(`${data_dir}/data.csv`),
  csv_options: ({ spark, data_dir }) => spark.read.csv(`${data_dir}/data.csv`, { header: true, sep: ';', quote: '\'', comment: '#', nullValue: 'NA', ignoreLeadingWhiteSpace: true, ignoreTrailingWhiteSpace: true, inferSchema: true }),
  csv_multiline_and_quotes: ({ spark, data_dir }) => spark.read.csv(`${data_dir}/data.csv`, { header: true, multiLine: true }),
  csv_dates: ({ spark, data_dir }) => spark.read.csv(`${data_dir}/data.csv`, { header: true, schema: 'd date, t timestamp', dateFormat: 'dd/MM/yyyy', timestampFormat: 'dd/MM/yyyy HH:mm' }),
  csv_two_files: ({ spark, data_dir }) => spark.read.csv(`${data_dir}/in`, { header: true, inferSchema: true }),
  csv_empty_lines: ({ spark, data_dir }) => spark.read.csv(`${data_dir}/data.csv`, { header: true }),
  csv_duplicate_header: ({ spark, data_dir }) => spark.read.csv(`${data_dir}/data.csv`, { header: true }),
  json_infer: ({ spark, data_dir }) => spark.read.json(`${data_dir}/data.json`),
  json_merge_types: ({ spark, data_dir }) => spark.read.json(`${data_dir}/data.json`),
  json_schema: ({ spark, data_dir }) => spark.read.schema('id int, t timestamp, d date, n decimal(5,2)').json(`${data_dir}/data.json`),
  json_corrupt: ({ spark, data_dir }) => spark.read.schema('id int, _corrupt_record string').json(`${data_dir}/data.json`),
  json_multiline: ({ spark, data_dir }) => spark.read.option('multiLine', true).json(`${data_dir}/data.json`),
  text: ({ spark, data_dir }) => spark.read.text(`${data_dir}/notes.txt`).select('value', F.length('value').alias('n')),
  format_load: ({ spark, data_dir }) => spark.read.format('csv').options({ header: 'true', inferSchema: 'true' }).load(`${data_dir}/people.csv`),
  path_missing: ({ spark, data_dir }) => spark.read.csv(`${data_dir}/nowhere.csv`),
  unknown_format: ({ spark, data_dir }) => spark.read.format('excel').load(`${data_dir}/people.csv`),
});
