/** greatest and least: over the arguments of one row. */
import type { Vector } from '../../columnar/index.ts';
import { compareValues, isOrderable, sameType, widerTypeWithoutText } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { expectOrderable, scalarFunction } from '../typing.ts';
import { nullableAs } from '../operator/arithmetic-types.ts';
import { differentBranches } from './branches.ts';

/** Texts do not become numbers here, nor numbers texts, within arrays, maps and structs no more than outside. */
function commonType(types: readonly DataType[], ctx: SignatureContext): DataType | undefined {
  return types.reduce<DataType | undefined>((a, b) => {
    if (a === undefined) return undefined;
    return sameType(a, b) ? a : widerTypeWithoutText(a, b, ctx.ansi);
  }, { kind: 'null' });
}

function extremeSignature(name: string, args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const types = args.map((a) => a.type);
  const common = commonType(types, ctx);
  if (common === undefined) throw differentBranches(name, `${name}(${args.map((a) => a.sql).join(', ')})`, types);
  if (!isOrderable(common)) expectOrderable(name, args.map((a) => ({ ...a, type: common })), 0);
  return { argTypes: types.map(() => common), returns: common, nullable: args.every((a) => nullableAs(a, common, ctx)) };
}

/** Numbers that hold no NaN are compared in place. */
function extremeKernel(args: readonly Vector[], n: number, sign: 1 | -1): Vector | undefined {
  const [first] = args;
  if (first === undefined || !args.every((v) => v.layout === first.layout && v.validity === null)) return undefined;
  if (first.layout !== 'int' && first.layout !== 'double' && first.layout !== 'long') return undefined;
  if (!args.every((v) => v.layout === 'int' || ((v.layout === 'double' || v.layout === 'long') && v.data instanceof Float64Array))) return undefined;
  const out = first.data.slice(0, n) as Float64Array;
  for (let k = 1; k < args.length; k++) {
    const data = (args[k] as typeof first).data as Float64Array;
    for (let i = 0; i < n; i++) {
      const [x, y] = [data[i] as number, out[i] as number];
      if (x !== x || y !== y) return undefined;
      if (sign === 1 ? x > y : x < y) out[i] = x;
    }
  }
  return { ...first, data: out } as Vector;
}

function extreme(name: 'greatest' | 'least', sign: 1 | -1, doc: string, examples: ScalarFunction['examples']): ScalarFunction {
  return scalarFunction({
    name,
    family: 'conditional',
    since: '1.5.0',
    params: [
      { name: 'expr1', pythonName: 'cols', accepts: ['orderable'] },
      { name: 'expr2', accepts: ['orderable'], variadic: true },
    ],
    signature: (args, ctx) => extremeSignature(name, args, ctx),
    nulls: 'custom',
    doc,
    examples,
    row: (args, ctx): Value => {
      let best: Value = null;
      for (const x of args) {
        if (x !== null && (best === null || compareValues(ctx.returnType, x, best) * sign > 0)) best = x;
      }
      return best;
    },
    batch: (args, n) => extremeKernel(args, n, sign),
  });
}

export const extremes: readonly ScalarFunction[] = [
  extreme('greatest', 1, 'The largest of the arguments that are not NULL; NULL if all are. NaN is above every number.', [
    ['greatest(10, 9, NULL, 4, 3)', '10'],
    ["greatest('a', 'b')", 'b'],
  ]),
  extreme('least', -1, 'The smallest of the arguments that are not NULL; NULL if all are.', [['least(10, 9, NULL, 4, 3)', '3']]),
];
