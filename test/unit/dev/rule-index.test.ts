import { expect, test } from 'vitest';
import { renderRuleIndex } from '../../../src/dev/rule-index.ts';
import { renderRuleTables } from '../../../src/dev/rule-pages.ts';
import { toyRule } from '../../harness/toy-rule.ts';

const style = { ...toyRule, id: 'it-is', category: 'style' as const, title: 'It\'s a "title" | \\' };
const options = { 'max-age': { default: ['a'], about: 'How old' } };

test('the index is light, and each category is a module', () => {
  const [index, wiring, other] = renderRuleIndex([style, { ...toyRule, options }]);
  expect([index?.path, wiring?.path, other?.path]).toEqual(['rules/index.ts', 'rules/wiring.generated.ts', 'rules/style.generated.ts']);
  expect(index?.text).toContain(
    `  { id: 'port-seven', title: 'Port 7 brings bad luck', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service-port', fix: 'unsafe', since: '0.1.0', options: { 'max-age': { default: ['a'], about: 'How old' } } },\n  { id: 'it-is', title: 'It\\'s a "title" | \\\\', category: 'style'`,
  );
  expect(index?.text).toContain("  style: async () => (await import('./style.generated.ts')).rules,\n");
  expect(wiring?.text).toContain("import portSeven from './port-seven/rule.ts';\n\nexport const rules: readonly AnyRule[] = [\n  portSeven,\n];\n");
});

test('the tables keep their columns', () => {
  expect(renderRuleTables([style])).toContain('<summary>style (1)</summary>');
  expect(renderRuleTables([style])).toContain('| [it-is](rules/it-is/docs.md) | warning | recommended | unsafe | It\'s a "title" \\| \\ |\n');
});
