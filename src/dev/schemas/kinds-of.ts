import type { GoPackage, GoType, MinorPackages } from './go-packages.ts';
import { versionsOf } from './merge-minors.ts';

/** Kinds with a resource of their own that no client is generated for. */
const WITHOUT_CLIENT: Readonly<Record<string, readonly string[]>> = { 'k8s.io/api/core/v1': ['Binding'] };

/** Beta versions that came after 1.24 and are on by default all the same: the group had no stable version yet. */
const ON_BY_DEFAULT: ReadonlySet<string> = new Set(['k8s.io/api/flowcontrol/v1beta3']);

const isKind = (path: string, name: string, type: GoType | undefined): boolean =>
  (type?.markers?.includes('genclient') === true && !type.markers.includes('genclient:noVerbs')) || WITHOUT_CLIENT[path]?.includes(name) === true;

function pluralOf(name: string): string {
  const word = name.toLowerCase();
  if (word === 'endpoints') return word;
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** `1.22` as 22. */
const minorOf = (version: string | undefined): number | undefined => (version === undefined ? undefined : Number(version.split('.')[1]));

/** Whether an administrator has to turn the version on: alpha, and beta since 1.24 (S-346). */
function isOffByDefault(own: GoPackage, introduced: number): boolean {
  return own.name.includes('alpha') || (own.name.includes('beta') && introduced >= 24 && !ON_BY_DEFAULT.has(own.path));
}

/** The replacement as `group/version/Kind`. Some tags name the list of the kind. */
function replacementOf(kind: string, replacement: string): string {
  const named = replacement.replace(/^\//, '');
  return named.endsWith(`/${kind}List`) ? named.slice(0, -'List'.length) : named;
}

function kindCode(name: string, own: GoPackage, present: readonly number[], all: readonly number[]): string {
  const type = own.types[name];
  const markers = type?.markers ?? [];
  const plural = markers.find(marker => marker.startsWith('resourceName='))?.slice('resourceName='.length) ?? pluralOf(name);
  const life = own.lifecycle[name] ?? {};
  const [introduced, deprecated, removed] = [minorOf(life['introduced']), minorOf(life['deprecated']), minorOf(life['removed'])];
  const first = Math.max(introduced ?? 0, Math.min(...present) === Math.min(...all) ? 0 : Math.min(...present));
  const last = Math.min(removed === undefined ? Infinity : removed - 1, Math.max(...present) === Math.max(...all) ? Infinity : Math.max(...present));
  const since = first > Math.min(...all) ? String(first) : '';
  const until = last === Infinity ? '' : String(last);
  const words = [
    plural,
    markers.includes('genclient:nonNamespaced') ? 'Cluster' : 'Namespaced',
    ...(since === '' && until === '' ? [] : [`${since}-${until}`]),
    ...(isOffByDefault(own, introduced ?? first) ? ['off'] : []),
    ...(deprecated === undefined ? [] : [`deprecated=${String(deprecated)}`]),
    ...(removed === undefined ? [] : [`removed=${String(removed)}`]),
    ...(life['replacement'] === undefined ? [] : [`by=${replacementOf(name, life['replacement'])}`]),
  ];
  return words.join(' ');
}

/** The kinds of one package, each in one text: plural, scope, the minors that have it, and its way to the end. */
export function kindCodes(path: string, minors: readonly MinorPackages[]): Record<string, string> {
  const versions = versionsOf(path, minors);
  const all = minors.map(({ minor }) => minor);
  const names = new Set(versions.flatMap(({ own }) => Object.keys(own.types).filter(name => isKind(path, name, own.types[name]))));
  const codes: Record<string, string> = {};
  for (const name of [...names].sort()) {
    const holders = versions.filter(({ own }) => isKind(path, name, own.types[name]));
    const [newest] = holders;
    if (newest) codes[name] = kindCode(name, newest.own, holders.map(({ minor }) => minor), all);
  }
  return codes;
}

