/**
 * Every example in the installed PySpark's docstrings, run through the facade; the count that passes may only rise.
 * The package is read from the oracle's environment (`npm run oracle` makes it); without it there is nothing to run.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixedEnvironment } from '../../engine/core/index.ts';
import { Engine } from '../../engine/session/engine.ts';
import { startPython } from '../support/python.ts';
import type { Python } from '../support/python.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PACKAGE = installedPackage();
const FILE_MS = 300_000;

/** Source files below pyspark/sql, and how many of their docstrings passed when this was written. */
const PASSING: Readonly<Record<string, number>> = JSON.parse(readFileSync(join(import.meta.dirname, 'docstrings.json'), 'utf8'));

interface Outcome {
  readonly name: string;
  readonly failure: string | null;
}

let python: Python;
let runFile: (text: string, own: string, only: string) => string;

describe.skipIf(PACKAGE === undefined)('docstrings of PySpark', () => {
  beforeAll(async () => {
    python = await startPython('tests/support');
    python.bridge.use(engine());
    runFile = python.run('from docstrings import run_file\nrun_file') as typeof runFile;
  }, 60_000);

  it.each(Object.keys(PASSING))('%s', (file) => {
    python.bridge.use(engine());
    const outcomes = JSON.parse(runFile(readFileSync(join(PACKAGE as string, file), 'utf8'), file.split('/')[0] as string, '')) as Outcome[];
    const failed = outcomes.filter((each) => each.failure !== null);
    report(file, outcomes.length, failed);
    expect(outcomes.length - failed.length).toBeGreaterThanOrEqual(PASSING[file] as number);
  }, FILE_MS);
});

function installedPackage(): string | undefined {
  const library = join(ROOT, '.oracle-venv/lib');
  const pythons = existsSync(library) ? readdirSync(library) : [];
  return pythons.map((name) => join(library, name, 'site-packages/pyspark/sql')).find((path) => existsSync(path));
}

function engine(): Engine {
  const environment = { ...fixedEnvironment(), elapsed: () => performance.now() };
  return new Engine({ environment, host: python.bridge.host(), conf: { 'spark.sql.session.timeZone': 'UTC' }, cacheAnalysis: true });
}

function report(file: string, count: number, failed: readonly Outcome[]): void {
  const folder = join(ROOT, '.cache/docstrings');
  mkdirSync(folder, { recursive: true });
  const lines = failed.map((each) => `${each.name}\n${each.failure}\n`);
  writeFileSync(join(folder, `${file.replaceAll('/', '-')}.txt`), `${count - failed.length} of ${count} pass\n\n${lines.join('\n')}`);
}
