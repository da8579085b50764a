/** The five challenges in the built page: references pass, wrong solutions fail with the cause that they name. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openedBrowser } from '../support/browser.ts';
import { WorkbenchPage } from './workbench.ts';
import type { Language } from './workbench.ts';

const CHALLENGES = fileURLToPath(new URL('../../challenges/', import.meta.url));
const IDS = ['top-customers', 'deduplicate', 'moving-average', 'join-optimisation', 'streaming-window'];
const LANGUAGES: readonly [Language, string][] = [['Python', 'py'], ['TypeScript', 'ts']];
/** Wrong solutions of each challenge and language that are tried in the browser; the command line tries all. */
const WRONG_COUNT = 5;
const SLOW_MS = 180_000;

const opened = openedBrowser();

function solutions(id: string, prefix: string, extension: string): string[] {
  return readdirSync(`${CHALLENGES}${id}/solutions`).filter((name) => name.startsWith(prefix) && name.endsWith(`.${extension}`)).sort();
}

const textOf = (id: string, name: string): string => readFileSync(`${CHALLENGES}${id}/solutions/${name}`, 'utf8');

describe.each(IDS)('%s', (id) => {
  test.each(LANGUAGES)('in %s: the reference passes, wrong solutions fail', async (language, extension) => {
    const page = await WorkbenchPage.open(opened.browser, opened.served.url, `challenge/${id}`);
    await page.choose(language);
    await page.write(textOf(id, `reference.${extension}`));
    await page.submit();
    const passed = await page.verdict();
    expect(passed, passed.text).toMatchObject({ status: 'passed' });
    const wrong = solutions(id, 'wrong-', extension).slice(0, WRONG_COUNT);
    expect(wrong).toHaveLength(WRONG_COUNT);
    for (const name of wrong) {
      await page.write(textOf(id, name));
      await page.submit();
      const { status, text } = await page.verdict();
      expect(status, `${name}: ${text}`).not.toBe('passed');
      expect(text.length, name).toBeGreaterThan(40);
      // What is wrong is shown: rows, columns or their order, a part of the plan, or an error at its line.
      const shown = page.page.locator('.diff-table, .diff-columns, .diff-order, .evidence, .verdict-error');
      expect(await shown.count(), `${name}: ${text}`).toBeGreaterThan(0);
    }
    expect(page.problems).toEqual([]);
    await page.close();
  }, SLOW_MS);
});
