import { commentsOf } from '../../yaml/comments.ts';
import { parseSource } from '../../yaml/parse-source.ts';
import type { SourceFile } from '../../yaml/source-file.ts';
import type { InputFile } from '../input.ts';
import type { Report } from '../report.ts';

/** What fixes made worse: a clause, and the paths where. */
export interface Harm {
  readonly reason: string;
  readonly paths: readonly string[];
}

/** A file before and after fixes. */
interface Change {
  readonly before: SourceFile;
  readonly after: SourceFile;
}

function fatalCount({ documents }: SourceFile): number {
  return documents.flatMap(({ problems }) => problems).filter(({ fatal }) => fatal).length;
}

/** Comments that speak to people; those that speak to svclint are what some fixes mend. */
function commentCount(file: SourceFile): number {
  return commentsOf(file).filter(({ text }) => !text.startsWith('svclint-')).length;
}

function parseChanges(before: readonly InputFile[], after: readonly InputFile[]): Change[] {
  return after.flatMap((file, index) => {
    const old = before[index];
    return old === undefined || old.text === file.text ? [] : [{ before: parseSource(old.path, old.text), after: parseSource(file.path, file.text) }];
  });
}

/** Whether fixes let documents be read that could not be read before. */
const isRepaired = ({ before, after }: Change): boolean => fatalCount(after) < fatalCount(before);

const pathsOf = (changes: readonly Change[]): string[] => changes.map(({ after }) => after.path);

/** Why texts cannot stay as fixes made them, as far as the texts themselves tell; seen before they are linted. */
export function findTextHarm(before: readonly InputFile[], after: readonly InputFile[]): Harm | undefined {
  const changes = parseChanges(before, after);
  const broken = changes.filter(change => fatalCount(change.after) > fatalCount(change.before));
  if (broken.length > 0) return { reason: 'the result is no YAML', paths: pathsOf(broken) };
  const silenced = changes.filter(change => commentCount(change.after) < commentCount(change.before));
  return silenced.length > 0 ? { reason: 'it would lose a comment', paths: pathsOf(silenced) } : undefined;
}

function errorsByPath({ findings }: Report): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { severity, location } of findings) {
    const { path } = location.file;
    if (severity === 'error') counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return counts;
}

/** What is linted: texts and what was found in them. */
export interface Linted {
  readonly files: readonly InputFile[];
  readonly report: Report;
}

/** Why fixes cannot stay for what is found after them: errors that were not there before, in any file. */
export function findHarm(before: Linted, after: Linted): Harm | undefined {
  const [old, now] = [errorsByPath(before.report), errorsByPath(after.report)];
  const worse = [...now].filter(([path, count]) => count > (old.get(path) ?? 0)).map(([path]) => path);
  if (worse.length === 0) return undefined;
  // A document that can be read at last shows errors that were there before, in its file and at the other ends of its connections.
  const changes = parseChanges(before.files, after.files);
  const repaired = new Set(pathsOf(changes.filter(isRepaired)));
  const changed = new Set(pathsOf(changes));
  const paths = worse.filter(path => (repaired.size > 0 ? changed.has(path) && !repaired.has(path) : true));
  return paths.length > 0 ? { reason: 'the result has more errors than before', paths } : undefined;
}
