/** `LIKE ANY (…)`, `LIKE ALL (…)` and their negations over constant patterns; the text comes first, the patterns follow. */
import { BooleanType, StringType } from '../../types/index.ts';
import type { ScalarFunction } from '../define.ts';
import { text } from '../typed.ts';
import { scalarFunction, unexpectedInput } from '../typing.ts';
import { testOf } from './like.ts';

type Combine = (tests: readonly boolean[]) => boolean;

/** Their names hold blanks: no call can be written with them. */
function declare(name: string, sentence: string, example: readonly [string, string], combine: Combine): ScalarFunction {
  const shownName = name.replaceAll(' ', '');
  return scalarFunction({
    name,
    family: 'regexp',
    since: '3.0.0',
    sqlOnly: true,
    params: [
      { name: 'str', accepts: ['string'] },
      { name: 'pattern', accepts: ['string'], variadic: true, literal: true },
    ],
    signature: (args) => {
      const shown = args.slice(0, 1);
      if (['array', 'map', 'struct'].includes(shown[0]?.type.kind ?? '')) throw unexpectedInput(shownName, shown, 0, '"STRING"');
      return { argTypes: args.map((_, i) => (i === 0 ? text(shownName, shown, 0) : StringType)), returns: BooleanType, nullable: true };
    },
    sql: ([s]) => `${shownName}(${s})`,
    doc: sentence,
    examples: [example],
    row: ([s, ...patterns]) => combine(patterns.map((p) => testOf(p as string, '\\')(s as string))),
  });
}

export const quantifiedLikes: readonly ScalarFunction[] = [
  declare('like any', 'Whether the text has the form of one of the patterns.', ["'Spark' LIKE ANY ('S%', 'x')", 'true'], (tests) => tests.includes(true)),
  declare('like all', 'Whether the text has the form of each of the patterns.', ["'Spark' LIKE ALL ('S%', '%k')", 'true'], (tests) => !tests.includes(false)),
  declare('not like any', 'Whether the text lacks the form of one of the patterns.', ["'Spark' NOT LIKE ANY ('S%', 'x')", 'true'], (tests) => tests.includes(false)),
  declare('not like all', 'Whether the text has the form of none of the patterns.', ["'Spark' NOT LIKE ALL ('x', 'y')", 'true'], (tests) => !tests.includes(true)),
];
