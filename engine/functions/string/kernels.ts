/** Kernels over columns of text: the dictionary is mapped as it is, without looking for texts that became equal. */
import type { StringVector, Vector } from '../../columnar/index.ts';
import { IntegerType, StringType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { CallContext, ScalarFunction } from '../define.ts';

type Kernel = NonNullable<ScalarFunction['batch']>;

/** Below this share of different texts mapping each once, as the evaluator does by itself, is better. */
const DIFFERENT_SHARE = 0.5;
/** Above this many entries for each row most are not in use. */
const ENTRIES_PER_ROW = 2;

function worthMapping(v: Vector | undefined, n: number): v is StringVector {
  if (v?.layout !== 'string') return false;
  return v.dictionary.length >= n * DIFFERENT_SHARE && v.dictionary.length <= n * ENTRIES_PER_ROW;
}

/** The values of the arguments after the first; undefined unless all are constants and not null. */
function constants(args: readonly Vector[], ctx: CallContext): Value[] | undefined {
  const rest = ctx.literals.slice(1, args.length);
  return rest.every((v) => v !== undefined && v !== null) ? (rest as Value[]) : undefined;
}

/** For functions of a text and constants that give a text and never raise. */
export function textKernel(row: ScalarFunction['row']): Kernel {
  return (args, n, ctx) => {
    const [v] = args;
    const rest = constants(args, ctx);
    if (rest === undefined || !worthMapping(v, n)) return undefined;
    const dictionary = v.dictionary.map((s) => row([s, ...rest], ctx) as string);
    return { layout: 'string', type: StringType, length: n, validity: v.validity, codes: v.codes, dictionary, distinct: false };
  };
}

/** For functions of a text and constants that give an INT and never raise. */
export function measureKernel(measure: (s: string) => number): Kernel {
  return ([v], n) => {
    if (!worthMapping(v, n)) return undefined;
    const { codes, dictionary } = v;
    const measured = Int32Array.from(dictionary, measure);
    const data = new Int32Array(n);
    for (let i = 0; i < n; i++) data[i] = measured[codes[i] as number] as number;
    return { layout: 'int', type: IntegerType, length: n, validity: v.validity, data };
  };
}

/** The texts of each row one after another. */
export const concatKernel: Kernel = (args, n, _ctx, valid) => {
  if (args.length === 0 || args.some((a) => a.layout !== 'string')) return undefined;
  const columns = args as readonly StringVector[];
  const dictionary = new Array<string>(n).fill('');
  const codes = new Int32Array(n);
  for (let i = 0; i < n; i++) codes[i] = i;
  for (const { codes: from, dictionary: texts } of columns) {
    for (let i = 0; i < n; i++) {
      if (valid === null || valid[i] === 1) dictionary[i] += texts[from[i] as number] as string;
    }
  }
  return { layout: 'string', type: StringType, length: n, validity: valid, codes, dictionary, distinct: false };
};
