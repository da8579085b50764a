/** A realm that runs and a warm spare behind it, for each language in use: when one is ended, the next program starts at once. */
import type { Language } from '../../workers/protocol/run.ts';
import type { AssetsOnTheWay, LoadProgress } from './assets.ts';
import { Sandbox } from './sandbox.ts';
import type { Realm } from './sandbox.ts';

export type RuntimePhase = 'idle' | 'downloading' | 'starting' | 'ready' | 'failed';
export interface RuntimeStatus {
  readonly phase: RuntimePhase;
  readonly progress: LoadProgress | null;
  readonly message: string | null;
}

/** Before a spare is started beside a fresh realm, so that the first program does not share the processor with it. */
const SPARE_DELAY_MS = 1_500;

interface Slot {
  current: Realm | null;
  starting: Promise<Realm> | null;
  spare: Realm | null;
  timer: ReturnType<typeof setTimeout> | null;
}

export class RealmPool {
  private assets: AssetsOnTheWay | null = null;
  /** Whether what was kept of the files has proved useless. */
  private isAnew = false;
  private sandbox: Promise<Sandbox> | null = null;
  private readonly slots = new Map<Language, Slot>();

  constructor(
    private readonly load: (onProgress: (progress: LoadProgress) => void, anew: boolean) => AssetsOnTheWay,
    private readonly onStatus: (language: Language, status: RuntimeStatus) => void,
  ) {}

  /** Starts a realm of this language if none is there, so that it is ready when somebody runs something. */
  async warm(language: Language): Promise<void> {
    await this.take(language, false).catch(() => undefined);
  }

  /** The realm for the next program; with `fresh`, one in which nothing has run. Resolves when it is ready. */
  async take(language: Language, fresh: boolean): Promise<Realm> {
    const slot = this.slot(language);
    if (fresh && slot.current !== null && this.used.has(slot.current)) this.retire(slot.current);
    const realm = await this.current(language, slot);
    try {
      await realm.ready;
    } catch (error) {
      this.retire(realm);
      await this.startAnew();
      this.report(language, 'failed', messageOf(error));
      throw error;
    }
    this.report(language, 'ready');
    this.scheduleSpare(language, slot);
    return realm;
  }

  private readonly used = new WeakSet<Realm>();

  /** A program has run in it: a later submission wants another. */
  markUsed(realm: Realm): void {
    this.used.add(realm);
  }

  /** Ends a realm; its spare takes its place. */
  retire(realm: Realm): void {
    realm.end();
    const slot = this.slot(realm.language);
    if (slot.spare === realm) slot.spare = null;
    if (slot.current !== realm) return;
    slot.current = slot.spare;
    slot.spare = null;
    this.scheduleSpare(realm.language, slot);
  }

  /** After a program did not end well: if the frame itself is gone, everything in it is, and a new one is made. */
  async checkSandbox(): Promise<void> {
    const sandbox = await this.sandbox;
    if (sandbox === null || (await sandbox.isAlive())) return;
    this.drop(sandbox);
  }

  /** A realm could not start: the next program's is made from files that are fetched anew, in a frame of its own. */
  private async startAnew(): Promise<void> {
    const sandbox = await this.sandbox;
    this.assets = null;
    this.isAnew = true;
    if (sandbox !== null) this.drop(sandbox);
  }

  private drop(sandbox: Sandbox): void {
    this.sandbox = null;
    for (const slot of this.slots.values()) {
      slot.current = null;
      slot.spare = null;
    }
    sandbox.dispose();
  }

  private readonly phases = new Map<Language, RuntimePhase>();

  /** A runtime that is there does not go back to loading because others' files still come. */
  private report(language: Language, phase: RuntimePhase, message: string | null = null, progress: LoadProgress | null = null): void {
    const isLoading = phase === 'downloading' || phase === 'starting';
    if (isLoading && this.phases.get(language) === 'ready') return;
    this.phases.set(language, phase);
    this.onStatus(language, { phase, progress, message });
  }

  private slot(language: Language): Slot {
    let slot = this.slots.get(language);
    if (slot === undefined) {
      slot = { current: null, starting: null, spare: null, timer: null };
      this.slots.set(language, slot);
    }
    return slot;
  }

  private async current(language: Language, slot: Slot): Promise<Realm> {
    if (slot.current !== null) return slot.current;
    slot.starting ??= this.start(language).then((sandbox) => sandbox.spawn(language));
    try {
      slot.current = await slot.starting;
      return slot.current;
    } finally {
      slot.starting = null;
    }
  }

  private async start(language: Language): Promise<Sandbox> {
    this.phases.delete(language);
    try {
      this.report(language, this.sandbox === null ? 'downloading' : 'starting');
      this.assets ??= this.load((progress) => this.report(language, 'downloading', null, progress), this.isAnew);
      this.sandbox ??= Sandbox.start(this.assets, () => this.report(language, 'starting'));
      return await this.sandbox;
    } catch (error) {
      this.assets = null;
      this.sandbox = null;
      this.report(language, 'failed', messageOf(error));
      throw error;
    }
  }

  private scheduleSpare(language: Language, slot: Slot): void {
    if (slot.timer !== null || slot.spare !== null) return;
    slot.timer = setTimeout(() => {
      slot.timer = null;
      void this.sandbox?.then((sandbox) => {
        if (slot.current === null) slot.current = sandbox.spawn(language);
        else slot.spare ??= sandbox.spawn(language);
      });
    }, SPARE_DELAY_MS);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
