import { selectionOf } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';

const WORD_BYTES = 8;
const WORD_BITS = 64;
const SAMPLE_ROWS = 256;

/** Estimated bytes of a row as Spark would lay it out: a mask, a word a column, and what strings and lists need besides. */
export function rowBytes(batch: Batch): number {
  const fixed = (Math.ceil(batch.columns.length / WORD_BITS) + batch.columns.length) * WORD_BYTES;
  return batch.columns.reduce((sum, c) => sum + variableBytes(c), fixed);
}

function words(bytes: number): number {
  return Math.ceil(bytes / WORD_BYTES) * WORD_BYTES;
}

function variableBytes(v: Vector): number {
  if (v.length === 0) return 0;
  switch (v.layout) {
    case 'string':
      return textBytes(v);
    case 'binary':
      return words(v.data[0]?.length ?? 0);
    case 'array':
      return WORD_BYTES * 2 + (((v.offsets[v.length] as number) - (v.offsets[0] as number)) / v.length) * (WORD_BYTES + variableBytes(v.child));
    case 'map':
      return (
        WORD_BYTES * 4 +
        (((v.offsets[v.length] as number) - (v.offsets[0] as number)) / v.length) *
          (2 * WORD_BYTES + variableBytes(v.keys) + variableBytes(v.values))
      );
    case 'struct':
      return v.children.reduce((sum, c) => sum + WORD_BYTES + variableBytes(c), WORD_BYTES);
    case 'interval':
      return WORD_BYTES * 2;
    default:
      return 0;
  }
}

/** Of sampled rows. A column picked from another is sampled there, so that its values need not be fetched. */
function textBytes(v: Vector): number {
  const picked = selectionOf(v);
  const source = picked?.base ?? v;
  if (source.layout !== 'string') return 0;
  const { codes, validity, dictionary } = source;
  const step = Math.max(1, Math.floor(v.length / SAMPLE_ROWS));
  let bytes = 0;
  let rows = 0;
  for (let i = 0; i < v.length; i += step) {
    rows += 1;
    const at = picked === undefined ? i : (picked.indices[i] as number);
    if (at >= 0 && (validity === null || validity[at] !== 0)) bytes += words((dictionary[codes[at] as number] as string).length);
  }
  return bytes / rows;
}
