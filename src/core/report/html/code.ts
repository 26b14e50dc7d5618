import type { ReportedFinding } from '../../engine/report.ts';
import { baseNameOf } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import { columnsOf, cutCells, readCodeLine, type Cell, type CodeLine, type CutCells } from '../code-line.ts';
import { buildFrames, linesAround, type Frame, type Mark } from '../frame.ts';
import { renderCount } from '../plural.ts';
import { escapeHtml, html, NOTHING, sentence, type Markup } from '../page/markup.ts';

/** Stands in place of the numbers of lines that are left out. */
export const GAP = '⋯';

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

/** The mark around a cell: that of the primary place before others. */
function markTag(cell: Cell, marks: readonly Mark[]): string {
  const covering = marks.filter(mark => overlaps(mark.span, cell.span));
  if (covering.length === 0) return '';
  return covering.some(mark => mark.primary) ? '<mark>' : '<mark class="r">';
}

interface Run {
  readonly mark: string;
  readonly tag: string;
  text: string;
}

/** Neighbours that share their mark and their colour. */
function runsOf(cells: readonly Cell[], marks: readonly Mark[], tokens: readonly Token[]): readonly Run[] {
  const runs: Run[] = [];
  for (const cell of cells) {
    const mark = markTag(cell, marks);
    const tag = tokens.find(token => overlaps(token.span, cell.span))?.tag ?? '';
    const last = runs.at(-1);
    if (last?.mark === mark && last.tag === tag) last.text += cell.text;
    else runs.push({ mark, tag, text: cell.text });
  }
  return runs;
}

function writeRuns(runs: readonly Run[]): string {
  let [written, mark] = ['', ''];
  for (const run of [...runs, { mark: '', tag: '', text: '' }]) {
    if (run.mark !== mark) written += (mark === '' ? '' : '</mark>') + run.mark;
    mark = run.mark;
    written += run.tag === '' ? escapeHtml(run.text) : `<${run.tag}>${escapeHtml(run.text)}</${run.tag}>`;
  }
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
  const code = { html: `${cut.before ? '…' : ''}${writeRuns(runsOf(cut.cells, marks, tokens))}${empty}${cut.after ? '…' : ''}` };
  return html`<span class="${first ? 'l m' : 'l'}" data-n="${number}">${code}</span>${marks.map(mark => noteRow(line, cut, mark))}`;
}

function gapBefore(number: number, previous: number | undefined): Markup {
  return previous !== undefined && number > previous + 1 ? html`<span class="l gap" data-n="${GAP}"></span>` : NOTHING;
}

/** `folder/file.yaml:7` with its folder set back. The script puts a button beside it that copies it. */
export function placeMarkup(path: string, line: number): Markup {
  const name = baseNameOf(path);
  const folder = path.slice(0, path.length - name.length);
  return html`<code class="at">${folder === '' ? NOTHING : html`<span>${folder}</span>`}${name}:${line}</code>`;
}

/** The place of a frame; the first one links to the finding itself. */
function captionMarkup(place: Markup, link: string | undefined): Markup {
  return link === undefined ? place : html`<a href="#${link}" title="Link to this finding">${place}</a>`;
}

function frameMarkup(frame: Frame, link: string | undefined): Markup {
  const numbers = linesAround(frame, AROUND);
  const place = placeMarkup(frame.file.path, frame.start.line);
  const rows = numbers.map((number, index) => html`${gapBefore(number, numbers[index - 1])}${codeRow(frame, number)}`);
  return html`<figure>
    <figcaption>${captionMarkup(place, link)}</figcaption>
    <pre>${rows}</pre>
  </figure> `;
}

/** The code of both ends of a finding: a frame for each file, with the marked places and what is said of them. */
export function codeMarkup(finding: ReportedFinding): Markup {
  const frames = buildFrames(finding, MOST_RELATED);
  const left = finding.related.length - MOST_RELATED;
  const more = left > 0 ? html`<p class="rest">and ${renderCount(left, 'more place')}</p>` : NOTHING;
  return html`<div class="${frames.length > 1 ? 'code ends' : 'code'}">
      ${frames.map((frame, index) => frameMarkup(frame, index === 0 ? `f-${finding.fingerprint}` : undefined))}
    </div>
    ${more}`;
}
