/** Functions that exist only over a window. */
import type { FunctionDeclaration } from '../define.ts';
import { counterDiff } from './counter.ts';
import { offsets } from './offset.ts';
import { rankings } from './ranking.ts';

export const windowFunctions: readonly FunctionDeclaration[] = [...rankings, ...offsets, counterDiff];
