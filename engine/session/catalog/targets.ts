/** The tables and views that commands are about, and what Spark raises where they are of the wrong kind. */
import { analysisError, SparkError } from '../../core/index.ts';
import { placeOfName } from '../../sql/index.ts';
import type { Name } from '../../sql/index.ts';
import type { Session } from '../session.ts';
import { quotedName, tableNotFound } from './errors.ts';
import { findName, GLOBAL_TEMP_DATABASE } from './lookup.ts';
import type { Found } from './lookup.ts';
import { tableParts } from './tables.ts';
import type { CatalogTable } from './tables.ts';

/** The error at the name in the text. */
export function atName(error: SparkError, name: Name): SparkError {
  const origin = placeOfName(name);
  if (origin?.sqlText === undefined) return error;
  return error.withContext({ contextType: 'SQL', sqlText: origin.sqlText, start: origin.start ?? 0, stop: origin.stop ?? 0 });
}

/** How errors name what was found. */
export function foundName(found: Found): string {
  if (found.kind === 'table') return quotedName(tableParts(found.table));
  return quotedName(found.isGlobal ? [GLOBAL_TEMP_DATABASE, found.view.name] : [found.view.name]);
}

/** A table or view of any kind. Raises TABLE_OR_VIEW_NOT_FOUND. */
export function anyTarget(session: Session, name: Name, searchPath: 'all' | 'session' = 'session'): Found {
  const found = findName(session, name);
  if (found === undefined) throw atName(tableNotFound(name, searchPath, session.currentDatabase), name);
  return found;
}

/** A table, no view. Raises EXPECT_TABLE_NOT_VIEW. */
export function tableTarget(session: Session, name: Name, operation: string, searchPath: 'all' | 'session' = 'session'): CatalogTable {
  const found = anyTarget(session, name, searchPath);
  if (found.kind === 'table' && found.table.view === undefined) return found.table;
  throw atName(viewGiven(foundName(found), operation), name);
}

const HAVE_ALTER_VIEW: readonly string[] = ['ALTER TABLE', 'ALTER TABLE ... SET TBLPROPERTIES', 'ALTER TABLE ... UNSET TBLPROPERTIES', 'ALTER TABLE ... SET [SERDE|SERDEPROPERTIES]'];

export function viewGiven(viewName: string, operation: string): SparkError {
  const alternative = HAVE_ALTER_VIEW.includes(operation) ? 'USE_ALTER_VIEW' : 'NO_ALTERNATIVE';
  return analysisError(`EXPECT_TABLE_NOT_VIEW.${alternative}`, '42809', { viewName, operation }, `${operation} needs a table, and ${viewName} is a view.`);
}

/** A persistent view. Raises EXPECT_VIEW_NOT_TABLE and EXPECT_PERMANENT_VIEW_NOT_TEMP. */
export function viewTarget(session: Session, name: Name, operation: string): CatalogTable {
  const found = anyTarget(session, name);
  if (found.kind === 'view') throw atName(temporaryGiven(foundName(found), operation), name);
  if (found.table.view === undefined) throw atName(tableGiven(foundName(found), operation), name);
  return found.table;
}

export function temporaryGiven(viewName: string, operation: string): SparkError {
  return analysisError('EXPECT_PERMANENT_VIEW_NOT_TEMP', '42809', { viewName, operation }, `${operation} takes no temporary view, as ${viewName} is.`);
}

const HAVE_ALTER_TABLE: readonly string[] = ['ALTER VIEW', 'ALTER VIEW ... SET TBLPROPERTIES', 'ALTER VIEW ... UNSET TBLPROPERTIES'];

export function tableGiven(tableName: string, operation: string): SparkError {
  const alternative = HAVE_ALTER_TABLE.includes(operation) ? 'USE_ALTER_TABLE' : 'NO_ALTERNATIVE';
  return analysisError(`EXPECT_VIEW_NOT_TABLE.${alternative}`, '42809', { tableName, operation }, `${operation} needs a view, and ${tableName} is a table.`);
}

/** UNSUPPORTED_FEATURE.TABLE_OPERATION. */
export function operationUnsupported(tableName: string, operation: string, errorClass: 'AnalysisException' | 'UnsupportedOperationException' = 'AnalysisException'): SparkError {
  const sentence = `${operation} is not supported for ${tableName}, as in Spark: its rows are files.`;
  return new SparkError({ errorClass, condition: 'UNSUPPORTED_FEATURE.TABLE_OPERATION', sqlState: '0A000', parameters: { tableName, operation }, sentence });
}
