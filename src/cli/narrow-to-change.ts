import { Change } from '../core/engine/change.ts';
import { findUntouched, narrow, partToCompare, restsOnFiles } from '../core/engine/narrow.ts';
import { findLosses, proveLosses } from '../core/engine/prove-losses.ts';
import type { Incomplete, Notice, Report } from '../core/engine/report.ts';
import { isKustomizationPath } from '../core/model/kustomization-file.ts';
import type { SourceFile } from '../core/yaml/source-file.ts';
import { lint, readSources } from '../index.ts';
import { readInput } from '../node/read-input.ts';
import type { Prepared } from './prepare.ts';

/** Reads what was there before. Files that are as they were keep what was read of them. */
async function readBefore(sources: readonly SourceFile[], { change, settings, cwd }: Prepared): Promise<ReadBefore | undefined> {
  if (!change) return undefined;
  const { before, inputs, ignore } = change;
  before.share(sources);
  const read = await readInput(inputs, cwd, { source: before.files, ignore, isLeftOut: settings.ignores, wasThere: () => true });
  const now = new Map(sources.map(source => [source.path, source]));
  const known = read.files.map(file => {
    const source = now.get(file.path);
    return source?.text === file.text ? source : undefined;
  });
  const others = await readSources(read.files.filter((_, index) => !known[index]));
  let next = 0;
  const all = known.flatMap(source => source ?? others[next++] ?? []);
  return { ...read, sources: all.filter(({ path }) => !settings.ignores(path)) };
}

interface ReadBefore extends Pick<Awaited<ReturnType<typeof readInput>>, 'tree' | 'beside' | 'unread' | 'incomplete'> {
  readonly sources: readonly SourceFile[];
}

/** Whether files that are no manifests become part of objects: data of generators, templates of charts. */
function readsOtherFiles(sources: readonly SourceFile[]): boolean {
  return sources.some(({ path }) => isKustomizationPath(path) || path.endsWith('Chart.yaml'));
}

/** A file of which it is not known what was in it before is reported as if it were new. */
function tellUnknown(before: readonly Incomplete[], sources: readonly SourceFile[]): readonly Notice[] {
  const present = new Set(sources.map(({ path }) => path));
  return before
    .filter(({ path }) => present.has(path))
    .map(({ path, reason }) => ({ path, text: `what was in ${path} before the change is not known, so all of it is reported: ${reason}` }));
}

/**
 * Leaves in a report what touches the change and what the change causes. What was there before is linted only where findings are left
 * that the change does not touch, and by their rules.
 */
export async function narrowToChange(report: Report, sources: readonly SourceFile[], prepared: Prepared): Promise<Report> {
  const read = await readBefore(sources, prepared);
  if (!read) return report;
  const change = new Change(sources, read.sources);
  const told = { ...report, notices: [...report.notices, ...tellUnknown(read.incomplete, sources)] };
  const untouched = findUntouched(report, change);
  const mayCause = change.isOfManifests || (prepared.change?.before.hasOtherPaths === true && (restsOnFiles(untouched) || readsOtherFiles(sources)));
  const isAllTouched = untouched.findings.length === 0 && untouched.questions.length === 0;
  if (isAllTouched || !mayCause) return narrow(told, change, undefined);
  const { settings, kinds, plugins, pathInRepository } = prepared;
  const before = await lint({
    files: [],
    sources: read.sources,
    tree: read.tree,
    beside: read.beside,
    unread: read.unread,
    settings,
    kinds,
    plugins,
    pathInRepository,
    only: partToCompare(untouched),
  });
  const narrowed = narrow(told, change, before);
  const losses = findLosses(narrowed, change, before);
  if (losses.findings.length === 0 && losses.questions.length === 0) return narrowed;
  const complete = { ...settings, target: { ...settings.target, complete: true } };
  const proven = await lint({ ...prepared, files: [], sources, settings: complete, only: partToCompare(losses) });
  return proveLosses(narrowed, losses, proven, change);
}
