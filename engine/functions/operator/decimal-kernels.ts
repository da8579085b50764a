/** + - * of decimals whose unscaled values are exact as doubles; what may not be exact goes row by row. */
import type { DecimalVector, Vector } from '../../columnar/index.ts';
import type { DecimalType } from '../../types/index.ts';

type Mask = Uint8Array | null;

/** Unscaled values below this fit every precision check in doubles. */
function limitOf(type: DecimalType): number {
  return Math.min(10 ** type.precision - 1, Number.MAX_SAFE_INTEGER);
}

/** Whether all valid values lie within the limit. */
function within(data: Float64Array, n: number, limit: number, valid: Mask): boolean {
  for (let i = 0; i < n; i++) {
    const x = data[i] as number;
    if ((x > limit || x < -limit) && (valid === null || valid[i] === 1)) return false;
  }
  return true;
}

/** The values at a larger scale, if they stay exact. */
function atScale(v: DecimalVector & { readonly data: Float64Array }, scale: number, n: number, valid: Mask): Float64Array | undefined {
  if (v.type.scale === scale) return v.data;
  const factor = 10 ** (scale - v.type.scale);
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) out[i] = (v.data[i] as number) * factor + 0;
  return within(out, n, Number.MAX_SAFE_INTEGER, valid) ? out : undefined;
}

function isNarrow(v: Vector | undefined): v is DecimalVector & { readonly data: Float64Array } {
  return v?.layout === 'decimal' && v.data instanceof Float64Array;
}

/** `a op b`, or undefined where a digit would be lost or a value does not fit. */
export function decimalKernel(op: '+' | '-' | '*', a: Vector, b: Vector, n: number, type: DecimalType, valid: Mask): Vector | undefined {
  if (!isNarrow(a) || !isNarrow(b)) return undefined;
  const exactScale = op === '*' ? a.type.scale + b.type.scale : Math.max(a.type.scale, b.type.scale);
  if (type.scale !== exactScale) return undefined;
  const data = new Float64Array(n);
  if (op === '*') {
    const [x, y] = [a.data, b.data];
    for (let i = 0; i < n; i++) data[i] = (x[i] as number) * (y[i] as number) + 0;
  } else {
    const [x, y] = [atScale(a, exactScale, n, valid), atScale(b, exactScale, n, valid)];
    if (x === undefined || y === undefined) return undefined;
    if (op === '+') for (let i = 0; i < n; i++) data[i] = (x[i] as number) + (y[i] as number);
    else for (let i = 0; i < n; i++) data[i] = (x[i] as number) - (y[i] as number);
  }
  return within(data, n, limitOf(type), valid) ? { layout: 'decimal', type, length: n, validity: null, data } : undefined;
}

/** `-a`. */
export function negateDecimals(a: Vector, n: number): Vector | undefined {
  if (!isNarrow(a)) return undefined;
  const data = new Float64Array(n);
  for (let i = 0; i < n; i++) data[i] = 0 - (a.data[i] as number);
  return { ...a, validity: null, data };
}
