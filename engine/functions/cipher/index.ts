/** aes_encrypt, aes_decrypt, try_aes_decrypt. */
import { SparkError } from '../../core/index.ts';
import { BinaryType, isString } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, FunctionDeclaration, ScalarFunction } from '../define.ts';
import { defaultText, text, typed } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { unexpectedInput } from '../typing.ts';
import { Aes } from './aes.ts';
import { BLOCK_BYTES, decryptBlocks, decryptGcm, encryptBlocks, encryptGcm, GCM_IV_BYTES, joined } from './modes.ts';

const family = 'cipher';
const SHOWN_NAMES = '`aes_encrypt`/`aes_decrypt`';
const KEY_BYTES: readonly number[] = [16, 24, 32];
/** The paddings that each mode takes. */
const PADDINGS: Readonly<Record<string, readonly string[]>> = { ECB: ['DEFAULT', 'PKCS'], CBC: ['DEFAULT', 'PKCS'], GCM: ['DEFAULT', 'NONE'] };

/** Binary, or text as its bytes. */
const bytesOrText: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (type.kind === 'binary' || type.kind === 'null' || isString(type)) return BinaryType;
  throw unexpectedInput(name, args, i, '"BINARY"');
};

function refused(condition: string, sqlState: string, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  return new SparkError({ errorClass: 'SparkRuntimeException', condition, sqlState, parameters, sentence });
}

function cipherOf(key: Uint8Array): Aes {
  if (KEY_BYTES.includes(key.length)) return new Aes(key);
  throw refused(
    'INVALID_PARAMETER_VALUE.AES_KEY_LENGTH',
    '22023',
    { parameter: '`key`', functionName: SHOWN_NAMES, actualLength: String(key.length) },
    `A key has 16, 24 or 32 bytes, not ${key.length}.`,
  );
}

/** The mode in capitals, if it goes with the padding. */
function modeOf(mode: string, padding: string): string {
  const known = mode.toUpperCase();
  if (PADDINGS[known]?.includes(padding.toUpperCase())) return known;
  throw refused('UNSUPPORTED_FEATURE.AES_MODE', '0A000', { mode, padding, functionName: SHOWN_NAMES }, `There is no mode ${mode} with the padding ${padding}: ECB and CBC take PKCS, GCM takes NONE.`);
}

function ivBytes(mode: string): number {
  return mode === 'ECB' ? 0 : mode === 'CBC' ? BLOCK_BYTES : GCM_IV_BYTES;
}

/** As many bytes of chance as the mode wants; all calls of a task draw from one stream. */
const STREAMS = new WeakMap<CallContext, { cipher: Aes; counter: number }>();

function randomBytes(count: number, ctx: CallContext): Uint8Array {
  let stream = STREAMS.get(ctx);
  if (stream === undefined) {
    const seed = new Uint8Array(BLOCK_BYTES);
    new DataView(seed.buffer).setUint32(0, ctx.environment.seed());
    new DataView(seed.buffer).setUint32(4, ctx.partitionIndex);
    stream = { cipher: new Aes(seed), counter: 0 };
    STREAMS.set(ctx, stream);
  }
  const block = new Uint8Array(BLOCK_BYTES);
  new DataView(block.buffer).setUint32(0, stream.counter++);
  return stream.cipher.encrypt(block).subarray(0, count);
}

function ivFor(mode: string, given: Uint8Array, ctx: CallContext): Uint8Array {
  const wanted = ivBytes(mode);
  if (given.length === 0) return randomBytes(wanted, ctx);
  if (mode === 'ECB') throw refused('UNSUPPORTED_FEATURE.AES_MODE_IV', '0A000', { mode, functionName: '`aes_encrypt`' }, 'ECB takes no initialization vector.');
  if (given.length === wanted) return given;
  throw refused(
    'INVALID_PARAMETER_VALUE.AES_IV_LENGTH',
    '22023',
    { mode, parameter: '`iv`', functionName: SHOWN_NAMES, actualLength: String(given.length) },
    `The initialization vector of ${mode} has ${wanted} bytes, not ${given.length}.`,
  );
}

function checkAad(mode: string, aad: Uint8Array, name: string): void {
  if (mode !== 'GCM' && aad.length > 0) {
    throw refused('UNSUPPORTED_FEATURE.AES_MODE_AAD', '0A000', { mode, functionName: `\`${name}\`` }, `${mode} takes no additional data (AAD); GCM does.`);
  }
}

function encrypt(args: readonly Value[], ctx: CallContext): Uint8Array {
  const [message, key, modeName, padding, iv, aad] = args as readonly [Uint8Array, Uint8Array, string, string, Uint8Array, Uint8Array];
  const cipher = cipherOf(key);
  const mode = modeOf(modeName, padding);
  const start = ivFor(mode, iv, ctx);
  checkAad(mode, aad, 'aes_encrypt');
  if (mode === 'GCM') return joined(start, encryptGcm(cipher, message, start, aad));
  return mode === 'ECB' ? encryptBlocks(cipher, message, null) : joined(start, encryptBlocks(cipher, message, start));
}

/** What is wrong with the message, or the message as it was before it was encrypted. */
function decrypted(cipher: Aes, mode: string, message: Uint8Array, aad: Uint8Array): Uint8Array | string {
  const start = message.subarray(0, ivBytes(mode));
  const rest = message.subarray(start.length);
  if (start.length < ivBytes(mode)) return mode === 'GCM' ? 'Invalid buffer arguments' : 'IV buffer too short for given offset/length combination';
  if (mode === 'GCM') return decryptGcm(cipher, rest, start, aad) ?? (rest.length < BLOCK_BYTES ? 'Input data too short to contain an expected tag length of 16bytes' : 'Tag mismatch!');
  if (rest.length % BLOCK_BYTES !== 0) return 'Input length must be multiple of 16 when decrypting with padded cipher';
  const out = decryptBlocks(cipher, rest, mode === 'CBC' ? start : null);
  return out ?? 'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.';
}

function decrypt(args: readonly Value[]): Uint8Array {
  const [message, key, modeName, padding, aad] = args as readonly [Uint8Array, Uint8Array, string, string, Uint8Array];
  const cipher = cipherOf(key);
  const mode = modeOf(modeName, padding);
  checkAad(mode, aad, 'aes_decrypt');
  const out = decrypted(cipher, mode, message, aad);
  if (typeof out !== 'string') return out;
  throw refused(
    'INVALID_PARAMETER_VALUE.AES_CRYPTO_ERROR',
    '22023',
    { parameter: '`expr`, `key`', functionName: SHOWN_NAMES, detailMessage: out },
    `The value cannot be decrypted with this key: ${out}.`,
  );
}

const DEFAULTS = [defaultText('GCM'), defaultText('DEFAULT')];
const EMPTY = { sql: '', type: BinaryType, value: new Uint8Array(0) };
const TAKES = [bytesOrText, bytesOrText, text, text, bytesOrText, bytesOrText];

const aesEncrypt = typed({
  name: 'aes_encrypt',
  constancy: 'late',
  family,
  since: '3.3.0',
  deterministic: false,
  params: ['expr', 'key', 'mode?', 'padding?', 'iv?', 'aad?'],
  takes: TAKES,
  defaults: [...DEFAULTS, EMPTY, EMPTY],
  returns: BinaryType,
  nullable: true,
  doc: 'The value encrypted by AES with a key of 16, 24 or 32 bytes, in the mode ECB, CBC or GCM (the default). CBC and GCM put their initialization vector, random unless given, in front; GCM takes additional data that are checked but not hidden.',
  examples: [["hex(aes_encrypt('Spark', '0000111122223333', 'ECB'))", '348FF37EBDE05B7880BA339068FBDA5E']],
  row: encrypt,
});

const DECRYPT_PARAMS = ['expr', 'key', 'mode?', 'padding?', 'aad?'];
const DECRYPT_EXAMPLE = "X'348FF37EBDE05B7880BA339068FBDA5E', '0000111122223333', 'ECB'";

const aesDecrypt = typed({
  name: 'aes_decrypt',
  constancy: 'late',
  family,
  since: '3.3.0',
  params: DECRYPT_PARAMS,
  takes: TAKES,
  defaults: [...DEFAULTS, EMPTY],
  returns: BinaryType,
  nullable: true,
  doc: 'The value that aes_encrypt encrypted with this key, mode and additional data; an error where it is none.',
  examples: [[`CAST(aes_decrypt(${DECRYPT_EXAMPLE}) AS STRING)`, 'Spark']],
  row: decrypt,
});

const tryAesDecrypt: ScalarFunction = {
  ...typed({
  name: 'try_aes_decrypt',
  constancy: 'late',
  shownAs: 'aes_decrypt',
  family,
  since: '3.5.0',
  params: DECRYPT_PARAMS,
  takes: TAKES,
  defaults: [...DEFAULTS, EMPTY],
  returns: BinaryType,
  nullable: true,
  doc: 'As aes_decrypt, but NULL where the value cannot be decrypted.',
  examples: [
    [`CAST(try_aes_decrypt(${DECRYPT_EXAMPLE}) AS STRING)`, 'Spark'],
    ["try_aes_decrypt(X'00', '0000111122223333')", null],
  ],
  row: decrypt,
  }),
  control: 'try',
};

export const cipherFunctions: readonly FunctionDeclaration[] = [aesEncrypt, aesDecrypt, tryAesDecrypt];
