import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { bundle } from '../../../src/adapters/audit/bundle.ts';
import { pageOf } from '../../../src/adapters/audit/page.ts';
import { bytesOf } from '../../evidence/support/files.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium on this machine; `null` where there is none. */
const executablePath = PLACES.find(existsSync) ?? null;

const { CI } = process.env;

/** Whether there is nothing to drive the page with. In CI there has to be. */
export const isWithoutBrowser = executablePath === null && CI !== 'true';

if (isWithoutBrowser)
  process.stderr.write('No Chromium is installed: what a reader does in the audit page is not tried.\n');

/** How long a browser may take to start on a slow machine, and the page's script to be bundled; milliseconds. */
export const STARTING = 120_000;

/** An audit page that is open, and what a browser said against it. */
export interface Opened {
  readonly page: Page;
  /** Errors, violations of the page's policy, warnings: whatever the console shows. */
  readonly said: readonly string[];
  /** Whatever the page asked of anybody. */
  readonly requests: readonly string[];
}

/** How a page is looked at. */
export interface Looking {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** What somebody does to the page before it is opened. */
  readonly tamper?: (html: string) => string;
}

/** A browser, and a folder for the pages that it opens. */
export class Reader {
  private readonly folder = mkdtempSync(join(tmpdir(), 'emargement-audit-'));
  private readonly parts = bundle();
  private readonly browser: Promise<Browser>;
  private pages = 0;

  constructor() {
    const found = executablePath === null ? {} : { executablePath };
    this.browser = chromium.launch({ ...found, args: ['--no-sandbox'] });
  }

  /** The page of a file, as it is written. */
  async html(file: Iterable<string> | Uint8Array): Promise<string> {
    let html = '';
    for await (const piece of pageOf(bytesOf(file), await this.parts)) html += piece;
    return html;
  }

  /** Opens the page of a file, and waits until it has verified it. */
  async open(file: Iterable<string> | Uint8Array, looking: Looking = {}): Promise<Opened> {
    const { width = 1280, height = 900, colorScheme = 'light', tamper = (html) => html } = looking;
    this.pages += 1;
    const path = join(this.folder, `${this.pages}.html`);
    writeFileSync(path, tamper(await this.html(file)));
    const browser = await this.browser;
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
    const said: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('dialog', (dialog) => said.push(`dialog: ${dialog.message()}`));
    const own = pathToFileURL(path).href;
    page.on('request', (request) => {
      if (request.url() !== own) requests.push(request.url());
    });
    await page.goto(own);
    await page.waitForSelector('[data-check="documents"]');
    return { page, said, requests };
  }

  async close(): Promise<void> {
    await (await this.browser).close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a check of the page came to. */
export const outcomeOf = (page: Page, check: string): Promise<string | null> =>
  page.locator(`[data-check="${check}"]`).getAttribute('data-outcome');

/** The event that the page stands at. */
export const placeOf = async (page: Page): Promise<number> => Number(await page.locator('#slider').inputValue());
