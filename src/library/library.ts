/** What a program gets that imports svclint. */
import type { RuleMeta } from '../core/rule/define-rule.ts';
import { rulesWith } from '../index.ts';

export { FORMAT_NAMES as formats } from '../core/report/formats.ts';
export type { FormatName } from '../core/report/formats.ts';
export { defineRule } from '../core/rule/define-rule.ts';
export type { AnyRule, Category, Preset, Rule, RuleContext, RuleMeta } from '../core/rule/define-rule.ts';
export type { Finding, Fix, Related, Severity, Undecided } from '../core/rule/finding.ts';
export { definePlugin } from '../core/rule/plugin.ts';
export type { Plugin } from '../core/rule/plugin.ts';
export type * from '../core/report/lint-report.ts';
export type { Level } from '../core/config/rule-settings.ts';
export type * from '../core/config/written-configuration.ts';
export type { InputFile } from '../core/engine/input.ts';
export { VERSION as version } from '../node/version.ts';
export { formatReport } from './format-report.ts';
export type { FormatOptions } from './format-report.ts';
export { LintError } from './lint-error.ts';
export type { LintOptions, RunOptions } from './lint-options.ts';
export { lint } from './lint.ts';

/** The rules of svclint, without their checks. */
export const rules: readonly RuleMeta[] = rulesWith();
