/** House rules that no linter knows: how long files are, what must not be left in them, which way JSX files import. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const MAX_FILE_LINES = 400;
/** Made by `npm run generate`, or data: length says nothing. */
const GENERATED = ['engine/session/api/public/functions.ts', 'engine/session/api/functions/signatures.ts', 'python/pyspark/sql/functions/_generated.py', 'python/pyspark/sql/functions/__init__.pyi'];
/** Words that mark work left open; written apart, so that this file does not hold them. */
const LEFT_OPEN = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'not implemented ' + 'yet'].map((w) => `\\b${w}\\b`).join('|'));
const FOCUSED = /\b(?:it|test|describe)\.(?:skip|only|todo)\(/;

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((f) => /\.(?:ts|tsx|mjs|cjs|py|css|md)$/.test(f) && existsSync(join(root, f)));
const text = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('house rules', () => {
  it(`no file is longer than ${MAX_FILE_LINES} lines: split it by purpose`, () => {
    // The cases of the oracle are data: a family a file.
    const code = files.filter((f) => !f.endsWith('.md') && !f.startsWith('tests/oracle/cases/') && !GENERATED.includes(f));
    const long = code.map((f) => [f, text(f).split('\n').length - 1] as const).filter(([, lines]) => lines > MAX_FILE_LINES);
    expect(long).toEqual([]);
  });

  it('no work is left open in a comment: finish it, or open an issue', () => {
    expect(files.filter((f) => !/^tests\/(?:house|oracle\/cases|conformance\/twins)\//.test(f) && LEFT_OPEN.test(text(f)))).toEqual([]);
  });

  it('no test is skipped or run alone', () => {
    expect(files.filter((f) => /\.test\.tsx?$/.test(f) && f !== 'tests/house/house-rules.test.ts' && FOCUSED.test(text(f)))).toEqual([]);
  });

  it('every folder of the engine has a door, and others use it', () => {
    const inside = /from '(?:\.\.\/)+engine\/(?!index\.ts')/;
    const outsiders = files.filter((f) => /^(?:src|cli|grading|workers|challenges)\/.*\.tsx?$/.test(f) && !f.endsWith('.test.ts'));
    expect(outsiders.filter((f) => inside.test(text(f)))).toEqual([]);
  });

  it('the page imports only from itself, the realms, and the doors of grading and the engine', () => {
    const allowed = /^(?:src|workers)\/|^(?:grading|engine)\/index\.ts$|^challenges\//;
    const wrong = files
      .filter((f) => /^src\/.*\.tsx$/.test(f))
      .flatMap((f) => [...text(f).matchAll(/from '(\.[^']+)'/g)].map((m) => [f, normalize(join(dirname(f), (m[1] as string).replace(/\?.*$/, '')))] as const))
      .filter(([, target]) => !allowed.test(target));
    expect(wrong).toEqual([]);
  });
});
