/** What stands after FROM: tables, WITHs, queries, VALUES, generators and their joins. */
import type { Expr } from '../../program.ts';
import { clause, familyOf, joined, Scope, sql } from './scope.ts';
import type { Column, Family, Kind, Named } from './scope.ts';
import { condition, literal, value } from './values.ts';

export interface Source {
  readonly sql: Expr;
  readonly columns: readonly Column[];
}

const qualified = (columns: readonly Named[], qualifier: string): Column[] => columns.map((c) => ({ ...c, qualifier }));

/** One table, or a few joined. */
export function relation(scope: Scope, depth: number): Source {
  const { random } = scope;
  let made = primary(scope, depth);
  for (let more = random.weighted([[60, 0], [30, 1], [10, 2]]); more > 0; more--) made = join(scope, made, depth - 1);
  return random.chance(6) ? lateralView(scope, made) : made;
}

function primary(scope: Scope, depth: number): Source {
  const { random } = scope;
  const alias = scope.catalog.freshAlias();
  if (depth > 0 && random.chance(25)) {
    // A query in FROM does not see the ones around it.
    const made = scope.catalog.make.select(new Scope(random, scope.catalog), depth - 1, true);
    return { sql: sql('(', made.sql, `) ${alias}`), columns: qualified(made.columns, alias) };
  }
  if (random.chance(8)) return values(scope, alias);
  if (random.chance(5)) return { sql: sql(`range(${random.between(0, 4)}) ${alias}`), columns: qualified([{ name: 'id', kind: 'long' }], alias) };
  const [name, columns] = random.pick([...scope.catalog.tables]);
  if (random.chance(25)) return { sql: sql(name), columns: qualified(columns, name) };
  if (random.chance(12)) {
    const renamed = columns.map((c, i) => ({ ...c, name: `${'kmn'[i % 3]}${i}` }));
    return { sql: sql(`${name} AS ${alias}(${renamed.map((c) => c.name).join(', ')})`), columns: qualified(renamed, alias) };
  }
  return { sql: sql(`${name} ${alias}`), columns: qualified(columns, alias) };
}

function values(scope: Scope, alias: string): Source {
  const { random } = scope;
  const families = Array.from({ length: random.between(1, 2) }, () => random.pick<Family>(['number', 'number', 'text', 'bool']));
  const kinds: Kind[] = [];
  const rows = Array.from({ length: random.between(1, 3) }, () => sql('(', joined(families.map((f, i) => {
    const { expr, kind } = literal(scope, f);
    kinds[i] ??= kind;
    return expr;
  })), ')'));
  const columns = kinds.map((kind, i) => ({ name: 'ab'[i] as string, kind }));
  return { sql: sql('(VALUES ', joined(rows), `) ${alias}(${columns.map((c) => c.name).join(', ')})`), columns: qualified(columns, alias) };
}

const TYPES = ['JOIN', 'JOIN', 'LEFT JOIN', 'RIGHT JOIN', 'FULL JOIN', 'LEFT SEMI JOIN', 'LEFT ANTI JOIN'];

function join(scope: Scope, left: Source, depth: number): Source {
  const { random } = scope;
  const form = random.weighted([[60, 'on'], [14, 'using'], [5, 'natural'], [6, 'cross'], [9, 'lateral']] as const);
  if (form === 'lateral') return lateral(scope, left, depth);
  const right = primary(scope, depth);
  const all = [...left.columns, ...right.columns];
  if (new Set(left.columns.map((c) => c.qualifier)).has(right.columns[0]?.qualifier)) return left;
  if (form === 'cross') return { sql: sql(left.sql, ' CROSS JOIN ', right.sql), columns: all };
  const type = random.pick(TYPES);
  const onlyLeft = type.includes('SEMI') || type.includes('ANTI');
  const shared = left.columns.filter((l) => right.columns.some((r) => r.name === l.name && familyOf(r.kind) === familyOf(l.kind)) && left.columns.filter((o) => o.name === l.name).length === 1);
  const keys = form === 'natural' ? shared : random.some(shared, 1);
  if (form === 'using' && keys.length > 0) {
    const names = keys.map((c) => c.name);
    const merged = keys.map(({ name, kind }) => ({ name, kind }));
    const rest = (onlyLeft ? left.columns : all).filter((c) => !names.includes(c.name));
    return { sql: sql(left.sql, ` ${type} `, right.sql, ` USING (${names.join(', ')})`), columns: [...merged, ...rest] };
  }
  if (form === 'natural' && keys.length > 0 && right.columns.every((r) => !left.columns.some((l) => l.name === r.name) || keys.some((k) => k.name === r.name))) {
    const names = keys.map((c) => c.name);
    return { sql: sql(left.sql, ' NATURAL JOIN ', right.sql), columns: [...keys.map(({ name, kind }) => ({ name, kind })), ...all.filter((c) => !names.includes(c.name))] };
  }
  return { sql: sql(left.sql, ` ${type} `, right.sql, ' ON ', onCondition(scope, left, right)), columns: onlyLeft ? left.columns : all };
}

function onCondition(scope: Scope, left: Source, right: Source): Expr {
  const { random } = scope;
  const both = scope.with([...left.columns, ...right.columns]);
  const pairs = left.columns.flatMap((l) => right.columns.filter((r) => familyOf(r.kind) === familyOf(l.kind)).map((r) => [l, r] as const));
  if (pairs.length === 0) return condition(both, 1);
  const [l, r] = random.pick(pairs);
  const equal = sql(both.written(l), ` ${random.weighted([[80, '='], [10, '<=>'], [10, '<']])} `, both.written(r));
  return random.chance(30) ? sql(equal, random.chance(80) ? ' AND ' : ' OR ', condition(both, 1, random.chance(15) ? 1 : 0)) : equal;
}

/** JOIN LATERAL: the query sees what stands before it. */
function lateral(scope: Scope, left: Source, depth: number): Source {
  const { random } = scope;
  const alias = scope.catalog.freshAlias();
  const made = scope.catalog.make.select(scope.with(left.columns).inner([]), Math.max(0, depth - 1), true);
  const type = random.pick([', LATERAL ', ' JOIN LATERAL ', ' LEFT JOIN LATERAL ']);
  return { sql: sql(left.sql, type, '(', made.sql, `) ${alias}`, type.startsWith(' LEFT') ? ' ON true' : ''), columns: [...left.columns, ...qualified(made.columns, alias)] };
}

function lateralView(scope: Scope, left: Source): Source {
  const { random } = scope;
  const alias = scope.catalog.freshAlias();
  const over = scope.with(left.columns);
  const items = [0, 1].map(() => value(over, 'number', 0).expr);
  return { sql: sql(left.sql, ` LATERAL VIEW ${random.chance(30) ? 'OUTER ' : ''}explode(array(`, joined(items), `)) ${alias} AS e${alias}`), columns: [...left.columns, { name: `e${alias}`, qualifier: alias, kind: 'long' }] };
}

export const where = (scope: Scope, depth: number): Expr => (scope.random.chance(55) ? clause(' WHERE ', condition(scope, 2, depth)) : sql(''));
