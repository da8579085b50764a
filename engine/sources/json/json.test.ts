import { describe, expect, it } from 'vitest';
import { StructValue } from '../../types/index.ts';
import { readRows, sourceContext } from '../testing.ts';

const json = (text: string, options: Record<string, string> = {}, schema?: string) =>
  readRows(sourceContext({ '/data.json': text }), { format: 'json', paths: ['/data.json'], options, ...(schema === undefined ? {} : { schema }) });

describe('JSON files, as real Spark reads them', () => {
  it('infers a schema over all records', () => {
    const text = '{"id": 1, "name": "Ada", "tags": ["x", "y"], "at": {"lat": 1.5}}\n{"id": 2, "score": 2.5, "ok": true, "at": {"lon": 7}}\n{"id": 3, "score": 3, "name": null, "tags": []}\n';
    const { schema, rows } = json(text);
    expect(schema).toEqual(['at struct<lat:double,lon:bigint>', 'id bigint', 'name string', 'ok boolean', 'score double', 'tags array<string>']);
    expect(rows[1]).toEqual([new StructValue([null, 7n]), 2n, null, true, 2.5, null]);
  });
  it('merges types that differ', () => {
    const { schema, rows } = json('{"a": 1, "b": 1, "c": "x", "d": [1]}\n{"a": 2.5, "b": "s", "c": {"k": 1}, "d": ["y"]}\n');
    expect(schema).toEqual(['a double', 'b string', 'c string', 'd array<string>']);
    expect(rows).toEqual([[1, '1', 'x', ['1']], [2.5, 's', '{"k": 1}', ['y']]]);
  });
  it('keeps what is no JSON in the corrupt column', () => {
    expect(json('{"id": 1}\n{"id":\n', {}, 'id int, _corrupt_record string').rows).toEqual([[1, null], [null, '{"id":']]);
    expect(json('{"id": 1}\n{"id":\n').schema).toEqual(['_corrupt_record string', 'id bigint']);
  });
  it('reads a file that is one array', () => {
    expect(json('[\n  {"id": 1, "s": "a"},\n  {"id": 2, "s": "b"}\n]\n', { multiLine: 'true' }).rows).toEqual([[1n, 'a'], [2n, 'b']]);
  });
  it('drops bad records, or fails', () => {
    expect(json('{"id": 1}\n{"id": "x"}\n', { mode: 'DROPMALFORMED' }, 'id int').rows).toEqual([[1]]);
    expect(() => json('{"id": 1}\n{"id": "x"}\n', { mode: 'FAILFAST' }, 'id int')).toThrow('FAILED_READ_FILE.NO_HINT');
  });
});
