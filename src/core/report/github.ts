import { joinPath } from '../text/path.ts';
import type { ReportedFinding } from '../engine/report.ts';
import { escapeUnseen } from './escape.ts';
import { renderIncomplete } from './closing-lines.ts';
import type { MaskedReport } from './mask.ts';

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

function pathIn(prefix: string, path: string): string {
  return prefix === '' ? path : joinPath(prefix, path);
}

function renderFinding({ rule, severity, message, help, answer, location, related }: ReportedFinding, prefix: string): string {
  const { file, start, end } = location;
  const ends = related.map(({ note, location: { file: other, start: at } }) => `${pathIn(prefix, other.path)}:${String(at.line)}: ${note}`);
  const text = [message, ...ends, ...(help === null ? [] : [`help: ${help}`]), ...(answer === null ? [] : [`server: ${answer}`])].map(escapeUnseen).join('\n');
  // Columns are shown for places on one line only; the end column is inclusive there.
  const columns = start.line === end.line ? { col: start.column, endColumn: Math.max(start.column, end.column - 1) } : {};
  const properties = { file: pathIn(prefix, file.path), line: start.line, endLine: end.line, ...columns, title: rule.id };
  return renderCommand(COMMANDS[severity], properties, text);
}

/** Workflow commands of GitHub Actions: the runner shows each at its line of the change. */
export function renderGithub(report: MaskedReport, { prefix, quiet }: { readonly prefix: string; readonly quiet: boolean }): string {
  const shown = report.findings.filter(finding => !finding.suppressed && (!quiet || finding.severity === 'error'));
  const unread = report.incomplete.map(each => renderCommand('error', { file: pathIn(prefix, each.path) }, renderIncomplete(each)));
  return [...shown.map(finding => renderFinding(finding, prefix)), ...unread].join('');
}
