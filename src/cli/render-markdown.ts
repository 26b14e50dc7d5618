import { fenceTitle, roleOf, type Block } from '../core/report/rule-page.ts';
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

function renderFence(info: string, code: readonly string[], { paint }: Page): string {
  const role = roleOf(info);
  const title = fenceTitle(info);
  const head = title === undefined ? '' : `  ${paint(role === 'bad' ? 'red' : 'green', title)}\n`;
  return `${head}${code.map(line => (line === '' ? '\n' : `    ${paint('dim', line)}\n`)).join('')}`;
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
