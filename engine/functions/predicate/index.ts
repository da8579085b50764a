/** Tests of values. */
import type { FunctionDeclaration } from '../define.ts';
import { membership } from './in.ts';
import { nullTests } from './nulls.ts';

export const predicateFunctions: readonly FunctionDeclaration[] = [...nullTests, ...membership];
