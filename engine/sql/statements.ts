/** Commands: views and tables, SHOW, DESCRIBE, EXPLAIN, CACHE, USE, INSERT. SET and RESET are in `settings.ts`. */
import { unsupported } from '../core/index.ts';
import type { SparkError } from '../core/index.ts';
import type { Relation } from '../plan/index.ts';
import { createTable, options, schemaClause } from './create-table.ts';
import { parseError, placed } from './errors.ts';
import type { Parser } from './parser.ts';
import { alter, commentOn, schemaMode, writtenQuery } from './alter.ts';
import { analyzeTable, describe, refresh } from './describe.ts';
import { DATABASE_WORDS, ifExists, targetName } from './names.ts';
import { partitionSpec } from './partition-spec.ts';
import { schemaProperties, tableProperties } from './properties.ts';
import { show } from './show.ts';
import { insert, insertBehind, insertsBehind } from './insert.ts';
import { settingStatement } from './settings.ts';
import { executeImmediate } from './execute-immediate.ts';
import { script, startsScript } from './scripting.ts';
import { sqlFunction } from './sql-functions.ts';
import type { CreateView, ExplainMode, Name, Statement } from './statement.ts';
import { declareVariable, dropsVariable, dropVariable } from './variables.ts';

const name = targetName;

const READERS: Readonly<Record<string, (p: Parser) => Statement>> = {
  CREATE: create,
  DECLARE: declareVariable,
  EXECUTE: executeImmediate,
  DROP: drop,
  INSERT: insert,
  UPDATE: (p) => changeRows(p, 'UPDATE', []),
  DELETE: (p) => changeRows(p, 'DELETE', ['FROM']),
  MERGE: (p) => changeRows(p, 'MERGE', ['INTO']),
  ALTER: alter,
  ANALYZE: analyzeTable,
  COMMENT: commentOn,
  REPLACE: (p) => {
    p.expect('REPLACE', 'TABLE');
    return createTable(p, name, true, false);
  },
  MSCK: repair,
  REPAIR: repair,
  TRUNCATE: (p) => {
    p.expect('TRUNCATE', 'TABLE');
    const table = name(p);
    return { kind: 'truncate', table, ...(p.is('PARTITION') ? { partition: partitionSpec(p) } : {}) };
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
  REFRESH: refresh,
  USE: (p) => {
    p.expect('USE');
    if (p.isAny(['DATABASE', 'SCHEMA', 'NAMESPACE']) && p.isIdentifier(1)) p.next();
    return { kind: 'use', name: name(p) };
  },
  SET: settingStatement,
  RESET: settingStatement,
};

/** Statements of Spark that this engine has not. */
const UNSUPPORTED = ['CALL', 'EXPORT', 'GRANT', 'LOAD', 'LOCK', 'REVOKE'];

/** One statement; nothing may follow it. */
export function statement(p: Parser): Statement {
  const result = startsScript(p) ? script(p, oneStatement) : oneStatement(p);
  p.finish();
  return result;
}

function oneStatement(p: Parser): Statement {
  const word = p.peek().upper;
  if (UNSUPPORTED.includes(word) && p.isIdentifier(1)) throw unsupported(`The statement ${word}`);
  const read = Object.hasOwn(READERS, word) ? READERS[word] : undefined;
  if (insertsBehind(p)) return insertBehind(p);
  return read === undefined ? { kind: 'query', plan: p.grammar.query(p) } : read(p);
}

/** Of a change of rows the table is all that is needed to refuse it. */
function changeRows(p: Parser, operation: 'UPDATE' | 'DELETE' | 'MERGE', words: readonly string[]): Statement {
  p.expect(operation, ...words);
  const table = name(p);
  while (p.peek().kind !== 'end' && p.peek().upper !== ';') p.next();
  return { kind: 'changeRows', operation, table };
}

/** MSCK REPAIR TABLE t [ADD | DROP | SYNC PARTITIONS]. */
function repair(p: Parser): Statement {
  p.accept('MSCK');
  p.expect('REPAIR', 'TABLE');
  const table = name(p);
  const word = p.acceptAny(['ADD', 'DROP', 'SYNC']) ?? '';
  if (word !== '') p.expect('PARTITIONS');
  return { kind: 'repairTable', table, adds: word !== 'DROP', drops: word === 'DROP' || word === 'SYNC' };
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
  if (!isGlobal && p.accept('FUNCTION')) return createFunction(p, replace, temporary);
  if (p.isAny(['VARIABLE', 'INDEX', 'RECURSIVE', 'MATERIALIZED', 'STREAMING'])) {
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
    else if (p.accept('WITH', 'DBPROPERTIES') || p.accept('WITH', 'PROPERTIES')) given.properties = schemaProperties(p);
    else if (p.accept('DEFAULT', 'COLLATION')) throw parseError('UNSUPPORTED_FEATURE.SCHEMA_LEVEL_COLLATIONS', '0A000', {}, 'A schema has no collation of its own.');
    else return { kind: 'createDatabase', name: parts, ifNotExists, ...given };
  }
}

/** `CREATE FUNCTION f AS 'class' [USING JAR '…']`, or a function written in SQL. */
function createFunction(p: Parser, replace: boolean, temporary: boolean): Statement {
  const ifNotExists = p.accept('IF', 'NOT', 'EXISTS');
  const parts = name(p);
  checkFunctionClauses(p, parts, replace, temporary, ifNotExists);
  if (p.is('(')) return sqlFunction(p, { name: parts, replace, ifNotExists, temporary });
  p.expect('AS');
  if (temporary) throw unsupported('A temporary function of a Java class');
  const className = p.string();
  if (p.is('USING')) throw unsupported('USING in CREATE FUNCTION');
  return { kind: 'createFunction', name: parts, className, replace, ifNotExists };
}

/** Which of OR REPLACE, TEMPORARY, IF NOT EXISTS and a schema do not go together. */
function checkFunctionClauses(p: Parser, parts: Name, replace: boolean, temporary: boolean, ifNotExists: boolean): void {
  const kind = ifNotExists && temporary ? 'CREATE_TEMP_FUNC_WITH_IF_NOT_EXISTS' : ifNotExists && replace ? 'CREATE_ROUTINE_WITH_IF_NOT_EXISTS_AND_REPLACE' : undefined;
  p.afterwards.push(() => {
    if (kind !== undefined) throw parseError(`INVALID_SQL_SYNTAX.${kind}`, '42000', {}, 'IF NOT EXISTS goes with functions that stay, and not with OR REPLACE.');
    if (temporary && parts.length > 1) throw qualifiedTemporary(parts, 'FUNCTION');
  });
}

function createView(p: Parser, replace: boolean, isGlobal: boolean, temporary: boolean): Statement {
  const ifNotExists = p.accept('IF', 'NOT', 'EXISTS');
  const parts = name(p);
  if (temporary && parts.length > 1) p.afterwards.push(() => refuseHere(p, qualifiedTemporary(parts)));
  if (temporary && (p.is('USING') || (p.is('(') && viewColumnsAreTyped(p)))) return createViewUsing(p, parts, replace, isGlobal);
  const columns = p.is('(') ? p.parenthesized(() => p.commaList(() => viewColumn(p))) : undefined;
  const told: ViewTold = {};
  while (!p.is('AS')) viewProperty(p, told);
  p.expect('AS');
  checkView(p, { parts, replace, temporary, ifNotExists, hasMode: told.schemaMode !== undefined });
  const scope = !temporary ? 'persistent' : isGlobal ? 'global' : 'temporary';
  const list = columns === undefined ? {} : { columns: columns.map((c) => c.name), comments: columns.map((c) => c.comment) };
  return { kind: 'createView', name: parts, scope, replace, ifNotExists, ...told, ...writtenQuery(p), ...list };
}

/** Raises what Spark refuses in the words of CREATE VIEW, at the whole statement. */
function checkView(p: Parser, v: { readonly parts: Name; readonly replace: boolean; readonly temporary: boolean; readonly ifNotExists: boolean; readonly hasMode: boolean }): void {
  const problem =
    v.ifNotExists && v.replace
      ? parseError('CREATE_VIEW_WITH_IF_NOT_EXISTS_AND_REPLACE', '42601', { viewName: v.parts.join('.') }, 'CREATE VIEW takes OR REPLACE or IF NOT EXISTS, not both.')
      : v.ifNotExists && v.temporary
        ? parseError('_LEGACY_ERROR_TEMP_0053', null, {}, 'A temporary view takes no IF NOT EXISTS.')
        : v.hasMode && v.temporary
          ? parseError('UNSUPPORTED_FEATURE.TEMPORARY_VIEW_WITH_SCHEMA_BINDING_MODE', '0A000', {}, 'A temporary view takes no WITH SCHEMA.')
          : undefined;
  if (problem !== undefined) p.afterwards.push(() => refuseHere(p, problem));
}

function refuseHere(p: Parser, error: SparkError): never {
  throw placed(error, p.originFrom(0));
}

function qualifiedTemporary(parts: Name, objectType: 'VIEW' | 'FUNCTION' = 'VIEW'): SparkError {
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

function viewColumn(p: Parser): { readonly name: string; readonly comment?: string } {
  const column = p.identifier();
  return p.accept('COMMENT') ? { name: column, comment: p.string() } : { name: column };
}

type ViewTold = { -readonly [K in 'comment' | 'properties' | 'schemaMode' | 'schemaOrigin']?: CreateView[K] };

function viewProperty(p: Parser, told: ViewTold): void {
  if (p.accept('COMMENT')) told.comment = p.string();
  else if (p.accept('TBLPROPERTIES')) told.properties = tableProperties(p);
  else {
    const from = p.index;
    const mode = schemaMode(p);
    if (mode === undefined) p.fail();
    told.schemaMode = mode as Exclude<typeof mode, undefined>;
    told.schemaOrigin = p.originFrom(from);
  }
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
  const temporary = p.accept('TEMPORARY', 'FUNCTION') || p.accept('TEMP', 'FUNCTION');
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

function explain(p: Parser): Statement {
  p.expect('EXPLAIN');
  const mode = p.acceptAny(['EXTENDED', 'FORMATTED', 'CODEGEN', 'COST', 'LOGICAL']) ?? 'SIMPLE';
  if (mode === 'LOGICAL') throw unsupported('EXPLAIN LOGICAL');
  if (p.is('BEGIN')) p.fail();
  const from = p.index;
  const command = statement(p);
  const given = mode.toLowerCase() as ExplainMode;
  return command.kind === 'query' ? { kind: 'explain', mode: given, plan: queryFrom(p, from) } : { kind: 'explainCommand', mode: given, command };
}

/** The query that was read, as a text of its own: so it is planned as if it stood alone. */
function queryFrom(p: Parser, from: number): Relation {
  const { start, stop } = p.originFrom(from);
  const { namedArguments, posArguments } = p.options;
  return { type: 'SQL', query: p.sql.slice(start, stop), ...(namedArguments === undefined ? {} : { namedArguments }), ...(posArguments === undefined ? {} : { posArguments }) };
}

function cache(p: Parser): Statement {
  p.expect('CACHE');
  const lazy = p.accept('LAZY');
  p.expect('TABLE');
  const parts = name(p);
  const given = p.accept('OPTIONS') ? options(p) : {};
  const [, storageLevel] = Object.entries(given).find(([k]) => k.toLowerCase() === 'storagelevel') ?? [];
  const hasQuery = p.accept('AS') || p.startsQuery();
  const level = storageLevel === undefined ? {} : { storageLevel };
  if (!hasQuery) return { kind: 'cache', name: parts, lazy, ...level };
  const query = writtenQuery(p);
  if (parts.length > 1) {
    const quoted = parts.slice(0, -1).join('.');
    p.afterwards.push(() => {
      throw placed(parseError('_LEGACY_ERROR_TEMP_0037', null, { quoted }, `The view that CACHE TABLE makes belongs to no schema: leave ${quoted} out.`), p.originFrom(0));
    });
  }
  return { kind: 'cache', name: parts, lazy, ...level, ...query };
}
