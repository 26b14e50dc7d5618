import type { ReportedFinding } from '../../engine/report.ts';
import type { Span } from '../../text/span.ts';
import { columnsOf, cutCells, readCodeLine, type Cell, type CodeLine, type CutCells } from '../code-line.ts';
import { buildFrames, linesAround, type Frame, type Mark } from '../frame.ts';
import { renderCount } from '../plural.ts';
import { escapeHtml, html, NOTHING, sentence, type Markup } from './markup.ts';

/** Lines on both sides of a marked one. */
const AROUND = 2;
/** Columns of the longest line that is shown whole. */
const LONGEST_LINE = 200;
/** Places beyond the primary one. */
const MOST_RELATED = 12;

/** A piece of YAML that is coloured: the key of a line, or its comment. */
interface Token {
  readonly tag: 'b' | 'i';
  readonly span: Span;
}

const KEY = /^(\s*(?:- +)*)("[^"]*"|'[^']*'|[^\s:#'"{}[\],&*!|>%@`-][^:#]*|-[^\s:#][^:#]*)(?=:(?:\s|$))/;
const COMMENT = /(?:^|\s)#.*$/;

/** What stands before a comment sign that is one: quotes are closed there. */
function closesQuotes(text: string): boolean {
  return (text.match(/"/g) ?? []).length % 2 === 0 && (text.match(/'/g) ?? []).length % 2 === 0;
}

/** The key and the comment of a line of YAML, for the eye: nothing rests on it. */
function tokensOf(text: string, start: number): Token[] {
  const tokens: Token[] = [];
  const [whole = '', indent = '', key = ''] = KEY.exec(text) ?? [];
  if (whole !== '') tokens.push({ tag: 'b', span: { start: start + indent.length, end: start + indent.length + key.length } });
  const comment = COMMENT.exec(text);
  if (comment && closesQuotes(text.slice(0, comment.index))) tokens.push({ tag: 'i', span: { start: start + comment.index, end: start + text.length } });
  return tokens;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Opening and closing tags around a cell. */
function tagsOf(cell: Cell, marks: readonly Mark[], tokens: readonly Token[]): readonly [string, string] {
  const mark = marks.find(each => each.primary && overlaps(each.span, cell.span)) ?? marks.find(each => overlaps(each.span, cell.span));
  const token = tokens.find(each => overlaps(each.span, cell.span));
  const [open, close] = mark ? [mark.primary ? '<mark>' : '<mark class="r">', '</mark>'] : ['', ''];
  return token ? [`${open}<${token.tag}>`, `</${token.tag}>${close}`] : [open, close];
}

/** The cells with their tags, a tag once for all neighbours that share it. */
function writeCells(cells: readonly Cell[], marks: readonly Mark[], tokens: readonly Token[]): string {
  let [written, text, open, close] = ['', '', '', ''];
  const flush = (): void => {
    written += text === '' ? '' : open + escapeHtml(text) + close;
    text = '';
  };
  for (const cell of cells) {
    const [nextOpen, nextClose] = tagsOf(cell, marks, tokens);
    if (nextOpen !== open) {
      flush();
      [open, close] = [nextOpen, nextClose];
    }
    text += cell.text;
  }
  flush();
  return written;
}

function noteRow(line: CodeLine, cut: CutCells, { primary, span, note }: Mark): Markup {
  if (note === '') return NOTHING;
  const indent = Math.max(columnsOf(line, span).from - cut.from, 0);
  return html`<span class="${primary ? 'n' : 'n r'}"><span>${' '.repeat(indent)}</span><span>${sentence(note)}</span></span>`;
}

function codeRow(frame: Frame, number: number): Markup {
  const { file } = frame;
  const marks = frame.marks.filter(mark => mark.line === number);
  const [first] = marks;
  const whole = file.lines.lineSpan(number);
  const line = readCodeLine(file, number, first?.span.start ?? whole.start, ' ');
  const cut = cutCells(line, first ? columnsOf(line, first.span) : { from: 0, to: 1 }, LONGEST_LINE);
  const isLong = whole.end - whole.start > LONGEST_LINE * 4;
  const tokens = isLong ? [] : tokensOf(file.text.slice(whole.start, whole.end), whole.start);
  // A place without a character, as where a key is missing at the end of a line, is marked all the same.
  const empty = marks.some(mark => !cut.cells.some(cell => overlaps(mark.span, cell.span))) ? '<mark> </mark>' : '';
  const code = { html: `${cut.before ? '…' : ''}${writeCells(cut.cells, marks, tokens)}${empty}${cut.after ? '…' : ''}` };
  return html`<span class="${first ? 'l m' : 'l'}" data-n="${number}">${code}</span>${marks.map(mark => noteRow(line, cut, mark))}`;
}

function gapBefore(number: number, previous: number | undefined): Markup {
  return previous !== undefined && number > previous + 1 ? html`<span class="l gap" data-n="⋯"></span>` : NOTHING;
}

function frameMarkup(frame: Frame): Markup {
  const numbers = linesAround(frame, AROUND);
  const { path } = frame.file;
  const place = `${path}:${String(frame.start.line)}`;
  const rows = numbers.map((number, index) => html`${gapBefore(number, numbers[index - 1])}${codeRow(frame, number)}`);
  return html`<figure><figcaption><code class="at">${place}</code></figcaption><pre>${rows}</pre></figure>\n`;
}

/** The code of both ends of a finding: a frame for each file, with the marked places and what is said of them. */
export function codeMarkup(finding: ReportedFinding): Markup {
  const frames = buildFrames(finding, MOST_RELATED);
  const left = finding.related.length - MOST_RELATED;
  const more = left > 0 ? html`<p class="more">and ${renderCount(left, 'more place')}</p>` : NOTHING;
  return html`<div class="${frames.length > 1 ? 'code ends' : 'code'}">${frames.map(frameMarkup)}</div>${more}`;
}
