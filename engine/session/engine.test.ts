import { describe, expect, it } from 'vitest';
import { Engine, fixedEnvironment } from '../index.ts';
import type { EngineEvent, EngineRequest, EngineResponse, Relation, TableJson } from '../index.ts';

const sql = (query: string): Relation => ({ type: 'SQL', query });
const PEOPLE: Relation = {
  type: 'LocalRelation',
  planId: 1,
  schema: 'id INT, name STRING, pay DOUBLE',
  rows: [[1, 'Ada', 300], [2, 'Bob', 200], [3, null, 'NaN']],
};

function engineWith(options: Partial<ConstructorParameters<typeof Engine>[0]> = {}): Engine {
  return new Engine({ environment: fixedEnvironment(), cacheAnalysis: true, ...options });
}

function rows(engine: Engine, plan: Relation, sessionId?: string): unknown[][] {
  const table = engine.handle({ op: 'collect', plan, ...(sessionId === undefined ? {} : { sessionId }) }) as TableJson;
  return Array.from({ length: table.numRows }, (_, i) => table.columns.map((c) => c[i]));
}

describe('the JSON door', () => {
  const call = (engine: Engine, request: EngineRequest): EngineResponse => JSON.parse(engine.call(JSON.stringify(request))) as EngineResponse;

  it('answers with values', () => {
    const engine = engineWith();
    expect(call(engine, { op: 'count', plan: PEOPLE })).toEqual({ ok: true, value: 3 });
    expect(call(engine, { op: 'collect', plan: PEOPLE })).toMatchObject({ ok: true, value: { numRows: 3, columns: [[1, 2, 3], ['Ada', 'Bob', null], [300, 200, 'NaN']] } });
    expect(call(engine, { op: 'show', plan: PEOPLE, numRows: 2, truncate: 20, vertical: false })).toEqual({
      ok: true,
      value: '+---+----+-----+\n| id|name|  pay|\n+---+----+-----+\n|  1| Ada|300.0|\n|  2| Bob|200.0|\n+---+----+-----+\nonly showing top 2 rows',
    });
  });
  it('answers with Spark\'s errors, and tells its own apart', () => {
    const engine = engineWith();
    const failed = call(engine, { op: 'schema', plan: sql('select nope from range(3)') });
    expect(failed).toMatchObject({ ok: false, error: { errorClass: 'AnalysisException', condition: 'UNRESOLVED_COLUMN.WITH_SUGGESTION', sqlState: '42703' } });
    expect(engine.call('{')).toMatch(/^\{"ok":false,"internal":/);
  });
  it.each([
    'array_repeat(1, 2000000000)',
    'sequence(1, 2000000000)',
    'array_insert(array(1), -2000000000, 1)',
    "repeat('ab', 2000000000)",
    "format_string('%2000000000d', 1)",
    "format_string('%.2000000000f', 1.5D)",
    'format_number(1.5, 2000000000)',
  ])('answers %s, which no memory holds, with an error of the query', (expression) => {
    // Over a column: nothing is folded before.
    const engine = engineWith();
    const answer = call(engine, { op: 'collect', plan: sql(`select length(cast(${expression} as string)) from range(1)`) });
    expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining('OutOfMemoryError') as string } });
    expect(call(engine, { op: 'count', plan: PEOPLE })).toEqual({ ok: true, value: 3 });
  });
});

describe('questions about plans', () => {
  const engine = engineWith();
  it('give schema, tree, locality, meaning', () => {
    expect(engine.handle({ op: 'treeString', plan: PEOPLE })).toBe('root\n |-- id: integer (nullable = true)\n |-- name: string (nullable = true)\n |-- pay: double (nullable = true)\n');
    expect(engine.handle({ op: 'isStreaming', plan: PEOPLE })).toBe(false);
    const doubled = (alias: string): Relation => sql(`select id * 2 as ${alias} from range(3)`);
    expect(engine.handle({ op: 'sameSemantics', plan: doubled('a'), other: doubled('b') })).toBe(true);
    expect(engine.handle({ op: 'sameSemantics', plan: doubled('a'), other: sql('select id * 3 as a from range(3)') })).toBe(false);
    expect(engine.handle({ op: 'semanticHash', plan: doubled('a') })).toBe(engine.handle({ op: 'semanticHash', plan: doubled('b') }));
  });
  it('tell partitions', () => {
    expect(engine.handle({ op: 'numPartitions', plan: { type: 'Range', start: '0', end: '10', step: '1', numPartitions: 3 } })).toBe(3);
    const parts = engine.handle({ op: 'collectPartitions', plan: { type: 'Range', start: '0', end: '4', step: '1', numPartitions: 2 } }) as TableJson[];
    expect(parts.map((p) => p.columns[0])).toEqual([[0, 1], [2, 3]]);
  });
});

describe('caching', () => {
  it('keeps the rows that the first query computed', () => {
    const engine = engineWith();
    const random: Relation = { ...sql('select rand() as r from range(5)'), planId: 7 };
    engine.handle({ op: 'cache', plan: random });
    expect(engine.handle({ op: 'isCached', plan: random })).toBe('StorageLevel(disk, memory, deserialized, 1 replicas)');
    expect(engine.handle({ op: 'explain', plan: random, mode: 'simple' })).toContain('InMemoryTableScan [r#');
    expect(rows(engine, random)).toEqual(rows(engine, random));
    engine.handle({ op: 'uncache', plan: random });
    expect(engine.handle({ op: 'isCached', plan: random })).toBe(null);
    expect(engine.handle({ op: 'explain', plan: { ...random, planId: 902 }, mode: 'simple' })).not.toContain('InMemoryTableScan');
  });
  it('serves queries over what is cached', () => {
    const engine = engineWith();
    engine.handle({ op: 'cache', plan: PEOPLE });
    const filtered: Relation = { type: 'Filter', input: PEOPLE, condition: { type: 'ExpressionString', expression: 'pay < 250' } };
    expect(engine.handle({ op: 'explain', plan: filtered, mode: 'simple' })).toContain('InMemoryTableScan');
    expect(rows(engine, filtered)).toEqual([[2, 'Bob', 200]]);
  });
  it('computes again what was cached of a table that changed', () => {
    const engine = engineWith();
    for (const q of ['create table t as select 1 as a', 'cache table t', 'insert into t values (2)']) engine.handle({ op: 'sql', plan: sql(q) });
    expect(rows(engine, sql('select sum(a) from t'))).toEqual([[3]]);
  });
});

describe('sessions', () => {
  it('share tables, and have views and settings of their own', () => {
    const engine = engineWith();
    const other = engine.handle({ op: 'newSession' }) as string;
    engine.handle({ op: 'createView', plan: PEOPLE, name: 'p', replace: false, isGlobal: false });
    engine.handle({ op: 'createView', plan: PEOPLE, name: 'g', replace: false, isGlobal: true });
    engine.handle({ op: 'write', plan: PEOPLE, spec: { format: 'parquet', mode: 'error', table: 't', options: {}, partitionBy: [] } });
    expect(rows(engine, sql('select count(*) from global_temp.g'), other)).toEqual([[3]]);
    expect(rows(engine, sql('select count(*) from t'), other)).toEqual([[3]]);
    expect(() => rows(engine, sql('select * from p'), other)).toThrow('TABLE_OR_VIEW_NOT_FOUND');
    engine.handle({ op: 'conf', action: 'set', key: 'spark.sql.shuffle.partitions', value: '3', sessionId: other });
    expect(engine.handle({ op: 'conf', action: 'get', key: 'spark.sql.shuffle.partitions' })).toBe('200');
  });
  it('see the setting that was changed last', () => {
    const engine = engineWith();
    const plan: Relation = { ...sql('select cast("x" as int) as a'), planId: 3 };
    engine.handle({ op: 'conf', action: 'set', key: 'spark.sql.ansi.enabled', value: 'false' });
    expect(rows(engine, plan)).toEqual([[null]]);
  });
});

describe('plans for another engine', () => {
  it('carry the views that they name', () => {
    const engine = engineWith();
    engine.registerTable('in', { schema: 'a INT', numRows: 2, columns: [[1, 2]] });
    engine.handle({ op: 'createView', plan: { type: 'CachedLocalRelation', hash: 'in', planId: 1 }, name: 'v', replace: false, isGlobal: false });
    engine.handle({ op: 'sql', plan: sql('create temp view w as select a * 10 as b from v') });
    const plan = engine.handle({ op: 'portable', plan: sql('select sum(b) from w join v on w.b = v.a * 10') }) as Relation;
    const judge = engineWith({ cacheAnalysis: false });
    judge.registerTable('in', { schema: 'a INT', numRows: 2, columns: [[3, 4]] });
    expect(rows(judge, plan)).toEqual([[70]]);
    expect(engine.handle({ op: 'portable', plan: PEOPLE })).toBe(PEOPLE);
  });
  it('carry the functions that they name', () => {
    const engine = engineWith();
    engine.handle({ op: 'registerFunction', name: 'twice', functionId: 5, returnType: 'long', deterministic: true });
    engine.handle({ op: 'registerTableFunction', name: 'pairs', functionId: 6, outputType: { type: 'struct', fields: [{ name: 'a', type: 'long', nullable: true, metadata: {} }] }, deterministic: false });
    const judge = engineWith({ cacheAnalysis: false });
    const columns = (plan: Relation): readonly string[] => judge.analyzed(engine.handle({ op: 'portable', plan }) as Relation).output.map((a) => a.name);
    expect(columns(sql('select twice(1) as x, a from pairs(2)'))).toEqual(['x', 'a']);
    const range: Relation = { type: 'Range', start: '0', end: '1', step: '1' };
    expect(columns({ type: 'Project', input: range, expressions: [{ type: 'ExpressionString', expression: 'twice(id) + 1 as y' }] })).toEqual(['y']);
    expect(() => judge.analyzed(sql('select twice(1)'))).toThrow('UNRESOLVED_ROUTINE');
  });
});

describe('the host', () => {
  it('runs user functions over columns', () => {
    const calls: unknown[] = [];
    const engine = engineWith({
      host: {
        callFunction: (id, columns, numRows, argTypes) => {
          calls.push([id, numRows, argTypes]);
          return (columns[0] ?? []).map((x) => (x as number) + 1);
        },
      },
    });
    engine.handle({ op: 'registerFunction', name: 'plus_one', functionId: 5, returnType: 'long', deterministic: true });
    expect(rows(engine, sql('select plus_one(id) from range(0, 3, 1, 1)'))).toEqual([[1], [2], [3]]);
    expect(calls).toEqual([[5, 3, ['long']]]);
  });
  it('is told of every run, with what its operators counted', () => {
    const events: EngineEvent[] = [];
    const engine = engineWith({ host: { onEvent: (e) => events.push(e) } });
    rows(engine, sql('select id % 2 as k, count(*) from range(10) group by 1'));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ kind: 'execution', action: 'collect', physicalPlan: { nodeName: 'AdaptiveSparkPlan' } });
    expect(JSON.stringify(events[0])).toContain('"rows":10');
  });
});

describe('files', () => {
  it('are written, listed, read and deleted', () => {
    const engine = engineWith();
    engine.handle({ op: 'files', method: 'write', path: '/in/a.csv', text: 'id\n1\n2\n' });
    expect(engine.handle({ op: 'files', method: 'list', path: '/in' })).toEqual(['a.csv']);
    const read: Relation = { type: 'ReadDataSource', format: 'csv', options: { header: 'true', inferSchema: 'true' }, paths: ['/in'] };
    expect(rows(engine, read)).toEqual([[1], [2]]);
    expect(rows(engine, sql('select count(*) from csv.`/in/a.csv`'))).toEqual([[3]]);
    engine.handle({ op: 'write', plan: read, spec: { format: 'json', mode: 'error', path: '/out', options: {}, partitionBy: [] } });
    const [name] = (engine.handle({ op: 'files', method: 'list', path: '/out' }) as string[]).filter((n) => n.startsWith('part'));
    expect(engine.handle({ op: 'files', method: 'read', path: `/out/${name}` })).toBe('{"id":1}\n{"id":2}\n');
    expect(() => engine.handle({ op: 'write', plan: read, spec: { format: 'csv', mode: 'overwrite', path: '/in', options: {}, partitionBy: [] } })).toThrow('UNSUPPORTED_OVERWRITE.PATH');
    expect(engine.handle({ op: 'files', method: 'delete', path: '/in' })).toBe(true);
  });
  it('name the rows read from them', () => {
    const engine = engineWith();
    engine.handle({ op: 'files', method: 'write', path: '/in dir/a.csv', text: 'id\n1\n2\n' });
    engine.handle({ op: 'files', method: 'write', path: '/in dir/b.csv', text: 'id\n3\n' });
    const read: Relation = { type: 'ReadDataSource', format: 'csv', options: { header: 'true' }, paths: ['/in dir'] };
    engine.handle({ op: 'createView', plan: read, name: 't', replace: true, isGlobal: false });
    const [a, b] = ['file:///in%20dir/a.csv', 'file:///in%20dir/b.csv'];
    expect(rows(engine, sql('select id, input_file_name() from t order by id'))).toEqual([['1', a], ['2', a], ['3', b]]);
    expect(rows(engine, sql("select id from t where input_file_name() like '%b.csv'"))).toEqual([['3']]);
    expect(rows(engine, sql('select f, count(*) from (select input_file_name() as f, id from t where id > 1) group by f order by f'))).toEqual([[a, 1], [b, 1]]);
    expect(rows(engine, sql('select input_file_name(), count(*) from t group by input_file_name() order by 1'))).toEqual([[a, 2], [b, 1]]);
    expect(rows(engine, sql('select input_file_name() from range(1)'))).toEqual([['']]);
    expect(() => rows(engine, sql('select input_file_name() from (select id from t group by id)'))).toThrow('UNSUPPORTED_FEATURE');
    expect(() => rows(engine, sql('select input_file_block_start() from t'))).toThrow('UNSUPPORTED_FEATURE');
  });
});

describe('the catalog', () => {
  const engine = engineWith();
  const ask = (method: string, ...args: (string | null)[]): unknown => engine.handle({ op: 'catalog', method, args });
  it('lists what there is', () => {
    engine.handle({ op: 'createView', plan: PEOPLE, name: 'people', replace: true, isGlobal: false });
    engine.handle({ op: 'sql', plan: sql('create table t (a int comment \'first\')') });
    expect(ask('listTables')).toEqual([
      { name: 't', catalog: 'spark_catalog', namespace: ['default'], description: null, tableType: 'MANAGED', isTemporary: false },
      { name: 'people', catalog: null, namespace: [], description: null, tableType: 'TEMPORARY', isTemporary: true },
    ]);
    expect(ask('listColumns', 't')).toMatchObject([{ name: 'a', dataType: 'int', description: 'first', nullable: true }]);
    expect([ask('tableExists', 'people'), ask('tableExists', 'nope'), ask('tableExists', 't', 'default')]).toEqual([true, false, true]);
    expect([ask('functionExists', 'upper'), ask('functionExists', 'nope')]).toEqual([true, false]);
    expect([ask('dropTempView', 'people'), ask('dropTempView', 'people')]).toEqual([true, false]);
    expect(() => ask('listTables', 'nope')).toThrow('SCHEMA_NOT_FOUND');
    expect(() => ask('createExternalTable')).toThrow('UNSUPPORTED_FEATURE');
  });
});

describe('speed', () => {
  it('decodes the rows of a DataFrame once', () => {
    const engine = engineWith();
    const many: Relation = { type: 'LocalRelation', planId: 11, schema: 'a INT', rows: Array.from({ length: 10_000 }, (_, i) => [i]) };
    engine.handle({ op: 'schema', plan: many });
    const leaf = engine.analyzed(many);
    const above = engine.analyzed({ type: 'Limit', planId: 12, input: many, limit: 3 });
    expect('input' in above && above.input === leaf).toBe(true);
  });
});

describe('Kafka without a stream', () => {
  it('reads what the topics hold, and appends to one', () => {
    const engine = engineWith();
    engine.broker.createTopic('in', 2);
    engine.broker.append({ topic: 'in', partition: 0, key: 'k', value: 'a', timestampMicros: 1_000_000 });
    engine.broker.append({ topic: 'in', partition: 1, value: 'b', timestampMicros: 2_000_000 });
    const options = { 'kafka.bootstrap.servers': 'x:9092', subscribe: 'in' };
    const read: Relation = { type: 'ReadDataSource', format: 'kafka', options, paths: [] };
    const texts: Relation = { type: 'Project', input: read, expressions: ['cast(key as string) as key', 'cast(value as string) as value', 'partition', 'offset'].map((expression) => ({ type: 'ExpressionString', expression })) };
    expect(rows(engine, texts)).toEqual([['k', 'a', 0, 0], [null, 'b', 1, 0]]);
    engine.handle({ op: 'write', plan: sql("select 'x' as value"), spec: { format: 'kafka', mode: 'append', options: { ...options, topic: 'out' }, partitionBy: [] } });
    expect(engine.broker.records('out').map((r) => new TextDecoder().decode(r.value ?? new Uint8Array()))).toEqual(['x']);
  });
});
