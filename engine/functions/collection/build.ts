/** Functions that make arrays. */
import { arrayType, findCommonType, IntegerType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction, Signature } from '../define.ts';
import { nullableAs } from '../operator/arithmetic-types.ts';
import { checkRoom, checkRoomCompiled } from './errors.ts';
import { differentTypes, expectExactly, scalarFunction } from '../typing.ts';

const family = 'collection';

function arraySignature(args: readonly ArgumentInfo[], ansi: boolean): Signature {
  const types = args.map((a) => a.type);
  const element = findCommonType(types, ansi);
  if (element === undefined) throw differentTypes('array', args, types);
  return {
    argTypes: types.map(() => element),
    returns: arrayType(element, args.some((a) => nullableAs(a, element, { ansi }))),
    nullable: false,
  };
}

const array = scalarFunction({
  name: 'array',
  family,
  since: '1.1.0',
  params: [{ name: 'expr', pythonName: 'cols', accepts: ['any'], optional: true, variadic: true }],
  signature: (args, { ansi }) => arraySignature(args, ansi),
  nulls: 'custom',
  doc: 'An array of the given values, which meet in one type.',
  examples: [
    ['array(1, 2, 3)', '[1, 2, 3]'],
    ['array(1, NULL)', '[1, null]'],
    ['array()', '[]'],
  ],
  row: (args) => args.slice(),
});

const arrayRepeat = scalarFunction({
  name: 'array_repeat',
  asks: { interpreted: { places: [1, 0], decidedBy: [1] } },
  family,
  since: '2.4.0',
  params: [
    { name: 'element', pythonName: 'col', accepts: ['any'] },
    { name: 'count', accepts: ['integer'] },
  ],
  signature: (args) => {
    const [element, count] = args as readonly [ArgumentInfo, ArgumentInfo];
    return {
      argTypes: [element.type, expectExactly('array_repeat', args, 1, IntegerType)],
      returns: arrayType(element.type, element.nullable),
      nullable: count.nullable,
    };
  },
  nulls: 'custom',
  doc: 'An array that holds the value so many times; empty for a negative count.',
  examples: [
    ["array_repeat('z', 3)", '[z, z, z]'],
    ['array_repeat(1, NULL)', null],
  ],
  row: ([x, count], { interpreted }): Value => {
    if (count === null) return null;
    if (interpreted !== true) checkRoomCompiled('array_repeat', count as number);
    checkRoom('array_repeat', count as number, 'count');
    return new Array<Value>(Math.max(0, count as number)).fill(x as Value);
  },
});

export const builders: readonly ScalarFunction[] = [array, arrayRepeat];
