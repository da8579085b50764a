/** SHOW: what the catalog holds. */
import { targetName } from './names.ts';
import type { Parser } from './parser.ts';
import { fullPartitionSpec } from './partition-spec.ts';
import type { Name, Statement } from './statement.ts';

function pattern(p: Parser): { readonly pattern?: string } {
  const like = p.accept('LIKE');
  if (p.peek().kind === 'string') return { pattern: p.string() };
  return like ? p.fail() : {};
}

function inDatabase(p: Parser): { readonly database?: Name } {
  return p.acceptAny(['FROM', 'IN']) === undefined ? {} : { database: targetName(p) };
}

const READERS: Readonly<Record<string, (p: Parser) => Statement>> = {
  TABLES: (p) => ({ kind: 'showTables', ...inDatabase(p), ...pattern(p) }),
  VIEWS: (p) => ({ kind: 'showViews', ...inDatabase(p), ...pattern(p) }),
  COLUMNS: (p) => {
    if (p.acceptAny(['FROM', 'IN']) === undefined) p.fail();
    return { kind: 'showColumns', table: targetName(p), ...inDatabase(p) };
  },
  DATABASES: databases,
  SCHEMAS: databases,
  NAMESPACES: databases,
  CATALOGS: (p) => ({ kind: 'showCatalogs', ...pattern(p) }),
  CREATE: (p) => {
    p.expect('TABLE');
    const table = targetName(p);
    return { kind: 'showCreateTable', table, ...(p.accept('AS', 'SERDE') ? { asSerde: true as const } : {}) };
  },
  TBLPROPERTIES: tableProperties,
  PARTITIONS: (p) => {
    const table = targetName(p);
    return { kind: 'showPartitions', table, ...(p.is('PARTITION') ? { partition: fullPartitionSpec(p, true) } : {}) };
  },
  TABLE: (p) => {
    p.expect('EXTENDED');
    const { database } = inDatabase(p);
    p.expect('LIKE');
    const place = p.index;
    const text = p.string();
    const origin = p.originFrom(place);
    const partition = p.is('PARTITION') ? { partition: fullPartitionSpec(p) } : {};
    return { kind: 'showTableExtended', pattern: text, origin, ...(database === undefined ? {} : { database }), ...partition };
  },
  CURRENT: (p) => {
    if (p.acceptAny(['NAMESPACE', 'SCHEMA', 'DATABASE']) === undefined) p.fail();
    return { kind: 'showCurrent' };
  },
};

export function show(p: Parser): Statement {
  p.expect('SHOW');
  const word = p.peek().upper;
  const read = Object.hasOwn(READERS, word) ? READERS[word] : undefined;
  if (read === undefined) return showFunctions(p);
  p.next();
  return read(p);
}

function databases(p: Parser): Statement {
  return { kind: 'showDatabases', ...inDatabase(p), ...pattern(p) };
}

function tableProperties(p: Parser): Statement {
  const table = targetName(p);
  if (!p.is('(')) return { kind: 'showProperties', table };
  const key = p.parenthesized(() => (p.peek().kind === 'string' ? p.string() : p.multipartIdentifier().join('.')));
  return { kind: 'showProperties', table, key };
}

function showFunctions(p: Parser): Statement {
  const scope = p.acceptAny(['USER', 'SYSTEM', 'ALL']) ?? 'ALL';
  if (!p.accept('FUNCTIONS')) {
    if (p.isIdentifier() && p.peek(1).kind === 'end') p.fail(p.peek(1), ": missing 'FUNCTIONS'");
    p.fail();
  }
  inDatabase(p);
  const found = pattern(p);
  const named = found.pattern === undefined && p.isIdentifier() ? { pattern: p.multipartIdentifier().join('.') } : found;
  return { kind: 'showFunctions', scope: scope as 'ALL' | 'USER' | 'SYSTEM', ...named };
}
