/** Sketches: what is about true of many values, in little room. Their bytes are those that Spark keeps. */
import type { FunctionDeclaration } from '../define.ts';
import { countMinFunctions } from './count-min.ts';
import { hllFunctions } from './hll-functions.ts';
import { kllFunctions } from './kll-functions.ts';
import { thetaFunctions } from './theta-functions.ts';
import { tupleFunctions } from './tuple-functions.ts';

export const sketchFunctions: readonly FunctionDeclaration[] = [...countMinFunctions, ...hllFunctions, ...thetaFunctions, ...tupleFunctions, ...kllFunctions];
