/** A user realm as a confined child process: one request in, events and one result out, all as lines of JSON. */
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { realmEventSchema, runResultSchema } from '../../workers/protocol/index.ts';
import type { RealmEvent, RunRequest, RunResult, UserError } from '../../workers/protocol/index.ts';
import type { Confinement } from './confinement.ts';
import { REALM_OUTPUT_BYTES, START_LIMIT_SECONDS } from './limits.ts';
import { watchMemory } from './memory-watch.ts';

export interface RunLimits {
  readonly timeSeconds: number;
  readonly memoryMb: number;
}

export interface RunHandlers {
  /** The runtime is up and the program begins. */
  readonly started?: () => void;
  readonly event?: (event: RealmEvent) => void;
}

/** Why a realm was ended from outside; in the user's words. */
function endedError(type: string, message: string): RunResult {
  const error: UserError = { type, message, traceback: `${type}: ${message}`, frames: [], condition: null, sqlState: null, parameters: {} };
  return { error, cases: [], durationMs: 0 };
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** What is under way: which case was running, and whatever went to stderr. */
interface Progress {
  caseId: string | null;
  stderr: string;
  bytes: number;
}

function inCase(progress: Progress): string {
  return progress.caseId === null ? 'before the first case' : `in the case "${progress.caseId}"`;
}

/** Runs one request in a fresh realm. Never rejects for what the program did: that is in the result. */
export function runInRealm(confinement: Confinement, request: RunRequest, limits: RunLimits, handlers: RunHandlers = {}): Promise<RunResult> {
  const child: Child = spawn(confinement.command, [...confinement.args], { stdio: ['pipe', 'pipe', 'pipe'], env: {}, cwd: '/' });
  const progress: Progress = { caseId: null, stderr: '', bytes: 0 };
  return new Promise((resolve, reject) => {
    let isSettled = false;
    let timer: NodeJS.Timeout | undefined;
    const stopWatch = child.pid === undefined ? () => undefined : watchMemory(child.pid, limits.memoryMb * 1024 * 1024, () => {
      finish(endedError('MemoryLimit', `the program took more than ${limits.memoryMb} MB of memory and was ended ${inCase(progress)}`));
    });
    const finish = (result: RunResult): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      stopWatch();
      child.kill('SIGKILL');
      resolve(result);
    };
    const allow = (seconds: number, late: () => RunResult): void => {
      clearTimeout(timer);
      timer = setTimeout(() => finish(late()), seconds * 1000);
    };
    allow(START_LIMIT_SECONDS, () => endedError('StartLimit', 'the language runtime did not start in time'));
    const ready = (): void => {
      handlers.started?.();
      allow(limits.timeSeconds, () => endedError('TimeLimit', `the program did not end within ${limits.timeSeconds} s and was ended ${inCase(progress)}`));
    };
    readLines(child.stdout, progress, (line) => {
      const result = takeLine(line, progress, ready, handlers);
      if (result !== null) finish(result);
    }, () => finish(endedError('OutputLimit', 'the program sent more than it may and was ended')));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      progress.stderr = (progress.stderr + text).slice(-4_000);
    });
    child.on('error', (error) => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      stopWatch();
      reject(new Error(`the realm could not be started: ${error.message}`));
    });
    child.on('close', (code, signal) => finish(endedError('RealmCrash', crashText(code, signal, progress))));
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${JSON.stringify(request)}\n`);
  });
}

function crashText(code: number | null, signal: string | null, progress: Progress): string {
  const memory = /heap out of memory|memory limit/i.test(progress.stderr);
  if (memory) return `the program ran out of memory ${inCase(progress)}`;
  const how = signal === null ? `with code ${code ?? 0}` : `by ${signal}`;
  const last = progress.stderr.trim().split('\n').at(-1) ?? '';
  return `the program's realm ended ${how} ${inCase(progress)}${last === '' ? '' : `: ${last.slice(0, 300)}`}`;
}

/** Takes one line of the realm; the result when it is one. What does not fit the protocol is dropped. */
function takeLine(line: string, progress: Progress, ready: () => void, handlers: RunHandlers): RunResult | null {
  let message: { readonly type?: unknown; readonly event?: unknown; readonly result?: unknown };
  try {
    message = JSON.parse(line) as typeof message;
  } catch {
    return null;
  }
  if (message.type === 'ready') ready();
  if (message.type === 'event') {
    const event = realmEventSchema.safeParse(message.event);
    if (event.success) {
      if (event.data.kind === 'case') progress.caseId = event.data.caseId.slice(0, 100);
      handlers.event?.(event.data);
    }
  }
  if (message.type !== 'result') return null;
  const result = runResultSchema.safeParse(message.result);
  return result.success ? result.data : endedError('ProtocolError', 'the program sent a result that is no result');
}

/** Cuts a stream into lines; too much of it is refused. */
function readLines(stream: Readable, progress: Progress, take: (line: string) => void, tooMuch: () => void): void {
  const parts: string[] = [];
  stream.setEncoding('utf8').on('data', (text: string) => {
    progress.bytes += text.length;
    if (progress.bytes > REALM_OUTPUT_BYTES) return tooMuch();
    const lines = text.split('\n');
    for (const [i, piece] of lines.entries()) {
      parts.push(piece);
      if (i === lines.length - 1) break;
      take(parts.join(''));
      parts.length = 0;
    }
  });
}
