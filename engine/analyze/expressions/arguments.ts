/** What type rules see of a call's arguments. */
import { isFoldable, stripAlias } from '../../plan/index.ts';
import type { Lambda, ResolvedExpression } from '../../plan/index.ts';
import type { ArgumentInfo, SignatureContext } from '../../functions/define.ts';
import { OPERATOR } from '../../plan/index.ts';
import { isNumeric, isString } from '../../types/index.ts';
import type { Analysis } from '../analysis.ts';
import { sqlOf } from '../aliases.ts';
import { workedOut } from './constants.ts';
import { staysConstant } from './constancy.ts';

/** The name that a field made of the expression takes: a column's, an alias's, a field's. */
export function fieldNameOf(e: ResolvedExpression): string | undefined {
  if (e.kind === 'attribute' || e.kind === 'alias' || e.kind === 'lambdaVariable') return e.name;
  if (e.kind === 'call' && (e.fn.name === OPERATOR.getField || e.fn.name === OPERATOR.getArrayStructFields)) {
    const name = e.args[1];
    return name?.kind === 'literal' && typeof name.value === 'string' ? name.value : undefined;
  }
  return undefined;
}

/** Of `array(…)`, and of a field of the structs in one: which items may be null. */
function nullableItems(e: ResolvedExpression): readonly boolean[] | undefined {
  if (e.kind !== 'call') return undefined;
  if (e.fn.name === 'array') return e.args.map((a) => a.nullable);
  const [structs, field] = e.args;
  if (e.fn.name !== OPERATOR.getArrayStructFields || structs?.type.kind !== 'array' || structs.type.element.kind !== 'struct' || field?.kind !== 'literal') return undefined;
  const found = structs.type.element.fields.find((f) => f.name === field.value);
  return nullableItems(structs)?.map((nullable) => nullable || found?.nullable !== false);
}

export function argumentInfo(analysis: Analysis, e: ResolvedExpression): ArgumentInfo {
  const bare = stripAlias(e);
  const worked = workedOut(analysis, bare);
  const name = fieldNameOf(e);
  const items = nullableItems(bare);
  return {
    type: bare.type,
    nullable: bare.nullable,
    foldable: isFoldable(bare) && staysConstant(bare),
    sql: sqlOf(analysis, bare),
    ...worked,
    ...(name === undefined ? {} : { name }),
    ...(items === undefined ? {} : { nullableItems: items }),
    ...(isUnchanged(bare) ? { unchanged: true } : {}),
    ...(bare.kind === 'literal' ? { written: true } : {}),
    ...(analysis.context.ansi ? {} : { legacy: true }),
  };
}

/** Operators that the parser writes down as they are; what stands under a function's name becomes its call only later. */
const WRITTEN_DOWN: ReadonlySet<string> = new Set(['and', 'or', 'not', '==', '<=>', '<', '<=', '>', '>=', 'in', 'when', 'isnull', 'isnotnull', 'IS UNKNOWN', 'IS NOT UNKNOWN', 'concat']);

/**
 * Nothing of the expression changes between its reading and its column's name: no name is looked up, no cast put in, and
 * no constant a number, a text or NULL, which names show in their own way.
 */
function isUnchanged(e: ResolvedExpression): boolean {
  if (e.kind === 'literal') return e.value !== null && !isNumeric(e.type) && !isString(e.type);
  if (e.kind === 'cast') return e.explicit && isUnchanged(e.child);
  if (e.kind !== 'call') return false;
  // The function under its own name, not the form `x IS NULL`; struct() without fields, which the parser makes itself.
  if ((e.fn.name === 'isnull' || e.fn.name === 'isnotnull') && e.writtenName === undefined) return false;
  if (e.fn.name === 'named_struct') return e.args.length === 0 && e.writtenName === 'struct';
  const sumOfIntervals = ['+', '-'].includes(e.fn.name) && e.args.every((a) => a.type.kind === 'daytime_interval' || a.type.kind === 'yearmonth_interval');
  return (sumOfIntervals || WRITTEN_DOWN.has(e.fn.name)) && e.args.every(isUnchanged);
}

/** Of a lambda: the type of what it gives. */
export function lambdaInfo(analysis: Analysis, l: Lambda): ArgumentInfo {
  const parts = [sqlOf(analysis, l.body), ...l.params.map((p) => sqlOf(analysis, p))];
  return { type: l.body.type, nullable: l.body.nullable, foldable: false, sql: `lambdafunction(${parts.join(', ')})` };
}

/** What type rules may ask of the session. */
export function signatureContext(analysis: Analysis): SignatureContext {
  return { ansi: analysis.context.ansi, conf: analysis.context.conf };
}
