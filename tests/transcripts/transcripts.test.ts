/** Replays the transcripts. `UPDATE=1` writes the engine's answers into those without one (`?` or nothing). */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Engine, fixedEnvironment } from '../../engine/index.ts';
import { answerOf, parseTranscript, printTranscript } from './format.ts';
import type { Entry } from './format.ts';
import differences from './differences.json' with { type: 'json' };

const FOLDER = new URL('./', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const known: Readonly<Record<string, string>> = differences;

function newEngine(): Engine {
  const engine = new Engine({ environment: fixedEnvironment() });
  const statements = read('setup.sql').split(';\n').map((s) => s.replace(/^#.*$/gm, '').trim());
  for (const query of statements.filter((s) => s !== '')) engine.handle({ op: 'sql', plan: { type: 'SQL', query } });
  return engine;
}

function complete(file: string, head: string, entries: readonly Entry[]): void {
  const engine = newEngine();
  const completed = entries.map((e) => {
    const answer = answerOf(engine, e.query);
    return e.answer === '' || e.answer === '?' ? { ...e, answer } : e;
  });
  writeFileSync(new URL(file, FOLDER), printTranscript(head, completed));
}

for (const file of readdirSync(FOLDER).filter((f) => f.endsWith('.txt'))) {
  const { head, entries } = parseTranscript(read(file));
  if (process.env.UPDATE === '1') complete(file, head, entries);
  describe(file, () => {
    const engine = newEngine();
    it.each(entries)('$query', ({ query, answer }) => {
      const id = `${file}: ${query}`;
      const given = answerOf(engine, query);
      if (known[id] === undefined) expect(given).toBe(answer);
      else expect(given, `${id} is right now: take it out of differences.json`).not.toBe(answer);
    });
  });
}
