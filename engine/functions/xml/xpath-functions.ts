/** xpath and its kin: what an expression of XPath finds in an XML text. */
import { SparkError } from '../../core/index.ts';
import { arrayType, BooleanType, DoubleType, FloatType, IntegerType, LongType, saturate, ShortType, StringType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { CallContext, FunctionDeclaration, ScalarFunction } from '../define.ts';
import { exactText, typed } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { expectFoldable } from '../typing.ts';
import { parseXml, XmlError } from './tree.ts';
import { evaluateIn, toBoolean, toNumber, toText } from './xpath.ts';
import type { XPathValue } from './xpath.ts';
import { parseXPath, XPathError } from './xpath-parser.ts';
import type { XPathExpr } from './xpath-parser.ts';

/** That the path is a constant is looked at before all types. */
const xml: Rule = (name, args, i) => {
  expectFoldable(name, args, i + 1, 'path', '"STRING"');
  return exactText(name, args, i);
};

function failure(sentence: string): SparkError {
  return new SparkError({ errorClass: 'UnknownException', condition: null, sentence });
}

const PATHS = new WeakMap<CallContext, { readonly text: string; readonly expression: XPathExpr }>();

/** The expression of a call site, read once. */
function expressionOf(text: string, ctx: CallContext): XPathExpr {
  let known = PATHS.get(ctx);
  if (known?.text !== text) {
    try {
      known = { text, expression: parseXPath(text) };
    } catch (error) {
      if (error instanceof XPathError) throw failure(`Invalid XPath '${text}': ${error.message}.`);
      throw error;
    }
    PATHS.set(ctx, known);
  }
  return (known as { readonly expression: XPathExpr }).expression;
}

function valueOf([xml, text]: readonly Value[], ctx: CallContext): XPathValue | null {
  if (xml === '' || text === '') return null;
  const expression = expressionOf(text as string, ctx);
  try {
    return evaluateIn(parseXml(xml as string), expression);
  } catch (error) {
    if (error instanceof XmlError) throw failure(`Error loading expression '${text as string}': the text is ${error.message}.`);
    if (error instanceof XPathError) throw failure(`Invalid XPath '${text as string}': ${error.message}.`);
    throw error;
  }
}

/** Java's conversion of a double to int: towards zero, saturating, NaN to 0. */
function toInt(x: number): number {
  return Number.isNaN(x) ? 0 : Math.trunc(Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, x))) + 0;
}

const SUM = "'<a><b>1</b><b>2</b></a>', 'sum(a/b)'";

function declare(name: string, returns: DataType, doc: string, example: readonly [string, string], of: (v: XPathValue) => Value): ScalarFunction {
  return typed({
    name,
    nullIntolerant: false,
    family: 'xml',
    since: '2.0.0',
    params: ['xml', 'path'],
    takes: [xml, exactText],
    returns,
    nullable: true,
    doc: `${doc} NULL for an empty text; an error for what is no XML.`,
    examples: [[`${name}(${example[0]})`, example[1]]],
    row: (args, ctx) => {
      const v = valueOf(args, ctx);
      return v === null ? null : of(v);
    },
  });
}

/** Texts and attributes as they are; elements have no text of their own. */
function texts(v: XPathValue): Value {
  if (typeof v !== 'object') throw failure('xpath needs an expression that gives nodes: use xpath_string, xpath_double and the like for others.');
  return v.map((node) => (node.kind === 'element' ? null : node.text));
}

/** Places are counted in UTF-16, and half a character is shown as a question mark. */
const shownText = (v: XPathValue): Value => toText(v).replace(/\p{Surrogate}/gu, '?');

const DOUBLE = 'What an XPath expression finds in an XML text, as a DOUBLE; NaN where it is no number.';

export const xpathFunctions: readonly FunctionDeclaration[] = [
  declare('xpath', arrayType(StringType), 'The texts and attributes that an XPath expression finds in an XML text.', ["'<a><b>b1</b><b>b2</b></a>', 'a/b/text()'", '[b1, b2]'], texts),
  declare('xpath_boolean', BooleanType, 'Whether an XPath expression finds something in an XML text, or is true of it.', ["'<a><b>1</b></a>', 'a/b'", 'true'], toBoolean),
  declare('xpath_string', StringType, 'The text of the first node that an XPath expression finds in an XML text.', ["'<a><b>b</b><c>cc</c></a>', 'a/c'", 'cc'], shownText),
  declare('xpath_double', DoubleType, DOUBLE, [SUM, '3.0'], toNumber),
  declare('xpath_number', DoubleType, DOUBLE, [SUM, '3.0'], toNumber),
  declare('xpath_float', FloatType, 'What an XPath expression finds in an XML text, as a FLOAT.', [SUM, '3.0'], (v) => Math.fround(toNumber(v))),
  declare('xpath_int', IntegerType, 'What an XPath expression finds in an XML text, as an INT; 0 where it is no number.', [SUM, '3'], (v) => toInt(toNumber(v))),
  declare('xpath_long', LongType, 'What an XPath expression finds in an XML text, as a BIGINT; 0 where it is no number.', [SUM, '3'], (v) => saturate(toNumber(v))),
  declare('xpath_short', ShortType, 'What an XPath expression finds in an XML text, as a SMALLINT; 0 where it is no number.', [SUM, '3'], (v) => (toInt(toNumber(v)) << 16) >> 16),
];
