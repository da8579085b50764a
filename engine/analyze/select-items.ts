/** The items of a select list, in order, resolved and named; one may use the alias of another before it. */
import { quoteParts } from '../types/index.ts';
import { analysisError } from '../core/index.ts';
import { collectExpressions, stripAlias, toAttribute, transformUp } from '../plan/index.ts';
import type { Alias, AliasExpr, AttributeReference, Expression, ExprId, GeneratorCall, NamedExpression, ResolvedExpression } from '../plan/index.ts';
import type { Env, NameFallback } from './analysis.ts';
import { aliasOf, AUTO_GENERATED, named, quoted } from './aliases.ts';
import { castName, sqlCastName } from './cast-names.ts';
import { refuseWindowless } from './checks.ts';
import { isVariableColumn } from './expressions/variables.ts';
import { extractFields } from './expressions/extract.ts';
import { parsedText } from './expressions/parsed-text.ts';
import { generatorsOf, plainAggregates } from './expressions/tests.ts';
import { isTimeWindowCall } from './expressions/time-windows.ts';
import { expandStars } from './stars.ts';
import { impliedAlias, setText } from './written-text.ts';

/** A generator in a select list, with the names that the user gave to its columns. */
export interface GeneratorItem {
  readonly kind: 'generators';
  readonly generator: GeneratorCall;
  readonly names?: readonly string[];
}
export type SelectItem = NamedExpression | GeneratorItem;

export interface SelectItems {
  readonly items: readonly SelectItem[];
  /** Aliases of the list that other items use. */
  readonly lateral: ReadonlySet<ExprId>;
}

/** SQL texts parsed, stars and regular expressions replaced by what they stand for. */
export function writtenItems(list: readonly Expression[], env: Env): (Expression | NamedExpression)[] {
  return expandStars(env, list.map((e) => plainItem(e, env)));
}

/** A SQL text parsed. */
export function plainItem(e: Expression, env: Env): Expression {
  if (e.type === 'ExpressionString') return plainItem(parsedText(e, env), env);
  if (e.type === 'Alias' && e.expr.type === 'ExpressionString') return { ...e, expr: plainItem(e.expr, env) };
  return e;
}

/** Resolves the list. `env` sees the input's columns; aliases come after them. */
export function resolveItems(written: readonly (Expression | NamedExpression)[], env: Env, marked = env.scope.sql): SelectItems {
  const done: SelectItem[] = [];
  const lateral = new Map<ExprId, Alias>();
  const inner: Env = { ...env, lateral: lateralAliases(done, lateral, env) };
  for (const e of written) {
    const item = 'kind' in e ? e : resolveItem(e, inner, marked);
    if (lateral.size > 0 && item.kind === 'alias') refuseLateral(item, lateral, env);
    done.push(item);
  }
  return { items: lateral.size === 0 ? done : done.map(settled), lateral: new Set(lateral.keys()) };
}

/** The item without marks on the aliases that it uses: its name is made. */
function settled(item: SelectItem): SelectItem {
  if (item.kind === 'generators') return { ...item, generator: withoutMarks(item.generator) as GeneratorCall };
  return withoutMarks(item) as NamedExpression;
}

function withoutMarks(e: ResolvedExpression): ResolvedExpression {
  return transformUp(e, (x) => {
    if (x.kind !== 'attribute' || x.lateral !== true) return x;
    const { lateral: _, ...column } = x;
    return column;
  });
}

function resolveItem(e: Expression, env: Env, marked: boolean): SelectItem {
  if (e.type === 'Alias' && e.expr.type === 'Alias' && e.name.length === 1) {
    const metadata = e.metadata ?? e.expr.metadata;
    return resolveItem({ ...e, expr: e.expr.expr, ...(metadata === undefined ? {} : { metadata }) }, env, marked);
  }
  if (e.type === 'Alias') return aliasedItem(e, env);
  const value = env.analysis.resolve(e, env);
  if (value.kind === 'generator') return { kind: 'generators', generator: value };
  refuseMisplaced(value, env);
  if (isTimeWindowCall(value)) return aliasOf(value, value.fn.name, env.analysis.context.nextExprId());
  const cast = marked ? sqlCastName(e, env) : castName(e, value, env);
  if (cast !== undefined) return aliasOf(value, cast.name, env.analysis.context.nextExprId(), cast.madeUp ? AUTO_GENERATED : undefined);
  return named(env.analysis, value, marked);
}

function aliasedItem(e: AliasExpr, env: Env): SelectItem {
  const child = e.expr.type === 'UnresolvedFunction' || e.name.length > 1 ? stripAlias(env.analysis.resolve(e.expr, env)) : undefined;
  if (child?.kind === 'generator') return { kind: 'generators', generator: child, names: e.name };
  const value = child === undefined || e.name.length > 1 ? env.analysis.resolve(e, env) : aliasOf(child, e.name[0] as string, env.analysis.context.nextExprId(), ...(e.metadata === undefined ? [] : [e.metadata]));
  refuseMisplaced(value, env);
  return named(env.analysis, value);
}

/** Functions that stand where they have no meaning: rows inside of a value, a window function without its window. */
function refuseMisplaced(e: ResolvedExpression, env: Env): void {
  refuseWindowless(env.analysis, e);
  if (generatorsOf(e).length === 0) return;
  throw analysisError(
    'UNSUPPORTED_GENERATOR.NESTED_IN_EXPRESSIONS',
    '42K0E',
    { expression: quoted(env.analysis, stripAlias(e)) },
    `${quoted(env.analysis, stripAlias(e))} uses a function that gives several rows inside of an expression. Let it stand alone in a select, and work with its column in the next.`,
  );
}

function lateralAliases(done: readonly SelectItem[], used: Map<ExprId, Alias>, env: Env): NameFallback {
  return (parts) => {
    const [name, ...fields] = parts as [string, ...string[]];
    const found = done.filter((x): x is Alias => x.kind === 'alias' && !isVariableColumn(x) && env.analysis.sameName(x.name, name));
    if (found.length > 1) {
      throw analysisError(
        'AMBIGUOUS_LATERAL_COLUMN_ALIAS',
        '42702',
        { name: quoteParts([name]), n: String(found.length) },
        `The select list defines ${name} ${found.length} times, so it is open which one is meant.`,
      );
    }
    const [alias] = found;
    if (alias === undefined) return undefined;
    used.set(alias.exprId, alias);
    const column: AttributeReference = { ...toAttribute(alias), name, lateral: true };
    if (fields.length === 0) return column;
    const field = fields[fields.length - 1] as string;
    const made = impliedAlias(aliasOf(extractFields(env, { ...toAttribute(alias), name }, fields), field, env.analysis.context.nextExprId()));
    setText(made, `lateralAliasReference(${field})`);
    return made;
  };
}

/** Spark does not follow aliases of the same list into windows and aggregates. */
function refuseLateral(item: Alias, lateral: ReadonlyMap<ExprId, Alias>, env: Env): void {
  const usedIn = (e: ResolvedExpression): Alias | undefined => {
    const [first] = collectExpressions(e, (x) => x.kind === 'attribute' && lateral.has(x.exprId)) as AttributeReference[];
    return first === undefined ? undefined : lateral.get(first.exprId);
  };
  for (const w of collectExpressions(item, (x) => x.kind === 'window')) {
    const alias = usedIn(w);
    if (alias !== undefined) throw lateralError('LATERAL_COLUMN_ALIAS_IN_WINDOW', alias.name, { windowExpr: shownLateral(env, w, lateral) }, 'a window function');
  }
  for (const a of plainAggregates(item)) {
    const alias = usedIn(a);
    if (alias !== undefined) throw lateralError('LATERAL_COLUMN_ALIAS_IN_AGGREGATE_FUNC', alias.name, { aggFunc: shownLateral(env, a, lateral) }, 'an aggregate function');
  }
}

/** As Spark shows it: before aliases and frames are settled. */
function shownLateral(env: Env, e: ResolvedExpression, lateral: ReadonlyMap<ExprId, Alias>): string {
  const marked = transformUp(e, (x) => (x.kind === 'attribute' && lateral.has(x.exprId) ? { ...x, lateral: true } : x));
  return quoted(env.analysis, marked).replace(/(?:ROWS|RANGE) BETWEEN UNBOUNDED PRECEDING AND (?:UNBOUNDED FOLLOWING|CURRENT ROW)\)"$/, 'unspecifiedframe$())"');
}

/** UNSUPPORTED_FEATURE.LATERAL_COLUMN_ALIAS_…: the alias of that name, used `where` Spark does not follow it. */
export function lateralError(kind: string, alias: string, parameters: Readonly<Record<string, string>>, where: string): Error {
  const lca = quoteParts([alias]);
  return analysisError(
    `UNSUPPORTED_FEATURE.${kind}`,
    '0A000',
    { lca, ...parameters },
    `The alias ${lca} of the same select list cannot be used inside of ${where}. Make the column in a select of its own first.`,
  );
}
