/** `OVER (…)`, window frames, and ORDER BY items. */
import type { Expression, FrameBoundary, SortOrderExpr, WindowExpr, WindowFrame } from '../plan/index.ts';
import { call } from './build.ts';
import { parseError, placed } from './errors.ts';
import type { Parser } from './parser.ts';

/** `a DESC NULLS LAST`. Nulls come first ascending and last descending unless told otherwise. */
export function sortItem(p: Parser): SortOrderExpr {
  const from = p.index;
  const child = p.grammar.expression(p);
  const descending = p.accept('DESC');
  if (!descending) p.accept('ASC');
  let nullsFirst = !descending;
  if (p.is('NULLS') && p.isAny(['FIRST', 'LAST'], 1)) {
    p.next();
    nullsFirst = p.next().upper === 'FIRST';
  }
  return {
    type: 'SortOrder',
    child,
    direction: descending ? 'descending' : 'ascending',
    nullOrdering: nullsFirst ? 'nullsFirst' : 'nullsLast',
    origin: p.originFrom(from),
  };
}

export function sortItems(p: Parser): SortOrderExpr[] {
  return p.commaList(() => sortItem(p));
}

function frameBound(p: Parser): FrameBoundary {
  if (p.accept('UNBOUNDED', 'PRECEDING')) return { kind: 'unboundedPreceding' };
  if (p.accept('UNBOUNDED', 'FOLLOWING')) return { kind: 'unboundedFollowing' };
  if (p.accept('CURRENT', 'ROW')) return { kind: 'currentRow' };
  const from = p.index;
  const value = p.grammar.expression(p);
  const following = p.accept('FOLLOWING');
  if (following || p.accept('PRECEDING')) {
    const origin = p.originFrom(from);
    if (!isConstant(value)) throw placed(parseError('INVALID_SQL_SYNTAX.INVALID_WINDOW_FRAME_BOUND', '42000', {}, 'The bound of a frame is a constant, the same for all rows.'), origin);
    return { kind: 'value', value: following ? value : call('negative', [value], origin) };
  }
  return p.fail(p.peek(), ": missing {'FOLLOWING', 'PRECEDING'}");
}

const ARITHMETIC: readonly string[] = ['+', '-', '*', '/', '%', 'div', 'negative', 'positive'];

/** Literals, and what operators make of them: calls are not looked into before names are resolved. */
function isConstant(e: Expression): boolean {
  switch (e.type) {
    case 'Literal':
      return true;
    case 'Cast':
      return isConstant(e.expr);
    case 'UnresolvedFunction':
      return ARITHMETIC.includes(e.functionName) && e.arguments.every(isConstant);
    default:
      return false;
  }
}

function frame(p: Parser): WindowFrame | undefined {
  const unit = p.acceptAny(['ROWS', 'RANGE']);
  if (unit === undefined) return undefined;
  const frameType = unit === 'ROWS' ? 'row' : 'range';
  if (!p.accept('BETWEEN')) return { frameType, lower: frameBound(p), upper: { kind: 'currentRow' } };
  const lower = frameBound(p);
  p.expect('AND');
  return { frameType, lower, upper: frameBound(p) };
}

/** A window specification, by name or in brackets, applied to a function. */
export function windowSpec(p: Parser, windowFunction: Expression): WindowExpr {
  const bare = { type: 'Window', windowFunction, partitionSpec: [], orderSpec: [] } as const;
  const from = p.index;
  if (p.isIdentifier()) return { ...bare, windowName: p.identifier() };
  p.expect('(');
  if (p.isIdentifier() && p.peek(1).upper === ')') {
    const windowName = p.identifier();
    p.next();
    return { ...bare, windowName };
  }
  const partitionSpec: Expression[] = [];
  let orderSpec: SortOrderExpr[] = [];
  if (p.accept('CLUSTER', 'BY') || p.accept('PARTITION', 'BY') || p.accept('DISTRIBUTE', 'BY')) {
    partitionSpec.push(...p.commaList(() => p.grammar.expression(p)));
  }
  if (p.accept('ORDER', 'BY') || p.accept('SORT', 'BY')) orderSpec = sortItems(p);
  const frameSpec = frame(p);
  // Behind a frame's bound Spark guesses that the bracket is missing.
  if (frameSpec === undefined || p.peek().kind === 'end') p.expect(')');
  else p.expectInsertable(')');
  return { ...bare, partitionSpec, orderSpec, ...(frameSpec === undefined ? {} : { frameSpec, specOrigin: p.originFrom(from) }) };
}
