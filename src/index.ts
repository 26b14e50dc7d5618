import { checks, rules } from '../rules/index.ts';
import { buildReport } from './core/engine/build-report.ts';
import type { FixOptions, FixOutcome } from './core/engine/fix/fixing.ts';
import type { InputFile } from './core/engine/input.ts';
import type { Incomplete, Notice, Report } from './core/engine/report.ts';
import { runRules } from './core/engine/run-rules.ts';
import { buildSettings, DEFAULT_SETTINGS, isActive, type Flags, type Settings } from './core/engine/settings.ts';
import type { ConfigurationInput } from './core/config/read-configuration.ts';
import { suppress, withSuppressionFindings } from './core/engine/suppress.ts';
import { OwnedRefusals } from './core/engine/owned-refusals.ts';
import { hasSubject } from './core/engine/subjects-of.ts';
import { buildClusters, type ReadSet } from './core/model/build-clusters.ts';
import type { FileTree } from './core/model/file-tree.ts';
import { loadEngines } from './core/predict/admission/load-engines.ts';
import type { AnyRule, RuleMeta } from './core/rule/define-rule.ts';
import { Ownership } from './core/rule/ownership.ts';
import { parseSource } from './core/yaml/parse-source.ts';
import type { SourceFile } from './core/yaml/source-file.ts';
import type { Kinds } from './core/schema/kinds.ts';
import { loadKinds } from './node/load-kinds.ts';

export { defineRule } from './core/rule/define-rule.ts';
export type { InputFile } from './core/engine/input.ts';
export { rules } from '../rules/index.ts';

export interface LintInput {
  readonly files: readonly InputFile[];
  readonly settings?: Settings;
  readonly incomplete?: readonly Incomplete[];
  readonly notices?: readonly Notice[];
  /** Answers questions about files beside those that are linted. */
  readonly tree?: FileTree;
  /** The kinds that are known; those of Kubernetes and of the projects that are carried where absent. */
  readonly kinds?: Kinds;
  /** Files that were parsed before, by path: those whose text is the same are not parsed again. The parsed ones are put here. */
  readonly parsed?: Map<string, SourceFile> | undefined;
  /** Called now and then with what is done, how much of it, and of how much. */
  readonly onProgress?: (what: string, done: number, all: number) => void;
}

export type { ConfigurationInput } from './core/config/read-configuration.ts';
export type { Flags, Settings } from './core/engine/settings.ts';

/** Settings of a run, or the report of what is wrong in its configuration: then nothing is linted. */
export type Configured = { readonly settings: Settings } | { readonly report: Report };

/** Reads the configurations of a run. Flags win over them. */
export async function configure(inputs: readonly ConfigurationInput[], flags: Flags = {}): Promise<Configured> {
  if (inputs.length === 0) return { settings: buildSettings([], flags) };
  const { checkConfigurations, reportFaulty } = await import('./core/engine/check-configuration.ts');
  const checked = checkConfigurations(inputs, flags, { rules });
  if (!('faulty' in checked)) return { settings: checked };
  const { askYaml } = await import('./core/yaml/explain/second-opinion.ts');
  const explained = checkConfigurations(inputs, flags, { rules, secondOpinion: askYaml });
  return { report: reportFaulty('faulty' in explained ? explained : checked, (await checks.style?.()) ?? []) };
}

/** Whether the set holds anything for a rule to look at. */
function hasWork(rule: RuleMeta, set: ReadSet, refusals: OwnedRefusals): boolean {
  return rule.subject === 'refusal' ? set.clusters.some(cluster => refusals.of(cluster, rule.id).length > 0) : hasSubject(rule.subject, set);
}

async function loadRules(set: ReadSet, settings: Settings, refusals: OwnedRefusals): Promise<readonly AnyRule[]> {
  const active = rules.filter(rule => isActive(rule, settings) && hasWork(rule, set, refusals));
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

/** Lints texts as one run. Never throws for what the texts hold. */
export async function lint({
  files,
  settings = DEFAULT_SETTINGS,
  incomplete = [],
  notices = [],
  tree,
  kinds = loadKinds(),
  parsed,
  onProgress,
}: LintInput): Promise<Report> {
  const sources = await readSources(files, { onProgress, parsed });
  onProgress?.('linting', files.length, files.length);
  const set = buildClusters(sources, { ...settings, tree, kinds });
  const refusals = new OwnedRefusals(new Ownership(rules), await loadEngines(set.clusters));
  const found = runRules(set, await loadRules(set, settings, refusals), settings, refusals);
  const suppressed = suppress(set, found, settings, rules);
  const outcome = suppressed.suppressions.length === 0 ? found : withSuppressionFindings(suppressed, (await checks.style?.()) ?? [], settings);
  return buildReport({ set, outcome, settings, incomplete, notices });
}

/** Fixes texts and lints what comes of it, round by round. Writes nothing: the texts are part of what it gives. */
export async function fix(input: LintInput, options: FixOptions): Promise<FixOutcome> {
  const { fixFilesLater } = await import('./core/engine/fix/fixing.ts');
  const parsed = input.parsed ?? new Map<string, SourceFile>();
  return fixFilesLater(input.files, files => lint({ ...input, files, parsed }), options);
}
