import type { SourceFile } from '../yaml/source-file.ts';
import type { BuildContext } from './context.ts';
import { locateFile, type NotFound } from './locate-file.ts';

/** The YAML or JSON file that a kustomization names. One that lies outside is reported, and read all the same where the build keeps such files. */
export function findSource(context: BuildContext, written: string, report: (missing: NotFound) => void): SourceFile | undefined {
  const located = locateFile(context, written);
  if (typeof located !== 'string') report(located);
  const path = typeof located === 'string' ? located : located.path;
  if (path === undefined) return undefined;
  context.used.add(path);
  const source = context.files.source(path);
  if (!source) report({ kind: 'resource-unreadable', answer: `'${path}' cannot be read as text` });
  return source;
}
