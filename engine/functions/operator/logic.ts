/** and, or, not. */
import { BooleanType, isString, sameType, widerType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { scalarFunction, unexpectedInput } from '../typing.ts';
import { booleanVector } from './comparison-kernels.ts';
import { about, differentSides, wrongSides } from './errors.ts';

const family = 'operator';

/** Without ANSI mode no text is read as a boolean. */
function takes(a: ArgumentInfo, ctx: SignatureContext): boolean {
  return a.type.kind === 'boolean' || a.type.kind === 'null' || (ctx.ansi && isString(a.type));
}

/** Both sides must be boolean; a text beside a boolean is read as one. */
function connectiveSignature(symbol: 'AND' | 'OR', args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const [l, r] = args as readonly [ArgumentInfo, ArgumentInfo];
  const sql = `(${l.sql} ${symbol} ${r.sql})`;
  const other = isString(l.type) ? r.type : l.type;
  if ((isString(l.type) || isString(r.type)) && other.kind !== 'boolean' && (isString(other) || other.kind === 'null')) {
    throw wrongSides(sql, '"BOOLEAN"', isString(l.type) ? l.type : r.type);
  }
  if (!takes(l, ctx) || !takes(r, ctx)) {
    // Under ANSI a text takes the other side's type whether the operator takes it or not.
    const met = ctx.ansi && (isString(l.type) || isString(r.type)) ? widerType(l.type, r.type) : sameType(l.type, r.type, true) ? l.type : undefined;
    throw met !== undefined ? wrongSides(sql, '"BOOLEAN"', met) : differentSides(sql, l.type, r.type);
  }
  const nullable = [l, r].some((a) => a.nullable || isString(a.type));
  return { argTypes: [BooleanType, BooleanType], returns: BooleanType, nullable };
}

function connective(name: 'and' | 'or', doc: string, examples: ScalarFunction['examples']): ScalarFunction {
  const symbol = name === 'and' ? 'AND' : 'OR';
  const decisive = name === 'or';
  return scalarFunction({
    name,
    family,
    since: '1.0.0',
    sqlOnly: true,
    params: [
      { name: 'expr1', accepts: ['boolean'] },
      { name: 'expr2', accepts: ['boolean'] },
    ],
    signature: (args, ctx) => connectiveSignature(symbol, args, ctx),
    sql: ([a, b]) => `(${a} ${symbol} ${b})`,
    nulls: 'custom',
    lazyFrom: 1,
    control: name,
    doc,
    examples,
    row: ([a, b]): Value => (a === decisive || b === decisive ? decisive : a === null || b === null ? null : !decisive),
  });
}

const not = scalarFunction({
  name: 'not',
  aliases: ['!'],
  family,
  since: '1.0.0',
  sqlOnly: true,
  params: [{ name: 'expr', accepts: ['boolean'] }],
  signature: (args, ctx) => {
    const [a] = args as readonly [ArgumentInfo];
    if (!takes(a, ctx)) throw about(`(NOT ${a.sql})`, unexpectedInput('not', args, 0, '"BOOLEAN"'));
    return { argTypes: [BooleanType], returns: BooleanType, nullable: a.nullable || isString(a.type) };
  },
  sql: ([a]) => `(NOT ${a})`,
  doc: 'True of false, false of true, NULL of NULL.',
  examples: [
    ['NOT true', 'false'],
    ['NOT NULL', null],
  ],
  row: ([a]) => a !== true,
  batch: ([v], n) => {
    if (v?.layout !== 'bool') return undefined;
    const out = new Uint8Array(n);
    for (let i = 0; i < n; i++) out[i] = 1 - (v.data[i] as number);
    return booleanVector(out);
  },
});

export const logic: readonly ScalarFunction[] = [
  connective('and', 'True if both sides are; false if one is false, also beside NULL.', [
    ['true AND false', 'false'],
    ['true AND NULL', null],
    ['false AND NULL', 'false'],
  ]),
  connective('or', 'True if one side is, also beside NULL; false if both are false.', [
    ['true OR false', 'true'],
    ['false OR NULL', null],
    ['true OR NULL', 'true'],
  ]),
  not,
];
