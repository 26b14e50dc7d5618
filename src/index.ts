import { checks, rules } from '../rules/index.ts';
import { buildReport } from './core/engine/build-report.ts';
import type { FixOptions, FixOutcome } from './core/engine/fix/fixing.ts';
import type { InputFile } from './core/engine/input.ts';
import type { Incomplete, Notice, Report } from './core/engine/report.ts';
import type { Part } from './core/engine/narrow.ts';
import { runRules } from './core/engine/run-rules.ts';
import { buildSettings, DEFAULT_SETTINGS, isActive, type Flags, type Settings } from './core/engine/settings.ts';
import type { ConfigurationInput } from './core/config/read-configuration.ts';
import { suppress, withSuppressionFindings } from './core/engine/suppress.ts';
import { OwnedRefusals } from './core/engine/owned-refusals.ts';
import { hasSubject } from './core/engine/subjects-of.ts';
import { buildClusters, type ReadSet, type SetOptions } from './core/model/build-clusters.ts';
import type { BuildFiles } from './core/kustomize/files.ts';
import type { FileTree } from './core/model/file-tree.ts';
import { isRendered } from './core/model/kustomization-file.ts';
import type { RenderedChart } from './core/model/rendered-chart.ts';
import { referencesOf } from './core/model/references/references.ts';
import { loadEngines } from './core/predict/admission/load-engines.ts';
import type { ConfigurationFault } from './core/rule/configuration-fault.ts';
import type { AnyRule, RuleMeta } from './core/rule/define-rule.ts';
import type { Plugin } from './core/rule/plugin.ts';
import { Ownership } from './core/rule/ownership.ts';
import { parseSource } from './core/yaml/parse-source.ts';
import type { SourceFile } from './core/yaml/source-file.ts';
import type { Kinds } from './core/schema/kinds.ts';
import { loadKinds } from './node/load-kinds.ts';

export { rules } from '../rules/index.ts';

export interface LintInput {
  readonly files: readonly InputFile[];
  /** The files as `readSources` gives them, where they are read already. */
  readonly sources?: readonly SourceFile[];
  /** The part of the run that is of interest; all where absent. */
  readonly only?: Part | undefined;
  /** Paths of which nothing is known although something stands there: what is absent may be in them. */
  readonly unread?: readonly string[];
  readonly settings?: Settings;
  readonly incomplete?: readonly Incomplete[];
  readonly notices?: readonly Notice[];
  /** Answers questions about files beside those that are linted. */
  readonly tree?: FileTree;
  /** Reads what kustomizations name beside those files; nothing else is read where absent. */
  readonly beside?: BuildFiles | undefined;
  /** What helm made of the charts among the files. */
  readonly charts?: readonly RenderedChart[] | undefined;
  /** The kinds that are known; those of Kubernetes and of the projects that are carried where absent. */
  readonly kinds?: Kinds;
  /** How the repository calls a file: fingerprints are the same from wherever it is linted. As the run calls it where absent. */
  readonly pathInRepository?: (path: string) => string;
  /** Rules beside those of svclint. */
  readonly plugins?: readonly Plugin[] | undefined;
  /** Files that were parsed before, by path: those whose text is the same are not parsed again. The parsed ones are put here. */
  readonly parsed?: Map<string, SourceFile> | undefined;
  /** What becomes of a report before anybody sees it: what a change touches, say. */
  readonly judge?: ((report: Report, sources: readonly SourceFile[]) => Promise<Report>) | undefined;
  /** Called now and then with what is done, how much of it, and of how much. */
  readonly onProgress?: (what: string, done: number, all: number) => void;
}

export type { ConfigurationInput } from './core/config/read-configuration.ts';
export type { Flags, Settings } from './core/engine/settings.ts';

/** The rules of svclint and of plugins. */
export function rulesWith(plugins: readonly Plugin[] = []): readonly RuleMeta[] {
  return plugins.length === 0 ? rules : [...rules, ...plugins.flatMap(plugin => plugin.rules)];
}

/** Settings of a run, or the report of what is wrong in its configuration: then nothing is linted. */
export type Configured = { readonly settings: Settings } | { readonly report: Report };

/** What the configurations of a run may name. */
export interface Trust {
  /** Plugins that run, beside the rules of svclint. */
  readonly plugins?: readonly Plugin[];
  /** What the plugins that a configuration names are: refused where nobody allowed them. */
  readonly configured?: 'loaded' | 'refused' | 'unread';
}

/** Reads the configurations of a run. Flags win over them. */
export async function configure(inputs: readonly ConfigurationInput[], flags: Flags = {}, trust: Trust = {}): Promise<Configured> {
  if (inputs.length === 0) return { settings: buildSettings([], flags) };
  const { checkConfigurations } = await import('./core/engine/check-configuration.ts');
  const known = { rules: rulesWith(trust.plugins), plugins: trust.configured ?? 'refused' };
  const checked = checkConfigurations(inputs, flags, known);
  if (!('faulty' in checked)) return { settings: checked };
  const { askYaml } = await import('./core/yaml/explain/second-opinion.ts');
  const explained = checkConfigurations(inputs, flags, { ...known, secondOpinion: askYaml });
  return { report: await reportFaults(('faulty' in explained ? explained : checked).faulty.faults) };
}

/** The report of a run that is wrong before it starts. */
export async function reportFaults(faults: readonly ConfigurationFault[]): Promise<Report> {
  const { reportFaulty } = await import('./core/engine/check-configuration.ts');
  return reportFaulty({ faulty: { faults } }, (await checks.style?.()) ?? []);
}

/** Whether the set holds anything for a rule to look at. */
function hasWork(rule: RuleMeta, set: ReadSet, refusals: OwnedRefusals): boolean {
  if (rule.subject === 'refusal') return set.clusters.some(cluster => refusals.of(cluster, rule.id).length > 0);
  if (rule.subject === 'reference') return set.clusters.some(cluster => referencesOf(cluster).ofRows(rule.references ?? []).length > 0);
  return hasSubject(rule.subject, set);
}

async function loadRules(set: ReadSet, settings: Settings, refusals: OwnedRefusals, only: LintInput['only']): Promise<readonly AnyRule[]> {
  const active = rules.filter(rule => only?.rules.has(rule.id) !== false && isActive(rule, settings) && hasWork(rule, set, refusals));
  const ids = new Set(active.map(rule => rule.id));
  const chunks = [...new Set(active.map(({ category, subject }) => (subject === 'refusal' ? (`${category}-refusals` as const) : category)))];
  const loaded = await Promise.all(chunks.map(async chunk => (await checks[chunk]?.()) ?? []));
  return loaded.flat().filter(rule => ids.has(rule.id));
}

/** Broken documents are rare: the parser that knows more of causes is loaded when there is one, and these files are read again. */
export async function readSources(
  files: readonly InputFile[],
  { onProgress, parsed }: { readonly [K in 'onProgress' | 'parsed']?: LintInput[K] | undefined } = {},
): Promise<readonly SourceFile[]> {
  const sources = files.map((file, index) => {
    onProgress?.('reading', index, files.length);
    const known = parsed?.get(file.path);
    return known?.text === file.text ? known : parseSource(file.path, file.text);
  });
  for (const source of sources) parsed?.set(source.path, source);
  const isBroken = (source: SourceFile): boolean => source.documents.some(({ problems }) => problems.some(problem => problem.fatal));
  if (!sources.some(isBroken)) return sources;
  const { askYaml } = await import('./core/yaml/explain/second-opinion.ts');
  return sources.map(source => (isBroken(source) ? parseSource(source.path, source.text, { secondOpinion: askYaml }) : source));
}

/** Sorts what was read into scopes. Kustomizations are rendered: what does that is loaded where there is one. */
export async function readSet(
  sources: readonly SourceFile[],
  {
    settings = DEFAULT_SETTINGS,
    tree,
    beside,
    charts,
    kinds,
    unread,
  }: { readonly [K in 'settings' | 'tree' | 'beside' | 'charts' | 'kinds' | 'unread']?: LintInput[K] | undefined },
): Promise<ReadSet> {
  const makers = sources.some(isRendered) ? await loadMakers(sources, { beside, charts }) : {};
  return buildClusters(sources, { ...settings, tree, charts, kinds, unread, ...makers });
}

async function loadMakers(
  sources: readonly SourceFile[],
  options: Pick<LintInput, 'beside' | 'charts'>,
): Promise<Pick<SetOptions, 'render' | 'follow' | 'install'>> {
  const { makersOf } = await import('./core/kustomize/makers.ts');
  return makersOf(sources, options);
}

/** Lints texts as one run. Never throws for what the texts hold. */
export async function lint({
  files,
  sources: given,
  only,
  unread = [],
  settings = DEFAULT_SETTINGS,
  incomplete = [],
  notices = [],
  tree,
  beside,
  charts,
  kinds = loadKinds(),
  pathInRepository,
  plugins = [],
  parsed,
  judge,
  onProgress,
}: LintInput): Promise<Report> {
  const sources = given ?? (await readSources(files, { onProgress, parsed }));
  onProgress?.('linting', files.length, files.length);
  const set = await readSet(sources, { settings, tree, beside, charts, kinds, unread });
  const refusals = new OwnedRefusals(new Ownership(rules), await loadEngines(set.clusters), only && (({ document }) => only.isAsked(document)));
  const isWanted = ({ id }: RuleMeta): boolean => only?.rules.has(id) !== false;
  const own = plugins.flatMap(plugin => plugin.rules).filter(rule => isActive(rule, settings) && isWanted(rule));
  const found = runRules(set, [...(await loadRules(set, settings, refusals, only)), ...own], settings, refusals);
  const suppressed = suppress(set, found, settings, rulesWith(plugins));
  const style = suppressed.suppressions.length === 0 ? [] : ((await checks.style?.()) ?? []);
  const about = suppressed.suppressions.length === 0 ? [] : [...style.filter(isWanted), ...own];
  const outcome = about.length === 0 ? suppressed.outcome : withSuppressionFindings(suppressed, about, settings);
  const report = buildReport({ set, outcome, settings, incomplete, notices, pathInRepository });
  return judge ? judge(report, sources) : report;
}

/** Fixes texts and lints what comes of it, round by round. Writes nothing: the texts are part of what it gives. */
export async function fix(input: LintInput, options: FixOptions): Promise<FixOutcome> {
  const { fixFilesLater } = await import('./core/engine/fix/fixing.ts');
  const parsed = input.parsed ?? new Map<string, SourceFile>();
  return fixFilesLater(input.files, files => lint({ ...input, files, parsed }), options);
}
