// How long a person waits on the built page: the first Python result of a cold and of a warm load, and a second Run.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { launchChromium } from '../scripts/lib/chromium.mjs';
import { fail, root } from '../scripts/lib/setup.mjs';

const LOADS_COUNT = 5;
const RUNS_COUNT = 10;
const LONG_MS = 120_000;
const SOLUTION = readFileSync(join(root, 'challenges/top-customers/solutions/reference.py'), 'utf8');

function summary(what, list) {
  const sorted = [...list].sort((a, b) => a - b);
  return { what, median: sorted[sorted.length >> 1], min: sorted[0], max: sorted.at(-1) };
}

/** In the page: notes when keys go down and when a run has ended. */
function watch() {
  globalThis.benchMarks = { pressed: 0, ended: 0 };
  addEventListener('keydown', (e) => e.key === 'Enter' && (globalThis.benchMarks.pressed = performance.now()), true);
  const look = () => {
    const idle = document.querySelector('.run-idle:not(:empty)') !== null;
    if (!idle) globalThis.benchMarks.ended = 0;
    else if (globalThis.benchMarks.ended === 0) globalThis.benchMarks.ended = performance.now();
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

/** With `typing`, the solution is put into the editor first; without, the work kept from the last load is run as it stands. */
async function firstResult(page, url, typing) {
  await page.goto('about:blank');
  await page.goto(`${url}#/challenge/top-customers`);
  await page.waitForSelector('.code-editor .view-line', { timeout: LONG_MS });
  if (typing) await page.evaluate((text) => navigator.clipboard.writeText(text), SOLUTION);
  await page.locator('.code-editor .view-lines').click();
  if (typing) for (const keys of ['Control+A', 'Control+V']) await page.keyboard.press(keys);
  return run(page, true);
}

/** Milliseconds from the key, or from the page's navigation, to the end of the run. */
async function run(page, fromNavigation) {
  await page.evaluate(() => {
    globalThis.benchMarks.ended = -1;
  });
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => globalThis.benchMarks.ended > 0 && document.querySelector('.run-idle:not(:empty)') !== null, undefined, { timeout: LONG_MS });
  const { pressed, ended } = await page.evaluate(() => globalThis.benchMarks);
  return fromNavigation ? ended : ended - pressed;
}

async function openPage(context, url) {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(url).origin });
  const page = await context.newPage();
  await page.addInitScript(watch);
  return page;
}

export async function measurePage() {
  if (!existsSync(join(root, 'dist', 'index.html'))) fail('The page is not built: run `npm run build` first.', 2);
  const server = await preview({ root, configFile: false, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
  const url = `http://127.0.0.1:${server.httpServer.address().port}/`;
  const browser = await launchChromium(chromium);
  const [cold, warm, kept, again] = [[], [], [], []];
  try {
    for (let i = 0; i < LOADS_COUNT; i++) {
      const context = await browser.newContext();
      const page = await openPage(context, url);
      cold.push(await firstResult(page, url, true));
      // Warm is what a person has on the next visit in the same browser: everything kept, the service worker at work.
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      warm.push(await firstResult(page, url, true));
      kept.push(await firstResult(page, url, false));
      if (i === LOADS_COUNT - 1) for (let k = 0; k < RUNS_COUNT; k++) again.push(await run(page, false));
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return [
    summary('first Python result after a cold load (editing included)', cold),
    summary('first Python result after a warm load (editing included)', warm),
    summary('first Python result after a warm load of kept work (Run pressed when the editor is there)', kept),
    summary('a second Run of top-customers, from the key to the end', again),
  ];
}

if (process.argv[1] === join(root, 'bench', 'page.mjs')) {
  for (const p of await measurePage()) process.stdout.write(`${p.what}: ${p.median.toFixed(0)} ms (${p.min.toFixed(0)} to ${p.max.toFixed(0)})\n`);
  process.exit(0);
}
