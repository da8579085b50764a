/** Commands: views and tables, SHOW, DESCRIBE, EXPLAIN, CACHE, USE, INSERT. SET and RESET are in `settings.ts`. */
import { unsupported } from '../core/index.ts';
import type { Relation } from '../plan/index.ts';
import { createTable, options, schemaClause } from './create-table.ts';
import { parseError } from './errors.ts';
import type { Parser } from './parser.ts';
import { settingStatement } from './settings.ts';
import { objectName as name } from './special-forms.ts';
import type { ExplainMode, Name, PartitionValue, Statement } from './statement.ts';
import { declareVariable, dropsVariable, dropVariable } from './variables.ts';

function ifExists(p: Parser): boolean {
  return p.accept('IF', 'EXISTS');
}

const DATABASE_WORDS = ['DATABASE', 'SCHEMA', 'NAMESPACE'];

const READERS: Readonly<Record<string, (p: Parser) => Statement>> = {
  CREATE: create,
  DECLARE: declareVariable,
  DROP: drop,
  INSERT: insert,
  UPDATE: (p) => changeRows(p, 'UPDATE', []),
  DELETE: (p) => changeRows(p, 'DELETE', ['FROM']),
  MERGE: (p) => changeRows(p, 'MERGE', ['INTO']),
  MSCK: (p) => {
    p.expect('MSCK', 'REPAIR', 'TABLE');
    return { kind: 'repairTable', table: name(p) };
  },
  TRUNCATE: (p) => {
    p.expect('TRUNCATE', 'TABLE');
    return { kind: 'truncate', table: name(p) };
  },
  SHOW: show,
  DESCRIBE: describe,
  DESC: describe,
  EXPLAIN: explain,
  CACHE: cache,
  UNCACHE: (p) => {
    p.expect('UNCACHE', 'TABLE');
    const optional = ifExists(p);
    return { kind: 'uncache', ifExists: optional, name: name(p) };
  },
  CLEAR: (p) => {
    p.expect('CLEAR', 'CACHE');
    return { kind: 'clearCache' };
  },
  REFRESH: (p) => {
    p.expect('REFRESH', 'TABLE');
    return { kind: 'refresh', name: name(p) };
  },
  USE: (p) => {
    p.expect('USE');
    if (p.isAny(['DATABASE', 'SCHEMA', 'NAMESPACE']) && p.isIdentifier(1)) p.next();
    return { kind: 'use', name: name(p) };
  },
  SET: settingStatement,
  RESET: settingStatement,
};

/** Statements of Spark that this engine has not. */
const UNSUPPORTED = ['ALTER', 'ANALYZE', 'BEGIN', 'CALL', 'COMMENT', 'EXECUTE', 'EXPORT', 'GRANT', 'LOAD', 'LOCK', 'REPAIR', 'REPLACE', 'REVOKE'];

/** One statement; nothing may follow it. */
export function statement(p: Parser): Statement {
  const word = p.peek().upper;
  if (UNSUPPORTED.includes(word) && p.isIdentifier(1)) throw unsupported(`The statement ${word}`);
  const read = Object.hasOwn(READERS, word) ? READERS[word] : undefined;
  const result: Statement = read === undefined ? { kind: 'query', plan: p.grammar.query(p) } : read(p);
  p.finish();
  return result;
}

/** Of a change of rows the table is all that is needed to refuse it. */
function changeRows(p: Parser, operation: 'UPDATE' | 'DELETE' | 'MERGE', words: readonly string[]): Statement {
  p.expect(operation, ...words);
  const table = name(p);
  while (p.peek().kind !== 'end' && p.peek().upper !== ';') p.next();
  return { kind: 'changeRows', operation, table };
}

function create(p: Parser): Statement {
  p.expect('CREATE');
  const replace = p.accept('OR', 'REPLACE');
  const isGlobal = p.accept('GLOBAL');
  const temporary = p.acceptAny(['TEMP', 'TEMPORARY']) !== undefined;
  if (p.accept('VIEW')) return createView(p, replace, isGlobal, temporary);
  if (p.accept('TABLE')) return createTable(p, name, replace, false);
  if (p.accept('EXTERNAL', 'TABLE')) return createTable(p, name, replace, true);
  if (p.acceptAny(DATABASE_WORDS) !== undefined) return createDatabase(p);
  if (!temporary && p.accept('FUNCTION')) return createFunction(p, replace);
  if (p.isAny(['FUNCTION', 'VARIABLE', 'INDEX', 'RECURSIVE', 'MATERIALIZED', 'STREAMING'])) {
    throw unsupported(`The statement CREATE ${p.peek().upper}`);
  }
  return p.fail();
}

function createDatabase(p: Parser): Statement {
  const ifNotExists = p.accept('IF', 'NOT', 'EXISTS');
  const parts = name(p);
  const given: { comment?: string; location?: string; properties?: Record<string, string> } = {};
  for (;;) {
    if (p.accept('COMMENT')) given.comment = p.string();
    else if (p.accept('LOCATION')) given.location = p.string();
    else if (p.accept('WITH', 'DBPROPERTIES') || p.accept('WITH', 'PROPERTIES')) given.properties = options(p);
    else return { kind: 'createDatabase', name: parts, ifNotExists, ...given };
  }
}

/** `CREATE FUNCTION f AS 'class' [USING JAR '…']`; functions of SQL are not supported. */
function createFunction(p: Parser, replace: boolean): Statement {
  const ifNotExists = p.accept('IF', 'NOT', 'EXISTS');
  const parts = name(p);
  if (p.is('(')) throw unsupported('A function written in SQL');
  p.expect('AS');
  const className = p.string();
  if (p.is('USING')) throw unsupported('USING in CREATE FUNCTION');
  return { kind: 'createFunction', name: parts, className, replace, ifNotExists };
}

function createView(p: Parser, replace: boolean, isGlobal: boolean, temporary: boolean): Statement {
  const ifNotExists = p.accept('IF', 'NOT', 'EXISTS');
  const parts = name(p);
  if (temporary && parts.length > 1) throw qualifiedTemporary(parts);
  if (temporary && (p.is('USING') || (p.is('(') && viewColumnsAreTyped(p)))) return createViewUsing(p, parts, replace, isGlobal);
  const columns = p.is('(') ? p.parenthesized(() => p.commaList(() => viewColumn(p))) : undefined;
  while (!p.is('AS')) viewProperty(p);
  p.expect('AS');
  const scope = !temporary ? 'persistent' : isGlobal ? 'global' : 'temporary';
  const plan = p.grammar.query(p);
  return { kind: 'createView', name: parts, scope, replace, ifNotExists, plan, ...(columns === undefined ? {} : { columns }) };
}

function qualifiedTemporary(parts: Name, objectType: 'VIEW' | 'FUNCTION' = 'VIEW'): Error {
  const qualifier = parts.slice(0, -1).map((n) => `\`${n}\``).join('.');
  const objectName = `\`${parts.at(-1)}\``;
  return parseError(
    'INVALID_TEMP_OBJ_QUALIFIER',
    '42602',
    { objectType, objectName, qualifier },
    `A temporary ${objectType.toLowerCase()} belongs to no schema: write ${objectName} without ${qualifier}.`,
  );
}

/** `v (a INT, b STRING) USING …` rather than `v (a, b) AS …`. */
function viewColumnsAreTyped(p: Parser): boolean {
  return p.isIdentifier(1) && p.isIdentifier(2) && p.peek(2).upper !== 'COMMENT';
}

function viewColumn(p: Parser): string {
  const column = p.identifier();
  if (p.accept('COMMENT')) p.string();
  return column;
}

function viewProperty(p: Parser): void {
  if (p.accept('COMMENT')) p.string();
  else if (p.accept('TBLPROPERTIES')) options(p);
  else p.fail();
}

function createViewUsing(p: Parser, parts: Name, replace: boolean, isGlobal: boolean): Statement {
  const schema = p.is('(') ? schemaClause(p) : undefined;
  p.expect('USING');
  const provider = p.multipartIdentifier().join('.');
  const given = p.accept('OPTIONS') ? options(p) : {};
  return {
    kind: 'createViewUsing',
    name: parts,
    replace,
    isGlobal,
    provider,
    options: given,
    ...(schema === undefined ? {} : { schema }),
  };
}

function drop(p: Parser): Statement {
  p.expect('DROP');
  if (dropsVariable(p)) return dropVariable(p);
  if (p.acceptAny(DATABASE_WORDS) !== undefined) {
    const optional = ifExists(p);
    const parts = name(p);
    const cascade = p.acceptAny(['RESTRICT', 'CASCADE']) === 'CASCADE';
    return { kind: 'dropDatabase', name: parts, ifExists: optional, cascade };
  }
  const temporary = p.accept('TEMPORARY', 'FUNCTION');
  if (temporary || p.accept('FUNCTION')) {
    const optional = ifExists(p);
    const parts = name(p);
    if (temporary && parts.length > 1) throw qualifiedTemporary(parts, 'FUNCTION');
    return { kind: 'dropFunction', name: parts, ifExists: optional, temporary };
  }
  if (p.isAny(['TEMPORARY', 'INDEX'])) {
    throw unsupported(`The statement DROP ${p.peek().upper}`);
  }
  const object = p.acceptAny(['VIEW', 'TABLE']);
  if (object !== 'VIEW' && object !== 'TABLE') p.fail();
  const optional = ifExists(p);
  const parts = name(p);
  if (object === 'TABLE') p.accept('PURGE');
  return { kind: 'drop', object: object as 'VIEW' | 'TABLE', name: parts, ifExists: optional };
}

function insert(p: Parser): Statement {
  p.expect('INSERT');
  const word = p.acceptAny(['INTO', 'OVERWRITE']);
  if (word === undefined) p.fail();
  if (p.is('TABLE') && p.isIdentifier(1)) p.next();
  if (p.is('DIRECTORY')) throw unsupported('INSERT OVERWRITE DIRECTORY');
  const table = name(p);
  const partition = p.accept('PARTITION') ? p.parenthesized(() => p.commaList(() => partitionValue(p))) : undefined;
  const byName = p.accept('BY', 'NAME');
  const columns = p.is('(') && !p.startsQuery() ? p.identifierList() : undefined;
  const plan = p.grammar.query(p);
  return { kind: 'insert', table, overwrite: word === 'OVERWRITE', byName, plan, ...(columns === undefined ? {} : { columns }), ...(partition === undefined ? {} : { partition }) };
}

function partitionValue(p: Parser): PartitionValue {
  const column = p.identifier();
  return p.accept('=') ? { column, value: p.grammar.expression(p) } : { column };
}

function pattern(p: Parser): { readonly pattern?: string } {
  const like = p.accept('LIKE');
  if (p.peek().kind === 'string') return { pattern: p.string() };
  return like ? p.fail() : {};
}

function inDatabase(p: Parser): { readonly database?: Name } {
  return p.acceptAny(['FROM', 'IN']) === undefined ? {} : { database: name(p) };
}

function show(p: Parser): Statement {
  p.expect('SHOW');
  switch (p.peek().upper) {
    case 'TABLES':
    case 'VIEWS': {
      const kind = p.next().upper === 'TABLES' ? 'showTables' : 'showViews';
      return { kind, ...inDatabase(p), ...pattern(p) };
    }
    case 'COLUMNS': {
      p.next();
      if (p.acceptAny(['FROM', 'IN']) === undefined) p.fail();
      const table = name(p);
      const { database } = inDatabase(p);
      return { kind: 'showColumns', table: [...(database ?? []), ...table] };
    }
    case 'DATABASES':
    case 'SCHEMAS':
    case 'NAMESPACES':
      p.next();
      if (p.acceptAny(['FROM', 'IN']) !== undefined) name(p);
      return { kind: 'showDatabases', ...pattern(p) };
    case 'CATALOGS':
      p.next();
      return { kind: 'showCatalogs' };
    case 'CREATE':
      p.expect('CREATE', 'TABLE');
      return { kind: 'showCreateTable', table: name(p) };
    case 'TBLPROPERTIES':
      p.next();
      return showProperties(p);
    case 'PARTITIONS':
      p.next();
      if (p.is('PARTITION')) throw unsupported('PARTITION in SHOW PARTITIONS');
      return { kind: 'showPartitions', table: name(p) };
    case 'TABLE':
    case 'CURRENT':
      throw unsupported(`The statement SHOW ${p.peek().upper}`);
    default:
      return showFunctions(p);
  }
}

function showProperties(p: Parser): Statement {
  const table = name(p);
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

function describe(p: Parser): Statement {
  p.next();
  if (p.is('FUNCTION') && p.isIdentifier(1)) {
    p.next();
    const extended = p.is('EXTENDED') && p.isIdentifier(1) && p.accept('EXTENDED');
    return { kind: 'describeFunction', extended, name: p.multipartIdentifier().join('.') };
  }
  if (p.isAny(DATABASE_WORDS) && p.isIdentifier(1)) {
    p.next();
    const extended = p.is('EXTENDED') && p.isIdentifier(1) && p.accept('EXTENDED');
    return { kind: 'describeDatabase', extended, name: name(p) };
  }
  if (p.is('QUERY') && p.startsQuery(1)) p.next();
  if (p.startsQuery() && !p.is('TABLE')) return { kind: 'describeQuery', plan: p.grammar.query(p) };
  if (p.is('TABLE') && p.isIdentifier(1)) p.next();
  const extended = p.isAny(['EXTENDED', 'FORMATTED']) && p.isIdentifier(1) && p.next().kind === 'word';
  return { kind: 'describeTable', extended, table: name(p) };
}

function explain(p: Parser): Statement {
  p.expect('EXPLAIN');
  const mode = p.acceptAny(['EXTENDED', 'FORMATTED', 'CODEGEN', 'COST', 'LOGICAL']) ?? 'SIMPLE';
  if (mode === 'LOGICAL') throw unsupported('EXPLAIN LOGICAL');
  const plan: Relation = p.grammar.query(p);
  return { kind: 'explain', mode: mode.toLowerCase() as ExplainMode, plan };
}

function cache(p: Parser): Statement {
  p.expect('CACHE');
  const lazy = p.accept('LAZY');
  p.expect('TABLE');
  const parts = name(p);
  if (p.accept('OPTIONS')) options(p);
  const hasQuery = p.accept('AS') || p.startsQuery();
  return { kind: 'cache', name: parts, lazy, ...(hasQuery ? { plan: p.grammar.query(p) } : {}) };
}
