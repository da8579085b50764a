/** What becomes of a user function's results that are not of its declared type: taken down from real Spark 4.3. */
import { beforeAll, describe, expect, it } from 'vitest';
import { fixedEnvironment } from '../../engine/core/index.ts';
import { Engine } from '../../engine/session/engine.ts';
import { startPython } from '../support/python.ts';

let ask: (kind: string, type: string, value: string) => string;

beforeAll(async () => {
  const python = await startPython();
  python.bridge.use(new Engine({ environment: fixedEnvironment(), host: python.bridge.host(), cacheAnalysis: true }));
  ask = python.run(`
import datetime
from decimal import Decimal
from pyspark.sql import SparkSession
from pyspark.sql.functions import udf
spark = SparkSession.builder.getOrCreate()
def ask(kind, type, value):
    result = eval(value)
    try:
        if kind == "registered":
            function = spark.udf.register("f", lambda x: result, type)
        else:
            function = udf(lambda x: result, type)
        return repr(spark.range(1).select(function("id")).first()[0])
    except Exception as error:
        return error.getMessageParameters()["traceback"].strip().splitlines()[-1]
ask
`) as typeof ask;
}, 60_000);

const ARROW: readonly (readonly [string, string, string])[] = [
  ['string', '5', "'5'"],
  ['string', 'True', "'true'"],
  ['string', '[1]', "'[1]'"],
  ['string', "b'ab'", '"b\'ab\'"'],
  ['int', '2.5', '2'],
  ['int', "'7'", '7'],
  ['int', 'True', 'pyarrow.lib.ArrowTypeError: Expected integer, got bool'],
  ['int', "'x'", "pyarrow.lib.ArrowInvalid: Failed to parse string: 'x' as a scalar of type int32"],
  ['int', '2**40', 'pyarrow.lib.ArrowInvalid: Integer value 1099511627776 not in range: -2147483648 to 2147483647'],
  ['int', "float('nan')", 'pyarrow.lib.ArrowInvalid: Float value nan was truncated converting to int32'],
  ['double', '5', '5.0'],
  ['double', "Decimal('1.50')", '1.5'],
  ['boolean', '5', 'True'],
  ['boolean', "'7'", 'pyarrow.lib.ArrowInvalid: Failed to parse value: 7'],
  ['date', '5', 'datetime.date(1970, 1, 6)'],
  ['date', 'datetime.datetime(2024, 1, 2, 3)', 'datetime.date(2024, 1, 2)'],
  ['array<int>', '(1, 2)', '[1, 2]'],
  ['array<int>', "b'ab'", '[97, 98]'],
  ['struct<a:int,b:int>', "{'a': 1}", 'Row(a=1, b=None)'],
];
const PICKLED: readonly (readonly [string, string, string])[] = [
  ['string', '5', "'5'"],
  ['string', "{'a': 1}", "'{a=1}'"],
  ['int', '5', '5'],
  ['int', '2.5', 'None'],
  ['int', "'7'", 'None'],
  ['int', 'True', 'None'],
  ['byte', '300', '44'],
  ['int', '2**40', '0'],
  ['double', '5', 'None'],
  ['double', '2.5', '2.5'],
  ['boolean', '5', 'None'],
  ['decimal(6,2)', '5', 'None'],
  ['date', '5', "AttributeError: 'int' object has no attribute 'toordinal'"],
  ['array<int>', '5', 'None'],
  ['binary', "'x'", "b'x'"],
  ['struct<a:int,b:int>', '(1, 2)', 'Row(a=1, b=2)'],
];

describe('results of user functions', () => {
  it.each(ARROW)('%s of %s, as Arrow takes it', (type, value, shown) => {
    expect(ask('udf', type, value)).toBe(shown);
  });
  it.each(PICKLED)('%s of %s, of a function registered by name', (type, value, shown) => {
    expect(ask('registered', type, value)).toBe(shown);
  });
});
