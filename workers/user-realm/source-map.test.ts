import { expect, test } from 'vitest';
import { inlineSourceMap, originalPlace } from './source-map.ts';

const encode = (map: object): string => `x\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;

test('places are found by the segment before them', () => {
  // Emitted line 1 is source line 3; emitted line 2, from its sixth column, is source line 4, from its second.
  const map = inlineSourceMap(encode({ mappings: 'AAEA,SAAS;KACR', sourcesContent: ['a\nb\nc\nd'] }));
  expect(map?.source).toBe('a\nb\nc\nd');
  if (map === null) throw new Error('no map');
  expect(originalPlace(map, 1, 1)).toEqual({ line: 3, column: 1 });
  expect(originalPlace(map, 1, 12)).toEqual({ line: 3, column: 10 });
  expect(originalPlace(map, 2, 7)).toEqual({ line: 4, column: 2 });
  expect(originalPlace(map, 2, 1)).toBeNull();
  expect(originalPlace(map, 9, 1)).toBeNull();
});

test('a program without a map has none', () => expect(inlineSourceMap('let x = 1;')).toBeNull());
