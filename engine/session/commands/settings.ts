/** SET, RESET and USE. */
import { analysisError } from '../../core/index.ts';
import type { Relation } from '../../plan/index.ts';
import { PUBLISHED_SETTINGS } from '../conf/index.ts';
import { quotedName, schemaNotFound } from '../catalog/errors.ts';
import { GLOBAL_TEMP_DATABASE } from '../catalog/lookup.ts';
import { DEFAULT_DATABASE, SESSION_CATALOG } from '../catalog/tables.ts';
import type { RequestContext } from '../requests/context.ts';
import { NOTHING, table, text } from './result.ts';
import type { StatementOf } from './statement-of.ts';

const DESCRIBED = [text('key'), text('value'), text('meaning'), text('Since version')];
const KEY_VALUE = [text('key'), text('value')];

/** `SET hivevar:a` sets `a`. */
const HIVE_VARIABLE = 'hivevar:';
/** Names of Hadoop's that SET takes for Spark's. */
const OLD_NAMES: Readonly<Record<string, string>> = { 'mapred.reduce.tasks': 'spark.sql.shuffle.partitions' };

/** SET is no way to change a variable. */
function refuseVariable({ session }: RequestContext, key: string): void {
  const parts = key.split('.');
  if (session.variables.get(parts) === undefined) return;
  const variableName = quotedName(parts);
  throw analysisError('UNSUPPORTED_FEATURE.SET_VARIABLE_USING_SET', '0A000', { variableName }, `${variableName} is a variable: write SET VARIABLE ${key} = ….`);
}

export function setConf(context: RequestContext, s: StatementOf<'set'>): Relation {
  refuseVariable(context, s.key);
  const key = OLD_NAMES[s.key] ?? s.key;
  context.session.conf.set(key.startsWith(HIVE_VARIABLE) ? key.slice(HIVE_VARIABLE.length) : key, s.value);
  return table(KEY_VALUE, [[key, s.value]]);
}

export function showConf(context: RequestContext, s: StatementOf<'showConf'>): Relation {
  const { conf } = context.session;
  if (s.described === true) {
    return table(DESCRIBED, PUBLISHED_SETTINGS.map((x) => [x.key, conf.isSet(x.key) ? (conf.lookup(x.key) ?? '') : x.value, x.meaning, x.since]));
  }
  if (s.key !== undefined) {
    const key = OLD_NAMES[s.key] ?? s.key;
    return table(KEY_VALUE, [[key, conf.lookup(key) ?? '<undefined>']]);
  }
  const all = Object.entries(conf.getAll()).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return table(KEY_VALUE, all);
}

export function reset(context: RequestContext, s: StatementOf<'reset'>): Relation {
  context.session.conf.reset(s.key);
  return NOTHING;
}

export function use(context: RequestContext, s: StatementOf<'use'>): Relation {
  setCurrentDatabase(context, s.name);
  return NOTHING;
}

/** Raises SCHEMA_NOT_FOUND, and for the schema of global views an error of its own. */
export function setCurrentDatabase(context: RequestContext, nameParts: readonly string[]): void {
  const parts = nameParts[0]?.toLowerCase() === SESSION_CATALOG ? nameParts.slice(1) : nameParts;
  const [name = DEFAULT_DATABASE] = parts;
  if (name.toLowerCase() === GLOBAL_TEMP_DATABASE) {
    throw analysisError('_LEGACY_ERROR_TEMP_1068', null, { database: name }, `${name} is kept for global temporary views and cannot be the current schema. Write ${name}.view instead.`);
  }
  const database = context.shared.databases.get(name);
  if (database === undefined) throw schemaNotFound(name);
  context.session.currentDatabase = database.name;
}
