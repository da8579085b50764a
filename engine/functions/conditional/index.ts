/** Functions that choose among values. */
import type { FunctionDeclaration } from '../define.ts';
import { branches } from './branches.ts';
import { extremes } from './extremes.ts';
import { replacements } from './replacing.ts';

export const conditionalFunctions: readonly FunctionDeclaration[] = [...branches, ...replacements, ...extremes];
