/**
 * Functions of dates and timestamps. `window`, `session_window` and `window_time` are not here: they give columns
 * with a start and an end to a whole plan, so the analyzer expands them where it meets their names.
 */
import type { FunctionDeclaration } from '../define.ts';
import { arithmetic } from './arithmetic.ts';
import { timeBucket } from './bucket.ts';
import { epochs } from './epoch.ts';
import { extracts } from './extract.ts';
import { formats } from './format.ts';
import { makers } from './make.ts';
import { parsers } from './parse.ts';
import { parts } from './parts.ts';
import { truncations } from './trunc.ts';
import { units } from './units.ts';
import { clocks } from './zones.ts';

export const datetimeFunctions: readonly FunctionDeclaration[] = [
  ...parts,
  ...extracts,
  ...arithmetic,
  ...truncations,
  timeBucket,
  ...parsers,
  ...formats,
  ...epochs,
  ...makers,
  ...clocks,
  ...units,
];
