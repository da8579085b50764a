/**
 * SQL as people write it and machines seldom do: aliases that hide columns, queries inside of expressions over aggregates
 * of no rows, numbers beside texts of numbers and dates beside timestamps, WITHs that take the names of tables, pipes.
 */
import { DateType, decimalType, IntegerType, LongType, StringType } from '../../../../engine/index.ts';
import type { DataType } from '../../../../engine/index.ts';
import type { Expr, Program, Table } from '../../program.ts';
import type { Random } from '../../random.ts';
import { relation, where } from './relations.ts';
import { Catalog, clause, joined, Scope, sql } from './scope.ts';
import type { Kind, Named, Query } from './scope.ts';
import { aggregateOf, select } from './select.ts';
import { existsOf, inSubquery, scalarSubquery } from './subqueries.ts';
import { condition, randomFamily, value } from './values.ts';

const DEPTH = 2;
const MAKERS = { select, scalarSubquery, existsOf, inSubquery };
const LAYOUT: Readonly<Record<string, readonly (readonly [string, Kind])[]>> = {
  t: [['a', 'int'], ['b', 'long'], ['c', 'digits'], ['d', 'date']],
  u: [['a', 'int'], ['c', 'text'], ['x', 'decimal'], ['f', 'bool']],
  v: [['b', 'int'], ['a', 'digits'], ['s', 'text'], ['d', 'timestamp']],
  empty: [['a', 'int'], ['b', 'long'], ['y', 'decimal']],
};
const TYPES: Readonly<Record<Kind, DataType>> = { int: IntegerType, long: LongType, decimal: decimalType(6, 2), digits: StringType, text: StringType, date: DateType, timestamp: { kind: 'timestamp' }, bool: { kind: 'boolean' } };
const CELLS: Readonly<Record<Kind, readonly string[]>> = {
  int: ['0', '1', '2', '3', '10', '-1'],
  long: ['0', '1', '2', '3', '10'],
  decimal: ['Decimal("1.00")', 'Decimal("2.50")', 'Decimal("0.00")', 'Decimal("-1.00")'],
  digits: ['"1"', '"2"', '"10"', '"3"', '" 1"'],
  text: ['"a"', '"b"', '""', '"A"'],
  date: ['datetime.date(2024, 1, 1)', 'datetime.date(2024, 2, 29)', 'datetime.date(2023, 12, 31)'],
  timestamp: ['datetime.datetime(2024, 1, 1)', 'datetime.datetime(2024, 2, 29, 12, 30)'],
  bool: ['True', 'False'],
};

export function sqlTables(random: Random): Table[] {
  return Object.entries(LAYOUT).map(([name, columns]) => {
    const nullable = columns.map(() => !random.chance(20));
    const cell = (kind: Kind, i: number): string => (nullable[i] === true && random.chance(20) ? 'None' : random.pick(CELLS[kind]));
    const size = name === 'empty' ? 0 : random.between(1, 6);
    const rows = Array.from({ length: size }, () => columns.map(([, kind], i) => cell(kind, i)));
    return { name, columns: columns.map(([n, kind], i) => ({ name: n, type: TYPES[kind], nullable: nullable[i] as boolean })), rows };
  });
}

export function sqlProgram(tables: readonly Table[], random: Random, conf: Program['conf']): Program {
  const known = new Catalog(MAKERS, new Map(Object.entries(LAYOUT).map(([name, columns]) => [name, columns.map(([n, kind]): Named => ({ name: n, kind }))])));
  const query = random.chance(12) ? piped(new Scope(random, known)) : whole(random, known);
  const pieces = ['spark.sql(', { list: [{ expr: query, before: '', after: '' }], least: 1 }, ')'];
  return { tables, conf, steps: [{ name: 'd0', pieces }], inexact: new Set(), ordered: false };
}

/** WITHs before, a sort behind, and a limit where the sort leaves nothing open. */
function whole(random: Random, tables: Catalog): Expr {
  const ctes: Expr[] = [];
  let seen = tables;
  for (const name of random.some(['w', 't', 'z'], random.weighted([[75, 0], [18, 1], [7, 2]]))) {
    const made = select(new Scope(random, seen), 1, true);
    ctes.push(sql(`${name} AS (`, made.sql, ')'));
    seen = seen.with(name, made.columns);
  }
  const made = select(new Scope(random, seen), DEPTH, false);
  return sql(...(ctes.length > 0 ? ['WITH ', joined(ctes), ' '] : []), made.sql, behind(random, made));
}

function behind(random: Random, { columns }: Query): Expr {
  const places = columns.map((_, i) => `${i + 1}${random.pick(['', ' DESC', ' NULLS LAST'])}`).join(', ');
  if (random.chance(12)) return clause(` ORDER BY ${places} LIMIT ${random.between(0, 3)}${random.chance(30) ? ' OFFSET 1' : ''}`);
  const named = columns.filter((c) => !c.name.startsWith('_'));
  return named.length > 0 && random.chance(15) ? clause(` ORDER BY ${random.pick(named).name}`) : sql('');
}

/** FROM … |> … |> … */
function piped(scope: Scope): Expr {
  const { random } = scope;
  const from = relation(scope, 1);
  let own = scope.with(from.columns);
  const parts: Expr[] = [sql('FROM ', from.sql)];
  for (let n = random.between(1, 4); n > 0; n--) {
    const { text, columns } = pipeStep(own);
    parts.push(clause(' |> ', text));
    own = scope.with(columns);
  }
  return sql(...parts);
}

function pipeStep(own: Scope): { readonly text: Expr; readonly columns: Scope['columns'] } {
  const { random } = own;
  const item = value(own, randomFamily(own), 1, 1);
  const name = random.pick(['x', 'a', 'z']);
  const simple = own.columns.filter((c) => own.columns.filter((o) => o.name === c.name).length === 1);
  switch (random.below(7)) {
    case 0:
      return { text: sql('EXTEND ', item.expr, ` AS ${name}`), columns: [...own.columns, { name, kind: item.kind }] };
    case 1:
      return simple.length === 0 ? pipeStep(own) : setStep(own, random.pick(simple).name);
    case 2: {
      if (simple.length < 2) return pipeStep(own);
      const gone = random.pick(simple).name;
      return { text: sql(`DROP ${gone}`), columns: own.columns.filter((c) => c.name !== gone) };
    }
    case 3: {
      const call = aggregateOf(own, 'number') ?? { expr: sql('count(*)'), kind: 'long' as Kind };
      const key = random.chance(70) ? own.column(() => true) : undefined;
      const group = key === undefined ? [] : [' GROUP BY ', key.expr, ' AS k'];
      return { text: sql('AGGREGATE ', call.expr, ` AS ${name}`, ...group), columns: [...(key === undefined ? [] : [{ name: 'k', kind: key.kind }]), { name, kind: call.kind }] };
    }
    case 4: {
      return { text: sql('SELECT ', item.expr, ` AS ${name}`), columns: [{ name, kind: item.kind }] };
    }
    case 5: {
      const filter = where(own, 1);
      return { text: filter.parts.length > 1 ? sql('WHERE ', ...filter.parts.slice(1)) : sql('WHERE ', condition(own, 1)), columns: own.columns };
    }
    default:
      return { text: sql('AS p'), columns: own.columns.map((c) => ({ ...c, qualifier: 'p' })) };
  }
}

function setStep(own: Scope, name: string): { readonly text: Expr; readonly columns: Scope['columns'] } {
  const made = value(own, randomFamily(own), 1);
  return { text: sql(`SET ${name} = `, made.expr), columns: own.columns.map((c) => (c.name === name ? { name, kind: made.kind } : c)) };
}
