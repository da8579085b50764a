// Builds the benchmark's page, serves it and runs it in a headless Chromium.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { launchChromium } from '../scripts/lib/chromium.mjs';

const configFile = fileURLToPath(new URL('./vite.config.ts', import.meta.url));

/** Builds and serves the page; `run(request)` gives timings; `close()` ends everything. Each run has a page of its own. */
export async function openBench() {
  await build({ configFile, logLevel: 'error' });
  const server = await preview({ configFile, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
  const browser = await launchChromium(chromium, ['--js-flags=--max-old-space-size=4096']);
  const url = server.resolvedUrls.local[0];
  return {
    version: `Chromium ${browser.version()}`,
    async run(request) {
      const page = await browser.newPage();
      page.setDefaultTimeout(0);
      page.on('pageerror', (error) => process.stderr.write(`page: ${error.message}\n`));
      await page.goto(url);
      await page.waitForFunction(() => typeof globalThis.runBench === 'function');
      const result = await page.evaluate((r) => globalThis.runBench(r), request);
      await page.close();
      return result;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
