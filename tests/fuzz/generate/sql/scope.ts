/** What a query may name: columns under their qualifiers, tables and WITHs, and the columns of queries around it. */
import type { Expr } from '../../program.ts';
import type { Random } from '../../random.ts';
import { raw } from '../frames.ts';

/** Kinds of one family stand beside each other without a cast; `digits` are texts of numbers. */
export type Kind = 'int' | 'long' | 'decimal' | 'digits' | 'text' | 'date' | 'timestamp' | 'bool';
export type Family = 'number' | 'text' | 'moment' | 'bool';
const FAMILIES: Readonly<Record<Kind, Family>> = { int: 'number', long: 'number', decimal: 'number', digits: 'number', text: 'text', date: 'moment', timestamp: 'moment', bool: 'bool' };
export const familyOf = (kind: Kind): Family => FAMILIES[kind];

export interface Named {
  readonly name: string;
  readonly kind: Kind;
}
export interface Column extends Named {
  /** Undefined for the key columns of USING, which only their plain name reaches. */
  readonly qualifier?: string;
}
export interface Valued {
  readonly expr: Expr;
  readonly kind: Kind;
}
/** A query's text and the columns that come out of it. */
export interface Query {
  readonly sql: Expr;
  readonly columns: readonly Named[];
}

/** SQL text of parts, each of which the shrinker can make smaller. */
export const sql = (...parts: readonly (string | Expr)[]): Expr => ({ ...raw(''), parts });
/** A clause that the query means something without. */
export const clause = (...parts: readonly (string | Expr)[]): Expr => ({ ...sql(...parts), optional: true });

export function joined(items: readonly Expr[], between = ', '): Expr {
  return sql(...items.flatMap((item, i) => (i === 0 ? [item] : [between, item])));
}

/** The makers that need one another: values hold queries, which are made of values. */
export interface Makers {
  readonly select: (scope: Scope, depth: number, named: boolean) => Query;
  readonly scalarSubquery: (scope: Scope, family: Family, depth: number) => Valued | undefined;
  readonly existsOf: (scope: Scope, depth: number) => Expr;
  readonly inSubquery: (scope: Scope, depth: number) => Expr;
}

/** Tables and WITHs by their names, and names that no other relation of the whole query has. */
export class Catalog {
  constructor(
    readonly make: Makers,
    readonly tables: ReadonlyMap<string, readonly Named[]>,
    private readonly names = { taken: 0 },
  ) {}

  with(name: string, columns: readonly Named[]): Catalog {
    return new Catalog(this.make, new Map([...this.tables, [name, columns]]), this.names);
  }
  freshAlias(): string {
    return `q${this.names.taken++}`;
  }
}

export class Scope {
  constructor(
    readonly random: Random,
    readonly catalog: Catalog,
    readonly columns: readonly Column[] = [],
    /** Of the query around this one. */
    readonly outer?: Scope,
  ) {}

  /** A column of the kinds wanted, as one writes it; mostly by its plain name where that is clear. */
  column(fits: (kind: Kind) => boolean, from: readonly Column[] = this.columns): Valued | undefined {
    const found = from.filter((c) => fits(c.kind));
    if (found.length === 0) return undefined;
    const chosen = this.random.pick(found);
    return { expr: sql(this.written(chosen, from)), kind: chosen.kind };
  }

  /** A column of the query around this one: an unqualified name may turn out to be this query's own. */
  outerColumn(fits: (kind: Kind) => boolean): Valued | undefined {
    if (this.outer === undefined) return undefined;
    const hidden = new Set(this.columns.map((c) => c.qualifier));
    return this.outer.column(fits, this.outer.columns.filter((c) => c.qualifier !== undefined && !hidden.has(c.qualifier)));
  }

  written(column: Column, among: readonly Column[] = this.columns): string {
    const { name, qualifier } = column;
    const clear = among.filter((c) => c.name === name).length === 1;
    if (qualifier === undefined || (clear && this.random.chance(60))) return name;
    return `${qualifier}.${name}`;
  }

  with(columns: readonly Column[]): Scope {
    return new Scope(this.random, this.catalog, columns, this.outer);
  }
  /** Of a query inside of this one. */
  inner(columns: readonly Column[]): Scope {
    return new Scope(this.random, this.catalog, columns, this);
  }
}
