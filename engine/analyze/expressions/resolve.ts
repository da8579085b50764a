/** Every kind of wire expression to its resolved form. */
import { analysisError, unreachable, unsupported } from '../../core/index.ts';
import { literal, stripAlias } from '../../plan/index.ts';
import type { AliasExpr, Expression, LiteralExpr, ResolvedExpression } from '../../plan/index.ts';
import { decodeWire, quoteIdentifier, typeFromJson } from '../../types/index.ts';
import type { Env } from '../analysis.ts';
import { aliasOf, quoted } from '../aliases.ts';
import { at, contextOf, originOf } from '../origins.ts';
import { resolveAttribute } from './attributes.ts';
import { resolveFunction } from './calls.ts';
import { resolveCast } from './casts.ts';
import { resolveExtract } from './extract.ts';
import { resolveLambdaVariable } from './lambdas.ts';
import { parsedText } from './parsed-text.ts';
import { resolveUpdateFields } from './structs.ts';
import { resolveSubquery } from './subqueries.ts';
import { resolveUdf } from './udfs.ts';
import { resolveWindow } from './windows.ts';
import { misplacedStar, refuseStar } from '../misplaced-stars.ts';

/** The resolved form. Raises whatever Spark's analyzer raises about the expression. */
export function resolveExpression(e: Expression, env: Env): ResolvedExpression {
  switch (e.type) {
    case 'Literal':
      return resolveLiteral(e);
    case 'UnresolvedAttribute':
      return resolveAttribute(e, env);
    case 'UnresolvedFunction':
      return resolveFunction(e, env);
    case 'ExpressionString':
      return env.analysis.resolve(parsedText(e, env), env);
    case 'Alias':
      return resolveAlias(e, env);
    case 'Cast':
      return resolveCast(e, env);
    case 'Window':
      return resolveWindow(e, env);
    case 'UnresolvedNamedLambdaVariable':
      return resolveLambdaVariable(e, env);
    case 'UnresolvedExtractValue':
      return resolveExtract(e, env);
    case 'UpdateFields':
      return resolveUpdateFields(e, env);
    case 'CommonInlineUserDefinedFunction':
      return resolveUdf(e, env);
    case 'SubqueryExpression':
      return resolveSubquery(e, env);
    case 'UnresolvedStar':
      throw misplacedStar(e);
    case 'SortOrder':
      // A direction outside of a sort says nothing about the value.
      return env.analysis.resolve(e.child, env);
    case 'UnresolvedRegex':
      refuseStar(e, 'expression', contextOf(e.origin));
      return resolveAttribute({ type: 'UnresolvedAttribute', unparsedIdentifier: e.colName, ...(e.planId === undefined ? {} : { planId: e.planId }) }, env);
    case 'NamedArgumentExpression':
      throw unsupported(`The named argument ${e.key} outside of a call`);
    case 'CommonInlineUserDefinedTableFunction':
    case 'TableArgument':
      throw unsupported('The rows of a table in the place of a value');
    case 'LambdaFunction':
      throw unsupported('A lambda function outside of a call');
    default:
      return unreachable(e);
  }
}

const literals = new WeakMap<LiteralExpr, ResolvedExpression>();

function resolveLiteral(e: LiteralExpr): ResolvedExpression {
  let known = literals.get(e);
  if (known === undefined) {
    const type = typeFromJson(e.dataType);
    known = { ...literal(decodeWire(type, e.value), type), ...originOf(e.origin) };
    literals.set(e, known);
  }
  return known;
}

function resolveAlias(e: AliasExpr, env: Env): ResolvedExpression {
  refuseStar(e.expr, 'expression `alias`');
  const child = env.analysis.resolve(e.expr, env);
  const [name, ...more] = e.name;
  if (name === undefined || more.length > 0) {
    return at(e.origin, () => {
      throw analysisError(
        'MULTI_ALIAS_WITHOUT_GENERATOR',
        '42K0E',
        { expr: quoted(env.analysis, stripAlias(child)), names: e.name.join(', ') },
        `Several names (${e.name.map(quoteIdentifier).join(', ')}) go with functions that give several columns only.`,
      );
    });
  }
  return aliasOf(child, name, env.analysis.context.nextExprId(), ...(e.metadata === undefined ? [] : [e.metadata]));
}

