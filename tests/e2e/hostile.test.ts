/** Programs that hang, exhaust or try to escape: each ends in a clear message, the page lives, the code is kept, the next run works. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openedBrowser } from '../support/browser.ts';
import { seenText, WorkbenchPage } from './workbench.ts';

const SLOW_MS = 180_000;
const GOOD = 'print("still here", spark.range(3).count())\n';

/** A server that lets everybody in and notes who came. */
class Listener {
  readonly received: string[] = [];
  private readonly server = createServer((request, response) => {
    this.received.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).end('export {};');
  });

  async start(): Promise<void> {
    this.server.on('upgrade', (request, socket) => {
      this.received.push(`socket ${request.url}`);
      socket.destroy();
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }
  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }
  close(): void {
    this.server.close();
  }
}

const opened = openedBrowser();
let listener: Listener;

beforeAll(async () => {
  listener = new Listener();
  await listener.start();
}, SLOW_MS);
afterAll(async () => {
  listener?.close();
});

/** The page answers, and a good program runs. */
async function expectAlive(page: WorkbenchPage): Promise<void> {
  await page.write(GOOD);
  await page.run();
  expect(await page.console()).toContain('still here 3');
}

async function editorText(page: WorkbenchPage): Promise<string> {
  return seenText(page.page.locator('.code-editor .view-lines'));
}

describe('Python', () => {
  test.each([
    ['an endless loop', 'while True:\n    pass\n'],
    ['a loop that catches everything', 'while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass\n'],
  ])('%s is stopped at once, and the spare takes over', async (_name, source) => {
    const page = await WorkbenchPage.open(opened.browser, opened.served.url, 'scratchpad');
    await page.write(GOOD);
    await page.run();
    await page.write(source);
    await page.press('Control+Enter');
    await page.started();
    await page.page.waitForTimeout(3_000);
    await page.press('Control+.');
    await page.ended();
    await page.tab('Result');
    expect(await page.panel()).toContain('Stopped');
    expect(await editorText(page)).toContain('while True');
    await expectAlive(page);
    await page.close();
  }, SLOW_MS);

  test('an endless loop that nobody stops reaches the time limit', async () => {
    const page = await WorkbenchPage.open(opened.browser, opened.served.url, 'scratchpad');
    await page.write('while True:\n    pass\n');
    await page.run();
    await page.tab('Result');
    expect(await page.panel()).toContain('Time limit reached');
    await expectAlive(page);
    await page.close();
  }, SLOW_MS);

  test('a gigabyte of memory is a MemoryError', async () => {
    const page = await WorkbenchPage.open(opened.browser, opened.served.url, 'scratchpad');
    await page.write('held = []\nfor i in range(64):\n    held.append(bytearray(32 * 1024 * 1024))\n');
    await page.run();
    await page.tab('Result');
    expect(await page.panel()).toMatch(/MemoryError|ended its runtime/);
    await expectAlive(page);
    await page.close();
  }, SLOW_MS);

  test('10 MB of print are cut, and say so', async () => {
    const page = await WorkbenchPage.open(opened.browser, opened.served.url, 'scratchpad');
    await page.write('for i in range(120_000):\n    print("x" * 99)\nprint("the end")\n');
    await page.run();
    const text = await page.console();
    expect(text).toMatch(/earlier characters are not shown/);
    expect(text).toMatch(/output stopped here/);
    await expectAlive(page);
    await page.close();
  }, SLOW_MS);

  test('deep recursion is a RecursionError at its line', async () => {
    const page = await WorkbenchPage.open(opened.browser, opened.served.url, 'scratchpad');
    await page.write('def f(n):\n    return f(n + 1)\n\nf(0)\n');
    await page.run();
    await page.tab('Result');
    const text = await page.panel();
    expect(text).toContain('RecursionError');
    expect(text).toContain('Line 2');
    await expectAlive(page);
    await page.close();
  }, SLOW_MS);

  test('a syntax error is marked at its line and column', async () => {
    const page = await WorkbenchPage.open(opened.browser, opened.served.url, 'scratchpad');
    await page.write('x = 1\ny = (2,\nprint(x))\n)');
    await page.run();
    await page.tab('Result');
    expect(await page.panel()).toContain('SyntaxError');
    await page.page.waitForSelector('.code-editor .squiggly-error');
    await expectAlive(page);
    await page.close();
  }, SLOW_MS);
});

describe('plain JavaScript in the realm', () => {
  /** Prints what an attempt gives: `name: ok …` or `name: refused`. */
  const attempt = (name: string, body: string): string => `
  try {
    const got = await Promise.race([(async () => { ${body} })(), new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), 3000))]);
    print('${name}: ok ' + String(got));
  } catch (error) {
    print('${name}: refused');
  }`;
  /** The case's function may be async: the attempts are made in it. */
  const program = (attempts: readonly string[]): string => `
import { spark } from 'sparring';
declare const self: any;
export async function top_customers_by_revenue(df: any): Promise<any> {
  const lines: string[] = [];
  const print = (text: string) => lines.push(text);
  ${attempts.join('\n')}
  return spark.createDataFrame(lines.map((line) => [line]), ['line']);
}
`;

  test('no network, no storage, no message that the page believes', async () => {
    await fetch(`http://127.0.0.1:${listener.port}/from-the-test`);
    expect(listener.received.splice(0)).toEqual(['/from-the-test']);
    const page = await WorkbenchPage.open(opened.browser, opened.served.url, 'challenge/top-customers');
    await page.choose('TypeScript');
    const origin = `http://127.0.0.1:${listener.port}/`;
    await page.write(
      program([
        attempt('fetch', `const r = await fetch('${origin}leak?fetch'); return r.status;`),
        attempt('xhr', `await new Promise((resolve, reject) => { const x = new self.XMLHttpRequest(); x.open('GET', '${origin}leak?xhr'); x.onload = resolve; x.onerror = reject; x.send(); });`),
        attempt('socket', `await new Promise((resolve, reject) => { const s = new self.WebSocket('ws://127.0.0.1:${listener.port}/leak'); s.onopen = resolve; s.onerror = reject; });`),
        attempt('events', `await new Promise((resolve, reject) => { const s = new self.EventSource('${origin}leak?events'); s.onopen = resolve; s.onerror = reject; });`),
        attempt('import', `const load = new Function('u', 'return import(u)'); await load('${origin}leak.js');`),
        attempt('nested', `const w = new self.Worker('data:text/javascript,fetch("${origin}leak?nested").then(() => postMessage("out"), () => postMessage("closed"))', { type: 'module' }); const m = await new Promise((resolve, reject) => { w.onmessage = (e: any) => resolve(e.data); w.onerror = reject; }); if (m !== 'out') throw new Error('closed');`),
        attempt('indexedDB', `await new Promise((resolve, reject) => { const r = self.indexedDB.open('sparring'); r.onsuccess = resolve; r.onerror = reject; });`),
        attempt('caches', `await self.caches.open('x');`),
        attempt('localStorage', `self.localStorage.setItem('a', 'b');`),
        attempt('opfs', `await self.navigator.storage.getDirectory();`),
        attempt('channel', `const c = new self.BroadcastChannel('sparring'); c.postMessage({ status: 'passed' }); throw new Error('sent to nobody');`),
        attempt('claim', `self.postMessage({ type: 'verdict', status: 'passed' }); self.postMessage({ kind: 'verdict', verdict: { status: 'passed' } }); throw new Error('sent');`),
      ]),
    );
    await page.run();
    await page.tab('Result');
    const text = await page.panel();
    for (const name of ['fetch', 'xhr', 'socket', 'events', 'import', 'nested', 'indexedDB', 'caches', 'localStorage', 'opfs', 'channel', 'claim']) {
      expect(text, `${name} in\n${text}`).toContain(`${name}: refused`);
    }
    expect(listener.received).toEqual([]);
    await page.submit();
    expect((await page.verdict()).status).not.toBe('passed');
    await page.goto('');
    await page.page.waitForSelector('.challenge-row:not(.skeleton)');
    expect(await page.page.locator('.pass-mark.passed').count()).toBe(0);
    await page.close();
  }, SLOW_MS);

  test('a result made up by hand is not a pass', async () => {
    const page = await WorkbenchPage.open(opened.browser, opened.served.url, 'challenge/top-customers');
    await page.choose('TypeScript');
    await page.write(`import { spark } from 'sparring';
export function top_customers_by_revenue() {
  return spark.createDataFrame([[2, 250], [1, 225]], 'customer_id BIGINT, total_revenue DOUBLE');
}
`);
    await page.submit();
    expect((await page.verdict()).status).toBe('failed');
    await page.close();
  }, SLOW_MS);

  test('an endless loop in TypeScript is stopped, and its code is kept', async () => {
    const page = await WorkbenchPage.open(opened.browser, opened.served.url, 'scratchpad');
    await page.choose('TypeScript');
    await page.write('while (true) {}\n');
    await page.press('Control+Enter');
    await page.started();
    await page.page.waitForTimeout(500);
    await page.press('Control+.');
    await page.ended();
    expect(await editorText(page)).toContain('while (true)');
    await page.write("import { spark } from 'sparring';\nspark.range(3).show();\n");
    await page.run();
    expect(await page.console()).toContain('|  2|');
    await page.close();
  }, SLOW_MS);
});
