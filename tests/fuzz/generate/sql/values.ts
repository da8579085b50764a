/** Values and conditions over a scope, with types mixed as people mix them. */
import type { Expr } from '../../program.ts';
import { familyOf, joined, sql } from './scope.ts';
import type { Family, Kind, Scope, Valued } from './scope.ts';

const LITERALS: Readonly<Record<Kind, readonly string[]>> = {
  int: ['0', '1', '2', '3', '-1', '10'],
  long: ['1L', '2L', '10L'],
  decimal: ['1.0', '2.50', '0.5', '-1.00', '1e1'],
  digits: ["'1'", "'2'", "'10'", "' 3 '", "'1.0'"],
  text: ["'a'", "'b'", "''", "'A'", "'a '"],
  date: ["date'2024-01-01'", "date'2024-02-29'"],
  timestamp: ["timestamp'2024-01-01 00:00:00'", "timestamp'2024-02-29 12:30:00'"],
  bool: ['true', 'false'],
};
const KINDS_OF: Readonly<Record<Family, readonly Kind[]>> = { number: ['int', 'long', 'decimal', 'digits'], text: ['text'], moment: ['date', 'timestamp'], bool: ['bool'] };
const FAMILY_WEIGHTS = [[60, 'number'], [18, 'text'], [12, 'moment'], [10, 'bool']] as const;

export function randomFamily(scope: Scope): Family {
  const present = FAMILY_WEIGHTS.filter(([, f]) => scope.columns.some((c) => familyOf(c.kind) === f));
  return present.length === 0 ? 'number' : scope.random.weighted(present);
}

export function literal(scope: Scope, family: Family): Valued {
  if (scope.random.chance(6)) return { expr: sql('NULL'), kind: KINDS_OF[family][0] as Kind };
  const kind = scope.random.pick(KINDS_OF[family]);
  return { expr: sql(scope.random.pick(LITERALS[kind])), kind };
}

/** A value of the family; `depth` is how far it nests, `subqueries` how deep queries go inside of it. */
export function value(scope: Scope, family: Family, depth: number, subqueries = 0): Valued {
  const { random } = scope;
  if (family === 'bool' && depth > 0) return { expr: condition(scope, depth - 1, subqueries), kind: 'bool' };
  if (subqueries > 0 && random.chance(15)) {
    const found = scope.catalog.make.scalarSubquery(scope, family, subqueries - 1);
    if (found !== undefined) return found;
  }
  if (depth > 0 && random.chance(45)) return composed(scope, family, depth - 1, subqueries);
  const fits = (kind: Kind): boolean => familyOf(kind) === family;
  const column = random.chance(8) ? scope.outerColumn(fits) : random.chance(80) ? scope.column(fits) : undefined;
  return column ?? literal(scope, family);
}

function composed(scope: Scope, family: Family, depth: number, subqueries: number): Valued {
  const { random } = scope;
  const [a, b] = [value(scope, family, depth, subqueries), value(scope, family, 0)];
  switch (random.below(family === 'number' ? 8 : 5)) {
    case 0:
      return { expr: sql('CASE WHEN ', condition(scope, depth, subqueries), ' THEN ', a.expr, ' ELSE ', b.expr, ' END'), kind: wider(a.kind, b.kind) };
    case 1:
      return { expr: sql('coalesce(', a.expr, ', ', b.expr, ')'), kind: wider(a.kind, b.kind) };
    case 2:
      return { expr: sql('nullif(', a.expr, ', ', b.expr, ')'), kind: a.kind };
    case 3:
      return { expr: sql('if(', condition(scope, depth, 0), ', ', a.expr, ', ', b.expr, ')'), kind: wider(a.kind, b.kind) };
    case 4:
      return family === 'text' ? { expr: sql(a.expr, ' || ', b.expr), kind: 'text' } : { expr: sql(a.kind === b.kind ? 'greatest(' : 'nvl(', a.expr, ', ', b.expr, ')'), kind: wider(a.kind, b.kind) };
    case 5:
      return { expr: sql('CAST(', a.expr, ' AS ', random.pick(['INT', 'BIGINT']), ')'), kind: 'long' };
    default:
      return { expr: sql('(', a.expr, ` ${random.pick(['+', '-', '*'])} `, b.expr, ')'), kind: wider(a.kind, b.kind) };
  }
}

/** Of two kinds of a family: only whether it counts as a text matters afterwards. */
function wider(a: Kind, b: Kind): Kind {
  return a === 'digits' ? b : a;
}

const COMPARISONS = ['=', '=', '<', '<=', '>', '>=', '<>', '<=>'];

export function condition(scope: Scope, depth: number, subqueries = 0): Expr {
  const { random } = scope;
  if (depth > 0 && random.chance(40)) {
    const [a, b] = [condition(scope, depth - 1, subqueries), condition(scope, depth - 1, subqueries)];
    return random.chance(25) ? sql('NOT (', a, ')') : sql('(', a, random.chance(55) ? ' AND ' : ' OR ', b, ')');
  }
  if (subqueries > 0 && random.chance(40)) return scope.catalog.make[random.chance(50) ? 'existsOf' : 'inSubquery'](scope, subqueries - 1);
  return simple(scope, randomFamily(scope), depth, subqueries);
}

function simple(scope: Scope, family: Family, depth: number, subqueries: number): Expr {
  const { random } = scope;
  const not = random.chance(25) ? 'NOT ' : '';
  const left = value(scope, family, family === 'bool' ? 0 : Math.min(1, depth), subqueries).expr;
  const other = (): Expr => value(scope, family, 0).expr;
  switch (random.below(8)) {
    case 0:
      return sql(left, ` IS ${not}NULL`);
    case 1:
      return sql(left, ` ${not}IN (`, joined([literal(scope, family).expr, other(), literal(scope, family).expr].slice(0, random.between(1, 3))), ')');
    case 2:
      return family === 'bool' ? sql(left, ` IS ${not}${random.pick(['TRUE', 'FALSE'])}`) : sql(left, ` ${not}BETWEEN `, other(), ' AND ', other());
    case 3:
      return family === 'text' ? sql(left, ` ${not}LIKE '${random.pick(['a%', '%', '_', '%b', ''])}'`) : sql(left, ` IS ${not}DISTINCT FROM `, other());
    default:
      return sql(left, ` ${random.pick(COMPARISONS)} `, other());
  }
}
