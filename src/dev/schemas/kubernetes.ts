import type { GeneratedFile } from '../generated-file.ts';
import { readMinor, type MinorPackages } from './go-packages.ts';
import { kindCodes } from './kinds-of.ts';
import { mentionedTypes, mergePackage, type MergedPackage, type MergedType } from './merge-minors.ts';
import { MINORS } from './modules.ts';

const FOLDER = 'schemas/kubernetes';

/** The types that kinds reach, by file; the others are of no use to a reader of manifests. */
function reachable(packages: ReadonlyMap<string, MergedPackage>, roots: readonly string[]): Map<string, Map<string, MergedType>> {
  const found = new Map<string, Map<string, MergedType>>();
  const pending = [...roots];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const dot = name.lastIndexOf('.');
    const [file, own] = [name.slice(0, dot), name.slice(dot + 1)];
    const type = packages.get(file)?.types.get(own);
    const types = found.get(file) ?? new Map<string, MergedType>();
    if (type === undefined || types.has(own)) continue;
    found.set(file, types.set(own, type));
    pending.push(...mentionedTypes(type).map(mentioned => (mentioned.includes('.') ? mentioned : `${file}.${mentioned}`)));
  }
  return found;
}

/** JSON with one type or kind a line: small, and a change shows as one line. */
export function renderTable(entries: readonly (readonly [string, unknown])[]): string {
  return `{\n${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',\n')}\n}\n`;
}

const sorted = <T>(map: ReadonlyMap<string, T>): (readonly [string, T])[] => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));

const sourcesOf = (minors: readonly MinorPackages[]): (readonly [string, string])[] =>
  minors.flatMap(({ modules }) => modules.map(({ path, version, sum }) => [`${path}@${version}`, sum] as const));

/** The files of `schemas/kubernetes`: the kinds of all groups in one, the types of each group and version in one each. */
export function renderKubernetes(note: (text: string) => void): GeneratedFile[] {
  const minors = MINORS.map(readMinor);
  const paths = new Set(minors.flatMap(({ packages }) => [...packages.keys()]));
  const kinds = new Map<string, Record<string, string>>();
  const packages = new Map<string, MergedPackage>();
  for (const path of paths) {
    const merged = mergePackage(path, minors, note);
    packages.set(merged.file, merged);
    const codes = kindCodes(path, minors);
    if (Object.keys(codes).length > 0) kinds.set(merged.file, codes);
  }
  const roots = [...kinds].flatMap(([file, codes]) => Object.keys(codes).flatMap(kind => [`${file}.${kind}`, `${file}.${kind}List`]));
  const types = reachable(packages, [...roots, 'core-v1.List']);
  return [
    { path: `${FOLDER}/kinds.json`, text: renderTable(sorted(kinds)) },
    { path: `${FOLDER}/sources.json`, text: renderTable(sourcesOf(minors)) },
    ...[...types].map(([file, own]) => ({ path: `${FOLDER}/${file}.json`, text: renderTable(sorted(own)) })),
  ];
}
