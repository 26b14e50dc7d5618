import type { AnyRule } from './define-rule.ts';

/** Rules that svclint does not bring. They are called by the plugin's name, a slash and their own id: `team/no-latest`. */
export interface Plugin {
  readonly name: string;
  readonly rules: readonly AnyRule[];
}

/** Types a plugin. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}

/** The plugin that the id of a rule names; undefined for the rules that svclint brings. */
export function pluginOf(rule: string): string | undefined {
  const slash = rule.indexOf('/');
  return slash < 0 ? undefined : rule.slice(0, slash);
}

/** Whether a name can only be that of a plugin's rule, and none of the rules is of that plugin. */
export function isOfAbsentPlugin(name: string, rules: Iterable<string>): boolean {
  const plugin = pluginOf(name);
  if (plugin === undefined) return false;
  for (const rule of rules) if (pluginOf(rule) === plugin) return false;
  return true;
}
