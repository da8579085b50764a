/** Types that functions are given as constant texts (`from_json(j, 'a INT')`). */
import { SparkError } from '../core/index.ts';
import { parseDataType } from '../types/index.ts';
import type { DataType } from '../types/index.ts';

/** The type in a text of DDL. What is wrong with it is, in Spark, an error of the analyzer's. */
export function typeOfText(text: string): DataType {
  try {
    return parseDataType(text);
  } catch (e) {
    if (!(e instanceof SparkError) || e.errorClass !== 'ParseException') throw e;
    const { condition, sqlState, parameters, sentence, context } = e;
    throw new SparkError({ errorClass: 'AnalysisException', condition, sqlState, parameters, sentence, context });
  }
}
