/** Functions of lines of CSV. */
import type { FunctionDeclaration } from '../define.ts';
import { csvFunctionList } from './functions.ts';

export { csvReader } from './convert.ts';
export type { CsvPlaces } from './convert.ts';
export { csvWriter } from './functions.ts';
export { inferCell } from './infer.ts';
export { csvFormat, splitLine, writeCell } from './lines.ts';

export const csvFunctions: readonly FunctionDeclaration[] = csvFunctionList;
