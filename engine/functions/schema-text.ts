/** Types that functions are given as constant texts (`from_json(j, 'a INT')`). */
import { SparkError } from '../core/index.ts';
import { parseDataType, sessionTimestampType, typeFromJson } from '../types/index.ts';
import type { DataType } from '../types/index.ts';
import type { SignatureContext } from './define.ts';

/** The type in a text of DDL. What is wrong with it is, in Spark, an error of the analyzer's. */
function typeOfText(text: string, conf: SignatureContext['conf']): DataType {
  try {
    return parseDataType(text, sessionTimestampType(conf));
  } catch (e) {
    if (!(e instanceof SparkError) || e.errorClass !== 'ParseException') throw e;
    const { condition, sqlState, parameters, sentence, context } = e;
    throw new SparkError({ errorClass: 'AnalysisException', condition, sqlState, parameters, sentence, context });
  }
}

/** As `typeOfText`, or the type in JSON form where that is what the text holds. */
export function schemaOfText(text: string, conf: SignatureContext['conf']): DataType {
  try {
    return typeOfText(text, conf);
  } catch (e) {
    const type = /^\s*[{"]/.test(text) ? typeOfJson(text) : undefined;
    if (type === undefined) throw e;
    return type;
  }
}

function typeOfJson(text: string): DataType | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isTypeJson(json) ? typeFromJson(json) : undefined;
}

/** The names that the JSON form has for types without parts; DDL has others (`int`, `bigint`). */
const JSON_NAMES =
  /^(void|boolean|byte|short|integer|long|float|double|string|binary|date|timestamp|timestamp_ltz|timestamp_ntz|variant|interval( .*)?|decimal(\(\d+, ?-?\d+\))?|(var)?char\(\d+\)|time\(\d\)|string collate \w+)$/;

function isTypeJson(json: unknown): boolean {
  if (typeof json === 'string') return JSON_NAMES.test(json);
  if (!isObject(json)) return false;
  switch (json.type) {
    case 'array':
      return isTypeJson(json.elementType) && typeof json.containsNull === 'boolean';
    case 'map':
      return isTypeJson(json.keyType) && isTypeJson(json.valueType) && typeof json.valueContainsNull === 'boolean';
    case 'struct':
      return Array.isArray(json.fields) && json.fields.every((f) => isObject(f) && typeof f.name === 'string' && isTypeJson(f.type));
    default:
      return false;
  }
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
