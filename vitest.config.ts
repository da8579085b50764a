import { defineConfig } from 'vitest/config';

/** Three kinds of tests: of the code in Node, of Python in Node (Pyodide), and of the built app in a browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['{engine,grading,workers,src,cli,scripts,challenges}/**/*.test.{ts,tsx}', 'tests/{house,verifier,transcripts,property,fuzz}/**/*.test.ts', 'tests/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'python',
          sequence: { groupOrder: 1 },
          include: ['tests/{oracle,python,challenges,hostile,cli,conformance}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'e2e',
          sequence: { groupOrder: 2 },
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/e2e/setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
