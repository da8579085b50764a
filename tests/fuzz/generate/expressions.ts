/** Random typed expressions over a frame's columns: made bottom up, the engine says of each what its type is. */
import { registry } from '../../../engine/index.ts';
import type { DataType, FunctionDeclaration, ParameterSpec, TypeKind } from '../../../engine/index.ts';
import type { Expr } from '../program.ts';
import type { Random } from '../random.ts';
import { AT_THE_EDGE, kindsFor, LEFT_OUT, literalsFor, mustBeLiteral, SMALL, TEMPLATES } from './hints.ts';
import { sqlLiteral } from './values.ts';

export interface TypeFound {
  readonly type: DataType;
  readonly nullable: boolean;
}
/** Type of an expression over the frame at hand; undefined if it cannot be analyzed. */
export type Typer = (text: string) => TypeFound | undefined;

const INTEGRAL: readonly TypeKind[] = ['byte', 'short', 'integer', 'long'];
const NUMERIC: readonly TypeKind[] = [...INTEGRAL, 'float', 'double', 'decimal'];
const WHEN: readonly TypeKind[] = ['date', 'timestamp', 'timestamp_ntz'];
const ATOMIC: readonly TypeKind[] = [...NUMERIC, ...WHEN, 'boolean', 'string', 'binary'];

/** Kinds of holes and of the registry's type specifications. */
const KINDS: Readonly<Record<string, (type: DataType) => boolean>> = {
  any: () => true,
  bool: (t) => t.kind === 'boolean',
  int: (t) => INTEGRAL.includes(t.kind),
  num: (t) => NUMERIC.includes(t.kind),
  dec: (t) => t.kind === 'decimal',
  str: (t) => t.kind === 'string',
  bin: (t) => t.kind === 'binary',
  text: (t) => t.kind === 'string' || t.kind === 'binary',
  date: (t) => t.kind === 'date',
  ts: (t) => t.kind === 'timestamp',
  when: (t) => WHEN.includes(t.kind),
  interval: (t) => t.kind === 'daytime_interval' || t.kind === 'yearmonth_interval',
  ord: (t) => isOrderable(t),
  arr: (t) => t.kind === 'array',
  intarr: (t) => t.kind === 'array' && t.element.kind === 'integer',
  strarr: (t) => t.kind === 'array' && t.element.kind === 'string',
  floats: (t) => t.kind === 'array' && t.element.kind === 'float',
  map: (t) => t.kind === 'map',
  strmap: (t) => t.kind === 'map' && t.key.kind === 'string' && t.value.kind === 'integer',
  struct: (t) => t.kind === 'struct',
};
const OF_SPEC: Readonly<Record<string, string>> = {
  any: 'any', boolean: 'bool', integral: 'int', integer: 'int', long: 'int', numeric: 'num', double: 'num', decimal: 'dec', string: 'str', binary: 'bin',
  date: 'date', timestamp: 'ts', datetime: 'when', interval: 'interval', array: 'arr', map: 'map', struct: 'struct', orderable: 'ord',
};
const LITERAL_KINDS: Readonly<Record<string, readonly TypeKind[]>> = {
  bool: ['boolean'], int: ['integer', 'integer', 'long'], num: ['integer', 'double', 'decimal'], dec: ['decimal'], str: ['string'], bin: ['binary'], text: ['string'], date: ['date'],
  ts: ['timestamp'], when: ['date', 'timestamp'], interval: ['daytime_interval', 'yearmonth_interval'], ord: ['integer', 'string', 'double', 'date'], any: ['integer', 'string', 'double', 'boolean', 'date', 'timestamp'],
};

export function isOrderable(t: DataType): boolean {
  if (t.kind === 'array') return isOrderable(t.element);
  if (t.kind === 'struct') return t.fields.every((f) => isOrderable(f.type));
  return t.kind !== 'map' && t.kind !== 'variant' && t.kind !== 'calendar_interval';
}
export const isAtomic = (t: DataType): boolean => ATOMIC.includes(t.kind);

const textOf = (parts: Expr['parts']): string => parts.map((p) => (typeof p === 'string' ? p : textOf(p.parts))).join('');
const sameText = (a: DataType, b: DataType): boolean => JSON.stringify(a) === JSON.stringify(b);
/** Texts that hold no calls may stand as they are; others are put in brackets as operands. */
const isPlain = (parts: Expr['parts']): boolean => parts.length === 1 && typeof parts[0] === 'string' && !parts[0].startsWith('-');

/** Computed by Java's platform to one unit in the last place, not always as IEEE's rounding has it. */
const INEXACT = /^(sqrt|cbrt|exp|expm1|sin|cos|tan|cot|sec|csc|asin|acos|atan|sinh|cosh|tanh|asinh|acosh|atanh|ln|log2|log10|log1p|log|power|pow|hypot|atan2|jaro_winkler_similarity|vector_\w+)$/;
const EXACT_AGGREGATES = /^(count|min|max|bool_|bit_|every|some|any|regr_count|approx_count_distinct|count_if|collect|sum|try_sum)/;

/** What makes texts of bytes in letters. All else may make texts that are no UTF-8, which the engine's texts cannot be. */
const WRITES_BYTES = /^(hex|base64|to_base32|md5|sha|sha1|sha2|to_char|to_varchar|typeof)\(/;

const SCALARS = registry.all().filter((f) => f.kind === 'scalar' && f.internal !== true && !LEFT_OUT.has(f.name) && f.family !== 'sketch' && /^\w+$/.test(f.name));
const AGGREGATES = registry.all().filter((f) => f.kind === 'aggregate' && f.internal !== true && !LEFT_OUT.has(f.name) && f.family !== 'sketch');
const AGGREGATE_TEMPLATES: readonly string[] = [
  'sort_array(collect_list({ord}))', 'sort_array(collect_set({ord}))', 'size(collect_list({any}))', 'listagg({str}, \',\') WITHIN GROUP (ORDER BY {@1})', 'string_agg(DISTINCT {str}) WITHIN GROUP (ORDER BY {@1} DESC)',
  'mode({ord}, true)', 'max_by(struct({ord}), {@1})', 'percentile_cont(0.5) WITHIN GROUP (ORDER BY {num})', 'percentile_disc(0.25) WITHIN GROUP (ORDER BY {num} DESC)', 'count(*)', 'count({any})', 'count(DISTINCT {ord}, {ord})',
  'sum({num})', 'avg({num})', 'min({ord})', 'max({ord})', 'sum({dec})', 'avg({dec})', 'min(struct({ord}, {ord}))', 'max({str})', 'sum({num}) + count(*)', 'sum(CASE WHEN {bool} THEN 1 ELSE 0 END)',
];

/** Sums of decimals without a digit to spare overflow or not by the order of rows. */
function mayOverflow(e: Expr): boolean {
  if (!/^(try_)?(sum|avg)|^mean/.test(textOf(e.parts))) return false;
  const holds = (x: Expr): boolean => (x.type.kind === 'decimal' && x.type.precision === 38) || x.parts.some((p) => typeof p !== 'string' && holds(p));
  return e.parts.some((p) => typeof p !== 'string' && holds(p));
}

export class Expressions {
  private readonly pool: Expr[] = [];
  /** Calls that the engine refuses, for plans that are meant to fail. */
  readonly refused: Expr[] = [];

  constructor(
    private readonly random: Random,
    private readonly typer: Typer,
    readonly columns: readonly Expr[],
  ) {
    // What is inexact is shown and never worked with.
    this.pool.push(...columns.filter((c) => !c.inexact));
  }

  /** Makes about `n` expressions more and gives those that could be typed. */
  grow(n: number): Expr[] {
    const made: Expr[] = [];
    for (let i = 0; i < n; i++) {
      const one = this.one();
      if (one !== undefined) made.push(one);
    }
    return made;
  }

  /** One more, of a special form or a function. */
  one(): Expr | undefined {
    const { random } = this;
    const made = random.chance(55) ? this.template(random.pick(TEMPLATES)) : this.call(random.pick(SCALARS));
    if (made !== undefined && !made.inexact) this.pool.push(made);
    return made;
  }

  /** One of those there are, of a kind; perhaps a literal. */
  of(kind: string): Expr | undefined {
    const { random } = this;
    const fits = this.pool.filter((e) => (KINDS[kind] as (t: DataType) => boolean)(e.type));
    if (fits.length > 0 && !random.chance(15)) return random.pick(fits);
    return this.literal(random.pick(LITERAL_KINDS[kind] ?? [])) ?? (fits.length > 0 ? random.pick(fits) : undefined);
  }

  /** A boolean for filters and joins. */
  condition(): Expr | undefined {
    for (let i = 0; i < 8; i++) {
      const made = this.template(this.random.pick(TEMPLATES.slice(3, 26)));
      if (made?.type.kind === 'boolean') return made;
    }
    return this.of('bool');
  }

  aggregate(): Expr | undefined {
    const { random } = this;
    const template = random.chance(45);
    const made = template ? this.template(random.pick(AGGREGATE_TEMPLATES)) : this.call(random.pick(AGGREGATES), random.chance(12) ? 'DISTINCT ' : '');
    if (made === undefined || mayOverflow(made)) return undefined;
    const condition = random.chance(10) && !textOf(made.parts).includes('WITHIN') && !textOf(made.parts).startsWith('s') ? this.of('bool') : undefined;
    const filtered = condition === undefined ? made : this.typed([...made.parts, ' FILTER (WHERE ', condition, ')'], made.inexact);
    return filtered;
  }

  private literal(kind: TypeKind | undefined): Expr | undefined {
    if (kind === undefined) return undefined;
    const text = sqlLiteral({ kind } as DataType, this.random);
    return text === undefined ? undefined : this.typed([text], false);
  }

  private same(type: DataType): Expr | undefined {
    const fits = this.pool.filter((e) => sameText(e.type, type));
    if (fits.length > 0 && !this.random.chance(25)) return this.random.pick(fits);
    return this.literal(type.kind) ?? (fits.length > 0 ? this.random.pick(fits) : undefined);
  }

  template(template: string): Expr | undefined {
    const parts: (string | Expr)[] = [];
    const holes: Expr[] = [];
    for (const piece of template.split(/(\{[^}]+\})/)) {
      if (!piece.startsWith('{')) {
        parts.push(piece);
        continue;
      }
      const arg = this.hole(piece.slice(1, -1), holes);
      if (arg === undefined) return undefined;
      holes.push(arg);
      parts.push(isPlain(arg.parts) ? arg : { ...arg, parts: ['(', arg, ')'] });
    }
    const aggregate = AGGREGATE_TEMPLATES.includes(template) && /avg|sum|percentile/.test(template) && holes.some((h) => /float|double|decimal/.test(h.type.kind));
    return this.typed(parts, aggregate);
  }

  private hole(kind: string, holes: readonly Expr[]): Expr | undefined {
    const { random } = this;
    if (kind.startsWith('@')) return holes[Number(kind.slice(1)) - 1];
    if (kind.startsWith('=')) return this.same((holes[Number(kind.slice(1)) - 1] as Expr).type);
    if (kind === 'small') return random.chance(70) ? this.typed([random.pick(['0', '1', '2', '3', '5', '-1'])], false) : this.typed(['pmod(', this.of('int') ?? '1', ', 5)'], false);
    if (kind === 'like') return this.typed([random.pick(literalsFor('like', 'pattern') as string[])], false);
    if (kind === 'regex') return this.typed([random.pick(literalsFor('rlike', 'regexp') as string[])], false);
    return this.of(kind);
  }

  /** A call of a declared function with arguments that should suit it. */
  call(fn: FunctionDeclaration, distinct = ''): Expr | undefined {
    const { random } = this;
    const args: Expr[] = [];
    for (const p of fn.params) {
      if (p.optional === true && random.chance(50) && !(fn.name === 'unix_timestamp' && args.length === 0)) break;
      const times = p.variadic === true ? random.between(1, 3) : 1;
      for (let i = 0; i < times; i++) {
        const arg = this.argument(fn, p, args);
        if (arg === undefined) return undefined;
        args.push(arg);
      }
    }
    const name = random.pick([fn.name, fn.name, ...(fn.aliases ?? [])]);
    const parts: (string | Expr)[] = [`${name}(${distinct}`];
    args.forEach((a, i) => parts.push(...(i > 0 ? [', '] : []), a));
    const inexact = INEXACT.test(fn.name) || (fn.kind === 'aggregate' && !EXACT_AGGREGATES.test(fn.name)) || (/sum/.test(fn.name) && args.some((a) => a.type.kind === 'double' || a.type.kind === 'float'));
    return this.typed([...parts, ')'], inexact);
  }

  private argument(fn: FunctionDeclaration, p: ParameterSpec, before: readonly Expr[]): Expr | undefined {
    const { random } = this;
    const literals = literalsFor(fn.name, p.name);
    if (literals !== undefined && (p.literal === true || mustBeLiteral(fn.name, p.name) || random.chance(75))) return this.typed([this.among(literals)], false);
    const spec = random.pick(p.accepts);
    const kind = (spec === 'any' ? kindsFor(fn.family, fn.name, p.name) : undefined) ?? OF_SPEC[spec] ?? 'any';
    if (p.literal === true) return this.literal(random.pick(LITERAL_KINDS[kind] ?? ['integer']));
    if ((kind === 'any' || kind === 'ord' || kind === 'arr' || kind === 'map') && before.length > 0 && random.chance(75)) return this.same((before.at(-1) as Expr).type);
    // Now and then what has to be cast first.
    return this.of(random.chance(6) ? 'any' : kind);
  }

  private among(literals: readonly string[]): string {
    const { random } = this;
    return random.pick(random.edges && literals === SMALL && random.chance(40) ? AT_THE_EDGE : literals);
  }

  private typed(parts: (string | Expr)[], inexact: boolean): Expr | undefined {
    const found = this.typer(textOf(parts));
    if (found?.type.kind === 'string' && !WRITES_BYTES.test(textOf(parts)) && parts.some((p) => typeof p !== 'string' && p.type.kind === 'binary')) return undefined;
    if (found === undefined) {
      this.refused.push({ parts, type: { kind: 'null' }, nullable: true, inexact: false });
      return undefined;
    }
    return { parts, ...found, inexact };
  }
}
