/** A sentence in which names of code stand between backticks. */
import { keyed } from './keyed.ts';

export function Sentence({ text }: { readonly text: string }) {
  // Every second piece was between backticks.
  const pieces = text.split('`');
  if (pieces.length % 2 === 0) return text;
  return keyed(pieces).map(({ key, item }) => (key % 2 === 0 ? item : <code key={key}>{item}</code>));
}
