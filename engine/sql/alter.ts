/** ALTER TABLE, ALTER VIEW, ALTER DATABASE, COMMENT ON. */
import type { AlterAction, ColumnAddition, ColumnChange, SchemaMode, WrittenQuery } from './catalog-statement.ts';
import { addedColumn, columnPosition, expressionText } from './column-definitions.ts';
import { dataType } from './data-types.ts';
import { parseError, placed } from './errors.ts';
import { DATABASE_WORDS, ifExists, ifNotExists, targetName } from './names.ts';
import type { Parser } from './parser.ts';
import { fullPartitionSpec, type partitionSpec } from './partition-spec.ts';
import { propertyKeys, schemaProperties, tableProperties, properties } from './properties.ts';
import type { Name, Statement } from './statement.ts';

export function alter(p: Parser): Statement {
  p.expect('ALTER');
  if (p.acceptAny(DATABASE_WORDS) !== undefined) return alterDatabase(p);
  const object = p.acceptAny(['TABLE', 'VIEW']);
  if (object === undefined) return p.fail();
  const name = targetName(p);
  const action = object === 'TABLE' ? tableAction(p) : viewAction(p);
  return { kind: 'alter', object: object as 'TABLE' | 'VIEW', name, action, origin: p.originFrom(0) };
}

function alterDatabase(p: Parser): Statement {
  const name = targetName(p);
  const words = [['DBPROPERTIES'], ['PROPERTIES']];
  if (p.accept('SET', 'LOCATION')) return { kind: 'alterDatabase', name, location: p.string() };
  if (words.some((w) => p.accept('SET', ...w))) return { kind: 'alterDatabase', name, set: schemaProperties(p) };
  if (words.some((w) => p.accept('UNSET', ...w))) {
    ifExists(p);
    return { kind: 'alterDatabase', name, unset: propertyKeys(p) };
  }
  if (p.accept('DEFAULT', 'COLLATION')) throw parseError('UNSUPPORTED_FEATURE.SCHEMA_LEVEL_COLLATIONS', '0A000', {}, 'A schema has no collation of its own.');
  return p.fail();
}

function viewAction(p: Parser): AlterAction {
  if (p.accept('RENAME', 'TO')) return { do: 'rename', to: targetName(p) };
  const common = propertyAction(p);
  if (common !== undefined) return common;
  if (p.is('WITH', 'SCHEMA')) return { do: 'schemaMode', mode: schemaMode(p) as SchemaMode };
  p.accept('AS');
  return { do: 'as', query: writtenQuery(p) };
}

/** WITH SCHEMA …; undefined where it is not written. */
export function schemaMode(p: Parser): SchemaMode | undefined {
  if (!p.accept('WITH', 'SCHEMA')) return undefined;
  if (p.accept('TYPE', 'EVOLUTION')) return 'TYPE EVOLUTION';
  const word = p.acceptAny(['BINDING', 'COMPENSATION', 'EVOLUTION']);
  return word === undefined ? p.fail() : (word as SchemaMode);
}

/** A query to the end of the text. */
export function writtenQuery(p: Parser): WrittenQuery {
  const from = p.index;
  const plan = p.grammar.query(p);
  const { start, stop } = p.originFrom(from);
  return { plan, text: p.sql.slice(start, stop) };
}

function propertyAction(p: Parser): AlterAction | undefined {
  if (p.accept('SET', 'TBLPROPERTIES')) return { do: 'setProperties', properties: tableProperties(p) };
  if (!p.accept('UNSET', 'TBLPROPERTIES')) return undefined;
  ifExists(p);
  return { do: 'unsetProperties', keys: propertyKeys(p) };
}

const ACTIONS: Readonly<Record<string, (p: Parser) => AlterAction>> = {
  RENAME: renameAction,
  ADD: addAction,
  DROP: dropAction,
  ALTER: changeAction,
  CHANGE: changeAction,
  SET: (p) => setAction(p),
  PARTITION: partitionAction,
  REPLACE: (p) => {
    p.expect('REPLACE', 'COLUMNS');
    const bracket = p.accept('(');
    p.commaList(() => addedColumn(p));
    if (bracket) p.expect(')');
    return { do: 'replaceColumns' };
  },
  RECOVER: (p) => {
    p.expect('RECOVER', 'PARTITIONS');
    return { do: 'recoverPartitions' };
  },
  CLUSTER: (p) => {
    p.expect('CLUSTER', 'BY');
    return { do: 'clusterBy', columns: p.accept('NONE') ? [] : p.identifierList() };
  },
};

function tableAction(p: Parser): AlterAction {
  const common = propertyAction(p);
  if (common !== undefined) return common;
  const word = p.peek().upper;
  const read = Object.hasOwn(ACTIONS, word) ? ACTIONS[word] : undefined;
  return read === undefined ? p.fail() : read(p);
}

function renameAction(p: Parser): AlterAction {
  p.expect('RENAME');
  if (p.accept('TO')) return { do: 'rename', to: targetName(p) };
  p.expect('COLUMN');
  const path = p.multipartIdentifier(true);
  p.expect('TO');
  p.identifier();
  return { do: 'renameColumn', path };
}

function addAction(p: Parser): AlterAction {
  p.expect('ADD');
  if (p.isAny(['CONSTRAINT', 'CHECK', 'PRIMARY', 'UNIQUE', 'FOREIGN'])) return constraint(p, 'ADD CONSTRAINT');
  if (p.acceptAny(['COLUMN', 'COLUMNS']) !== undefined) {
    const bracket = p.accept('(');
    const columns = p.commaList((): ColumnAddition => {
      const { path, field, from } = addedColumn(p);
      return { path, field, origin: p.originFrom(from) };
    });
    if (bracket) p.expect(')');
    return { do: 'addColumns', columns };
  }
  const optional = ifNotExists(p);
  const partitions: { spec: readonly { column: string }[]; location?: string }[] = [];
  do {
    const spec = fullPartitionSpec(p);
    partitions.push(p.accept('LOCATION') ? { spec, location: p.string() } : { spec });
  } while (p.is('PARTITION'));
  return { do: 'addPartitions', ifNotExists: optional, partitions };
}

/** A constraint is refused whatever it says: the statement is read to its end. */
function constraint(p: Parser, operation: 'ADD CONSTRAINT' | 'DROP CONSTRAINT'): AlterAction {
  while (p.peek().kind !== 'end' && !p.is(';')) p.next();
  return { do: 'constraint', operation };
}

function dropAction(p: Parser): AlterAction {
  p.expect('DROP');
  if (p.is('CONSTRAINT')) return constraint(p, 'DROP CONSTRAINT');
  if (p.acceptAny(['COLUMN', 'COLUMNS']) !== undefined) {
    const optional = ifExists(p);
    const bracket = p.accept('(');
    const paths = p.commaList((): Name => p.multipartIdentifier(true));
    if (bracket) p.expect(')');
    return { do: 'dropColumns', paths, ifExists: optional };
  }
  const optional = ifExists(p);
  const specs = p.commaList(() => fullPartitionSpec(p));
  p.accept('PURGE');
  return { do: 'dropPartitions', ifExists: optional, specs };
}

function setAction(p: Parser, partition?: ReturnType<typeof partitionSpec>): AlterAction {
  const place = partition === undefined ? {} : { partition };
  if (p.accept('SET', 'LOCATION')) return { do: 'setLocation', location: p.string(), ...place };
  if (p.accept('SET', 'SERDEPROPERTIES')) return { do: 'setStorage', properties: properties(p), ...place };
  p.expect('SET', 'SERDE');
  p.string();
  if (p.accept('WITH', 'SERDEPROPERTIES')) properties(p);
  return { do: 'setSerde' };
}

function partitionAction(p: Parser): AlterAction {
  const from = fullPartitionSpec(p);
  if (!p.accept('RENAME', 'TO')) return setAction(p, from);
  return { do: 'renamePartition', from, to: fullPartitionSpec(p) };
}

/** `ALTER COLUMN a …, b …`, or Hive's `CHANGE a a INT COMMENT 'x'`. */
function changeAction(p: Parser): AlterAction {
  const word = p.next().upper;
  if (p.is('COLUMN') && p.isIdentifier(1)) p.next();
  if (word === 'CHANGE' && isHiveChange(p)) return { do: 'alterColumns', changes: [hiveChange(p)] };
  return { do: 'alterColumns', changes: p.commaList(() => columnChange(p, word)) };
}

const CHANGE_WORDS = ['TYPE', 'COMMENT', 'SET', 'DROP', 'FIRST', 'AFTER'];

function isHiveChange(p: Parser): boolean {
  return p.isIdentifier(1) && p.isIdentifier(2) && !CHANGE_WORDS.includes(p.peek(1).upper);
}

function hiveChange(p: Parser): ColumnChange {
  const path = p.multipartIdentifier(true);
  const name = p.identifier();
  const type = dataType(p);
  const comment = p.accept('COMMENT') ? { comment: p.string() } : {};
  const moves = columnPosition(p) ? { moves: true as const } : {};
  if (name.toLowerCase() !== path.at(-1)?.toLowerCase()) {
    p.afterwards.push(() => {
      const parameters = { operation: 'Renaming column', command: 'ALTER COLUMN', msg: ', please run RENAME COLUMN instead' };
      throw placed(parseError('_LEGACY_ERROR_TEMP_0034', null, parameters, 'CHANGE COLUMN cannot rename a column: write RENAME COLUMN.'), p.originFrom(0));
    });
  }
  return { path, type, ...comment, ...moves };
}

function columnChange(p: Parser, word: string): ColumnChange {
  const path = p.multipartIdentifier(true);
  if (p.accept('TYPE')) return { path, type: dataType(p) };
  if (p.accept('COMMENT')) return { path, comment: p.string() };
  if (p.accept('SET', 'NOT', 'NULL') || p.accept('DROP', 'NOT', 'NULL')) return { path, changesNull: true };
  if (p.accept('SET', 'DEFAULT')) return { path, defaultText: expressionText(p) };
  if (p.accept('DROP', 'DEFAULT')) return { path, dropsDefault: true };
  if (columnPosition(p)) return { path, moves: true };
  p.afterwards.push(() => {
    const message = `ALTER TABLE table ${word} COLUMN requires a TYPE, a SET/DROP, a COMMENT, or a FIRST/AFTER`;
    throw placed(parseError('_LEGACY_ERROR_TEMP_0035', null, { message }, `${word} COLUMN does not say what to change.`), p.originFrom(0));
  });
  return { path };
}

/** COMMENT ON TABLE t IS '…'. */
export function commentOn(p: Parser): Statement {
  p.expect('COMMENT', 'ON');
  const isDatabase = p.acceptAny(DATABASE_WORDS) !== undefined;
  const object = isDatabase ? 'DATABASE' : p.acceptAny(['TABLE', 'COLUMN']);
  if (object === undefined) return p.fail();
  const name = targetName(p);
  p.expect('IS');
  const comment = p.accept('NULL') ? null : p.string();
  return { kind: 'comment', object: object as 'TABLE' | 'DATABASE' | 'COLUMN', name, comment, origin: p.originFrom(0) };
}
