import type { GoPackage, MinorPackages } from './go-packages.ts';
import { fileOf, typeCode, type TypeCode } from './type-codes.ts';

/** A declared type over all minors: what it stands for, or its fields, each with the minors that know it. */
export type MergedType = string | Readonly<Record<string, string>>;

export interface MergedPackage {
  readonly file: string;
  readonly types: ReadonlyMap<string, MergedType>;
}

/** A minor range as it stands in the tables: `24-`, `-25`, `24-27`; empty where all minors of `of` are meant. */
export function rangeCode(minors: readonly number[], of: readonly number[]): string {
  const [first, last] = [Math.min(...minors), Math.max(...minors)];
  const since = first > Math.min(...of) ? String(first) : '';
  const until = last < Math.max(...of) ? String(last) : '';
  return since === '' && until === '' ? '' : `${since}-${until}`;
}

const typePart = (code: string): string => code.split(' ')[0] ?? '';

/** The packages of all minors with that path, newest first. */
export function versionsOf(path: string, minors: readonly MinorPackages[]): { readonly minor: number; readonly own: GoPackage; readonly all: MinorPackages }[] {
  return minors.flatMap(all => {
    const own = all.packages.get(path);
    return own ? [{ minor: all.minor, own, all }] : [];
  }).toSorted((a, b) => b.minor - a.minor);
}

function mergeStructs(codes: readonly { readonly minor: number; readonly code: ReadonlyMap<string, string> }[], note: (text: string) => void): Record<string, string> {
  const all = codes.map(({ minor }) => minor);
  const merged: Record<string, string> = {};
  for (const name of new Set(codes.flatMap(({ code }) => [...code.keys()]))) {
    const known = codes.flatMap(({ minor, code }) => (code.has(name) ? [{ minor, code: code.get(name) ?? '' }] : []));
    const newest = known[0]?.code ?? '';
    const range = rangeCode(known.map(({ minor }) => minor), all);
    for (const other of new Set(known.map(({ code }) => typePart(code)))) if (other !== typePart(newest)) note(`${name}: ${other}, now ${typePart(newest)}`);
    merged[name] = range === '' ? newest : `${newest} ${range}`;
  }
  return merged;
}

function mergeType(codes: readonly { readonly minor: number; readonly code: TypeCode }[], note: (text: string) => void): MergedType {
  const newest = codes[0]?.code ?? 'any';
  if (typeof newest === 'string') return newest;
  return mergeStructs(codes.flatMap(({ minor, code }) => (typeof code === 'string' ? [] : [{ minor, code }])), note);
}

/** One package over all minors, with every type that it declares. `note` hears of fields whose type changed. */
export function mergePackage(path: string, minors: readonly MinorPackages[], note: (text: string) => void): MergedPackage {
  const versions = versionsOf(path, minors);
  const names = new Set(versions.flatMap(({ own }) => Object.keys(own.types)));
  const types = new Map<string, MergedType>();
  for (const name of [...names].sort()) {
    const codes = versions.flatMap(({ minor, own, all }) => {
      const code = typeCode(name, own, all.packages);
      return code === undefined ? [] : [{ minor, code }];
    });
    if (codes.length > 0) types.set(name, mergeType(codes, text => { note(`${path}.${name}.${text}`); }));
  }
  const [newest] = versions;
  if (!newest) throw new Error(`${path} is in no minor`);
  return { file: fileOf(newest.own), types };
}

/** Names of types that a code mentions: `ServicePort`, `core-v1.PodSpec`. */
export function mentionedTypes(type: MergedType): string[] {
  const codes = typeof type === 'string' ? [type] : Object.values(type);
  return codes.flatMap(code => typePart(code).match(/[\w.-]*\b[A-Z]\w*/g) ?? []);
}
