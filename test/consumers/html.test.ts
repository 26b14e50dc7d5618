import { describe, expect, test } from 'vitest';
import { renderReport } from '../../src/core/report/formats.ts';
import { useCli } from '../harness/run-cli.ts';
import { OPTIONS, reportOf } from '../report/report-of.ts';
import { useBrowser, type Page } from './browser.ts';
import { ARGUMENTS, files } from './html-input.ts';

const runCli = useCli();
const open = useBrowser();

const report = (): string => runCli(files, ARGUMENTS).stdout;

const shown = async (page: Page): Promise<string[]> => {
  const rules = await page.evaluate(`[...document.querySelectorAll('article')].filter(e => e.checkVisibility()).map(e => e.dataset.rule)`);
  return rules as string[];
};

const headings = async (page: Page): Promise<string[]> => {
  const texts = await page.evaluate(`[...document.querySelectorAll('.group > h2')].filter(e => e.checkVisibility()).map(e => e.textContent)`);
  return texts as string[];
};

const hashOf = (page: Page): Promise<unknown> => page.evaluate('location.hash');

const PORT = 'node-port-out-of-range';
const ACCOUNT = 'service-account-field-deprecated';
const PODS = 'service-selects-no-pods';

describe('in a browser', () => {
  test('the verdict is read first, and each finding has the code of both ends', async () => {
    const { page, misdeeds } = await open(report());
    expect(await page.locator('h1').innerText()).toBe('2 errors and 1 info');
    expect(await page.locator('#status').innerText()).toBe('3 findings');
    expect(await shown(page)).toEqual([PORT, ACCOUNT, PODS]);
    const ends = page.locator(`article[data-rule="${PODS}"] figure`);
    expect(await ends.locator('.at').allInnerTexts()).toEqual(['shop/k8s/service.yaml:8', 'shop/k8s/deployment.yaml:13']);
    expect(await ends.locator('mark').allInnerTexts()).toEqual(['app: web', 'app: wbe']);
    expect(await misdeeds()).toEqual([]);
  });

  test('filters work together, count what is left, and stand in the address', async () => {
    const { page, url, misdeeds } = await open(report());
    await page.locator('input[name="severity"][value="error"]').check();
    expect(await shown(page)).toEqual([PORT, PODS]);
    await page.locator('input[name="namespace"][value="pay"]').check();
    expect(await shown(page)).toEqual([PORT]);
    expect(await page.locator('#status').innerText()).toBe('1 of 3 findings');
    expect(await page.locator('label:has(input[name="severity"][value="info"]) .count').innerText()).toBe('1');
    expect(await hashOf(page)).toBe('#severity=error&namespace=pay');
    const again = await open(report(), { hash: String(await hashOf(page)) });
    expect(await shown(again.page)).toEqual([PORT]);
    expect(await again.page.locator('input[name="namespace"][value="pay"]').isChecked()).toBe(true);
    await page.goto(`${url}#path=shop%2F&group=object`);
    expect(await shown(page)).toEqual([PODS]);
    await page.locator('#clear').click();
    expect(await shown(page)).toEqual([PORT, ACCOUNT, PODS]);
    expect(await hashOf(page)).toBe('#group=object');
    expect(await misdeeds()).toEqual([]);
  });

  test('search finds words of messages, objects and code', async () => {
    const { page } = await open(report());
    const search = page.locator('#search');
    for (const [query, rules] of [
      ['serviceaccount', [ACCOUNT]],
      ['wbe', [PODS]],
      ['service shop/web', [PODS]],
      ['pay nodeport', [PORT]],
      ['nothing of it', []],
    ] as const) {
      await search.fill(query);
      expect(await shown(page), query).toEqual(rules);
    }
    expect(await page.locator('#status').innerText()).toBe('None of 3 findings');
    await page.keyboard.press('Escape');
    expect(await shown(page)).toHaveLength(3);
  });

  test('groups are by file, rule or object', async () => {
    const { page } = await open(report());
    expect(await headings(page)).toEqual(['pay/api.yaml1 error1 info', 'shop/k8s/service.yaml1 error']);
    await page.locator('#group label:has([value="rule"])').click();
    expect(await headings(page)).toEqual([
      expect.stringMatching(/^node-port-out-of-range.*1 error$/) as string,
      expect.stringMatching(/^service-selects-no-pods.*1 error$/) as string,
      expect.stringMatching(/^service-account-field-deprecated.*1 info$/) as string,
    ]);
    await page.keyboard.press('g');
    expect(await headings(page)).toEqual(['Service pay/api1 error', 'Deployment pay/api1 info', 'Service shop/web1 error']);
    expect(await hashOf(page)).toBe('#group=object');
  });

  test('what is suppressed is shown on demand', async () => {
    const { page } = await open(report());
    await page.locator('#suppressed').check();
    expect(await shown(page)).toEqual([PORT, PORT, ACCOUNT, PODS]);
    expect(await page.locator('article[data-hidden]').innerText()).toContain('Suppressed by a comment at pay/api.yaml:16');
    expect(await hashOf(page)).toBe('#suppressed=on');
  });

  test('details can be put away, and one finding opened', async () => {
    const { page } = await open(report());
    const code = page.locator('figure').first();
    await page.keyboard.press('d');
    expect(await code.isVisible()).toBe(false);
    expect(await page.locator('.self').first().innerText()).toBe('pay/api.yaml:13:7');
    await page.locator('h3').first().click();
    expect(await code.isVisible()).toBe(true);
    expect(await hashOf(page)).toBe('#details=off');
  });

  test('keys reach all of it', async () => {
    const { page } = await open(report());
    const focused = (): Promise<unknown> => page.evaluate('document.activeElement.dataset.rule ?? document.activeElement.id');
    await page.keyboard.press('j');
    expect(await focused()).toBe(PORT);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await focused()).toBe(PODS);
    await page.keyboard.press('k');
    expect(await focused()).toBe(ACCOUNT);
    await page.keyboard.press('/');
    expect(await focused()).toBe('search');
    await page.keyboard.type('j/?');
    expect(await page.locator('#search').inputValue()).toBe('j/?');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').isVisible()).toBe(false);
  });

  test('landmarks, headings and names are there for those who do not see it', async () => {
    const { page } = await open(report());
    for (const landmark of ['body > header', 'main', '[role=search][aria-label]', 'aside[aria-label]', 'footer'])
      expect(await page.locator(landmark).count(), landmark).toBe(1);
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('button, a, summary')].filter(e => (e.getAttribute('aria-label') ?? e.textContent).trim() === '').length`,
      ),
    ).toBe(0);
    expect(await page.evaluate(`[...document.querySelectorAll('input')].filter(e => !e.labels.length).length`)).toBe(0);
    expect(await page.evaluate(`[...document.querySelectorAll('main :is(h1, h2, h3)')].map(e => e.tagName).join(' ')`)).toBe('H1 H2 H3 H3 H3 H2 H3 H2');
  });

  test('a place is copied', async () => {
    const { page } = await open(report());
    const copy = page.locator(`article[data-rule="${PODS}"] .copy`).nth(1);
    expect(await copy.getAttribute('aria-label')).toBe('Copy shop/k8s/deployment.yaml:13');
    await copy.click();
    await page.waitForFunction(`[...document.querySelectorAll('.copy')].some(e => e.textContent === 'Copied')`);
    await page.locator('#search').fill('');
    await page.keyboard.press('Control+V');
    expect(await page.locator('#search').inputValue()).toBe('shop/k8s/deployment.yaml:13');
  });

  test('a link to a finding shows it, suppressed or not', async () => {
    const page = report();
    const id = /id="(f-[\da-f]+(?::\d+)?)"[^>]* data-hidden/.exec(page)?.[1] ?? '';
    expect(id).not.toBe('');
    const { page: opened } = await open(page, { hash: `#${id}` });
    expect(await opened.evaluate('document.activeElement.id')).toBe(id);
    expect(await shown(opened)).toHaveLength(4);
  });
});

describe('colours', () => {
  const background = (page: Page): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor');

  test('follow the system, until the reader chooses', async () => {
    const { page } = await open(report(), { colorScheme: 'dark' });
    expect(await background(page)).toBe('rgb(13, 17, 23)');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await background(page)).toBe('rgb(246, 247, 249)');
    await page.keyboard.press('t');
    await page.keyboard.press('t');
    expect(await page.locator('#theme').innerText()).toBe('Theme: dark');
    expect(await background(page)).toBe('rgb(13, 17, 23)');
  });

  test.each(['light', 'dark'] as const)('have the contrast that WCAG AA asks for: %s', async colorScheme => {
    const { page } = await open(report(), { colorScheme, hash: '#suppressed=on' });
    expect(await page.evaluate(CONTRAST)).toEqual([]);
    await page.keyboard.press('?');
    expect(await page.evaluate(CONTRAST)).toEqual([]);
  });
});

/** Texts with less contrast to what is behind them than 4.5, or 3 for large ones. */
const CONTRAST = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = color => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const luminance = rgb => rgb.slice(0, 3).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = element => { for (let at = element; at; at = at.parentElement) { const color = rgba(getComputedStyle(at).backgroundColor); if (color[3] === 255) return color; } return [255, 255, 255, 255]; };
  const bad = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (texts.currentNode.data.trim() === '' || element.closest('script, style') || !element.checkVisibility() || element.closest('.empty')) continue;
    const style = getComputedStyle(element);
    const [a, b] = [luminance(rgba(style.color)), luminance(behind(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < (parseFloat(style.fontSize) >= 24 ? 3 : 4.5)) bad.push(texts.currentNode.data + ' ' + contrast.toFixed(2) + ' ' + style.color);
  }
  return bad;
})()`;

describe('elsewhere', () => {
  test('without a script all is shown, and nothing that needs it', async () => {
    const { page } = await open(report(), { javaScriptEnabled: false });
    expect(await page.locator('article').count()).toBe(4);
    for (const index of [0, 1, 2, 3]) expect(await page.locator('article').nth(index).isVisible()).toBe(true);
    for (const control of ['.tools', '.side', '.buttons', '#status', 'dialog']) expect(await page.locator(control).isVisible(), control).toBe(false);
  });

  test('on paper all is shown without controls, details put away or not', async () => {
    const { page } = await open(report(), { hash: '#details=off' });
    await page.emulateMedia({ media: 'print' });
    expect(await shown(page)).toHaveLength(3);
    expect(await page.locator('figure').first().isVisible()).toBe(true);
    for (const control of ['.tools', '.side', '.buttons', '.copy', '#clear', '.skip'])
      expect(await page.locator(control).first().isVisible(), control).toBe(false);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  test('on a phone nothing is wider than the screen, and the filters are folded', async () => {
    const { page } = await open(report(), { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.locator('#facets').isVisible()).toBe(false);
    await page.locator('#filters summary').click();
    expect(await page.locator('#facets').isVisible()).toBe(true);
  });

  test('a clean run has a page too', async () => {
    const { page, misdeeds } = await open(
      await renderReport(
        'html',
        reportOf({}, () => []),
        OPTIONS,
      ),
    );
    expect(await page.locator('h1').innerText()).toBe('No findings');
    await page.keyboard.press('j');
    await page.keyboard.press('t');
    expect(await misdeeds()).toEqual([]);
  });
});
