/** Types and schemas written as DDL: `array<int>`, `a INT NOT NULL COMMENT 'x', b struct<c: string>`. */
import { SparkError, unsupported } from '../core/index.ts';
import { timeType } from './data-type.ts';
import type { AtomicKind, DataType, DayTimeField, StructField, StructType } from './data-type.ts';

interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'symbol' | 'end';
  readonly text: string;
  /** A string as written, quotes included. */
  readonly written?: string;
  readonly at: number;
}

const TOKEN = /\s+|--[^\n]*|(\d+\.\d+|\d+(?:\.\d+)?[eE][+-]?\d+(?![\p{L}\d_])|\p{L}+:\/\/[\p{L}\d_/\-.?=&#%]+|[\p{L}\d_]+)|`((?:[^`]|``)*)`|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(.)/suy;

/** What is read as a number can be no name. */
const NUMBER = /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function tokenize(ddl: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < ddl.length) {
    const at = TOKEN.lastIndex;
    const m = TOKEN.exec(ddl) as RegExpExecArray;
    if (m[1] !== undefined) tokens.push({ kind: 'word', text: m[1], at });
    else if (m[2] !== undefined) tokens.push({ kind: 'quoted', text: m[2].replaceAll('``', '`'), at });
    else if (m[3] !== undefined || m[4] !== undefined) {
      tokens.push({ kind: 'string', text: unescape((m[3] ?? m[4]) as string), written: m[0], at });
    } else if (m[5] !== undefined) tokens.push({ kind: 'symbol', text: m[5], at });
  }
  tokens.push({ kind: 'end', text: '', at: ddl.length });
  return tokens;
}

function unescape(text: string): string {
  const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', 0: '\0', b: '\b' };
  return text.replace(/\\(.)/gs, (_, c: string) => named[c] ?? c);
}

function parseError(condition: string, sqlState: string, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  return new SparkError({ errorClass: 'ParseException', condition, sqlState, parameters, sentence });
}

/** INVALID_IDENTIFIER: what stands where a name should has other characters than a name has without back-quotes. */
export function invalidIdentifier(ident: string): SparkError {
  return parseError('INVALID_IDENTIFIER', '42602', { ident }, `${ident} is no name; in back-quotes it is one: \`${ident}\`.`);
}

/** Letters beyond ASCII, or an address. */
function isNoName(token: Token): boolean {
  return token.kind === 'word' && /\W/.test(token.text);
}

function syntaxError(near: string, ddl: string, hint = ''): SparkError {
  return parseError('PARSE_SYNTAX_ERROR', '42601', { error: near, hint }, `"${ddl}" is not a type or schema: it stops making sense at or near ${near}.`);
}

/** `array` and its kin without what they are made of. */
function incompleteType(name: string): SparkError {
  const parameters: Readonly<Record<string, string>> = name === 'array' ? { elementType: '<INT>' } : {};
  const example = { array: 'array<int>', map: 'map<string, int>', struct: 'struct<a: int>' }[name] ?? name;
  return parseError(`INCOMPLETE_TYPE_DEFINITION.${name.toUpperCase()}`, '42K01', parameters, `${name} alone is no type: say what it holds, as in ${example}.`);
}

const ATOMIC: Readonly<Record<string, AtomicKind>> = {
  boolean: 'boolean',
  tinyint: 'byte',
  byte: 'byte',
  smallint: 'short',
  short: 'short',
  int: 'integer',
  integer: 'integer',
  bigint: 'long',
  long: 'long',
  float: 'float',
  real: 'float',
  double: 'double',
  date: 'date',
  timestamp: 'timestamp',
  timestamp_ltz: 'timestamp',
  timestamp_ntz: 'timestamp_ntz',
  string: 'string',
  binary: 'binary',
  void: 'null',
  variant: 'variant',
};
const MAX_TIME_PRECISION = 9;
const DAY_TIME: readonly string[] = ['day', 'hour', 'minute', 'second'];

/** Types made of others, in angle brackets. */
const BRACKETED: readonly string[] = ['array', 'map', 'struct'];

class DdlParser {
  private readonly tokens: readonly Token[];
  private at = 0;
  /** What is wrong with a type that is written as a type is: told once the whole text makes sense. */
  private problem: SparkError | undefined;

  constructor(private readonly ddl: string) {
    this.tokens = tokenize(ddl);
  }

  type(): DataType {
    const token = this.next();
    if ((token.kind !== 'word' && token.kind !== 'quoted') || NUMBER.test(token.text)) this.fail(token);
    const name = token.text.toLowerCase();
    if (BRACKETED.includes(name) && !this.isSymbol('<')) return this.later(incompleteType(name));
    switch (name) {
      case 'array': {
        this.expect('<');
        const element = this.type();
        this.expect('>');
        return { kind: 'array', element, containsNull: true };
      }
      case 'map': {
        this.expect('<');
        const key = this.type();
        this.expect(',');
        const value = this.type();
        this.expect('>');
        return { kind: 'map', key, value, valueContainsNull: true };
      }
      case 'struct': {
        this.expect('<');
        const fields = this.isSymbol('>') ? [] : this.fields(true);
        this.expect('>');
        return { kind: 'struct', fields };
      }
      case 'decimal':
      case 'dec':
      case 'numeric':
        return this.decimal();
      case 'char':
      case 'character':
      case 'varchar':
        return this.character(name);
      case 'time':
        return this.time();
      case 'interval':
        return this.interval();
      default:
        return this.atomic(token);
    }
  }

  /** Fields of a struct, in which a colon may follow the name, or columns of a schema. */
  fields(colons = false): StructField[] {
    const fields: StructField[] = [];
    do fields.push(this.field(colons));
    while (this.accept(','));
    return fields;
  }

  /** `hints`: one token too many is named as such. */
  end(hints = false): void {
    const token = this.next();
    if (token.kind === 'end') {
      if (this.problem !== undefined) throw this.problem;
      return;
    }
    const extra = hints && token.kind !== 'string' && this.peek().kind === 'end' && this.tokens[0]?.text.toLowerCase() !== 'interval';
    throw syntaxError(`'${token.written ?? token.text}'`, this.ddl, extra ? `: extra input '${token.text}'` : '');
  }

  private later(error: SparkError): DataType {
    this.problem ??= error;
    return { kind: 'null' };
  }

  /** What Spark's grammar complains of where a type's brackets make no sense: that there are brackets. */
  bracket(): SparkError | undefined {
    const [name, bracket] = this.tokens;
    const bracketed = name !== undefined && BRACKETED.includes(name.text.toLowerCase()) && bracket?.text === '<';
    return bracketed ? syntaxError("'<'", this.ddl) : undefined;
  }

  private field(colons: boolean): StructField {
    const name = this.next();
    if ((name.kind !== 'word' && name.kind !== 'quoted') || NUMBER.test(name.text)) this.fail(name);
    if (this.isSymbol('-')) throw this.badIdentifier(name.text);
    if (isNoName(name)) throw invalidIdentifier(name.text);
    if (colons) this.accept(':');
    const type = this.type();
    let nullable = true;
    let comment: string | undefined;
    for (;;) {
      if (this.acceptWord('not')) {
        if (!this.acceptWord('null')) this.fail(this.next());
        nullable = false;
      } else if (this.acceptWord('comment')) {
        const text = this.next();
        if (text.kind !== 'string') this.fail(text);
        comment = text.text;
      } else break;
    }
    if (this.isWord('default') || this.isWord('generated')) throw unsupported('A column default in a schema');
    const field = { name: name.text, type, nullable };
    return comment === undefined ? field : { ...field, metadata: { comment } };
  }

  /** A name with a hyphen in it must be in back-quotes. */
  private badIdentifier(start: string): SparkError {
    let ident = start;
    while (this.accept('-')) ident += `-${this.next().text}`;
    return invalidIdentifier(ident);
  }

  private decimal(): DataType {
    if (!this.accept('(')) return { kind: 'decimal', precision: 10, scale: 0 };
    const precision = this.integer();
    const scale = this.accept(',') ? this.integer() : 0;
    this.expect(')');
    const error = decimalProblem(precision, scale);
    return error === undefined ? { kind: 'decimal', precision, scale } : this.later(error);
  }

  private time(): DataType {
    if (this.isWord('without')) {
      ['without', 'time', 'zone'].forEach((word) => {
        if (!this.acceptWord(word)) this.fail(this.next());
      });
      return timeType();
    }
    if (!this.accept('(')) return timeType();
    const precision = this.integer();
    this.expect(')');
    checkTimePrecision(precision);
    return timeType(precision);
  }

  private character(name: string): DataType {
    if (!this.accept('(')) {
      return this.later(parseError('DATATYPE_MISSING_SIZE', '42K01', { type: `"${name.toUpperCase()}"` }, `${name.toUpperCase()} needs a length, as in ${name}(10).`));
    }
    const length = this.integer();
    this.expect(')');
    return { kind: name === 'varchar' ? 'varchar' : 'char', length };
  }

  private interval(): DataType {
    const from = this.peek();
    const start = from.kind === 'word' ? from.text.toLowerCase() : '';
    const dayTime = DAY_TIME.includes(start);
    if (!dayTime && start !== 'year' && start !== 'month') return { kind: 'calendar_interval' };
    this.next();
    let end = start;
    if (this.acceptWord('to')) end = this.next().text.toLowerCase();
    if (dayTime && DAY_TIME.indexOf(end) >= DAY_TIME.indexOf(start)) {
      return { kind: 'daytime_interval', start: start as DayTimeField, end: end as DayTimeField };
    }
    if (start === 'year' && (end === 'year' || end === 'month')) return { kind: 'yearmonth_interval', start, end };
    if (start === 'month' && end === 'month') return { kind: 'yearmonth_interval', start, end };
    throw syntaxError(`'${end === start ? end : 'to'}'`, this.ddl);
  }

  private atomic(token: Token): DataType {
    const kind = ATOMIC[token.text.toLowerCase()];
    const sizes = this.sizes();
    if (kind === 'string' && this.acceptWord('collate')) this.collation();
    if (kind !== undefined && sizes === '') return { kind };
    const name = `${token.text}${sizes}`;
    if (isNoName(token)) throw invalidIdentifier(token.text);
    return this.later(parseError('UNSUPPORTED_DATATYPE', '0A000', { typeName: `"${name.toUpperCase()}"` }, `There is no type named ${name}.`));
  }

  /** Of `string collate …`: texts are compared by their bytes only. */
  private collation(): void {
    const name = this.next().text;
    if (name.toUpperCase() !== 'UTF8_BINARY') throw unsupported(`The collation ${name}`);
  }

  /** Numbers in brackets behind a name, as they are written. */
  private sizes(): string {
    const rest = this.tokens.slice(this.at);
    const close = rest.findIndex((t) => t.text === ')');
    const inside = rest.slice(1, close);
    if (rest[0]?.text !== '(' || inside.length === 0 || !inside.every((t, i) => (i % 2 === 0 ? /^\d+$/.test(t.text) : t.text === ','))) return '';
    this.at += close + 1;
    return `(${inside.map((t) => t.text).join('')})`;
  }

  private integer(): number {
    const token = this.next();
    if (token.kind !== 'word' || !/^\d+$/.test(token.text)) this.fail(token);
    return Number(token.text);
  }
  private peek(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as Token;
  }
  private next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }
  private isSymbol(text: string): boolean {
    const token = this.peek();
    return token.kind === 'symbol' && token.text === text;
  }
  private isWord(text: string): boolean {
    const token = this.peek();
    return token.kind === 'word' && token.text.toLowerCase() === text;
  }
  private accept(text: string): boolean {
    if (!this.isSymbol(text)) return false;
    this.at += 1;
    return true;
  }
  private acceptWord(text: string): boolean {
    if (!this.isWord(text)) return false;
    this.at += 1;
    return true;
  }
  private expect(text: string): void {
    if (!this.accept(text)) this.fail(this.next());
  }
  private fail(token: Token): never {
    throw syntaxError(token.kind === 'end' ? 'end of input' : `'${token.written ?? token.text}'`, this.ddl);
  }
}

/** Raises UNSUPPORTED_TIME_PRECISION, as Spark does for `time(p)`. */
export function checkTimePrecision(precision: number): void {
  if (precision <= MAX_TIME_PRECISION) return;
  throw new SparkError({
    errorClass: 'UnknownException',
    condition: 'UNSUPPORTED_TIME_PRECISION',
    sqlState: '0A001',
    parameters: { precision: String(precision) },
    sentence: `The second of a TIME has 0 to ${MAX_TIME_PRECISION} digits behind the point, not ${precision}.`,
  });
}

/** Raises DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION or INVALID_SCALE, as Spark does for `decimal(p, s)`. */
export function checkDecimalBounds(precision: number, scale: number): void {
  const error = decimalProblem(precision, scale);
  if (error !== undefined) throw error;
}

function decimalProblem(precision: number, scale: number): SparkError | undefined {
  if (precision > 38) {
    return new SparkError({
      errorClass: 'ArithmeticException',
      condition: 'DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION',
      sqlState: '22003',
      parameters: { precision: String(precision), maxPrecision: '38' },
      sentence: `A decimal has at most 38 digits, not ${precision}.`,
    });
  }
  if (scale > precision) {
    return parseError(
      'DECIMAL_SCALE_EXCEEDS_PRECISION',
      '22003',
      { scale: String(scale), precision: String(precision) },
      `A decimal of ${precision} digits cannot have ${scale} of them after the point.`,
    );
  }
  return undefined;
}

/** Parses one type. */
export function parseType(ddl: string): DataType {
  if (ddl.trim() === '') throw parseError('PARSE_EMPTY_STATEMENT', '42617', {}, 'A type is asked for, and the text is empty.');
  const parser = new DdlParser(ddl);
  let type: DataType;
  try {
    type = parser.type();
  } catch (error) {
    throw error instanceof SparkError && error.condition === 'PARSE_SYNTAX_ERROR' ? (parser.bracket() ?? error) : error;
  }
  parser.end(true);
  return type;
}

/** Parses one type; failing that, a list of columns (`a int, b string`), which gives a struct. Of two errors the first is raised. */
export function parseDataType(ddl: string): DataType {
  let first: unknown;
  try {
    return parseType(ddl);
  } catch (error) {
    first = error;
  }
  if (ddl.trim() === '') throw first;
  try {
    return parseSchema(ddl);
  } catch {
    throw first;
  }
}

/** Parses a list of columns, `StructType.fromDDL`. */
export function parseSchema(ddl: string): StructType {
  const parser = new DdlParser(ddl);
  if (ddl.trim() === '') return { kind: 'struct', fields: [] };
  const fields = parser.fields();
  parser.end();
  return { kind: 'struct', fields };
}
