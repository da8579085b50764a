/** Dictionary-encoded strings: work done once for each entry in use instead of once for each row. */
import type { DataType, Value } from '../types/index.ts';
import { createBuilder } from './builders.ts';
import { gather } from './gather.ts';
import type { StringVector, Validity, Vector } from './vector.ts';

/**
 * Applies a function of one string to a column: once for each dictionary entry that a valid row uses. `f` may raise;
 * it is not asked about entries that only null rows point to. Null rows stay null.
 */
export function mapDictionary(v: StringVector, mask: Validity, type: DataType, f: (text: string) => Value): Vector {
  const { codes, dictionary, length } = v;
  const place = new Int32Array(dictionary.length).fill(-1);
  const builder = createBuilder(type, Math.min(dictionary.length, length));
  const indices = new Int32Array(length);
  let entries = 0;
  for (let i = 0; i < length; i++) {
    if (mask !== null && mask[i] === 0) {
      indices[i] = -1;
      continue;
    }
    const code = codes[i] as number;
    let at = place[code] as number;
    if (at < 0) {
      builder.append(f(dictionary[code] as string));
      at = entries++;
      place[code] = at;
    }
    indices[i] = at;
  }
  return gather(builder.finish(), indices);
}

/** The same strings over a dictionary without repeats and without entries not in use. */
export function compactDictionary(v: StringVector): StringVector {
  const vector = mapDictionary(v, v.validity, v.type, (text) => text);
  return vector as StringVector;
}
