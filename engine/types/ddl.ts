/** Types and schemas written as DDL: `array<int>`, `a INT NOT NULL COMMENT 'x', b struct<c: string>`. */
import { SparkError, unsupported } from '../core/index.ts';
import { timeType, TimestampNTZType, TimestampType } from './data-type.ts';
import type { AtomicKind, AtomicType, DataType, DayTimeField, StructField, StructType } from './data-type.ts';
import { checkTimePrecision, checkTimestampPrecision, decimalProblem } from './ddl-limits.ts';
import { isNoName, NUMBER, tokenize } from './ddl-tokens.ts';
import type { Token } from './ddl-tokens.ts';

function parseError(condition: string, sqlState: string, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  return new SparkError({ errorClass: 'ParseException', condition, sqlState, parameters, sentence });
}

/** INVALID_IDENTIFIER: what stands where a name should has other characters than a name has without back-quotes. */
export function invalidIdentifier(ident: string): SparkError {
  return parseError('INVALID_IDENTIFIER', '42602', { ident }, `${ident} is no name; in back-quotes it is one: \`${ident}\`.`);
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

function unknownType(name: string): SparkError {
  return parseError('UNSUPPORTED_DATATYPE', '0A000', { typeName: `"${name.toUpperCase()}"` }, `There is no type named ${name}.`);
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
  string: 'string',
  binary: 'binary',
  void: 'null',
  variant: 'variant',
};
const DAY_TIME: readonly string[] = ['day', 'hour', 'minute', 'second'];

/** Types made of others, in angle brackets. */
const BRACKETED: readonly string[] = ['array', 'map', 'struct'];

class DdlParser {
  private readonly tokens: readonly Token[];
  private at = 0;
  /** What is wrong with a type that is written as a type is: told once the whole text makes sense. */
  private problem: SparkError | undefined;

  constructor(
    private readonly ddl: string,
    private readonly timestamp: AtomicType,
  ) {
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
      case 'timestamp':
      case 'timestamp_ltz':
      case 'timestamp_ntz':
        return this.timestampType(token);
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
    const precision = this.precision();
    this.acceptWords('without', 'time', 'zone');
    if (precision === undefined) return timeType();
    checkTimePrecision(precision);
    return timeType(precision);
  }

  /** TIMESTAMP as the session means it, unless it is said to be with or without time zone. */
  private timestampType(token: Token): DataType {
    const name = token.text.toLowerCase();
    if (this.isSymbol('(') && this.tokens[this.at + 2]?.text === ',') return this.later(unknownType(`${token.text}${this.sizes()}`));
    const precision = this.precision();
    let type = name === 'timestamp' ? this.timestamp : name === 'timestamp_ltz' ? TimestampType : TimestampNTZType;
    if (name === 'timestamp' && this.acceptWords('without', 'time', 'zone')) type = TimestampNTZType;
    else if (name === 'timestamp' && this.acceptWords('with', 'local', 'time', 'zone')) type = TimestampType;
    if (precision !== undefined) checkTimestampPrecision(precision, type);
    return type;
  }

  /** A number in brackets. */
  private precision(): number | undefined {
    if (!this.accept('(')) return undefined;
    const precision = this.integer();
    this.expect(')');
    return precision;
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
    if (isNoName(token)) throw invalidIdentifier(token.text);
    return this.later(unknownType(`${token.text}${sizes}`));
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
  private acceptWords(...words: readonly string[]): boolean {
    const follow = words.every((word, i) => this.tokens[this.at + i]?.kind === 'word' && this.tokens[this.at + i]?.text.toLowerCase() === word);
    if (follow) this.at += words.length;
    return follow;
  }
  private expect(text: string): void {
    if (!this.accept(text)) this.fail(this.next());
  }
  private fail(token: Token): never {
    throw syntaxError(token.kind === 'end' ? 'end of input' : `'${token.written ?? token.text}'`, this.ddl);
  }
}

/** Parses one type. `timestamp`: what TIMESTAMP means (`sessionTimestampType`). */
export function parseType(ddl: string, timestamp = TimestampType): DataType {
  if (ddl.trim() === '') throw parseError('PARSE_EMPTY_STATEMENT', '42617', {}, 'A type is asked for, and the text is empty.');
  const parser = new DdlParser(ddl, timestamp);
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
export function parseDataType(ddl: string, timestamp = TimestampType): DataType {
  let first: unknown;
  try {
    return parseType(ddl, timestamp);
  } catch (error) {
    first = error;
  }
  if (ddl.trim() === '') throw first;
  try {
    return parseSchema(ddl, timestamp);
  } catch {
    throw first;
  }
}

/** Parses a list of columns, `StructType.fromDDL`. */
export function parseSchema(ddl: string, timestamp = TimestampType): StructType {
  const parser = new DdlParser(ddl, timestamp);
  if (ddl.trim() === '') return { kind: 'struct', fields: [] };
  const fields = parser.fields();
  parser.end();
  return { kind: 'struct', fields };
}
