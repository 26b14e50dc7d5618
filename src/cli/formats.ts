import type { Report } from '../core/engine/report.ts';
import { renderCompact } from '../core/report/compact.ts';
import { renderJson } from '../core/report/json.ts';
import { renderStylish } from '../core/report/stylish.ts';
import type { RuleMeta } from '../core/rule/define-rule.ts';

export interface ReportOptions {
  readonly version: string;
  readonly rules: readonly RuleMeta[];
  readonly prefix: string;
  readonly look: { readonly color: boolean; readonly width: number; readonly unicode: boolean };
  readonly verbose: boolean;
  readonly quiet: boolean;
}

export const FORMAT_NAMES = ['stylish', 'compact', 'json'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

export function isFormatName(name: string): name is FormatName {
  return FORMAT_NAMES.some(known => known === name);
}

export function renderReport(format: FormatName, report: Report, options: ReportOptions): Promise<string> {
  const text = format === 'json' ? renderJson(report, options.version) : format === 'compact' ? renderCompact(report) : renderStylish(report);
  return Promise.resolve(text);
}
