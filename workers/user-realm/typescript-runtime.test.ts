import { expect, test } from 'vitest';
import type { CaseInput, RealmEvent, RunRequest, RunResult } from '../protocol/run.ts';
import { runResultSchema } from '../protocol/run.ts';
import { Bench } from './bench.ts';
import { runTypeScript } from './typescript-runtime.ts';

const SCHEMA = { type: 'struct', fields: [{ name: 'id', type: 'long', nullable: true, metadata: {} }] };
const START_MICROS = 1_767_225_600_000_000;

function caseOf(caseId: string, ids: readonly number[], more: Partial<CaseInput> = {}): CaseInput {
  const table = { schema: SCHEMA, numRows: ids.length, columns: [[...ids]] };
  return { caseId, arguments: [{ kind: 'table', name: 'df', hash: `input-${caseId}`, table }], conf: {}, ...more };
}

async function run(source: string, cases: readonly CaseInput[] = [], more: Partial<RunRequest> = {}): Promise<{ result: RunResult; events: RealmEvent[]; printed: string }> {
  const events: RealmEvent[] = [];
  const bench = new Bench({ post: (event) => events.push(event), elapsed: () => performance.now() });
  const request: RunRequest = {
    language: 'typescript',
    source,
    filename: 'solution.ts',
    functionName: 'solve',
    cases: [...cases],
    seed: 1,
    nowMicros: START_MICROS,
    display: true,
    ...more,
  };
  const result = runResultSchema.parse(JSON.parse(JSON.stringify(await runTypeScript(request, bench))));
  return { result, events, printed: events.map((e) => (e.kind === 'stdout' ? e.text : '')).join('') };
}

const IMPORT = 'const { functions: F, spark: s } = require("sparring");\n';

test('a plain program prints and has no cases', async () => {
  const { result, printed } = await run(`${IMPORT}s.range(2).show();`);
  expect(result).toMatchObject({ error: null, cases: [] });
  expect(printed).toContain('|  1|');
});

test('the function is called for each case, with the case\'s own rows', async () => {
  const source = `${IMPORT}exports.solve = (df) => df.filter(F.col('id').gt(1));`;
  const { result, events } = await run(source, [caseOf('a', [1, 2, 3]), caseOf('b', [])]);
  expect(result.cases.map((c) => c.table?.columns)).toEqual([[[2, 3]], [[]]]);
  expect(result.cases.every((c) => c.error === null && c.plan !== null && c.explain !== null)).toBe(true);
  expect(events.filter((e) => e.kind === 'case')).toEqual([{ kind: 'case', caseId: 'a' }, { kind: 'case', caseId: 'b' }]);
});

test('a submission gives plans and no rows', async () => {
  const { result } = await run(`exports.solve = (df) => df;`, [caseOf('a', [1])], { display: false });
  expect(result.cases[0]).toMatchObject({ table: null, explain: null, error: null });
});

test('settings and views of a case do not reach the next', async () => {
  const source = `${IMPORT}let n = 0;
exports.solve = (df) => { n += 1; df.createOrReplaceTempView('v' + n); return s.range(s.catalog.listTables().length).withColumn('zone', F.lit(s.conf.get('spark.sql.shuffle.partitions'))); };`;
  const { result } = await run(source, [caseOf('a', [1], { conf: { 'spark.sql.shuffle.partitions': '7' } }), caseOf('b', [1])]);
  expect(result.cases.map((c) => c.table?.columns)).toEqual([[[0], ['7']], [[0], ['200']]]);
});

test('an error in a case names its line, and other cases run', async () => {
  const source = `${IMPORT}exports.solve = (df) => {
  if (df.count() === 1) df.select('nothing');
  return df;
};`;
  const { result } = await run(source, [caseOf('a', [1]), caseOf('b', [1, 2])]);
  const [first, second] = result.cases;
  expect(first?.error).toMatchObject({ type: 'AnalysisException', condition: 'UNRESOLVED_COLUMN.WITH_SUGGESTION', sqlState: '42703' });
  expect(first?.error?.frames.at(-1)?.line).toBe(3);
  expect(second?.error).toBeNull();
});

test('a missing function is an error of the case', async () => {
  const { result } = await run('exports.other = () => 1;', [caseOf('a', [1])]);
  expect(result.error).toBeNull();
  expect(result.cases[0]?.error).toMatchObject({ type: 'MissingFunctionError', message: expect.stringContaining('It exports other.') });
});

test('what is no DataFrame is named', async () => {
  const { result } = await run('exports.solve = () => [1];', [caseOf('a', [])]);
  expect(result.cases[0]).toMatchObject({ returnedType: 'Array', plan: null });
});

test('nothing but the one module can be imported', async () => {
  const { result } = await run('require("fs");');
  expect(result.error).toMatchObject({ type: 'Error', message: expect.stringContaining("from 'sparring' alone") });
});

test('streaming queries of a case see its script and end with it', async () => {
  const source = `${IMPORT}exports.solve = () => {
  const df = s.readStream.format('kafka').option('kafka.bootstrap.servers', 'x:1').option('subscribe', 'events').load();
  return [df.selectExpr('CAST(value AS STRING) AS value').writeStream.format('console').option('checkpointLocation', '/c').start()];
};`;
  const stream: CaseInput['stream'] = {
    topics: [{ name: 'events', partitions: 1 }],
    startMicros: START_MICROS,
    steps: [{ advanceMicros: 1_000_000, deliver: [{ topic: 'events', value: 'hello' }] }],
  };
  const cases = ['a', 'b'].map((caseId): CaseInput => ({ caseId, arguments: [], conf: {}, stream }));
  const { result, printed, events } = await run(source, cases);
  expect(result.cases.map((c) => [c.error, c.streams.length, c.returnedStreams.length])).toEqual([[null, 1, 1], [null, 1, 1]]);
  expect(printed.match(/hello/g)).toHaveLength(2);
  expect(events.some((e) => e.kind === 'engine')).toBe(true);
});
