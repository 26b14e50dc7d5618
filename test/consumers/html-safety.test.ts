import { expect, test } from 'vitest';
import { withFindings } from '../../src/core/engine/count-findings.ts';
import type { Report } from '../../src/core/engine/report.ts';
import { renderReport } from '../../src/core/report/formats.ts';
import { setScalar } from '../../src/core/rule/edits.ts';
import { useCli } from '../harness/run-cli.ts';
import { OPTIONS, placeOf, reportOf } from '../report/report-of.ts';
import { useBrowser } from './browser.ts';
import { ARGUMENTS, files } from './html-input.ts';

const runCli = useCli();
const open = useBrowser();

const HOSTILE = `</script><script>alert(1)</script><img src=http://x.test/ onerror=alert(2)>"' onmouseover=alert(3) x="</style><svg onload=alert(4)>&#60;b&#62;`;

const hostileReport = (): Report => {
  const odd = `${HOSTILE}\u202e\u0000\ud800\u2028`;
  const yaml = HOSTILE.replaceAll("'", "''");
  const text = `apiVersion: v1\nkind: Service\nmetadata: { name: '${yaml}', namespace: '${yaml}' }\nspec:\n  selector: { app: '${yaml}' } # ${HOSTILE}\n`;
  const report = reportOf({ [`k8s/${odd}/a.yaml`]: text, [`${odd}.yaml`]: text }, cluster =>
    cluster.resources.flatMap((_, nth) => {
      const at = placeOf(cluster, 'Service', ['spec', 'selector', 'app'], nth);
      const fixes = [{ title: odd, safety: 'safe', edits: [setScalar(at, odd)] }] as const;
      return [
        { message: `Service "${odd}"`, at, help: odd, answer: odd, related: [{ at, note: odd }], fixes },
        { undecided: 'open', at },
      ] as const;
    }),
  );
  const hidden = report.findings.map(finding => ({
    ...finding,
    fingerprint: `${finding.fingerprint}:9`,
    suppressed: { by: 'comment', reason: odd, location: finding.location } as const,
  }));
  return {
    ...withFindings(report, [...report.findings, ...hidden]),
    incomplete: [{ path: odd, reason: odd }],
    notices: [{ path: odd, text: odd }],
  };
};

test('hostile names and YAML are text: nothing runs, nothing is loaded, nothing is blocked', async () => {
  const findings = hostileReport();
  const { page, misdeeds } = await open(await renderReport('html', findings, OPTIONS), { hash: `#q=${encodeURIComponent(HOSTILE)}&suppressed=on` });
  expect(await page.locator('#search').inputValue()).toBe(HOSTILE);
  for (const key of ['g', 'g', 'g', 'd', 'd', 's', 's', 'j', 'c', 't']) await page.keyboard.press(key);
  await page.keyboard.press('Escape');
  for (const selector of ['h3 q', '.object', 'mark', 'ins', '.unread li', '.n', '#facets .name', '.group h2', '.places .at', '.more dd']) {
    expect(await page.locator(selector).allInnerTexts(), selector).toContainEqual(expect.stringContaining('<img src=http://x.test/ onerror=alert(2)>'));
  }
  expect(await page.locator('h3').first().innerText()).toContain('\\u202e\\x00\\ud800\\u2028');
  expect(await page.locator('script').count()).toBe(1);
  expect(await page.locator('img, article svg').count()).toBe(0);
  await page.locator('article').first().click();
  expect(await misdeeds()).toEqual([]);
});

test('its policy stops what a fault in it would let through', async () => {
  const { page, misdeeds } = await open(
    runCli(files, ARGUMENTS).stdout.replace(
      '</main>',
      '<img src="http://x.test/"><script>document.title = "run"</script><p onclick="alert(1)" id="bait" style="color:red">bait</p></main>',
    ),
  );
  await page.locator('#bait').click();
  expect(await page.evaluate('document.title')).toMatch(/^svclint/);
  const violations = (await misdeeds()).filter(text => /^(?:img-src|script-src|style-src)/.test(text));
  expect(violations.map(text => text.split(' ')[0])).toEqual(expect.arrayContaining(['img-src', 'script-src-elem', 'script-src-attr', 'style-src-attr']));
});

test('5,000 findings are searched and grouped', async () => {
  const base = reportOf({ 'shop/k8s/service.yaml': files['shop/k8s/service.yaml'] }, cluster => [
    { message: 'Service "web" selects nothing', at: placeOf(cluster, 'Service', ['spec', 'selector', 'app']), help: 'Change it' },
  ]);
  const many = Array.from({ length: 5000 }, (_, index) =>
    base.findings.map(finding => ({ ...finding, fingerprint: `${finding.fingerprint}:${String(index)}`, message: `${finding.message} ${String(index)}` })),
  ).flat();
  const { page } = await open(await renderReport('html', withFindings(base, many), OPTIONS));
  expect(await page.locator('#status').innerText()).toBe('5000 findings');
  await page.locator('#search').fill('4999');
  expect(await page.locator('#status').innerText()).toBe('1 of 5000 findings');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  expect(await page.locator('.group').count()).toBe(1);
});
