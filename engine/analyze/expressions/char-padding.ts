/** Comparisons of columns of CHAR: the shorter side is filled up with spaces (Spark's ApplyCharTypePadding). */
import { isFoldable, literal, OPERATOR } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import { IntegerType, StringType } from '../../types/index.ts';
import type { Env } from '../analysis.ts';
import { setText, writtenText } from '../written-text.ts';
import { constantValue } from './constants.ts';

const CHAR_TYPE_KEY = '__CHAR_VARCHAR_TYPE_STRING';
const COMPARISONS: ReadonlySet<string> = new Set([OPERATOR.equal, OPERATOR.notEqual, OPERATOR.nullSafeEqual, OPERATOR.less, OPERATOR.lessOrEqual, OPERATOR.greater, OPERATOR.greaterOrEqual]);

/** The length of a column of CHAR. */
function charLength(e: ResolvedExpression): number | undefined {
  const marked = e.kind === 'attribute' ? e.metadata?.[CHAR_TYPE_KEY] : undefined;
  const length = typeof marked === 'string' ? /^char\((\d+)\)$/.exec(marked)?.[1] : undefined;
  return length === undefined ? undefined : Number(length);
}

/** How many characters a constant text has; null of NULL. */
function textLength(env: Env, e: ResolvedExpression): number | null | undefined {
  if (e.type.kind !== 'string' || !isFoldable(e)) return undefined;
  const value = constantValue(env.analysis, e);
  return value === null ? null : [...(value as string)].length;
}

function filled(env: Env, e: ResolvedExpression, own: number, length: number): ResolvedExpression {
  if (own >= length) return e;
  const padded = env.analysis.call(env, 'rpad', [e, literal(length, IntegerType), literal(' ', StringType)]);
  setText(padded, writtenText(env.analysis, e));
  return padded;
}

/** The arguments of a comparison or an IN, filled up where a column of CHAR is among them. */
export function paddedArguments(env: Env, name: string, args: readonly ResolvedExpression[]): readonly ResolvedExpression[] {
  const isIn = name === OPERATOR.in;
  if ((!isIn && !COMPARISONS.has(name)) || !args.some((a) => charLength(a) !== undefined)) return args;
  if (isIn && charLength(args[0] as ResolvedExpression) === undefined) return args;
  const lengths = args.map((a) => charLength(a) ?? textLength(env, a));
  if (lengths.some((l) => l === undefined)) return args;
  const longest = Math.max(...lengths.map((l) => l ?? 0));
  return args.map((a, i) => {
    const own = lengths[i];
    return own === null || own === undefined ? a : filled(env, a, own, longest);
  });
}
