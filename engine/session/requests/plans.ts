/** Requests that ask about a plan without running it. */
import { explain as explainText } from '../../physical/index.ts';
import { collectPlans, isStreaming, planKey } from '../../plan/index.ts';
import type { LogicalPlan, Relation } from '../../plan/index.ts';
import { asNullable, parseSchema, parseType, sessionTimestampType, typeToJson } from '../../types/index.ts';
import type { AtomicType, DataType, StructType } from '../../types/index.ts';
import { schemaOf } from '../query-execution.ts';
import { treeString as treeText } from '../tree-string.ts';
import type { RequestContext, RequestOf } from './context.ts';
import type { ExplainMode } from '../request.ts';
import { parsedPlanText } from './parsed-plan.ts';

export function schema(context: RequestContext, request: RequestOf<'schema'>): unknown {
  return typeToJson(shownSchema(context.analyzed(request.plan)));
}

/** What `df.schema` says: of a stream nothing is promised to be there. */
function shownSchema(plan: LogicalPlan): StructType {
  const type = schemaOf(plan);
  return isStreaming(plan) ? (asNullable(type) as StructType) : type;
}

export function treeString(context: RequestContext, request: RequestOf<'treeString'>): string {
  return treeText(shownSchema(context.analyzed(request.plan)), request.level);
}

/** The text of `explain` in some mode. */
export function explainPlan(context: RequestContext, relation: Relation, mode: ExplainMode): string {
  const { queries } = context;
  const analyzed = context.analyzed(relation);
  const parsed = mode === 'extended' ? parsedPlanText(context, relation, analyzed) : undefined;
  return explainText(mode, { analyzed, optimized: queries.optimized(analyzed), physical: queries.physical(analyzed), ...(parsed === undefined ? {} : { parsed }) });
}

export function explain(context: RequestContext, request: RequestOf<'explain'>): string {
  return explainPlan(context, request.plan, request.mode);
}

type PlanQuestion = RequestOf<'isStreaming'>;

/** `isLocal`: the rows are at hand without running anything. */
function isLocal(plan: LogicalPlan): boolean {
  return plan.node === 'LocalData' && plan.origin === 'local';
}

function inputFiles(plan: LogicalPlan): string[] {
  const scans = collectPlans(plan, (p) => p.node === 'DataSourceScan');
  return [...new Set(scans.flatMap((p) => (p.node === 'DataSourceScan' ? p.paths.map((x) => `file://${x}`) : [])))];
}

export function ask(context: RequestContext, request: PlanQuestion): unknown {
  const plan = context.analyzed(request.plan);
  switch (request.op) {
    case 'isStreaming':
      return isStreaming(plan);
    case 'isLocal':
      return isLocal(plan);
    case 'inputFiles':
      return inputFiles(context.queries.optimized(plan));
    case 'semanticHash':
      return textHash(planKey(plan));
    default:
      return undefined;
  }
}

export function sameSemantics(context: RequestContext, request: RequestOf<'sameSemantics'>): boolean {
  return planKey(context.analyzed(request.plan)) === planKey(context.analyzed(request.other));
}

/** As PySpark reads a DDL text: as a table's columns, else as one type, else as a struct's fields. The first failure is raised. */
function parseSchemaOrType(ddl: string, timestamp: AtomicType): DataType {
  try {
    return parseSchema(ddl, timestamp);
  } catch (error) {
    for (const text of [ddl, `struct<${ddl.trim()}>`]) {
      try {
        return parseType(text, timestamp);
      } catch {
        // What was wrong with it as columns says more.
      }
    }
    throw error;
  }
}

/** A DDL text as a type in JSON form. */
export function typeOfDdl(context: RequestContext, request: RequestOf<'parseType'>): unknown {
  const timestamp = sessionTimestampType(context.session.conf.lookup);
  if (request.schemaOnly === true && request.ddl.trim() !== '') return typeToJson(parseSchema(request.ddl, timestamp));
  return typeToJson(request.schemaFirst === true ? parseSchemaOrType(request.ddl, timestamp) : parseType(request.ddl, timestamp));
}

/** A 32-bit number for `semanticHash`. */
function textHash(text: string): number {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = (Math.imul(h, 31) + text.charCodeAt(i)) | 0;
  return h;
}
