/** What type rules see of a call's arguments. */
import { isFoldable, stripAlias } from '../../plan/index.ts';
import type { Lambda, ResolvedExpression } from '../../plan/index.ts';
import type { ArgumentInfo } from '../../functions/define.ts';
import { OPERATOR } from '../../plan/index.ts';
import type { Analysis } from '../analysis.ts';
import { sqlOf } from '../aliases.ts';
import { knownValue } from './constants.ts';

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
  const literal = knownValue(analysis, bare);
  const name = fieldNameOf(e);
  const items = nullableItems(bare);
  return {
    type: bare.type,
    nullable: bare.nullable,
    foldable: isFoldable(bare),
    sql: sqlOf(analysis, bare),
    ...(literal === undefined ? {} : { literal }),
    ...(name === undefined ? {} : { name }),
    ...(items === undefined ? {} : { nullableItems: items }),
  };
}

/** Of a lambda: the type of what it gives. */
export function lambdaInfo(analysis: Analysis, l: Lambda): ArgumentInfo {
  const parts = [sqlOf(analysis, l.body), ...l.params.map((p) => sqlOf(analysis, p))];
  return { type: l.body.type, nullable: l.body.nullable, foldable: false, sql: `lambdafunction(${parts.join(', ')})` };
}
