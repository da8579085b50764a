/** Random queries over the test tables, from a seed. Their rows depend on nothing but the tables. */

type Kind = 'int' | 'text' | 'double' | 'bool';
interface Column {
  readonly name: string;
  readonly kind: Kind;
}
interface Source {
  readonly sql: string;
  readonly columns: readonly Column[];
}

const TABLES: Readonly<Record<string, readonly Column[]>> = {
  emp: [['id', 'int'], ['name', 'text'], ['dept', 'int'], ['pay', 'double'], ['boss', 'int']].map(([name, kind]) => ({ name, kind }) as Column),
  dept: [['id', 'int'], ['title', 'text']].map(([name, kind]) => ({ name, kind }) as Column),
  tags: [['emp_id', 'int'], ['tag', 'text']].map(([name, kind]) => ({ name, kind }) as Column),
  nothing: [['id', 'int'], ['x', 'double']].map(([name, kind]) => ({ name, kind }) as Column),
};
const TEXTS = ["'Ada'", "'a'", "''", "'Sales'", 'null'];
const NUMBERS = ['0', '1', '2', '3', '10', '20', '-1', 'null'];

export class RandomQueries {
  private state: number;
  private names = 0;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** Uniform in [0, n). */
  private below(n: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 4_294_967_296) * n);
  }
  private pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
  private chance(percent: number): boolean {
    return this.below(100) < percent;
  }
  private fresh(prefix: string): string {
    return `${prefix}${this.names++}`;
  }

  query(): string {
    return this.select(3).sql;
  }

  private select(depth: number): Source {
    const from = this.from(depth);
    const where = this.chance(60) ? ` where ${this.condition(from.columns, 2, depth)}` : '';
    if (this.chance(30)) return this.grouped(from, where);
    const list = Array.from({ length: 1 + this.below(3) }, () => (this.chance(15) ? this.window(from.columns) : this.item(from.columns)));
    const distinct = this.chance(15) ? 'distinct ' : '';
    const sql = `select ${distinct}${list.map((x) => `${x.sql} as ${x.name}`).join(', ')} from ${from.sql}${where}`;
    const made = { sql, columns: list.map(({ name, kind }) => ({ name, kind })) };
    return depth > 0 && this.chance(15) ? this.combined(made, depth) : made;
  }

  private item(columns: readonly Column[]): Column & { readonly sql: string } {
    const kind = this.pick<Kind>(['int', 'int', 'text', 'double', 'bool']);
    return { name: this.fresh('c'), kind, sql: this.expression(kind, columns, 2) };
  }

  /** Over frames that end with peers: the same whatever the order of equal rows. */
  private window(columns: readonly Column[]): Column & { readonly sql: string } {
    const value = this.expression('int', columns, 1);
    const call = this.pick(['rank()', 'dense_rank()', `sum(${value})`, `count(${value})`, `max(${value})`]);
    const kind = this.pick<Kind>(['int', 'text']);
    const order = ` order by ${this.expression(kind, columns, 0)}${this.pick(['', ' desc', ' nulls last'])}`;
    const partition = this.chance(60) ? `partition by ${this.expression('int', columns, 1)}` : '';
    return { name: this.fresh('w'), kind: 'int', sql: `${call} over (${partition}${call.endsWith('()') || this.chance(50) ? order : ''})` };
  }

  private grouped(from: Source, where: string): Source {
    const keys = Array.from({ length: this.below(3) }, () => this.item(from.columns));
    const values = Array.from({ length: 1 + this.below(2) }, () => {
      const call = this.pick(['count(*)', 'count($)', 'sum($)', 'min($)', 'max($)', 'count(distinct $)', 'sum($) filter (where ?)']);
      const sql = call.replace('$', this.expression('int', from.columns, 1)).replace('?', this.condition(from.columns, 1, 0));
      return { name: this.fresh('a'), kind: 'int' as const, sql };
    });
    const list = [...keys, ...values];
    const group = keys.length === 0 ? '' : ` group by ${keys.map((k) => k.sql).join(', ')}`;
    const having = keys.length > 0 && this.chance(30) ? ` having ${(values[0] as { sql: string }).sql} > ${this.pick(['0', '1', '3'])}` : '';
    return { sql: `select ${list.map((x) => `${x.sql} as ${x.name}`).join(', ')} from ${from.sql}${where}${group}${having}`, columns: list };
  }

  /** The query and another of the same columns, by a set operation. */
  private combined(made: Source, depth: number): Source {
    const from = this.from(depth - 1);
    const other = `select ${made.columns.map((c) => this.expression(c.kind, from.columns, 1)).join(', ')} from ${from.sql}`;
    const op = this.pick(['union', 'union all', 'intersect', 'except', 'intersect all', 'except all']);
    return { sql: `(${made.sql}) ${op} (${other})`, columns: made.columns };
  }

  private from(depth: number): Source {
    const first = this.relation(depth);
    if (depth === 0 || this.chance(50)) return first;
    const second = this.relation(depth - 1);
    const type = this.pick(['join', 'left join', 'right join', 'full join', 'left semi join', 'left anti join', 'cross join']);
    const all = [...first.columns, ...second.columns];
    if (type === 'cross join') return { sql: `${first.sql} cross join ${second.sql}`, columns: all };
    const ints = (s: Source): string => this.pick([...s.columns.filter((c) => c.kind === 'int').map((c) => c.name), '1']);
    const equal = `${ints(first)} ${this.pick(['=', '=', '=', '<=>', '<'])} ${ints(second)}`;
    const on = this.chance(30) ? `${equal} and ${this.condition(all, 1, 0)}` : equal;
    const kept = type === 'left semi join' || type === 'left anti join' ? first.columns : all;
    return { sql: `${first.sql} ${type} ${second.sql} on ${on}`, columns: kept };
  }

  private relation(depth: number): Source {
    const alias = this.fresh('t');
    const qualified = (columns: readonly Column[]): Column[] => columns.map((c) => ({ ...c, name: `${alias}.${c.name}` }));
    if (depth > 1 && this.chance(35)) {
      const inner = this.select(depth - 1);
      return { sql: `(${inner.sql}) ${alias}`, columns: qualified(inner.columns) };
    }
    const table = this.pick(['emp', 'emp', 'emp', 'dept', 'tags', 'nothing']);
    return { sql: `${table} ${alias}`, columns: qualified(TABLES[table] as readonly Column[]) };
  }

  private column(kind: Kind, columns: readonly Column[]): string | undefined {
    const fit = columns.filter((c) => c.kind === kind);
    return fit.length === 0 ? undefined : this.pick(fit).name;
  }

  private expression(kind: Kind, columns: readonly Column[], depth: number): string {
    if (kind === 'bool') return this.condition(columns, depth, 0);
    const column = this.column(kind, columns);
    if (column !== undefined && (depth === 0 || this.chance(50))) return column;
    if (depth > 0 && this.chance(40)) {
      const [a, b] = [this.expression(kind, columns, depth - 1), this.expression(kind, columns, depth - 1)];
      const condition = this.condition(columns, depth - 1, 0);
      if (this.chance(40)) return `case when ${condition} then ${a} else ${b} end`;
      if (this.chance(40)) return `coalesce(${a}, ${b})`;
      if (kind === 'text') return `concat(${a}, ${b})`;
      return `(${a} ${this.pick(['+', '-', '*'])} ${this.chance(50) ? b : this.pick(['1', '2'])})`;
    }
    if (kind === 'text') return `cast(${this.pick(TEXTS)} as string)`;
    return `cast(${this.pick(NUMBERS)} as ${kind})`;
  }

  private condition(columns: readonly Column[], depth: number, subqueries: number): string {
    if (depth > 0 && this.chance(45)) {
      const [a, b] = [this.condition(columns, depth - 1, subqueries), this.condition(columns, depth - 1, 0)];
      return this.chance(25) ? `not (${a})` : `(${a} ${this.pick(['and', 'or'])} ${b})`;
    }
    if (subqueries > 1 && this.chance(25)) return this.subquery(columns);
    const kind = this.pick<Kind>(['int', 'int', 'text', 'double']);
    const value = this.expression(kind, columns, 0);
    switch (this.below(6)) {
      case 0:
        return `${value} is ${this.pick(['', 'not '])}null`;
      case 1:
        return `${value} in (${[0, 1].map(() => this.expression(kind, [], 0)).join(', ')})`;
      case 2:
        return kind === 'text' ? `${value} like '${this.pick(['A%', '%a', '%d%', 'a'])}'` : `${value} between ${this.expression(kind, columns, 0)} and ${this.expression(kind, columns, 0)}`;
      default:
        return `${value} ${this.pick(['=', '<', '<=', '>', '>=', '<>', '<=>'])} ${this.expression(kind, columns, 1)}`;
    }
  }

  private subquery(columns: readonly Column[]): string {
    const outer = this.column('int', columns) ?? '1';
    const inner = this.relation(0);
    const own = this.column('int', inner.columns) ?? '1';
    const where = this.chance(40) ? ` where ${this.condition(inner.columns, 1, 0)}` : '';
    const tied = ` where ${own} = ${outer}`;
    switch (this.below(4)) {
      case 0:
        return `${outer} ${this.pick(['in', 'not in'])} (select ${own} from ${inner.sql}${where})`;
      case 1:
        return `${this.pick(['exists', 'not exists'])} (select 1 from ${inner.sql}${tied})`;
      case 2:
        return `(select count(*) from ${inner.sql}${tied}) > ${this.pick(['0', '1'])}`;
      default:
        return `${outer} > (select ${this.pick(['min', 'max', 'sum'])}(${own}) from ${inner.sql}${where})`;
    }
  }
}
