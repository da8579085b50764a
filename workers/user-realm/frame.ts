/**
 * The program of the sandboxed frame (`sandbox="allow-scripts"`, opaque origin, CSP without network).
 * It keeps the assets and starts `data:` module workers, the only kind an opaque origin may start.
 */
import type { FrameEvent, FrameRequest, RealmAssets, WorkerBoot } from '../protocol/frame.ts';

/** Browsers cut addresses off at about two million characters, so the program follows as the first message. */
const BOOTSTRAP = 'addEventListener("message", (event) => (0, eval)(event.data), { once: true });';
const WORKER_URL = `data:text/javascript,${encodeURIComponent(BOOTSTRAP)}`;

interface Frame {
  assets: RealmAssets | null;
  wasmModule: Promise<WebAssembly.Module> | null;
}

const frame: Frame = { assets: null, wasmModule: null };
const realms = new Map<number, Worker>();

window.addEventListener('message', (first) => {
  const port = first.ports[0];
  if (port === undefined || first.source !== window.parent) return;
  port.onmessage = (event: MessageEvent<FrameRequest>) => void handle(port, event.data, event.ports);
  post(port, { type: 'loaded' });
}, { once: true });

function post(port: MessagePort, event: FrameEvent): void {
  port.postMessage(event);
}

async function handle(port: MessagePort, request: FrameRequest, ports: readonly MessagePort[]): Promise<void> {
  switch (request.type) {
    case 'wasm':
      frame.wasmModule = WebAssembly.compile(request.bytes);
      break;
    case 'assets':
      frame.assets = request.assets;
      post(port, { type: 'ready' });
      break;
    case 'spawn':
      await spawn(port, request.realmId, request.language, ports);
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

async function spawn(
  port: MessagePort,
  realmId: number,
  language: WorkerBoot['language'],
  ports: readonly MessagePort[],
): Promise<void> {
  const [commands, events] = ports;
  if (frame.assets === null || commands === undefined || events === undefined) return;
  const worker = new Worker(WORKER_URL, { type: 'module' });
  realms.set(realmId, worker);
  worker.onerror = (error) => {
    error.preventDefault();
    post(port, { type: 'crashed', realmId, message: String(error.message ?? 'the worker could not start').slice(0, 10_000) });
  };
  worker.postMessage(`${frame.assets.workerSource}\n//# sourceURL=realm.js`);
  const isPython = language === 'python';
  const boot: WorkerBoot = {
    language,
    wasmModule: isPython ? await frame.wasmModule : null,
    python: isPython ? frame.assets.python : null,
    commands,
    events,
  };
  worker.postMessage(boot, [commands, events]);
}
