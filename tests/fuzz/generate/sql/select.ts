/** SELECT: plain and grouped lists, aliases that hide columns, windows, HAVING and set operations. */
import type { Expr } from '../../program.ts';
import { relation, where } from './relations.ts';
import { clause, familyOf, joined, sql } from './scope.ts';
import type { Family, Kind, Named, Query, Scope, Valued } from './scope.ts';
import { condition, randomFamily, value } from './values.ts';

/** The names that aliases take: columns of the tables are called so too. */
const ALIASES = ['a', 'b', 'c', 'x', 'y', 'd'];

interface Item extends Valued {
  readonly name?: string;
}
const shown = ({ expr, name }: Item): Expr => (name === undefined ? expr : sql(expr, ` AS ${name}`));

/** Query inside of FROM: every column needs a name of its own (`named`). */
export function select(scope: Scope, depth: number, named: boolean): Query {
  const { random } = scope;
  const made = random.chance(35) ? grouped(scope, depth, named) : plain(scope, depth, named);
  return depth > 0 && random.chance(12) ? combined(scope, made, depth - 1) : made;
}

function aliased(scope: Scope, items: readonly Valued[], named: boolean): Item[] {
  const names = scope.random.some(ALIASES, items.length);
  return items.map((item, i) => (named || scope.random.chance(45) ? { ...item, name: names[i] as string } : item));
}
const columnsOf = (items: readonly Item[]): Named[] => items.map(({ name, kind }, i) => ({ name: name ?? `_${i}`, kind }));

function plain(scope: Scope, depth: number, named: boolean): Query {
  const { random } = scope;
  const from = relation(scope, depth);
  const own = scope.with(from.columns);
  const filter = where(own, depth);
  if (random.chance(10) && new Set(from.columns.map((c) => c.name)).size === from.columns.length) {
    return { sql: sql('SELECT * FROM ', from.sql, filter), columns: from.columns.map(({ name, kind }) => ({ name, kind })) };
  }
  const wanted = random.between(1, 3);
  const items = aliased(own, Array.from({ length: wanted }, () => (random.chance(12) ? windowOf(own) : value(own, randomFamily(own), 2, depth > 0 ? 1 : 0))), named);
  const hides = items.find((i) => i.name !== undefined);
  const behind = hides !== undefined && random.chance(4) ? clause(` QUALIFY row_number() OVER (ORDER BY ${hides.name}) >= 0`) : sql('');
  return { sql: sql(random.chance(10) ? 'SELECT DISTINCT ' : 'SELECT ', joined(items.map(shown)), ' FROM ', from.sql, filter, behind), columns: columnsOf(items) };
}

/** Over frames that end with peers, so that the order of equal rows does not show. */
function windowOf(scope: Scope): Valued {
  const { random } = scope;
  const partition = random.chance(60) ? sql('PARTITION BY ', value(scope, randomFamily(scope), 0).expr, ' ') : sql('');
  const order = sql('ORDER BY ', value(scope, randomFamily(scope), 1).expr, random.pick(['', ' DESC', ' NULLS LAST']));
  const call = random.pick(['rank()', 'dense_rank()', 'count(*)', 'cume_dist()']);
  const over = call === 'count(*)' && random.chance(50) ? partition : sql(partition, order);
  if (random.chance(40)) {
    const found = aggregateOf(scope, 'number', false);
    if (found !== undefined) return { expr: sql(found.expr, ' OVER (', over, ')'), kind: found.kind };
  }
  return { expr: sql(`${call} OVER (`, over, ')'), kind: 'long' };
}

/** An aggregate whose value is of the family. */
export function aggregateOf(scope: Scope, family: Family, whole = true): Valued | undefined {
  const { random } = scope;
  const of = (f: Family, depth = 1): Valued => value(scope, f, depth);
  const filter = whole && random.chance(12) ? sql(' FILTER (WHERE ', condition(scope, 1), ')') : sql('');
  if (family !== 'number' || random.chance(25)) {
    const { expr, kind } = of(family);
    if (family === 'bool') return { expr: sql(`${random.pick(['bool_or', 'every', 'max'])}(`, expr, ')', filter), kind };
    return { expr: sql(`${random.pick(['min', 'max'])}(`, expr, ')', filter), kind };
  }
  switch (random.below(5)) {
    case 0:
      return { expr: sql('count(*)', filter), kind: 'long' };
    case 1:
      return { expr: sql('count(', of(randomFamily(scope)).expr, ')', filter), kind: 'long' };
    case 2:
      return whole ? { expr: sql('count(DISTINCT ', of(randomFamily(scope)).expr, random.chance(15) ? sql(', ', of('number', 0).expr) : '', ')', filter), kind: 'long' } : undefined;
    default: {
      const { expr, kind } = of('number');
      const distinct = whole && random.chance(15) ? 'DISTINCT ' : '';
      const call = random.pick(['sum', 'sum', 'avg']);
      return { expr: sql(`${call}(${distinct}`, expr, ')', filter), kind: call === 'avg' || kind === 'decimal' || kind === 'digits' ? 'decimal' : 'long' };
    }
  }
}

function keysOf(own: Scope): Valued[] {
  const { random } = own;
  return Array.from({ length: random.weighted([[25, 0], [45, 1], [30, 2]]) }, () => {
    const found = random.chance(70) ? own.column(() => true) : value(own, randomFamily(own), 1);
    return found ?? value(own, 'number', 0);
  });
}

function grouped(scope: Scope, depth: number, named: boolean): Query {
  const { random } = scope;
  const from = relation(scope, depth);
  const own = scope.with(from.columns);
  const filter = where(own, depth);
  const keys = keysOf(own);
  const calls = Array.from({ length: random.between(1, 2) }, () => aggregateOf(own, random.chance(75) ? 'number' : randomFamily(own)) ?? { expr: sql('count(*)'), kind: 'long' as Kind });
  const more = random.chance(15) ? [overGroups(own, keys, calls)] : [];
  const items = aliased(own, [...keys, ...calls, ...more], named);
  const group = keys.length === 0 ? sql('') : groupBy(own, keys, items);
  const having = random.chance(30) ? clause(' HAVING ', havingOf(own, keys, calls, items, depth)) : sql('');
  return { sql: sql('SELECT ', joined(items.map(shown)), ' FROM ', from.sql, filter, group, having), columns: columnsOf(items) };
}

/** A window over groups, or a number of what they hold. */
function overGroups(own: Scope, keys: readonly Valued[], calls: readonly Valued[]): Valued {
  const { random } = own;
  const call = random.pick(calls);
  const key = keys[0];
  if (key !== undefined && random.chance(40)) return { expr: sql('CASE WHEN ', key.expr, ' IS NULL THEN ', call.expr, ' END'), kind: call.kind };
  return { expr: sql(random.pick(['rank()', 'count(*)', 'max(count(*))']), ' OVER (ORDER BY ', call.expr, random.pick(['', ' DESC']), ')'), kind: 'long' };
}

/** By the keys themselves, their places, or the names that the list gives them, which may be those of columns. */
function groupBy(own: Scope, keys: readonly Valued[], items: readonly Item[]): Expr {
  const { random } = own;
  const byName = (i: number): Expr => {
    const name = items[i]?.name;
    return name !== undefined && random.chance(35) ? sql(name) : (keys[i] as Valued).expr;
  };
  const written = keys.map((_, i) => (random.chance(15) ? sql(String(i + 1)) : byName(i)));
  const all = joined(written);
  switch (random.below(12)) {
    case 0:
      return sql(' GROUP BY ALL');
    case 1:
      return sql(' GROUP BY ROLLUP(', joined(keys.map((k) => k.expr)), ')');
    case 2:
      return sql(' GROUP BY CUBE(', joined(keys.map((k) => k.expr)), ')');
    case 3:
      return sql(' GROUP BY GROUPING SETS((', joined(keys.map((k) => k.expr)), '), (', (keys[0] as Valued).expr, '), ())');
    default:
      return sql(' GROUP BY ', all);
  }
}

function havingOf(own: Scope, keys: readonly Valued[], calls: readonly Valued[], items: readonly Item[], depth: number): Expr {
  const { random } = own;
  const numbers = [...keys, ...calls].filter((x) => familyOf(x.kind) === 'number').map((x) => x.expr);
  const names = items.flatMap((i) => (i.name !== undefined && familyOf(i.kind) === 'number' ? [sql(i.name)] : []));
  const left = random.pick([...numbers, ...names, sql('count(*)')]);
  const right = depth > 0 && random.chance(20) ? value(own.with([]), 'number', 0, 1).expr : sql(random.pick(['0', '1', '2', '1.5', "'1'"]));
  const first = random.chance(12) ? sql(left, ' IS NOT NULL') : sql(left, ` ${random.pick(['>', '>=', '<', '=', '<>'])} `, right);
  return random.chance(20) ? sql(first, random.chance(50) ? ' AND ' : ' OR ', random.pick([...numbers, sql('count(*)')]), ' > 0') : first;
}

/** The query and another of as many columns: types of one family meet. */
function combined(scope: Scope, made: Query, depth: number): Query {
  const { random } = scope;
  const from = relation(scope, depth);
  const own = scope.with(from.columns);
  const other = made.columns.map((c) => value(own, familyOf(c.kind), 1).expr);
  const op = random.pick(['UNION', 'UNION ALL', 'UNION ALL', 'INTERSECT', 'EXCEPT', 'INTERSECT ALL', 'EXCEPT ALL']);
  return { sql: sql('(', made.sql, `) ${op} (SELECT `, joined(other), ' FROM ', from.sql, where(own, depth), ')'), columns: made.columns };
}
