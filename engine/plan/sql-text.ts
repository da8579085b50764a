/** Expressions as SQL (`toPrettySQL`): names of unaliased columns, and expressions inside error parameters. */
import { invariant, unreachable } from '../core/index.ts';
import { isNested, isNumeric, isString, quoteIfNeeded, sqlTypeName } from '../types/index.ts';
import { argumentText } from './argument-text.ts';
import { showsArgumentsOnly } from './inherited.ts';
import { isOperator } from './operators.ts';
import { literalSql } from './literal-text.ts';
import { outerOccurrences } from './outer-references.ts';
import { pythonArgumentText } from './python-text.ts';
import type {
  AggregateCall,
  Cast,
  HigherOrderCall,
  Lambda,
  ResolvedBound,
  ResolvedExpression,
  ResolvedFrame,
  ScalarCall,
  SortOrder,
  SubqueryCall,
  WindowCall,
} from './resolved.ts';

/** Options of the text; the zone is that of timestamp literals. */
export interface SqlTextOptions {
  readonly timeZone?: string;
  /** The text of an expression that is not shown as what it has become. */
  readonly written?: (e: ResolvedExpression) => string | undefined;
}

/** The name Spark gives to an unaliased column with this expression. */
export function toSql(e: ResolvedExpression, options: SqlTextOptions = {}): string {
  const known = options.written?.(e);
  if (known !== undefined) return known;
  const text = (x: ResolvedExpression): string => toSql(x, options);
  switch (e.kind) {
    case 'attribute':
      if (e.lateral === true) return `lateralAliasReference(${e.name})`;
      return e.outer === true ? `outer(${[...e.qualifier, e.name].map(quoteIfNeeded).join('.')})` : e.name;
    case 'literal':
      return literalSql(e.value, e.type, options.timeZone);
    case 'alias':
      return `${text(e.child)} AS ${quoteIfNeeded(e.name)}`;
    case 'lambdaVariable':
      return 'namedlambdavariable()';
    case 'cast':
      return castSql(e, options);
    case 'call':
      return callSql(e, options);
    case 'windowFunction':
    case 'generator':
      return named(e.fn, e.args.map(text), false);
    case 'higherOrder':
      return higherOrderSql(e, options);
    case 'aggregate':
      return aggregateSql(e, options);
    case 'window':
      return windowSql(e, options);
    case 'pythonUdf':
      return `${e.name}(${e.args.map((a, i) => argumentText(e.argNames?.[i], pythonArgumentText(a, text))).join(', ')})`;
    case 'subquery':
      return subquerySql(e, options);
    default:
      return unreachable(e);
  }
}

function named(
  fn: { readonly name: string; readonly sql?: (args: readonly string[], distinct: boolean) => string },
  args: readonly string[],
  distinct: boolean,
): string {
  return fn.sql === undefined ? `${fn.name}(${distinct ? 'DISTINCT ' : ''}${args.join(', ')})` : fn.sql(args, distinct);
}

function castSql(e: Cast, options: SqlTextOptions): string {
  return castText(e, toSql(e.child, options));
}

/** A cast of what `child` is the text of. */
export function castText(e: Cast, child: string): string {
  // Between nested types a cast has no SQL text of its own.
  if (!e.explicit || isNested(e.type)) return child;
  return `${e.mode === 'try' ? 'TRY_CAST' : 'CAST'}(${child} AS ${sqlTypeName(e.type)})`;
}

function callSql(e: ScalarCall, options: SqlTextOptions): string {
  if (e.hasOwnSeed === true) return named(e.fn, e.args.slice(0, -1).map((a) => toSql(a, options)), false);
  if (!isOperator(e, 'struct') || e.writtenName !== 'struct') return named(e.fn, e.args.map((a) => toSql(a, options)), false);
  // A struct made by `struct(a, b)` shows its values only.
  const values = e.args.filter((_, i) => i % 2 === 1);
  return `struct(${values.map((a) => toSql(a, options)).join(', ')})`;
}

function higherOrderSql(e: HigherOrderCall, options: SqlTextOptions): string {
  const args = e.args.map((a) => (a.kind === 'lambda' ? lambdaSql(a, options) : toSql(a, options)));
  return named(e.fn, args, false);
}

function lambdaSql(l: Lambda, options: SqlTextOptions): string {
  return `lambdafunction(${[toSql(l.body, options), ...l.params.map((p) => toSql(p, options))].join(', ')})`;
}

function aggregateSql(e: AggregateCall, options: SqlTextOptions): string {
  let text = named(e.fn, e.args.map((a) => toSql(a, options)), e.distinct);
  if (e.orderWithinGroup !== undefined && e.orderWithinGroup.length > 0) {
    const key = (o: SortOrder): string => (e.fn.withinGroup === 'one' ? `${toSql(o.child, options)}${o.ascending !== (e.fn.keyShownReversed === true) ? '' : ' DESC'}` : sortOrderSql(o, options));
    text += ` WITHIN GROUP (ORDER BY ${e.orderWithinGroup.map(key).join(', ')})`;
  }
  if (e.ignoreNulls === false && e.fn.keepsNulls === true) text += ' RESPECT NULLS';
  return e.filter === undefined ? text : `${text} FILTER (WHERE ${toSql(e.filter, options)})`;
}

/** `a ASC NULLS FIRST`. */
export function sortOrderSql(o: SortOrder, options: SqlTextOptions = {}): string {
  return `${toSql(o.child, options)} ${o.ascending ? 'ASC' : 'DESC'} NULLS ${o.nullsFirst ? 'FIRST' : 'LAST'}`;
}

function boundSql(b: ResolvedBound, options: SqlTextOptions): string {
  switch (b.kind) {
    case 'currentRow':
      return 'CURRENT ROW';
    case 'unboundedPreceding':
      return 'UNBOUNDED PRECEDING';
    case 'unboundedFollowing':
      return 'UNBOUNDED FOLLOWING';
    case 'offset':
      if (b.shown !== undefined) return `${b.shown} FOLLOWING`;
      return b.written === undefined ? `${toSql(b.offset, options)} FOLLOWING` : `${b.written} PRECEDING`;
  }
}

/** `ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`. */
export function frameSql(frame: ResolvedFrame, options: SqlTextOptions = {}): string {
  const unit = frame.frameType === 'row' ? 'ROWS' : 'RANGE';
  return `${unit} BETWEEN ${boundSql(frame.lower, options)} AND ${boundSql(frame.upper, options)}`;
}

/** What stands in the parentheses after OVER. */
export function windowSpecSql(e: Pick<WindowCall, 'partitionBy' | 'orderBy' | 'frame'>, options: SqlTextOptions = {}): string {
  const parts: string[] = [];
  if (e.partitionBy.length > 0) parts.push(`PARTITION BY ${e.partitionBy.map((p) => toSql(p, options)).join(', ')}`);
  if (e.orderBy.length > 0) parts.push(`ORDER BY ${e.orderBy.map((o) => sortOrderSql(o, options)).join(', ')}`);
  parts.push(frameSql(e.frame, options));
  return `(${parts.join(' ')})`;
}

function windowSql(e: WindowCall, options: SqlTextOptions): string {
  return `${toSql(e.function, options)} OVER ${windowSpecSql(e, options)}`;
}

function outerNames(e: SubqueryCall): string {
  const written = outerOccurrences(e.plan);
  return (written.length === 0 ? e.outerReferences : written).map((a) => a.name).join(', ');
}

function subquerySql(e: SubqueryCall, options: SqlTextOptions): string {
  const outer = outerNames(e);
  if (e.subqueryType === 'scalar') return `scalarsubquery(${outer})`;
  if (e.subqueryType === 'exists') return `exists(${outer})`;
  invariant(e.inValues !== undefined, 'an IN subquery has values');
  const [only, ...more] = e.inValues.map((v) => toSql(v, options));
  return more.length === 0 ? `(${only} IN (listquery(${outer})))` : rowInSubquerySql(e, (i) => rowFieldSql((e.inValues ?? [])[i] as ResolvedExpression, i, options));
}

/** A row that is looked for in a subquery; `field` gives the name and the text of each of its values. */
export function rowInSubquerySql(e: SubqueryCall, field: (place: number) => string): string {
  return `(named_struct(${(e.inValues ?? []).map((_, i) => field(i)).join(', ')}) IN (listquery(${outerNames(e)})))`;
}

/** A value of a row is called by its text where that is taken for a name (Spark's `PrettyAttribute`), else by its place. */
export function rowFieldSql(e: ResolvedExpression, place: number, options: SqlTextOptions = {}): string {
  const text = toSql(e, options);
  const bareLiteral = e.kind === 'literal' && (e.value === null || isNumeric(e.type) || isString(e.type));
  const castOrField = e.kind === 'cast' ? !e.explicit : isOperator(e, 'getField') || showsArgumentsOnly(e);
  return `'${e.kind === 'attribute' || bareLiteral || castOrField ? text : `_${place}`}', ${text}`;
}

/** As error parameters carry an expression: in double quotes. */
export function quotedSql(e: ResolvedExpression, options: SqlTextOptions = {}): string {
  return `"${toSql(e, options)}"`;
}
