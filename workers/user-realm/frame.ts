/**
 * The program of the sandboxed frame (`sandbox="allow-scripts"`, opaque origin, CSP without network).
 * It keeps the files that realms start from and starts `data:` module workers, the only kind an opaque origin may start.
 */
import type { FrameEvent, FrameRequest, PythonAssets, RealmFile, WorkerBoot } from '../protocol/frame.ts';
import { unpack } from './unpack.ts';

/** Browsers cut addresses off at about two million characters, so the program follows as the first message. */
const BOOTSTRAP = 'addEventListener("message", (event) => (0, eval)(event.data), { once: true });';
const WORKER_URL = `data:text/javascript,${encodeURIComponent(BOOTSTRAP)}`;

interface Arriving {
  readonly bytes: Promise<ArrayBuffer>;
  arrived(bytes: ArrayBuffer): void;
}

function arriving(): Arriving {
  let arrived: (bytes: ArrayBuffer) => void = () => undefined;
  return { bytes: new Promise<ArrayBuffer>((resolve) => (arrived = resolve)), arrived };
}

const files: Readonly<Record<RealmFile, Arriving>> = {
  worker: arriving(),
  python: arriving(),
  stdlib: arriving(),
  snapshot: arriving(),
  facade: arriving(),
};
const textOf = async (bytes: ArrayBuffer): Promise<string> => new TextDecoder().decode(await unpack(bytes));

const workerSource = files.worker.bytes.then(async (bytes) => `${await textOf(bytes)}\n//# sourceURL=realm.js`);
const wasmModule = files.python.bytes.then(async (bytes) => WebAssembly.compile(await unpack(bytes)));
/** The snapshot stays packed: each worker gets a copy, and to unpack it costs no more than to copy it unpacked. */
const python = Promise.all([files.stdlib.bytes, files.snapshot.bytes, files.facade.bytes.then(textOf)]).then(
  ([stdlib, snapshot, facade]): PythonAssets => ({ stdlib, snapshot, facade: JSON.parse(facade) as PythonAssets['facade'] }),
);
const realms = new Map<number, Worker>();

window.addEventListener('message', (first) => {
  const port = first.ports[0];
  if (port === undefined || first.source !== window.parent) return;
  port.onmessage = (event: MessageEvent<FrameRequest>) => handle(port, event.data, event.ports);
  Promise.all([workerSource, wasmModule, python]).catch((error: unknown) => post(port, { type: 'unusable', message: messageOf(error) }));
  post(port, { type: 'loaded' });
}, { once: true });

function post(port: MessagePort, event: FrameEvent): void {
  port.postMessage(event);
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 10_000);
}

function handle(port: MessagePort, request: FrameRequest, ports: readonly MessagePort[]): void {
  switch (request.type) {
    case 'file':
      files[request.name].arrived(request.bytes);
      break;
    case 'spawn':
      spawn(port, request.realmId, request.language, ports);
      break;
    case 'kill':
      realms.get(request.realmId)?.terminate();
      realms.delete(request.realmId);
      break;
    case 'ping':
      post(port, { type: 'pong' });
      break;
  }
}

function spawn(port: MessagePort, realmId: number, language: WorkerBoot['language'], ports: readonly MessagePort[]): void {
  const [commands, events] = ports;
  if (commands === undefined || events === undefined) return;
  const worker = new Worker(WORKER_URL, { type: 'module' });
  realms.set(realmId, worker);
  worker.onerror = (error) => {
    error.preventDefault();
    post(port, { type: 'crashed', realmId, message: String(error.message ?? 'the worker could not start').slice(0, 10_000) });
  };
  void boot(worker, language, commands, events).catch((error: unknown) => post(port, { type: 'crashed', realmId, message: messageOf(error) }));
}

/** The program first: it is compiled while the rest is on its way. */
async function boot(worker: Worker, language: WorkerBoot['language'], commands: MessagePort, events: MessagePort): Promise<void> {
  worker.postMessage(await workerSource);
  const isPython = language === 'python';
  const message: WorkerBoot = {
    language,
    wasmModule: isPython ? await wasmModule : null,
    python: isPython ? await python : null,
    commands,
    events,
  };
  worker.postMessage(message, [commands, events]);
}
