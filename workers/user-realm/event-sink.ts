/**
 * Events on their way out of a realm, in order. Text is posted at once at first, so that a person sees it as it happens;
 * a program that prints without end is gathered into larger pieces, and cut off at a limit.
 */
import type { RealmEvent } from '../protocol/run.ts';

/** Characters of stdout and stderr that one run may print. */
export const PRINT_LIMIT_CHARS = 10_000_000;
/** Pieces of text that are posted at once; later ones are gathered. */
const IMMEDIATE_POSTS_COUNT = 500;
const GATHERED_CHARS = 32_768;
const GATHERED_MS = 50;
/** Micro-batches and executions of one run that are reported to the page. */
const ENGINE_EVENTS_COUNT = 2_000;

const CUT_NOTICE = `\n[output stopped here: ${PRINT_LIMIT_CHARS / 1_000_000} million characters were printed]\n`;

type Stream = 'stdout' | 'stderr';

export class EventSink {
  private printed = 0;
  private posts = 0;
  private engineEvents = 0;
  private pending = '';
  private pendingKind: Stream = 'stdout';
  private lastFlush = 0;

  constructor(
    private readonly post: (event: RealmEvent) => void,
    private readonly elapsed: () => number,
  ) {}

  /** A new run: the limits count from zero. */
  reset(): void {
    this.printed = 0;
    this.posts = 0;
    this.engineEvents = 0;
    this.pending = '';
  }

  print(kind: Stream, text: string): void {
    if (text === '' || this.printed > PRINT_LIMIT_CHARS) return;
    const room = PRINT_LIMIT_CHARS - this.printed;
    this.printed += text.length;
    if (kind !== this.pendingKind) this.flush();
    this.pendingKind = kind;
    this.pending += text.length > room ? `${text.slice(0, room)}${CUT_NOTICE}` : text;
    const isDue = this.pending.length >= GATHERED_CHARS || this.elapsed() - this.lastFlush >= GATHERED_MS;
    if (this.posts < IMMEDIATE_POSTS_COUNT || isDue) this.flush();
  }

  send(event: RealmEvent): void {
    if (event.kind === 'stdout' || event.kind === 'stderr') {
      this.print(event.kind, event.text);
      return;
    }
    if (event.kind === 'engine' && this.engineEvents++ >= ENGINE_EVENTS_COUNT) return;
    this.flush();
    this.post(event);
  }

  flush(): void {
    if (this.pending === '') return;
    this.post({ kind: this.pendingKind, text: this.pending });
    this.pending = '';
    this.posts += 1;
    this.lastFlush = this.elapsed();
  }
}
