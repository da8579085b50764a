import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { challenges, findChallenge } from '../../challenges/index.ts';
import { DEFAULT_SEED, verdictSchema, withoutTimes } from '../../grading/index.ts';
import type { Challenge, Language } from '../../grading/index.ts';
import { pythonRealm } from '../challenges/python-realm.ts';
import { CHALLENGES, verdictOn } from '../challenges/solutions.ts';
import { gradeText, runCli } from './run-cli.ts';

const solution = (id: string, name: string): string => join(CHALLENGES, id, 'solutions', name);

describe('grade', () => {
  it.each(challenges.map((c) => c.id))('%s: both references pass, with exit code 0', async (id) => {
    for (const name of ['reference.py', 'reference.ts']) {
      const run = await runCli('grade', join(CHALLENGES, id), solution(id, name), '--json');
      const verdict = verdictSchema.parse(JSON.parse(run.stdout));
      expect(verdict, run.stdout).toMatchObject({ status: 'passed', challenge: { id }, seed: DEFAULT_SEED });
      expect(run.code).toBe(0);
      expect(verdict.confinement).toMatch(/bubblewrap|permission model/);
    }
  });

  it('a wrong solution fails with exit code 1, its sentence and its rows', async () => {
    const run = await runCli('grade', 'top-customers', solution('top-customers', 'wrong-ascending.py'));
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('the lowest totals: sort in descending order');
    expect(run.stdout).toMatch(/missing rows \(1\):\n\s+customer_id \| total_revenue/);
    expect(run.stdout).not.toContain('\u001b[');
  });

  it('gives the verdict that the same cases get elsewhere', async () => {
    const python = await pythonRealm();
    for (const name of ['reference.py', 'wrong-rank.py', 'wrong-written-down.py']) {
      const text = readFileSync(solution('top-customers', name), 'utf8');
      const here = await verdictOn(findChallenge('top-customers') as Challenge, 'python' satisfies Language, { name, text }, python);
      const run = await runCli('grade', 'top-customers', solution('top-customers', name), '--json');
      expect(withoutTimes(verdictSchema.parse(JSON.parse(run.stdout)))).toEqual(withoutTimes(here));
    }
  });

  it('another seed gives other cases', async () => {
    const run = await runCli('grade', 'deduplicate', solution('deduplicate', 'reference.ts'), '--json', '--seed', '7');
    expect(JSON.parse(run.stdout)).toMatchObject({ seed: 7, status: 'passed' });
  });

  it('prints JUnit, Markdown and Exercism', async () => {
    const path = solution('deduplicate', 'wrong-rank.ts');
    const [junit, markdown, exercism] = await Promise.all(['junit', 'markdown', 'exercism'].map((f) => runCli('grade', 'deduplicate', path, '--format', f)));
    expect(junit?.stdout).toMatch(/^<\?xml.*<failure type="mistake:keeps_ties"/s);
    expect(markdown?.stdout).toContain('## ❌ 2. Deduplicate customers');
    expect(JSON.parse(exercism?.stdout ?? '')).toMatchObject({ version: 2, status: 'fail' });
    expect([junit?.code, markdown?.code, exercism?.code]).toEqual([1, 1, 1]);
  });

  it("says on stderr when the confinement is Node's permission model, and in the verdict", async () => {
    const { run, verdict } = await gradeText('top-customers', 'reference.py', readFileSync(solution('top-customers', 'reference.py'), 'utf8'), '--confinement', 'permission');
    expect(verdict.status, run.stdout).toBe('passed');
    expect(verdict.confinement).toContain('permission model');
    expect(run.stderr).toContain('weaker');
  });
});

describe('could not run: exit code 2', () => {
  it('an unknown challenge, a missing file, a wrong option, an unknown ending', async () => {
    const path = solution('top-customers', 'reference.py');
    const runs = await Promise.all([
      runCli('grade', 'nope', path),
      runCli('grade', 'top-customers', '/nowhere/solution.py'),
      runCli('grade', 'top-customers', path, '--seed', 'x'),
      runCli('grade', 'top-customers', join(CHALLENGES, 'top-customers', 'statement.md')),
      runCli('grade'),
    ]);
    expect(runs.map((r) => r.code)).toEqual([2, 2, 2, 2, 2]);
    expect(runs.every((r) => r.stdout === '' && r.stderr.length > 20)).toBe(true);
    expect(runs[0]?.stderr).toContain('top-customers, deduplicate');
  });
  it('a syntax error, in both languages, with its line', async () => {
    const python = await gradeText('top-customers', 'solution.py', 'def top_customers_by_revenue(df, n=10):\n    return df.(\n');
    expect(python.verdict).toMatchObject({ status: 'error', error: { type: 'SyntaxError', line: 2 }, cases: [] });
    const typescript = await gradeText('top-customers', 'solution.ts', 'export function f() {\n  return (;\n}\n');
    expect(typescript.verdict).toMatchObject({ status: 'error', error: { type: 'SyntaxError', line: 2 } });
    expect([python.run.code, typescript.run.code]).toEqual([2, 2]);
  });
  it('a program without the function', async () => {
    const { run, verdict } = await gradeText('top-customers', 'solution.py', 'def top_customers(df, n=10):\n    return df\n');
    expect(verdict.status).toBe('error');
    expect(verdict.sentence).toContain('top_customers_by_revenue');
    expect(run.code).toBe(2);
  });
});

describe('challenges', () => {
  it('lists them, in text and in JSON; --help tells the exit codes', async () => {
    const [text, json, help] = await Promise.all([runCli('challenges'), runCli('challenges', '--json'), runCli('grade', '--help')]);
    expect(text.stdout.split('\n').filter((l) => l !== '')).toHaveLength(challenges.length);
    expect(JSON.parse(json.stdout)).toMatchObject(challenges.map((c) => ({ id: c.id, functionName: c.parts[0].functionName })));
    expect(help.stdout).toContain('Exit codes: 0 passed, 1 failed, 2 could not run');
    expect([text.code, json.code, help.code]).toEqual([0, 0, 0]);
  });
});
