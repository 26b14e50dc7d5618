import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { makeTree } from '../harness/temp-tree.ts';
import { toolPackage, toolPath } from './tools.ts';

export interface Locator {
  count(): Promise<number>;
  first(): Locator;
  nth(index: number): Locator;
  locator(selector: string): Locator;
  click(): Promise<void>;
  check(): Promise<void>;
  fill(text: string): Promise<void>;
  inputValue(): Promise<string>;
  isVisible(): Promise<boolean>;
  isChecked(): Promise<boolean>;
  innerText(): Promise<string>;
  textContent(): Promise<string | null>;
  allInnerTexts(): Promise<string[]>;
  getAttribute(name: string): Promise<string | null>;
  evaluate(expression: string): Promise<unknown>;
}

/** What the tests use of a page of Playwright, which is no dependency of the project. */
export interface Page {
  goto(url: string): Promise<unknown>;
  locator(selector: string): Locator;
  evaluate(expression: string): Promise<unknown>;
  emulateMedia(options: { readonly media?: 'print' | 'screen'; readonly colorScheme?: 'light' | 'dark' }): Promise<void>;
  pdf(): Promise<Uint8Array>;
  setViewportSize(size: { readonly width: number; readonly height: number }): Promise<void>;
  addInitScript(script: { readonly content: string }): Promise<void>;
  waitForFunction(expression: string): Promise<unknown>;
  on(event: string, listener: (about: { readonly url?: () => string; readonly text?: () => string; readonly message?: unknown }) => void): void;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
}

interface Browser {
  newContext(options: object): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>;
  close(): Promise<void>;
}

interface Playwright {
  readonly chromium: { launch(options: object): Promise<Browser> };
}

const ARGUMENTS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

/** Reports what a page does that it should not: dialogs, errors, requests, violations of its policy. */
const WATCH = `globalThis.violations = []; document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => violations.push(violatedDirective + ' ' + blockedURI));`;

export interface Opened {
  readonly page: Page;
  readonly url: string;
  /** All that it did and that a report never does. */
  readonly misdeeds: () => Promise<readonly string[]>;
}

export interface OpenOptions {
  readonly javaScriptEnabled?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What stands behind the `#`. */
  readonly hash?: string;
}

/** Starts Chromium for the suite. Gives a function that opens a text as a page of a file. */
export function useBrowser(): (html: string, options?: OpenOptions) => Promise<Opened> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const { chromium } = createRequire(import.meta.url)(toolPackage('playwright-core')) as Playwright;
    browser = await chromium.launch({ executablePath: toolPath('chromium'), args: ARGUMENTS });
  });
  afterAll(() => browser?.close());
  return async (html, { hash = '', ...options } = {}) => {
    const root = makeTree();
    const file = path.join(root, 'report.html');
    writeFileSync(file, html);
    const context = await browser?.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    if (!context) throw new Error('no browser');
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const url = pathToFileURL(file).href;
    const seen: string[] = [];
    page.on('dialog', () => seen.push('dialog'));
    page.on('console', message => seen.push(`console: ${message.text?.() ?? ''}`));
    page.on('pageerror', error => seen.push(`error: ${String(error.message)}`));
    page.on('request', request => {
      const asked = request.url?.() ?? '';
      if (asked.replace(/#.*/, '') !== url && !asked.startsWith('data:')) seen.push(`request: ${asked}`);
    });
    await page.addInitScript({ content: WATCH });
    await page.goto(url + hash);
    const misdeeds = async (): Promise<readonly string[]> => [...seen, ...((await page.evaluate('globalThis.violations ?? []')) as string[])];
    return { page, url, misdeeds };
  };
}
