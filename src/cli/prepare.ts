import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { InputFile } from '../core/engine/input.ts';
import type { Incomplete, Notice, Report } from '../core/engine/report.ts';
import type { FileTree } from '../core/model/file-tree.ts';
import { renderReport } from '../core/report/formats.ts';
import { PLAIN_LOOK } from '../core/report/look.ts';
import type { Settings } from '../core/engine/settings.ts';
import { combineKinds } from '../core/schema/combine-kinds.ts';
import type { Kinds } from '../core/schema/kinds.ts';
import type { Plugin } from '../core/rule/plugin.ts';
import { configure, rules, rulesWith } from '../index.ts';
import { findConfigurations } from '../node/find-configuration.ts';
import { loadKinds } from '../node/load-kinds.ts';
import { VERSION } from '../node/version.ts';
import { readInput } from '../node/read-input.ts';
import { findNearest } from '../core/text/near.ts';
import { COMMAND_NAMES } from './options.ts';
import type { GivenOptions } from './parse-command-line.ts';
import { EXIT } from './exit-code.ts';
import { isPluginList, readPlugins } from './plugins.ts';
import { isProblem, renderProblem, type Problem } from './problem.ts';
import { readFlags } from './read-flags.ts';
import type { Terminal } from './terminal.ts';

/** All that a command on manifests starts from. */
export interface Prepared {
  readonly settings: Settings;
  readonly files: readonly InputFile[];
  readonly incomplete: readonly Incomplete[];
  readonly notices: readonly Notice[];
  /** The kinds that are known, those of the configuration's `schemas` among them. */
  readonly kinds: Kinds;
  /** Rules beside those of svclint. */
  readonly plugins: readonly Plugin[];
  /** Answers questions about files beside those that are read. */
  readonly tree: FileTree;
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
  const known = await findKinds(configured.settings.schemas, terminal);
  if (isProblem(known)) return known;
  const read = await readFiles(inputs, configured.settings, options, terminal);
  return isProblem(read) ? read : { ...read, plugins, kinds: known.kinds, notices: [...known.notices, ...read.notices] };
}

/** The kinds of a run. Definitions that the configuration names come before those that are carried. */
async function findKinds(schemas: readonly string[], { cwd, err }: Terminal): Promise<Pick<Prepared, 'kinds' | 'notices'> | Problem> {
  if (schemas.length === 0) return { kinds: loadKinds(), notices: [] };
  const { readSchemas } = await import('../node/read-schemas.ts');
  const { kinds, locations, notices, faults } = await readSchemas(schemas, cwd);
  const [fault, ...more] = faults;
  if (fault !== undefined) return { problem: `schemas of the configuration: ${fault}`, more };
  const known = kinds ? combineKinds([kinds, loadKinds()]) : loadKinds();
  if (locations.length === 0) return { kinds: known, notices };
  const { withSchemaFiles } = await import('../node/json-schema-files.ts');
  return { kinds: withSchemaFiles(known, locations, text => void err(`svclint: ${text}\n`)), notices };
}

async function readFiles(
  paths: readonly string[],
  settings: Settings,
  options: GivenOptions,
  { cwd }: Terminal,
): Promise<Omit<Prepared, 'kinds' | 'plugins'> | Problem> {
  const stdinName = options.valueOf('stdin-filename');
  const ignore = !options.isSet('no-ignore');
  const { files, incomplete, notices, tree, faults } = await readInput(paths, cwd, {
    ignore,
    isLeftOut: settings.ignores,
    ...(stdinName === undefined ? {} : { stdinName }),
  });
  const [fault, ...more] = faults;
  if (fault !== undefined) return { problem: fault, more, help: commandMeant(paths, cwd) };
  // A hook names every changed file: what the configuration ignores stays ignored when it is named.
  const kept = files.filter(file => !settings.ignores(file.path));
  const left = files.length - kept.length;
  const ignored =
    left === 1
      ? '1 named file is ignored by the configuration, --no-ignore reads it'
      : `${String(left)} named files are ignored by the configuration, --no-ignore reads them`;
  const told: Notice[] = left === 0 ? [] : [{ path: null, text: ignored }];
  return { settings, files: kept, incomplete, notices: [...notices, ...told], tree };
}

/** A word that is no path may be a command with a slip. */
function commandMeant([first]: readonly string[], cwd: string): string | undefined {
  const command = first === undefined || existsSync(resolve(cwd, first)) ? undefined : findNearest(first, COMMAND_NAMES, name => name);
  return command && `Did you mean the command "${command}"?`;
}
