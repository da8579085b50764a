/** Functions about the query itself and its session. */
import type { FunctionDeclaration } from '../define.ts';
import { DIRECT_PARTITION } from './direct-partition.ts';
import { reflections } from './reflect.ts';
import { sessionFacts } from './session.ts';
import { valueFunctions } from './values.ts';

export { CURRENT_DATABASE_KEY, SPARK_VERSION } from './session.ts';

export const miscFunctions: readonly FunctionDeclaration[] = [...sessionFacts, ...valueFunctions, ...reflections, DIRECT_PARTITION];
