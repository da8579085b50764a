/** Functions of maps. */
import type { FunctionDeclaration } from '../define.ts';
import { mapBuilders } from './build.ts';
import { mapParts } from './parts.ts';

export const mapFunctions: readonly FunctionDeclaration[] = [...mapBuilders, ...mapParts];
