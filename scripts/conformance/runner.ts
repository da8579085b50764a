/** Runs docstrings of PySpark's source files in Python beside an engine. */
import { readdirSync } from 'node:fs';
import { fixedEnvironment } from '../../engine/core/index.ts';
import { Engine } from '../../engine/session/engine.ts';
import { startPython } from '../../tests/support/python.ts';

export interface Outcome {
  readonly name: string;
  /** What doctest printed of the first example that failed; null where all pass. */
  readonly failure: string | null;
  /** That in one line. */
  readonly reason: string | null;
}

/** Below pyspark/sql, what is not the classic API: other clients, other packages, streaming, parts of the machinery. */
const NOT_CLASSIC = /^(connect|pandas|avro|protobuf|plot|tests|streaming|worker|datasource_internal|metrics)(\/|\.py$)/;

/** As PySpark's own tests have them. */
const SETTINGS = { 'spark.sql.session.timeZone': 'UTC', 'spark.sql.timeType.enabled': 'true', 'spark.default.parallelism': '4' };

/** The source files whose docstrings count, below the folder pyspark/sql. */
export function sourceFiles(sources: string): readonly string[] {
  const all = readdirSync(sources, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  return all.filter((file) => file.endsWith('.py') && !NOT_CLASSIC.test(file)).sort();
}

/** Boots Python; the runner takes a source file's path, its text, and what names must contain. */
export async function startRunner(): Promise<(file: string, text: string, only: string) => readonly Outcome[]> {
  const python = await startPython('tests/support');
  const environment = { ...fixedEnvironment(), elapsed: () => performance.now() };
  const engine = () => new Engine({ environment, host: python.bridge.host(), conf: SETTINGS, cacheAnalysis: true });
  python.bridge.use(engine());
  const runFile = python.run('from docstrings import run_file\nrun_file') as (text: string, own: string, only: string) => string;
  return (file, text, only) => {
    python.bridge.use(engine());
    return JSON.parse(runFile(text, (file.split('/')[0] as string).replace(/\.py$/, ''), only)) as Outcome[];
  };
}
