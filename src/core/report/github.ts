import type { ReportedFinding } from '../engine/report.ts';
import { renderIncomplete } from './closing-lines.ts';
import { escapeUnseen } from './escape.ts';
import { renderFindingLines, type PathInRepository } from './finding-lines.ts';
import type { MaskedReport } from './mask.ts';
import { findShown } from './shown.ts';

/** Texts of workflow commands: the runner decodes these three and nothing else. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Properties end at a comma or a colon. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

function renderCommand(command: string, properties: Readonly<Record<string, string | number>>, text: string): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(escapeUnseen(String(value)))}`);
  return `::${command}${list.length > 0 ? ` ${list.join(',')}` : ''}::${escapeData(text)}\n`;
}

function renderFinding(finding: ReportedFinding, inRepository: PathInRepository): string {
  const { rule, severity } = finding;
  const { file, start, end } = finding.location;
  // Columns are shown for places on one line only; the end column is inclusive there.
  const columns = start.line === end.line ? { col: start.column, endColumn: Math.max(start.column, end.column - 1) } : {};
  const properties = { file: inRepository(file.path), line: start.line, endLine: end.line, ...columns, title: rule.id };
  return renderCommand(COMMANDS[severity], properties, renderFindingLines(finding, inRepository).join('\n'));
}

/** Workflow commands of GitHub Actions: the runner shows each at its line of the change, the first ten of a severity in a step; the log has all. */
export function renderGithub(
  report: MaskedReport,
  { pathInRepository, quiet }: { readonly pathInRepository: PathInRepository; readonly quiet: boolean },
): string {
  const unread = report.incomplete.map(each => renderCommand('error', each.path === '' ? {} : { file: pathInRepository(each.path) }, renderIncomplete(each)));
  return [...findShown(report, quiet).map(finding => renderFinding(finding, pathInRepository)), ...unread].join('');
}
