import { directoryOf } from '../text/path.ts';
import type { YamlDocument } from '../yaml/source-file.ts';
import type { KustomizationFile } from './kustomization-file.ts';
import type { DocumentReading } from './read-documents.ts';

const FILE = /\.(?:ya?ml|json)$/;

/** The kustomization of the directory of a file, or of the nearest one above that has one. */
function findNearestAbove(path: string, all: ReadonlyMap<string, KustomizationFile>): KustomizationFile | undefined {
  for (let [at, before] = [directoryOf(path), path]; at !== before; [at, before] = [directoryOf(at), at]) {
    const found = all.get(at);
    if (found) return found;
  }
  return undefined;
}

/** Files of objects that no kustomization names, beside others that the kustomization of their directory lists; by that kustomization. */
export function unlistedManifests(
  readings: readonly DocumentReading[],
  all: ReadonlyMap<string, KustomizationFile>,
  used: ReadonlySet<string>,
): ReadonlyMap<KustomizationFile, readonly YamlDocument[]> {
  const named = new Set([...all.values()].flatMap(({ resources, patches, data }) => [...resources, ...patches, ...data].map(({ path }) => path)));
  const found = new Map<KustomizationFile, YamlDocument[]>();
  const seen = new Set<string>();
  for (const { document, kind } of readings) {
    const { path } = document.file;
    if (kind !== 'objects' || seen.has(path) || named.has(path) || used.has(path)) continue;
    seen.add(path);
    const nearest = findNearestAbove(path, all);
    const isBeside = nearest?.resources.some(resource => FILE.test(resource.path) && directoryOf(resource.path) === directoryOf(path));
    if (!nearest || nearest.hidesPaths || !isBeside) continue;
    const own = found.get(nearest) ?? [];
    own.push(document);
    found.set(nearest, own);
  }
  return found;
}
