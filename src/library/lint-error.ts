import type { LintFinding } from '../core/report/lint-report.ts';

/** Why a run did not start: nothing was linted. What manifests hold is never a reason. */
export class LintError extends Error {
  override readonly name = 'LintError';
  /** Whose fault it is. */
  readonly code: 'options' | 'configuration' | 'plugin' | 'input';
  /** What is wrong and where, for a configuration or options that are read like one. */
  readonly findings: readonly LintFinding[];

  constructor(code: LintError['code'], message: string, findings: readonly LintFinding[] = []) {
    super(message);
    this.code = code;
    this.findings = findings;
  }
}
