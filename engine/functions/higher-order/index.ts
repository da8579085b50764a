/** Functions that take functions. */
import type { FunctionDeclaration } from '../define.ts';
import { arrayLambdas } from './arrays.ts';
import { mapLambdas } from './maps.ts';

export const higherOrderFunctions: readonly FunctionDeclaration[] = [...arrayLambdas, ...mapLambdas];
