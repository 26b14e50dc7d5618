import { checks, rules } from '../rules/index.ts';
import { buildReport } from './core/engine/build-report.ts';
import type { InputFile } from './core/engine/input.ts';
import type { Incomplete, Notice, Report } from './core/engine/report.ts';
import { runRules } from './core/engine/run-rules.ts';
import { DEFAULT_SETTINGS, isActive, type Settings } from './core/engine/settings.ts';
import { hasSubject } from './core/engine/subjects-of.ts';
import { buildClusters, type ReadSet } from './core/model/build-clusters.ts';
import type { FileTree } from './core/model/file-tree.ts';
import type { AnyRule } from './core/rule/define-rule.ts';
import { parseSource } from './core/yaml/parse-source.ts';
import type { SourceFile } from './core/yaml/source-file.ts';

export { defineRule } from './core/api.ts';
export type { InputFile } from './core/engine/input.ts';
export { rules } from '../rules/index.ts';

export interface LintInput {
  readonly files: readonly InputFile[];
  readonly settings?: Settings;
  readonly incomplete?: readonly Incomplete[];
  readonly notices?: readonly Notice[];
  /** Answers questions about files beside those that are linted. */
  readonly tree?: FileTree;
}

async function loadRules(set: ReadSet, settings: Settings): Promise<readonly AnyRule[]> {
  const active = rules.filter(rule => isActive(rule, settings) && hasSubject(rule.subject, set));
  const ids = new Set(active.map(rule => rule.id));
  const categories = [...new Set(active.map(rule => rule.category))];
  const loaded = await Promise.all(categories.map(async category => (await checks[category]?.()) ?? []));
  return loaded.flat().filter(rule => ids.has(rule.id));
}

/** Broken documents are rare: the parser that knows more of causes is loaded when there is one, and these files are read again. */
async function readSources(files: readonly InputFile[]): Promise<readonly SourceFile[]> {
  const sources = files.map(file => parseSource(file.path, file.text));
  const isBroken = (source: SourceFile): boolean => source.documents.some(({ problems }) => problems.some(problem => problem.fatal));
  if (!sources.some(isBroken)) return sources;
  const { askYaml } = await import('./core/yaml/explain/second-opinion.ts');
  return sources.map(source => (isBroken(source) ? parseSource(source.path, source.text, { secondOpinion: askYaml }) : source));
}

/** Lints texts as one run. Never throws for what the texts hold. */
export async function lint({ files, settings = DEFAULT_SETTINGS, incomplete = [], notices = [], tree }: LintInput): Promise<Report> {
  const sources = await readSources(files);
  const set = buildClusters(sources, settings.target, settings.scopes, tree);
  const outcome = runRules(set, await loadRules(set, settings), settings);
  return buildReport({ set, outcome, settings, incomplete, notices });
}
