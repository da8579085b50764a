/** Making temporary views, with Spark's checks on their names. */
import { analysisError, SparkError } from '../../core/index.ts';
import type { LogicalPlan, Relation } from '../../plan/index.ts';
import { parseMultipartIdentifier } from '../../sql/index.ts';
import { quoteIdentifier } from '../../types/index.ts';
import type { Session } from '../session.ts';
import { GLOBAL_TEMP_DATABASE } from './lookup.ts';
import { withViews } from './portable.ts';

export interface NewView {
  readonly name: string;
  readonly relation: Relation;
  readonly analyzed: LogicalPlan;
  readonly replace: boolean;
  readonly isGlobal: boolean;
}

function viewName(text: string): string {
  const parts = parseMultipartIdentifier(text);
  if (parts.length === 1) return parts[0] as string;
  throw analysisError(
    'TEMP_VIEW_NAME_TOO_MANY_NAME_PARTS',
    '428EK',
    { actualName: parts.map(quoteIdentifier).join('.') },
    `A temporary view belongs to no schema: its name is one word, not ${text}.`,
  );
}

export function viewExists(name: string): SparkError {
  return new SparkError({
    errorClass: 'AnalysisException',
    condition: 'TEMP_TABLE_OR_VIEW_ALREADY_EXISTS',
    sqlState: '42P07',
    parameters: { relationName: quoteIdentifier(name) },
    sentence: `There is a temporary view ${name} already. Replace it with createOrReplaceTempView, or take another name.`,
  });
}

/** `createTempView` and its kin. Raises TEMP_TABLE_OR_VIEW_ALREADY_EXISTS where it may not replace. */
export function createView(session: Session, v: NewView): void {
  const name = viewName(session.substitute(v.name));
  const store = v.isGlobal ? session.shared.globalViews : session.views;
  if (!v.replace && store.get(name) !== undefined) throw viewExists(v.isGlobal ? `${GLOBAL_TEMP_DATABASE}.${name}` : name);
  store.set({ name: viewKey(session, name), created: session.shared.clock.now(), plan: v.analyzed, relation: withViews(v.relation, session) });
}

/** Names of views are kept in small letters, unless case counts. */
export function viewKey(session: Session, name: string): string {
  return session.conf.lookup('spark.sql.caseSensitive') === 'true' ? name : name.toLowerCase();
}
