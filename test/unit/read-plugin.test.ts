import { describe, expect, test } from 'vitest';
import { findDuplicateNames, PLUGIN_SUBJECTS, readPlugin } from '../../src/core/rule/read-plugin.ts';

const rule = {
  id: 'no-latest',
  title: 'The tag latest changes under your feet',
  category: 'images',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'container',
  fix: 'no',
  since: '1.0.0',
  judges: 'object',
  variants: { latest: 'warning' },
  check: () => [],
};

function faultsOf(exported: unknown): readonly string[] {
  const read = readPlugin(exported);
  return 'faults' in read ? read.faults : [];
}

const ofRule = (traits: object): readonly string[] => faultsOf({ name: 'team', rules: [{ ...rule, ...traits }] });

describe('a sound plugin', () => {
  test('gives its rules their full ids, and leaves its own objects as they are', () => {
    const read = readPlugin({ name: 'team', rules: [rule, { ...rule, id: 'other' }] });
    expect('plugin' in read && read.plugin.rules.map(({ id }) => id)).toEqual(['team/no-latest', 'team/other']);
    expect(rule.id).toBe('no-latest');
  });

  test.each([
    { options: { tag: { default: 'latest', about: 'The tag' }, all: { default: ['a'], about: 'All', values: ['a'] } } },
    { questions: { why: { one: 'a', many: 'b', decide: 'c' } } },
    { subject: 'reference', references: ['ingress-backend', 'configured-config-map'] },
    { docs: '# Page', url: 'https://example.com/x#y', facts: ['S-001'], dependsOn: ['style'] },
  ])('may say more: %j', traits => {
    expect(ofRule(traits)).toEqual([]);
  });

  test('rules are about what is in the manifests', () => {
    expect(PLUGIN_SUBJECTS).toContain('service');
    expect(PLUGIN_SUBJECTS).not.toContain('refusal');
  });
});

describe('what is wrong with an export is said', () => {
  test.each<[unknown, string]>([
    [undefined, 'it exports no plugin: export default { name, rules: [ … ] }'],
    [[rule], 'it exports no plugin: export default { name, rules: [ … ] }'],
    [{ rules: [rule] }, 'the plugin has no name'],
    [{ name: 7, rules: [rule] }, 'name of the plugin is no text'],
    [{ name: 'My Team', rules: [rule] }, 'the name "My Team" is not in kebab case, as team-rules'],
    [{ name: '__proto__', rules: [rule] }, 'the name "__proto__" is not in kebab case, as team-rules'],
    [{ name: 'svclint', rules: [rule] }, 'the name "svclint" is taken'],
    [{ name: 'team' }, 'the plugin has no rules'],
    [{ name: 'team', rules: [] }, 'the plugin has no rules'],
    [{ name: 'team', rules: {} }, 'rules of the plugin is no list'],
    [{ name: 'team', rules: [7] }, 'rule 1 is no object'],
    [{ name: 'team', rules: [rule, rule] }, 'two rules have the id "no-latest"'],
    [{ name: 'team', rules: [rule], presets: [] }, 'key of the plugin: "presets" is unknown: use name or rules'],
  ])('%j', (exported, fault) => {
    expect(faultsOf(exported)).toEqual([fault]);
  });

  test.each<[object, string]>([
    [{ id: undefined }, 'rule 1 has no id'],
    [{ id: 'team/no-latest' }, 'id "team/no-latest" is not in kebab case, as no-latest-image (the plugin\'s name is put before it)'],
    [{ title: '' }, 'title of rule "no-latest" is no text'],
    [{ severity: 'eror' }, 'severity of rule "no-latest" "eror" is unknown: did you mean "error"?'],
    [{ subject: 'servce' }, 'subject of rule "no-latest" "servce" is unknown: did you mean "service"?'],
    [{ presets: 'strict' }, 'presets of rule "no-latest" is no list'],
    [{ presets: ['strikt'] }, 'presets of rule "no-latest": "strikt" is unknown: did you mean "strict"?'],
    [{ variants: undefined }, 'rule "no-latest" has no variants'],
    [{ variants: {} }, 'variants of rule "no-latest" is empty'],
    [{ variants: { latest: 'bad' } }, 'severity of variant "latest" of rule "no-latest": "bad" is unknown: use error, warning or info'],
    [{ subject: 'reference' }, 'rule "no-latest" has no references'],
    [{ subject: 'reference', references: ['volume-secrt'] }, 'references of rule "no-latest": "volume-secrt" is unknown: did you mean "volume-secret"?'],
    [{ references: ['volume-secret'] }, 'references of rule "no-latest" is for rules whose subject is reference'],
    [{ check: 'x' }, 'rule "no-latest" has no function check'],
    [{ option: {} }, 'key of rule "no-latest": "option" is unknown: did you mean "options"?'],
    [{ options: { tag: { default: {}, about: 'x' } } }, 'default of option "tag" of rule "no-latest" is no text, number, boolean or list of texts'],
    [{ options: { tag: { default: 'x', about: 'x', values: 'x' } } }, 'values of option "tag" of rule "no-latest" is no list of texts'],
    [{ options: { tag: { default: 'x' } } }, 'option "tag" of rule "no-latest" has no about'],
    [{ questions: { why: { one: 'x', many: 'y' } } }, 'question "why" of rule "no-latest" has no decide'],
    [{ url: 'javascript:alert(1)' }, 'url of rule "no-latest" is no address that starts with https://'],
  ])('%j', (traits, fault) => {
    expect(ofRule(traits)).toEqual([fault]);
  });

  test('a subject that svclint owns', () => {
    expect(ofRule({ subject: 'refusal' })).toEqual([
      `subject of rule "no-latest" "refusal" is unknown: use ${PLUGIN_SUBJECTS.slice(0, -1).join(', ')} or suppression`,
    ]);
  });

  test('names that two plugins have', () => {
    const plugin = { name: 'team', rules: [] };
    expect(findDuplicateNames([plugin, { name: 'other', rules: [] }, plugin])).toEqual(['team']);
  });
});
