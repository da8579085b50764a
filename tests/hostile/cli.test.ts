/** Submissions that hang, exhaust, cheat or try to get out: each gets its verdict, and the host grades on. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHALLENGES } from '../challenges/solutions.ts';
import { gradeText, runCli } from '../cli/run-cli.ts';

const REFERENCE = readFileSync(join(CHALLENGES, 'top-customers/solutions/reference.py'), 'utf8');
const python = (body: string, ...flags: string[]) => gradeText('top-customers', 'solution.py', body, ...flags);
const typescript = (body: string, ...flags: string[]) => gradeText('top-customers', 'solution.ts', body, ...flags);
const inside = (body: string): string => `def top_customers_by_revenue(df, n=10):\n${body.split('\n').map((l) => `    ${l}`).join('\n')}\n`;

let isBubblewrap = false;

beforeAll(async () => {
  const { verdict } = await python(REFERENCE);
  expect(verdict.status).toBe('passed');
  isBubblewrap = verdict.confinement?.startsWith('bubblewrap') === true;
});

afterAll(async () => {
  const run = await runCli('grade', 'top-customers', join(CHALLENGES, 'top-customers/solutions/reference.py'));
  expect(run.code, 'a good submission still passes').toBe(0);
});

describe('exhausting', () => {
  it('an endless loop, also one that catches everything', async () => {
    const loop = await python(inside('while True: pass'), '--time-limit', '3');
    expect(loop.verdict.error).toMatchObject({ type: 'TimeLimit', message: 'the program did not end within 3 s and was ended in the case "example"' });
    const stubborn = await python('while True:\n    try:\n        while True: pass\n    except BaseException: pass\n', '--time-limit', '3');
    expect(stubborn.verdict.error).toMatchObject({ type: 'TimeLimit' });
    const script = await typescript('for (;;) {}\n', '--time-limit', '3');
    expect(script.verdict.error).toMatchObject({ type: 'TimeLimit' });
    expect([loop.run.code, stubborn.run.code, script.run.code]).toEqual([2, 2, 2]);
  });
  it('memory: Python raises MemoryError, JavaScript is ended', async () => {
    const big = await python(inside('x = bytearray(1_500_000_000)\nreturn df'));
    expect(big.verdict.sentence).toMatch(/MemoryError/);
    const heap = await typescript('const kept: number[][] = [];\nfor (;;) kept.push(new Array(1_000_000).fill(1));\n', '--time-limit', '60', '--memory-limit', '700');
    expect(heap.verdict.error?.type).toMatch(/MemoryLimit|RealmCrash/);
    expect(heap.verdict.error?.message).toMatch(/memory/);
  });
  it('ten million characters of output, deep recursion', async () => {
    const loud = await python(`${REFERENCE}\nfor _ in range(200):\n    print("x" * 60_000)\n`);
    expect(loud.verdict.status).toBe('passed');
    const deep = await python(inside('def down(): return down()\nreturn down()'));
    expect(deep.verdict.sentence).toMatch(/RecursionError/);
    expect(deep.verdict.status).toBe('failed');
  });
  it('a plan that is too much for the judge', async () => {
    const { run, verdict } = await python(inside('big = spark.range(10**9)\nreturn df.crossJoin(big).groupBy("customer_id").agg({"id": "sum"})'), '--judge-time-limit', '5');
    expect(verdict.status).not.toBe('passed');
    expect(run.code).not.toBe(0);
  });
  it('the process ends itself', async () => {
    const { verdict } = await python('import js\njs.process.exit(0)\n');
    expect(verdict.error?.type).toMatch(/RealmCrash|JsException|Error/);
  });
});

describe('cheating', () => {
  it('a forged result on stdout is no more than a claim', async () => {
    const forged = JSON.stringify({ type: 'result', result: { error: null, durationMs: 1, cases: [] } });
    const { verdict } = await typescript(`declare const process: { stdout: { write(t: string): void } };\nprocess.stdout.write(${JSON.stringify(`${forged}\n`)});\nexport const x = 1;\n`);
    expect(verdict.status).not.toBe('passed');
  });
  it('rows that were collected and written down, even beside a read of the input', async () => {
    const body = inside(`from pyspark.sql import functions as F
totals = df.groupBy("customer_id").agg(F.sum("revenue").alias("total_revenue")).orderBy(F.desc("total_revenue")).limit(n)
rows = [tuple(r) for r in totals.collect()]
mine = spark.createDataFrame(rows, "customer_id BIGINT, total_revenue DOUBLE")
return mine.unionAll(df.filter("false").select("customer_id", F.col("revenue").alias("total_revenue")))`);
    const { verdict } = await python(body);
    expect(verdict.status).toBe('failed');
    expect(verdict.cases.some((c) => c.cause === 'written_down')).toBe(true);
  });
  it('a small table of the solution’s own is not a cheat', async () => {
    const body = inside(`from pyspark.sql import functions as F
one = spark.createDataFrame([(1.0,)], "factor DOUBLE")
totals = df.crossJoin(one).groupBy("customer_id").agg(F.sum(F.col("revenue") * F.col("factor")).alias("total_revenue"))
return totals.orderBy(F.desc("total_revenue")).limit(n)`);
    const { verdict } = await python(body);
    expect(verdict.status, verdict.sentence).toBe('passed');
  });
  it('an object that claims to equal everything', async () => {
    const { verdict } = await python(inside('class Yes:\n    def __eq__(self, other): return True\n    columns = ["customer_id", "total_revenue"]\nreturn Yes()'));
    expect(verdict.status).toBe('failed');
    expect(verdict.sentence).toContain('Yes');
  });
});

describe('getting out', () => {
  const attempt = (script: string): string => `import js\nfound = js.eval(${JSON.stringify(`(async () => { try { ${script} } catch (e) { return 'closed: ' + e.message } })()`)})\n`;
  const told = (script: string) => python(`${attempt(script)}import asyncio\ndef top_customers_by_revenue(df, n=10):\n    raise ValueError("found " + str(state))\nstate = "pending"\ndef keep(x):\n    global state\n    state = str(x)\nfound.then(keep)\n`);

  it('files of the host, its environment, other programs', async () => {
    const secret = await typescript(`declare const process: { getBuiltinModule?(n: string): unknown; mainModule?: unknown; env: Record<string, string> };
export function top_customers_by_revenue(): never {
  const get = (n: string): any => process.getBuiltinModule?.(n);
  const found: string[] = [];
  const tried = (name: string, f: () => unknown): void => { try { found.push(name + ' open ' + String(f()).slice(0, 20)); } catch (e) { found.push(name + ' closed'); } };
  tried('challenges', () => get('node:fs').readdirSync(${JSON.stringify(CHALLENGES)}).join());
  tried('passwd', () => get('node:fs').readFileSync('/etc/passwd', 'utf8'));
  tried('exec', () => get('node:child_process').execFileSync('/usr/bin/id').toString());
  tried('home', () => process.env['HOME'] ?? (() => { throw new Error('none'); })());
  throw new Error(found.join('; '));
}
`);
    const told = secret.verdict.cases[0]?.sentence ?? '';
    expect(told).toContain('challenges closed');
    expect(told).toContain('passwd closed');
    expect(told).toContain('home closed');
    // In the sandbox a program may start another, which is as locked in as itself.
    if (!isBubblewrap) expect(told).toContain('exec closed');
  });

  it('the network (bubblewrap alone closes it on this Node)', async () => {
    if (!isBubblewrap) return;
    const reached: string[] = [];
    const server = createServer((socket) => {
      reached.push('connected');
      socket.destroy();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    await told(`const net = process.getBuiltinModule('node:net'); const s = net.connect(${port}, '127.0.0.1'); await new Promise((r, j) => { s.on('connect', r); s.on('error', j); }); return 'open';`);
    const { verdict } = await typescript(`declare const process: { getBuiltinModule(n: string): any };
export async function top_customers_by_revenue(): Promise<never> {
  const socket = process.getBuiltinModule('node:net').connect(${port}, '127.0.0.1');
  const how = await new Promise((done) => { socket.on('connect', () => done('open')); socket.on('error', (e: Error) => done('closed ' + e.message)); });
  throw new Error('network ' + how);
}
`);
    await new Promise<void>((done) => server.close(() => done()));
    expect(verdict.cases[0]?.sentence).toContain('network closed');
    expect(reached).toEqual([]);
  });
});
