/** The page as a tool: keys, kept work, deep links, themes, accessibility, offline use. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { openedBrowser } from '../support/browser.ts';
import { seenText, WorkbenchPage } from './workbench.ts';

const SLOW_MS = 120_000;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const opened = openedBrowser();

/** Violations in what is shown now. The editor's own inside is Monaco's. */
async function violations(page: WorkbenchPage): Promise<string[]> {
  await page.page.evaluate(AXE);
  return page.page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(context: object, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const result = await axe.run({ exclude: ['.monaco-editor', '.sandbox-frame'] }, { resultTypes: ['violations'] });
    return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`);
  });
}

test.each(['light', 'dark'] as const)('axe finds nothing in the %s theme', async (colorScheme) => {
  const page = await WorkbenchPage.open(opened.browser, opened.served.url, '', { colorScheme });
  await page.page.waitForSelector('.challenge-row:not(.skeleton)');
  expect(await violations(page)).toEqual([]);
  await page.goto('challenge/top-customers');
  expect(await violations(page)).toEqual([]);
  for (const tab of ['Data', 'Hints', 'Explanation']) {
    await page.page.locator('.task').getByRole('tab', { name: tab }).click();
    expect(await violations(page), tab).toEqual([]);
  }
  await page.run();
  for (const tab of ['Result', 'Tests', 'Console', 'Plan', 'Micro-batches']) {
    await page.tab(tab);
    expect(await violations(page), tab).toEqual([]);
  }
  await page.write('def top_customers_by_revenue(df, n=10):\n    return df.select("nothing")\n');
  await page.run();
  for (const tab of ['Result', 'Tests']) {
    await page.tab(tab);
    expect(await violations(page), `error, ${tab}`).toEqual([]);
  }
  await page.close();
}, SLOW_MS);

test('work is kept across reloads, reset can be undone, each language has its own text', async () => {
  const page = await WorkbenchPage.open(opened.browser, opened.served.url, 'challenge/deduplicate');
  await page.write('# my own words\n');
  await page.page.waitForTimeout(1_000);
  await page.page.reload();
  await page.editorReady();
  const lines = page.page.locator('.code-editor .view-lines');
  // The editor draws its lines some frames after its text has changed.
  const drawn = () => expect.poll(() => seenText(lines), { timeout: 10_000 });
  await drawn().toContain('my');
  await page.page.getByRole('button', { name: 'Reset to the starter' }).click();
  await drawn().toContain('deduplicate_customers');
  await page.page.getByRole('button', { name: 'Undo' }).click();
  await drawn().not.toContain('deduplicate_customers');
  await page.choose('TypeScript');
  await drawn().toContain('export');
  await page.close();
}, SLOW_MS);

test('a challenge is opened, solved and left by the keyboard alone', async () => {
  const page = await WorkbenchPage.open(opened.browser, opened.served.url, '');
  await page.page.waitForSelector('.challenge-row:not(.skeleton)');
  await page.page.locator('.challenge-row').first().focus();
  await page.press('Enter');
  await page.editorReady();
  expect(page.page.url()).toContain('#/challenge/top-customers');
  await page.press('F6');
  expect(await page.page.evaluate(() => document.activeElement?.textContent)).toContain('Statement');
  await page.press('ArrowRight');
  expect(await seenText(page.page.locator('.task [role="tab"][aria-selected="true"]'))).toContain('Data');
  await page.press('F6');
  expect(await page.page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'))).toBe('editor');
  await page.press('Control+Enter');
  await page.ended();
  await page.press('F6');
  expect(await page.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tab');
  await page.close();
}, SLOW_MS);

test('an address that names nothing says so', async () => {
  const page = await WorkbenchPage.open(opened.browser, opened.served.url, '');
  await page.page.goto(`${opened.served.url}#/challenge/no-such-thing`);
  await page.page.getByText('This challenge cannot be opened').waitFor();
  await page.page.goto(`${opened.served.url}#/nowhere`);
  await page.page.getByText('There is nothing here').waitFor();
  await page.close();
}, SLOW_MS);

test('a chosen theme stays', async () => {
  const page = await WorkbenchPage.open(opened.browser, opened.served.url, '', { colorScheme: 'light' });
  const theme = (): Promise<string | undefined> => page.page.evaluate(() => document.documentElement.dataset['theme']);
  expect(await theme()).toBe('light');
  await page.page.getByRole('button', { name: /^Theme/ }).click();
  await page.page.getByRole('button', { name: /^Theme/ }).click();
  expect(await theme()).toBe('dark');
  await page.page.reload();
  expect(await theme()).toBe('dark');
  await page.close();
}, SLOW_MS);

test('after the first visit everything works without a network', async () => {
  const page = await WorkbenchPage.open(opened.browser, opened.served.url, 'challenge/top-customers');
  await page.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.context.setOffline(true);
  await page.page.reload();
  await page.editorReady();
  await page.run();
  await page.tab('Result');
  expect(await page.panel()).toContain('customer_id');
  await page.close();
}, SLOW_MS);

test.each([1024, 390])('nothing is cut off at a width of %d', async (width) => {
  const page = await WorkbenchPage.open(opened.browser, opened.served.url, 'challenge/top-customers', { viewport: { width, height: 800 } });
  expect(await page.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  for (const name of ['Run', 'Submit']) {
    const box = await page.page.getByRole('button', { name, exact: true }).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  }
  await page.close();
}, SLOW_MS);

test('the reference of functions is searched by words, opened by an address, and accessible', async () => {
  const page = await WorkbenchPage.open(opened.browser, opened.served.url, '');
  await page.page.goto(`${opened.served.url}#/functions`);
  const entries = page.page.locator('.reference-entry');
  await entries.first().waitFor();
  expect(await entries.count()).toBeGreaterThan(500);
  expect(await violations(page)).toEqual([]);
  await page.page.getByRole('searchbox', { name: 'Search functions' }).fill('percentile');
  await page.page.waitForFunction(() => document.querySelectorAll('.reference-entry').length < 20);
  await page.page.getByText('approx_percentile', { exact: true }).click();
  expect(await violations(page)).toEqual([]);
  await page.page.goto(`${opened.served.url}#/functions/date_trunc`);
  await page.page.locator('.reference-entry[open]').filter({ hasText: 'F.date_trunc(format, timestamp)' }).waitFor();
  await page.page.getByRole('searchbox', { name: 'Search functions' }).fill('xyzzy');
  await page.page.getByText('Nothing is called so').waitFor();
  await page.close();
}, SLOW_MS);
