// Finds a Chromium for the tests that need a browser, or unpacks the one that comes with the development packages.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Flags that keep Chromium quiet, offline and usable as root. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const base = process.env[name];
    return base === undefined ? [] : [join(base, 'Google/Chrome/Application/chrome.exe'), join(base, 'Microsoft/Edge/Application/msedge.exe')];
  }),
};

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  return undefined;
}

/**
 * What the package's flags begin with: everything in one process, for machines that allow no more. Elsewhere such a
 * Chromium may end when it opens its second window, so they come only where it does not start without.
 */
const ONE_PROCESS = ['--single-process', '--no-zygote'];

/**
 * Where a Chromium is: `SPARRING_CHROMIUM`, else one that is installed, else (Linux, x64) the one in the package
 * `@sparticuz/chromium`, unpacked into the temporary folder. Throws where there is none, and says what to do.
 */
export async function findChromium() {
  const named = process.env.SPARRING_CHROMIUM;
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`SPARRING_CHROMIUM names ${named}, which does not exist.`);
    return { executablePath: named, args: CHROMIUM_FLAGS };
  }
  const installed = onPath() ?? (PLACES[process.platform] ?? []).find(isExecutable);
  if (installed !== undefined) return { executablePath: installed, args: CHROMIUM_FLAGS };
  if (process.platform === 'linux' && process.arch === 'x64') {
    // The package unpacks the libraries that Chromium needs only where it believes to run on such a machine.
    process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
    process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    chromium.setGraphicsMode = false;
    const args = chromium.args.filter((flag) => !ONE_PROCESS.includes(flag));
    return { executablePath: await chromium.executablePath(), args: [...new Set([...args, ...CHROMIUM_FLAGS])], spareArgs: ONE_PROCESS };
  }
  throw new Error('No Chromium, Chrome or Edge was found. Install one, or name it: SPARRING_CHROMIUM=/path/to/chrome npm test.');
}

/** Starts it headless with Playwright's `chromium` and further flags; with the spare ones where no page comes up without them. */
export async function launchChromium(chromium, flags = []) {
  const { executablePath, args, spareArgs } = await findChromium();
  const launch = (more) => chromium.launch({ executablePath, args: ['--headless', ...args, ...flags, ...more] });
  if (spareArgs === undefined) return launch([]);
  let browser;
  try {
    browser = await launch([]);
    await (await browser.newPage()).close();
    return browser;
  } catch {
    await browser?.close();
    return launch(spareArgs);
  }
}
