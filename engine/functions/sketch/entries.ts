/**
 * Sketches of a sample of hashes, as DataSketches keeps them: all hashes below a bound `theta`, which falls as more come.
 * An entry has a summary: nothing for a theta sketch, a number for a tuple sketch.
 */

/** Theta of a sketch that has seen few enough values to hold them all. */
export const WHOLE = 0x7fffffffffffffffn;
export const DEFAULT_LOG_ENTRIES = 12;
/** Of the table, how much is filled before all but the smallest hashes go. */
const REBUILD_SHARE = 15 / 16;

export class EntrySketch<S> {
  theta = WHOLE;
  /** Never saw a hash. */
  isEmpty = true;
  readonly entries = new Map<bigint, S>();

  constructor(readonly logNominal: number) {}

  /** Takes a hash with its summary; `combine` where it is there already. */
  offer(hash: bigint, summary: S, combine: (old: S, more: S) => S): void {
    this.isEmpty = false;
    if (hash === 0n || hash >= this.theta) return;
    const old = this.entries.get(hash);
    if (old !== undefined) {
      this.entries.set(hash, combine(old, summary));
      return;
    }
    this.entries.set(hash, summary);
    if (this.entries.size > Math.floor(REBUILD_SHARE * 2 ** (this.logNominal + 1))) this.trim();
  }

  /** Keeps the smallest hashes, as many as the nominal number; the next becomes theta. */
  trim(): void {
    const nominal = 2 ** this.logNominal;
    if (this.entries.size <= nominal) return;
    const sorted = BigUint64Array.from(this.entries.keys()).sort();
    this.theta = sorted[nominal] as bigint;
    this.drop();
  }

  /** Lowers theta to that of another sketch. */
  limit(theta: bigint): void {
    if (theta >= this.theta) return;
    this.theta = theta;
    this.drop();
  }

  private drop(): void {
    for (const hash of this.entries.keys()) if (hash >= this.theta) this.entries.delete(hash);
  }

  /** The share of all hashes that the sketch would hold. */
  share(): number {
    return Number(this.theta) / Number(WHOLE);
  }

  estimate(): number {
    return this.entries.size / this.share();
  }
}

export function union<S>(sketches: readonly EntrySketch<S>[], logNominal: number, combine: (a: S, b: S) => S): EntrySketch<S> {
  const out = new EntrySketch<S>(logNominal);
  let theta = WHOLE;
  for (const sketch of sketches) {
    if (!sketch.isEmpty) out.isEmpty = false;
    if (sketch.theta < theta) theta = sketch.theta;
    for (const [hash, summary] of sketch.entries) if (hash < theta) out.offer(hash, summary, combine);
  }
  out.limit(theta);
  out.trim();
  return out;
}

/** Hashes of both, with what `combine` makes of their summaries. */
export function intersection<A, B>(a: EntrySketch<A>, b: EntrySketch<B>, combine: (a: A, b: B) => A): EntrySketch<A> {
  const out = new EntrySketch<A>(Math.max(a.logNominal, b.logNominal));
  if (a.isEmpty || b.isEmpty) return out;
  out.isEmpty = false;
  out.theta = a.theta;
  out.limit(b.theta);
  for (const [hash, summary] of a.entries) {
    const other = b.entries.get(hash);
    if (other !== undefined && hash < out.theta) out.entries.set(hash, combine(summary, other));
  }
  return out;
}

/** Hashes of the first that the second has not. */
export function difference<A>(a: EntrySketch<A>, b: EntrySketch<unknown>): EntrySketch<A> {
  const out = new EntrySketch<A>(a.logNominal);
  if (a.isEmpty) return out;
  out.isEmpty = false;
  out.theta = a.theta;
  out.limit(b.theta);
  for (const [hash, summary] of a.entries) if (hash < out.theta && !b.entries.has(hash)) out.entries.set(hash, summary);
  return out;
}
