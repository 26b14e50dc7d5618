import type { Report } from '../engine/report.ts';
import { renderFixable, renderFixed, renderGone, renderIncomplete, renderNotices, renderQuestion, renderSummary } from './closing-lines.ts';
import { wrapText } from './display-width.ts';
import { drawFinding } from './draw-finding.ts';
import { penOf, type Look, type Pen, type Style } from './look.ts';
import type { MaskedReport } from './mask.ts';
import { findShown } from './shown.ts';

export interface StylishOptions {
  readonly look: Look;
  /** Names every place of every question and all related places. */
  readonly verbose: boolean;
  /** Errors only, and nothing at all where there are none. */
  readonly quiet: boolean;
}

function labelled(pen: Pen, style: Style, label: string, text: string): string {
  const [first = '', ...rest] = wrapText(text, pen.look.width - label.length - 1);
  return [`${pen.paint(style, label)} ${first}`, ...rest.map(line => ' '.repeat(label.length + 1) + line)].join('\n');
}

function closingLines(pen: Pen, report: Report, { verbose, quiet }: StylishOptions): string[] {
  const { undecided, notices, incomplete, summary, findings, fixed, baseline } = report;
  const unread = incomplete.map(each => labelled(pen, 'error', 'incomplete:', renderIncomplete(each)));
  if (quiet) return unread;
  const open = undecided.map(question => labelled(pen, 'info', 'undecided:', renderQuestion(question, verbose)));
  const said = renderNotices(notices, verbose).map(text => labelled(pen, 'info', 'note:', text));
  const gone = verbose ? (baseline?.gone ?? []).map(entry => labelled(pen, 'info', 'gone:', renderGone(entry))) : [];
  const fixes = [renderFixed(fixed), renderFixable(findings)].flatMap(text => (text === undefined ? [] : [pen.paint('help', text)]));
  return [...open, ...said, ...gone, ...unread, ...fixes, renderSummary(pen, summary, incomplete.length === 0)];
}

/** What a person reads: each finding with the code of both its ends, then what is open, then what was done. */
export function renderStylish(report: MaskedReport, options: StylishOptions): string {
  const pen = penOf(options.look);
  const shown = findShown(report, options.quiet);
  const scoped = report.summary.scopes > 1;
  const pictures = shown.map(finding => `${drawFinding(pen, finding, { scoped, verbose: options.verbose })}\n`);
  return (
    pictures.join('') +
    closingLines(pen, report, options)
      .map(line => `${line}\n`)
      .join('')
  );
}
