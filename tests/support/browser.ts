/** A real Chromium and the built page, for end-to-end tests. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { preview } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KNOWN_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** An installed Chromium, else the one that comes as a package. */
async function chromiumPath(): Promise<string> {
  const given = process.env['CHROMIUM_PATH'];
  const known = [given, ...KNOWN_PATHS].find((path) => path !== undefined && existsSync(path));
  if (known !== undefined) return known;
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: FLAGS });
}

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves `dist/` as any static host would. Throws when it was not built. */
export async function servePage(): Promise<ServedPage> {
  if (!existsSync(`${ROOT}dist/index.html`)) throw new Error('The page is not built: run `npx vite build` first.');
  const server = await preview({ root: ROOT, configFile: false, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the server gave no port');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
