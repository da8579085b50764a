/**
 * Runs the examples in an installed PySpark's docstrings against the facade and the engine, prints by module how many
 * docstrings wholly pass and why the others fail, and holds that against what is kept in tests/conformance/docstrings.json.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { differences, Kept, written } from './kept.ts';
import { printModule, printTotals, writeDetails } from './report.ts';
import { sourceFiles, startRunner } from './runner.ts';
import { checkSurface } from './surface.ts';
import type { Outcome } from './runner.ts';

const HELP = `npm run conformance [-- options]

  --module <file>   only this source file below pyspark/sql, such as functions/builtin.py or dataframe.py
  --only <a,b>      only docstrings whose name contains one of these texts
  --surface         names and signatures in place of docstrings (tests/conformance/surface.json)
  --verbose         expected and actual output of each failure, on the terminal too
  --update          keep what passes now (tests/conformance/docstrings.json)

Whole reports are written to .cache/docstrings/, a file for each module.
`;

const { values: options } = parseArgs({
  options: {
    sources: { type: 'string' },
    python: { type: 'string' },
    surface: { type: 'boolean', default: false },
    module: { type: 'string' },
    only: { type: 'string', default: '' },
    verbose: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<number> {
  if (options.help || options.sources === undefined) {
    process.stdout.write(HELP);
    return options.help ? 0 : 2;
  }
  if (options.surface) return checkSurface(options.python ?? 'python3', options.update, options.verbose);
  const sources = options.sources;
  const kept = Kept.read();
  const files = sourceFiles(sources).filter((file) => options.module === undefined || file === options.module);
  if (files.length === 0) {
    process.stderr.write(`There is no module ${options.module}.\n`);
    return 2;
  }
  const run = await startRunner();
  const outcomes = new Map<string, readonly Outcome[]>();
  for (const file of files) {
    const all = run(file, readFileSync(`${sources}/${file}`, 'utf8'), options.only).filter((each) => !kept.isLeftOut(file, each.name));
    if (all.length === 0) continue;
    outcomes.set(file, all);
    writeDetails(file, all);
    printModule(file, all, kept, options.verbose);
  }
  const isWhole = options.module === undefined && options.only === '';
  if (isWhole) printTotals(outcomes, kept);
  if (options.update) {
    if (options.only !== '') throw new Error('--update needs whole modules, so not --only');
    written(kept, outcomes);
    return 0;
  }
  const wrong = options.only === '' ? differences(kept, outcomes) : [];
  process.stdout.write(wrong.length === 0 ? '\n' : `\n${wrong.join('\n')}\n`);
  return wrong.length === 0 ? 0 : 1;
}

process.exitCode = await main();
