import { BooleanType } from '../../types/index.ts';
import type { Vector } from '../../columnar/index.ts';
import type { Value } from '../../types/index.ts';
import type { Accumulator, AggregateFunction } from '../define.ts';
import { expectExactly, expectType } from '../typing.ts';
import { aggregate } from './declare.ts';
import { roomFor, seenMask, validPrefix } from './slots.ts';

/** Whether some value is `decisive` (true for or, false for and): that is then the result. */
class BooleanAccumulator implements Accumulator {
  private decided = new Uint8Array(0);
  private seen = new Uint8Array(0);
  private count = 0;
  constructor(private readonly decisive: 0 | 1) {}
  grow(count: number): void {
    this.decided = roomFor(this.decided, count);
    this.seen = roomFor(this.seen, count);
    this.count = count;
  }
  update(groups: Int32Array, args: readonly Vector[], n: number): void {
    const v = args[0] as Vector;
    if (v.layout !== 'bool') return;
    const { data, validity } = v;
    const { decided, seen, decisive } = this;
    for (let i = 0; i < n; i++) {
      if (validity !== null && validity[i] === 0) continue;
      const g = groups[i] as number;
      seen[g] = 1;
      if (data[i] === decisive) decided[g] = 1;
    }
  }
  merge(groups: Int32Array, state: readonly Vector[], n: number): void {
    this.update(groups, state, n);
  }
  state(): readonly Vector[] {
    return [this.finish()];
  }
  finish(): Vector {
    const { count, decisive } = this;
    const data = Uint8Array.from(this.decided.subarray(0, count), (d) => (d === 1 ? decisive : 1 - decisive));
    return { layout: 'bool', type: BooleanType, length: count, validity: seenMask(this.seen, count), data };
  }
}

function booleanFrames(v: Vector, lo: Int32Array, hi: Int32Array, n: number, decisive: 0 | 1): Vector | undefined {
  if (v.layout !== 'bool') return undefined;
  const { data, validity, length } = v;
  const valid = validPrefix(validity, length);
  const hit = new Uint8Array(length);
  for (let i = 0; i < length; i++) hit[i] = data[i] === decisive && (validity === null || validity[i] === 1) ? 1 : 0;
  const hits = validPrefix(hit, length);
  const out = new Uint8Array(n);
  const seen = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const a = lo[i] as number;
    const b = hi[i] as number;
    if (b <= a || valid[a] === valid[b]) continue;
    seen[i] = 1;
    out[i] = hits[a] === hits[b] ? 1 - decisive : decisive;
  }
  return { layout: 'bool', type: BooleanType, length: n, validity: seenMask(seen, n), data: out };
}

interface BooleanState {
  value: boolean | null;
}

function combine(s: BooleanState, x: Value, decisive: boolean): BooleanState {
  if (x !== null) s.value = s.value === decisive || x === decisive ? decisive : !decisive;
  return s;
}

function declareBoolean(name: string, decisive: boolean): AggregateFunction<BooleanState> {
  const bit = decisive ? 1 : 0;
  return aggregate<BooleanState>({
    name,
    ignoresRepeats: true,
    since: '3.0.0',
    params: [{ name: 'expr', pythonName: 'col', accepts: ['boolean'] }],
    signature: (args, { ansi }) => ({ argTypes: [ansi ? expectType(name, args, 0, BooleanType) : expectExactly(name, args, 0, BooleanType)], returns: BooleanType, nullable: true }),
    doc: `True if ${decisive ? 'some value is' : 'all values are'} true; nulls are left out, NULL if there is nothing else.`,
    examples: [
      [`${name}(true)`, 'true'],
      [`${name}(CAST(NULL AS BOOLEAN))`, null],
    ],
    replacement: () => ({ call: decisive ? 'max' : 'min', args: [0] }),
    init: () => ({ value: null }),
    update: (s, [x]) => combine(s, x as Value, decisive),
    merge: (a, b) => combine(a, b.value, decisive),
    finish: (s) => s.value,
    accumulator: () => new BooleanAccumulator(bit),
    frames: ([v], lo, hi, n) => booleanFrames(v as Vector, lo, hi, n, bit),
  });
}

export const booleans = [
  ...['bool_and', 'every'].map((name) => declareBoolean(name, false)),
  ...['bool_or', 'some', 'any'].map((name) => declareBoolean(name, true)),
];
