/** Functions of texts and binaries. */
import type { FunctionDeclaration } from '../define.ts';
import { bases } from './base64.ts';
import { cases } from './case.ts';
import { encode } from './charset.ts';
import { codes } from './codes.ts';
import { distances } from './distance.ts';
import { lengths } from './length.ts';
import { mask } from './mask.ts';
import { compositions } from './pad.ts';
import { replacements } from './replace.ts';
import { searches } from './search.ts';
import { sentences } from './sentences.ts';
import { substrings } from './substring.ts';
import { toBinary } from './to-binary.ts';
import { trims } from './trim.ts';
import { encodings } from './utf8.ts';

export { readSidePadding, writeSideCheck } from './char-types.ts';

export const stringFunctions: readonly FunctionDeclaration[] = [
  ...cases,
  ...lengths,
  ...substrings,
  ...trims,
  ...compositions,
  ...searches,
  ...replacements,
  ...distances,
  ...codes,
  ...bases,
  encode,
  ...toBinary,
  ...encodings,
  mask,
  sentences,
];
