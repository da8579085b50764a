/** Lengths of texts and binaries. */
import { IntegerType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { ScalarFunction } from '../define.ts';
import { textOrBytes, typed } from '../typed.ts';
import { byteLengthOf, lengthOf } from './code-points.ts';
import { measureKernel } from './kernels.ts';

function declare(name: string, since: string, doc: string, example: string, measure: (v: Value) => number): ScalarFunction {
  return typed({
    name,
    family: 'string',
    since,
    params: ['expr'],
    takes: [textOrBytes],
    returns: IntegerType,
    doc,
    examples: [[`${name}('Spark é')`, example]],
    row: ([v]) => measure(v as Value),
    batch: measureKernel(measure),
  });
}

const LENGTH = 'Number of characters of a text (code points), or of bytes of a binary.';
const length = (v: Value): number => (typeof v === 'string' ? lengthOf(v) : (v as Uint8Array).length);
const octets = (v: Value): number => (typeof v === 'string' ? byteLengthOf(v) : (v as Uint8Array).length);

export const lengths: readonly ScalarFunction[] = [
  declare('length', '1.5.0', LENGTH, '7', length),
  declare('len', '3.4.0', LENGTH, '7', length),
  declare('char_length', '2.3.0', LENGTH, '7', length),
  declare('character_length', '2.3.0', LENGTH, '7', length),
  declare('octet_length', '2.3.0', 'Number of bytes of a text in UTF-8, or of a binary.', '8', octets),
  declare('bit_length', '2.3.0', 'Number of bits of a text in UTF-8, or of a binary.', '64', (v) => octets(v) * 8),
];
