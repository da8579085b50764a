import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MapValue, StructValue } from '../types/index.ts';
import type { DataType, Value } from '../types/index.ts';
import { vectorOf } from './builders.ts';
import { toValues } from './access.ts';
import { GroupTable } from './group-table.ts';
import { keyText } from './key-text.ts';
import type { Vector } from './vector.ts';

const struct: DataType = {
  kind: 'struct',
  fields: [
    { name: 'a', type: { kind: 'long' }, nullable: true },
    { name: 'b', type: { kind: 'string' }, nullable: true },
  ],
};
const nested: DataType = { kind: 'struct', fields: [{ name: 's', type: struct, nullable: true }] };

const long = fc.option(fc.constantFrom(0n, 1n, -1n, 2n ** 53n, 2n ** 53n + 1n, -(2n ** 63n)));
const text = fc.option(fc.constantFrom('', 'a', 'b', 'ab'));
const pair = fc.option(fc.tuple(long, text).map(([a, b]) => new StructValue([a, b])));
const kinds: readonly (readonly [name: string, type: DataType, values: fc.Arbitrary<Value>])[] = [
  ['integers', { kind: 'integer' }, fc.option(fc.constantFrom(0, 1, -1, 2 ** 31 - 1, -(2 ** 31), 1_000_000))],
  ['longs', { kind: 'long' }, long],
  ['doubles', { kind: 'double' }, fc.option(fc.constantFrom(0, -0, Number.NaN, 1.5, Number.POSITIVE_INFINITY, -1e300))],
  ['strings', { kind: 'string' }, text],
  ['structs', struct, pair],
  ['structs in structs', nested, fc.option(pair.map((s) => new StructValue([s])))],
  ['arrays', { kind: 'array', element: { kind: 'integer' }, containsNull: true }, fc.option(fc.array(fc.option(fc.integer({ min: 0, max: 2 })), { maxLength: 3 }))],
];

/** What tells two keys apart, by the slow and plain way. */
function plainGroups(types: readonly DataType[], columns: readonly (readonly Value[])[], n: number): number[] {
  const seen = new Map<string, number>();
  return Array.from({ length: n }, (_, i) => {
    const key = JSON.stringify(types.map((t, k) => keyText(t, (columns[k] as readonly Value[])[i] as Value)));
    const known = seen.get(key) ?? seen.size;
    seen.set(key, known);
    return known;
  });
}

describe('groups', () => {
  it.each(kinds)('of %s are numbered by first appearance, batch after batch', (_, type, values) => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 30 }), fc.array(values, { maxLength: 30 }), (first, second) => {
        const table = new GroupTable([type]);
        const ids = [first, second].flatMap((part) => [...table.assign([vectorOf(type, part)], part.length)]);
        expect(ids).toEqual(plainGroups([type], [[...first, ...second]], first.length + second.length));
        expect(table.size).toBe(new Set(ids).size);
        const keys = table.keys()[0] as Vector;
        expect(toValues(keys).map((v) => keyText(type, v))).toEqual([...new Set([...first, ...second].map((v) => keyText(type, v)))]);
      }),
    );
  });

  it.each(kinds)('of %s and another column', (_, type, values) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(values, text), { maxLength: 30 }), (rows) => {
        const types: DataType[] = [type, { kind: 'string' }];
        const columns = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        const table = new GroupTable(types);
        const ids = table.assign(columns.map((c, k) => vectorOf(types[k] as DataType, c)), rows.length);
        expect([...ids]).toEqual(plainGroups(types, columns, rows.length));
      }),
    );
  });

  it.each(kinds)('of %s that are not known are not found', (_, type, values) => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 20 }), fc.array(values, { maxLength: 20 }), (known, asked) => {
        const table = new GroupTable([type]);
        table.assign([vectorOf(type, known)], known.length);
        const all = plainGroups([type], [[...known, ...asked]], known.length + asked.length);
        const found = table.find([vectorOf(type, asked)], asked.length);
        expect([...found]).toEqual(all.slice(known.length).map((id) => (id < table.size ? id : -1)));
      }),
    );
  });

  it('of maps are told apart by their entries', () => {
    const type: DataType = { kind: 'map', key: { kind: 'string' }, value: { kind: 'integer' }, valueContainsNull: true };
    const map = (...entries: [string, number][]): MapValue => new MapValue(entries);
    const table = new GroupTable([type]);
    expect([...table.assign([vectorOf(type, [map(['a', 1]), map(['a', 2]), map(['a', 1]), null])], 4)]).toEqual([0, 1, 0, 2]);
  });
});
