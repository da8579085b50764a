import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { familySchema, parseCases } from './format.ts';
import { scriptHash, scriptSchema, streamRecordingSchema } from './streaming-format.ts';

const here = import.meta.dirname;
const families = readdirSync(join(here, 'cases'))
  .filter((name) => name.endsWith('.py'))
  .map((name) => name.slice(0, -'.py'.length));

describe('oracle', () => {
  it('reads headers, files and the shared preamble', () => {
    const text = [
      'from x import y', '', '# --- case: one', '# conf: a.b=c=d', '# file: in/a.csv', '# | id,s', '# |', '# |  1,x',
      '# ordered', '# a comment of the code', 'result = 1', '', '# --- case: two', '# ts: no', 'result = 2', '',
    ].join('\n');
    const [one, two] = parseCases('family', text);
    expect(one).toMatchObject({
      id: 'family/one',
      preamble: 'from x import y\n',
      code: '# a comment of the code\nresult = 1\n',
      conf: { 'a.b': 'c=d' },
      files: { 'in/a.csv': 'id,s\n\n 1,x\n' },
      ordered: true,
      plan: false,
      tsNo: false,
    });
    expect(two).toMatchObject({ id: 'family/two', code: 'result = 2\n', ordered: false, tsNo: true });
  });

  it('has a family of cases for every recording and the other way round', () => {
    const recorded = readdirSync(join(here, 'recordings')).map((name) => name.replace(/\.json$/, ''));
    expect(recorded.sort()).toEqual([...families].sort());
  });

  it.each(families)('%s: every case has a recording of its present text', (family) => {
    const cases = parseCases(family, readFileSync(join(here, 'cases', `${family}.py`), 'utf8'));
    const recorded = familySchema.parse(JSON.parse(readFileSync(join(here, 'recordings', `${family}.json`), 'utf8')));
    const stale = 'stale: run npm run oracle';
    expect(recorded.family).toBe(family);
    expect(recorded.cases.map((each) => `${each.id} ${each.source}`), stale).toEqual(
      cases.map((each) => `${each.id} ${each.sourceHash}`),
    );
    expect(new Set(cases.map((each) => each.id)).size).toBe(cases.length);
  });
});

describe('streaming oracle', () => {
  const scripts = readdirSync(join(here, 'streaming', 'scripts'));

  it('has a script for every recording and the other way round', () => {
    expect(readdirSync(join(here, 'streaming', 'recordings')).sort()).toEqual([...scripts].sort());
  });

  it.each(scripts)('%s has a recording of its present text', (name) => {
    const read = (folder: string): unknown => JSON.parse(readFileSync(join(here, 'streaming', folder, name), 'utf8'));
    const script = scriptSchema.parse(read('scripts'));
    const recording = streamRecordingSchema.parse(read('recordings'));
    expect(`${script.id}.json`).toBe(name);
    expect(recording.source, 'stale: run npm run oracle').toBe(scriptHash(script));
    const waits = script.steps.filter((step) => 'processAll' in step || 'awaitTermination' in step).length;
    expect(recording.error ? waits : recording.processed?.length).toBe(waits);
  });
});
