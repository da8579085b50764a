/** Grades one solution: prepares the cases, runs the program in a confined realm, and has the judge look at what came back. */
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { RunMode, Verdict } from '../grading/index.ts';
import type { Language, RealmEvent, RunRequest, RunResult } from '../workers/protocol/index.ts';
import { confine } from './host/confinement.ts';
import type { ConfinementKind, RealmFolders } from './host/confinement.ts';
import { emitTypeScript } from './host/emit.ts';
import { runInRealm } from './host/realm-process.ts';
import type { RunLimits } from './host/realm-process.ts';
import { JudgeLimitError, JudgeThread } from './judge/client.ts';

/** The command was wrong or the machine cannot do it: exit code 2, nothing about the solution. */
export class UsageError extends Error {}

export interface GradeOptions {
  readonly challengeId: string;
  readonly solution: string;
  readonly language?: Language;
  readonly mode: RunMode;
  readonly seed: number;
  readonly limits: RunLimits;
  readonly judgeTimeSeconds: number;
  readonly confinement?: ConfinementKind;
  readonly folders: RealmFolders;
  readonly judgeProgram: URL;
  readonly warn: (line: string) => void;
  readonly progress?: (line: string) => void;
  readonly event?: (event: RealmEvent) => void;
}

const LANGUAGES: Readonly<Record<string, Language>> = { '.py': 'python', '.ts': 'typescript' };
const MAX_SOURCE_BYTES = 1024 * 1024;

function languageOf(o: GradeOptions): Language {
  const language = o.language ?? LANGUAGES[extname(o.solution).toLowerCase()];
  if (language === undefined) throw new UsageError(`${o.solution} is neither .py nor .ts: say --language python or --language typescript.`);
  return language;
}

function readSolution(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UsageError(`The solution cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (bytes.length > MAX_SOURCE_BYTES) throw new UsageError(`${path} is larger than a solution may be (${MAX_SOURCE_BYTES / 1024 / 1024} MB).`);
  return bytes.toString('utf8');
}

export async function grade(o: GradeOptions): Promise<Verdict> {
  const language = languageOf(o);
  const text = readSolution(o.solution);
  const filename = basename(o.solution);
  const judge = new JudgeThread(o.judgeProgram, o.judgeTimeSeconds);
  try {
    const run = await judge.prepare({ challengeId: o.challengeId, mode: o.mode, language, seed: o.seed });
    const emitted = language === 'python' ? ({ ok: true, source: text } as const) : emitTypeScript(text, filename);
    const confinement = confine(o.folders, o.confinement);
    if (confinement.warning !== null) o.warn(`warning: ${confinement.warning}`);
    if (!emitted.ok) return await judge.judge({ error: emitted.error, cases: [], durationMs: 0 }, confinement.description);
    const request: RunRequest = {
      language,
      source: emitted.source,
      filename,
      functionName: run.functionName,
      cases: [...run.cases],
      seed: run.seed,
      nowMicros: run.nowMicros,
      display: false,
    };
    o.progress?.(`starting ${language}`);
    let done = 0;
    const result = await runInRealm(confinement, request, o.limits, {
      started: () => o.progress?.('running'),
      event: (event) => {
        if (event.kind === 'case') o.progress?.(`case ${++done} of ${run.cases.length}: ${event.caseId}`);
        o.event?.(event);
      },
    });
    o.progress?.('judging');
    return await judgeWithin(judge, result, confinement.description, o, language);
  } finally {
    judge.close();
  }
}

/** A plan that is too much for the judge is the submission's doing: the verdict says so, and the host lives on. */
async function judgeWithin(judge: JudgeThread, result: RunResult, confinement: string, o: GradeOptions, language: Language): Promise<Verdict> {
  try {
    return await judge.judge(result, confinement);
  } catch (error) {
    if (!(error instanceof JudgeLimitError)) throw error;
    const message = `the submitted plan is too much to judge: ${error.message}`;
    const limit = { type: 'JudgeLimit', message, traceback: `JudgeLimit: ${message}`, frames: [], condition: null, sqlState: null, parameters: {} };
    const fresh = new JudgeThread(o.judgeProgram, o.judgeTimeSeconds);
    try {
      await fresh.prepare({ challengeId: o.challengeId, mode: o.mode, language, seed: o.seed });
      return await fresh.judge({ error: limit, cases: [], durationMs: result.durationMs }, confinement);
    } finally {
      fresh.close();
    }
  }
}
