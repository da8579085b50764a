/** Functions that give several rows for one. */
import { analysisError } from '../../core/index.ts';
import { IntegerType, NullType, quotedSqlType, sameType } from '../../types/index.ts';
import type { DataType, MapValue, StructField, StructType, StructValue, Value } from '../../types/index.ts';
import type { ArgumentInfo, FunctionDeclaration, GeneratorFunction, Signature } from '../define.ts';
import { factTables } from './facts.ts';
import { expectFoldable, mismatch, outOfRange, unexpectedInput } from '../typing.ts';

const INT_MAX = 2_147_483_647;

function generator(init: Omit<GeneratorFunction, 'kind' | 'family'>): GeneratorFunction {
  return { kind: 'generator', family: 'generator', ...init };
}

function rowType(fields: readonly StructField[]): StructType {
  return { kind: 'struct', fields };
}

function field(name: string, type: DataType, nullable: boolean): StructField {
  return { name, type, nullable };
}

/** Spark checks the generator inside of an outer one. */
function inner(name: string): string {
  return name.replace(/_outer$/, '');
}

function explodeSignature(name: string, args: readonly ArgumentInfo[], withPlace: boolean, outer: boolean): Signature {
  const { type } = args[0] as ArgumentInfo;
  const place = withPlace ? [field('pos', IntegerType, outer)] : [];
  if (type.kind === 'array') {
    return { argTypes: [type], returns: rowType([...place, field('col', type.element, outer || type.containsNull)]), nullable: false };
  }
  if (type.kind === 'map') {
    const entry = [field('key', type.key, outer), field('value', type.value, outer || type.valueContainsNull)];
    return { argTypes: [type], returns: rowType([...place, ...entry]), nullable: false };
  }
  throw unexpectedInput(inner(name), args, 0, '("ARRAY" or "MAP")');
}

function declareExplode(name: string, since: string, withPlace: boolean, outer: boolean, doc: string): GeneratorFunction {
  return generator({
    name,
    since,
    namedArguments: true,
    params: [{ name: 'collection', pythonName: 'col', accepts: ['array', 'map'] }],
    signature: (args) => explodeSignature(name, args, withPlace, outer),
    doc,
    examples: [],
    outer,
    rows: ([x]) => {
      if (x === null || x === undefined) return [];
      const rows: readonly (readonly Value[])[] = Array.isArray(x) ? (x as readonly Value[]).map((v) => [v]) : (x as MapValue).entries;
      return withPlace ? rows.map((r, i) => [i, ...r]) : rows;
    },
  });
}

const EXPLODE = 'A row for each element of an array (column `col`) or entry of a map (`key`, `value`)';
const EMPTY = 'a row of NULLs where there is none';

function declareInline(name: string, since: string, outer: boolean): GeneratorFunction {
  return generator({
    name,
    since,
    namedArguments: true,
    params: [{ name: 'input', pythonName: 'col', accepts: ['array'] }],
    signature: (args) => {
      const { type } = args[0] as ArgumentInfo;
      const element = type.kind === 'array' ? type.element : NullType;
      if (type.kind !== 'array' || element.kind !== 'struct') throw unexpectedInput(inner(name), args, 0, '"ARRAY<STRUCT>"');
      const fields = element.fields.map((f) => ({ ...f, nullable: f.nullable || outer || type.containsNull }));
      return { argTypes: [type], returns: rowType(fields), nullable: false };
    },
    doc: `A row for each struct of an array, a column for each of its fields${outer ? `; ${EMPTY}` : ''}.`,
    examples: [],
    outer,
    rows: ([x], ctx) => {
      if (x === null || x === undefined) return [];
      const type = ctx.argTypes[0] as DataType & { readonly kind: 'array' };
      const width = (type.element as StructType).fields.length;
      const nulls = new Array<Value>(width).fill(null);
      return (x as readonly (StructValue | null)[]).map((s) => (s === null ? nulls : s.values));
    },
  });
}

function stackSignature(args: readonly ArgumentInfo[]): Signature {
  if (args.length < 2) {
    throw analysisError(
      'WRONG_NUM_ARGS.WITHOUT_SUGGESTION',
      '42605',
      { functionName: '`stack`', expectedNum: '> 1', actualNum: String(args.length), docroot: 'https://spark.apache.org/docs/latest' },
      'stack takes the number of rows and at least one value.',
    );
  }
  const [n, ...values] = args as readonly [ArgumentInfo, ...ArgumentInfo[]];
  if (n.type.kind !== 'integer') throw unexpectedInput('stack', args, 0, '"INT"');
  expectFoldable('stack', args, 0, 'n', '"INT"');
  const rows = Number(n.literal ?? 0);
  if (rows < 1) throw outOfRange('stack', args, '`n`', `(0, ${INT_MAX}]`, String(rows));
  const width = Math.ceil(values.length / rows);
  const types = Array.from({ length: width }, (_, c) => columnType(args, values, c, width));
  return {
    argTypes: [IntegerType, ...values.map((_, i) => types[i % width] as DataType)],
    returns: rowType(types.map((t, c) => field(`col${c}`, t, true))),
    nullable: false,
  };
}

/** The type of a column of `stack`: that of its first value that is not a bare null; the others must have it too. */
function columnType(args: readonly ArgumentInfo[], values: readonly ArgumentInfo[], column: number, width: number): DataType {
  let type: DataType = NullType;
  let from = 0;
  for (let i = column; i < values.length; i += width) {
    const next = (values[i] as ArgumentInfo).type;
    if (next.kind === 'null') continue;
    if (type.kind === 'null') {
      type = next;
      from = i + 1;
    } else if (!sameType(type, next, true)) {
      throw mismatch(
        'STACK_COLUMN_DIFF_TYPES',
        'stack',
        args,
        {
          columnIndex: String(column),
          leftParamIndex: String(from),
          leftType: quotedSqlType(type),
          rightParamIndex: String(i + 1),
          rightType: quotedSqlType(next),
        },
        `Column ${column} of stack holds values of different types: ${quotedSqlType(type)} and ${quotedSqlType(next)}.`,
      );
    }
  }
  return type;
}

const stack = generator({
  name: 'stack',
  since: '2.0.0',
  params: [{ name: 'n', pythonName: 'cols', accepts: ['any'], optional: true, variadic: true }],
  signature: stackSignature,
  doc: 'Puts its values into n rows, one after the other; the last row is filled with NULLs.',
  examples: [],
  rows: (args, ctx) => {
    const [n, ...values] = args as [Value, ...Value[]];
    const width = (ctx.returnType as StructType).fields.length;
    return Array.from({ length: Number(n) }, (_, r) => Array.from({ length: width }, (_, c) => values[r * width + c] ?? null));
  },
});

export const generatorFunctions: readonly FunctionDeclaration[] = [
  declareExplode('explode', '1.0.0', false, false, `${EXPLODE}; no row where there is none.`),
  declareExplode('explode_outer', '2.2.0', false, true, `${EXPLODE}; ${EMPTY}.`),
  declareExplode('posexplode', '2.0.0', true, false, `${EXPLODE}, with its place (\`pos\`) counted from 0; no row where there is none.`),
  declareExplode('posexplode_outer', '2.2.0', true, true, `${EXPLODE}, with its place (\`pos\`) counted from 0; ${EMPTY}.`),
  declareInline('inline', '2.0.0', false),
  declareInline('inline_outer', '2.2.0', true),
  stack,
  ...factTables,
];
