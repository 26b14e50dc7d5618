import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

function isJson(value: unknown): value is Json {
  return value !== undefined;
}

/** What a parser gave, as JSON. */
function toJson(value: unknown): Json {
  return isJson(value) ? value : null;
}

export function readJson(text: string): Json {
  return toJson(JSON.parse(text));
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

export const textAt = (value: Json | undefined, key: string): string => (isObject(value) && typeof value[key] === 'string' ? value[key] : '');
export function listAt(value: Json | undefined, key: string): readonly Json[] {
  const list: Json | undefined = isObject(value) ? value[key] : undefined;
  return isList(list) ? list : [];
}

/** One version of a kind that a project defines. */
export interface DefinedVersion {
  readonly name: string;
  readonly served: boolean;
  readonly storage: boolean;
  /** Served by definitions only that a user has to choose. */
  readonly isExperimental?: true;
  readonly schema: Json;
}

export interface DefinedKind {
  readonly group: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: string;
  readonly versions: readonly DefinedVersion[];
}

function filesOf(location: string): string[] {
  if (!statSync(location).isDirectory()) return [location];
  const names = readdirSync(location).filter(name => /\.ya?ml$/.test(name) && !name.startsWith('kustomization'));
  return names.sort().map(name => path.join(location, name));
}

function readDefinition(document: Json): DefinedKind[] {
  const spec = isObject(document) ? document['spec'] : undefined;
  if (textAt(document, 'kind') !== 'CustomResourceDefinition' || !isObject(spec)) return [];
  const names = spec['names'];
  const versions = listAt(spec, 'versions').map(version => {
    const schema = isObject(version) && isObject(version['schema']) ? (version['schema']['openAPIV3Schema'] ?? {}) : {};
    return { name: textAt(version, 'name'), served: isObject(version) && version['served'] === true, storage: isObject(version) && version['storage'] === true, schema };
  });
  return [{ group: textAt(spec, 'group'), kind: textAt(names, 'kind'), plural: textAt(names, 'plural'), scope: textAt(spec, 'scope'), versions }];
}

/** The kinds that the CustomResourceDefinitions of a file or a folder define. */
export function readDefinitions(location: string): DefinedKind[] {
  const documents = filesOf(location).flatMap(file => parseAllDocuments(readFileSync(file, 'utf8'), { logLevel: 'silent' }));
  return documents.flatMap(document => readDefinition(toJson(document.toJS({ maxAliasCount: -1 }))));
}
