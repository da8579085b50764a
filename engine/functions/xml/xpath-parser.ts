/** Expressions of XPath 1.0. */

/** The text is no expression, or asks for what is not there. */
export class XPathError extends Error {}

export type Axis =
  | 'ancestor'
  | 'ancestor-or-self'
  | 'attribute'
  | 'child'
  | 'descendant'
  | 'descendant-or-self'
  | 'following'
  | 'following-sibling'
  | 'parent'
  | 'preceding'
  | 'preceding-sibling'
  | 'self';

export interface XPathStep {
  readonly axis: Axis;
  /** A name, `*`, `prefix:*`, `text()` or `node()`. */
  readonly test: string;
  readonly predicates: readonly XPathExpr[];
}
export type XPathExpr =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly XPathExpr[] }
  | { readonly kind: 'binary'; readonly op: string; readonly left: XPathExpr; readonly right: XPathExpr }
  | { readonly kind: 'negative'; readonly of: XPathExpr }
  | { readonly kind: 'path'; readonly absolute: boolean; readonly start?: XPathExpr; readonly filters: readonly XPathExpr[]; readonly steps: readonly XPathStep[] };

/** Whatever separates nothing may stand in a name behind its first letter. */
const NAME = String.raw`[\p{L}_][^ \t\r\n"'()[\]@,/|+=<>*$!:]*`;
const TOKEN = new RegExp(String.raw`[ \t\r\n]*(?:(\d+(?:\.\d*)?|\.\d+)|"([^"]*)"|'([^']*)'|(\.\.|::|\/\/|!=|<=|>=|[()[\].@,\/|+\-=<>*$])|(${NAME}(?::(?:${NAME}|\*))?))`, 'uy');
const AXES: readonly string[] = ['ancestor', 'ancestor-or-self', 'attribute', 'child', 'descendant', 'descendant-or-self', 'following', 'following-sibling', 'parent', 'preceding', 'preceding-sibling', 'self'];
const NODE_TESTS: readonly string[] = ['text', 'node', 'comment', 'processing-instruction'];
/** From loose to tight. */
const LEVELS: readonly (readonly string[])[] = [['or'], ['and'], ['=', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', 'div', 'mod']];
const ANYWHERE: XPathStep = { axis: 'descendant-or-self', test: 'node()', predicates: [] };

interface Token {
  readonly kind: 'number' | 'text' | 'symbol' | 'name' | 'end';
  readonly text: string;
}

function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = source.replace(/[ \t\r\n]+$/, '').length;
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const m = TOKEN.exec(source);
    if (m === null) throw new XPathError(`'${source.slice(at)}' is not understood`);
    if (m[1] !== undefined) tokens.push({ kind: 'number', text: m[1] });
    else if (m[2] !== undefined || m[3] !== undefined) tokens.push({ kind: 'text', text: (m[2] ?? m[3]) as string });
    else if (m[4] !== undefined) tokens.push({ kind: 'symbol', text: m[4] });
    else tokens.push({ kind: 'name', text: m[5] as string });
  }
  return [...tokens, { kind: 'end', text: 'the end' }];
}

class XPathParser {
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(source: string) {
    this.tokens = tokenize(source);
  }

  whole(): XPathExpr {
    const e = this.level(0);
    if (this.peek().kind !== 'end') this.fail();
    return e;
  }

  private peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token;
  }
  private fail(): never {
    throw new XPathError(`${this.peek().text} was not expected`);
  }
  private is(symbol: string, ahead = 0): boolean {
    const t = this.peek(ahead);
    return t.kind === 'symbol' && t.text === symbol;
  }
  private accept(symbol: string): boolean {
    if (!this.is(symbol)) return false;
    this.at += 1;
    return true;
  }
  private expect(symbol: string): void {
    if (!this.accept(symbol)) this.fail();
  }

  private level(n: number): XPathExpr {
    const operators = LEVELS[n];
    if (operators === undefined) return this.unary();
    let left = this.level(n + 1);
    for (;;) {
      const t = this.peek();
      if ((t.kind !== 'symbol' && t.kind !== 'name') || !operators.includes(t.text)) return left;
      this.at += 1;
      left = { kind: 'binary', op: t.text, left, right: this.level(n + 1) };
    }
  }

  private unary(): XPathExpr {
    if (this.accept('-')) return { kind: 'negative', of: this.unary() };
    let left = this.path();
    while (this.accept('|')) left = { kind: 'binary', op: '|', left, right: this.path() };
    return left;
  }

  private isFilter(): boolean {
    const t = this.peek();
    if (t.kind === 'number' || t.kind === 'text' || this.is('(') || this.is('$')) return true;
    return t.kind === 'name' && this.is('(', 1) && !NODE_TESTS.includes(t.text);
  }

  private path(): XPathExpr {
    if (!this.isFilter()) return this.location();
    const start = this.primary();
    const filters = this.predicates();
    const steps = this.is('/') || this.is('//') ? this.furtherSteps() : [];
    return filters.length === 0 && steps.length === 0 ? start : { kind: 'path', absolute: false, start, filters, steps };
  }

  private location(): XPathExpr {
    if (this.is('//')) return { kind: 'path', absolute: true, filters: [], steps: this.furtherSteps() };
    const absolute = this.accept('/');
    if (absolute && !this.startsStep()) return { kind: 'path', absolute, filters: [], steps: [] };
    const first = this.step();
    return { kind: 'path', absolute, filters: [], steps: [first, ...this.furtherSteps()] };
  }

  private startsStep(): boolean {
    return this.peek().kind === 'name' || ['.', '..', '@', '*'].some((s) => this.is(s));
  }

  private furtherSteps(): XPathStep[] {
    const steps: XPathStep[] = [];
    for (;;) {
      if (this.accept('//')) steps.push(ANYWHERE, this.step());
      else if (this.accept('/')) steps.push(this.step());
      else return steps;
    }
  }

  private step(): XPathStep {
    if (this.accept('.')) return { axis: 'self', test: 'node()', predicates: [] };
    if (this.accept('..')) return { axis: 'parent', test: 'node()', predicates: [] };
    let axis: Axis = 'child';
    if (this.accept('@')) axis = 'attribute';
    else if (this.is('::', 1)) {
      if (!AXES.includes(this.peek().text)) this.fail();
      axis = this.peek().text as Axis;
      this.at += 2;
    }
    return { axis, test: this.nodeTest(), predicates: this.predicates() };
  }

  private nodeTest(): string {
    if (this.accept('*')) return '*';
    const t = this.peek();
    if (t.kind !== 'name') this.fail();
    this.at += 1;
    if (!NODE_TESTS.includes(t.text) || !this.accept('(')) return t.text;
    this.expect(')');
    return `${t.text}()`;
  }

  private predicates(): XPathExpr[] {
    const out: XPathExpr[] = [];
    while (this.accept('[')) {
      out.push(this.level(0));
      this.expect(']');
    }
    return out;
  }

  private primary(): XPathExpr {
    const t = this.peek();
    this.at += 1;
    if (t.kind === 'number') return { kind: 'number', value: Number(t.text) };
    if (t.kind === 'text') return { kind: 'text', value: t.text };
    if (t.kind === 'symbol' && t.text === '(') {
      const e = this.level(0);
      this.expect(')');
      return e;
    }
    if (t.kind !== 'name') throw new XPathError('variables are not defined');
    this.expect('(');
    const args: XPathExpr[] = [];
    if (!this.is(')')) do args.push(this.level(0));
    while (this.accept(','));
    this.expect(')');
    return { kind: 'call', name: t.text, args };
  }
}

/** Throws XPathError. */
export function parseXPath(source: string): XPathExpr {
  return new XPathParser(source).whole();
}
