/** Every streaming script, played in Python on the engine: the micro-batches must be those of real Structured Streaming. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Engine, fixedEnvironment } from '../../engine/index.ts';
import { startPython } from '../support/python.ts';
import { scriptHash, scriptSchema, streamRecordingSchema } from './streaming-format.ts';

const folder = join(import.meta.dirname, 'streaming');
const ids = readdirSync(join(folder, 'scripts')).map((name) => name.slice(0, -'.json'.length)).sort();

let play: (text: string) => string;

beforeAll(async () => {
  const python = await startPython('tests/oracle', 'tests/support');
  python.bridge.use(
    new Engine({
      environment: { ...fixedEnvironment(), elapsed: () => performance.now() },
      host: python.bridge.host(),
      conf: { 'spark.sql.session.timeZone': 'UTC' },
      cacheAnalysis: true,
    }),
  );
  play = python.run('from replay_stream import play\nplay') as typeof play;
}, 60_000);

/** The order of rows inside a batch is open unless the script says otherwise. */
function sortedRows(rows: readonly unknown[], ordered: boolean): readonly unknown[] {
  return ordered ? rows : [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

describe('streaming scripts', () => {
  it.each(ids)('%s', (id) => {
    const script = scriptSchema.parse(JSON.parse(readFileSync(join(folder, 'scripts', `${id}.json`), 'utf8')));
    const recording = streamRecordingSchema.parse(JSON.parse(readFileSync(join(folder, 'recordings', `${id}.json`), 'utf8')));
    expect(recording.source, 'the recording is of an older script').toBe(scriptHash(script));
    const played = JSON.parse(play(JSON.stringify(script))) as typeof recording & { error?: { text?: string } };
    if (recording.error !== undefined) {
      const { class: errorClass, condition, sqlState } = recording.error;
      expect(played.error).toMatchObject({ class: errorClass, condition: condition ?? null, sqlState: sqlState ?? null });
      return;
    }
    expect(played.error?.text).toBeUndefined();
    expect(played.schema).toEqual(recording.schema);
    const normal = (list: typeof recording.processed) =>
      list?.map(({ batches }) => batches.map((b) => ({ ...b, rows: sortedRows(b.rows, script.ordered === true) })));
    expect(normal(played.processed)).toEqual(normal(recording.processed));
  });
});
