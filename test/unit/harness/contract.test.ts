import { describe, expect, test } from 'vitest';
import { withBlocks } from '../../../src/dev/page-blocks.ts';
import { casesOf, faultsOfCase, faultsOfCoverage, faultsOfPage } from '../../harness/contract.ts';
import { toyFolder, toyPage, toyRule } from '../../harness/toy-rule.ts';

function faultsOf(docs: string): string[] {
  const folder = toyFolder(docs);
  return [
    ...faultsOfPage(folder),
    ...casesOf(folder).flatMap(example => faultsOfCase(folder, example, [folder.rule])),
    ...faultsOfCoverage(folder, [folder.rule]),
  ];
}

test('a page that keeps the contract has no faults', () => {
  expect(faultsOf(toyPage)).toEqual([]);
});

describe('the contract notices', () => {
  test.each([
    ['another title', ['# Port 7', '# Port 8'], 'the title is not'],
    ['a section that is gone', ['## Why it matters', '## Why'], 'no section "Why it matters"'],
    ['another output', ['so it breaks [', 'so it fails ['], 'the output is:'],
    ['an output that is gone', ['```text output\nexample.yaml:8:7: w', '```text\nexample.yaml:8:7: w'], 'no output block'],
    ['a bad case that is good', ['    - port: 7\n', '    - port: 6\n'], 'the rule does not speak'],
    ['a good case that is bad', ['    - port: {{ port }}\n', '    - port: 7\n'], 'the rule speaks:'],
    ['another fixed text', ['yaml fixed\napiVersion: v1', 'yaml fixed\napiVersion: v2'], 'the fixes make of example.yaml:'],
    ['a fix that no case shows', ['yaml fixed', 'yaml'], 'no fixed case shows it'],
    [
      'a silence that no case shows',
      ['- The port is a template\n', '- The port is a template\n- The port is absent\n'],
      'no good case shows the silence "The port is a template"',
    ],
    ['a question that nobody asks', ['- port: 9001', '- port: 900'], 'no case asks the question "large"'],
    ['another question', ['1 port is large', '2 ports are large'], 'the output is:'],
  ])('%s', (_, [from = '', to = ''], fault) => {
    expect(faultsOf(toyPage.replace(from, to)).join('\n')).toContain(fault);
    expect(toyPage).toContain(from);
  });

  test('a fix of a rule that says that it has none', () => {
    const folder = { ...toyFolder(), rule: { ...toyRule, fix: 'no' as const } };
    expect(
      casesOf(folder)
        .flatMap(example => faultsOfCase(folder, example, [folder.rule]))
        .join('\n'),
    ).toContain('has a fix, and the rule says that it has none');
  });

  test('a page that is missing', () => {
    expect(faultsOfPage({ ...toyFolder(), docs: undefined })).toEqual(['rules/port-seven/docs.md is missing']);
  });
});

describe('the generator', () => {
  const stale = toyPage
    .replace('so it breaks [', 'so it fails [')
    .replace('1 port is large', 'none')
    .replace(/(yaml fixed\n)[^`]*/, '$1');

  test('writes outputs and fixed texts', () => {
    expect(withBlocks(toyRule, { path: 'docs.md', text: stale }, [toyRule])).toBe(toyPage);
    expect(withBlocks(toyRule, { path: 'docs.md', text: toyPage }, [toyRule])).toBe(toyPage);
  });

  test('adds the output that a bad case lacks', () => {
    const bare = toyPage.replace(/```text output\nexample.yaml:8:7: w[^`]*```\n\n/, '');
    expect(withBlocks(toyRule, { path: 'docs.md', text: bare }, [toyRule])).toBe(toyPage);
  });
});
