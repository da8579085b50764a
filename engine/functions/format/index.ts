/** Functions that write values in a format, and read them back. */
import type { FunctionDeclaration } from '../define.ts';
import { formatNumber } from './format-number.ts';
import { formatStrings } from './format-string.ts';
import { numberTexts } from './to-number.ts';

export const formatFunctions: readonly FunctionDeclaration[] = [formatNumber, ...formatStrings, ...numberTexts];
