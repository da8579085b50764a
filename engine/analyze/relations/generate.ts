/** LATERAL VIEW, and functions in FROM that give rows. */
import { parseName, quoteParts } from '../../types/index.ts';
import { analysisError } from '../../core/index.ts';
import { generateNode, projectNode, stripAlias } from '../../plan/index.ts';
import type { AttributeReference, Expression, Generate, GeneratorCall, LogicalPlan, ResolvedExpression } from '../../plan/index.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { generatorColumns } from '../generators.ts';
import { sparkClass } from '../expressions/calls.ts';
import { at, contextOf, placePlan } from '../origins.ts';
import { sqlTable, sqlTableFunctionOf } from '../sql-functions/tables.ts';
import { checkReferences } from '../checks.ts';
import { oneRow } from './select.ts';
import { generateUserTable, userTableOf } from './user-tables.ts';

function functionName(e: Expression): string {
  return e.type === 'UnresolvedFunction' ? e.functionName : 'expression';
}

function generatorOf(e: Expression, env: Env): GeneratorCall {
  const found: ResolvedExpression = stripAlias(env.analysis.resolve(e, env));
  if (found.kind === 'generator') return found;
  const name = functionName(e);
  throw analysisError(
    'UNSUPPORTED_GENERATOR.NOT_GENERATOR',
    '42K0E',
    { functionName: `\`${name}\``, classCanonicalName: sparkClass(name) },
    `${name} gives one value, not rows: LATERAL VIEW takes explode() and its kin.`,
  );
}

/** A function in FROM that there is not. */
function refuseUnknown(e: Expression, analysis: Analysis): void {
  if (e.type !== 'UnresolvedFunction') return;
  const { registry } = analysis.context;
  if (registry.get(e.functionName) !== undefined || registry.isKnownUnsupported(e.functionName)) return;
  throw analysisError(
    'UNRESOLVABLE_TABLE_VALUED_FUNCTION',
    '42883',
    { name: quoteParts(parseName(e.functionName)) },
    `There is no function ${e.functionName} that gives rows.`,
    contextOf(e.origin),
  );
}

/** LATERAL VIEW does not look among the functions that stand in FROM only. */
function refuseFromOnly({ generator: e, origin }: Generate, analysis: Analysis): void {
  const fn = e.type === 'UnresolvedFunction' ? analysis.context.registry.get(e.functionName) : undefined;
  if (fn?.kind !== 'generator' || fn.fromOnly !== true) return;
  const routineName = quoteParts([analysis.context.catalog.currentDatabase(), fn.name]);
  throw analysisError('ROUTINE_NOT_FOUND', '42883', { routineName }, `LATERAL VIEW finds no function ${fn.name}: call it in FROM, after LATERAL.`, contextOf(origin));
}

export function generate(r: Generate, analysis: Analysis, scope: Scope): LogicalPlan {
  const userTable = userTableOf(r.generator, analysis, scope);
  if (userTable !== undefined) return at(userTable.origin, () => generateUserTable(r, userTable, analysis, scope));
  const written = sqlTableFunctionOf(r.generator, analysis, scope);
  if (written !== undefined) return at(r.generator.origin, () => sqlTable(r, written.f, written.call, analysis, scope));
  const input = r.input === undefined ? oneRow() : analysis.relation(r.input, scope);
  const env: Env = { ...envOf(analysis, scope, [input]), refusesFunctions: 'Generate' };
  if (r.input === undefined) refuseUnknown(r.generator, analysis);
  if (r.isView === true) refuseFromOnly(r, analysis);
  const generator = at(r.origin, () => generatorOf(r.generator, env));
  const columns = at(r.origin, () => generatorColumns(analysis, generator, r.generatorOutput, ','));
  const qualified = columns.map((a): AttributeReference => (r.qualifier === undefined ? a : { ...a, qualifier: [r.qualifier] }));
  const node = placePlan(generateNode(input, generator, r.outer, qualified), r.origin);
  checkReferences(node, env);
  // A function in FROM gives its own columns only.
  return r.input === undefined ? projectNode(node, node.generatorOutput) : node;
}
