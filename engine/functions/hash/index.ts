/** Hashes, digests and checksums. */
import type { FunctionDeclaration } from '../define.ts';
import { hashes } from './functions.ts';

export const hashFunctions: readonly FunctionDeclaration[] = hashes;
