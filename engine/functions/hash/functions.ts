/** hash, xxhash64, md5, sha1, sha2, crc32, hmac. */
import { hashColumns, vectorOf } from '../../columnar/index.ts';
import { SparkError } from '../../core/index.ts';
import { BinaryType, holdsMap, isString, IntegerType, LongType, StringType, valueToSql } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, ParameterSpec, ScalarFunction, Signature } from '../define.ts';
import { expectType, mismatch, scalarFunction, unexpectedInput } from '../typing.ts';
import { xxHash64 } from '../aggregate/xxhash64.ts';
import { crc32, hmac, md5, sha1 } from './digests.ts';
import { sha224, sha256, sha384, sha512 } from './sha2.ts';

const family = 'hash';
const VALUES: ParameterSpec = { name: 'expr', pythonName: 'cols', accepts: ['any'], variadic: true };
const BYTES: ParameterSpec = { name: 'expr', pythonName: 'col', accepts: ['binary'] };
const SEED = 42;

function hashSignature(name: string, args: readonly ArgumentInfo[], returns: DataType): Signature {
  if (args.some((a) => a.type.kind === 'variant')) {
    throw mismatch('HASH_VARIANT_TYPE', name, args, { functionName: `\`${name}\`` }, 'Variants have no hash.');
  }
  if (args.some((a) => holdsMap(a.type))) {
    throw mismatch('HASH_MAP_TYPE', name, args, { functionName: `\`${name}\`` }, 'Maps have no hash, for their entries have no order.');
  }
  return { argTypes: args.map((a) => a.type), returns, nullable: false };
}

const hash = scalarFunction({
  name: 'hash',
  family,
  since: '2.0.0',
  params: [VALUES],
  planText: (args) => `hash(${[...args, SEED].join(', ')})`,
  signature: (args) => hashSignature('hash', args, IntegerType),
  nulls: 'custom',
  doc: 'A 32-bit hash (Murmur3, seed 42) of the arguments, the one by which rows go to partitions. NULLs are passed over.',
  examples: [["hash('Spark', array(123), 2)", '-1321691492']],
  row: (args, ctx) => hashColumns(args.map((x, i) => vectorOf(ctx.argTypes[i] as DataType, [x])), 1, SEED)[0] as number,
  batch: (args, n) => ({ layout: 'int', type: IntegerType, length: n, validity: null, data: hashColumns(args, n, SEED) }),
});

const xxhash64 = scalarFunction({
  name: 'xxhash64',
  family,
  since: '3.0.0',
  params: [VALUES],
  planText: (args) => `xxhash64(${[...args, SEED].join(', ')})`,
  signature: (args) => hashSignature('xxhash64', args, LongType),
  nulls: 'custom',
  doc: 'A 64-bit hash (xxHash, seed 42) of the arguments. NULLs are passed over.',
  examples: [["xxhash64('Spark', array(123), 2)", '5602566077635097486']],
  row: (args, ctx) => BigInt.asIntN(64, args.reduce<bigint>((h, x, i) => xxHash64(ctx.argTypes[i] as DataType, x, h), BigInt(SEED))),
});

/** Bytes, and texts as their bytes. */
function byteArgument(name: string, args: readonly ArgumentInfo[], index: number): DataType {
  const { type } = args[index] as ArgumentInfo;
  if (type.kind === 'binary' || type.kind === 'null' || isString(type)) return BinaryType;
  throw unexpectedInput(name, args, index, '"BINARY"');
}

function hexText(bytes: Uint8Array): string {
  let out = '';
  for (const b of bytes) out += (b < 16 ? '0' : '') + b.toString(16);
  return out;
}

function digestFunction(name: string, since: string, digest: (m: Uint8Array) => Uint8Array, doc: string, example: readonly [string, string]): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since,
    params: [BYTES],
    signature: (args) => ({ argTypes: [byteArgument(name, args, 0)], returns: StringType }),
    doc,
    examples: [example],
    row: ([bytes]) => hexText(digest(bytes as Uint8Array)),
  });
}

const SHA2: Readonly<Record<number, (m: Uint8Array) => Uint8Array>> = { 0: sha256, 224: sha224, 256: sha256, 384: sha384, 512: sha512 };

const sha2 = scalarFunction({
  name: 'sha2',
  family,
  since: '1.5.0',
  params: [BYTES, { name: 'bitLength', pythonName: 'numBits', accepts: ['integer'], pythonLiteral: true }],
  signature: (args) => ({ argTypes: [byteArgument('sha2', args, 0), expectType('sha2', args, 1, IntegerType)], returns: StringType, nullable: true }),
  doc: 'A SHA-2 digest of 224, 256 (also as 0), 384 or 512 bits in hexadecimal digits; NULL for other lengths.',
  examples: [["sha2('Spark', 256)", '529bc3b07127ecb7e53a4dcf1991d9152c24537d919178022b2c42657f79a26b']],
  row: ([bytes, bits]): Value => {
    const digest = SHA2[bits as number];
    return digest === undefined ? null : hexText(digest(bytes as Uint8Array));
  },
});

const crc = scalarFunction({
  name: 'crc32',
  family,
  since: '1.5.0',
  params: [BYTES],
  signature: (args) => ({ argTypes: [byteArgument('crc32', args, 0)], returns: LongType }),
  doc: 'The CRC-32 checksum of bytes or of the bytes of a text.',
  examples: [["crc32('Spark')", '1557323817']],
  row: ([bytes]) => BigInt(crc32(bytes as Uint8Array)),
});

type Digest = readonly [of: (m: Uint8Array) => Uint8Array, blockBytes: number];
const HMAC_DIGESTS: Readonly<Record<string, Digest>> = {
  MD5: [md5, 64],
  SHA1: [sha1, 64],
  SHA224: [sha224, 64],
  SHA256: [sha256, 64],
  SHA384: [sha384, 128],
  SHA512: [sha512, 128],
};

function hmacDigest(name: string): Digest {
  const found = HMAC_DIGESTS[name.toUpperCase().replace(/^SHA-/, 'SHA')];
  if (found !== undefined) return found;
  throw new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'INVALID_PARAMETER_VALUE.HMAC_ALGORITHM',
    sqlState: '22023',
    parameters: { parameter: '`algorithm`', functionName: '`hmac`', algorithm: valueToSql(name, StringType) },
    sentence: `There is no digest '${name}'; take MD5, SHA-1, SHA-224, SHA-256, SHA-384 or SHA-512.`,
  });
}

function emptyKey(): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'INVALID_PARAMETER_VALUE.HMAC_CRYPTO_ERROR',
    sqlState: '22023',
    parameters: { parameter: '`key`', functionName: '`hmac`', detailMessage: 'Empty key' },
    sentence: 'The key of hmac must not be empty.',
  });
}

const SHOWN_ALGORITHM = 'SHA-256';
const SHOWN_INFO: ArgumentInfo = { type: StringType, nullable: false, foldable: true, sql: SHOWN_ALGORITHM };

const hmacFunction = scalarFunction({
  name: 'hmac',
  constancy: 'late',
  family,
  since: '4.3.0',
  params: [
    { name: 'key', accepts: ['binary'] },
    { name: 'message', pythonName: 'msg', accepts: ['binary'] },
    { name: 'algorithm', accepts: ['string'], optional: true },
  ],
  signature: (args) => {
    const shown = args.length > 2 ? args : [...args, SHOWN_INFO];
    const [key, message, algorithm] = [byteArgument('hmac', shown, 0), byteArgument('hmac', shown, 1), expectType('hmac', shown, 2, StringType)];
    return { argTypes: [key, message, algorithm].slice(0, args.length), returns: BinaryType, nullable: true };
  },
  sql: (args) => `hmac(${args[0]}, ${args[1]}, ${args[2] ?? SHOWN_ALGORITHM})`,
  doc: 'A digest of a message under a key (HMAC), by SHA-256 or the named algorithm.',
  examples: [["hex(hmac('key', 'msg'))", '2D93CBC1BE167BCB1637A4A23CBFF01A7878F0C50EE833954EA5221BB1B8C628']],
  row: ([key, message, algorithm]) => {
    const [digest, blockBytes] = hmacDigest((algorithm ?? SHOWN_ALGORITHM) as string);
    if ((key as Uint8Array).length === 0) throw emptyKey();
    return hmac(key as Uint8Array, message as Uint8Array, digest, blockBytes);
  },
});

export const hashes: readonly ScalarFunction[] = [
  hash,
  xxhash64,
  digestFunction('md5', '1.5.0', md5, 'The MD5 digest of bytes or of the bytes of a text, in hexadecimal digits.', ["md5('Spark')", '8cde774d6f7333752ed72cacddb05126']),
  digestFunction('sha1', '1.5.0', sha1, 'The SHA-1 digest of bytes or of the bytes of a text, in hexadecimal digits.', ["sha1('Spark')", '85f5955f4b27a9a4c2aab6ffe5d7189fc298b92c']),
  digestFunction('sha', '1.5.0', sha1, 'The SHA-1 digest of bytes or of the bytes of a text, in hexadecimal digits.', ["sha('Spark')", '85f5955f4b27a9a4c2aab6ffe5d7189fc298b92c']),
  sha2,
  crc,
  hmacFunction,
];
