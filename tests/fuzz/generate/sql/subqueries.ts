/** Queries inside of expressions: scalar ones, EXISTS and IN, tied to the query around or not, of aggregates that may have no rows. */
import type { Expr } from '../../program.ts';
import { relation } from './relations.ts';
import { familyOf, sql } from './scope.ts';
import type { Family, Kind, Scope, Valued } from './scope.ts';
import { aggregateOf } from './select.ts';
import { condition, randomFamily, value } from './values.ts';

/** WHERE with a tie to the query around, most of the time an equality. */
function tied(scope: Scope, depth: number): Expr {
  const { random } = scope;
  const family = randomFamily(scope);
  const fits = (kind: Kind): boolean => familyOf(kind) === family;
  const [own, outer] = [scope.column(fits), scope.outerColumn(fits)];
  const ties = own !== undefined && outer !== undefined && random.chance(60) ? [sql(own.expr, ` ${random.weighted([[80, '='], [10, '<=>'], [10, '<']])} `, outer.expr)] : [];
  const more = ties.length === 0 || random.chance(35) ? [condition(scope, 1, random.chance(30) ? depth : 0)] : [];
  const all = [...ties, ...more];
  return { ...sql(' WHERE ', ...all.flatMap((c, i) => (i === 0 ? [c] : [' AND ', c]))), optional: true };
}

function inside(scope: Scope, depth: number): { readonly from: Expr; readonly inner: Scope; readonly where: Expr } {
  const from = relation(scope, depth);
  const inner = scope.inner(from.columns);
  return { from: from.sql, inner, where: scope.random.chance(85) ? tied(inner, depth) : sql('') };
}

/** HAVING or LIMIT behind an aggregate without groups: a row that may go. */
function behind(inner: Scope): Expr {
  const { random } = inner;
  if (random.chance(80)) return sql('');
  return { ...(random.chance(60) ? sql(` HAVING ${random.pick(['count(*) > 0', 'count(*) = 0', 'max(1) IS NULL', 'false'])}`) : sql(' LIMIT 1')), optional: true };
}

export function scalarSubquery(scope: Scope, family: Family, depth: number): Valued | undefined {
  const { random } = scope;
  const { from, inner, where } = inside(scope, depth);
  if (random.chance(8)) {
    const found = value(inner, family, 0);
    return { expr: sql('(SELECT ', found.expr, ' FROM ', from, where, ' ORDER BY 1 LIMIT 1)'), kind: found.kind };
  }
  const call = aggregateOf(inner, family);
  if (call === undefined) return undefined;
  const outside = family === 'number' && random.chance(25) ? [random.pick(['1 + ', '-', '0 * ']), call.expr] : [random.chance(15) ? sql('coalesce(', call.expr, ', NULL)') : call.expr];
  return { expr: sql('(SELECT ', ...outside, random.chance(30) ? ` AS ${random.pick(['a', 'b', 'x'])}` : '', ' FROM ', from, where, behind(inner), ')'), kind: call.kind };
}

export function existsOf(scope: Scope, depth: number): Expr {
  const { random } = scope;
  const { from, inner, where } = inside(scope, depth);
  const list = random.weighted<Expr>([[50, sql('1')], [25, sql('*')], [25, aggregateOf(inner, 'number')?.expr ?? sql('NULL')]]);
  const grouped = inner.columns.length > 0 && random.chance(10) ? inner.column(() => true) : undefined;
  const counted = grouped === undefined ? [] : [' GROUP BY ', grouped.expr, random.chance(50) ? ' HAVING count(*) > 1' : ''];
  const first = grouped === undefined ? list : sql('count(*)');
  return sql(random.chance(30) ? 'NOT EXISTS (SELECT ' : 'EXISTS (SELECT ', first, ' FROM ', from, where, ...counted, random.chance(6) ? ' LIMIT 1' : '', ')');
}

export function inSubquery(scope: Scope, depth: number): Expr {
  const { random } = scope;
  const { from, inner, where } = inside(scope, depth);
  const family = randomFamily(scope);
  const not = random.chance(30) ? 'NOT ' : '';
  const left = value(scope, family, 1).expr;
  if (random.chance(12)) {
    const other = randomFamily(scope);
    return sql('(', left, ', ', value(scope, other, 0).expr, `) ${not}IN (SELECT `, value(inner, family, 0).expr, ', ', value(inner, other, 0).expr, ' FROM ', from, where, ')');
  }
  const called = random.chance(25) ? aggregateOf(inner, family)?.expr : undefined;
  return sql(left, ` ${not}IN (SELECT `, called ?? value(inner, family, 1).expr, ' FROM ', from, where, ')');
}
