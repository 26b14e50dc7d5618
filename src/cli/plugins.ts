import type { ConfigurationInput } from '../core/config/read-configuration.ts';
import type { Plugin } from '../core/rule/plugin.ts';
import { findConfigurations } from '../node/find-configuration.ts';
import type { GivenOptions } from './parse-command-line.ts';
import { isProblem, type Problem } from './problem.ts';
import type { Terminal } from './terminal.ts';

/** The plugins that the command line names, and with --allow-plugins those that the configurations name. Nothing else runs code. */
export async function readPlugins(options: GivenOptions, inputs: readonly ConfigurationInput[], cwd: string): Promise<readonly Plugin[] | Problem> {
  const named = options.valuesOf('plugin');
  const trusted = options.isSet('allow-plugins') ? inputs : [];
  if (named.length === 0 && trusted.length === 0) return [];
  const { loadPlugins } = await import('../node/plugins.ts');
  const { plugins, faults } = await loadPlugins({ named, trusted, cwd });
  const [fault, ...more] = faults;
  return fault === undefined ? plugins : { problem: fault, more };
}

/** The plugins of a command that reads no manifests: those of the configuration that governs the working directory. */
export async function readPluginsHere(options: GivenOptions, { cwd }: Terminal): Promise<readonly Plugin[] | Problem> {
  if (!options.isSet('allow-plugins')) return readPlugins(options, [], cwd);
  const { inputs, faults } = findConfigurations(['.'], undefined, cwd);
  const [fault, ...more] = faults;
  return fault === undefined ? readPlugins(options, inputs, cwd) : { problem: fault, more };
}

export function isPluginList(read: readonly Plugin[] | Problem): read is readonly Plugin[] {
  return !isProblem(read);
}
