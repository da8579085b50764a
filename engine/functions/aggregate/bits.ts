import { DoubleType, IntegerType, isIntegral } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { AggregateFunction, ArgumentInfo } from '../define.ts';
import { expectType, unexpectedInput } from '../typing.ts';
import { aggregate } from './declare.ts';

interface BitState {
  value: bigint | null;
}

type Operation = (a: bigint, b: bigint) => bigint;

function combine(s: BitState, x: bigint | null, operation: Operation): BitState {
  if (x !== null) s.value = s.value === null ? x : operation(s.value, x);
  return s;
}

function declareBits(name: string, word: string, operation: Operation, example: string): AggregateFunction<BitState> {
  return aggregate<BitState>({
    name,
    ...(name === 'bit_xor' ? {} : { ignoresRepeats: true }),
    since: '3.0.0',
    params: [{ name: 'expr', pythonName: 'col', accepts: ['integral'] }],
    signature: (args) => {
      const { type } = args[0] as ArgumentInfo;
      if (type.kind === 'null') return { argTypes: [IntegerType], returns: IntegerType, nullable: true };
      if (!isIntegral(type)) throw unexpectedInput(name, args, 0, '"INTEGRAL"');
      return { argTypes: [type], returns: type, nullable: true };
    },
    doc: `Bitwise ${word} of the whole numbers that are not null; NULL if there are none.`,
    examples: [[`${name}(5)`, example]],
    init: () => ({ value: null }),
    update: (s, [x]) => combine(s, x === null ? null : BigInt(x as number | bigint), operation),
    merge: (a, b) => combine(a, b.value, operation),
    finish: (s, ctx): Value => (s.value === null || ctx.returnType.kind === 'long' ? s.value : Number(s.value)),
  });
}

export const bits = [
  declareBits('bit_and', 'AND', (a, b) => a & b, '5'),
  declareBits('bit_or', 'OR', (a, b) => a | b, '5'),
  declareBits('bit_xor', 'XOR', (a, b) => a ^ b, '5'),
];

/** Not in SQL, as in Spark: only the Python and TypeScript functions have it. */
export const product = aggregate<{ value: number | null }>({
  name: 'product',
  since: '3.2.0',
  internal: true,
  params: [{ name: 'col', accepts: ['numeric'] }],
  signature: (args) => ({ argTypes: [expectType('product', args, 0, DoubleType)], returns: DoubleType, nullable: true }),
  doc: 'Product of the values that are not null, as a DOUBLE; NULL if there are none.',
  examples: [],
  init: () => ({ value: null }),
  update: (s, [x]) => {
    if (x !== null) s.value = (s.value ?? 1) * (x as number);
    return s;
  },
  merge: (a, b) => {
    if (b.value !== null) a.value = (a.value ?? 1) * b.value;
    return a;
  },
  finish: (s) => s.value,
});
