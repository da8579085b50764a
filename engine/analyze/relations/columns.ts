/** Methods that change single columns: withColumn, withColumnRenamed, drop, toDF, to, alias. */
import { analysisError } from '../../core/index.ts';
import { projectNode, subqueryAliasNode, stripAlias } from '../../plan/index.ts';
import type { Drop, Expression, LogicalPlan, NamedExpression, SubqueryAlias, ToDF, WithColumns, WithColumnsRenamed } from '../../plan/index.ts';
import { quoteIdentifier } from '../../types/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { aliasOf } from '../aliases.ts';
import { checkReferences } from '../checks.ts';
import { hideColumns, hiddenColumns } from '../missing-columns.ts';
import { at } from '../origins.ts';
import { writtenItems, resolveItems } from '../select-items.ts';
import { checkPipeItems, checkPresent } from './pipes.ts';
import { selectEnv, selectList, withUsedHidden } from './select.ts';

function refuseTwice(analysis: Analysis, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const key = analysis.nameKey(name);
    if (seen.has(key)) {
      throw analysisError('COLUMN_ALREADY_EXISTS', '42711', { columnName: quoteIdentifier(key) }, `The column ${name} is given twice.`);
    }
    seen.add(key);
  }
}

/** Columns of a name that is there already take its place, others come behind. */
export function withColumnsRelation(r: WithColumns, analysis: Analysis, scope: Scope): LogicalPlan {
  refuseTwice(analysis, r.aliases.map((a) => a.name));
  const input = analysis.relation(r.input, scope);
  const env = selectEnv(analysis, scope, input);
  if (r.pipe !== undefined) checkPresent(r, r.aliases.map((a) => a.name), env);
  const asItem = (a: { readonly name: string; readonly expr: Expression }): Expression => ({ type: 'Alias', expr: a.expr, name: [a.name] });
  const added = r.aliases.filter((a) => !input.output.some((o) => analysis.sameName(o.name, a.name)));
  const list: (Expression | NamedExpression)[] = input.output.map((o) => {
    const replaced = r.aliases.find((a) => analysis.sameName(a.name, o.name));
    return replaced === undefined ? o : asItem(replaced);
  });
  const items = [...list, ...writtenItems(added.map(asItem), env)];
  const resolved = resolveItems(items, env);
  checkPipeItems(r.pipe, items, resolved.items);
  const node = selectList(env, withUsedHidden(input, resolved.items), resolved);
  checkReferences(node, env);
  return node;
}

export function withColumnsRenamed(r: WithColumnsRenamed, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  // A column that is renamed is a new one, also where the new name is the old one.
  const names = input.output.map((a) => {
    let name: string | undefined;
    for (const { colName, newColName } of r.renames) if (analysis.sameName(name ?? a.name, colName)) name = newColName;
    return name;
  });
  if (names.every((n) => n === undefined)) return { ...input };
  return projectNode(input, input.output.map((a, i): NamedExpression => (names[i] === undefined ? a : aliasOf(a, names[i], analysis.context.nextExprId()))));
}

/** Columns that are not there are no error. */
export function drop(r: Drop, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const env = selectEnv(analysis, scope, input);
  const dropped = new Set<number>();
  for (const name of r.columnNames) for (const a of input.output) if (analysis.sameName(a.name, name)) dropped.add(a.exprId);
  for (const e of r.columns) {
    const a = columnToDrop(e, () => stripAlias(analysis.resolve(e, env)));
    if (a?.kind === 'attribute') dropped.add(a.exprId);
  }
  const kept = input.output.filter((a) => !dropped.has(a.exprId));
  if (kept.length === input.output.length) return { ...input };
  return hideColumns(projectNode(input, kept), hiddenColumns(input));
}

/** A bare name that stands for nothing is left alone. */
function columnToDrop<T>(e: Expression, resolve: () => T): T | undefined {
  try {
    return resolve();
  } catch (error) {
    const condition = (error as { readonly condition?: string | null }).condition;
    if (e.type === 'UnresolvedAttribute' && condition?.startsWith('UNRESOLVED_COLUMN') === true) return undefined;
    throw error;
  }
}

export function toDF(r: ToDF, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const [has, given] = [input.output.length, r.columnNames.length];
  if (has !== given) {
    throw analysisError(
      'ASSIGNMENT_ARITY_MISMATCH',
      '42802',
      { numExpr: String(given), numTarget: String(has) },
      `toDF() was given ${given} names for ${has} columns.`,
    );
  }
  return projectNode(input, input.output.map((a, i) => aliasOf(a, r.columnNames[i] as string, analysis.context.nextExprId())));
}

/** `df.alias("t")`, and SQL's `t(a, b)`. */
export function subqueryAlias(r: SubqueryAlias, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const names = r.columnAliases;
  if (r.input.type === 'InlineTable' && names?.length === input.output.length) {
    return subqueryAliasNode({ ...input, output: input.output.map((a, i) => ({ ...a, name: names[i] as string })) }, r.alias);
  }
  return at(r.origin, () => aliased(analysis, input, r.alias, r.columnAliases));
}

export function aliased(analysis: Analysis, input: LogicalPlan, alias: string, names: readonly string[] | undefined): LogicalPlan {
  if (names === undefined) return subqueryAliasNode(input, alias);
  if (names.length !== input.output.length) {
    throw analysisError(
      'ASSIGNMENT_ARITY_MISMATCH',
      '42802',
      { numExpr: String(names.length), numTarget: String(input.output.length) },
      `${alias} has ${input.output.length} columns, but ${names.length} names were given to them.`,
    );
  }
  return subqueryAliasNode(projectNode(input, input.output.map((a, i) => aliasOf(a, names[i] as string, analysis.context.nextExprId()))), alias);
}

