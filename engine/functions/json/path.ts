/** get_json_object: paths such as `$.a[0].b[*]`, evaluated as Hive and Spark do. */
import { quoteJson, quoteJsonBytes, StringType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { ScalarFunction } from '../define.ts';
import { expectExactly, scalarFunction } from '../typing.ts';
import { mapDictionary } from '../../columnar/index.ts';
import { DEFAULT_GRAMMAR, JsonObject, JsonSyntaxError, parseJson } from './parse.ts';
import type { JsonNode } from './parse.ts';
import { textOf, writeJson } from './write.ts';

type Step = { readonly kind: 'name'; readonly name: string } | { readonly kind: 'index'; readonly index: number } | { readonly kind: 'all' } | { readonly kind: 'other' };
type Path = readonly Step[];
type Quote = (text: string) => string;
/** `raw`: a string stands bare; `quoted`: it stands in an array; `flatten`: arrays are joined into the one around. */
type Style = 'raw' | 'quoted' | 'flatten';

const STEP = /\.\*|\['\*'\]|\.([^.[]+)|\['([^']+)'\]|\[(\*|\d+)\]/y;

/** The steps of a path, or null if it is no path. */
export function parsePath(text: string): Path | null {
  if (!text.startsWith('$')) return null;
  const steps: Step[] = [];
  STEP.lastIndex = 1;
  let at = 1;
  while (at < text.length) {
    STEP.lastIndex = at;
    const m = STEP.exec(text);
    if (m === null) return null;
    at += m[0].length;
    const name = m[1] ?? m[2];
    if (name !== undefined) steps.push({ kind: 'name', name });
    else if (m[3] === '*') steps.push({ kind: 'all' });
    else if (m[3] !== undefined) steps.push({ kind: 'index', index: Number(m[3]) });
    else steps.push({ kind: 'other' });
  }
  return steps;
}

/** What a path finds, as pieces of JSON text, to be joined by commas. */
type Found = readonly string[];
const NOTHING: Found = [];

/** `quote` writes texts: those that Spark gathers apart first keep their characters beyond U+FFFF. */
function evaluate(node: JsonNode, path: Path, style: Style, quote: Quote): Found {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (style === 'raw' && typeof node === 'string') return [node];
    if (style === 'flatten' && Array.isArray(node)) return (node as readonly JsonNode[]).flatMap((x) => evaluate(x, [], style, quote));
    return [writeJson(node, quote)];
  }
  if (node instanceof JsonObject) return step.kind === 'name' ? member(node, step.name, rest, style, quote) : NOTHING;
  if (!Array.isArray(node)) return NOTHING;
  const items = node as readonly JsonNode[];
  if (step.kind === 'all') return elements(items, rest, style, quote);
  if (step.kind !== 'index') return NOTHING;
  const item = items[step.index];
  if (item === undefined) return NOTHING;
  return evaluate(item, rest, rest[0]?.kind === 'all' ? 'quoted' : style, quote);
}

/** The first field of the name that the rest of the path finds something in. */
function member(node: JsonObject, name: string, rest: Path, style: Style, quote: Quote): Found {
  for (let i = 0; i < node.names.length; i++) {
    const value = node.values[i] as JsonNode;
    if (node.names[i] !== name || value === null) continue;
    const found = evaluate(value, rest, style, quote);
    if (found.length > 0) return found;
  }
  return NOTHING;
}

function elements(items: readonly JsonNode[], rest: Path, style: Style, quote: Quote): Found {
  if (rest[0]?.kind === 'all') {
    const found = items.flatMap((x) => evaluate(x, rest.slice(1), 'flatten', quote));
    return found.length === 0 ? NOTHING : [`[${found.join(',')}]`];
  }
  if (style === 'quoted') {
    const found = items.flatMap((x) => evaluate(x, rest, 'quoted', quote));
    return found.length === 0 ? NOTHING : [`[${found.join(',')}]`];
  }
  const next = style === 'raw' ? 'quoted' : 'flatten';
  const matches = items.map((x) => evaluate(x, rest, next, quoteJson)).filter((f) => f.length > 0);
  const found = matches.flat();
  // A single match stands without the brackets of an array.
  return matches.length > 1 ? [`[${found.join(',')}]`] : found.length === 0 ? NOTHING : [found.join(',')];
}

const GRAMMAR = { ...DEFAULT_GRAMMAR, nonNumericNumbers: false, controlCharacters: true };

/** The tree of a text, undefined where it is not JSON or blank. */
export function jsonTree(text: string): JsonNode | undefined {
  try {
    return parseJson(text, GRAMMAR);
  } catch (e) {
    if (e instanceof JsonSyntaxError) return undefined;
    throw e;
  }
}

function find(text: string, path: Path | null): Value {
  if (path === null) return null;
  const node = jsonTree(text);
  if (node === undefined) return null;
  const found = path.length === 0 ? [textOf(node)] : evaluate(node, path, 'raw', quoteJsonBytes);
  return found.length === 0 ? null : found.join(',');
}

export const getJsonObject: ScalarFunction = scalarFunction({
  name: 'get_json_object',
  nullIntolerant: false,
  asks: { decidedBy: [] },
  family: 'json',
  since: '1.5.0',
  params: [
    { name: 'json_txt', pythonName: 'col', accepts: ['string'] },
    { name: 'path', accepts: ['string'], pythonLiteral: true },
  ],
  signature: (args) => ({
    argTypes: [expectExactly('get_json_object', args, 0, StringType), expectExactly('get_json_object', args, 1, StringType)],
    returns: StringType,
    nullable: true,
  }),
  doc: 'What a path such as `$.a[0].b` finds in a JSON text: a string bare, anything else as JSON; NULL if nothing is found or the text is not JSON.',
  examples: [
    ["get_json_object('{\"a\":\"b\"}', '$.a')", 'b'],
    ["get_json_object('[{\"a\":\"b\"},{\"a\":\"c\"}]', '$[*].a')", '["b","c"]'],
    ["get_json_object('bad', '$.a')", null],
  ],
  row: ([text, path]) => find(text as string, parsePath(path as string)),
  batch: ([text], _n, ctx, valid) => {
    const path = ctx.literals[1];
    if (text?.layout !== 'string' || typeof path !== 'string') return undefined;
    const steps = parsePath(path);
    return mapDictionary(text, valid, StringType, (t) => find(t, steps));
  },
});
