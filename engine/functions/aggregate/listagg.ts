import { compareValues, isString, quotedSqlType, StringType, utf8Bytes } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { AggregateFunction, ArgumentInfo, CallContext, Signature } from '../define.ts';
import { differentTypes, expectFoldable, expectType, unexpectedInput } from '../typing.ts';
import { aggregate } from './declare.ts';

/** Values with their sort keys, and the delimiter (known once a row came). */
interface ListaggState {
  items: { readonly value: Value; readonly keys: readonly Value[] }[];
  delimiter: Value;
}

const NO_DELIMITER: ArgumentInfo = { type: { kind: 'null' }, nullable: true, foldable: true, literal: null, sql: 'NULL' };

function listaggSignature(name: string, args: readonly ArgumentInfo[], keyCount: number): Signature {
  const keys = args.slice(args.length - keyCount);
  const [value, delimiter] = args.slice(0, args.length - keyCount) as [ArgumentInfo, ArgumentInfo?];
  const shown = [value, delimiter ?? NO_DELIMITER];
  const binary = value.type.kind === 'binary';
  if (!binary) {
    if (value.type.kind === 'array' || value.type.kind === 'map' || value.type.kind === 'struct') {
      throw unexpectedInput(name, shown, 0, '("STRING" or "BINARY")');
    }
    expectType(name, shown, 0, StringType, '("STRING" or "BINARY")');
  }
  const type: DataType = binary ? value.type : StringType;
  const keyTypes = keys.map((k) => k.type);
  if (delimiter === undefined) return { argTypes: [type, ...keyTypes], returns: type, nullable: true };
  const isBinary = delimiter.type.kind === 'binary';
  expectFoldable(name, shown, 1, 'delimiter', quotedSqlType(isBinary ? delimiter.type : type), true);
  if (isBinary !== binary && (isBinary || isString(delimiter.type))) throw differentTypes(name, shown, [type, delimiter.type]);
  const delimiterType = expectType(name, shown, 1, type, '("STRING" or "BINARY" or "VOID")');
  return { argTypes: [type, delimiterType, ...keyTypes], returns: type, nullable: true };
}

function sorted(s: ListaggState, ctx: CallContext): ListaggState['items'] {
  const order = ctx.withinGroup ?? [];
  if (order.length === 0) return s.items;
  const types = ctx.argTypes.slice(-order.length);
  return [...s.items].sort((a, b) => {
    for (const [i, { ascending, nullsFirst }] of order.entries()) {
      const x = a.keys[i] ?? null;
      const y = b.keys[i] ?? null;
      if (x === null || y === null) {
        if (x === y) continue;
        return (x === null) === nullsFirst ? -1 : 1;
      }
      const d = compareValues(types[i] as DataType, x, y);
      if (d !== 0) return ascending ? d : -d;
    }
    return 0;
  });
}

function joinBytes(parts: readonly Uint8Array[], delimiter: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (const [i, part] of parts.entries()) {
    if (i > 0) out.push(...delimiter);
    for (const b of part) out.push(b);
  }
  return Uint8Array.from(out);
}

function join(values: readonly Value[], delimiter: Value): Value {
  if (typeof values[0] === 'string') return (values as readonly string[]).join(delimiter === null ? '' : (delimiter as string));
  const between = typeof delimiter === 'string' ? utf8Bytes(delimiter) : delimiter === null ? new Uint8Array(0) : (delimiter as Uint8Array);
  return joinBytes(values as readonly Uint8Array[], between);
}

function declareListagg(name: string): AggregateFunction<ListaggState> {
  return aggregate<ListaggState>({
    name,
    since: '4.0.0',
    params: [
      { name: 'expr', pythonName: 'col', accepts: ['string', 'binary'] },
      { name: 'delimiter', accepts: ['string', 'binary'], optional: true, literal: true, pythonDefault: 'None' },
    ],
    withinGroup: 'optional',
    wholePartition: 'withinGroup',
    signature: (args, { withinGroupKeys = 0 }) => listaggSignature(name, args, withinGroupKeys),
    doc: 'The values that are not null, joined with the delimiter (by default nothing between them), in the order of WITHIN GROUP if there is one; NULL if there are none.',
    examples: [
      [`${name}('a', ',')`, 'a'],
      [`${name}(CAST(NULL AS STRING))`, null],
    ],
    ...(name === 'listagg' ? {} : { madeAs: 'listagg' }),
    sql: (args, distinct) => `${name}(${distinct ? 'DISTINCT ' : ''}${args[0]}, ${args[1] ?? 'NULL'})`,
    interpreted: true,
    planArguments: ([value, delimiter = 'null'], { keys }) => [value as string, delimiter, ...keys.map((k) => k.text), '0', '0'],
    orderSensitive: true,
    init: () => ({ items: [], delimiter: null }),
    update: (s, args, ctx) => {
      const value = args[0] as Value;
      if (value === null) return s;
      const keyCount = ctx.withinGroup?.length ?? 0;
      if (args.length - keyCount > 1) s.delimiter = args[1] as Value;
      s.items.push({ value, keys: keyCount === 0 ? [] : args.slice(-keyCount) });
      return s;
    },
    merge: (a, b) => {
      if (b.items.length > 0) a.delimiter = b.delimiter;
      for (const item of b.items) a.items.push(item);
      return a;
    },
    finish: (s, ctx): Value => (s.items.length === 0 ? null : join(sorted(s, ctx).map((i) => i.value), s.delimiter)),
  });
}

export const listaggs = [declareListagg('listagg'), declareListagg('string_agg')];
