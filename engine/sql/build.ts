/** Constructors of wire expressions as the parser makes them. */
import type {
  AliasExpr,
  Expression,
  LiteralExpr,
  Origin,
  UnresolvedAttribute,
  UnresolvedFunction,
  WireValue,
} from '../plan/index.ts';
import { encodeWire, quoteIfNeeded, typeToJson } from '../types/index.ts';
import type { DataType, Value } from '../types/index.ts';

/** Where an expression stands; absent for what the parser adds by itself. */
function at(origin: Origin | undefined): { readonly origin?: Origin } {
  return origin === undefined ? {} : { origin };
}

export function call(functionName: string, args: readonly Expression[], origin?: Origin): UnresolvedFunction {
  const operator = args.length === 1 ? UNARY_NAMES[functionName] : (OPERATOR_NAMES[functionName] ?? undefined);
  const shown = operator === undefined ? args : args.map((a) => (a.type === 'UnresolvedStar' || a.type === 'UnresolvedRegex' ? { ...a, within: operator } : a));
  return { type: 'UnresolvedFunction', functionName, arguments: shown, ...at(origin) };
}

/** Operators with one operand, and with more, by the names that errors have for them. */
const UNARY_NAMES: Readonly<Record<string, string>> = { '-': 'unaryminus', '+': 'unarypositive', '~': 'bitwisenot', negative: 'unaryminus', not: 'not', isNull: 'isnull', isNotNull: 'isnotnull', isnull: 'isnull', isnotnull: 'isnotnull' };
const OPERATOR_NAMES: Readonly<Record<string, string>> = {
  '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '%': 'remainder', div: 'integraldivide', '&': 'bitwiseand', '|': 'bitwiseor', '^': 'bitwisexor',
  '==': 'equalto', '<=>': 'equalnullsafe', '<': 'lessthan', '<=': 'lessthanorequal', '>': 'greaterthan', '>=': 'greaterthanorequal',
  and: 'and', or: 'or', concat: 'concat', when: 'casewhen', like: 'like', ilike: 'ilike', rlike: 'rlike', in: 'unresolvedalias',
};
export function literal(type: DataType, value: Value, origin?: Origin): LiteralExpr {
  return { type: 'Literal', dataType: typeToJson(type), value: encodeWire(type, value) as WireValue, ...at(origin) };
}
export function textLiteral(value: string, origin?: Origin): LiteralExpr {
  return { type: 'Literal', dataType: 'string', value, ...at(origin) };
}
export function intLiteral(value: number, origin?: Origin): LiteralExpr {
  return { type: 'Literal', dataType: 'integer', value, ...at(origin) };
}
export function boolLiteral(value: boolean, origin?: Origin): LiteralExpr {
  return { type: 'Literal', dataType: 'boolean', value, ...at(origin) };
}
export function alias(expr: Expression, name: string, origin?: Origin): AliasExpr {
  return { type: 'Alias', expr, name: [name], ...at(origin) };
}

/** Name parts as one identifier text, in back-quotes where needed: `` a.`b c` ``. */
export function joinName(parts: readonly string[]): string {
  return parts.map(quoteIfNeeded).join('.');
}
export function attribute(parts: readonly string[], origin?: Origin): UnresolvedAttribute {
  return { type: 'UnresolvedAttribute', unparsedIdentifier: joinName(parts), ...at(origin) };
}
export function not(e: Expression, origin?: Origin): UnresolvedFunction {
  return call('not', [e], origin);
}
