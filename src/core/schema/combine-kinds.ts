import { compareVersions } from './built-in-kinds.ts';
import type { KindInfo, Kinds } from './kinds.ts';

const groupOf = (apiVersion: string): string => (apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.lastIndexOf('/')) : '');

/** Kinds from several sources. The first one that defines a kind in any version of its group speaks for all of that kind. */
export function combineKinds(sources: readonly Kinds[]): Kinds {
  const found = new Map<string, KindInfo | undefined>();
  // Most kinds are found at once: only where a version is not there it matters who defines the others.
  const look = (apiVersion: string, kind: string): KindInfo | undefined => {
    for (const source of sources) {
      const info = source.find(apiVersion, kind);
      if (info || source.versionsOf(groupOf(apiVersion), kind).length > 0) return info;
    }
    return undefined;
  };
  const owner = (group: string, kind: string): Kinds | undefined => sources.find(source => source.versionsOf(group, kind).length > 0);
  const isOwned = ({ apiVersion, kind }: KindInfo, source: Kinds): boolean => owner(groupOf(apiVersion), kind) === source;
  const all = (list: (source: Kinds) => readonly KindInfo[]): KindInfo[] => sources.flatMap(source => list(source).filter(kind => isOwned(kind, source)));
  return {
    find(apiVersion, kind) {
      const key = `${apiVersion} ${kind}`;
      if (!found.has(key)) found.set(key, look(apiVersion, kind));
      return found.get(key);
    },
    versionsOf: (group, kind) => owner(group, kind)?.versionsOf(group, kind) ?? [],
    ofVersion: apiVersion => all(source => source.ofVersion(apiVersion)),
    named: kind => all(source => source.named(kind)).sort((a, b) => compareVersions(a.apiVersion, b.apiVersion)),
    kindNames: () => new Set(sources.flatMap(source => [...source.kindNames()])),
    isBuiltInGroup: group => sources.some(source => source.isBuiltInGroup(group)),
  };
}
