/** CREATE TABLE, with how its rows are laid out in files. */
import { analysisError, unsupported } from '../core/index.ts';
import type { BucketSpec } from '../plan/index.ts';
import type { StructField, StructType } from '../types/index.ts';
import { columnDefinition, tableConstraint } from './column-definitions.ts';
import { parseError, placed } from './errors.ts';
import { tableProperties } from './properties.ts';
import type { Parser } from './parser.ts';
import type { CreateTable, Name, Statement } from './statement.ts';

/** `(key value, 'key' = 'value', a.b true)`. */
export function options(p: Parser): Record<string, string> {
  const pairs = p.parenthesized(() =>
    p.commaList(() => {
      const key = p.peek().kind === 'string' ? p.string() : p.multipartIdentifier().join('.');
      p.accept('=');
      const sign = p.accept('-') ? '-' : '';
      if (p.peek().kind === 'symbol' || p.peek().kind === 'end') p.fail();
      return [key, sign + p.next().value] as const;
    }),
  );
  return Object.fromEntries(pairs);
}

/** `(a INT, b STRING NOT NULL)`. */
export function schemaClause(p: Parser): StructType {
  return { kind: 'struct', fields: p.parenthesized(() => p.commaList(() => tableConstraint(p) ?? columnDefinition(p))) };
}

type Clauses = { -readonly [K in keyof Omit<CreateTable, 'kind' | 'name' | 'replace' | 'ifNotExists' | 'isExternal'>]: CreateTable[K] };

/** `name` reads the table's name. */
export function createTable(p: Parser, name: (p: Parser) => Name, replace: boolean, isExternal: boolean): Statement {
  const ifNotExists = p.accept('IF', 'NOT', 'EXISTS');
  const parts = name(p);
  if (p.accept('LIKE')) return tableLike(p, parts, ifNotExists, name);
  const schema = p.is('(') && !p.startsQuery() ? schemaClause(p) : undefined;
  const clauses: Clauses = { partitionBy: [], ...(schema === undefined ? {} : { schema }) };
  const seen = new Set<string>();
  for (;;) {
    const read = readerOf(p);
    if (read === undefined) break;
    if (seen.has(read.clause)) p.afterwards.push(() => refuseTwice(p, read.clause));
    seen.add(read.clause);
    read.run(p, clauses);
  }
  if (isExternal && clauses.location === undefined) throw withoutLocation();
  const hasQuery = p.accept('AS') || p.startsQuery();
  return { kind: 'createTable', name: parts, replace, ifNotExists, isExternal, ...clauses, ...(hasQuery ? { plan: p.grammar.query(p) } : {}) };
}

/** CREATE TABLE a LIKE b: the columns and the layout of another table. */
function tableLike(p: Parser, parts: Name, ifNotExists: boolean, name: (p: Parser) => Name): Statement {
  const source = name(p);
  const told: { provider?: string; location?: string; properties?: Record<string, string> } = {};
  for (;;) {
    if (p.isAny(['STORED', 'ROW'])) hiveFormat(p);
    if (p.accept('USING')) told.provider = p.multipartIdentifier().join('.');
    else if (p.accept('LOCATION')) told.location = p.string();
    else if (p.accept('TBLPROPERTIES')) told.properties = tableProperties(p);
    else return { kind: 'createTableLike', name: parts, source, ifNotExists, ...told };
  }
}

interface Clause {
  readonly clause: string;
  readonly run: (p: Parser, to: Clauses) => void;
}

const CLAUSES: readonly Clause[] = [
  {
    clause: 'USING',
    run: (p, to) => {
      to.provider = p.multipartIdentifier().join('.');
    },
  },
  {
    clause: 'OPTIONS',
    run: (p, to) => {
      to.options = options(p);
    },
  },
  {
    clause: 'TBLPROPERTIES',
    run: (p, to) => {
      to.properties = tableProperties(p);
    },
  },
  {
    clause: 'COMMENT',
    run: (p, to) => {
      to.comment = p.string();
    },
  },
  {
    clause: 'LOCATION',
    run: (p, to) => {
      to.location = p.string();
    },
  },
  { clause: 'PARTITIONED BY', run: partitionedBy },
  {
    clause: 'CLUSTERED BY',
    run: (p, to) => {
      to.buckets = buckets(p);
    },
  },
  {
    clause: 'CLUSTER BY',
    run: (p, to) => {
      to.clusterBy = p.identifierList();
    },
  },
];

function readerOf(p: Parser): Clause | undefined {
  if (p.isAny(['STORED', 'ROW'])) hiveFormat(p);
  return CLAUSES.find((c) => p.accept(...c.clause.split(' ')));
}

/** Names of columns, or columns that come after those of the table with types of their own. */
function partitionedBy(p: Parser, to: Clauses): void {
  if (p.is('(') && p.isIdentifier(1) && p.isIdentifier(2)) {
    const { fields } = schemaClause(p);
    to.partitionBy = fields.map((f: StructField) => f.name);
    to.schema = { kind: 'struct', fields: [...(to.schema?.fields ?? []), ...fields] };
    return;
  }
  to.partitionBy = p.parenthesized(() =>
    p.commaList(() => {
      const column = p.identifier();
      if (!p.is('(')) return [column];
      if (column.toLowerCase() !== 'bucket') throw unsupported(`The partition transform ${column}`);
      p.expect('(');
      const numBuckets = p.integer();
      p.expect(',');
      to.buckets = { numBuckets, columns: p.commaList(() => p.identifier()), sortColumns: [] };
      p.expect(')');
      return [];
    }),
  ).flat();
}

/** Formats of Hive: the statement is read to its end, for it is refused whatever it says. */
function hiveFormat(p: Parser): never {
  while (p.peek().kind !== 'end' && !p.is(';')) p.next();
  const sentence = 'Tables of Hive (STORED AS, ROW FORMAT) are not supported, as in Spark without Hive: write USING parquet.';
  throw analysisError('NOT_SUPPORTED_COMMAND_WITHOUT_HIVE_SUPPORT', '0A000', { cmd: 'CREATE Hive TABLE (AS SELECT)' }, sentence);
}

/** `(a, b) SORTED BY (c) INTO 4 BUCKETS`. */
function buckets(p: Parser): BucketSpec {
  const start = p.index - BY_WORDS_COUNT;
  const columns = p.identifierList();
  const sorted = p.accept('SORTED', 'BY') ? p.parenthesized(() => p.commaList(() => ({ column: p.identifier(), order: p.isAny(['ASC', 'DESC']) ? p.next() : undefined }))) : [];
  p.expect('INTO');
  const numBuckets = p.integer();
  p.expect('BUCKETS');
  const downwards = sorted.find((s) => s.order?.upper === 'DESC')?.order;
  if (downwards !== undefined) {
    const message = `Column ordering must be ASC, was '${downwards.text}'`;
    throw placed(parseError('_LEGACY_ERROR_TEMP_0035', null, { message }, 'The files of a bucket can be sorted upwards only.'), p.originFrom(start));
  }
  return { numBuckets, columns, sortColumns: sorted.map((s) => s.column) };
}

/** CLUSTERED BY. */
const BY_WORDS_COUNT = 2;

function refuseTwice(p: Parser, clauseName: string): never {
  throw placed(parseError('DUPLICATE_CLAUSES', '42614', { clauseName }, `${clauseName} is written twice.`), p.originFrom(0));
}

function withoutLocation(): Error {
  return analysisError('CREATE_EXTERNAL_TABLE_WITHOUT_LOCATION', '42601', {}, 'An external table needs LOCATION.');
}
