/** Functions about the query itself and its session. */
import type { FunctionDeclaration } from '../define.ts';
import { sessionFacts } from './session.ts';
import { valueFunctions } from './values.ts';

export const miscFunctions: readonly FunctionDeclaration[] = [...sessionFacts, ...valueFunctions];
