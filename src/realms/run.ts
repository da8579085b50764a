/** Runs one program in a user realm, within a time limit, and can be stopped. */
import { runResultSchema } from '../../workers/protocol/run.ts';
import type { RealmEvent, RunRequest, RunResult } from '../../workers/protocol/run.ts';
import type { RealmPool } from './pool.ts';
import type { Realm } from './sandbox.ts';

export type RunEnd =
  | { readonly kind: 'result'; readonly result: RunResult; readonly elapsedMs: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'timeLimit'; readonly seconds: number }
  | { readonly kind: 'crashed'; readonly message: string };

export interface RunOptions {
  readonly onEvent: (event: RealmEvent) => void;
  /** The program itself begins: loading is over. */
  readonly onStart?: () => void;
  readonly limitMs: number;
  readonly signal: AbortSignal;
  /** A realm in which nothing has run before. */
  readonly fresh: boolean;
  /** Source text of a library that the program asks for. */
  readonly library: (name: string) => Promise<string | null>;
}

/** Errors after which the realm's memory is not worth keeping. */
const EXHAUSTED = new Set(['MemoryError', 'RecursionError', 'RangeError', 'InternalError']);
/** While a program runs: is the frame itself still there? */
const HEARTBEAT_MS = 4_000;
/** How long a finished program's last output is waited for. */
const LAST_EVENTS_MS = 3_000;

export async function runProgram(pool: RealmPool, request: RunRequest, options: RunOptions): Promise<RunEnd> {
  if (options.signal.aborted) return { kind: 'stopped' };
  const taken = await Promise.race([pool.take(request.language, options.fresh), aborted(options.signal)]);
  if (taken === 'aborted') return { kind: 'stopped' };
  const realm = taken;
  pool.markUsed(realm);
  const lastEvent = listen(realm, options);
  options.onStart?.();
  const end = await race(pool, realm, request, options);
  if (end.kind === 'result') await Promise.race([lastEvent, delay(LAST_EVENTS_MS)]);
  realm.onEvent = null;
  const spent = end.kind === 'result' ? isExhausted(end.result) : true;
  if (spent) pool.retire(realm);
  if (end.kind !== 'result' && end.kind !== 'stopped') await pool.checkSandbox();
  return end;
}

/** Hands the program's events on. Resolves with the last one. */
function listen(realm: Realm, options: RunOptions): Promise<void> {
  return new Promise((resolve) => {
    realm.onEvent = (event) => {
      if (event.kind === 'need') void options.library(event.library).then((source) => realm.api.provide(event.library, source));
      else if (event.kind === 'end') resolve();
      else options.onEvent(event);
    };
  });
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function race(pool: RealmPool, realm: Realm, request: RunRequest, options: RunOptions): Promise<RunEnd> {
  const start = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeLimit = new Promise<RunEnd>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'timeLimit', seconds: options.limitMs / 1_000 }), options.limitMs);
  });
  const crashed = realm.crashed.then((message): RunEnd => ({ kind: 'crashed', message }));
  const heartbeat = setInterval(() => void pool.checkSandbox(), HEARTBEAT_MS);
  const finished = realm.api.run(request).then((answer): RunEnd => {
    const parsed = runResultSchema.safeParse(answer);
    if (!parsed.success) return { kind: 'crashed', message: 'The program left its runtime in a state in which it gives no valid result.' };
    return { kind: 'result', result: parsed.data, elapsedMs: performance.now() - start };
  }, (error: unknown): RunEnd => ({ kind: 'crashed', message: error instanceof Error ? error.message : String(error) }));
  const stopped = aborted(options.signal).then((): RunEnd => ({ kind: 'stopped' }));
  const end = await Promise.race([finished, timeLimit, crashed, stopped]);
  clearTimeout(timer);
  clearInterval(heartbeat);
  return end;
}

function aborted(signal: AbortSignal): Promise<'aborted'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('aborted');
    else signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
}

function isExhausted(result: RunResult): boolean {
  return [result.error, ...result.cases.map((c) => c.error)].some((e) => e !== null && EXHAUSTED.has(e.type));
}
