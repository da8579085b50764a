/** Evaluates expressions of XPath 1.0 over a document. */
import { localName, textOf } from './tree.ts';
import type { XmlElement, XmlNode } from './tree.ts';
import { XPathError } from './xpath-parser.ts';
import type { Axis, XPathExpr, XPathStep } from './xpath-parser.ts';

export type XPathValue = readonly XmlNode[] | string | number | boolean;

interface Context {
  readonly node: XmlNode;
  readonly position: number;
  readonly size: number;
}

export function toText(v: XPathValue): string {
  if (typeof v === 'string') return v;
  if (typeof v === 'boolean') return String(v);
  if (typeof v === 'number') return Object.is(v, -0) ? '0' : String(v);
  return v[0] === undefined ? '' : textOf(v[0]);
}

export function toNumber(v: XPathValue): number {
  if (typeof v === 'number') return v;
  if (typeof v === 'boolean') return v ? 1 : 0;
  const text = toText(v).trim();
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

export function toBoolean(v: XPathValue): boolean {
  if (typeof v === 'boolean') return v;
  if (typeof v === 'number') return v !== 0 && !Number.isNaN(v);
  return v.length > 0;
}

function isNodes(v: XPathValue): v is readonly XmlNode[] {
  return typeof v === 'object';
}

function rootOf(node: XmlNode): XmlElement {
  let at: XmlNode = node;
  while (at.parent !== null) at = at.parent;
  return at as XmlElement;
}

function descendants(node: XmlNode): XmlNode[] {
  return node.kind === 'element' ? node.children.flatMap((c) => [c, ...descendants(c)]) : [];
}

function ancestors(node: XmlNode): XmlNode[] {
  return node.parent === null ? [] : [node.parent, ...ancestors(node.parent)];
}

function siblings(node: XmlNode, after: boolean): XmlNode[] {
  if (node.parent === null || node.kind === 'attribute') return [];
  const all = node.parent.children;
  const at = all.indexOf(node);
  return after ? all.slice(at + 1) : all.slice(0, at).reverse();
}

/** Nodes along an axis, the nearest first. */
function along(axis: Axis, node: XmlNode): readonly XmlNode[] {
  switch (axis) {
    case 'child':
      return node.kind === 'element' ? node.children : [];
    case 'attribute':
      return node.kind === 'element' ? node.attributes : [];
    case 'self':
      return [node];
    case 'parent':
      return node.parent === null ? [] : [node.parent];
    case 'descendant':
      return descendants(node);
    case 'descendant-or-self':
      return [node, ...descendants(node)];
    case 'ancestor':
      return ancestors(node);
    case 'ancestor-or-self':
      return [node, ...ancestors(node)];
    case 'following-sibling':
      return siblings(node, true);
    case 'preceding-sibling':
      return siblings(node, false);
    case 'following':
      return [node, ...ancestors(node)].flatMap((n) => siblings(n, true).flatMap((s) => [s, ...descendants(s)])).sort((a, b) => a.order - b.order);
    case 'preceding':
      return [node, ...ancestors(node)].flatMap((n) => siblings(n, false).flatMap((s) => [s, ...descendants(s)])).sort((a, b) => b.order - a.order);
  }
}

function passes(node: XmlNode, { axis, test }: XPathStep): boolean {
  if (test === 'node()') return true;
  if (test === 'text()') return node.kind === 'text';
  if (test.endsWith('()') || node.kind === 'text') return false;
  if (node.kind !== (axis === 'attribute' ? 'attribute' : 'element') || node.name === '') return false;
  if (test === '*') return true;
  return test.endsWith(':*') ? node.name.startsWith(test.slice(0, -1)) : node.name === test;
}

function filtered(nodes: readonly XmlNode[], predicates: readonly XPathExpr[]): readonly XmlNode[] {
  return predicates.reduce((left, predicate) => {
    return left.filter((node, i) => {
      const v = evaluate(predicate, { node, position: i + 1, size: left.length });
      return typeof v === 'number' ? v === i + 1 : toBoolean(v);
    });
  }, nodes);
}

function inOrder(nodes: Iterable<XmlNode>): readonly XmlNode[] {
  return [...new Set(nodes)].sort((a, b) => a.order - b.order);
}

function followSteps(start: readonly XmlNode[], steps: readonly XPathStep[]): readonly XmlNode[] {
  return steps.reduce<readonly XmlNode[]>((nodes, step) => {
    return inOrder(nodes.flatMap((node) => filtered(along(step.axis, node).filter((n) => passes(n, step)), step.predicates)));
  }, start);
}

function nodesOf(v: XPathValue): readonly XmlNode[] {
  if (isNodes(v)) return v;
  throw new XPathError('a set of nodes was expected');
}

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = { '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b };
const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = { '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, div: (a, b) => a / b, mod: (a, b) => a % b };

function equals(a: XPathValue, b: XPathValue): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return toBoolean(a) === toBoolean(b);
  if (typeof a === 'number' || typeof b === 'number') return toNumber(a) === toNumber(b);
  return toText(a) === toText(b);
}

/** A set of nodes compares as any of its nodes does. */
function compare(op: string, a: XPathValue, b: XPathValue): boolean {
  if (isNodes(a) && typeof b !== 'boolean') return a.some((n) => compare(op, textOf(n), b));
  if (isNodes(b) && typeof a !== 'boolean') return b.some((n) => compare(op, a, textOf(n)));
  if (op === '=') return equals(a, b);
  if (op === '!=') return !equals(a, b);
  return (COMPARE[op] as (x: number, y: number) => boolean)(toNumber(a), toNumber(b));
}

function binary(op: string, left: XPathExpr, right: XPathExpr, ctx: Context): XPathValue {
  if (op === 'or') return toBoolean(evaluate(left, ctx)) || toBoolean(evaluate(right, ctx));
  if (op === 'and') return toBoolean(evaluate(left, ctx)) && toBoolean(evaluate(right, ctx));
  const [a, b] = [evaluate(left, ctx), evaluate(right, ctx)];
  if (op === '|') return inOrder([...nodesOf(a), ...nodesOf(b)]);
  const arithmetic = ARITHMETIC[op];
  return arithmetic === undefined ? compare(op, a, b) : arithmetic(toNumber(a), toNumber(b));
}

/** Counted in code points, rounded as the standard says. */
function substring(text: string, from: number, length: number): string {
  const start = Math.round(from);
  const end = start + Math.round(length);
  return text.split('').filter((_, i) => i + 1 >= start && (length === Number.POSITIVE_INFINITY || i + 1 < end)).join('');
}

function translate(text: string, from: string, to: string): string {
  return text.split('').map((c) => (from.includes(c) ? to.charAt(from.indexOf(c)) : c)).join('');
}

type Call = (args: readonly XPathValue[], ctx: Context) => XPathValue;

function nameOf(args: readonly XPathValue[], ctx: Context): string {
  const node = args[0] === undefined ? ctx.node : nodesOf(args[0])[0];
  return node === undefined || node.kind === 'text' ? '' : node.name;
}

const text = (args: readonly XPathValue[], i: number, ctx: Context): string => toText(args[i] ?? [ctx.node]);
const num = (args: readonly XPathValue[], i: number): number => toNumber(args[i] as XPathValue);

/** Each with the least and the greatest number of its arguments. */
const CALLS: Readonly<Record<string, readonly [number, number, Call]>> = {
  last: [0, 0, (_args, ctx) => ctx.size],
  position: [0, 0, (_args, ctx) => ctx.position],
  count: [1, 1, ([nodes]) => nodesOf(nodes as XPathValue).length],
  'local-name': [0, 1, (args, ctx) => localName(nameOf(args, ctx))],
  name: [0, 1, nameOf],
  string: [0, 1, (args, ctx) => text(args, 0, ctx)],
  concat: [2, 99, (args) => args.map(toText).join('')],
  'starts-with': [2, 2, ([a, b]) => toText(a as XPathValue).startsWith(toText(b as XPathValue))],
  contains: [2, 2, ([a, b]) => toText(a as XPathValue).includes(toText(b as XPathValue))],
  'substring-before': [2, 2, (args, ctx) => text(args, 0, ctx).slice(0, Math.max(0, text(args, 0, ctx).indexOf(text(args, 1, ctx))))],
  'substring-after': [
    2,
    2,
    (args, ctx) => {
      const at = text(args, 0, ctx).indexOf(text(args, 1, ctx));
      return at < 0 ? '' : text(args, 0, ctx).slice(at + text(args, 1, ctx).length);
    },
  ],
  substring: [2, 3, (args, ctx) => substring(text(args, 0, ctx), num(args, 1), args.length > 2 ? num(args, 2) : Number.POSITIVE_INFINITY)],
  'string-length': [0, 1, (args, ctx) => text(args, 0, ctx).length],
  'normalize-space': [0, 1, (args, ctx) => text(args, 0, ctx).trim().replace(/[ \t\r\n]+/g, ' ')],
  translate: [3, 3, (args, ctx) => translate(text(args, 0, ctx), text(args, 1, ctx), text(args, 2, ctx))],
  boolean: [1, 1, ([v]) => toBoolean(v as XPathValue)],
  not: [1, 1, ([v]) => !toBoolean(v as XPathValue)],
  true: [0, 0, () => true],
  false: [0, 0, () => false],
  number: [0, 1, (args, ctx) => toNumber(args[0] ?? [ctx.node])],
  sum: [1, 1, ([nodes]) => nodesOf(nodes as XPathValue).reduce((sum, n) => sum + toNumber(textOf(n)), 0)],
  floor: [1, 1, (args) => Math.floor(num(args, 0))],
  ceiling: [1, 1, (args) => Math.ceil(num(args, 0))],
  round: [1, 1, (args) => Math.round(num(args, 0))],
};

function called(name: string, args: readonly XPathExpr[], ctx: Context): XPathValue {
  const known = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
  if (known === undefined) throw new XPathError(`there is no function ${name}`);
  const [least, most, run] = known;
  if (args.length < least || args.length > most) throw new XPathError(`${name} does not take ${args.length} arguments`);
  return run(
    args.map((a) => evaluate(a, ctx)),
    ctx,
  );
}

export function evaluate(e: XPathExpr, ctx: Context): XPathValue {
  switch (e.kind) {
    case 'number':
    case 'text':
      return e.value;
    case 'negative':
      return -toNumber(evaluate(e.of, ctx));
    case 'call':
      return called(e.name, e.args, ctx);
    case 'binary':
      return binary(e.op, e.left, e.right, ctx);
    case 'path': {
      const start = e.start !== undefined ? filtered(nodesOf(evaluate(e.start, ctx)), e.filters) : [e.absolute ? rootOf(ctx.node) : ctx.node];
      return followSteps(start, e.steps);
    }
  }
}

/** The value of an expression for a whole document. */
export function evaluateIn(document: XmlElement, e: XPathExpr): XPathValue {
  return evaluate(e, { node: document, position: 1, size: 1 });
}
