/** Between the page and the sandboxed frame that holds user realms. The frame relays nothing else: programs talk over their own ports. */
import { z } from 'zod';

/**
 * What user realms start from; fetched by the page, for the frame has no network, and used in the frame, a process of its own. `python` is `pyodide.asm.wasm`, compiled once; `worker` the worker's whole program, one script; the rest is below.
 */
export const REALM_FILES = ['worker', 'python', 'stdlib', 'snapshot', 'facade'] as const;
export type RealmFile = (typeof REALM_FILES)[number];

/** What Python starts from, beside its compiled module. */
export interface PythonAssets {
  /** `python_stdlib.zip`. */
  readonly stdlib: ArrayBuffer;
  /** Memory snapshot with the facade imported, as it is or packed by gzip. */
  readonly snapshot: ArrayBuffer;
  /** Sources of the facade by path below site-packages. */
  readonly facade: Readonly<Record<string, string>>;
}

export type FrameRequest =
  /** One file, as it came from the network; each is made use of at once. */
  | { readonly type: 'file'; readonly name: RealmFile; readonly bytes: ArrayBuffer }
  /** May come before the files: the realm starts as far as they are there. */
  | { readonly type: 'spawn'; readonly realmId: number; readonly language: 'python' | 'typescript' }
  | { readonly type: 'kill'; readonly realmId: number }
  /** Is the frame's process alive? */
  | { readonly type: 'ping' };

/** The frame's word is as little believed as the programs inside it. */
export const frameEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('loaded') }),
  z.object({ type: z.literal('unusable'), message: z.string().max(10_000) }),
  z.object({ type: z.literal('pong') }),
  z.object({ type: z.literal('crashed'), realmId: z.number().int(), message: z.string().max(10_000) }),
]);
export type FrameEvent = z.infer<typeof frameEventSchema>;

/** The second message to a worker, after its program: its assets and ports. */
export interface WorkerBoot {
  readonly language: 'python' | 'typescript';
  readonly wasmModule: WebAssembly.Module | null;
  readonly python: PythonAssets | null;
  /** Commands: answered by Comlink's `expose` inside the realm. */
  readonly commands: MessagePort;
  /** One-way events out of the realm. */
  readonly events: MessagePort;
}

/** What a user realm answers on its command port. */
export interface UserRealmApi {
  /** Resolves when the language runtime is up. */
  ready(): Promise<void>;
  /** A RunRequest; the answer is a RunResult, to be checked by its schema. */
  run(request: unknown): Promise<unknown>;
  /** The text of a library that the realm asked for by a `need` event, or null when there is none. */
  provide(library: string, source: string | null): Promise<void>;
}
