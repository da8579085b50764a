/** Functions of arrays (and sizes and lookups of maps). */
import type { FunctionDeclaration } from '../define.ts';
import { builders } from './build.ts';
import { edits } from './edit.ts';
import { orders } from './order.ts';
import { searches } from './search.ts';
import { sequence } from './sequence.ts';
import { sets } from './sets.ts';

export const collectionFunctions: readonly FunctionDeclaration[] = [...builders, ...searches, ...edits, ...sets, ...orders, sequence];
