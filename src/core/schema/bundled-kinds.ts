import { compareVersions } from './built-in-kinds.ts';
import { once } from './go-types.ts';
import type { KindInfo, Kinds } from './kinds.ts';
import type { Schema } from './schema.ts';
import { isRecord, Table } from './table.ts';

/** Puts the repeated parts of a packed schema back where `{"$ref": 12}` names them. What is shared stays shared. */
function unpack(value: unknown, parts: readonly unknown[]): unknown {
  if (Array.isArray(value)) return value.map((part: unknown) => unpack(part, parts));
  if (!isRecord(value)) return value;
  if (typeof value['$ref'] === 'number') return parts[value['$ref']];
  for (const key of Object.keys(value)) if (typeof value[key] === 'object') value[key] = unpack(value[key], parts);
  return value;
}

function unpackParts(packed: unknown): unknown[] {
  const parts: unknown[] = [];
  // A part names only parts before it.
  if (Array.isArray(packed)) for (const part of packed) parts.push(unpack(part, parts));
  return parts;
}

/** The definitions of one group: `schemas/crds/<group>.json`. */
class Definitions {
  readonly #table: Table;
  #parts: readonly unknown[] | undefined;

  constructor(text: string | undefined) {
    this.#table = new Table(text);
  }

  /** The OpenAPI schema of a version, as its CustomResourceDefinition holds it. */
  find(version: string, kind: string): unknown {
    this.#parts ??= unpackParts(this.#table.get('parts'));
    return unpack(this.#table.get(`${version}/${kind}`), this.#parts);
  }
}

const groupOf = (apiVersion: string): string => apiVersion.slice(0, Math.max(0, apiVersion.lastIndexOf('/')));

/**
 * The kinds of the projects that svclint carries, read from `schemas/crds` when they are asked for. `read` gives a file's text by its path
 * below `schemas/`, `readSchema` turns the schema of a definition into one that can be walked.
 */
export function readBundledKinds(read: (file: string) => string | undefined, readSchema: (openAPIV3Schema: unknown) => Schema): Kinds {
  const groups = new Map<string, ReadonlyMap<string, readonly KindInfo[]>>();
  const definitions = new Map<string, Definitions>();
  const tableOf = once(() => new Table(read('crds/kinds.json')));
  const groupNames = once(() => tableOf().names());

  const schemaOf = (group: string, version: string, kind: string): Schema => {
    const own = definitions.get(group) ?? new Definitions(read(`crds/${group}.json`));
    definitions.set(group, own);
    return readSchema(own.find(version, kind));
  };
  const readKind = (group: string, kind: string, code: string): KindInfo[] => {
    const [plural = '', scope, ...versions] = code.split(' ');
    const served = versions.filter(version => !version.startsWith('-')).sort(compareVersions);
    return served.map(word => {
      const version = word.replace('~', '');
      let schema: Schema | undefined;
      const names = { apiVersion: `${group}/${version}`, kind, plural, scope: scope === 'Cluster' ? 'Cluster' : 'Namespaced' } as const;
      return { ...names, source: 'bundled', ...(word === version ? {} : { isOffByDefault: true }), schema: () => (schema ??= schemaOf(group, version, kind)) };
    });
  };
  const kindsOf = (group: string): ReadonlyMap<string, readonly KindInfo[]> => {
    const codes = tableOf().get(group);
    const kinds =
      groups.get(group) ?? new Map(Object.entries(isRecord(codes) ? codes : {}).map(([kind, code]) => [kind, readKind(group, kind, String(code))] as const));
    groups.set(group, kinds);
    return kinds;
  };
  return {
    find: (apiVersion, kind) =>
      kindsOf(groupOf(apiVersion))
        .get(kind)
        ?.find(info => info.apiVersion === apiVersion),
    versionsOf: (group, kind) => kindsOf(group).get(kind) ?? [],
    ofVersion: apiVersion => [...kindsOf(groupOf(apiVersion)).values()].flat().filter(info => info.apiVersion === apiVersion),
    named: kind => groupNames().flatMap(group => kindsOf(group).get(kind) ?? []),
    kindNames: () => new Set(groupNames().flatMap(group => [...kindsOf(group).keys()])),
    isBuiltInGroup: () => false,
  };
}
