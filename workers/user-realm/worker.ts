/** Entry of a user realm: a worker in the sandboxed frame, with one language's runtime and an engine beside it. */
import * as Comlink from 'comlink';
import type { UserRealmApi, WorkerBoot } from '../protocol/frame.ts';
import { runRequestSchema } from '../protocol/run.ts';
import type { RealmEvent, RunRequest, RunResult } from '../protocol/run.ts';
import { Bench } from './bench.ts';
import { redirectConsole } from './console.ts';
import { EventSink } from './event-sink.ts';
import { Libraries } from './libraries.ts';
import { startPythonRuntime } from './python-runtime.ts';
import { runTypeScript } from './typescript-runtime.ts';

type RunProgram = (request: RunRequest) => Promise<RunResult> | RunResult;

addEventListener('message', (event: MessageEvent<WorkerBoot>) => start(event.data), { once: true });

function start(boot: WorkerBoot): void {
  const elapsed = (): number => performance.now();
  const sink = new EventSink((event: RealmEvent) => boot.events.postMessage(event), elapsed);
  const libraries = new Libraries((library) => sink.send({ kind: 'need', library }));
  const bench = new Bench({ post: (event) => sink.send(event), elapsed, toPandas: (columns) => libraries.dataFrame(columns) });
  const runtime = startRuntime(boot, bench);
  const api: UserRealmApi = {
    ready: async () => void (await runtime),
    run: async (request) => {
      const run = await runtime;
      sink.reset();
      try {
        return await run(runRequestSchema.parse(request));
      } finally {
        sink.send({ kind: 'end' });
      }
    },
    provide: async (library, source) => libraries.provide(library, source),
  };
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    sink.send({ kind: 'stderr', text: `A promise was rejected and nobody awaited it: ${String(event.reason)}\n` });
  });
  Comlink.expose(api, boot.commands);
}

async function startRuntime(boot: WorkerBoot, bench: Bench): Promise<RunProgram> {
  if (boot.language === 'typescript') {
    redirectConsole((event) => bench.send(event));
    return (request) => runTypeScript(request, bench);
  }
  if (boot.python === null || boot.wasmModule === null) throw new Error('the Python runtime was not delivered');
  return startPythonRuntime(boot.python, boot.wasmModule, bench);
}
