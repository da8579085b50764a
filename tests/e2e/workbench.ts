/** The workbench as a person uses it: opened by its address, written into by paste, run by keys. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

const LONG_MS = 60_000;
export type Language = 'Python' | 'TypeScript';

/** What a person sees of an element; the editor's spaces are of the unbreakable kind. */
export async function seenText(locator: Locator): Promise<string> {
  return (await locator.innerText()).replaceAll('\u00a0', ' ');
}

export class WorkbenchPage {
  /** Uncaught errors and errors of the console. */
  readonly problems: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly url: string,
  ) {}

  static async open(browser: Browser, url: string, address: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<WorkbenchPage> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(url).origin });
    const page = await context.newPage();
    const opened = new WorkbenchPage(page, context, url);
    page.on('pageerror', (error) => opened.problems.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && opened.problems.push(message.text()));
    await opened.goto(address);
    return opened;
  }

  async goto(address: string): Promise<void> {
    await this.page.goto(`${this.url}#/${address}`);
    if (address !== '') await this.editorReady();
  }

  async editorReady(): Promise<void> {
    await this.page.waitForSelector('.code-editor .view-line', { timeout: LONG_MS });
  }

  async choose(language: Language): Promise<void> {
    await this.page.getByRole('radio', { name: language }).check({ force: true });
    await this.editorReady();
  }

  /** Replaces the whole text by pasting. */
  async write(source: string): Promise<void> {
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), source);
    await this.page.locator('.code-editor .view-lines').click();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Control+V');
    await this.page.waitForFunction(
      (length) => (document.querySelector('.code-editor .view-lines')?.textContent ?? '').length > 0 || length === 0,
      source.length,
    );
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  /** Runs and waits for the end. */
  async run(): Promise<void> {
    await this.press('Control+Enter');
    await this.ended();
  }

  /** Submits and waits for the verdict. */
  async submit(): Promise<void> {
    await this.press('Control+Shift+Enter');
    await this.ended();
  }

  async started(): Promise<void> {
    await this.page.waitForSelector('.run-running', { timeout: LONG_MS });
  }

  async ended(timeout = LONG_MS): Promise<void> {
    await this.page.waitForSelector('.run-idle:not(:empty), .ending', { timeout });
    await this.page.waitForSelector('.run-idle', { timeout });
  }

  async tab(name: string): Promise<void> {
    await this.page.locator('.results').getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  /** Text of the results' panel. */
  async panel(): Promise<string> {
    return seenText(this.page.locator('.results [role="tabpanel"]'));
  }

  async console(): Promise<string> {
    await this.tab('Console');
    return this.panel();
  }

  /** The verdict's status, as the page shows it, and its sentence. */
  async verdict(): Promise<{ status: string; text: string }> {
    await this.tab('Tests');
    const header = this.page.locator('header.verdict');
    await header.waitFor({ timeout: LONG_MS });
    const status = /verdict-(passed|failed|error)/.exec((await header.getAttribute('class')) ?? '')?.[1] ?? 'none';
    return { status, text: await seenText(header) };
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
