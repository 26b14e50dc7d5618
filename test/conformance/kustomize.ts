import path from 'node:path';
import { build, type Build } from '../../src/core/kustomize/build.ts';
import { emitObject } from '../../src/core/kustomize/emit.ts';
import type { FaultKind } from '../../src/core/kustomize/fault.ts';
import type { BuildFiles } from '../../src/core/kustomize/files.ts';
import { ReachableFiles } from '../../src/node/build-files.ts';
import { DISK } from '../../src/node/files.ts';
import { TrackedFiles } from '../../src/node/git/tracked-files.ts';

/** Files below a directory, which paths are counted from. */
export function filesBelow(directory: string): BuildFiles {
  const place = { cwd: path.resolve(directory), path };
  return new ReachableFiles([place.cwd], { place, files: DISK, ignore: false, tracked: new TrackedFiles(place, () => []) });
}

/** What the recording calls the reasons of sets that do not build. */
export const FAULTS_OF: Readonly<Record<string, readonly FaultKind[]>> = {
  'missing-file': ['resource-missing', 'generator'],
  remote: ['remote'],
  'patch-target': ['patch-target-missing'],
  helmCharts: ['helm'],
};

/** What is wrong with the places of the nodes that a build prints: each node of the text has to have one. */
export function missingOrigins({ documents, objects }: Build): string[] {
  if (documents.length !== objects.length) return [`${String(documents.length)} documents of ${String(objects.length)} objects`];
  return documents.flatMap((document, index) => {
    const object = objects[index];
    const [size, origins] = [document.tree?.size, object ? emitObject(object.root).origins.length : 0];
    return size === origins ? [] : [`document ${String(index)}: ${String(size)} nodes, ${String(origins)} origins`];
  });
}

export { build };
