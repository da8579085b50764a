/** All functions that the engine knows, looked up by name or alias without regard to case. */
import { InternalError } from '../core/index.ts';
import { accessFunctions } from './access/index.ts';
import { aggregateFunctions } from './aggregate/index.ts';
import { bitwiseFunctions } from './bitwise/index.ts';
import { cipherFunctions } from './cipher/index.ts';
import { collectionFunctions } from './collection/index.ts';
import { conditionalFunctions } from './conditional/index.ts';
import { conversionFunctions } from './conversion/index.ts';
import { csvFunctions } from './csv/index.ts';
import { datetimeFunctions } from './datetime/index.ts';
import type { FunctionDeclaration, FunctionRegistry } from './define.ts';
import { formatFunctions } from './format/index.ts';
import { generatorFunctions } from './generator/index.ts';
import { hashFunctions } from './hash/index.ts';
import { higherOrderFunctions } from './higher-order/index.ts';
import { intervalFunctions } from './interval/index.ts';
import { jsonFunctions } from './json/index.ts';
import { mapFunctions } from './map/index.ts';
import { mathFunctions } from './math/index.ts';
import { miscFunctions } from './misc/index.ts';
import { operatorFunctions } from './operator/index.ts';
import { predicateFunctions } from './predicate/index.ts';
import { randomFunctions } from './random/index.ts';
import { regexpFunctions } from './regexp/index.ts';
import { sketchFunctions } from './sketch/index.ts';
import { SPARK_FUNCTION_NAMES } from './spark-names.ts';
import { stringFunctions } from './string/index.ts';
import { structFunctions } from './struct/index.ts';
import { timeFunctions } from './time/index.ts';
import { urlFunctions } from './url/index.ts';
import { variantFunctions } from './variant/index.ts';
import { vectorFunctions } from './vector/index.ts';
import { windowFunctions } from './window/index.ts';
import { xmlFunctions } from './xml/index.ts';

const FAMILIES: readonly (readonly FunctionDeclaration[])[] = [
  operatorFunctions,
  conditionalFunctions,
  predicateFunctions,
  accessFunctions,
  mathFunctions,
  bitwiseFunctions,
  conversionFunctions,
  hashFunctions,
  cipherFunctions,
  randomFunctions,
  miscFunctions,
  stringFunctions,
  regexpFunctions,
  datetimeFunctions,
  timeFunctions,
  intervalFunctions,
  formatFunctions,
  urlFunctions,
  collectionFunctions,
  mapFunctions,
  structFunctions,
  higherOrderFunctions,
  generatorFunctions,
  jsonFunctions,
  csvFunctions,
  xmlFunctions,
  variantFunctions,
  aggregateFunctions,
  vectorFunctions,
  sketchFunctions,
  windowFunctions,
];

function indexByName(families: readonly (readonly FunctionDeclaration[])[]): ReadonlyMap<string, FunctionDeclaration> {
  const byName = new Map<string, FunctionDeclaration>();
  for (const fn of families.flat()) {
    for (const name of [fn.name, ...(fn.aliases ?? [])]) {
      const key = name.toLowerCase();
      if (byName.has(key)) throw new InternalError(`two functions are called ${name}`);
      byName.set(key, fn);
    }
  }
  return byName;
}

const BY_NAME = indexByName(FAMILIES);
const ALL: readonly FunctionDeclaration[] = FAMILIES.flat();

export const registry: FunctionRegistry = {
  get: (name) => BY_NAME.get(name.toLowerCase()),
  all: () => ALL,
  isKnownUnsupported: (name) => !BY_NAME.has(name.toLowerCase()) && SPARK_FUNCTION_NAMES.has(name.toLowerCase()),
};
