/** The operators of SQL and of columns. */
import type { FunctionDeclaration } from '../define.ts';
import { arithmetic } from './arithmetic.ts';
import { comparisons } from './comparison.ts';
import { datetimeOperators } from './datetime.ts';
import { logic } from './logic.ts';
import { tryArithmetic } from './try-arithmetic.ts';

export const operatorFunctions: readonly FunctionDeclaration[] = [...arithmetic, ...tryArithmetic, ...datetimeOperators, ...comparisons, ...logic];
