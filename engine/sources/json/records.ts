/** Records of a JSON file: a line each, or with `multiLine` the whole file; an array stands for its items. */
import type { Options } from '../../functions/json/index.ts';
import { jsonGrammar, JsonSyntaxError, parseJson } from '../../functions/json/index.ts';
import type { ExactTexts, JsonNode } from '../../functions/json/index.ts';
import type { VirtualFile } from '../files/file-system.ts';
import { linesOf } from '../lines.ts';
import { textOf } from '../text/content.ts';

/** Texts of which each holds one record or an array of records; blank ones are left out. */
export function textsOf(file: VirtualFile, options: Options): string[] {
  const text = textOf(file, 'json');
  const texts = options.flag('multiLine', false) ? [text] : linesOf(text, options.get('lineSep'));
  return texts.filter((t) => t.trim() !== '');
}

/** The trees in a text; undefined if it is not JSON. */
export function nodesOf(text: string, options: Options, exact?: ExactTexts): readonly JsonNode[] | undefined {
  try {
    const node = parseJson(text, jsonGrammar(options), exact);
    if (node === undefined) return [];
    return Array.isArray(node) ? (node as readonly JsonNode[]) : [node];
  } catch (e) {
    if (e instanceof JsonSyntaxError) return undefined;
    throw e;
  }
}
