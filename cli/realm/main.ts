/**
 * Entry of the user realm on the command line: a confined child process. It reads one request as a line of JSON on stdin and
 * writes lines of JSON: `ready`, events, one `result`. What else a program writes to stdout breaks no more than its own run.
 */
import { constants, readFileSync } from 'node:fs';
import { constants as osConstants } from 'node:os';
import { gunzipSync } from 'node:zlib';
import { Bench } from '../../workers/user-realm/bench.ts';
import { EventSink } from '../../workers/user-realm/event-sink.ts';
import { startPythonRuntime } from '../../workers/user-realm/python-runtime.ts';
import { runTypeScript } from '../../workers/user-realm/typescript-runtime.ts';
import { runRequestSchema } from '../../workers/protocol/index.ts';
import type { PythonAssets, RunRequest, RunResult } from '../../workers/protocol/index.ts';

const write = process.stdout.write.bind(process.stdout);

function send(message: object): void {
  write(`${JSON.stringify(message)}\n`);
}

function buffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

/** Folders are arguments: what Python starts from, and Pyodide's own package. */
const [ASSETS = '.', PYODIDE = '.'] = process.argv.slice(2);

function readAssets(): PythonAssets {
  return {
    stdlib: new ArrayBuffer(0),
    snapshot: buffer(gunzipSync(readFileSync(`${ASSETS}/snapshot.bin`))),
    facade: JSON.parse(readFileSync(`${ASSETS}/facade.json`, 'utf8')) as Record<string, string>,
  };
}

async function runtimeFor(request: RunRequest, bench: Bench): Promise<(request: RunRequest) => Promise<RunResult> | RunResult> {
  if (request.language === 'typescript') return (r) => runTypeScript(r, bench);
  shimConstants();
  return startPythonRuntime(readAssets(), { folder: PYODIDE }, bench);
}

/** Pyodide's file system asks an old door of Node's for its constants, which the permission model has closed. */
function shimConstants(): void {
  const answer = (name: string): object => {
    if (name === 'constants') return { fs: constants, os: osConstants };
    throw new Error(`process.binding('${name}') is closed`);
  };
  Object.defineProperty(process, 'binding', { value: answer });
}

/** A program's own `console` goes where `print` goes. */
function captureConsole(sink: EventSink): void {
  const print = (...values: unknown[]): void => sink.print('stdout', `${values.map((v) => (typeof v === 'string' ? v : inspect(v))).join(' ')}\n`);
  const warn = (...values: unknown[]): void => sink.print('stderr', `${values.map(String).join(' ')}\n`);
  Object.assign(console, { log: print, info: print, debug: print, table: print, warn, error: warn });
}

function inspect(value: unknown): string {
  try {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  } catch {
    return String(value);
  }
}

async function readRequest(): Promise<RunRequest> {
  let text = '';
  for await (const piece of process.stdin.setEncoding('utf8')) text += String(piece);
  return runRequestSchema.parse(JSON.parse(text));
}

async function main(): Promise<void> {
  const request = await readRequest();
  const elapsed = (): number => performance.now();
  const sink = new EventSink((event) => send({ type: 'event', event }), elapsed);
  const bench = new Bench({ post: (event) => sink.send(event), elapsed });
  const run = await runtimeFor(request, bench);
  captureConsole(sink);
  send({ type: 'ready' });
  const result = await run(request);
  sink.flush();
  write(`${JSON.stringify({ type: 'result', result })}\n`, () => process.exit(0));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 3;
});
