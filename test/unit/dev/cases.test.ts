import { describe, expect, test } from 'vitest';
import { PageError, readCases } from '../../../src/dev/cases.ts';
import { readBlocks, readBullets, replaceBetween } from '../../../src/dev/markdown.ts';

const fence = (info: string, text: string): string => `\`\`\`${info}\n${text}\n\`\`\`\n`;

describe('readBlocks', () => {
  test('knows its section, its caption and what is between', () => {
    const text = `# T\n## Silence\n- One thing.\n${fence('yaml good', '- a')}\n${fence('yaml good', 'b')}text\n${fence('yaml', '## c')}`;
    expect(readBlocks(text).map(({ section, caption, follows, line, text: body }) => [section, caption, follows, line, body])).toEqual([
      ['Silence', 'One thing', false, 4, '- a\n'],
      ['Silence', 'One thing', true, 8, 'b\n'],
      ['Silence', 'One thing', false, 12, '## c\n'],
    ]);
  });

  test('a longer fence holds a shorter one', () => {
    expect(readBlocks('````text\n```yaml\n````\n').map(block => block.text)).toEqual(['```yaml\n']);
  });
});

test('bullets are those of the section, outside blocks', () => {
  expect(readBullets(`## A\n- x\n## B\n- y.\n${fence('yaml', '- z')}* w\n## C\n- v\n`, 'B')).toEqual(['y', 'w']);
});

test('generated text stays between its marks', () => {
  expect(replaceBetween('a\n<!-- x -->\nold\n<!-- /x -->\nb\n', 'x', 'new\n')).toBe('a\n<!-- x -->\nnew\n<!-- /x -->\nb\n');
  expect(replaceBetween('a', 'x', 'new')).toBeUndefined();
});

describe('readCases', () => {
  test('named blocks in a row form a project', () => {
    const [project, ...rest] = readCases('docs.md', fence('yaml bad a.yaml', 'a: 1') + fence('yaml bad b.yaml complete', 'b: 1') + fence('text output', 'o'));
    expect(project?.files.map(file => file.path)).toEqual(['a.yaml', 'b.yaml']);
    expect(project?.flags).toEqual(['complete']);
    expect(project?.output?.text).toBe('o\n');
    expect(rest).toEqual([]);
  });

  test('prose, another verdict or the same name start a new case', () => {
    const text = [fence('yaml bad a.yaml', '1'), fence('yaml good b.yaml', '2'), fence('yaml good b.yaml', '3'), 'and\n', fence('yaml good c.yaml', '4')].join(
      '',
    );
    expect(readCases('docs.md', text).map(example => example.files.map(file => file.text))).toEqual([['1\n'], ['2\n'], ['3\n'], ['4\n']]);
  });

  test('a config block holds for the next case only', () => {
    const text = fence('yaml config', 'complete: true') + fence('yaml good', 'a') + fence('yaml good', 'b');
    expect(readCases('docs.md', text).map(example => example.config)).toEqual(['complete: true\n', undefined]);
  });

  test('a fixed block without a name stands for the only file', () => {
    const [example] = readCases('docs.md', fence('yaml bad shop.yaml', 'a') + fence('text output', 'o') + fence('yaml fixed', 'b'));
    expect(example?.fixed.map(({ path, text }) => [path, text])).toEqual([['shop.yaml', 'b\n']]);
  });

  test('other blocks are prose', () => {
    expect(readCases('docs.md', fence('yaml', 'a') + fence('sh', 'b') + fence('text', 'c'))).toEqual([]);
  });

  test('an unknown flag and an output without a case are mistakes of the page', () => {
    expect(() => readCases('docs.md', fence('yaml bad open', 'a'))).toThrow(PageError);
    expect(() => readCases('docs.md', fence('text output', 'a'))).toThrow('docs.md:1');
  });
});

test('what helm says of a chart belongs to the case before it', () => {
  const text = fence('yaml bad charts/web/Chart.yaml', 'name: web') + fence('text helm charts/web charts/web/prod.yaml', 'Error: x');
  expect(readCases('docs.md', text).map(({ helm }) => helm)).toEqual([[{ chart: 'charts/web', values: 'charts/web/prod.yaml', text: 'Error: x\n' }]]);
  expect(() => readCases('docs.md', text + fence('text helm', 'Error: x'))).toThrow(PageError);
});
