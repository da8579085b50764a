/** Functions of patterns: regular expressions and LIKE. */
import type { FunctionDeclaration } from '../define.ts';
import { regularExpressions } from './functions.ts';
import { quantifiedLikes } from './like-quantified.ts';
import { likes } from './like.ts';

export const regexpFunctions: readonly FunctionDeclaration[] = [...regularExpressions, ...likes, ...quantifiedLikes];
