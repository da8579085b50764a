/** Options of reading and writing XML. */
import { unsupported } from '../../core/index.ts';
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

function refuse(option: string, value: string | undefined): void {
  if (value !== undefined && value !== '') throw unsupported(`The option ${option} of XML`);
}

/** Raises `unsupported` for options that would change what is read and are not followed here. */
export function xmlNames(options: Options): XmlNames {
  refuse('rowValidationXSDPath', options.get('rowValidationXSDPath'));
  refuse('wildcardColName', options.get('wildcardColName'));
  refuse('ignoreNamespace', options.flag('ignoreNamespace', false) ? 'true' : undefined);
  return {
    attributePrefix: options.get('attributePrefix') ?? '_',
    valueTag: options.get('valueTag') ?? '_VALUE',
    excludeAttributes: options.flag('excludeAttribute', false),
    trims: options.flag('ignoreSurroundingSpaces', true),
    nullValue: options.get('nullValue'),
  };
}
