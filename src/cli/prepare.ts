import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Notice, Report } from '../core/engine/report.ts';
import { renderReport } from '../core/report/formats.ts';
import { PLAIN_LOOK } from '../core/report/look.ts';
import type { Settings } from '../core/engine/settings.ts';
import type { Plugin } from '../core/rule/plugin.ts';
import { configure, rules, rulesWith } from '../index.ts';
import { findConfigurations } from '../node/find-configuration.ts';
import type { Before } from '../node/git/open-change.ts';
import { VERSION } from '../node/version.ts';
import { readRun, type RunInput, type RunOptions } from '../node/read-run.ts';
import { pathsInRepository } from '../node/repository-path.ts';
import { findNearest } from '../core/text/near.ts';
import { explainWhole, readGivenFiles, wasThereIn, type GivenFiles } from './given-change.ts';
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
  readonly cwd: string;
  /** The change that is reported; undefined where everything is. */
  readonly change: GivenChange | undefined;
}

/** What a run is compared with, and how that is read. */
export interface GivenChange {
  readonly before: Before;
  readonly inputs: readonly string[];
  readonly ignore: boolean;
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
    terminal.err(
      await renderReport('compact', stopped.report, {
        version: VERSION,
        rules,
        pathInRepository: path => path,
        look: PLAIN_LOOK,
        verbose: false,
        quiet: false,
      }),
    );
  }
  return EXIT.notStarted;
}

/** What a command does with the plugins of a configuration: `linting` runs rules, so they are loaded or refused. */
export type Purpose = 'linting' | 'predicting';

/** Reads flags, configurations and files, in this order: a wrong configuration reads nothing. */
export async function prepare(paths: readonly string[], options: GivenOptions, terminal: Terminal, purpose: Purpose = 'linting'): Promise<Prepared | Stopped> {
  const inputs = paths.length === 0 ? ['.'] : paths;
  const { cwd } = terminal;
  const given = await readGivenFiles(inputs, options, terminal);
  if (isProblem(given)) return given;
  const found = findConfigurations(inputs, options.valueOf('config'), cwd, given.source);
  const [fault, ...more] = found.faults;
  if (fault !== undefined) return { problem: fault, more };
  const plugins = await readPlugins(options, found.inputs, cwd);
  if (!isPluginList(plugins)) return plugins;
  const flags = readFlags(options, rulesWith(plugins), terminal);
  if (isProblem(flags)) return flags;
  const asked = purpose === 'predicting' ? 'unread' : options.isSet('allow-plugins') ? 'loaded' : 'refused';
  const configured = await configure(found.inputs, flags, { plugins, configured: asked });
  if ('report' in configured) return configured;
  const { settings } = configured;
  const read = await readRun(inputs, settings, { cwd, warn: text => void terminal.err(`svclint: ${text}\n`) }, runOptions(options, given, terminal));
  if ('faults' in read) {
    const [problem = '', ...others] = read.faults;
    return { problem, more: others, help: read.ofPaths ? commandMeant(inputs, cwd) : undefined };
  }
  const whole = explainWhole(given, inputs, settings, [options.valueOf('config'), cwd]);
  const told: Notice[] = whole === undefined ? [] : [{ path: null, text: whole }];
  const change = whole === undefined && given.before ? { before: given.before, inputs, ignore: !options.isSet('no-ignore') } : undefined;
  const pathInRepository = pathsInRepository(inputs, cwd);
  return { ...read, settings, plugins, pathInRepository, cwd, change, notices: [...told, ...read.notices] };
}

function runOptions(options: GivenOptions, given: GivenFiles, { env }: Terminal): RunOptions {
  const stdinName = options.valueOf('stdin-filename');
  const searchPath = env['PATH'] ?? env['Path'];
  return { source: given.source, searchPath, ignore: !options.isSet('no-ignore'), ...wasThereIn(given), ...(stdinName === undefined ? {} : { stdinName }) };
}

/** A word that is no path may be a command with a slip. */
function commandMeant([first]: readonly string[], cwd: string): string | undefined {
  const command = first === undefined || existsSync(resolve(cwd, first)) ? undefined : findNearest(first, COMMAND_NAMES, name => name);
  return command && `Did you mean the command "${command}"?`;
}
