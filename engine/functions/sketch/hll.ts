/**
 * HyperLogLog sketches as DataSketches keeps them (8 bits a register): few values as a list of coupons, more as a hash
 * set, many as registers. The bytes are those that Spark writes.
 *
 * The estimate of registers is the running one (HIP) while the sketch saw its values one by one, as Spark's. Once several
 * sketches with registers are merged, Spark takes tables of corrections; here it is Ertl's estimator, whose error is of
 * the same size (about 0.8 / sqrt(2^lgK)) but whose value differs a little.
 */
const ADDRESS_BITS = 26;
const ADDRESS_MASK = 0x3ffffff;
const LIST_LOG = 3;
const SET_START_LOG = 5;
const MAX_REGISTER = 62;
/** Below this, a full list becomes registers at once. */
const SET_MINIMUM_LOG_K = 8;

const PREAMBLE_INTS = { list: 2, set: 3, hll: 10 };
const MODES = ['list', 'set', 'hll'] as const;
type Mode = (typeof MODES)[number];
const FAMILY = 7;
const EMPTY_FLAG = 4;
const OUT_OF_ORDER_FLAG = 16;
const TARGET_HLL_8 = 2;
const REGISTERS_AT = 40;

/** A value's place (low 26 bits) and the number of leading zeros plus one (above). */
export function couponOf([low, high]: readonly [bigint, bigint]): number {
  const zeros = high === 0n ? 64 : 64 - high.toString(2).length;
  return (Math.min(zeros, MAX_REGISTER) + 1) * 2 ** ADDRESS_BITS + Number(low & BigInt(ADDRESS_MASK));
}

export class HllSketch {
  private mode: Mode = 'list';
  /** Coupons by place in the list or set; 0 is free. */
  private coupons = new Float64Array(1 << LIST_LOG);
  private count = 0;
  private registers = new Uint8Array(0);
  private hip = 0;
  private inverseSum = 0;
  private outOfOrder = false;

  constructor(readonly logK: number) {}

  update(coupon: number): void {
    if (this.mode === 'hll') this.updateRegister(coupon);
    else if (this.mode === 'list') this.updateList(coupon);
    else this.updateSet(coupon);
  }

  private updateList(coupon: number): void {
    for (let i = 0; i < this.count; i++) if (this.coupons[i] === coupon) return;
    this.coupons[this.count++] = coupon;
    if (this.count < this.coupons.length) return;
    if (this.logK < SET_MINIMUM_LOG_K) this.toRegisters();
    else this.toSet(SET_START_LOG);
  }

  private updateSet(coupon: number): void {
    const at = placeIn(this.coupons, coupon);
    if (this.coupons[at] === coupon) return;
    this.coupons[at] = coupon;
    this.count += 1;
    if (4 * this.count <= 3 * this.coupons.length) return;
    const log = Math.log2(this.coupons.length);
    if (log === this.logK - 3) this.toRegisters();
    else this.toSet(log + 1);
  }

  private toSet(log: number): void {
    const old = this.coupons;
    this.coupons = new Float64Array(1 << log);
    for (const c of old) if (c !== 0) this.coupons[placeIn(this.coupons, c)] = c;
    this.mode = 'set';
  }

  private toRegisters(): void {
    const old = this.coupons;
    const estimate = this.estimate();
    this.mode = 'hll';
    this.coupons = new Float64Array(0);
    this.registers = new Uint8Array(2 ** this.logK);
    this.inverseSum = this.registers.length;
    for (const c of old) if (c !== 0) this.updateRegister(c);
    this.hip = estimate;
  }

  private updateRegister(coupon: number): void {
    const at = (coupon % 2 ** ADDRESS_BITS) % this.registers.length;
    this.raise(at, Math.floor(coupon / 2 ** ADDRESS_BITS));
  }

  private raise(at: number, value: number): void {
    const old = this.registers[at] as number;
    if (value <= old) return;
    this.hip += this.registers.length / this.inverseSum;
    this.inverseSum += 2 ** -value - 2 ** -old;
    this.registers[at] = value;
  }

  /** Takes in another sketch; the result has the smaller of both sizes. */
  static union(a: HllSketch, b: HllSketch, logMaximum: number): HllSketch {
    const logK = Math.min(logMaximum, a.mode === 'hll' ? a.logK : logMaximum, b.mode === 'hll' ? b.logK : logMaximum);
    const [base, other] = a.mode !== 'hll' && b.mode === 'hll' ? [b, a] : [a, b];
    const out = base.resized(logK);
    if (other.mode !== 'hll') for (const c of other.coupons) if (c !== 0) out.update(c);
    if (other.mode === 'hll') {
      for (let i = 0; i < other.registers.length; i++) out.raise(i % out.registers.length, other.registers[i] as number);
      out.outOfOrder = true;
    }
    return out;
  }

  private resized(logK: number): HllSketch {
    const out = new HllSketch(logK);
    if (this.mode !== 'hll') {
      for (const c of this.coupons) if (c !== 0) out.update(c);
      return out;
    }
    out.mode = 'hll';
    out.coupons = new Float64Array(0);
    out.registers = new Uint8Array(2 ** logK);
    out.inverseSum = out.registers.length;
    for (let i = 0; i < this.registers.length; i++) out.raise(i % out.registers.length, this.registers[i] as number);
    out.outOfOrder = this.outOfOrder || logK !== this.logK;
    out.hip = this.hip;
    if (logK === this.logK) out.inverseSum = this.inverseSum;
    return out;
  }

  estimate(): number {
    if (this.mode !== 'hll') return Math.max(this.count, couponEstimate(this.count));
    return this.outOfOrder ? registerEstimate(this.registers) : this.hip;
  }

  toBytes(): Uint8Array {
    const body = this.mode === 'list' ? 8 + 4 * this.coupons.length : this.mode === 'set' ? 12 + 4 * this.coupons.length : REGISTERS_AT + this.registers.length;
    const bytes = new Uint8Array(body);
    const view = new DataView(bytes.buffer);
    const isHll = this.mode === 'hll';
    const flags = (!isHll && this.count === 0 ? EMPTY_FLAG : 0) | (this.outOfOrder ? OUT_OF_ORDER_FLAG : 0);
    const log = isHll ? 0 : Math.log2(this.coupons.length);
    bytes.set([PREAMBLE_INTS[this.mode], 1, FAMILY, this.logK, log, flags, this.mode === 'list' ? this.count : 0, MODES.indexOf(this.mode) | (TARGET_HLL_8 << 2)]);
    if (isHll) this.writeRegisters(bytes, view);
    else {
      const start = this.mode === 'list' ? 8 : 12;
      if (this.mode === 'set') view.setInt32(8, this.count, true);
      for (let i = 0; i < this.coupons.length; i++) view.setUint32(start + 4 * i, this.coupons[i] as number, true);
    }
    return bytes;
  }

  private writeRegisters(bytes: Uint8Array, view: DataView): void {
    let low = 0;
    let high = 0;
    for (const r of this.registers) {
      if (r < 32) low += 2 ** -r;
      else high += 2 ** -r;
    }
    view.setFloat64(8, this.hip, true);
    view.setFloat64(16, low, true);
    view.setFloat64(24, high, true);
    view.setInt32(32, this.registers.filter((r) => r === 0).length, true);
    bytes.set(this.registers, REGISTERS_AT);
  }

  /** Null where the bytes are no such sketch. */
  static fromBytes(bytes: Uint8Array): HllSketch | null {
    if (bytes.length < 8 || bytes[1] !== 1 || bytes[2] !== FAMILY) return null;
    const mode = MODES[(bytes[7] as number) & 3];
    const logK = bytes[3] as number;
    if (mode === undefined || (bytes[7] as number) >> 2 !== TARGET_HLL_8 || logK < 4 || logK > 21 || bytes[0] !== PREAMBLE_INTS[mode]) return null;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const out = new HllSketch(logK);
    if (mode === 'hll') return bytes.length === REGISTERS_AT + 2 ** logK ? out.readRegisters(bytes, view) : null;
    const start = mode === 'list' ? 8 : 12;
    const size = 2 ** (bytes[4] as number);
    if (bytes.length < start + 4 * size) return null;
    out.mode = mode;
    out.coupons = Float64Array.from({ length: size }, (_, i) => view.getUint32(start + 4 * i, true));
    out.count = out.coupons.filter((c) => c !== 0).length;
    return out;
  }

  private readRegisters(bytes: Uint8Array, view: DataView): this {
    this.mode = 'hll';
    this.coupons = new Float64Array(0);
    this.registers = bytes.slice(REGISTERS_AT);
    this.hip = view.getFloat64(8, true);
    this.inverseSum = view.getFloat64(16, true) + view.getFloat64(24, true);
    this.outOfOrder = ((bytes[5] as number) & OUT_OF_ORDER_FLAG) !== 0;
    return this;
  }
}

/** Where a coupon is in the set, or the free place for it. */
function placeIn(coupons: Float64Array, coupon: number): number {
  const size = coupons.length;
  const address = coupon % 2 ** ADDRESS_BITS;
  const stride = Math.floor(address / size) | 1;
  let at = coupon % size;
  while (coupons[at] !== 0 && coupons[at] !== coupon) at = (at + stride) % size;
  return at;
}

/** How many values give so many different coupons on average: coupons collide, though rarely. */
function couponEstimate(count: number): number {
  let n = count;
  for (let round = 0; round < 4; round++) n += count - expectedCoupons(n);
  return n;
}

function expectedCoupons(n: number): number {
  let out = 0;
  for (let v = 1; v <= MAX_REGISTER; v++) out -= 2 ** ADDRESS_BITS * Math.expm1(n * Math.log1p(-(2 ** -(ADDRESS_BITS + v))));
  return out;
}

const ALPHA_INFINITY = 1 / (2 * Math.LN2);

/** Otmar Ertl's improved estimate from registers alone. */
function registerEstimate(registers: Uint8Array): number {
  const m = registers.length;
  const counts = new Float64Array(65);
  for (const r of registers) counts[r] = (counts[r] as number) + 1;
  let z = m * tau(1 - (counts[MAX_REGISTER + 1] as number) / m);
  for (let k = MAX_REGISTER; k >= 1; k--) z = 0.5 * (z + (counts[k] as number));
  z += m * sigma((counts[0] as number) / m);
  return (ALPHA_INFINITY * m * m) / z;
}

function sigma(x: number): number {
  if (x === 1) return Number.POSITIVE_INFINITY;
  let out = x;
  for (let y = 1, p = x, last = -1; last !== out; y *= 2) {
    last = out;
    p *= p;
    out += p * y;
  }
  return out;
}

function tau(x: number): number {
  if (x === 0 || x === 1) return 0;
  let out = 1 - x;
  for (let y = 1, p = x, last = -1; last !== out; ) {
    last = out;
    p = Math.sqrt(p);
    y *= 0.5;
    out -= (1 - p) ** 2 * y;
  }
  return out / 3;
}
