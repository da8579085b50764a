/** JSON text to a tree, with the grammar and the leniencies of the parser that Spark uses (Jackson). */

/** A number as it is written. */
export class JsonNumber {
  constructor(
    readonly text: string,
    /** Without point and exponent. */
    readonly integral: boolean,
  ) {}
}

/** An object; a name may come twice. */
export class JsonObject {
  constructor(
    readonly names: readonly string[],
    readonly values: readonly JsonNode[],
  ) {}
}

export type JsonNode = null | boolean | string | JsonNumber | JsonObject | readonly JsonNode[];

/** Objects and arrays with the texts that they were read from. */
export type ExactTexts = WeakMap<object, string>;

/** The text is not JSON. */
export class JsonSyntaxError extends Error {}

export interface JsonGrammar {
  readonly singleQuotes: boolean;
  readonly unquotedNames: boolean;
  readonly leadingZeros: boolean;
  readonly nonNumericNumbers: boolean;
  readonly comments: boolean;
  readonly backslashAnything: boolean;
  readonly controlCharacters: boolean;
}

export const DEFAULT_GRAMMAR: JsonGrammar = {
  singleQuotes: true,
  unquotedNames: false,
  leadingZeros: false,
  nonNumericNumbers: true,
  comments: false,
  backslashAnything: false,
  controlCharacters: false,
};

/** Nothing beyond the standard. */
export const STRICT_GRAMMAR: JsonGrammar = { ...DEFAULT_GRAMMAR, singleQuotes: false, nonNumericNumbers: false };

const MAX_DEPTH_LEVELS = 1000;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LENIENT_NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NON_NUMERIC = /NaN|[+-]INF(?![a-zA-Z])|[+-]?Infinity/y;
const NAME = /[\p{ID_Start}$_@#*-][\p{ID_Continue}$_@#*-]*/uy;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BACKSLASH = 0x5c;
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

class Parser {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly grammar: JsonGrammar,
    private readonly exact: ExactTexts | undefined,
  ) {}

  /** The first value of the text; what follows is not looked at. Undefined if there is none. */
  root(): JsonNode | undefined {
    this.skip();
    return this.at >= this.text.length ? undefined : this.value();
  }

  private fail(): never {
    throw new JsonSyntaxError(`not JSON at ${this.at}`);
  }

  private skip(): void {
    const { text } = this;
    for (;;) {
      const c = text.charCodeAt(this.at);
      if (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) this.at++;
      else if (c === 0x2f && this.grammar.comments) this.comment();
      else return;
    }
  }

  private comment(): void {
    const open = this.text.slice(this.at, this.at + 2);
    const end = open === '/*' ? this.text.indexOf('*/', this.at + 2) : open === '//' ? this.text.indexOf('\n', this.at) : -2;
    if (end === -2 || (end === -1 && open === '/*')) this.fail();
    this.at = end === -1 ? this.text.length : open === '/*' ? end + 2 : end + 1;
  }

  private value(): JsonNode {
    const c = this.text.charCodeAt(this.at);
    if (c === QUOTE || (c === APOSTROPHE && this.grammar.singleQuotes)) return this.string(c);
    if (c === 0x7b) return this.nested(() => this.object());
    if (c === 0x5b) return this.nested(() => this.array());
    if ((c >= 0x30 && c <= 0x39) || c === 0x2d) return this.number();
    if (c === 0x74) return this.word('true', true);
    if (c === 0x66) return this.word('false', false);
    if (c === 0x6e) return this.word('null', null);
    return this.nonNumeric();
  }

  private nested<T extends JsonObject | JsonNode[]>(read: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH_LEVELS) this.fail();
    const start = this.at;
    this.at += 1;
    const result = read();
    this.depth -= 1;
    this.exact?.set(result, this.text.slice(start, this.at));
    return result;
  }

  private object(): JsonObject {
    const names: string[] = [];
    const values: JsonNode[] = [];
    this.skip();
    if (this.accept(0x7d)) return new JsonObject(names, values);
    for (;;) {
      names.push(this.name());
      this.skip();
      if (!this.accept(0x3a)) this.fail();
      this.skip();
      values.push(this.value());
      this.skip();
      if (this.accept(0x7d)) return new JsonObject(names, values);
      if (!this.accept(0x2c)) this.fail();
      this.skip();
    }
  }

  private name(): string {
    const c = this.text.charCodeAt(this.at);
    if (c === QUOTE || (c === APOSTROPHE && this.grammar.singleQuotes)) return this.string(c);
    if (!this.grammar.unquotedNames) this.fail();
    return this.match(NAME) ?? this.fail();
  }

  private array(): JsonNode[] {
    const items: JsonNode[] = [];
    this.skip();
    if (this.accept(0x5d)) return items;
    for (;;) {
      items.push(this.value());
      this.skip();
      if (this.accept(0x5d)) return items;
      if (!this.accept(0x2c)) this.fail();
      this.skip();
    }
  }

  private accept(code: number): boolean {
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at += 1;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const m = pattern.exec(this.text);
    if (m === null || m[0] === '') return undefined;
    this.at += m[0].length;
    return m[0];
  }

  private number(): JsonNumber {
    const text = this.match(this.grammar.leadingZeros ? LENIENT_NUMBER : NUMBER);
    if (text === undefined) return this.nonNumeric();
    const next = this.text.charCodeAt(this.at);
    if ((next >= 0x30 && next <= 0x39) || next === 0x2e || (next | 0x20) === 0x65) this.fail();
    // Outside of everything a number ends at a space or with the text.
    if (this.depth === 0 && this.at < this.text.length && !/[ \t\r\n]/.test(this.text.charAt(this.at))) this.fail();
    return new JsonNumber(text, /^-?\d+$/.test(text));
  }

  private nonNumeric(): JsonNumber {
    const text = this.grammar.nonNumericNumbers ? this.match(NON_NUMERIC) : undefined;
    if (text === undefined) return this.fail();
    return new JsonNumber(text === 'NaN' ? text : text.startsWith('-') ? '-Infinity' : 'Infinity', false);
  }

  private word<T extends JsonNode>(text: string, value: T): T {
    if (!this.text.startsWith(text, this.at)) this.fail();
    this.at += text.length;
    if (/[\p{ID_Continue}$]/u.test(this.text.charAt(this.at))) this.fail();
    return value;
  }

  private string(quote: number): string {
    const { text } = this;
    const start = this.at + 1;
    let i = start;
    for (; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === quote) {
        this.at = i + 1;
        return text.slice(start, i);
      }
      if (c === BACKSLASH) return this.escaped(quote, start, i);
      if (c < 0x20 && !this.grammar.controlCharacters) break;
    }
    return this.fail();
  }

  /** The rest of a string from its first backslash on. */
  private escaped(quote: number, start: number, from: number): string {
    const { text } = this;
    let out = text.slice(start, from);
    let i = from;
    while (i < text.length) {
      const c = text.charCodeAt(i);
      if (c === quote) {
        this.at = i + 1;
        // Java writes a lone surrogate as a question mark.
        return out.replace(LONE_SURROGATE, '?');
      }
      if (c === BACKSLASH) {
        const next = text.charAt(i + 1);
        if (next === 'u') {
          const hex = text.slice(i + 2, i + 6);
          if (!/^[0-9a-fA-F]{4}$/.test(hex)) this.fail();
          out += String.fromCharCode(Number.parseInt(hex, 16));
          i += 6;
          continue;
        }
        const simple = SIMPLE_ESCAPES[next];
        if (simple === undefined && (next === '' || !(this.grammar.backslashAnything || (next === "'" && this.grammar.singleQuotes)))) this.fail();
        out += simple ?? next;
        i += 2;
        continue;
      }
      if (c < 0x20 && !this.grammar.controlCharacters) this.fail();
      out += text.charAt(i);
      i += 1;
    }
    return this.fail();
  }
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The first JSON value in a text; undefined if the text is blank. What follows the value is not looked at. `exact` takes
 * the texts of objects and arrays. Throws `JsonSyntaxError`.
 */
export function parseJson(text: string, grammar: JsonGrammar = DEFAULT_GRAMMAR, exact?: ExactTexts): JsonNode | undefined {
  return new Parser(text, grammar, exact).root();
}
