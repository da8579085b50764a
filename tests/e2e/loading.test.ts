/** What a person sees when the runtime cannot be had, and that the next attempt asks for it again. */
import type { Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { openedBrowser } from '../support/browser.ts';
import { seenText, WorkbenchPage } from './workbench.ts';

const SLOW_MS = 120_000;
const SNAPSHOT = /snapshot-[^/]*\.bin$/;
const DAMAGED = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4]);

const opened = openedBrowser();

test.each([
  ['cannot be downloaded', (route: Route) => route.abort(), 'could not be downloaded'],
  ['is not there', (route: Route) => route.fulfill({ status: 404, body: '' }), 'answered 404'],
  ['is damaged', (route: Route) => route.fulfill({ status: 200, body: DAMAGED }), 'is damaged'],
] as const)('a runtime that %s is said so, nothing is lost, and the next Run asks for it again', async (_what, answer, sentence) => {
  const page = await WorkbenchPage.open(opened.browser, opened.served.url, '', { serviceWorkers: 'block' });
  await page.page.route(SNAPSHOT, answer);
  await page.page.reload();
  await page.goto('scratchpad');
  await page.write('print("hello " + "there")\n');
  await page.press('Control+Enter');
  await page.page.locator('.ending').filter({ hasText: sentence }).waitFor();
  await expect.poll(() => seenText(page.page.locator('.code-editor .view-lines'))).toContain('print("hello " + "there")');
  await page.page.unroute(SNAPSHOT);
  await page.run();
  await page.tab('Console');
  await page.page.getByText('hello there').first().waitFor();
  await page.close();
}, SLOW_MS);
