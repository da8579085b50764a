/** A real Chromium and the built page, for end-to-end tests. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { preview } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../../scripts/lib/chromium.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export function launchBrowser(): Promise<Browser> {
  return launchChromium(chromium);
}

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves `dist/` as any static host would. Throws when it was not built. */
export async function servePage(): Promise<ServedPage> {
  if (!existsSync(`${ROOT}dist/index.html`)) throw new Error('The page is not built: run `npm run build` first.');
  const server = await preview({ root: ROOT, configFile: false, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the server gave no port');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

export interface OpenedBrowser {
  readonly browser: Browser;
  readonly served: ServedPage;
}

const START_MS = 120_000;

/** A browser and the served page for all tests of a file: there from before the first of them until after the last. */
export function openedBrowser(): OpenedBrowser {
  let browser: Browser | undefined;
  let served: ServedPage | undefined;
  beforeAll(async () => {
    served = await servePage();
    browser = await launchBrowser();
  }, START_MS);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  const there = <T>(x: T | undefined): T => {
    if (x === undefined) throw new Error('the browser is asked for before the tests have begun');
    return x;
  };
  return {
    get browser() {
      return there(browser);
    },
    get served() {
      return there(served);
    },
  };
}
