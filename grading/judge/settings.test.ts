import { describe, expect, it } from 'vitest';
import type { SubmittedCase } from '../submission.ts';
import { submittedSettings } from './settings.ts';

function outcome(conf: Record<string, string>): SubmittedCase {
  return { caseId: 'a', durationMs: 0, error: null, returnedType: null, table: null, streams: [], returnedStreams: [], conf };
}

describe('settings of a submission', () => {
  it('are those on which rows and plans depend, unless the challenge says otherwise', () => {
    const conf = { 'spark.sql.ansi.enabled': 'false', 'spark.sql.autoBroadcastJoinThreshold': '10MB', 'spark.sql.warehouse.dir': '/x' };
    expect(submittedSettings(outcome(conf), { 'spark.sql.autoBroadcastJoinThreshold': '-1' })).toEqual({ 'spark.sql.ansi.enabled': 'false' });
  });
  it('cannot ask for partitions without end', () => {
    expect(submittedSettings(outcome({ 'spark.sql.shuffle.partitions': '1000000000' }), {})).toEqual({});
    expect(submittedSettings(outcome({ 'spark.sql.shuffle.partitions': '7' }), {})).toEqual({ 'spark.sql.shuffle.partitions': '7' });
  });
});
