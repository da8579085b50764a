/** The generated functions module is what would be generated now. */
import { expect, it } from 'vitest';
import { staleOutputs } from '../../scripts/generate-python.ts';

it('is up to date: else run tsx scripts/generate-python.ts', () => {
  expect(staleOutputs()).toEqual([]);
});
