import type { Browser, BrowserType } from 'playwright-core';

export declare const CHROMIUM_FLAGS: readonly string[];
/** Where a Chromium is, its flags, and those for machines on which it does not start with these alone. Throws where there is none. */
export declare function findChromium(): Promise<{ executablePath: string; args: string[]; spareArgs?: string[] }>;
/** A headless Chromium, started with Playwright's `chromium`. */
export declare function launchChromium(chromium: BrowserType, flags?: readonly string[]): Promise<Browser>;
