/** `sparring`: grades solutions from a shell, in CI, for a class. Exit code 0 passed, 1 failed, 2 could not run. */
import manifest from '../package.json' with { type: 'json' };
import { writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError, Option } from 'commander';
import { challenges, findChallenge } from '../challenges/index.ts';
import { DEFAULT_SEED, report, REPORT_FORMATS } from '../grading/index.ts';
import type { ReportFormat, Verdict } from '../grading/index.ts';
import type { Language } from '../workers/protocol/index.ts';
import { grade, UsageError } from './grade.ts';
import type { ConfinementKind, RealmFolders } from './host/confinement.ts';
import { DEFAULT_JUDGE_TIME_LIMIT_SECONDS, DEFAULT_MEMORY_LIMIT_MB, DEFAULT_TIME_LIMIT_SECONDS } from './host/limits.ts';
import { Progress } from './progress.ts';

const EXIT = { passed: 0, failed: 1, error: 2 } as const;
const EXIT_COULD_NOT_RUN = 2;

interface GradeFlags {
  readonly json?: true;
  readonly format: ReportFormat;
  readonly output?: string;
  readonly seed: number;
  readonly timeLimit: number;
  readonly memoryLimit: number;
  readonly judgeTimeLimit: number;
  readonly language?: Language;
  readonly visible?: true;
  readonly confinement?: ConfinementKind;
  readonly showOutput?: true;
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most) throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    return value;
  };
}

/** A challenge by its id or by the path of its folder. */
function challengeId(argument: string): string {
  const id = basename(resolve(argument));
  if (findChallenge(id) === undefined) {
    throw new UsageError(`There is no challenge named ${argument}. Known: ${challenges.map((c) => c.id).join(', ')}.`);
  }
  return id;
}

/** What the realm may read: folders beside the built program, and Pyodide's package. */
function folders(): RealmFolders {
  const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  return { program: beside('./realm'), assets: beside('./assets'), pyodide: dirname(fileURLToPath(import.meta.resolve('pyodide/pyodide.mjs'))) };
}

async function runGrade(challenge: string, solution: string, flags: GradeFlags): Promise<void> {
  const progress = new Progress(process.stderr);
  const warn = (line: string): void => {
    progress.clear();
    process.stderr.write(`${line}\n`);
  };
  const verdict = await grade({
    challengeId: challengeId(challenge),
    solution,
    mode: flags.visible === true ? 'run' : 'submit',
    seed: flags.seed,
    limits: { timeSeconds: flags.timeLimit, memoryMb: flags.memoryLimit },
    judgeTimeSeconds: flags.judgeTimeLimit,
    folders: folders(),
    judgeProgram: new URL('./judge.mjs', import.meta.url),
    warn,
    progress: (line) => progress.show(line),
    ...(flags.language === undefined ? {} : { language: flags.language }),
    ...(flags.confinement === undefined ? {} : { confinement: flags.confinement }),
    ...(flags.showOutput === true ? { event: (event) => event.kind === 'stdout' && process.stderr.write(event.text) } : {}),
  });
  progress.clear();
  await print(verdict, flags);
  process.exitCode = EXIT[verdict.status];
}

async function print(verdict: Verdict, flags: GradeFlags): Promise<void> {
  const format = flags.json === true ? 'json' : flags.format;
  if (flags.output !== undefined) {
    writeFileSync(flags.output, report(verdict, format));
    return;
  }
  const colour = process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined;
  await new Promise<void>((done) => process.stdout.write(report(verdict, format, colour), () => done()));
}

function listChallenges(flags: { readonly json?: true }): void {
  if (flags.json === true) {
    const list = challenges.map(({ id, number, title, difficulty, topics, minutes, parts }) => ({ id, number, title, difficulty, topics, minutes, functionName: parts[0].functionName }));
    process.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
    return;
  }
  const width = Math.max(...challenges.map((c) => c.id.length));
  for (const c of challenges) process.stdout.write(`${c.number}  ${c.id.padEnd(width)}  ${c.difficulty.padEnd(6)}  ${c.title}\n`);
}

const program = new Command('sparring')
  .description('Practise and grade PySpark coding interviews.')
  .version(manifest.version)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_COULD_NOT_RUN));

program
  .command('grade')
  .description('Grade a solution of a challenge.')
  .argument('<challenge>', 'id of the challenge, or its folder (challenges/top-customers)')
  .argument('<solution>', 'a .py or .ts file')
  .addOption(new Option('--format <format>', 'form of the report').choices(REPORT_FORMATS).default('text'))
  .option('--json', 'the verdict as JSON, as --format json')
  .option('-o, --output <file>', 'write the report to a file')
  .option('--seed <number>', 'seed of the generated cases', wholeNumber(0, 0xffff_ffff), DEFAULT_SEED)
  .option('--time-limit <seconds>', 'for the whole program', wholeNumber(1, 3600), DEFAULT_TIME_LIMIT_SECONDS)
  .option('--memory-limit <MB>', 'of the program with its runtime', wholeNumber(256, 65_536), DEFAULT_MEMORY_LIMIT_MB)
  .option('--judge-time-limit <seconds>', 'for judging what the program gave', wholeNumber(1, 3600), DEFAULT_JUDGE_TIME_LIMIT_SECONDS)
  .addOption(new Option('--language <language>', 'default: by the ending of the file').choices(['python', 'typescript']))
  .option('--visible', 'only the cases that the statement shows')
  .option('--show-output', 'what the program prints, on stderr')
  .addOption(new Option('--confinement <kind>', 'default: the strongest of this machine').choices(['bubblewrap', 'permission']))
  .addHelpText('after', '\nExit codes: 0 passed, 1 failed, 2 could not run (a broken program, a wrong command).')
  .action(runGrade);

program.command('challenges').description('List the challenges.').option('--json', 'as JSON').action(listChallenges);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof UsageError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = EXIT_COULD_NOT_RUN;
}
// Handles of ended children keep nothing alive that matters.
process.exit();
