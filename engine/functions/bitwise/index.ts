/** Bits of integers. */
import type { FunctionDeclaration } from '../define.ts';
import { bitCounts } from './counts.ts';
import { bitOperators } from './operators.ts';

export const bitwiseFunctions: readonly FunctionDeclaration[] = [...bitOperators, ...bitCounts];
