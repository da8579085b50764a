/** Mathematics. */
import type { FunctionDeclaration } from '../define.ts';
import { bases } from './bases.ts';
import { elementary } from './elementary.ts';
import { integers } from './integers.ts';
import { rounding } from './round.ts';

export const mathFunctions: readonly FunctionDeclaration[] = [...elementary, ...rounding, ...integers, ...bases];
