/** Hiding the characters of texts by kind. */
import { NullType, StringType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { ArgumentInfo } from '../define.ts';
import { defaultText, exactText, typed } from '../typed.ts';
import type { Default } from '../typed.ts';
import { expectFoldable, mismatch } from '../typing.ts';

const KINDS = ['upperChar', 'lowerChar', 'digitChar', 'otherChar'] as const;
const AS_IS: Default = { sql: 'NULL', type: NullType, value: null };

/** Once all are texts: constants, and of one character. */
function checkCharacters(args: readonly ArgumentInfo[]): void {
  for (const [i, name] of KINDS.entries()) {
    expectFoldable('mask', args, i + 1, name, '"STRING"');
    const { literal } = args[i + 1] as ArgumentInfo;
    if (typeof literal !== 'string' || [...literal].length === 1) continue;
    throw mismatch('INPUT_SIZE_NOT_ONE', 'mask', args, { exprName: name }, `${name} of mask must be a single character.`);
  }
}

function kindOf(character: string): number {
  if (/^\p{Lu}$/u.test(character)) return 0;
  if (/^\p{Ll}$/u.test(character)) return 1;
  return /^\p{Nd}$/u.test(character) ? 2 : 3;
}

function masked(s: string, by: readonly Value[]): string {
  let out = '';
  for (const character of s) out += (by[kindOf(character)] as string | null) ?? character;
  return out;
}

export const mask = typed({
  name: 'mask',
  family: 'string',
  since: '3.4.0',
  namedArguments: true,
  params: ['str', 'upperChar?', 'lowerChar?', 'digitChar?', 'otherChar?'],
  takes: [exactText, ...KINDS.map(() => exactText)],
  returns: StringType,
  nulls: 'custom',
  nullable: true,
  defaults: [defaultText('X'), defaultText('x'), defaultText('n'), AS_IS],
  check: checkCharacters,
  doc: 'The text with upper-case letters, lower-case letters, digits and all other characters replaced, each kind by a character of its own; NULL leaves a kind as it is.',
  examples: [
    ["mask('abcd-EFGH-8765-4321')", 'xxxx-XXXX-nnnn-nnnn'],
    ["mask('AbCD123-@$#', 'Q', 'q', 'd', 'o')", 'QqQQdddoooo'],
  ],
  row: ([s, ...by]) => (s === null ? null : masked(s as string, by)),
});
