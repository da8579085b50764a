/** Functions of JSON texts. */
import type { FunctionDeclaration } from '../define.ts';
import { fromJson } from './from-json.ts';
import { getJsonObject } from './path.ts';
import { jsonArrayLength, jsonObjectKeys, jsonTuple, schemaOfJson } from './small.ts';
import { toJson } from './to-json.ts';

export { BadField, PartialResult } from './convert.ts';
export { makeReader, readRecord } from './from-json.ts';
export type { JsonReader } from './from-json.ts';
export { canonical, compatible, inferType } from './infer.ts';
export { textTypes } from './text-types.ts';
export { jsonGrammar, malformedRecord, Options } from './options.ts';
export { JsonObject, JsonSyntaxError, parseJson, STRICT_GRAMMAR } from './parse.ts';
export type { ExactTexts, JsonNode } from './parse.ts';
export { scanColumn } from './scanner.ts';
export { jsonWriter } from './to-json.ts';
export { DuplicateName, variantOfJson } from './variant.ts';

export const jsonFunctions: readonly FunctionDeclaration[] = [
  fromJson,
  toJson,
  getJsonObject,
  jsonTuple,
  schemaOfJson,
  jsonArrayLength,
  jsonObjectKeys,
];
