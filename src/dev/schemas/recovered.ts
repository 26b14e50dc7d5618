import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sharedRoot } from '../shared-tool.ts';
import { isObject, listAt, readJson, type DefinedKind, type Json, type JsonObject } from './definitions.ts';

/**
 * Kinds whose definitions no module carries: their schemas were recovered from the validators of an npm package, which keep types, required
 * fields, enumerations and bounds, and lose rules, defaults and where unknown fields are kept.
 */
export interface RecoveredProject {
  readonly name: string;
  readonly package: string;
  readonly groups: readonly string[];
  /** The definitions keep unknown fields in places that were lost, so they are taken to keep them everywhere. */
  readonly isOpen: boolean;
}

export const RECOVERED: readonly RecoveredProject[] = [
  {
    name: 'Flux controllers for Helm, images and notifications',
    package: 'kubernetes-models-flux-cd-4.0.0',
    groups: ['helm.toolkit.fluxcd.io', 'image.toolkit.fluxcd.io', 'notification.toolkit.fluxcd.io'],
    isOpen: false,
  },
  { name: 'Argo Workflows', package: 'kubernetes-models-argo-workflows-2.0.0', groups: ['argoproj.io'], isOpen: true },
  { name: 'approver-policy', package: 'kubernetes-models-cert-manager-6.0.0', groups: ['policy.cert-manager.io'], isOpen: true },
  {
    name: 'Knative Eventing',
    package: 'kubernetes-models-knative-4.0.0',
    groups: ['eventing.knative.dev', 'flows.knative.dev', 'messaging.knative.dev', 'sinks.knative.dev', 'sources.knative.dev'],
    isOpen: true,
  },
];

/** Types that all of them use. */
const SHARED_TYPES = 'kubernetes-models-apimachinery-3.0.2';

const OPEN: JsonObject = { 'x-kubernetes-preserve-unknown-fields': true };
const KEPT = ['type', 'enum', 'required', 'pattern', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'minimum', 'maximum', 'format', 'nullable'];

const OWN_FORMATS: ReadonlySet<Json> = new Set(['int32', 'int64', 'byte']);

/** Turns recovered schemas, which name each other, into one without references. */
class Recovery {
  readonly #types: JsonObject;
  readonly #isOpen: boolean;

  constructor(types: JsonObject, isOpen: boolean) {
    this.#types = types;
    this.#isOpen = isOpen;
  }

  /** `within` are the types that it stands in: one that holds itself is left open there. */
  convert(schema: Json | undefined, within: readonly string[] = []): JsonObject {
    if (!isObject(schema)) return OPEN;
    if (typeof schema['$ref'] === 'string') return this.#named(schema['$ref'], within);
    const merged: JsonObject = listAt(schema, 'allOf').reduce<JsonObject>((all, part) => (isObject(part) ? { ...all, ...part } : all), schema);
    const kept = KEPT.flatMap(key => (merged[key] === undefined || (key === 'format' && !OWN_FORMATS.has(merged[key])) ? [] : [[key, merged[key]] as const]));
    const { properties, items, additionalProperties } = merged;
    const isFree = merged['type'] === undefined || (merged['type'] === 'object' && !isObject(properties) && additionalProperties === undefined);
    return {
      ...Object.fromEntries(kept),
      ...(isObject(properties) ? { properties: this.#each(properties, within) } : {}),
      ...(items === undefined ? {} : { items: this.convert(items, within) }),
      ...(isObject(additionalProperties) ? { additionalProperties: this.convert(additionalProperties, within) } : {}),
      ...(isFree || (this.#isOpen && isObject(properties)) ? OPEN : {}),
    };
  }

  #each(properties: JsonObject, within: readonly string[]): JsonObject {
    return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, this.convert(schema, within)]));
  }

  #named(name: string, within: readonly string[]): JsonObject {
    if (name.includes('IntOrString') || name.endsWith('ApiResourceQuantity')) return { 'x-kubernetes-int-or-string': true };
    // Steps of Argo Workflows are lists of lists, which their type does not say.
    if (name.endsWith('ParallelSteps')) return OPEN;
    if (name.endsWith('MetaV1Time') || name.endsWith('MetaV1Duration')) return { type: 'string' };
    return within.includes(name) ? OPEN : this.convert(this.#types[name], [...within, name]);
  }
}

const enumAt = (properties: JsonObject, name: string): string | undefined => {
  const [value] = listAt(properties[name], 'enum');
  return typeof value === 'string' ? value : undefined;
};

/** `v1beta1` of a kind, where the type is one. */
function readVersion(type: Json, recovery: Recovery): { readonly group: string; readonly version: string; readonly kind: string; readonly schema: Json } | undefined {
  const properties = isObject(type) ? type['properties'] : undefined;
  if (!isObject(properties) || properties['metadata'] === undefined) return undefined;
  const [apiVersion = '', kind = ''] = [enumAt(properties, 'apiVersion'), enumAt(properties, 'kind')];
  const slash = apiVersion.lastIndexOf('/');
  if (slash < 0 || kind.endsWith('List')) return undefined;
  const converted = recovery.convert(type);
  const fields = isObject(converted['properties']) ? converted['properties'] : {};
  const own = { ...fields, apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: { type: 'object' } };
  const required = listAt(converted, 'required').filter(name => name !== 'apiVersion' && name !== 'kind');
  const schema = { ...converted, properties: own, ...(required.length === 0 ? {} : { required }) };
  return { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1), kind, schema: required.length === 0 ? withoutRequired(schema) : schema };
}

function withoutRequired(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'required'));
}

function pluralOf(kind: string): string {
  const word = kind.toLowerCase();
  return word.endsWith('y') ? `${word.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** The kinds of a recovered project. Which scope a kind has was lost: those that are named so are of the cluster. */
export function readRecovered({ package: name, groups, isOpen }: RecoveredProject): DefinedKind[] {
  const packages = readJson(gunzipSync(readFileSync(path.join(sharedRoot, 'data/crd-schemas.json.gz'))).toString());
  const own = isObject(packages) && isObject(packages[name]) ? packages[name] : {};
  const shared = isObject(packages) && isObject(packages[SHARED_TYPES]) ? packages[SHARED_TYPES] : {};
  const types: JsonObject = { ...shared, ...own };
  const recovery = new Recovery(types, isOpen);
  const kinds = new Map<string, DefinedKind>();
  for (const type of Object.values(own)) {
    const found = readVersion(type, recovery);
    if (!found || !groups.includes(found.group)) continue;
    const { group, kind, version, schema } = found;
    const known = kinds.get(`${group} ${kind}`);
    const scope = kind.startsWith('Cluster') || kind === 'CertificateRequestPolicy' ? 'Cluster' : 'Namespaced';
    const versions = [...(known?.versions ?? []), { name: version, served: true, storage: false, schema }];
    kinds.set(`${group} ${kind}`, { group, kind, plural: pluralOf(kind), scope, versions });
  }
  return [...kinds.values()];
}
