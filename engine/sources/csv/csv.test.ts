import { describe, expect, it } from 'vitest';
import { readRows, sourceContext } from '../testing.ts';

const csv = (text: string, options: Record<string, string> = {}, schema?: string) =>
  readRows(sourceContext({ '/data.csv': text }), { format: 'csv', paths: ['/data.csv'], options, ...(schema === undefined ? {} : { schema }) });

describe('CSV files, as real Spark reads them', () => {
  it('names columns by the header', () => {
    const { schema, rows } = csv('id,name,score\n1,Ada,9.5\n2,"Bob, Jr.",\n3,,7\n', { header: 'true' });
    expect(schema).toEqual(['id string', 'name string', 'score string']);
    expect(rows).toEqual([['1', 'Ada', '9.5'], ['2', 'Bob, Jr.', null], ['3', null, '7']]);
  });
  it('names columns by position without a header', () => {
    expect(csv('1,a\n2,b\n').schema).toEqual(['_c0 string', '_c1 string']);
  });
  it('infers types', () => {
    const text = 'id,name,score,joined,ok,seen\n1,Ada,9.5,2024-01-02,true,2024-01-02 10:00:00\n2,"Bob, Jr.",,2024-01-03,false,2024-01-02T11:30:00\n3000000000,,7,,,\n';
    const { schema, rows } = csv(text, { header: 'true', inferSchema: 'true' });
    expect(schema).toEqual(['id bigint', 'name string', 'score double', 'joined date', 'ok boolean', 'seen timestamp']);
    expect(rows[2]).toEqual([3000000000n, null, 7, null, null, null]);
  });
  it('takes bad cells as nulls, too few and too many cells as they are', () => {
    const { rows } = csv('1,a,1.5\nx,b,2.5\n3,c\n4,d,4.5,extra\n', {}, 'id int, s string, v double');
    expect(rows).toEqual([[1, 'a', 1.5], [null, 'b', 2.5], [3, 'c', null], [4, 'd', 4.5]]);
  });
  it('keeps bad lines in the corrupt column', () => {
    expect(csv('1,a\nx,b\n', {}, 'id int, s string, _corrupt_record string').rows).toEqual([[1, 'a', null], [null, 'b', 'x,b']]);
  });
  it('drops bad lines, or fails', () => {
    expect(csv('1,a\nx,b\n3,c\n', { mode: 'DROPMALFORMED' }, 'id int, s string').rows).toEqual([[1, 'a'], [3, 'c']]);
    expect(() => csv('1,a\nx,b\n', { mode: 'FAILFAST' }, 'id int, s string')).toThrow('FAILED_READ_FILE.NO_HINT');
  });
  it('understands separators, quotes, comments, null texts and white space', () => {
    const options = { header: 'true', sep: ';', quote: "'", comment: '#', nullValue: 'NA', ignoreLeadingWhiteSpace: 'true', ignoreTrailingWhiteSpace: 'true', inferSchema: 'true' };
    const { schema, rows } = csv("# comment\nid;text;n\n1;'a;b';NA\n2; padded ;5\n", options);
    expect(schema).toEqual(['id int', 'text string', 'n int']);
    expect(rows).toEqual([[1, 'a;b', null], [2, 'padded', 5]]);
  });
  it('reads cells over several lines', () => {
    const { rows } = csv('id,text\n1,"two\nlines"\n2,"say \\"hi\\""\n3,"a ""b"""\n', { header: 'true', multiLine: 'true' });
    expect(rows).toEqual([['1', 'two\nlines'], ['2', 'say "hi"'], ['3', '"a ""b"""']]);
  });
  it('reads dates and timestamps by patterns', () => {
    const options = { header: 'true', dateFormat: 'dd/MM/yyyy', timestampFormat: 'dd/MM/yyyy HH:mm' };
    expect(csv('d,t\n29/02/2024,29/02/2024 10:30\n', options, 'd date, t timestamp').rows).toEqual([[19782, 1709202600000000n]]);
  });
  it('skips empty lines, and tells names that repeat apart', () => {
    expect(csv('id,s\n\n1,a\n\n2,\n', { header: 'true' }).rows).toEqual([['1', 'a'], ['2', null]]);
    expect(csv('a,a,\n1,2,3\n', { header: 'true' }).schema).toEqual(['a0 string', 'a1 string', '_c2 string']);
  });
  it('reads all files of a folder, each with its header', () => {
    const context = sourceContext({ '/in/a.csv': 'id\n1\n', '/in/b.csv': 'id\n2\n', '/in/_SUCCESS': '' });
    expect(readRows(context, { format: 'csv', paths: ['/in'], options: { header: 'true', inferSchema: 'true' } }).rows).toEqual([[1], [2]]);
  });
});
