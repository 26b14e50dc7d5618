import { describe, expect, test } from 'vitest';
import type { RuleMeta } from '../../src/core/rule/define-rule.ts';
import { readRulePage } from '../../src/node/rule-page.ts';
import { ruleFolders } from '../harness/rules.ts';
import { toyRule } from '../harness/toy-rule.ts';
import { renderRun, twoEnds } from './sarif-run.ts';

const ruleOf = async (rule: RuleMeta, page?: string): Promise<unknown> =>
  (await renderRun({ ...twoEnds(), findings: [] }, { rules: [rule], rulePage: () => page })).tool.driver.rules[0];

describe('a rule', () => {
  const known = ruleFolders.find(({ id }) => id === 'service-selects-no-pods');
  if (!known) throw new Error('no rule');

  test('has descriptions and help from its page, without the tests of the page', async () => {
    expect(await ruleOf(known.rule, readRulePage(known.id))).toMatchObject({
      id: 'service-selects-no-pods',
      name: 'ServiceSelectsNoPods',
      shortDescription: { text: `${known.rule.title}.` },
      fullDescription: {
        text: expect.stringMatching(/^A Service whose selector no pod of the files carries, .* with --complete every empty match is an error\.$/) as string,
      },
      help: {
        text: expect.stringMatching(/\nMake the selector equal to labels of the pod template, key by key\..*\nSee https:\S+$/s) as string,
        markdown: expect.stringMatching(
          /^## What it finds\n\nA Service .*## Examples\n\nFound:\n\n```yaml\napiVersion.*svclint says:.*## When it stays silent\n\n- .*\]\(https:\S+\)$/s,
        ) as string,
      },
      helpUri: expect.stringMatching(/^https:/) as string,
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['kubernetes', 'wiring', 'recommended'], precision: 'high', 'problem.severity': 'error' },
    });
  });

  test('without a page has its title', async () => {
    expect(await ruleOf(toyRule)).toMatchObject({
      fullDescription: { text: 'Port 7 brings bad luck.' },
      help: { text: expect.stringMatching(/^Port 7 brings bad luck\.\nSee https:/) as string },
    });
  });

  test('has bounded texts, whatever its page', async () => {
    const page = `# x\n\n## What it finds\n\n${'word '.repeat(100_000)}\n`;
    expect(JSON.stringify(await ruleOf(toyRule, page)).length).toBeLessThan(45_000);
    expect(await ruleOf(toyRule, page)).toMatchObject({ fullDescription: { text: expect.stringMatching(/^.{1023}…$/) as string } });
  });

  test.each([
    ['security', 'error', '8.0', ['kubernetes', 'security', 'strict']],
    ['rbac', 'warning', '5.5', ['kubernetes', 'rbac', 'security', 'strict']],
    ['rbac', 'info', '2.0', ['kubernetes', 'rbac', 'security', 'strict']],
  ] as const)('of the category %s is a security rule', async (category, severity, score, tags) => {
    const rule = { ...toyRule, category, severity, presets: ['security', 'strict'] } as const;
    expect(await ruleOf(rule)).toMatchObject({ properties: { tags, 'security-severity': score } });
  });

  test('of another category is none, also in the preset security', async () => {
    const rule = await ruleOf({ ...toyRule, presets: ['security', 'strict'] });
    expect(rule).toMatchObject({ properties: { tags: ['kubernetes', 'wiring', 'strict'] } });
    expect(JSON.stringify(rule)).not.toContain('security');
  });

  test.each([
    ['refusal', 'warning', 'very-high'],
    ['document', 'error', 'very-high'],
    ['service', 'error', 'high'],
    ['service', 'warning', 'high'],
    ['container', 'info', 'medium'],
  ] as const)('on a %s with severity %s has a precision', async (subject, severity, precision) => {
    expect(await ruleOf({ ...toyRule, subject, severity })).toMatchObject({ properties: { precision } });
  });

  test('has at most ten tags', async () => {
    const presets = ['recommended', 'strict', 'reliability', 'mesh', 'style', 'pss-baseline', 'pss-restricted', 'recommended', 'mesh'] as const;
    const rule = (await ruleOf({ ...toyRule, category: 'rbac', presets })) as { properties: { tags: string[] } };
    expect(rule.properties.tags).toEqual([...new Set(['kubernetes', 'rbac', 'security', ...presets])]);
    expect(rule.properties.tags).toHaveLength(10);
  });

  test('that ran is declared once, and each result names its own', async () => {
    const report = twoEnds();
    const [finding] = report.findings;
    if (!finding) throw new Error('no finding');
    expect(await renderRun(report, { rules: [toyRule, finding.rule] })).toMatchObject({
      tool: { driver: { rules: [{ id: toyRule.id }, { id: 'test-speaks' }] } },
      results: [{ ruleId: 'test-speaks', ruleIndex: 1 }],
    });
    expect((await renderRun(report, { rules: [] })).tool.driver.rules).toMatchObject([{ id: 'test-speaks' }]);
  });
});
