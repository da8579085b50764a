import { describe, expect, it } from 'vitest';
import { verdictSchema } from '../verdict.ts';
import type { Verdict } from '../verdict.ts';
import { report } from './index.ts';

const VERDICT: Verdict = {
  version: 1,
  challenge: { id: 'top-customers', number: 1, title: 'Top N customers by revenue' },
  language: 'python',
  mode: 'submit',
  seed: 7,
  status: 'failed',
  sentence: '1 case of 3 does not pass. The <lowest> totals & more.',
  error: null,
  cases: [
    { id: 'a', title: 'the example', kind: 'visible', functionName: 'f', status: 'passed', sentence: null, cause: null, notes: [], diffs: [], error: null, durationMs: 1 },
    {
      id: 'b',
      title: 'a | tie',
      kind: 'edge',
      functionName: 'f',
      status: 'failed',
      sentence: 'The <lowest> totals & more.',
      cause: 'mistake:lowest',
      notes: ['`id` is int; the reference gives bigint.'],
      diffs: [
        {
          output: null,
          columns: null,
          rows: {
            columns: ['id', 'total'],
            key: ['id'],
            expectedRows: 2,
            actualRows: 2,
            missing: { count: 1, rows: [['1', '5.0']] },
            unexpected: { count: 1, rows: [['9', null]] },
            changed: { count: 12, rows: [{ key: ['2'], cells: [{ column: 'total', expected: '1.0', actual: 'a\u0000\nb' }] }] },
            changedColumns: { total: 12 },
          },
          order: { row: 1, columns: ['total'], previous: ['2', '1.0'], current: ['3', '2.0'] },
        },
      ],
      error: null,
      durationMs: 12,
    },
    { id: 'c', title: 'by symbol', kind: 'visible', functionName: 'g', status: 'skipped', sentence: 'Not attempted.', cause: null, notes: [], diffs: [], error: null, durationMs: 0 },
  ],
  criteria: [{ id: 'broadcast', title: 'dimensions are broadcast', status: 'failed', sentence: 'Not broadcast.', evidence: 'SortMergeJoin [id]' }],
  counts: { passed: 1, failed: 1, errors: 0, skipped: 1 },
  confinement: 'bubblewrap',
  durationMs: 20,
};

const BROKEN: Verdict = {
  ...VERDICT,
  status: 'error',
  sentence: 'SyntaxError (line 3): invalid syntax',
  error: { type: 'SyntaxError', message: 'invalid syntax', traceback: '  File "solution.py", line 3\nSyntaxError: invalid syntax', condition: null, sqlState: null, line: 3, column: 1 },
  cases: [],
  criteria: [],
  counts: { passed: 0, failed: 0, errors: 0, skipped: 0 },
};

describe('reports', () => {
  it('JSON is the verdict', () => {
    expect(verdictSchema.parse(JSON.parse(report(VERDICT, 'json')))).toEqual(VERDICT);
  });

  it('text tells each case, the rows, the criteria and the sentence', () => {
    expect(report(VERDICT, 'text')).toBe(
      `1. Top N customers by revenue (python, seed 7)

✓ the example
✗ a | tie
    The <lowest> totals & more.
    missing rows (1):
      id | total
      ---|------
      1  | 5.0
    unexpected rows (1):
      id | total
      ---|------
      9  | NULL
    rows with other values (12, the first 1):
      id | column | expected | yours
      ---|--------|----------|------
      2  | total  | 1.0      | a\u0000\\nb
    row 2 should stand above row 1:
      2 | 1.0
      3 | 2.0
    note: \`id\` is int; the reference gives bigint.
- by symbol
    Not attempted.
✗ dimensions are broadcast
    Not broadcast.
    SortMergeJoin [id]

1 passed, 1 failed, 0 with errors, 1 skipped
FAILED: 1 case of 3 does not pass. The <lowest> totals & more.
ran in: bubblewrap
`,
    );
    expect(report(BROKEN, 'text')).toContain('SyntaxError: invalid syntax');
  });

  it('JUnit is well-formed: escaped, without characters that XML forbids, with the right counts', () => {
    const xml = report(VERDICT, 'junit');
    expect(xml).toContain('<testsuites name="sparring" tests="4" failures="2" errors="0" skipped="1"');
    expect(xml).toContain('<failure type="mistake:lowest" message="The &lt;lowest&gt; totals &amp; more.">');
    expect(xml).toContain('<skipped message="Not attempted."/>');
    expect(xml).not.toContain('\u0000');
    const tags = [...xml.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)].filter((m) => m[3] === '');
    const open: string[] = [];
    for (const [, close, name = ''] of tags) {
      if (close === '/') expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
    expect(report(BROKEN, 'junit')).toContain('<error type="SyntaxError"');
  });

  it('Markdown keeps its tables whole', () => {
    const text = report(VERDICT, 'markdown');
    expect(text).toContain('| a \\| tie | ❌ The &lt;lowest> totals & more. |');
    expect(text).toContain('```text\nmissing rows (1):');
  });

  it("Exercism's format: pass, fail, error at the top", () => {
    const results = JSON.parse(report(VERDICT, 'exercism')) as { version: number; status: string; tests: { name: string; status: string }[] };
    expect(results).toMatchObject({ version: 2, status: 'fail', message: null });
    expect(results.tests.map((t) => t.status)).toEqual(['pass', 'fail', 'fail']);
    expect(JSON.parse(report(BROKEN, 'exercism'))).toMatchObject({ status: 'error', tests: [] });
  });
});
