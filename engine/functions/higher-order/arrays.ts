/** Higher-order functions of arrays. */
import { SparkError } from '../../core/index.ts';
import { arrayType, asNullable, BooleanType, compareValues, IntegerType, isOrderable, quotedSqlType, sameShape } from '../../types/index.ts';
import type { ArrayType, DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, HigherOrderFunction, LambdaValue } from '../define.ts';
import { mismatch, unexpectedInput } from '../typing.ts';
import { arrayArgument, expectCondition, higherOrder } from './declare.ts';

type Items = readonly Value[];

const INDEX = { type: IntegerType, nullable: false };

function elementOf(args: readonly (ArgumentInfo | undefined)[], name: string, index = 0): { type: DataType; nullable: boolean } {
  const type = arrayArgument(name, args, index);
  return { type: type.element, nullable: type.containsNull };
}

const transform = higherOrder({
  name: 'transform',
  since: '2.4.0',
  params: [
    { name: 'argument', pythonName: 'col', accepts: ['array'] },
    { name: 'function', pythonName: 'f', accepts: ['lambda'], lambdaArity: [1, 2] },
  ],
  lambdaParams: (_, args) => [elementOf(args, 'transform'), INDEX],
  signature: (args) => {
    const [array, body] = args as readonly [ArgumentInfo, ArgumentInfo];
    return { argTypes: [arrayArgument('transform', args), body.type], returns: arrayType(body.type, body.nullable), nullable: array.nullable };
  },
  doc: 'The array of what the function gives for each element; the function may take the place, counted from 0, too.',
  examples: [
    ['transform(array(1, 2, 3), x -> x + 1)', '[2, 3, 4]'],
    ['transform(array(1, 2, 3), (x, i) -> x + i)', '[1, 3, 5]'],
  ],
  row: ([items, f]): Value => (items === null ? null : (items as Items).map((x, i) => (f as LambdaValue)([x, i]))),
});

const filter = higherOrder({
  name: 'filter',
  since: '2.4.0',
  params: [
    { name: 'argument', pythonName: 'col', accepts: ['array'] },
    { name: 'function', pythonName: 'f', accepts: ['lambda'], lambdaArity: [1, 2] },
  ],
  lambdaParams: (_, args) => [elementOf(args, 'filter'), INDEX],
  signature: (args) => {
    const type = arrayArgument('filter', args);
    return { argTypes: [type, expectCondition('filter', args, 1)], returns: type, nullable: (args[0] as ArgumentInfo).nullable };
  },
  doc: 'The elements for which the function is true; it may take the place, counted from 0, too.',
  examples: [
    ['filter(array(1, 2, 3), x -> x % 2 == 1)', '[1, 3]'],
    ['filter(array(0, NULL, 2), x -> x IS NOT NULL)', '[0, 2]'],
  ],
  row: ([items, f]): Value => (items === null ? null : (items as Items).filter((x, i) => (f as LambdaValue)([x, i]) === true)),
});

/** True as soon as one element decides; else null if the function was null for one. */
function quantified(items: Items, f: LambdaValue, decisive: boolean): Value {
  let sawNull = false;
  for (const x of items) {
    const r = f([x]);
    if (r === decisive) return decisive;
    if (r === null) sawNull = true;
  }
  return sawNull ? null : !decisive;
}

function declareQuantifier(name: 'exists' | 'forall', since: string, decisive: boolean, doc: string, examples: HigherOrderFunction['examples']): HigherOrderFunction {
  return higherOrder({
    name,
    since,
    params: [
      { name: 'argument', pythonName: 'col', accepts: ['array'] },
      { name: 'function', pythonName: 'f', accepts: ['lambda'], lambdaArity: [1] },
    ],
    lambdaParams: (_, args) => [elementOf(args, name)],
    signature: (args) => ({
      argTypes: [arrayArgument(name, args), expectCondition(name, args, 1)],
      returns: BooleanType,
      nullable: args.some((a) => a.nullable),
    }),
    doc,
    examples,
    row: ([items, f]): Value => (items === null ? null : quantified(items as Items, f as LambdaValue, decisive)),
  });
}

function declareFold(name: 'aggregate' | 'reduce', since: string): HigherOrderFunction {
  return higherOrder({
    name,
    since,
    params: [
      { name: 'argument', pythonName: 'col', accepts: ['array'] },
      { name: 'zero', pythonName: 'initialValue', accepts: ['any'] },
      { name: 'merge', accepts: ['lambda'], lambdaArity: [2] },
      { name: 'finish', accepts: ['lambda'], lambdaArity: [1], optional: true, pythonDefault: 'None' },
    ],
    lambdaParams: (position, args) => {
      const state = { type: asNullable((args[1] as ArgumentInfo).type), nullable: true };
      const unnamed: ArgumentInfo = { ...state, foldable: false, sql: 'lambdafunction(id, id)' };
      return position === 2 ? [state, elementOf(args.length > 3 ? args : [...args, unnamed], name)] : [state];
    },
    signature: (args) => {
      const [array, zero, merge, finish] = args as readonly [ArgumentInfo, ArgumentInfo, ArgumentInfo, ArgumentInfo?];
      const type = arrayArgument(name, args);
      if (merge.type.kind !== 'null' && !sameShape(merge.type, zero.type)) throw unexpectedInput(name, withIdentity(args), 2, quotedSqlType(zero.type));
      return {
        argTypes: [type, zero.type, merge.type.kind === 'null' ? zero.type : merge.type, ...(finish === undefined ? [] : [finish.type])],
        returns: finish?.type ?? asNullable(zero.type),
        nullable: array.nullable || (finish?.nullable ?? true),
      };
    },
    sql: (args) => `${name}(${[...args, ...(args.length < 4 ? [IDENTITY] : [])].join(', ')})`,
    doc: 'Folds an array into one value: from the start value on, the first function joins what there is with the next element; the second, if given, makes the result of the last.',
    examples: [
      [`${name}(array(1, 2, 3), 0, (acc, x) -> acc + x)`, '6'],
      [`${name}(array(1, 2, 3), 0, (acc, x) -> acc + x, acc -> acc * 10)`, '60'],
    ],
    row: ([items, zero, merge, finish]): Value => {
      if (items === null) return null;
      let state = zero as Value;
      for (const x of items as Items) state = (merge as LambdaValue)([state, x]);
      return finish === undefined ? state : (finish as LambdaValue)([state]);
    },
  });
}

const IDENTITY = 'lambdafunction(namedlambdavariable(), namedlambdavariable())';

/** The arguments as error texts show them: without a last function the state itself is the result. */
function withIdentity(args: readonly ArgumentInfo[]): readonly ArgumentInfo[] {
  return args.length > 3 ? args : [...args, { type: (args[1] as ArgumentInfo).type, nullable: true, foldable: false, sql: IDENTITY }];
}

const zipWith = higherOrder({
  name: 'zip_with',
  since: '2.4.0',
  interpreted: true,
  params: [
    { name: 'left', accepts: ['array'] },
    { name: 'right', accepts: ['array'] },
    { name: 'function', pythonName: 'f', accepts: ['lambda'], lambdaArity: [2] },
  ],
  lambdaParams: (_, args) => [
    { type: arrayArgument('zip_with', args, 0).element, nullable: true },
    { type: arrayArgument('zip_with', args, 1).element, nullable: true },
  ],
  signature: (args) => {
    const [left, right, body] = args as readonly [ArgumentInfo, ArgumentInfo, ArgumentInfo];
    return { argTypes: args.map((a) => a.type), returns: arrayType(body.type, body.nullable), nullable: left.nullable || right.nullable };
  },
  doc: 'The array of what the function gives for the n-th elements of two arrays, NULL where one is shorter.',
  examples: [["zip_with(array(1, 2), array(3, 4), (x, y) -> x + y)", '[4, 6]']],
  row: ([a, b, f]): Value => {
    if (a === null || b === null) return null;
    const [left, right] = [a as Items, b as Items];
    const length = Math.max(left.length, right.length);
    return Array.from({ length }, (_, i) => (f as LambdaValue)([left[i] ?? null, right[i] ?? null]));
  },
});

function comparatorError(message: string, parameters: Readonly<Record<string, string>>): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'COMPARATOR_RETURNS_NULL',
    sqlState: '22004',
    parameters,
    sentence: message,
  });
}

/** Ascending, nulls last: what `array_sort` does without a comparator. */
function defaultOrder(type: DataType): (a: Value, b: Value) => number {
  return (a, b) => (a === null || b === null ? (a === b ? 0 : a === null ? 1 : -1) : compareValues(type, a, b));
}

function comparatorOrder(f: LambdaValue): (a: Value, b: Value) => number {
  return (a, b) => {
    const r = f([a, b]);
    if (r !== null) return r as number;
    const [firstValue, secondValue] = [String(a), String(b)];
    throw comparatorError(`The comparator gave NULL for ${firstValue} and ${secondValue}; it must give a negative number, 0 or a positive one.`, {
      firstValue,
      secondValue,
    });
  };
}

/** How Spark shows the comparator that is not written. */
function shownComparator(a: string, b: string): string {
  return `lambdafunction((IF(((${a} IS NULL) AND (${b} IS NULL)), 0, (IF((${a} IS NULL), 1, (IF((${b} IS NULL), -1, (IF((${a} < ${b}), -1, (IF((${a} > ${b}), 1, 0)))))))))), ${a}, ${b})`;
}
const SHOWN_COMPARATOR = shownComparator('namedlambdavariable()', 'namedlambdavariable()');
/** The same where its variables have no types yet. */
const UNTYPED_COMPARATOR: ArgumentInfo = { type: IntegerType, nullable: false, foldable: false, sql: shownComparator('left', 'right') };

const arraySort = higherOrder({
  name: 'array_sort',
  since: '2.4.0',
  interpreted: true,
  params: [
    { name: 'expr', pythonName: 'col', accepts: ['array'] },
    { name: 'func', pythonName: 'comparator', accepts: ['lambda'], lambdaArity: [2], optional: true, pythonDefault: 'None' },
  ],
  lambdaParams: (_, args) => [elementOf(args, 'array_sort'), elementOf(args, 'array_sort')],
  signature: (args) => {
    const [array, body] = args as readonly [ArgumentInfo, ArgumentInfo?];
    const type = arrayArgument('array_sort', body === undefined ? [array, UNTYPED_COMPARATOR] : args);
    if (body === undefined) {
      if (!isOrderable(type.element)) throw unorderedElements(type);
      return { argTypes: [type], returns: type, nullable: array.nullable };
    }
    if (body.type.kind !== 'integer') {
      throw mismatch(
        'UNEXPECTED_RETURN_TYPE',
        'array_sort',
        args,
        { functionName: '`lambdafunction`', expectedType: '"INT"', actualType: quotedSqlType(body.type) },
        `The comparator of array_sort must give an INT, not ${quotedSqlType(body.type).replaceAll('"', '')}.`,
      );
    }
    return { argTypes: [type, body.type], returns: type, nullable: array.nullable };
  },
  sql: (args) => `array_sort(${args[0]}, ${args[1] ?? SHOWN_COMPARATOR})`,
  doc: 'The array sorted ascending with nulls last, or by a comparator, which gives a negative number, 0 or a positive one for two elements.',
  examples: [
    ["array_sort(array('b', NULL, 'a'))", '[a, b, null]'],
    ["array_sort(array('bb', 'a', 'ccc'), (x, y) -> length(y) - length(x))", '[ccc, bb, a]'],
  ],
  row: ([items, f], ctx: CallContext): Value => {
    if (items === null) return null;
    const order = f === undefined ? defaultOrder((ctx.argTypes[0] as ArrayType).element) : comparatorOrder(f as LambdaValue);
    return [...(items as Items)].sort(order);
  },
});

function unorderedElements(type: ArrayType): SparkError {
  const shown = 'namedlambdavariable()';
  return new SparkError({
    errorClass: 'AnalysisException',
    condition: 'DATATYPE_MISMATCH.INVALID_ORDERING_TYPE',
    sqlState: '42K09',
    parameters: { functionName: '`<`', dataType: quotedSqlType(type.element), sqlExpr: `"(${shown} < ${shown})"` },
    sentence: `array_sort needs elements that have an order, and ${quotedSqlType(type.element).replaceAll('"', '')} has none; give it a comparator.`,
  });
}

export const arrayLambdas: readonly HigherOrderFunction[] = [
  transform,
  filter,
  declareQuantifier('exists', '2.4.0', true, 'True if the function is true for some element; NULL if it is not but is NULL for one.', [
    ['exists(array(1, 2, 3), x -> x % 2 == 0)', 'true'],
    ['exists(array(1, NULL, 3), x -> x % 2 == 0)', null],
  ]),
  declareQuantifier('forall', '3.0.0', false, 'True if the function is true for all elements; NULL if it is false for none but NULL for one.', [
    ['forall(array(2, 4, 8), x -> x % 2 == 0)', 'true'],
    ['forall(array(2, NULL, 8), x -> x % 2 == 0)', null],
  ]),
  declareFold('aggregate', '2.4.0'),
  declareFold('reduce', '3.4.0'),
  zipWith,
  arraySort,
];
