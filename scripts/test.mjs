// npm test: installs what is missing, then checks style, types, layers and generated files, builds, and runs all tests.
//
//   npm test                    everything
//   npm test -- unit            one kind of tests only: unit, python, e2e (without the checks before them)
//   npm test -- --only checks   the checks without the tests
import { ensureDependencies, fail, step, tools } from './lib/setup.mjs';

const KINDS = ['unit', 'python', 'e2e'];
const args = process.argv.slice(2);
const only = args[args.indexOf('--only') + 1];
if (args.includes('--help')) {
  process.stdout.write('npm test [-- unit|python|e2e …] [-- --only checks]\n');
  process.exit(0);
}
const kinds = args.filter((a) => KINDS.includes(a));
const unknown = args.filter((a, i) => !KINDS.includes(a) && a !== '--only' && args[i - 1] !== '--only');
if (unknown.length > 0) fail(`Unknown: ${unknown.join(' ')}. Known kinds of tests: ${KINDS.join(', ')}.`, 2);

ensureDependencies();

const failed = [];
function run(title, ...rest) {
  const done = step(title, rest[0], rest[1], { keepGoing: true, ...rest[2] });
  if (!done.ok) failed.push(title);
}

if (kinds.length === 0) {
  run('Lint', tools.biome, ['lint', '.', '--diagnostic-level=warn', '--error-on-warnings']);
  run('Layers', tools.depcruise, ['engine', 'grading', 'workers', 'src', 'cli', 'challenges', '--config', '.dependency-cruiser.cjs']);
  run('Types', tools.tsc, ['-p', '.', '--noEmit']);
  run("Python's functions are up to date", tools.tsx, ['scripts/generate-python.ts', '--check']);
  run("TypeScript's functions are up to date", tools.tsx, ['scripts/generate-typescript.ts', '--check']);
}
if (only !== 'checks') {
  const wanted = kinds.length === 0 ? KINDS : kinds;
  if (wanted.some((k) => k !== 'unit')) run('Build', 'scripts/build.mjs', ['--if-stale']);
  run(`Tests (${wanted.join(', ')})`, tools.vitest, ['run', ...wanted.flatMap((k) => ['--project', k])]);
}
if (failed.length > 0) fail(`✗ ${failed.join(', ')} failed.`);
process.stdout.write('\n✓ everything passed\n');
