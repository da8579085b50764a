/** Functions of variants. */
import { BooleanType, IntegerType, sortedFields, StringType, VariantValue, variantNodeOf } from '../../types/index.ts';
import type { DataType, Value, VariantNode } from '../../types/index.ts';
import type { FunctionDeclaration, GeneratorFunction, ScalarFunction } from '../define.ts';
import { casts, exactText, typed, wrongCount } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { scalarFunction } from '../typing.ts';
import { appended, changed, deleted, withoutNulls } from './change.ts';
import type { Place } from './change.ts';
import { invalidPath, parseVariantPath } from './path.ts';
import { family, nullForErrors, readFunctions, variantArgument, variantFit, VariantType } from './read.ts';

const since = '4.2.0';
const INVALID_PATH = 'INVALID_VARIANT_PATH';
const CREATE = { sql: 'true', type: BooleanType, value: true };

/** The place of a path that leads somewhere: the root itself is none, unless it is allowed. */
function placeOf(functionName: string, text: string, rootToo = false): Place {
  const path = parseVariantPath(text, functionName, INVALID_PATH);
  if (path.steps.length === 0 && !rootToo) throw invalidPath(text, functionName, INVALID_PATH);
  return { functionName, path };
}

type Make = (node: VariantNode, text: string, value: VariantNode, rest: readonly Value[], name: string) => VariantNode;

interface ChangeInit {
  readonly name: string;
  readonly doc: string;
  readonly example: readonly [string, string];
  readonly make: Make;
  /** Of further parameters. */
  readonly params?: readonly string[];
  readonly takes?: readonly Rule[];
  readonly defaults?: readonly (typeof CREATE)[];
}

/** The function and its `try_` form, which gives NULL in place of an error. */
function change({ name, doc, example, make, params = [], takes = [], defaults = [] }: ChangeInit): readonly ScalarFunction[] {
  // Only with parameters that may be left out does Spark know the parameters' names.
  const named = params.length > 0;
  const declare = (called: string, lenient: boolean): ScalarFunction => {
    const fn = typed({
      name: called,
      family,
      since,
      ...(named ? { namedArguments: true } : {}),
      params: ['v', 'path', named ? 'val' : 'value', ...params],
      takes: [variantArgument, exactText, variantFit, ...takes],
      defaults,
      returns: VariantType,
      ...(lenient ? { nullable: true } : {}),
      doc: `${doc} NULL where an argument is NULL${lenient ? ', and in place of an error' : ''}.`,
      examples: [[`to_json(${called}(${example[0]}))`, example[1]]],
      sql: (args) => `${called}(${[...args, ...params.slice(args.length - 3).map(() => 'true')].join(', ')})`,
      row: ([v, path, value, ...rest], ctx) => {
        const run = (): Value => {
          const part = variantNodeOf(value as Value, ctx.argTypes[2] as DataType);
          return new VariantValue(make((v as VariantValue).node, path as string, part, rest as readonly Value[], called));
        };
        return lenient ? nullForErrors(run) : run();
      },
    });
    return { ...fn, params: fn.params.map((p) => (p.name === 'val' ? { ...p, pythonName: 'value' } : p)) };
  };
  return [declare(name, false), declare(`try_${name}`, true)];
}

const variantDelete = scalarFunction({
  name: 'variant_delete',
  constancy: 'late',
  family,
  since,
  params: [
    { name: 'v', accepts: ['any'] },
    { name: 'paths', accepts: ['string'], variadic: true, optional: true, pythonLiteral: true },
  ],
  signature: (args) => {
    if (args.length < 2) throw wrongCount('variant_delete', args, '> 1');
    const variant = variantArgument('variant_delete', args, 0);
    const paths = args.slice(1).map((_, i) => exactText('variant_delete', args, i + 1));
    return { argTypes: [variant, ...paths], returns: VariantType, nullable: args[0]?.nullable ?? true };
  },
  nulls: 'custom',
  doc: 'A variant without what lies at the paths, one after the other; paths that are NULL are passed over.',
  examples: [['to_json(variant_delete(parse_json(\'{"a":1,"b":[2,3]}\'), \'$.a\', \'$.b[0]\'))', '{"b":[3]}']],
  row: ([v, ...paths]) => {
    if (!(v instanceof VariantValue)) return null;
    let { node } = v;
    for (const text of paths) if (typeof text === 'string') node = deleted(node, placeOf('variant_delete', text).path);
    return new VariantValue(node);
  },
});

const stripNulls = typed({
  name: 'variant_strip_nulls',
  constancy: 'late',
  family,
  since,
  namedArguments: true,
  params: ['v', 'include_arrays?'],
  takes: [variantArgument, casts(BooleanType)],
  defaults: [CREATE],
  returns: VariantType,
  doc: 'A variant without fields that are null, and without items of arrays that are, unless include_arrays is false.',
  examples: [['to_json(variant_strip_nulls(parse_json(\'{"a":null,"b":[1,null]}\')))', '{"b":[1]}']],
  sql: (args) => `variant_strip_nulls(${args.join(', ')})`,
  row: ([v, arrays]) => new VariantValue(withoutNulls((v as VariantValue).node, arrays as boolean)),
});

function explode(name: string, outer: boolean): GeneratorFunction {
  return {
    kind: 'generator',
    fromOnly: true,
    name,
    family,
    since: '4.0.0',
    params: [{ name: 'expr', pythonName: 'v', accepts: ['any'] }],
    signature: (args) => ({
      argTypes: [variantArgument(name, args, 0)],
      returns: {
        kind: 'struct',
        fields: [
          { name: 'pos', type: IntegerType, nullable: outer },
          { name: 'key', type: StringType, nullable: true },
          { name: 'value', type: VariantType, nullable: outer },
        ],
      },
      nullable: false,
    }),
    doc: `A row for each field or item of a variant: its place, its name (NULL for items) and what it holds; ${outer ? 'a row of NULLs' : 'no row'} where there is none.`,
    examples: [],
    outer,
    rows: ([v]) => {
      if (!(v instanceof VariantValue)) return [];
      const { node } = v;
      if (node.kind === 'array') return node.items.map((item, i) => [i, null, new VariantValue(item)]);
      if (node.kind === 'object') return sortedFields(node).map(([key, field], i) => [i, key, new VariantValue(field)]);
      return [];
    },
  };
}

export const variantFunctions: readonly FunctionDeclaration[] = [
  ...readFunctions,
  ...change({
    name: 'variant_insert',
    doc: 'A variant with a value put in at a path: a new field (an error if it is there), or an item in front of that at the index. What is missing on the way is made.',
    example: ['parse_json(\'{"a":[1,2]}\'), \'$.a[1]\', 9', '{"a":[1,9,2]}'],
    make: (node, text, value, _rest, name) => changed(node, placeOf(name, text), value, 'insert'),
  }),
  ...change({
    name: 'variant_set',
    doc: 'A variant with a value at a path, new or in place of what was there. What is missing on the way is made, unless create_if_missing is false.',
    example: ['parse_json(\'{"a":[1,2]}\'), \'$.a[1]\', 9', '{"a":[1,9]}'],
    params: ['create_if_missing?'],
    takes: [casts(BooleanType)],
    defaults: [CREATE],
    make: (node, text, value, [create], name) => changed(node, placeOf(name, text), value, create === true ? 'set' : 'replace'),
  }),
  ...change({
    name: 'variant_array_append',
    doc: 'A variant with a value behind the last item of the array at a path; unchanged where nothing is there.',
    example: ["parse_json('[1]'), '$', 2", '[1,2]'],
    make: (node, text, value, _rest, name) => appended(node, placeOf(name, text, true), value),
  }),
  variantDelete,
  stripNulls,
  explode('variant_explode', false),
  explode('variant_explode_outer', true),
];
