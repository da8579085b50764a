/** bitmap_construct_agg, bitmap_or_agg, bitmap_and_agg: bitmaps of 32768 bits. */
import { SparkError } from '../../core/index.ts';
import { BinaryType, LongType } from '../../types/index.ts';
import type { AggregateFunction, ArgumentInfo } from '../define.ts';
import { expectType, unexpectedInput } from '../typing.ts';
import { aggregate, imperative } from './declare.ts';

const BYTES = 4096;
const BITS = 8 * BYTES;

function invalidPosition(position: bigint): SparkError {
  return new SparkError({
    errorClass: 'ArrayIndexOutOfBoundsException',
    condition: 'INVALID_BITMAP_POSITION',
    sqlState: '22003',
    parameters: { bitPosition: String(position), bitmapNumBytes: String(BYTES), bitmapNumBits: String(BITS) },
    sentence: `A bitmap has bits 0 to ${BITS - 1}, not ${position}: take bitmap_bit_position.`,
  });
}

const construct = aggregate<Uint8Array>({
  name: 'bitmap_construct_agg',
  defaultResult: new Uint8Array(BYTES),
  since: '3.5.0',
  params: [{ name: 'child', pythonName: 'col', accepts: ['long'] }],
  signature: (args) => ({ argTypes: [expectType('bitmap_construct_agg', args, 0, LongType)], returns: BinaryType, nullable: false }),
  doc: 'A bitmap of 4096 bytes with a bit for each of the given positions (0 to 32767); NULLs are passed over.',
  examples: [['bitmap_count(bitmap_construct_agg(5))', '1']],
  ...imperative(),
  emptyIsNull: false,
  init: () => new Uint8Array(BYTES),
  update: (s, [x]) => {
    if (x === null) return s;
    const position = x as bigint;
    if (position < 0n || position >= BigInt(BITS)) throw invalidPosition(position);
    const at = Number(position);
    s[at >> 3] = (s[at >> 3] as number) | (1 << (at & 7));
    return s;
  },
  merge: (a, b) => a.map((x, i) => x | (b[i] as number)),
  // A window adds to the state of the row before.
  finish: (s) => s.slice(),
});

/** Bytes that a shorter bitmap lacks count as 0. */
function combining(name: string, doc: string, start: number, operation: (a: number, b: number) => number, example: string): AggregateFunction<Uint8Array> {
  return aggregate<Uint8Array>({
    name,
    defaultResult: new Uint8Array(BYTES).fill(start),
    since: name === 'bitmap_and_agg' ? '4.1.0' : '3.5.0',
    params: [{ name: 'child', pythonName: 'col', accepts: ['binary'] }],
    signature: (args) => {
      const { type } = args[0] as ArgumentInfo;
      if (type.kind !== 'binary') throw unexpectedInput(name, args, 0, '"BINARY"');
      return { argTypes: [type], returns: BinaryType, nullable: false };
    },
    doc: `${doc} of bitmaps, as a bitmap of 4096 bytes; NULLs are passed over.`,
    examples: [[`bitmap_count(${name}(X'0F'))`, example]],
    ...imperative(),
    emptyIsNull: false,
    init: () => new Uint8Array(BYTES).fill(start),
    update: (s, [x]) => (x === null ? s : s.map((b, i) => operation(b, (x as Uint8Array)[i] ?? 0))),
    merge: (a, b) => a.map((x, i) => operation(x, b[i] as number)),
    finish: (s) => s,
  });
}

export const bitmaps = [
  construct,
  combining('bitmap_or_agg', 'Bitwise OR', 0, (a, b) => a | b, '4'),
  combining('bitmap_and_agg', 'Bitwise AND', 0xff, (a, b) => a & b, '4'),
];
