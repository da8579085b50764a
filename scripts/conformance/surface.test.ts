import { expect, it } from 'vitest';
import { compareSurfaces, worseThan } from './surface.ts';

const real = { a: { f: 'function(x)', 'C.m': 'method(y=1)', 'C.n': 'property', 'C.o': 'property' }, b: null };

it('tells what is missing, what differs and what is named only', () => {
  const [found] = compareSurfaces(real, { a: { f: 'function(x)', 'C.m': 'method(y)', 'C.n': 'named' } });
  expect(found).toEqual({
    module: 'a',
    total: 4,
    same: 1,
    differences: ['C.m: PySpark method(y=1), here method(y)', 'C.n: not there, which an error says', 'C.o: missing'],
  });
});

it('tells of a count that fell', () => {
  const found = compareSurfaces(real, {});
  expect(worseThan({ a: [1, 4] }, found)).toEqual(["✗ a: 0 names are PySpark's, and 1 were."]);
  expect(worseThan({ a: [0, 4] }, found)).toEqual([]);
});
