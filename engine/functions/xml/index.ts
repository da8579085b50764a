/** Functions of XML texts. */
import type { FunctionDeclaration } from '../define.ts';
import { xpathFunctions } from './xpath-functions.ts';

export const xmlFunctions: readonly FunctionDeclaration[] = [...xpathFunctions];
