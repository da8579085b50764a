/** Functions of XML texts. */
import type { FunctionDeclaration } from '../define.ts';
import { xmlStructFunctions } from './functions.ts';
import { xpathFunctions } from './xpath-functions.ts';

export const xmlFunctions: readonly FunctionDeclaration[] = [...xmlStructFunctions, ...xpathFunctions];
