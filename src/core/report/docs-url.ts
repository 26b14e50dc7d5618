import type { RuleMeta } from '../rule/define-rule.ts';
import { pluginOf } from '../rule/plugin.ts';

const TOP = 'https://github.com/svclint/svclint/blob/main';

/** The published page of any rule; null for a plugin's rule that names none. */
export function docsUrlOf({ id, url }: Pick<RuleMeta, 'id' | 'url'>): string | null {
  return url ?? (pluginOf(id) === undefined ? `${TOP}/rules/${id}/docs.md` : null);
}

/** The same for formats that need one: of plugins, what a plugin is. */
export function docsUrl(rule: Pick<RuleMeta, 'id' | 'url'>): string {
  return docsUrlOf(rule) ?? `${TOP}/.github/API.md#rules-of-your-own`;
}
