/** Columns: expressions under construction. */
import { SparkError } from '../../core/index.ts';
import type { Expression, Origin, SortOrderExpr, TypeJson, WireValue } from '../../plan/index.ts';
import { typeToJson } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import { literalType, wireFromJs } from './js-values.ts';
import { typeJson } from './type-texts.ts';
import type { Column, ColumnOrName, ColumnOrValue, TypeLike, WindowSpec } from './public/index.ts';
import { windowParts } from './window-parts.ts';

/** Where in the user's program a call stands; set by the session's host. */
let callSite: (() => string | undefined) | undefined;

/** Tells columns how to find the running line of the user's program. */
export function setCallSite(find: (() => string | undefined) | undefined): void {
  callSite = find;
}

/** The origin of an expression made by the API under this name. */
export function originOf(fragment: string): { readonly origin?: Origin } {
  const site = callSite?.();
  return site === undefined ? {} : { origin: { fragment, callSite: site } };
}

export class ColumnImpl implements Column {
  constructor(readonly expr: Expression) {}

  private binary(name: string, api: string, other: ColumnOrValue, swapped = false): Column {
    const right = valueExpr(other);
    return call(name, swapped ? [right, this.expr] : [this.expr, right], api);
  }

  plus(other: ColumnOrValue): Column {
    return this.binary('+', 'plus', other);
  }
  minus(other: ColumnOrValue): Column {
    return this.binary('-', 'minus', other);
  }
  multiply(other: ColumnOrValue): Column {
    return this.binary('*', 'multiply', other);
  }
  divide(other: ColumnOrValue): Column {
    return this.binary('/', 'divide', other);
  }
  mod(other: ColumnOrValue): Column {
    return this.binary('%', 'mod', other);
  }
  negate(): Column {
    return call('negative', [this.expr], 'negate');
  }
  eq(other: ColumnOrValue): Column {
    return this.binary('==', 'eq', other);
  }
  neq(other: ColumnOrValue): Column {
    return call('not', [exprOf(this.binary('==', 'neq', other))], 'neq');
  }
  gt(other: ColumnOrValue): Column {
    return this.binary('>', 'gt', other);
  }
  ge(other: ColumnOrValue): Column {
    return this.binary('>=', 'ge', other);
  }
  lt(other: ColumnOrValue): Column {
    return this.binary('<', 'lt', other);
  }
  le(other: ColumnOrValue): Column {
    return this.binary('<=', 'le', other);
  }
  eqNullSafe(other: ColumnOrValue): Column {
    return this.binary('<=>', 'eqNullSafe', other);
  }
  and(other: ColumnOrValue): Column {
    return this.binary('and', 'and', other);
  }
  or(other: ColumnOrValue): Column {
    return this.binary('or', 'or', other);
  }
  not(): Column {
    return call('not', [this.expr], 'not');
  }

  alias(...names: string[]): Column {
    return new ColumnImpl({ type: 'Alias', expr: this.expr, name: names, ...originOf('alias') });
  }
  name(...names: string[]): Column {
    return this.alias(...names);
  }
  cast(type: TypeLike): Column {
    return new ColumnImpl({ type: 'Cast', expr: this.expr, toType: typeJson(type), ...originOf('cast') });
  }
  astype(type: TypeLike): Column {
    return this.cast(type);
  }
  try_cast(type: TypeLike): Column {
    return new ColumnImpl({ type: 'Cast', expr: this.expr, toType: typeJson(type), evalMode: 'try', ...originOf('try_cast') });
  }
  isNull(): Column {
    return call('isNull', [this.expr], 'isNull');
  }
  isNotNull(): Column {
    return call('isNotNull', [this.expr], 'isNotNull');
  }
  isNaN(): Column {
    return call('isNaN', [this.expr], 'isNaN');
  }
  isin(...values: (ColumnOrValue | readonly ColumnOrValue[])[]): Column {
    return call('in', [this.expr, ...values.flat().map((v) => valueExpr(v as ColumnOrValue))], 'isin');
  }
  between(lower: ColumnOrValue, upper: ColumnOrValue): Column {
    return this.ge(lower).and(this.le(upper));
  }
  like(pattern: string): Column {
    return this.binary('like', 'like', pattern);
  }
  ilike(pattern: string): Column {
    return this.binary('ilike', 'ilike', pattern);
  }
  rlike(pattern: string): Column {
    return this.binary('rlike', 'rlike', pattern);
  }
  startswith(other: ColumnOrValue): Column {
    return this.binary('startswith', 'startswith', other);
  }
  endswith(other: ColumnOrValue): Column {
    return this.binary('endswith', 'endswith', other);
  }
  contains(other: ColumnOrValue): Column {
    return this.binary('contains', 'contains', other);
  }
  substr(start: number | Column, length: number | Column): Column {
    return call('substr', [this.expr, valueExpr(start), valueExpr(length)], 'substr');
  }
  bitwiseAND(other: ColumnOrValue): Column {
    return this.binary('&', 'bitwiseAND', other);
  }
  bitwiseOR(other: ColumnOrValue): Column {
    return this.binary('|', 'bitwiseOR', other);
  }
  bitwiseXOR(other: ColumnOrValue): Column {
    return this.binary('^', 'bitwiseXOR', other);
  }
  getItem(key: ColumnOrValue): Column {
    return extract(this.expr, valueExpr(key), 'getItem');
  }
  getField(name: string): Column {
    return extract(this.expr, litExpr(name), 'getField');
  }
  withField(name: string, column: Column): Column {
    const origin = originOf('withField');
    return new ColumnImpl({ type: 'UpdateFields', structExpression: this.expr, fieldName: name, valueExpression: exprOf(column), ...origin });
  }
  dropFields(...names: string[]): Column {
    const start: Expression = this.expr;
    const dropped = names.reduce<Expression>((e, fieldName) => ({ type: 'UpdateFields', structExpression: e, fieldName }), start);
    return new ColumnImpl(dropped);
  }
  when(condition: Column, value: ColumnOrValue): Column {
    return new ColumnImpl({ ...this.branches('when'), arguments: [...this.branches('when').arguments, exprOf(condition), valueExpr(value)] });
  }
  otherwise(value: ColumnOrValue): Column {
    const branches = this.branches('otherwise');
    return new ColumnImpl({ ...branches, arguments: [...branches.arguments, valueExpr(value)] });
  }
  private branches(api: 'when' | 'otherwise'): Extract<Expression, { type: 'UnresolvedFunction' }> {
    const { expr } = this;
    if (expr.type === 'UnresolvedFunction' && expr.functionName === 'when' && expr.arguments.length % 2 === 0) return expr;
    throw new SparkError({
      errorClass: 'IllegalArgumentException',
      condition: null,
      sentence: `${api}() continues F.when(…)${api === 'when' ? ', and otherwise() comes last' : ', once'}.`,
    });
  }

  asc(): Column {
    return sortColumn(this.expr, 'ascending', 'nullsFirst');
  }
  asc_nulls_first(): Column {
    return this.asc();
  }
  asc_nulls_last(): Column {
    return sortColumn(this.expr, 'ascending', 'nullsLast');
  }
  desc(): Column {
    return sortColumn(this.expr, 'descending', 'nullsLast');
  }
  desc_nulls_first(): Column {
    return sortColumn(this.expr, 'descending', 'nullsFirst');
  }
  desc_nulls_last(): Column {
    return this.desc();
  }
  over(window: WindowSpec): Column {
    return new ColumnImpl({ type: 'Window', windowFunction: this.expr, ...windowParts(window), ...originOf('over') });
  }
}

function sortColumn(child: Expression, direction: SortOrderExpr['direction'], nullOrdering: SortOrderExpr['nullOrdering']): Column {
  return new ColumnImpl({ type: 'SortOrder', child, direction, nullOrdering });
}
function extract(child: Expression, extraction: Expression, api: string): Column {
  return new ColumnImpl({ type: 'UnresolvedExtractValue', child, extraction, ...originOf(api) });
}

/** A call of a function of the registry; `api` is the name under which the user made it. */
export function call(functionName: string, args: readonly Expression[], api = functionName): Column {
  return new ColumnImpl({ type: 'UnresolvedFunction', functionName, arguments: args, ...originOf(api) });
}

export function isColumn(value: unknown): value is Column {
  return value instanceof ColumnImpl;
}
/** The expression of a column. */
export function exprOf(column: Column): Expression {
  if (column instanceof ColumnImpl) return column.expr;
  throw notAColumn(column);
}
/** NOT_COLUMN, where something else was given. */
export function notAColumn(value: unknown): SparkError {
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'NOT_COLUMN',
    sqlState: null,
    parameters: { arg_name: 'col', arg_type: typeof value },
    sentence: `A Column is needed here, not ${String(value)}. Wrap a value in F.lit(…), a name in F.col(…).`,
  });
}

/** A literal; a list is an array of its items. */
export function litExpr(value: unknown): Expression {
  if (Array.isArray(value)) {
    return { type: 'UnresolvedFunction', functionName: 'array', arguments: value.map((v) => (v instanceof ColumnImpl ? v.expr : litExpr(v))) };
  }
  const type: DataType = literalType(value);
  return { type: 'Literal', dataType: typeToJson(type) as TypeJson, value: wireFromJs(type, value) as WireValue };
}
/** A column's expression, or a literal of the value. */
export function valueExpr(value: ColumnOrValue): Expression {
  return value instanceof ColumnImpl ? value.expr : litExpr(value);
}
/** A column's expression, or that of the column with this name (`*` and `t.*` are stars). */
export function columnExpr(column: ColumnOrName, planId?: number): Expression {
  if (column instanceof ColumnImpl) return column.expr;
  if (typeof column !== 'string') throw notAColumn(column);
  const bound = planId === undefined ? {} : { planId };
  if (column === '*') return { type: 'UnresolvedStar', ...bound };
  if (column.endsWith('.*')) return { type: 'UnresolvedStar', unparsedTarget: column, ...bound };
  return { type: 'UnresolvedAttribute', unparsedIdentifier: column, ...bound, ...originOf('col') };
}
/** A sort key of a column, ascending unless it says otherwise. */
export function sortExpr(column: ColumnOrName): SortOrderExpr {
  const e = columnExpr(column);
  return e.type === 'SortOrder' ? e : { type: 'SortOrder', child: e, direction: 'ascending', nullOrdering: 'nullsFirst' };
}
