import { renderIncomplete } from './closing-lines.ts';
import { escapeUnseen } from './escape.ts';
import { pathOfGap, renderFindingLines } from './finding-lines.ts';
import type { MaskedReport } from './mask.ts';
import { findShown } from './shown.ts';
import { renderXml, type XmlElement } from './xml.ts';

/** The version of Checkstyle whose format this is: the one that readers of it expect. */
const VERSION = '4.3';

function errorsByFile(report: MaskedReport, quiet: boolean): Map<string, XmlElement[]> {
  const files = new Map<string, XmlElement[]>();
  const add = (path: string, attributes: XmlElement['attributes']): void => {
    const own = files.get(path) ?? [];
    own.push({ name: 'error', attributes });
    files.set(path, own);
  };
  for (const finding of findShown(report, quiet)) {
    const { file, start } = finding.location;
    const message = renderFindingLines(finding, path => path).join('\n');
    add(file.path, { line: start.line, column: start.column, severity: finding.severity, message, source: `svclint.${finding.rule.id}` });
  }
  // Line 0 is how Checkstyle speaks of a file as a whole.
  for (const each of report.incomplete)
    add(
      pathOfGap(each, path => path),
      { line: 0, severity: 'error', message: renderIncomplete(each), source: 'svclint.not-linted' },
    );
  return files;
}

/** Checkstyle's XML. Paths are those of the working directory: its readers resolve them there. */
export function renderCheckstyle(report: MaskedReport, { quiet }: { readonly quiet: boolean }): string {
  const files = [...errorsByFile(report, quiet)].map(([path, content]) => ({ name: 'file', attributes: { name: escapeUnseen(path) }, content }));
  return renderXml({ name: 'checkstyle', attributes: { version: VERSION }, content: files });
}
