/** Trimming: `trim(characters, text)` as TRIM(characters FROM text) calls it, and `btrim(text, characters)`. */
import { analysisError } from '../../core/index.ts';
import { quotedSqlType, StringType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction, Signature } from '../define.ts';
import { goesAsText, ordinal, scalarFunction, unexpectedInput } from '../typing.ts';
import { hasSurrogates } from './code-points.ts';
import { textKernel } from './kernels.ts';

type Side = 'BOTH' | 'LEADING' | 'TRAILING';

function trimmed(s: string, characters: string, side: Side): string {
  if (hasSurrogates(characters)) return trimmedPoints(s, characters, side);
  let start = 0;
  let end = s.length;
  if (side !== 'TRAILING') while (start < end && characters.includes(s.charAt(start))) start++;
  if (side !== 'LEADING') while (end > start && characters.includes(s.charAt(end - 1))) end--;
  return s.slice(start, end);
}

function trimmedPoints(s: string, characters: string, side: Side): string {
  const set = new Set(characters);
  const points = [...s];
  let start = 0;
  let end = points.length;
  if (side !== 'TRAILING') while (start < end && set.has(points[start] as string)) start++;
  if (side !== 'LEADING') while (end > start && set.has(points[end - 1] as string)) end--;
  return points.slice(start, end).join('');
}

/** The text first, as Spark's expressions have it, whatever order the call has. */
function trimSignature(name: string, side: Side, args: readonly ArgumentInfo[], textAt: number): Signature {
  const ordered = args.length === 1 ? args : [args[textAt] as ArgumentInfo, args[1 - textAt] as ArgumentInfo];
  for (const [i, a] of ordered.entries()) {
    if (goesAsText(a)) continue;
    const [s, characters] = ordered as readonly [ArgumentInfo, ArgumentInfo?];
    if (characters === undefined) throw unexpectedInput(name, ordered, i, '"STRING"');
    const sqlExpr = `"TRIM(${side} ${characters.sql} FROM ${s.sql})"`;
    const { sql, type } = a;
    throw analysisError(
      'DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE',
      '42K09',
      { sqlExpr, paramIndex: ordinal(i), inputSql: `"${sql}"`, inputType: quotedSqlType(type), requiredType: '"STRING"' },
      `${name} takes texts, but ${sql} is ${quotedSqlType(type).replaceAll('"', '')}.`,
    );
  }
  return { argTypes: args.map(() => StringType), returns: StringType };
}

function declareTrim(name: string, side: Side, doc: string, examples: ScalarFunction['examples']): ScalarFunction {
  return scalarFunction({
    name,
    nullIntolerant: false,
    asks: { places: [1, 0] },
    family: 'string',
    since: '1.5.0',
    params: [
      { name: 'trimStr', accepts: ['string'] },
      { name: 'str', accepts: ['string'], optional: true },
    ],
    signature: (args) => trimSignature(name, side, args, args.length - 1),
    sql: (args) => (args.length === 1 ? `${name}(${args[0]})` : `TRIM(${side} ${args[0]} FROM ${args[1]})`),
    planText: (args) => (args.length === 1 ? `${name}(${args[0]}, None)` : `${name}(${args[1]}, Some(${args[0]}))`),
    doc,
    examples,
    row: (args): Value => (args.length === 1 ? trimmed(args[0] as string, ' ', side) : trimmed(args[1] as string, args[0] as string, side)),
    batch: (args, ...rest) => (args.length === 1 ? textKernel(([s]) => trimmed(s as string, ' ', side))(args, ...rest) : undefined),
  });
}

const btrim = scalarFunction({
  name: 'btrim',
  nullIntolerant: false,
  constancy: 'late',
  family: 'string',
  since: '3.2.0',
  params: [
    { name: 'str', accepts: ['string'] },
    { name: 'trimStr', accepts: ['string'], optional: true },
  ],
  signature: (args) => trimSignature('trim', 'BOTH', args, 0),
  doc: 'The text without the spaces, or the given characters, at both of its ends.',
  examples: [
    ["btrim('    SparkSQL   ')", 'SparkSQL'],
    ["btrim('SSparkSQLS', 'SL')", 'parkSQ'],
  ],
  row: ([s, characters]): Value => trimmed(s as string, (characters ?? ' ') as string, 'BOTH'),
});

export const trims: readonly ScalarFunction[] = [
  declareTrim('trim', 'BOTH', 'The text without the spaces, or the given characters, at both of its ends.', [
    ["trim('    SparkSQL   ')", 'SparkSQL'],
    ["trim(BOTH 'SL' FROM 'SSparkSQLS')", 'parkSQ'],
  ]),
  declareTrim('ltrim', 'LEADING', 'The text without the spaces, or the given characters, at its beginning.', [
    ["ltrim('    SparkSQL   ')", 'SparkSQL   '],
  ]),
  declareTrim('rtrim', 'TRAILING', 'The text without the spaces, or the given characters, at its end.', [["rtrim('    SparkSQL   ')", '    SparkSQL']]),
  btrim,
];
