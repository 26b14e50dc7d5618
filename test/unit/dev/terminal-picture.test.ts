import { describe, expect, test } from 'vitest';
import { drawTerminal, readLine } from '../../../src/dev/terminal-picture.ts';

const ESC = '\u001b[';

describe('a line of a terminal', () => {
  test('is runs of one look each', () => {
    expect(readLine(`a ${ESC}1;31merror:${ESC}0m b ${ESC}2mc${ESC}m`)).toEqual([
      { text: 'a ', classes: [] },
      { text: 'error:', classes: ['bold', 'red'] },
      { text: ' b ', classes: [] },
      { text: 'c', classes: ['dim'] },
    ]);
    expect(readLine('')).toEqual([]);
  });

  test.each([`${ESC}5mblink`, `${ESC}2Jclear`, '\u001b]8;;http://x\u0007link'])('with another escape is refused', line => {
    expect(() => readLine(line)).toThrow(/escape that is no colour|does not know/);
  });
});

describe('a picture', () => {
  test('puts every run at its column, with a length that no font changes', () => {
    const picture = drawTerminal('svclint', `ab  ${ESC}36m  cd${ESC}0m\n`);
    expect(picture).toContain('<text x="22" y="86" textLength="16.8">ab</text>');
    expect(picture).toContain('<text x="72.4" y="86" textLength="16.8" class="cyan">cd</text>');
  });

  test('is the same for the same text, and as large as its text', () => {
    const sizeOf = (output: string): (number | undefined)[] =>
      (/ width="(\d+)" height="(\d+)"/.exec(drawTerminal('svclint', output)) ?? []).slice(1).map(Number);
    expect(drawTerminal('svclint', 'a\nb\n')).toBe(drawTerminal('svclint', 'a\nb\n'));
    const [width = 0, height = 0] = sizeOf('a'.repeat(50));
    expect(sizeOf(`${'a'.repeat(60)}\nb`)).toEqual([width + 84, height + 19]);
  });

  test('holds text and no markup of it', () => {
    const picture = drawTerminal('svclint "<b>"', `</text><script>alert(1)</script>&amp; \ud800\u0000 ${ESC}1m]]>"${ESC}0m`);
    expect(picture).not.toContain('<script>');
    expect(picture).not.toContain('<b>');
    expect(picture).toContain('&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp; \ufffd\ufffd</text>');
    expect(picture).toContain(']]&gt;&quot;</text>');
  });

  test('has colours for light and for dark pages', () => {
    const [, light = '', dark = ''] = /<style>(.*)@media\(prefers-color-scheme:dark\)\{(.*)\}<\/style>/.exec(drawTerminal('svclint', 'a')) ?? [];
    const names = (rules: string): string[] => [...rules.matchAll(/\.(\w+)\{(?:fill|stroke):#/g)].map(([, name = '']) => name);
    expect(names(light)).toEqual(names(dark));
    expect(names(dark)).toContain('red');
  });
});
