/** `java.util.Formatter` with Spark's values: `%5.2f|%-8s|%08d`. */
import { outOfMemory, SparkError, unsupported } from '../../core/index.ts';
import { compareDecimals, Decimal, decimalToPlainString, doubleToString, parseDecimal, rescale } from '../../types/index.ts';

/** An argument: its number or text, and what Java would call it. */
export type FormatArgument =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'integer'; readonly value: bigint; readonly bits: number }
  | { readonly kind: 'floating'; readonly value: number; readonly text: string }
  | { readonly kind: 'other'; readonly text: string };

/** Of one cell. */
const MOST_PLACES = 10_000_000;

interface Specifier {
  readonly flags: string;
  readonly width: number;
  /** -1: not given. */
  readonly precision: number;
  readonly conversion: string;
  readonly written: string;
}

const SPECIFIER = /%(\d+\$|<)?([-#+ 0,(<]*)(\d+)?(\.\d+)?([tT])?([a-zA-Z%])/y;

function illegal(sentence: string): SparkError {
  return new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence });
}

function pad(text: string, s: Specifier): string {
  return s.flags.includes('-') ? text.padEnd(s.width) : text.padStart(s.width);
}

/** Flags that a conversion takes; others are errors. */
const FLAGS: Readonly<Record<string, string>> = { b: '-', s: '-', h: '-', c: '-', d: '-+ 0,(', x: '-#0', o: '-#0', e: '-#+ 0(', f: '-#+ 0,(', g: '-+ 0,(', '%': '-', n: '' };

function checkFlags(s: Specifier): void {
  const allowed = FLAGS[s.conversion.toLowerCase()];
  if (allowed === undefined || (/[A-Z]/.test(s.conversion) && 'dofn'.includes(s.conversion.toLowerCase()))) {
    throw illegal(`${s.written} has no conversion that exists.`);
  }
  const wrong = [...s.flags].find((f) => !allowed.includes(f));
  if (wrong !== undefined) throw illegal(`${s.written} has the flag "${wrong}", which its conversion does not take.`);
  if (new Set(s.flags).size !== s.flags.length) throw illegal(`${s.written} repeats a flag.`);
  if (/[-0]/.test(s.flags) && s.width === 0) throw illegal(`${s.written} needs a width.`);
  if ((s.flags.includes('-') && s.flags.includes('0')) || (s.flags.includes('+') && s.flags.includes(' '))) {
    throw illegal(`${s.written} has flags that exclude each other.`);
  }
  if (s.precision >= 0 && 'cdxo%n'.includes(s.conversion.toLowerCase())) throw illegal(`${s.written} takes no precision.`);
}

function mismatched(s: Specifier): SparkError {
  return illegal(`${s.written} cannot show a value of this type.`);
}

/** Sign, brackets and zeros around a number's digits. */
function signed(digits: string, negative: boolean, s: Specifier): string {
  const head = negative ? (s.flags.includes('(') ? '(' : '-') : s.flags.includes('+') ? '+' : s.flags.includes(' ') ? ' ' : '';
  const tail = negative && s.flags.includes('(') ? ')' : '';
  const zeros = s.flags.includes('0') ? Math.max(0, s.width - head.length - digits.length - tail.length) : 0;
  return pad(head + '0'.repeat(zeros) + digits + tail, s);
}

function grouped(digits: string, s: Specifier): string {
  if (!s.flags.includes(',')) return digits;
  const [whole = '', fraction] = digits.split('.');
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}

function integerText(a: FormatArgument & { kind: 'integer' }, s: Specifier): string {
  if (s.conversion === 'd') {
    const negative = a.value < 0n;
    return signed(grouped((negative ? -a.value : a.value).toString(), s), negative, s);
  }
  const hex = s.conversion.toLowerCase() === 'x';
  const digits = BigInt.asUintN(a.bits, a.value).toString(hex ? 16 : 8);
  return signed((s.flags.includes('#') ? (hex ? '0x' : '0') : '') + digits, false, { ...s, flags: s.flags.replace('#', '') });
}

/** Mantissa and exponent of a positive decimal, rounded half up to so many digits after the point. */
function exponential(d: Decimal, precision: number): string {
  if (d.unscaled === 0n) return `${precision === 0 ? '0' : `0.${'0'.repeat(precision)}`}e+00`;
  let exponent = d.unscaled.toString().length - 1 - d.scale;
  let mantissa = rescale(new Decimal(d.unscaled, d.scale + exponent), precision);
  if (compareDecimals(mantissa, new Decimal(10n, 0)) >= 0) {
    exponent += 1;
    mantissa = rescale(new Decimal(d.unscaled, d.scale + exponent), precision);
  }
  return `${decimalToPlainString(mantissa)}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** `%g`: plain from 10^-4 to 10^precision, with an exponent beyond. */
function general(d: Decimal, precision: number): string {
  const digits = precision === 0 ? 1 : precision;
  if (d.unscaled === 0n) return decimalToPlainString(new Decimal(0n, digits - 1));
  const text = exponential(d, digits - 1);
  const exponent = Number(text.slice(text.indexOf('e') + 1));
  if (exponent < -4 || exponent >= digits) return text;
  return decimalToPlainString(rescale(d, digits - 1 - exponent));
}

function floatingText(a: FormatArgument & { kind: 'floating' }, s: Specifier): string {
  const { value } = a;
  if (Number.isNaN(value)) return pad('NaN', s);
  const negative = value < 0 || Object.is(value, -0);
  if (!Number.isFinite(value)) return signed('Infinity', negative, { ...s, flags: s.flags.replace('0', '') });
  const precision = s.precision < 0 ? 6 : s.precision;
  const d = parseDecimal(doubleToString(Math.abs(value))) as Decimal;
  switch (s.conversion.toLowerCase()) {
    case 'e':
      return signed(exponential(d, precision), negative, s);
    case 'g':
      return signed(grouped(general(d, precision), s), negative, s);
    default:
      return signed(grouped(decimalToPlainString(rescale(d, precision)), s), negative, s);
  }
}

function textOf(a: FormatArgument): string {
  switch (a.kind) {
    case 'null':
      return 'null';
    case 'boolean':
    case 'integer':
      return String(a.value);
    default:
      return a.text;
  }
}

function cut(text: string, s: Specifier): string {
  return pad(s.precision >= 0 ? text.slice(0, s.precision) : text, s);
}

function characterText(a: FormatArgument, s: Specifier): string {
  if (a.kind !== 'integer' || a.bits === 64) throw mismatched(s);
  if (a.value < 0n || a.value > 0x10ffffn) throw illegal(`${s.written} cannot show ${a.value}: it is no code point.`);
  return pad(String.fromCodePoint(Number(a.value)), s);
}

function converted(a: FormatArgument, s: Specifier): string {
  switch (s.conversion.toLowerCase()) {
    case 's':
      return cut(textOf(a), s);
    case 'b':
      return cut(a.kind === 'null' ? 'false' : a.kind === 'boolean' ? String(a.value) : 'true', s);
    case 'h':
      if (a.kind === 'null') return cut('null', s);
      if (a.kind !== 'integer' || a.bits === 64) throw unsupported('%h of a value that is not an INT');
      return cut(BigInt.asUintN(32, a.value).toString(16), s);
    case 'c':
      return a.kind === 'null' ? pad('null', s) : characterText(a, s);
    case 'd':
    case 'x':
    case 'o':
      if (a.kind === 'null') return pad('null', s);
      if (a.kind !== 'integer') throw mismatched(s);
      return integerText(a, s);
    default:
      if (a.kind === 'null') return cut('null', s);
      if (a.kind !== 'floating') throw mismatched(s);
      return floatingText(a, s);
  }
}

/** The format with its arguments put in. Raises IllegalArgumentException, as Java does, for what does not fit. */
export function javaFormat(format: string, args: readonly FormatArgument[]): string {
  let out = '';
  let next = 0;
  let last = -1;
  for (let i = 0; i < format.length; ) {
    if (format.charAt(i) !== '%') {
      out += format.charAt(i++);
      continue;
    }
    SPECIFIER.lastIndex = i;
    const m = SPECIFIER.exec(format);
    if (m === null) throw illegal(`The format has a % at ${i} that begins no conversion; write %% for a percent sign.`);
    i += m[0].length;
    const [written, index, flagText = '', width, precision, date, conversion = ''] = m;
    if (Number(width) > MOST_PLACES || Number(precision?.slice(1)) > MOST_PLACES) throw outOfMemory(`${written} asks for more places than memory holds.`);
    if (date !== undefined) throw unsupported('Dates and times in format_string');
    if (conversion.toLowerCase() === 'a') throw unsupported('%a in format_string');
    const s: Specifier = {
      flags: flagText.replace('<', ''),
      width: Number(width ?? 0),
      precision: precision === undefined ? -1 : Number(precision.slice(1)),
      conversion,
      written,
    };
    checkFlags(s);
    if (conversion === 'n') out += '\n';
    else if (conversion === '%') out += pad('%', s);
    else {
      const previous = index === '<' || flagText.includes('<');
      last = previous ? last : index === undefined ? next++ : Number(index.slice(0, -1)) - 1;
      const argument = args[last];
      if (argument === undefined) throw illegal(`The format asks with ${written} for an argument that is not there.`);
      const text = converted(argument, s);
      out += /[A-Z]/.test(conversion) ? text.toUpperCase() : text;
    }
  }
  return out;
}
