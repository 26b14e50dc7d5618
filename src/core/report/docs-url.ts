import type { RuleMeta } from '../rule/define-rule.ts';
import { pluginOf } from '../rule/plugin.ts';

const TOP = 'https://github.com/svclint/svclint/blob/main';

/** The published page of a rule, for formats that need one: for those of plugins, what a plugin is. */
export function docsUrl(rule: string): string {
  return pluginOf(rule) === undefined ? `${TOP}/rules/${rule}/docs.md` : `${TOP}/.github/API.md#rules-of-your-own`;
}

/** The published page of any rule; null for a plugin's rule that names none. */
export function docsUrlOf({ id, url }: Pick<RuleMeta, 'id' | 'url'>): string | null {
  return url ?? (pluginOf(id) === undefined ? docsUrl(id) : null);
}
