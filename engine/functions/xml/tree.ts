/** XML text to a tree of elements, attributes and texts. */

/** The text is not well-formed XML. */
export class XmlError extends Error {}

export interface XmlText {
  readonly kind: 'text';
  text: string;
  readonly parent: XmlElement;
  readonly order: number;
}
export interface XmlAttribute {
  readonly kind: 'attribute';
  readonly name: string;
  readonly text: string;
  readonly parent: XmlElement;
  readonly order: number;
}
export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: XmlAttribute[];
  readonly children: (XmlElement | XmlText)[];
  readonly parent: XmlElement | null;
  /** Place in the document. */
  readonly order: number;
  /** Where the element's text starts and ends in the source. */
  readonly start: number;
  end: number;
}
/** The document itself is an element without a name. */
export type XmlNode = XmlElement | XmlAttribute | XmlText;

const NAME = /[\p{L}_:][\p{L}\p{N}_:.\-·]*/uy;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };
const MAX_DEPTH_LEVELS = 1000;

class XmlParser {
  private at = 0;
  private order = 0;
  private readonly entities = new Map(Object.entries(ENTITIES));

  constructor(private readonly source: string) {}

  document(only: boolean): XmlElement {
    const root = this.element('', null);
    this.misc();
    if (!this.source.startsWith('<', this.at)) this.fail();
    root.children.push(this.readElement(root, 0));
    if (only) return root;
    this.misc();
    if (this.at < this.source.length) this.fail();
    root.end = this.at;
    return root;
  }

  private element(name: string, parent: XmlElement | null): XmlElement {
    return { kind: 'element', name, attributes: [], children: [], parent, order: this.order++, start: this.at, end: this.at };
  }

  private fail(): never {
    throw new XmlError(`not well-formed at ${this.at}`);
  }

  private spaces(): boolean {
    const from = this.at;
    while (/[ \t\r\n]/.test(this.source.charAt(this.at))) this.at++;
    return this.at > from;
  }

  /** What may stand around the outermost element. */
  private misc(): void {
    for (;;) {
      this.spaces();
      if (this.skipped('<?', '?>') || this.skipped('<!--', '-->')) continue;
      if (!this.source.startsWith('<!DOCTYPE', this.at)) return;
      this.doctype();
    }
  }

  private skipped(open: string, close: string): boolean {
    if (!this.source.startsWith(open, this.at)) return false;
    const end = this.source.indexOf(close, this.at + open.length);
    if (end < 0) this.fail();
    this.at = end + close.length;
    return true;
  }

  private doctype(): void {
    const open = this.source.indexOf('[', this.at);
    const close = this.source.indexOf('>', this.at);
    if (close < 0) this.fail();
    if (open < 0 || open > close) {
      this.at = close + 1;
      return;
    }
    const end = this.source.indexOf(']', open);
    const last = this.source.indexOf('>', end);
    if (end < 0 || last < 0) this.fail();
    for (const m of this.source.slice(open, end).matchAll(/<!ENTITY\s+(\S+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)) {
      this.entities.set(m[1] as string, m[2] ?? m[3] ?? '');
    }
    this.at = last + 1;
  }

  private name(): string {
    NAME.lastIndex = this.at;
    const m = NAME.exec(this.source);
    if (m === null) this.fail();
    this.at = NAME.lastIndex;
    return m[0];
  }

  private readElement(parent: XmlElement, depth: number): XmlElement {
    if (depth > MAX_DEPTH_LEVELS) this.fail();
    const start = this.at;
    this.at += 1;
    const element = { ...this.element(this.name(), parent), start };
    this.attributes(element);
    if (this.accept('/>')) {
      element.end = this.at;
      return element;
    }
    if (!this.accept('>')) this.fail();
    this.content(element, depth);
    if (this.name() !== element.name) this.fail();
    this.spaces();
    if (!this.accept('>')) this.fail();
    element.end = this.at;
    return element;
  }

  private accept(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private attributes(element: XmlElement): void {
    while (this.spaces() && !/[/>]/.test(this.source.charAt(this.at))) {
      const name = this.name();
      this.spaces();
      if (!this.accept('=')) this.fail();
      this.spaces();
      const quote = this.source.charAt(this.at);
      const end = quote === '"' || quote === "'" ? this.source.indexOf(quote, this.at + 1) : -1;
      if (end < 0 || element.attributes.some((a) => a.name === name)) this.fail();
      const raw = this.source.slice(this.at + 1, end);
      if (raw.includes('<')) this.fail();
      this.at = end + 1;
      element.attributes.push({ kind: 'attribute', name, text: this.resolved(raw).replace(/[\t\n\r]/g, ' '), parent: element, order: this.order++ });
    }
  }

  /** Up to the name of the closing tag. */
  private content(element: XmlElement, depth: number): void {
    for (;;) {
      if (this.accept('</')) return;
      if (this.accept('<![CDATA[')) {
        const end = this.source.indexOf(']]>', this.at);
        if (end < 0) this.fail();
        this.text(element, this.source.slice(this.at, end));
        this.at = end + 3;
      } else if (this.skipped('<!--', '-->') || this.skipped('<?', '?>')) continue;
      else if (this.source.startsWith('<', this.at)) element.children.push(this.readElement(element, depth + 1));
      else {
        const end = this.source.indexOf('<', this.at);
        if (end < 0) this.fail();
        this.text(element, this.resolved(this.source.slice(this.at, end)));
        this.at = end;
      }
    }
  }

  private text(element: XmlElement, text: string): void {
    const last = element.children.at(-1);
    if (last?.kind === 'text') last.text += text;
    else if (text !== '') element.children.push({ kind: 'text', text, parent: element, order: this.order++ });
  }

  private resolved(raw: string): string {
    const lines = raw.replace(/\r\n?/g, '\n');
    if (!lines.includes('&')) return lines;
    return lines.replace(/&([^;]*);?/g, (whole, name: string) => {
      const number = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name);
      const text = number === null ? this.entities.get(name) : String.fromCodePoint(Number.parseInt((number[1] ?? number[2]) as string, number[1] === undefined ? 10 : 16));
      if (text === undefined || !whole.endsWith(';')) this.fail();
      return text;
    });
  }
}

/** The document. With `only`, what follows the outermost element is not looked at. Throws XmlError. */
export function parseXml(text: string, only = false): XmlElement {
  return new XmlParser(text).document(only);
}

/** The outermost elements of a name below a node, or in a document given as text. Throws XmlError. */
export function elementsNamed(where: string | XmlElement, name: string): readonly XmlElement[] {
  const element = typeof where === 'string' ? parseXml(where) : where;
  return element.children.flatMap((c) => (c.kind === 'text' ? [] : c.name === name ? [c] : elementsNamed(c, name)));
}

/** The name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** All text in a node. */
export function textOf(node: XmlNode): string {
  return node.kind === 'element' ? node.children.map(textOf).join('') : node.text;
}
