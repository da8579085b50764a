/** CREATE TABLE a LIKE b. */
import { analysisError } from '../../core/index.ts';
import type { Relation } from '../../plan/index.ts';
import { quotedName } from '../catalog/errors.ts';
import { tableIdOf } from '../catalog/names.ts';
import { anyTarget } from '../catalog/targets.ts';
import { createEmptyTable } from '../catalog/write-table.ts';
import type { NewTable } from '../catalog/write-table.ts';
import { rawSchema } from '../catalog/char-types.ts';
import { schemaOf } from '../query-execution.ts';
import type { RequestContext } from '../requests/context.ts';
import { planOfTable } from './cache.ts';
import { NOTHING } from './result.ts';
import type { StatementOf } from './statement-of.ts';

/** The columns and the layout of another table, none of its rows, comment and properties. */
export function createTableLike(context: RequestContext, s: StatementOf<'createTableLike'>): Relation {
  const { session, shared } = context;
  const found = anyTarget(session, s.source);
  const id = tableIdOf(session, s.name);
  if (shared.tables.get(id) !== undefined) {
    if (s.ifNotExists) return NOTHING;
    const relationName = quotedName([id.database, id.name]);
    throw analysisError('TABLE_OR_VIEW_ALREADY_EXISTS', '42P07', { relationName }, `There is a table or view ${relationName} already.`);
  }
  const source = found.kind === 'table' && found.table.view === undefined ? found.table : undefined;
  const schema = found.kind === 'table' ? found.table.schema : rawSchema(schemaOf(planOfTable(context, s.source)));
  const provider = s.provider ?? source?.provider ?? session.conf.lookup('spark.sql.sources.default') ?? 'parquet';
  const made: NewTable = {
    ...id,
    provider,
    partitionBy: source?.partitionBy ?? [],
    location: s.location,
    ...(source?.buckets === undefined ? {} : { buckets: source.buckets }),
    ...(source?.options === undefined ? {} : { options: source.options }),
    ...(s.properties === undefined ? {} : { properties: s.properties }),
  };
  createEmptyTable(context, made, schema);
  return NOTHING;
}
