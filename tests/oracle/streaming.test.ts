/** Every streaming script, played in Python against the engine: the same micro-batches as real Structured Streaming. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixedEnvironment } from '../../engine/core/index.ts';
import { Engine } from '../../engine/session/engine.ts';
import { startPython } from '../support/python.ts';
import type { Python } from '../support/python.ts';
import { scriptSchema, streamRecordingSchema } from './streaming-format.ts';
import type { StreamRecording } from './streaming-format.ts';

const folder = join(import.meta.dirname, 'streaming');
const names = readdirSync(join(folder, 'scripts')).sort();
const read = (kind: string, name: string): unknown => JSON.parse(readFileSync(join(folder, kind, name), 'utf8'));

let python: Python;
let play: (text: string) => string;

beforeAll(async () => {
  python = await startPython('tests/oracle', 'tests/support');
  useNewEngine();
  play = python.run('from replay_stream import play_script\nplay_script') as typeof play;
}, 60_000);

function useNewEngine(): void {
  const environment = { ...fixedEnvironment(), elapsed: () => performance.now() };
  const conf = { 'spark.sql.session.timeZone': 'UTC' };
  python.bridge.use(new Engine({ environment, host: python.bridge.host(), conf, cacheAnalysis: true }));
}

/** An error without its sentence; what a batch reads and keeps is compared as it is. */
function essence({ error, processed, schema }: Partial<StreamRecording>): unknown {
  if (error === undefined) return { schema, processed };
  const { class: kind, condition, sqlState, parameters } = error;
  return { error: { class: kind, condition, sqlState, parameters } };
}

describe('streaming replay', () => {
  it.each(names)('%s', (name) => {
    useNewEngine();
    const script = scriptSchema.parse(read('scripts', name));
    const recording = streamRecordingSchema.parse(read('recordings', name));
    const outcome = JSON.parse(play(JSON.stringify(script))) as Partial<StreamRecording> & { error?: { text: string } };
    expect(essence(outcome), outcome.error?.text).toEqual(essence(recording));
  });
});
