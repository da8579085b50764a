/** Options of reading and writing XML. */
import type { Options } from '../json/options.ts';

export interface XmlNames {
  /** In front of the names of attributes. */
  readonly attributePrefix: string;
  /** The name of the text of an element that has attributes or elements, too. */
  readonly valueTag: string;
  readonly excludeAttributes: boolean;
  readonly trims: boolean;
  readonly nullValue: string | undefined;
}

export function xmlNames(options: Options): XmlNames {
  return {
    attributePrefix: options.get('attributePrefix') ?? '_',
    valueTag: options.get('valueTag') ?? '_VALUE',
    excludeAttributes: options.flag('excludeAttribute', false),
    trims: options.flag('ignoreSurroundingSpaces', true),
    nullValue: options.get('nullValue'),
  };
}
