import { describe, expect, it } from 'vitest';
import { readRows, sourceContext } from '../testing.ts';
import { vectorOf } from '../../columnar/index.ts';
import { IntegerType, StringType } from '../../types/index.ts';
import type { StructType } from '../../types/index.ts';
import { writeFiles } from '../write.ts';
import type { FileWrite } from '../write.ts';
import { globPattern, normalizePath } from './paths.ts';

const SCHEMA: StructType = { kind: 'struct', fields: [{ name: 'k', type: StringType, nullable: true }, { name: 'n', type: IntegerType, nullable: true }] };
const rows = () => [[{ length: 3, columns: [vectorOf(StringType, ['a', 'b/c', null]), vectorOf(IntegerType, [1, 2, 3])] }]];
const to = (path: string, more: Partial<FileWrite> = {}): FileWrite => ({ format: 'csv', path, mode: 'error', options: {}, partitionBy: [], schema: SCHEMA, ...more });

describe('paths', () => {
  it('are absolute, without scheme and dots', () => {
    expect(['file:///a//b/../c', 'a/c/', '/', 's3://bucket/x/'].map(normalizePath)).toEqual(['/a/c', '/a/c', '/', 's3://bucket/x']);
  });
  it('match globs', () => {
    expect(['/in/a.csv', '/in/x/a.csv', '/in/b.json'].filter((p) => globPattern('/in/*.{csv,txt}').test(p))).toEqual(['/in/a.csv']);
  });
  it('raise PATH_NOT_FOUND where nothing is', () => {
    expect(() => readRows(sourceContext(), { format: 'csv', paths: ['/nowhere'] })).toThrow('PATH_NOT_FOUND');
  });
});

describe('partitioned folders', () => {
  it('give columns with inferred types', () => {
    const context = sourceContext({ '/t/y=2024/m=01/a.csv': '1\n', '/t/y=2025/m=02/b.csv': '2\n' });
    const { schema, rows: read } = readRows(context, { format: 'csv', paths: ['/t'], schema: 'id int' });
    expect(schema).toEqual(['id int', 'y int', 'm int']);
    expect(read).toEqual([[1, 2024, 1], [2, 2025, 2]]);
  });
  it.each(['csv', 'json', 'parquet'])('are written and read back as %s', (format) => {
    const context = sourceContext();
    writeFiles(to('/out', { format, partitionBy: ['k'] }), rows, context);
    expect(context.files.list('/out')).toEqual(['_SUCCESS', 'k=__HIVE_DEFAULT_PARTITION__/', 'k=a/', 'k=b%2Fc/']);
    const { schema, rows: read } = readRows(context, { format, paths: ['/out'], schema: 'n int' });
    expect(schema).toEqual(['n int', 'k string']);
    expect(new Set(read.map((r) => r.join()))).toEqual(new Set(['1,a', '2,b/c', '3,']));
  });
});

describe('save modes', () => {
  it('refuse, ignore, add and replace', () => {
    const context = sourceContext();
    const count = (): number => readRows(context, { format: 'csv', paths: ['/out'] }).rows.length;
    writeFiles(to('/out'), rows, context);
    expect(() => writeFiles(to('/out'), rows, context)).toThrow('PATH_ALREADY_EXISTS');
    writeFiles(to('/out', { mode: 'ignore' }), rows, context);
    expect(count()).toBe(3);
    writeFiles(to('/out', { mode: 'append' }), rows, context);
    expect(count()).toBe(6);
    writeFiles(to('/out', { mode: 'overwrite' }), rows, context);
    expect(count()).toBe(3);
  });
  it('replace only the partitions written where overwriting is dynamic', () => {
    const context = sourceContext({ '/out/k=a/0.csv': '7\n', '/out/k=z/0.csv': '8\n' }, { 'spark.sql.sources.partitionOverwriteMode': 'dynamic' });
    writeFiles(to('/out', { mode: 'overwrite', partitionBy: ['k'] }), rows, context);
    const { rows: read } = readRows(context, { format: 'csv', paths: ['/out'], schema: 'n int' });
    expect(new Set(read.map((r) => r.join()))).toEqual(new Set(['1,a', '2,b/c', '3,', '8,z']));
  });
});
