import type { Paint } from './terminal.ts';

interface Page {
  readonly paint: Paint;
  readonly width: number;
}

/** Breaks a text into lines; words that are longer than a line stay whole. */
function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(part => part !== '')) {
    if (line !== '' && line.length + 1 + word.length > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map(part => `${indent}${part}\n`).join('');
}

/** Code, emphasis and links of one line; the marks are taken away after the text was wrapped. */
function renderInline(text: string, paint: Paint): string {
  return text
    .replaceAll(/\[([^\]]+)\]\(([^)]+)\)/g, (_, label: string, url: string) => (label === url ? url : `${label} (${url})`))
    .replaceAll(/`([^`]+)`/g, (_, code: string) => paint('cyan', code))
    .replaceAll(/\*\*([^*]+)\*\*/g, (_, strong: string) => paint('bold', strong));
}

const FENCE_TITLES: Readonly<Record<string, string>> = {
  bad: 'Found:',
  good: 'Fine:',
  fixed: 'Fixed:',
  output: 'svclint says:',
  config: 'With the configuration:',
};

function renderFence(info: string, code: readonly string[], { paint }: Page): string {
  const role = info.split(/\s+/)[1] ?? '';
  const title = FENCE_TITLES[role];
  const head = title === undefined ? '' : `  ${paint(role === 'bad' ? 'red' : 'green', title)}\n`;
  return `${head}${code.map(line => (line === '' ? '\n' : `    ${paint('dim', line)}\n`)).join('')}`;
}

type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'item' | 'paragraph'; readonly text: string }
  | { readonly kind: 'fence'; readonly info: string; readonly code: readonly string[] };

/** The blocks of a page; comments and tables are left out, since the terminal gets the facts in another form. */
export function readBlocks(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = markdown.replaceAll(/<!--[^]*?-->/g, '').split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, marks = '', title = ''] = /^(#+) (.*)/.exec(line) ?? [];
    const item = /^[-*] (.*)/.exec(line)?.[1];
    if (line.startsWith('```')) {
      const end = lines.indexOf('```', at + 1);
      const last = end === -1 ? lines.length : end;
      blocks.push({ kind: 'fence', info: line.slice(3), code: lines.slice(at + 1, last) });
      at = last;
    } else if (marks !== '') blocks.push({ kind: 'heading', level: marks.length, text: title });
    else if (item !== undefined) blocks.push({ kind: 'item', text: item });
    else if (line.trim() !== '' && !line.startsWith('|')) blocks.push({ kind: 'paragraph', text: line.trim() });
  }
  return blocks;
}

function renderBlock(block: Block, before: Block | undefined, page: Page): string {
  const { paint, width } = page;
  if (block.kind === 'heading')
    return `\n${paint(
      'bold',
      renderInline(block.text, () => block.text.replaceAll('`', '')),
    )}\n`;
  const gap = before === undefined || before.kind === 'heading' || (before.kind === 'item' && block.kind === 'item') ? '' : '\n';
  if (block.kind === 'fence') return gap + renderFence(block.info, block.code, page);
  const text = block.kind === 'item' ? wrap(`- ${block.text}`, width, '  ').replaceAll(/\n {2}(?=\S)/g, '\n    ') : wrap(block.text, width, '  ');
  return gap + renderInline(text, paint);
}

/** Markdown as a terminal shows it. */
export function renderMarkdown(blocks: readonly Block[], page: Page): string {
  return blocks.map((block, index) => renderBlock(block, blocks[index - 1], page)).join('');
}

/** A page without its tests: of the examples the first one, of the silent cases only what they say. */
export function abridge(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = [];
  let section = '';
  let shown: ReadonlySet<string> = new Set();
  for (const block of blocks) {
    if (block.kind === 'heading') section = block.text;
    if (block.kind !== 'fence') {
      kept.push(block);
      continue;
    }
    const role = block.info.split(/\s+/)[1] ?? '';
    if (section !== 'Examples' || role === 'good') continue;
    // A second bad example begins another case.
    if (shown.has(role)) shown = new Set(['bad', 'output', 'fixed', 'config', role]);
    else {
      kept.push(block);
      shown = new Set([...shown, role]);
    }
  }
  return kept;
}
