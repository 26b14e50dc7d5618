import type { Report } from '../engine/report.ts';
import type { RuleMeta } from '../rule/define-rule.ts';
import { renderCompact } from './compact.ts';
import type { PathInRepository } from './finding-lines.ts';
import { renderJson } from './json.ts';
import type { Look } from './look.ts';
import { maskReport, type MaskedReport } from './mask.ts';
import type { SarifOptions } from './sarif.ts';
import { renderStylish } from './stylish.ts';

/** All that a format may ask for; each takes what it needs. */
export interface ReportOptions extends Pick<SarifOptions, 'pathInRepository' | 'sarif'> {
  /** Version of svclint. */
  readonly version: string;
  /** The rules that ran: SARIF declares them, found or not. */
  readonly rules: readonly RuleMeta[];
  /** The page of a rule in Markdown. */
  readonly rulePage?: ((rule: RuleMeta) => string | undefined) | undefined;
  /** Says on stderr what a format had to leave out. */
  readonly tell?: ((text: string) => void) | undefined;
  /** How the repository calls a file of the report. */
  readonly pathInRepository: PathInRepository;
  readonly look: Look;
  readonly verbose: boolean;
  readonly quiet: boolean;
  /** Address that shows the files of the repository at this commit, with its last slash, as Markdown links to them. */
  readonly filesUrl?: string | undefined;
}

type Render = (report: MaskedReport, options: ReportOptions) => string | Promise<string>;

/** Formats that few runs need are chunks of their own. */
const FORMATS = {
  stylish: renderStylish,
  compact: renderCompact,
  json: renderJson,
  sarif: async (report, options) => (await import('./sarif.ts')).renderSarif(report, options),
  github: async (report, options) => (await import('./github.ts')).renderGithub(report, options),
  gitlab: async (report, options) => (await import('./gitlab.ts')).renderGitlab(report, options),
  junit: async (report, options) => (await import('./junit.ts')).renderJunit(report, options),
  checkstyle: async (report, options) => (await import('./checkstyle.ts')).renderCheckstyle(report, options),
  markdown: async (report, options) => (await import('./markdown.ts')).renderMarkdown(report, options),
  html: async (report, options) => (await import('./html/html.ts')).renderHtml(report, options),
} as const satisfies Readonly<Record<string, Render>>;

export type FormatName = keyof typeof FORMATS;

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}

/** Names of the formats, the default one first. */
export const FORMAT_NAMES: readonly FormatName[] = Object.keys(FORMATS).filter(isFormatName);

/** Renders a report, without the values of secrets. */
export async function renderReport(format: FormatName, report: Report, options: ReportOptions): Promise<string> {
  return FORMATS[format](maskReport(report), options);
}
