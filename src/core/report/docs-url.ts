import type { RuleMeta } from '../rule/define-rule.ts';
import { pluginOf } from '../rule/plugin.ts';

/** The published page of a rule that svclint brings. */
export function docsUrl(rule: string): string {
  return `https://github.com/svclint/svclint/blob/main/rules/${rule}/docs.md`;
}

/** The published page of any rule; null for a plugin's rule that names none. */
export function docsUrlOf({ id, url }: Pick<RuleMeta, 'id' | 'url'>): string | null {
  return url ?? (pluginOf(id) === undefined ? docsUrl(id) : null);
}
