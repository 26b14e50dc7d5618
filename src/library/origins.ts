import type { Report } from '../core/engine/report.ts';
import type { LintReport } from '../core/report/lint-report.ts';
import type { RuleMeta } from '../core/rule/define-rule.ts';

/** What a report was made from: formats show code, which the JSON report does not hold. */
export interface Origin {
  readonly report: Report;
  readonly rules: readonly RuleMeta[];
  readonly pathInRepository: (path: string) => string;
}

export const origins = new WeakMap<LintReport, Origin>();
