/** A session as the analyzer sees it. */
import type { Batch } from '../columnar/index.ts';
import type { AnalyzerCatalog, AnalyzerContext } from '../analyze/context.ts';
import { analyze } from '../analyze/index.ts';
import type { AttributeReference, LocalData, LogicalPlan, ReadDataSource } from '../plan/index.ts';
import type { StructType } from '../types/index.ts';
import { resolveDataSource } from '../sources/index.ts';
import { planOfName } from './catalog/lookup.ts';
import { SESSION_CATALOG } from './catalog/tables.ts';
import type { ViewScope } from './catalog/view-plan.ts';
import type { Session } from './session.ts';

/** Columns of a schema, with fresh ids. */
export function attributesOf(schema: StructType, nextExprId: () => number): AttributeReference[] {
  return schema.fields.map((f) => ({
    kind: 'attribute',
    name: f.name,
    exprId: nextExprId(),
    qualifier: [],
    type: f.type,
    nullable: f.nullable,
    ...(f.metadata === undefined ? {} : { metadata: f.metadata }),
  }));
}

function catalogOf(session: Session, context: (scope?: ViewScope) => AnalyzerContext, scope?: ViewScope): AnalyzerCatalog {
  const { shared } = session;
  return {
    table: (nameParts) => planOfName(session, nameParts, (relation, within) => analyze(relation, context(within), within !== undefined), scope),
    localRelation: (hash): LogicalPlan => {
      const { schema, batch, numPartitions } = shared.local.get(hash);
      const data: LocalData = { node: 'LocalData', origin: 'rdd', batch, output: attributesOf(schema, shared.nextExprId) };
      return numPartitions === undefined ? data : { ...data, numPartitions };
    },
    dataSource: (relation: ReadDataSource) =>
      resolveDataSource(relation, {
        files: shared.files,
        broker: shared.broker,
        conf: session.conf.lookup,
        sessionTimeZone: session.timeZone,
        now: () => shared.clock.now(),
        nextExprId: shared.nextExprId,
      }),
    function: (name) => session.functions.get(name.toLowerCase()),
    tableFunction: (name) => session.tableFunctions.get(name.toLowerCase()),
    variable: (nameParts) => session.variable(nameParts),
    sqlFunction: (nameParts) => session.sqlFunction(nameParts, (scope ?? session).currentDatabase),
    inDatabase: (database, f) => session.inDatabase(database, f),
    currentDatabase: () => (scope ?? session).currentDatabase,
    currentCatalog: () => SESSION_CATALOG,
    tableNames: () => [...session.views.all().map((v) => v.name), ...shared.tables.all(session.currentDatabase).map((t) => t.name)],
  };
}

/** `keepPlans`: DataFrames' analyzed plans are remembered by their wire ids. `run` is for pivots that ask the data for their columns. */
export function analyzerContext(session: Session, keepPlans: boolean, run: (plan: LogicalPlan) => Batch): AnalyzerContext {
  const { shared } = session;
  const context: AnalyzerContext = {
    registry: shared.options.registry,
    conf: session.conf.lookup,
    substitute: session.substitute,
    environment: shared.environment,
    catalog: catalogOf(session, (scope) => (scope === undefined ? context : withinView(session, context, scope))),
    sessionTimeZone: session.timeZone,
    ansi: session.ansi,
    nextExprId: shared.nextExprId,
    nextCteId: shared.nextCteId,
    run,
    ...(shared.options.host.analyzeTableFunction === undefined ? {} : { analyzeTableFunction: shared.options.host.analyzeTableFunction }),
    ...(keepPlans ? { analyzed: session.analyzed } : {}),
  };
  return context;
}

/** As the analyzer sees the session from within a view: as it was when the view was made. */
function withinView(session: Session, outer: AnalyzerContext, scope: ViewScope): AnalyzerContext {
  const { analyzed: _, ...rest } = outer;
  const within: AnalyzerContext = {
    ...rest,
    conf: scope.lookup,
    ansi: scope.lookup('spark.sql.ansi.enabled') !== 'false',
    marksMode: (scope.lookup('spark.sql.ansi.enabled') !== 'false') !== session.ansi,
    sessionTimeZone: scope.lookup('spark.sql.session.timeZone') ?? 'UTC',
    catalog: catalogOf(session, (inner) => withinView(session, outer, inner ?? scope), scope),
  };
  return within;
}
