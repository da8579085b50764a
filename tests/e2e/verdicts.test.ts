/**
 * The page and the command line give the same verdict documents. By default for the references and some wrong solutions
 * of each challenge; with EVERY_SOLUTION=1 for all of them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { verdictSchema, withoutTimes } from '../../grading/index.ts';
import { gradeText } from '../cli/run-cli.ts';
import { openedBrowser } from '../support/browser.ts';
import { WorkbenchPage } from './workbench.ts';

const CHALLENGES = fileURLToPath(new URL('../../challenges/', import.meta.url));
const IDS = ['top-customers', 'deduplicate', 'moving-average', 'join-optimisation', 'streaming-window'];
const LANGUAGES = [
  ['Python', 'py'],
  ['TypeScript', 'ts'],
] as const;
const WRONG_COUNT = process.env['EVERY_SOLUTION'] === '1' ? Number.POSITIVE_INFINITY : 1;
const SLOW_MS = 900_000;

const opened = openedBrowser();

function solutions(id: string, extension: string): string[] {
  const all = readdirSync(join(CHALLENGES, id, 'solutions')).filter((name) => name.endsWith(`.${extension}`)).sort();
  const wrong = all.filter((name) => name.startsWith('wrong-')).slice(0, WRONG_COUNT);
  return [...all.filter((name) => name.startsWith('reference')), ...wrong];
}

describe.each(IDS)('%s', (id) => {
  test.each(LANGUAGES)('in %s', async (language, extension) => {
    const page = await WorkbenchPage.open(opened.browser, opened.served.url, `challenge/${id}`);
    await page.choose(language);
    for (const name of solutions(id, extension)) {
      const text = readFileSync(join(CHALLENGES, id, 'solutions', name), 'utf8');
      await page.write(text);
      await page.submit();
      await page.verdict();
      await page.page.getByRole('button', { name: 'Copy as JSON' }).click();
      await page.page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
      const onPage = verdictSchema.parse(JSON.parse(await page.page.evaluate(() => navigator.clipboard.readText())));
      // Under the name that the page gives it, which stands in tracebacks.
      const { verdict } = await gradeText(id, `solution.${extension}`, text);
      expect(withoutTimes(verdict), name).toEqual(withoutTimes(onPage));
    }
    await page.close();
  }, SLOW_MS);
});
