/** Floating-point numbers as Java prints them: `1.0`, `1.0E7`, `1.23456789E8`, `NaN`, `-Infinity`. */

/** Shortest digits that give the double back, two at least. `text` is JavaScript's exponential form. */
function javaExponential(text: string): string {
  const at = text.indexOf('e');
  const mantissa = text.slice(0, at);
  const exponent = text.slice(at + 1).replace('+', '');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent}`;
}

/** `Double.toString`. */
export function doubleToString(x: number): string {
  if (!Number.isFinite(x)) return String(x);
  if (x === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  const magnitude = Math.abs(x);
  if (magnitude >= 1e-3 && magnitude < 1e7) {
    const text = String(x);
    return Number.isInteger(x) ? `${text}.0` : text;
  }
  const text = x.toExponential();
  return javaExponential(text.includes('.') ? text : x.toExponential(1));
}

/** `Float.toString` of a number already rounded to single precision. */
export function floatToString(x: number): string {
  if (!Number.isFinite(x)) return String(x);
  if (x === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  const magnitude = Math.abs(x);
  if (Number.isInteger(x) && magnitude < 1e7) return `${x}.0`;
  let text = x.toExponential(1);
  for (let digits = 2; digits <= 8 && Math.fround(Number(text)) !== x; digits++) text = x.toExponential(digits);
  text = text.replace(/(\.\d*?)0+e/, '$1e').replace('.e', '.0e');
  return magnitude >= 1e-3 && magnitude < 1e7 ? plain(text) : javaExponential(text);
}

/** `d.ddde±x` without exponent, with at least one digit after the point. */
function plain(text: string): string {
  const m = /^(-?)(\d)\.(\d+)e([+-]\d+)$/.exec(text) as RegExpExecArray;
  const exponent = Number(m[4]);
  const digits = (m[2] as string) + (m[3] as string);
  if (exponent < 0) return `${m[1]}0.${'0'.repeat(-exponent - 1)}${digits.replace(/0+$/, '')}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${m[1]}${whole}.${digits.slice(exponent + 1) || '0'}`;
}
