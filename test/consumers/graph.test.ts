import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { hostileFiles, shopFiles } from '../cli/graph-input.ts';
import { useCli } from '../harness/run-cli.ts';
import { useBrowser, type Page } from './browser.ts';
import { toolPackage, toolPath } from './tools.ts';

const run = useCli();
const open = useBrowser();

const draw = (files: Readonly<Record<string, string>>, format: string): string => run(files, ['graph', '--format', format, '.']).stdout;

/** Two hundred Services with pods, and a ConfigMap for each, in four namespaces; one selector has a slip. */
const manyFiles = Object.fromEntries(
  Array.from({ length: 100 }, (_, index) => {
    const [name, namespace] = [`app-${String(index)}`, `team-${String(index % 4)}`];
    const text = shopFiles['web.yaml']
      .replaceAll('web', name)
      .replaceAll('shop', namespace)
      .replace('wbe', index === 42 ? 'app-x' : name)
      .replace('spec: { containers', `spec: { volumes: [{ name: c, configMap: { name: ${name} } }], containers`);
    return [`${name}.yaml`, `${text}---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: ${namespace} }\n`];
  }),
);

const count = (page: Page, selector: string): Promise<number> => page.locator(selector).count();
const scaleOf = async (page: Page): Promise<number> => Number(/scale\(([\d.]+)\)/.exec((await page.locator('#world').getAttribute('transform')) ?? '')?.[1]);

describe('the page in a browser', () => {
  test('tells what is broken, and of a box where it is and what is wrong', async () => {
    const { page, misdeeds } = await open(draw(shopFiles, 'html'));
    expect(await page.locator('h1').innerText()).toBe('2 objects, 1 connection, 1 broken');
    expect(await page.locator('.label.error').textContent()).toBe('service-selects-no-pods');
    await page.locator('.node.service').click();
    expect(await page.locator('#panel h2').innerText()).toBe('web');
    expect(await page.locator('#panel .at').allInnerTexts()).toEqual(['web.yaml:3', 'web.yaml:5']);
    expect(await page.locator('#panel .finding').innerText()).toContain('selects app "wbe"');
    await page.locator('#panel ul button').first().click();
    expect(await page.locator('#panel .what').innerText()).toBe('Deployment · shop');
    await page.keyboard.press('Escape');
    expect(await page.locator('#panel').isVisible()).toBe(false);
    await page.keyboard.press('b');
    expect(await page.locator('#panel h2').innerText()).toBe('web → web');
    expect(await misdeeds()).toEqual([]);
  });

  test('zooms, and shows all of it again', async () => {
    const { page } = await open(draw(manyFiles, 'html'));
    const whole = await scaleOf(page);
    await page.keyboard.press('+');
    expect(await scaleOf(page)).toBeGreaterThan(whole);
    await page.locator('#zoom-out').click();
    await page.locator('#zoom-out').click();
    expect(await scaleOf(page)).toBeLessThan(whole);
    await page.keyboard.press('0');
    expect(await scaleOf(page)).toBe(whole);
  });

  test('of 300 objects those on the way are drawn, the others on demand', async () => {
    const { page, misdeeds } = await open(draw(manyFiles, 'html'));
    expect(await count(page, '.node')).toBe(200);
    expect(await count(page, '.group')).toBe(4);
    await page.locator('#details').click();
    expect(await count(page, '.node')).toBe(300);
    await page.keyboard.press('n');
    expect(await page.locator('.node .name').allInnerTexts()).toHaveLength(4);
    await page.locator('.node').first().click();
    expect(await count(page, '.node')).toBe(78);
    expect(await misdeeds()).toEqual([]);
  });

  test('search finds names, places and images, and goes from hit to hit', async () => {
    const { page } = await open(draw(manyFiles, 'html'));
    await page.keyboard.press('/');
    await page.keyboard.type('app-42 service');
    expect(await page.locator('#status').innerText()).toBe('1 found');
    expect(await count(page, '.node.found')).toBe(1);
    await page.keyboard.press('Enter');
    expect(await page.locator('#panel h2').innerText()).toBe('app-42');
    await page.locator('#search').fill('nothing-of-it');
    expect(await page.locator('#status').innerText()).toBe('Nothing found');
    await page.locator('#search').fill('app-17.yaml configmap');
    await page.keyboard.press('Enter');
    expect(await page.locator('#panel .what').innerText()).toBe('ConfigMap · team-1');
  });

  test('keys reach all boxes, and an address opens one', async () => {
    const page = (await open(draw(shopFiles, 'html'))).page;
    for (let press = 0; press < 20 && (await page.evaluate('document.activeElement.dataset.id')) !== 'Service/shop/web'; press++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('#panel .what').innerText()).toBe('Service · shop');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('#panel .what').innerText()).toBe('Deployment · shop');
    expect(await page.evaluate('location.hash')).toBe('#Deployment%2Fshop%2Fweb');
    const again = await open(draw(shopFiles, 'html'), { hash: '#Deployment%2Fshop%2Fweb' });
    expect(await again.page.locator('#panel .what').innerText()).toBe('Deployment · shop');
  });

  test('hostile names are text: nothing runs, nothing is loaded, nothing is blocked', async () => {
    const { page, misdeeds } = await open(draw(hostileFiles, 'html'), { hash: '#%E0%A4%A' });
    for (const key of ['d', 'd', 'n', 'n', 'b', 't', '0']) await page.keyboard.press(key);
    await page.locator('.node.service').first().click();
    expect(await page.locator('#panel h2').innerText()).toContain('<img src=http://x.test/ onerror=alert(2)>');
    expect(await count(page, 'img, #stage script, #panel script')).toBe(0);
    expect(await page.locator('.node.workload .name').first().textContent()).toMatch(/^\\x1b\[31mred.*\\u2028- item$/);
    expect(await misdeeds()).toEqual([]);
  });

  test('without its script and on paper all of it is there', async () => {
    const { page } = await open(draw(shopFiles, 'html'), { javaScriptEnabled: false });
    expect(await count(page, '.node')).toBe(2);
    expect(await page.locator('#search').isVisible()).toBe(false);
    const { page: printed, misdeeds } = await open(draw(shopFiles, 'html'));
    await printed.emulateMedia({ media: 'print' });
    expect(await printed.locator('.buttons').isVisible()).toBe(false);
    expect(await printed.locator('.node').first().isVisible()).toBe(true);
    expect((await printed.pdf()).length).toBeGreaterThan(5000);
    expect(await misdeeds()).toEqual([]);
  });
});

describe('programs that draw', () => {
  test.each([
    ['the shop', shopFiles, 2, 1],
    ['many', manyFiles, 200, 100],
    ['hostile names', hostileFiles, undefined, undefined],
  ] as const)('Graphviz reads %s', (_, files, nodes, edges) => {
    const text = draw(files, 'dot');
    const json = JSON.parse(execFileSync(toolPath('dot'), ['-Tjson0'], { input: text, encoding: 'utf8', maxBuffer: 2 ** 26 })) as {
      objects: { label: string }[];
      edges: unknown[];
    };
    const labels = json.objects.map(object => object.label);
    if (nodes !== undefined) expect(json.objects.length).toBe(nodes + (files === manyFiles ? 4 : 1));
    if (edges !== undefined) expect(json.edges).toHaveLength(edges);
    if (files === hostileFiles) expect(labels.some(label => label.includes('<img src=http://x.test/') || label.includes('&lt;img'))).toBe(true);
  });

  test.each([shopFiles, manyFiles, hostileFiles])('the picture is XML', files => {
    expect(execFileSync(toolPath('xmllint'), ['--noout', '-'], { input: draw(files, 'svg'), encoding: 'utf8' })).toBe('');
  });

  test.each([
    ['the shop', shopFiles, 2],
    ['many', manyFiles, 200],
    ['hostile names', hostileFiles, 7],
  ] as const)('Mermaid draws %s', async (_, files, nodes) => {
    const script = readFileSync(path.join(toolPackage('mermaid'), 'dist/mermaid.min.js'), 'utf8').replaceAll('</script', '<\\/script');
    const { page, misdeeds } = await open(`<!doctype html><meta charset="utf-8"><body></body><script>${script}</script>`);
    const text = JSON.stringify(draw(files, 'mermaid'));
    await page.evaluate(`mermaid.initialize({ startOnLoad: false }), mermaid.render('drawing', ${text}).then(({ svg }) => { document.body.innerHTML = svg; })`);
    expect(await count(page, '.node')).toBe(nodes);
    if (files === hostileFiles) expect((await page.locator('.nodeLabel').allInnerTexts()).join('\n')).toContain('<img src=http://x.test/ onerror=alert(2)>');
    expect(await misdeeds()).toEqual([]);
  });
});
