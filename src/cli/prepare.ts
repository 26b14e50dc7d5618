import { existsSync } from 'node:fs';
import nodePath, { resolve } from 'node:path';
import type { Report } from '../core/engine/report.ts';
import { renderReport } from '../core/report/formats.ts';
import { PLAIN_LOOK } from '../core/report/look.ts';
import type { Settings } from '../core/engine/settings.ts';
import type { Plugin } from '../core/rule/plugin.ts';
import { configure, rules, rulesWith } from '../index.ts';
import { findConfigurations } from '../node/find-configuration.ts';
import { VERSION } from '../node/version.ts';
import type { InputOptions } from '../node/read-input.ts';
import { readRun, type RunInput } from '../node/read-run.ts';
import { pathsInRepository } from '../node/repository-path.ts';
import { findNearest } from '../core/text/near.ts';
import { COMMAND_NAMES } from './options.ts';
import type { GivenOptions } from './parse-command-line.ts';
import { EXIT } from './exit-code.ts';
import { isPluginList, readPlugins } from './plugins.ts';
import { isProblem, renderProblem, type Problem } from './problem.ts';
import { readFlags } from './read-flags.ts';
import type { Terminal } from './terminal.ts';

/** All that a command on manifests starts from. */
export interface Prepared extends RunInput {
  readonly settings: Settings;
  /** Rules beside those of svclint. */
  readonly plugins: readonly Plugin[];
  /** How the repository calls a file of the run. */
  readonly pathInRepository: (path: string) => string;
}

/** Why it does not start: a problem of the command line or the host, or what is wrong in the configuration. */
export type Stopped = Problem | { readonly report: Report };

export function isPrepared(outcome: Prepared | Stopped): outcome is Prepared {
  return 'settings' in outcome;
}

/** Says on stderr why a command does not start. */
export async function stop(stopped: Stopped, terminal: Terminal): Promise<number> {
  if (isProblem(stopped)) terminal.err(renderProblem(stopped));
  else {
    terminal.err(await renderReport('compact', stopped.report, { version: VERSION, rules, prefix: '', look: PLAIN_LOOK, verbose: false, quiet: false }));
  }
  return EXIT.notStarted;
}

/** What a command does with the plugins of a configuration: `linting` runs rules, so they are loaded or refused. */
export type Purpose = 'linting' | 'predicting';

/** Reads flags, configurations and files, in this order: a wrong configuration reads nothing. */
export async function prepare(paths: readonly string[], options: GivenOptions, terminal: Terminal, purpose: Purpose = 'linting'): Promise<Prepared | Stopped> {
  const inputs = paths.length === 0 ? ['.'] : paths;
  const found = findConfigurations(inputs, options.valueOf('config'), terminal.cwd);
  const [fault, ...more] = found.faults;
  if (fault !== undefined) return { problem: fault, more };
  const plugins = await readPlugins(options, found.inputs, terminal.cwd);
  if (!isPluginList(plugins)) return plugins;
  const flags = readFlags(options, rulesWith(plugins), terminal);
  if (isProblem(flags)) return flags;
  const asked = purpose === 'predicting' ? 'unread' : options.isSet('allow-plugins') ? 'loaded' : 'refused';
  const configured = await configure(found.inputs, flags, { plugins, configured: asked });
  if ('report' in configured) return configured;
  const place = { cwd: terminal.cwd, warn: (text: string) => void terminal.err(`svclint: ${text}\n`) };
  const read = await readRun(inputs, configured.settings, place, inputOptions(options));
  const pathInRepository = pathsInRepository(inputs, { cwd: terminal.cwd, path: nodePath });
  if (!('faults' in read)) return { ...read, settings: configured.settings, plugins, pathInRepository };
  const [problem = '', ...others] = read.faults;
  return { problem, more: others, help: read.ofPaths ? commandMeant(inputs, terminal.cwd) : undefined };
}

function inputOptions(options: GivenOptions): InputOptions {
  const stdinName = options.valueOf('stdin-filename');
  return { ignore: !options.isSet('no-ignore'), ...(stdinName === undefined ? {} : { stdinName }) };
}

/** A word that is no path may be a command with a slip. */
function commandMeant([first]: readonly string[], cwd: string): string | undefined {
  const command = first === undefined || existsSync(resolve(cwd, first)) ? undefined : findNearest(first, COMMAND_NAMES, name => name);
  return command && `Did you mean the command "${command}"?`;
}
