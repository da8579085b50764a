/** Access to parts of arrays, maps and structs. */
import type { FunctionDeclaration } from '../define.ts';
import { fields } from './fields.ts';
import { getItem } from './items.ts';

export const accessFunctions: readonly FunctionDeclaration[] = [getItem, ...fields];
