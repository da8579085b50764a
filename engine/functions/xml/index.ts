/** Functions of XML texts. */
import type { FunctionDeclaration } from '../define.ts';
import { xmlStructFunctions } from './functions.ts';
import { xpathFunctions } from './xpath-functions.ts';

export { structValue } from './convert.ts';
export type { XmlReading } from './convert.ts';
export { xmlDatetimes } from './functions.ts';
export { canonicalXml, compatibleXml, inferElement } from './infer.ts';
export { xmlNames } from './options.ts';
export { elementsNamed, parseXml, XmlError } from './tree.ts';
export type { XmlElement } from './tree.ts';
export { xmlWriter } from './write.ts';

export const xmlFunctions: readonly FunctionDeclaration[] = [...xmlStructFunctions, ...xpathFunctions];
