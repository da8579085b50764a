/** Select lists: projections, with all that one may hold: aggregates, windows, functions of several rows. */
import type { Batch } from '../../columnar/index.ts';
import { analysisError } from '../../core/index.ts';
import type { LocalData, LogicalPlan, NamedExpression, Project, ResolvedExpression } from '../../plan/index.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { projectWithWindows } from '../extract-windows.ts';
import { holdsAggregate } from '../expressions/tests.ts';
import { isGeneratorItem, liftGenerators } from '../generators.ts';
import { liftLateral } from '../lateral-aliases.ts';
import { missingFrom, hiddenColumns, withColumns } from '../missing-columns.ts';
import { contextOf } from '../origins.ts';
import { resolveItems, writtenItems } from '../select-items.ts';
import type { GeneratorItem, SelectItems } from '../select-items.ts';
import { windowedInput } from '../time-windows.ts';
import { checkReferences } from '../checks.ts';
import { referencesOf } from '../../plan/index.ts';
import { lookUp } from '../expressions/attributes.ts';
import { checkPipeItems } from './pipes.ts';
import { buildAggregate } from './aggregate-build.ts';

const ONE_ROW: Batch = { length: 1, columns: [] };

/** SELECT without FROM reads one row without columns. */
export function oneRow(): LocalData {
  return { node: 'LocalData', origin: 'rdd', batch: ONE_ROW, output: [], emptyRelation: true };
}

/** Names that a select list may use: the input's columns, and those that USING hides when they are qualified. */
export function selectEnv(analysis: Analysis, scope: Scope, input: LogicalPlan): Env {
  const hidden = (): ReturnType<typeof hiddenColumns> => hiddenColumns(input);
  const env: Env = envOf(analysis, scope, [input], {
    hiddenColumns: hidden,
    missing: (id) => hidden().find((a) => a.exprId === id),
    fallbacks: [(parts, e) => (parts.length > 1 ? lookUp(env, parts, hidden().filter((a) => a.qualifier.length > 0), e) : undefined)],
  });
  return env;
}

/** The input with those hidden columns in its output that the list uses. */
export function withUsedHidden(input: LogicalPlan, list: readonly (ResolvedExpression | GeneratorItem)[]): LogicalPlan {
  const hidden = hiddenColumns(input);
  if (hidden.length === 0) return input;
  const used = new Set(list.flatMap((e) => [...referencesOf(isGeneratorItem(e) ? e.generator : e).keys()]));
  return withColumns(input, missingFrom(input, hidden.filter((a) => used.has(a.exprId))));
}

export function project(r: Project, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = r.input === undefined ? oneRow() : analysis.relation(r.input, scope);
  const env = selectEnv(analysis, scope, input);
  if (r.input === undefined) refuseTrailingComma(r);
  const written = writtenItems(r.expressions, env);
  const resolved = resolveItems(written, env);
  checkPipeItems(r.pipe, written, resolved.items);
  const node = selectList(env, withUsedHidden(input, resolved.items), resolved);
  checkReferences(node, env);
  return node;
}

/** A list of resolved items over an input. */
export function selectList(env: Env, input: LogicalPlan, { items, lateral }: SelectItems): LogicalPlan {
  const { analysis } = env;
  if (items.some((e) => holdsAggregate(isGeneratorItem(e) ? e.generator : e))) {
    return buildAggregate(env, { input, grouping: [], items, lateral });
  }
  const windowed = windowedInput(env, input, items.filter((e) => !isGeneratorItem(e)) as NamedExpression[]);
  const replaced = windowed === undefined ? items : items.map((e) => (isGeneratorItem(e) ? e : windowed.replace(e)));
  const generated = liftGenerators(analysis, windowed?.input ?? input, replaced);
  const lifted = liftLateral(analysis, generated.input, generated.items, lateral);
  return projectWithWindows(analysis, lifted.input, lifted.items);
}


/** `SELECT a, FROM t` reads as a column `from` called t. */
function refuseTrailingComma(r: Project): void {
  const last = r.expressions.at(-1);
  if (r.expressions.length < 2 || last?.type !== 'Alias' || last.expr.type !== 'UnresolvedAttribute' || last.expr.unparsedIdentifier.toLowerCase() !== 'from') return;
  throw analysisError('TRAILING_COMMA_IN_SELECT', '42601', {}, 'There is a comma before FROM, with no column behind it. Take it out.', contextOf(last.origin));
}
