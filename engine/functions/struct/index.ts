/** Functions that make structs. */
import { StructValue } from '../../types/index.ts';
import type { StructType } from '../../types/index.ts';
import type { ArgumentInfo, FunctionDeclaration, Signature } from '../define.ts';
import { oddArguments } from '../map/build.ts';
import { mismatch, scalarFunction } from '../typing.ts';

function structSignature(args: readonly ArgumentInfo[]): Signature {
  if (args.length % 2 !== 0) throw oddArguments('named_struct', args.length);
  const names = args.filter((_, i) => i % 2 === 0);
  for (const { failure } of names) if (failure !== undefined) throw failure;
  const bad = names.filter((a) => !a.foldable || typeof a.literal !== 'string');
  if (bad.length > 0) {
    throw mismatch(
      'CREATE_NAMED_STRUCT_WITHOUT_FOLDABLE_STRING',
      'named_struct',
      args,
      { inputExprs: `[${bad.map((a) => `"${a.sql}"`).join(', ')}]` },
      'The name of a field must be a constant text.',
    );
  }
  const returns: StructType = {
    kind: 'struct',
    fields: names.map((a, i) => {
      const value = args[i * 2 + 1] as ArgumentInfo;
      return { name: a.literal as string, type: value.type, nullable: value.nullable };
    }),
  };
  return { argTypes: args.map((a) => a.type), returns, nullable: false };
}

/** Also what `struct(a, b)` becomes, with the names of its columns put in. */
const namedStruct = scalarFunction({
  name: 'named_struct',
  aliases: ['struct'],
  family: 'struct',
  since: '1.5.0',
  params: [{ name: 'cols', accepts: ['any'], optional: true, variadic: true }],
  signature: structSignature,
  nulls: 'custom',
  doc: 'A struct of the given names and values, value after name.',
  examples: [
    ["named_struct('a', 1, 'b', 'x')", '{1, x}'],
    ["named_struct('a', NULL)", '{null}'],
  ],
  row: (args) => new StructValue(args.filter((_, i) => i % 2 === 1)),
  batch: (args, n, ctx) => ({
    layout: 'struct',
    type: ctx.returnType as StructType,
    length: n,
    validity: null,
    children: args.filter((_, i) => i % 2 === 1),
  }),
});

export const structFunctions: readonly FunctionDeclaration[] = [namedStruct];
