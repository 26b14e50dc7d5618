import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readPluginNames, type ConfigurationInput } from '../core/config/read-configuration.ts';
import type { Plugin } from '../core/rule/plugin.ts';
import { findDuplicateNames, readPlugin } from '../core/rule/read-plugin.ts';
import * as api from './plugin-api.ts';
import { locateConfigured, locateNamed, type Located } from './plugin-files.ts';

/** What the words of the command line allow. */
export interface WantedPlugins {
  /** Modules that the command line names. */
  readonly named: readonly string[];
  /** Configurations whose plugins may run; none without `--allow-plugins`. */
  readonly trusted: readonly ConfigurationInput[];
  readonly cwd: string;
}

export interface LoadedPlugins {
  readonly plugins: readonly Plugin[];
  /** Why the run cannot start, one sentence each. */
  readonly faults: readonly string[];
}

interface Source {
  /** As the user wrote it. */
  readonly name: string;
  readonly located: Located;
}

function findSources({ named, trusted, cwd }: WantedPlugins): readonly Source[] {
  const configured = trusted.flatMap(input =>
    readPluginNames(input).map(name => ({ name, located: locateConfigured(name, path.dirname(path.resolve(cwd, input.path))) })),
  );
  return [...named.map(name => ({ name, located: locateNamed(name, cwd) })), ...configured];
}

const isModule = (value: unknown): value is { readonly default?: unknown } => typeof value === 'object' && value !== null && 'default' in value;

/** The default export; of what a compiler made of ES modules, the one below `default`. */
function exportOf(loaded: unknown): unknown {
  const own = isModule(loaded) ? loaded.default : undefined;
  return isModule(own) && '__esModule' in own ? own.default : own;
}

/** A module that waits for something that never comes ends the process without a word, unless it is said. */
async function orStuck<T>(loading: Promise<T>): Promise<T> {
  let stop: (error: Error) => void = () => undefined;
  const stuck = new Promise<never>((_, reject) => {
    stop = reject;
  });
  const tell = (): void => {
    stop(new Error('it waits for something that never comes'));
  };
  process.once('beforeExit', tell);
  try {
    return await Promise.race([loading, stuck]);
  } finally {
    process.off('beforeExit', tell);
  }
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const [line = ''] = text.split('\n', 1);
  const lacksUs = /Cannot find (?:package|module) '(svclint[^']*)'/.exec(text);
  return lacksUs ? `it imports ${lacksUs[1] ?? 'svclint'}, which is not installed there: export a function, which is handed the API instead` : line;
}

/** Beside the built program or its chunks, or here when it runs from source. */
const IMPORTERS: readonly string[] = ['.', '..'].map(folder => path.join(import.meta.dirname, folder, 'import-module.cjs'));

const isImporter = (value: unknown): value is { readonly importModule: (url: string) => Promise<unknown> } =>
  typeof value === 'object' && value !== null && 'importModule' in value && typeof value.importModule === 'function';

function importModule(file: string): Promise<unknown> {
  const importer = IMPORTERS.find(each => existsSync(each)) ?? '';
  const loaded: unknown = createRequire(importer)(importer);
  if (!isImporter(loaded)) throw new Error(`${importer} is damaged`);
  return loaded.importModule(pathToFileURL(file).href);
}

/** Runs the module. The function form is handed all that `svclint/rule` exports, so that a plugin needs no package beside it. */
async function runModule(file: string): Promise<unknown> {
  const exported = exportOf(await orStuck(importModule(file)));
  if (typeof exported !== 'function') return exported;
  const made: unknown = await orStuck(Promise.resolve(Reflect.apply(exported, undefined, [api])));
  return made;
}

async function loadPlugin({ name, located }: Source): Promise<Plugin | readonly string[]> {
  if ('fault' in located) return [`plugin ${name}: ${located.fault}`];
  try {
    const read = readPlugin(await runModule(located.file));
    return 'plugin' in read ? read.plugin : read.faults.map(fault => `plugin ${name}: ${fault}`);
  } catch (error) {
    return [`plugin ${name} could not be loaded: ${reasonOf(error)}`];
  }
}

const isPlugin = (loaded: Plugin | readonly string[]): loaded is Plugin => !Array.isArray(loaded);

/** Runs the modules of plugins, each file once, in the order in which they are named. Where one cannot be found, none is run. */
export async function loadPlugins(wanted: WantedPlugins): Promise<LoadedPlugins> {
  const sources = new Map(findSources(wanted).map(source => ['file' in source.located ? source.located.file : source.name, source]));
  const unfound = [...sources.values()].filter(({ located }) => 'fault' in located);
  const loaded: (Plugin | readonly string[])[] = [];
  for (const source of unfound.length > 0 ? unfound : sources.values()) loaded.push(await loadPlugin(source));
  const plugins = loaded.filter(isPlugin);
  const faults = loaded.flatMap(each => (isPlugin(each) ? [] : each));
  return { plugins, faults: [...faults, ...findDuplicateNames(plugins).map(name => `two plugins have the name "${name}"`)] };
}
