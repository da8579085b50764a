/** The runner of programs in Python: what a user's program prints, raises and returns comes out as data. */
import { beforeAll, describe, expect, it } from 'vitest';
import { fixedEnvironment } from '../../engine/core/index.ts';
import { Engine } from '../../engine/session/engine.ts';
import { runResultSchema } from '../../workers/protocol/run.ts';
import type { CaseInput, RunResult } from '../../workers/protocol/run.ts';
import { startPython } from '../support/python.ts';
import type { Python } from '../support/python.ts';

const START_MS = 60_000;
const TABLE = {
  schema: { type: 'struct', fields: [{ name: 'id', type: 'integer', nullable: true, metadata: {} }] },
  numRows: 3,
  columns: [[1, 2, 3]],
};

let python: Python;
let engine: Engine;
let runText: (request: string, emit: (kind: string, text: string) => void) => string;

beforeAll(async () => {
  python = await startPython();
  engine = new Engine({ environment: fixedEnvironment(), host: python.bridge.host(), cacheAnalysis: true });
  engine.registerTable('rows', TABLE);
  python.bridge.use(engine);
  runText = python.run('import sparring_runner\nsparring_runner.run') as typeof runText;
}, START_MS);

interface Ran {
  readonly result: RunResult;
  readonly events: readonly (readonly [string, string])[];
}

function run(source: string, functionName?: string, cases: readonly CaseInput[] = [], display = true): Ran {
  const events: [string, string][] = [];
  const request = { language: 'python', source, filename: 'solution.py', functionName, cases, seed: 7, nowMicros: 0, display };
  const result = runResultSchema.parse(JSON.parse(runText(JSON.stringify(request), (kind, text) => events.push([kind, text]))));
  return { result, events };
}

function aCase(more: Partial<CaseInput> = {}): CaseInput {
  return { caseId: 'one', conf: {}, arguments: [{ kind: 'table', name: 'df', hash: 'rows', table: TABLE }], ...more };
}

function printed({ events }: Ran): string {
  return events.filter(([kind]) => kind === 'stdout').map(([, text]) => text).join('');
}

describe('programs', () => {
  it('streams what is printed, line by line', () => {
    const ran = run('print("a")\nprint("b", end="")\nspark.range(2).show()');
    expect(ran.result.error).toBeNull();
    expect(ran.events[0]).toEqual(['stdout', 'a\n']);
    expect(printed(ran)).toBe('a\nb+---+\n| id|\n+---+\n|  0|\n|  1|\n+---+\n\n');
  });

  it('marks a syntax error', () => {
    const { error } = run('x = 1\ny = 2 +\n').result;
    expect(error).toMatchObject({ type: 'SyntaxError', message: 'invalid syntax' });
    expect(error?.frames).toMatchObject([{ line: 2, column: 8 }]);
  });

  it('marks the line and the columns of an error, counted in characters', () => {
    const { error } = run('def f(n):\n    return 1 // n\nprint("é", f(0))\n').result;
    expect(error?.frames).toMatchObject([
      { line: 3, column: 12, endLine: 3, endColumn: 16, function: '<module>' },
      { line: 2, column: 12, endLine: 2, endColumn: 18, function: 'f', text: 'return 1 // n' },
    ]);
    expect(error?.traceback).toMatch(/^Traceback \(most recent call last\):\n {2}File "solution.py", line 3/);
    expect(error?.traceback).not.toContain('sparring_runner');
  });

  it("carries Spark's condition and parameters, and no frame of the facade", () => {
    const { error } = run('df = spark.range(3)\ndf.select("nope")').result;
    expect(error).toMatchObject({ type: 'AnalysisException', condition: 'UNRESOLVED_COLUMN.WITH_SUGGESTION', sqlState: '42703' });
    expect(error?.parameters).toMatchObject({ objectName: '`nope`', proposal: '`id`' });
    expect(error?.frames.map((f) => f.line)).toEqual([2]);
  });

  it('says what to do without pandas', () => {
    const { error } = run('import pandas as pd').result;
    expect(error).toMatchObject({ type: 'ModuleNotFoundError', frames: [{ line: 1 }] });
    expect(error?.message).toMatch(/^No module named 'pandas'\. There is no pandas here: toPandas\(\) gives/);
  });

  it.each([
    ['F.sum("x")', "name 'F' is not defined. It comes by: from pyspark.sql import functions as F"],
    ['Window.orderBy("x")', "name 'Window' is not defined. It comes by: from pyspark.sql import Window"],
    ['StructType()', "name 'StructType' is not defined. It comes by: from pyspark.sql.types import StructType"],
    ['row_number()', "name 'row_number' is not defined. It comes by: from pyspark.sql.functions import row_number"],
    ['nobody_knows()', "name 'nobody_knows' is not defined"],
  ])('says where a name comes from: %s', (source, message) => {
    expect(run(source).result.error).toMatchObject({ type: 'NameError', message });
  });

  it('caps the frames of a runaway recursion', () => {
    const { error } = run('def f(n):\n    return f(n + 1)\nf(0)').result;
    expect(error?.type).toBe('RecursionError');
    expect(error?.frames.length).toBe(50);
    expect(error?.traceback.length).toBeLessThan(2_000);
  });

  it('bounds what is printed', () => {
    const ran = run('for i in range(20):\n    print("x" * 1_000_000)');
    expect(ran.result.error).toBeNull();
    expect(printed(ran).length).toBeLessThan(10_200_000);
  });

  it('points into a function that a query calls', () => {
    const source = 'from pyspark.sql.functions import udf\n\n@udf("int")\ndef f(x):\n    return 1 // x\n\nspark.range(1).select(f("id")).show()';
    const { error } = run(source).result;
    expect(error).toMatchObject({ type: 'PythonException', condition: 'PYTHON_EXCEPTION' });
    expect(error?.frames.map((f) => [f.function, f.line])).toEqual([['<module>', 7], ['f', 5]]);
  });

  it('lets time pass on the engine’s clock', () => {
    const before = engine.clock.now();
    expect(run('import time\ntime.sleep(60)').result.error).toBeNull();
    expect(engine.clock.now() - before).toBe(60_000_000);
  });

  it('has the greatest whole number of a cluster, which window frames are written with', () => {
    const source = [
      'import sys',
      'from pyspark.sql import Window, functions as F',
      'w = Window.orderBy("id").rowsBetween(-sys.maxsize, 0)',
      'r = Window.orderBy("id").rangeBetween(-3_000_000_000, 0)',
      'df = spark.createDataFrame([(0,), (4_000_000_000,)], "id long")',
      'print(sys.maxsize, [tuple(x) for x in df.select(F.count("*").over(w), F.count("*").over(r)).collect()])',
    ].join('\n');
    expect(printed(run(source))).toBe('9223372036854775807 [(1, 1), (2, 1)]\n');
  });

  it('draws the same numbers in every run', () => {
    const source = 'import random\nprint(random.random())';
    expect(printed(run(source))).toBe(printed(run(source)));
  });
});

describe('cases', () => {
  it('gives the plan, and the rows for display', () => {
    const { result, events } = run('def top(df, n=10):\n    return df.where("id > 1")', 'top', [aCase()]);
    expect(events).toContainEqual(['case', 'one']);
    expect(result.cases).toMatchObject([
      {
        caseId: 'one',
        error: null,
        plan: { type: 'Filter', input: { type: 'CachedLocalRelation', hash: 'rows' } },
        table: { numRows: 2, columns: [[2, 3]] },
      },
    ]);
    expect(result.cases[0]?.explain).toContain('== Physical Plan ==');
  });

  it('gives no rows without display, unless a function of the user made them', () => {
    const plain = run('def top(df):\n    return df', 'top', [aCase()], false).result.cases[0];
    expect(plain).toMatchObject({ table: null, explain: null });
    const source = 'from pyspark.sql.functions import udf\ndef top(df):\n    return df.select(udf(lambda x: x * 2, "int")("id"))';
    expect(run(source, 'top', [aCase()], false).result.cases[0]).toMatchObject({ table: { columns: [[2, 4, 6]] } });
  });

  it('keeps cases apart: an error in one, views and settings gone after each', () => {
    const source = [
      'calls = []',
      'def top(df):',
      '    calls.append(1)',
      '    if len(calls) == 1:',
      '        raise ValueError("first")',
      '    df.createTempView("t")',
      '    print(spark.conf.get("spark.sql.shuffle.partitions"))',
      '    return spark.sql("select id + 1 as id from t")',
    ].join('\n');
    const cases = [aCase(), aCase({ caseId: 'two', conf: { 'spark.sql.shuffle.partitions': '3' } }), aCase({ caseId: 'three' })];
    const ran = run(source, 'top', cases);
    expect(ran.result.cases.map((c) => c.error?.message ?? null)).toEqual(['first', null, null]);
    expect(ran.result.cases[2]).toMatchObject({ plan: { type: 'WithCTE' }, table: { columns: [[2, 3, 4]] } });
    expect(printed(ran)).toBe('3\n200\n');
  });

  it('says what came back in place of a DataFrame, and which function is missing', () => {
    expect(run('def top(df):\n    return df.collect()', 'top', [aCase()]).result.cases[0]).toMatchObject({ returnedType: 'list', plan: null });
    expect(run('def topp(df):\n    return df', 'top', [aCase()]).result.cases[0]?.error?.message).toBe(
      'The program defines no function top(). Did you mean topp()? The name must be exact.',
    );
  });

  it('passes values by position or by keyword', () => {
    const source = 'def top(df, n=10):\n    return df.limit(n)';
    const value = { kind: 'value', name: 'n', value: 1, keyword: true } as const;
    const input = aCase({ arguments: [...aCase().arguments, value] });
    expect(run(source, 'top', [input]).result.cases[0]?.table?.numRows).toBe(1);
  });
});
