/** The sandboxed frame in which user realms live: opaque origin, no network, no storage. Made and remade by the page. */
import * as Comlink from 'comlink';
import { frameEventSchema } from '../../workers/protocol/frame.ts';
import type { FrameEvent, FrameRequest, UserRealmApi } from '../../workers/protocol/frame.ts';
import { realmEventSchema } from '../../workers/protocol/run.ts';
import type { Language, RealmEvent } from '../../workers/protocol/run.ts';
import { frameSource } from 'virtual:realm';
import type { AssetsOnTheWay } from './assets.ts';

/** `connect-src 'none'` is the wall; evaluation is what the realm is for. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' data:",
  'worker-src data:',
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');
const PING_TIMEOUT_MS = 10_000;

/** One worker with one program's world in it. */
export interface Realm {
  readonly id: number;
  readonly language: Language;
  readonly api: Comlink.Remote<UserRealmApi>;
  /** Resolves when a program can run; rejects when the realm cannot start. */
  readonly ready: Promise<void>;
  /** Resolves with a message if the worker dies by itself. */
  readonly crashed: Promise<string>;
  /** Who listens to the program's events now. */
  onEvent: ((event: RealmEvent) => void) | null;
  /** Ends the worker at once, whatever it does. */
  end(): void;
}

interface LiveRealm extends Realm {
  crash(message: string): void;
}

export class Sandbox {
  private readonly realms = new Map<number, LiveRealm>();
  private readonly waiting = new Map<FrameEvent['type'], (() => void)[]>();
  private nextRealmId = 1;
  private break: (error: Error) => void = () => undefined;
  /** Rejects, with a sentence for the user, when something that realms start from cannot be had. */
  private readonly whole = new Promise<never>((_resolve, reject) => (this.break = reject));

  private constructor(
    private readonly element: HTMLIFrameElement,
    private readonly port: MessagePort,
  ) {
    port.onmessage = (event: MessageEvent<unknown>) => this.receive(event.data);
  }

  /** Makes the frame. Realms may be spawned in it at once; they are ready when what they start from has arrived. */
  static async start(assets: AssetsOnTheWay, onArrived: () => void): Promise<Sandbox> {
    const element = document.createElement('iframe');
    element.setAttribute('sandbox', 'allow-scripts');
    element.setAttribute('aria-hidden', 'true');
    element.tabIndex = -1;
    element.title = 'Sandbox of your program';
    element.className = 'sandbox-frame';
    element.srcdoc = frameDocument(frameSource);
    await new Promise<void>((resolve) => {
      element.onload = () => resolve();
      document.body.append(element);
    });
    const channel = new MessageChannel();
    const sandbox = new Sandbox(element, channel.port1);
    sandbox.whole.catch(() => undefined);
    const loaded = sandbox.next('loaded');
    element.contentWindow?.postMessage('port', '*', [channel.port2]);
    await loaded;
    sandbox.deliver(assets).then(onArrived, (error: unknown) => sandbox.break(error instanceof Error ? error : new Error(String(error))));
    return sandbox;
  }

  spawn(language: Language): Realm {
    const id = this.nextRealmId++;
    const commands = new MessageChannel();
    const events = new MessageChannel();
    const api = Comlink.wrap<UserRealmApi>(commands.port1);
    let crash: (message: string) => void = () => undefined;
    const crashed = new Promise<string>((resolve) => (crash = resolve));
    const realm: LiveRealm = {
      id,
      language,
      api,
      ready: Promise.race([api.ready(), crashed.then((message) => Promise.reject(new Error(message))), this.whole]),
      crashed,
      onEvent: null,
      crash,
      end: () => {
        this.realms.delete(id);
        this.send({ type: 'kill', realmId: id });
        events.port1.close();
      },
    };
    realm.ready.catch(() => undefined);
    events.port1.onmessage = (event: MessageEvent<unknown>) => {
      const parsed = realmEventSchema.safeParse(event.data);
      if (parsed.success) realm.onEvent?.(parsed.data);
    };
    this.realms.set(id, realm);
    this.send({ type: 'spawn', realmId: id, language }, [commands.port2, events.port2]);
    return realm;
  }

  /** Whether the frame's process still answers: a program that takes all memory can end the whole frame. */
  async isAlive(): Promise<boolean> {
    const pong = this.next('pong').then(() => true);
    this.send({ type: 'ping' });
    return Promise.race([pong, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PING_TIMEOUT_MS))]);
  }

  dispose(): void {
    for (const realm of this.realms.values()) realm.crash('The sandbox of the program has ended.');
    this.realms.clear();
    this.port.close();
    this.element.remove();
  }

  /** The bytes stay here too, for the next frame if this one should die. */
  private async deliver(assets: AssetsOnTheWay): Promise<void> {
    const sending = [...assets].map(async ([name, bytes]) => this.send({ type: 'file', name, bytes: await bytes }));
    await Promise.all(sending);
  }

  private send(request: FrameRequest, transfer: Transferable[] = []): void {
    this.port.postMessage(request, transfer);
  }

  private next(type: FrameEvent['type']): Promise<void> {
    return new Promise((resolve) => this.waiting.set(type, [...(this.waiting.get(type) ?? []), resolve]));
  }

  private receive(data: unknown): void {
    const parsed = frameEventSchema.safeParse(data);
    if (!parsed.success) return;
    const event = parsed.data;
    if (event.type === 'crashed') {
      this.realms.get(event.realmId)?.crash(event.message);
      this.realms.delete(event.realmId);
      return;
    }
    if (event.type === 'unusable') this.break(new Error(event.message));
    const waiting = this.waiting.get(event.type) ?? [];
    this.waiting.delete(event.type);
    for (const resolve of waiting) resolve();
  }
}

function frameDocument(source: string): string {
  const script = source.replaceAll('</script', '<\\/script');
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}"><script>${script}</script>`;
}
