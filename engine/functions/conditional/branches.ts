/** CASE, if, coalesce and their kin: functions that choose one of their arguments. */
import { BooleanType, findCommonType, quotedSqlType, sameType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { analysisError } from '../../core/index.ts';
import type { ArgumentInfo, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { differentTypes, scalarFunction, unexpectedInput } from '../typing.ts';
import { nullableAs } from '../operator/arithmetic-types.ts';
import { about } from '../operator/errors.ts';

const family = 'conditional';

/** The type in which values meet, nullability within them included. */
export function meetingType(types: readonly DataType[], ctx: SignatureContext): DataType | undefined {
  const [first] = types;
  if (first !== undefined && types.every((t) => sameType(t, first))) return first;
  return findCommonType(types, ctx.ansi);
}

/** DATA_DIFF_TYPES with the types in a list. */
export function differentBranches(functionName: string, sql: string, types: readonly DataType[]): Error {
  return analysisError(
    'DATATYPE_MISMATCH.DATA_DIFF_TYPES',
    '42K09',
    { sqlExpr: `"${sql}"`, functionName: `\`${functionName}\``, dataType: `[${types.map(quotedSqlType).join(', ')}]` },
    `The values of ${sql} are of types that do not go together: ${types.map((t) => quotedSqlType(t).replaceAll('"', '')).join(', ')}.`,
  );
}

function caseText(args: readonly string[]): string {
  let text = 'CASE';
  for (let i = 0; i + 1 < args.length; i += 2) text += ` WHEN ${args[i]} THEN ${args[i + 1]}`;
  return args.length % 2 === 1 ? `${text} ELSE ${args.at(-1)} END` : `${text} END`;
}

/** The values up to that of the first condition that is plainly `true`; undefined stands for NULL if none need be true. */
function reachable(args: readonly ArgumentInfo[]): readonly (ArgumentInfo | undefined)[] {
  const values: (ArgumentInfo | undefined)[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) {
    values.push(args[i + 1]);
    if (args[i]?.literal === true && args[i]?.sql === 'true') return values;
  }
  return [...values, args.length % 2 === 1 ? args.at(-1) : undefined];
}

function caseSignature(args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const sql = caseText(args.map((a) => a.sql));
  const isCondition = (i: number): boolean => i % 2 === 0 && i + 1 < args.length;
  const values = args.filter((_, i) => !isCondition(i));
  const common = meetingType(values.map((a) => a.type), ctx);
  if (common === undefined) throw differentBranches('casewhen', sql, values.map((a) => a.type));
  for (const [i, a] of args.entries()) {
    if (!isCondition(i) || a.type.kind === 'boolean') continue;
    const shown = args.filter((_, k) => k === i);
    throw about(sql, unexpectedInput('case', shown, 0, '"BOOLEAN"'));
  }
  return {
    argTypes: args.map((_, i) => (isCondition(i) ? BooleanType : common)),
    returns: common,
    nullable: reachable(args).some((a) => a === undefined || nullableAs(a, common, ctx)),
  };
}

function chooseCase(args: readonly Value[]): Value {
  for (let i = 0; i + 1 < args.length; i += 2) if (args[i] === true) return args[i + 1] as Value;
  return args.length % 2 === 1 ? (args.at(-1) as Value) : null;
}

const when = scalarFunction({
  name: 'when',
  aliases: ['case'],
  family,
  since: '1.4.0',
  params: [
    { name: 'condition', accepts: ['boolean'] },
    { name: 'value', accepts: ['any'] },
    { name: 'more', accepts: ['any'], optional: true, variadic: true },
  ],
  signature: caseSignature,
  sql: caseText,
  nulls: 'custom',
  lazyFrom: 0,
  control: 'case',
  doc: 'The value behind the first condition that is true; else the last value, or NULL where there is none. Values that are not needed are not computed.',
  examples: [
    ["CASE WHEN 1 > 2 THEN 'a' WHEN 2 > 1 THEN 'b' ELSE 'c' END", 'b'],
    ['CASE WHEN false THEN 1 END', null],
  ],
  row: chooseCase,
});

function ifText([condition, yes, no]: readonly string[]): string {
  return `(IF(${condition}, ${yes}, ${no}))`;
}

const ifFunction = scalarFunction({
  name: 'if',
  family,
  since: '1.0.0',
  sqlOnly: true,
  params: [
    { name: 'condition', accepts: ['boolean'] },
    { name: 'yes', accepts: ['any'] },
    { name: 'no', accepts: ['any'] },
  ],
  signature: (args, ctx) => {
    const [condition, yes, no] = args as readonly [ArgumentInfo, ArgumentInfo, ArgumentInfo];
    const sql = ifText(args.map((a) => a.sql));
    if (condition.type.kind !== 'boolean' && condition.type.kind !== 'null') throw about(sql, unexpectedInput('if', args, 0, '"BOOLEAN"'));
    const common = meetingType([yes.type, no.type], ctx);
    if (common === undefined) throw differentBranches('if', sql, [yes.type, no.type]);
    return { argTypes: [BooleanType, common, common], returns: common, nullable: nullableAs(yes, common, ctx) || nullableAs(no, common, ctx) };
  },
  sql: ifText,
  nulls: 'custom',
  lazyFrom: 1,
  control: 'case',
  doc: 'The first value if the condition is true, else the second. The other is not computed.',
  examples: [["if(1 < 2, 'a', 'b')", 'a']],
  row: chooseCase,
});

function firstSignature(name: string, args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const types = args.map((a) => a.type);
  const common = meetingType(types, ctx);
  if (common === undefined) throw differentTypes(name, args, types);
  return { argTypes: types.map(() => common), returns: common, nullable: args.every((a) => nullableAs(a, common, ctx)) };
}

/** Errors name `coalesce`, as which Spark reads the others. */
function firstPresent(name: string, since: string, params: ScalarFunction['params'], examples: ScalarFunction['examples']): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since,
    params,
    signature: (args, ctx) => firstSignature('coalesce', args, ctx),
    nulls: 'custom',
    lazyFrom: 1,
    control: 'coalesce',
    doc: 'The first argument that is not NULL; NULL if all are. Later ones are not computed where an earlier one serves.',
    examples,
    row: (args) => args.find((x) => x !== null) ?? null,
    ...(name === 'coalesce' ? {} : { constancy: 'late', replacement: () => ({ call: 'coalesce', args: [0, 1] }) }),
  });
}

const PAIR: ScalarFunction['params'] = [
  { name: 'expr1', pythonName: 'col1', accepts: ['any'] },
  { name: 'expr2', pythonName: 'col2', accepts: ['any'] },
];

const nvl2 = scalarFunction({
  name: 'nvl2',
  constancy: 'late',
  family,
  since: '2.3.0',
  params: [...PAIR, { name: 'expr3', pythonName: 'col3', accepts: ['any'] }],
  signature: (args, ctx) => {
    const [x, yes, no] = args as readonly [ArgumentInfo, ArgumentInfo, ArgumentInfo];
    const common = meetingType([yes.type, no.type], ctx);
    if (common === undefined) throw differentBranches('if', ifText([`(${x.sql} IS NOT NULL)`, yes.sql, no.sql]), [yes.type, no.type]);
    return { argTypes: [x.type, common, common], returns: common, nullable: nullableAs(yes, common, ctx) || nullableAs(no, common, ctx) };
  },
  nulls: 'custom',
  lazyFrom: 1,
  control: 'ifNotNull',
  doc: 'The second argument if the first is not NULL, else the third.',
  examples: [
    ['nvl2(NULL, 2, 1)', '1'],
    ["nvl2('x', 2, 1)", '2'],
  ],
  row: ([x, yes, no]) => (x === null ? (no as Value) : (yes as Value)),
  replacement: () => ({ call: 'if', args: [{ call: 'isnotnull', args: [0] }, 1, 2] }),
});

export const branches: readonly ScalarFunction[] = [
  when,
  ifFunction,
  firstPresent('coalesce', '1.3.0', [{ name: 'expr', pythonName: 'cols', accepts: ['any'], variadic: true }], [
    ['coalesce(NULL, 1, NULL)', '1'],
    ['coalesce(NULL, NULL)', null],
  ]),
  firstPresent('ifnull', '2.0.0', PAIR, [["ifnull(NULL, 'a')", 'a']]),
  firstPresent('nvl', '2.0.0', PAIR, [["nvl(NULL, 'a')", 'a']]),
  nvl2,
];
