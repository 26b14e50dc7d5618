import { readRunOptions } from '../core/config/read-run-options.ts';
import type { ConfigurationInput } from '../core/config/read-configuration.ts';
import type { Report } from '../core/engine/report.ts';
import type { Flags, Settings } from '../core/engine/settings.ts';
import { toLintReport } from '../core/report/json.ts';
import type { LintReport } from '../core/report/lint-report.ts';
import { maskReport } from '../core/report/mask.ts';
import type { RuleMeta } from '../core/rule/define-rule.ts';
import type { Plugin } from '../core/rule/plugin.ts';
import { findDuplicateNames, readPlugin } from '../core/rule/read-plugin.ts';
import { configure, lint as lintTexts, reportFaults, rulesWith, type LintInput } from '../index.ts';
import { findConfigurations } from '../node/find-configuration.ts';
import { givenConfiguration, workingDirectory } from '../node/given-configuration.ts';
import { readKinds, readRun } from '../node/read-run.ts';
import { pathsInRepository } from '../node/repository-path.ts';
import { VERSION } from '../node/version.ts';
import { LintError } from './lint-error.ts';
import { origins } from './origins.ts';
import { checkOptions, renderObject, renderRunOptions, type LintOptions } from './lint-options.ts';

function failOn(code: LintError['code'], faults: readonly string[]): void {
  if (faults.length > 0) throw new LintError(code, faults.join('\n'));
}

function refuse(code: LintError['code'], report: Report): never {
  const { findings } = toLintReport(maskReport(report), VERSION);
  const sentences = findings.map(({ location, message }) => `${location.path}:${String(location.start.line)}: ${message}`);
  throw new LintError(code, sentences.join('\n'), findings);
}

function findInputs({ config, paths = [] }: LintOptions, cwd: string): readonly ConfigurationInput[] {
  if (typeof config === 'object') return [givenConfiguration(renderObject('config', config), cwd)];
  if (config === false || (config === undefined && paths.length === 0)) return [];
  const { inputs, faults } = findConfigurations(paths, config, cwd);
  failOn('configuration', faults);
  return inputs;
}

/** The plugins that the program hands over, then those that it lets the configuration name. */
async function findPlugins({ plugins: given = [], allowPlugins }: LintOptions, inputs: readonly ConfigurationInput[], cwd: string): Promise<readonly Plugin[]> {
  const plugins: Plugin[] = [];
  for (const each of given) {
    const read = readPlugin(each);
    if ('faults' in read) failOn('plugin', read.faults);
    else plugins.push(read.plugin);
  }
  if (allowPlugins === true && inputs.length > 0) {
    const { loadPlugins } = await import('../node/plugins.ts');
    const loaded = await loadPlugins({ named: [], trusted: inputs, cwd });
    failOn('plugin', loaded.faults);
    plugins.push(...loaded.plugins);
  }
  failOn(
    'plugin',
    findDuplicateNames(plugins).map(name => `two plugins have the name "${name}"`),
  );
  return plugins;
}

async function readFlags(options: LintOptions, rules: readonly RuleMeta[]): Promise<Flags> {
  const read = readRunOptions(renderRunOptions(options), rules);
  if (read.faults.length > 0) refuse('options', await reportFaults(read.faults));
  const { ignore, suppressions, today = new Date().toISOString().slice(0, 10) } = options;
  return { ...read.options, levels: read.levels, ignore, suppressions, today };
}

async function readSettings(options: LintOptions, inputs: readonly ConfigurationInput[], plugins: readonly Plugin[]): Promise<Settings> {
  const flags = await readFlags(options, rulesWith(plugins));
  const configured = await configure(inputs, flags, { plugins, configured: options.allowPlugins === true ? 'loaded' : 'refused' });
  return 'report' in configured ? refuse('configuration', configured.report) : configured.settings;
}

async function readManifests({ paths, files = [], ignore }: LintOptions, settings: Settings, place: Parameters<typeof readKinds>[1]): Promise<LintInput> {
  if (paths) {
    const read = await readRun(paths, settings, place, { ignore: ignore !== false });
    if ('faults' in read) throw new LintError('input', read.faults.join('\n'));
    return read;
  }
  const known = await readKinds(settings.schemas, place);
  if ('faults' in known) throw new LintError('input', known.faults.join('\n'));
  const kept = ignore === false ? files : files.filter(file => !settings.ignores(file.path));
  return { ...known, files: kept };
}

/**
 * Lints files of the disk, or texts, and gives the report that `--format json` prints: the values of secrets are hidden in it.
 * Throws a LintError where nothing could be linted: wrong options, a wrong configuration, a path that is not there. Never for what manifests hold.
 */
export async function lint(options: LintOptions): Promise<LintReport> {
  checkOptions(options);
  const cwd = workingDirectory(options.cwd);
  const inputs = findInputs(options, cwd);
  const plugins = await findPlugins(options, inputs, cwd);
  const settings = await readSettings(options, inputs, plugins);
  const warnings: string[] = [];
  const input = await readManifests(options, settings, { cwd, warn: text => void warnings.push(text) });
  const pathInRepository = options.paths ? pathsInRepository(options.paths, cwd) : (path: string): string => path;
  const linted = await lintTexts({ ...input, settings, plugins, pathInRepository });
  const report = { ...linted, notices: [...linted.notices, ...warnings.map(text => ({ path: null, text }))] };
  const given = toLintReport(maskReport(report), VERSION);
  origins.set(given, { report, rules: rulesWith(plugins), pathInRepository });
  return given;
}
