/**
 * Approximate quantiles over a stream (Greenwald and Khanna), with the buffer sizes and the order of steps of Spark's
 * `QuantileSummaries`, so that results are the same.
 */
const HEAD_SIZE_VALUES = 50_000;
const COMPRESS_THRESHOLD_SAMPLES = 10_000;

/** A value, the distance of its least possible rank from that of its predecessor, and the span of its possible ranks. */
interface Sample {
  readonly value: number;
  readonly g: number;
  readonly delta: number;
}

export class QuantileSummaries {
  private samples: readonly Sample[] = [];
  private head: number[] = [];
  private count = 0;
  private compressed = true;

  constructor(readonly relativeError: number) {}

  insert(x: number): void {
    this.head.push(x);
    this.compressed = false;
    if (this.head.length >= HEAD_SIZE_VALUES) {
      this.flush();
      if (this.samples.length >= COMPRESS_THRESHOLD_SAMPLES) this.compress();
    }
  }

  /** Takes in another summary, which it leaves as it was but for compressing it. */
  merge(other: QuantileSummaries): void {
    this.compress();
    other.compress();
    if (other.count === 0) return;
    if (this.count === 0) {
      this.samples = other.samples;
      this.count = other.count;
      return;
    }
    const count = this.count + other.count;
    const error = Math.max(this.relativeError, other.relativeError);
    const merged = this.mergedSamples(other);
    this.samples = compressed(merged, 2 * error * count);
    this.count = count;
  }

  /** The value at each percentage; undefined if nothing was inserted. */
  query(percentages: readonly number[]): number[] | undefined {
    this.compress();
    const { samples, relativeError } = this;
    if (samples.length === 0) return undefined;
    let largest = 0;
    for (const s of samples) largest = Math.max(largest, s.delta + s.g);
    const targetError = largest / 2;
    const out = new Array<number>(percentages.length);
    const order = percentages.map((_, i) => i).sort((a, b) => (percentages[a] as number) - (percentages[b] as number));
    let at = 0;
    let minRank = (samples[0] as Sample).g;
    for (const place of order) {
      const p = percentages[place] as number;
      if (p <= relativeError) out[place] = (samples[0] as Sample).value;
      else if (p >= 1 - relativeError) out[place] = (samples[samples.length - 1] as Sample).value;
      else {
        const rank = Math.ceil(p * this.count);
        while (at < samples.length - 1 && !this.within(at, minRank, rank, targetError)) {
          at += 1;
          minRank += (samples[at] as Sample).g;
        }
        out[place] = (samples[at] as Sample).value;
      }
    }
    return out;
  }

  private within(at: number, minRank: number, rank: number, targetError: number): boolean {
    const maxRank = minRank + (this.samples[at] as Sample).delta;
    return maxRank - targetError <= rank && rank <= minRank + targetError;
  }

  private compress(): void {
    if (this.compressed) return;
    this.flush();
    this.samples = compressed(this.samples, 2 * this.relativeError * this.count);
    this.compressed = true;
  }

  /** Sorts the buffered values in among the samples. */
  private flush(): void {
    if (this.head.length === 0) return;
    const sorted = Float64Array.from(this.head).sort();
    const { samples } = this;
    const out: Sample[] = [];
    let at = 0;
    for (let k = 0; k < sorted.length; k++) {
      const value = sorted[k] as number;
      while (at < samples.length && (samples[at] as Sample).value <= value) out.push(samples[at++] as Sample);
      this.count += 1;
      const atEnd = out.length === 0 || (at === samples.length && k === sorted.length - 1);
      out.push({ value, g: 1, delta: atEnd ? 0 : Math.floor(2 * this.relativeError * this.count) });
    }
    while (at < samples.length) out.push(samples[at++] as Sample);
    this.samples = out;
    this.head = [];
  }

  private mergedSamples(other: QuantileSummaries): Sample[] {
    const ownDelta = Math.floor(2 * other.relativeError * other.count);
    const otherDelta = Math.floor(2 * this.relativeError * this.count);
    const a = this.samples;
    const b = other.samples;
    const out: Sample[] = [];
    let i = 0;
    let j = 0;
    while (i < a.length && j < b.length) {
      const x = a[i] as Sample;
      const y = b[j] as Sample;
      if (x.value < y.value) {
        i += 1;
        out.push(j > 0 ? { ...x, delta: x.delta + ownDelta } : x);
      } else {
        j += 1;
        out.push(i > 0 ? { ...y, delta: y.delta + otherDelta } : y);
      }
    }
    while (i < a.length) out.push(a[i++] as Sample);
    while (j < b.length) out.push(b[j++] as Sample);
    return out;
  }
}

/** Joins neighbours whose ranks stay known well enough; the first and the last sample stay. */
function compressed(samples: readonly Sample[], threshold: number): readonly Sample[] {
  if (samples.length === 0) return samples;
  const out: Sample[] = [];
  let head = samples[samples.length - 1] as Sample;
  for (let i = samples.length - 2; i >= 1; i--) {
    const s = samples[i] as Sample;
    if (s.g + head.g + head.delta < threshold) head = { value: head.value, g: head.g + s.g, delta: head.delta };
    else {
      out.push(head);
      head = s;
    }
  }
  out.push(head);
  const first = samples[0] as Sample;
  if (first.value <= head.value && samples.length > 1) out.push(first);
  return out.reverse();
}
