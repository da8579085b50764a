/** ALTER TABLE and ALTER VIEW, action by action. */
import { analysisError, unreachable } from '../../../core/index.ts';
import type { Relation } from '../../../plan/index.ts';
import type { AlterAction } from '../../../sql/index.ts';
import { quotedName } from '../../catalog/errors.ts';
import { findName } from '../../catalog/lookup.ts';
import { operationUnsupported, tableTarget, viewTarget } from '../../catalog/targets.ts';
import { tableParts } from '../../catalog/tables.ts';
import type { CatalogTable } from '../../catalog/tables.ts';
import type { RequestContext } from '../../requests/context.ts';
import { NOTHING } from '../result.ts';
import type { StatementOf } from '../statement-of.ts';
import { addColumns, alterColumns, checkColumn } from './columns.ts';
import { addPartitions, dropPartitions, recoverPartitions, renamePartition, setPartitionLocation } from './partitions.ts';
import { changeProperties, changeStorage, clusterBy, setLocation } from './properties.ts';
import { renameTarget } from './rename.ts';
import { alterViewQuery, setSchemaMode } from './views.ts';

type Alter = StatementOf<'alter'>;

/** How errors name the statement. */
const OPERATIONS: Readonly<Partial<Record<AlterAction['do'], string>>> = {
  addColumns: 'ALTER TABLE ... ADD COLUMN',
  alterColumns: 'ALTER TABLE ... CHANGE COLUMN',
  renameColumn: 'ALTER TABLE ... RENAME COLUMN',
  dropColumns: 'ALTER TABLE ... DROP COLUMNS',
  replaceColumns: 'ALTER TABLE ... REPLACE COLUMNS',
  setLocation: 'ALTER TABLE ... SET LOCATION ...',
  setSerde: 'ALTER TABLE ... SET [SERDE|SERDEPROPERTIES]',
  setStorage: 'ALTER TABLE ... SET [SERDE|SERDEPROPERTIES]',
  addPartitions: 'ALTER TABLE ... ADD PARTITION ...',
  dropPartitions: 'ALTER TABLE ... DROP PARTITION ...',
  renamePartition: 'ALTER TABLE ... RENAME TO PARTITION',
  recoverPartitions: 'ALTER TABLE ... RECOVER PARTITIONS',
  clusterBy: 'ALTER TABLE ... CLUSTER BY',
  constraint: 'ALTER TABLE ... CONSTRAINT',
};

export function alterStatement(context: RequestContext, s: Alter): Relation {
  const { action } = s;
  if (action.do === 'rename') renameTarget(context, s, action.to);
  else if (s.object === 'VIEW') alterView(context, s);
  else alterTable(context, s);
  return NOTHING;
}

function alterView(context: RequestContext, s: Alter): void {
  const { action } = s;
  switch (action.do) {
    case 'setProperties':
      return changeProperties(context, viewTarget(context.session, s.name, 'ALTER VIEW ... SET TBLPROPERTIES'), action);
    case 'unsetProperties':
      return changeProperties(context, viewTarget(context.session, s.name, 'ALTER VIEW ... UNSET TBLPROPERTIES'), action);
    case 'schemaMode':
      return setSchemaMode(context, persistentTarget(context, s), action.mode);
    case 'as':
      return alterViewQuery(context, s.name, action.query);
    default:
      throw operationUnsupported(quotedName(s.name), 'ALTER VIEW');
  }
}

/** A temporary view has no mode to be changed. */
function persistentTarget(context: RequestContext, s: Alter): CatalogTable {
  if (findName(context.session, s.name)?.kind === 'view') {
    throw analysisError('UNSUPPORTED_FEATURE.TEMPORARY_VIEW_WITH_SCHEMA_BINDING_MODE', '0A000', {}, 'A temporary view takes no WITH SCHEMA.');
  }
  return viewTarget(context.session, s.name, 'ALTER VIEW ... WITH SCHEMA ...');
}

function alterTable(context: RequestContext, s: Alter): void {
  const { action } = s;
  const operation = action.do === 'setProperties' ? 'ALTER TABLE ... SET TBLPROPERTIES' : action.do === 'unsetProperties' ? 'ALTER TABLE ... UNSET TBLPROPERTIES' : (OPERATIONS[action.do] ?? 'ALTER TABLE');
  const table = tableTarget(context.session, s.name, operation);
  const refuse = (what: string): never => {
    throw operationUnsupported(quotedName(tableParts(table)), what);
  };
  switch (action.do) {
    case 'addColumns':
      return addColumns(context, table, action.columns);
    case 'alterColumns':
      return alterColumns(context, table, action.changes, s.origin);
    case 'renameColumn':
      checkColumn(context, table, action.path, s.origin);
      return refuse('RENAME COLUMN');
    case 'dropColumns':
      if (!action.ifExists) for (const path of action.paths) checkColumn(context, table, path, s.origin);
      return refuse('DROP COLUMN');
    case 'replaceColumns':
      return refuse('REPLACE COLUMNS');
    case 'constraint':
      return refuse(action.operation);
    case 'setProperties':
    case 'unsetProperties':
      return changeProperties(context, table, action);
    case 'setLocation':
      return action.partition === undefined ? setLocation(context, table, action.location) : setPartitionLocation(context, table, action.partition, action.location, s.origin);
    case 'setSerde':
    case 'setStorage':
      return changeStorage(context, table, action);
    case 'addPartitions':
      return addPartitions(context, table, action, s.origin);
    case 'dropPartitions':
      return dropPartitions(context, table, action, s.origin);
    case 'renamePartition':
      return renamePartition(context, table, action, s.origin);
    case 'recoverPartitions':
      return recoverPartitions(context, table);
    case 'clusterBy':
      return clusterBy(context, table, action.columns);
    case 'rename':
    case 'as':
    case 'schemaMode':
      return refuse(action.do);
    default:
      return unreachable(action);
  }
}
