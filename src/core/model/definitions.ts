import type { CustomResourceDefinition, CustomResourceDefinitionVersion } from 'kubernetes-types/apiextensions/v1.d.ts';
import { compareVersions } from '../schema/built-in-kinds.ts';
import type { KindInfo, Kinds } from '../schema/kinds.ts';
import type { Schema } from '../schema/schema.ts';
import { readStructuralSchema } from '../schema/structural-schema.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import { toValue } from '../yaml/to-value.ts';
import type { Resource } from './resource.ts';

/** Nodes of a schema that are read; the largest definitions of well-known projects have a tenth of them. */
const MOST_NODES = 500_000;

/** One version that a CustomResourceDefinition defines. */
export interface DefinedVersion {
  readonly name: string;
  /** False where the definition says so: the API server knows the version and does not serve it. */
  readonly served: boolean;
  readonly schema: Cursor<unknown> | undefined;
}

/** What a CustomResourceDefinition of the input defines. */
export interface Definition {
  readonly resource: Resource;
  readonly group: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: 'Namespaced' | 'Cluster';
  readonly versions: readonly DefinedVersion[];
  /** Other versions may be there: a placeholder stands for some. */
  readonly isOpen: boolean;
}

function readVersion(version: Cursor<CustomResourceDefinitionVersion>): DefinedVersion | undefined {
  const name = valueOf(version.get('name').string());
  if (name === undefined) return undefined;
  const schema = version.get('schema').get('openAPIV3Schema');
  return { name, served: valueOf(version.get('served').boolean()) !== false, schema: schema.isMapping ? schema : undefined };
}

/** Versions as `v1beta1` definitions have them: one by name, or several; their schemas bind nobody since that version is gone. */
function readOldVersions(resource: Resource): readonly DefinedVersion[] {
  const spec = resource.body.get('spec');
  const names = [
    spec.get('version'),
    ...spec
      .get('versions')
      .items()
      .map(version => version.get('name')),
  ].map(name => valueOf(name.string()));
  return [...new Set(names)].flatMap(name => (name === undefined ? [] : [{ name, served: true, schema: undefined }]));
}

/** The definition that an object is; undefined for all other objects and where its group or kind is not known. */
export function readDefinition(resource: Resource): Definition | undefined {
  if (resource.group !== 'apiextensions.k8s.io' || resource.kind !== 'CustomResourceDefinition') return undefined;
  const spec = resource.body.as<CustomResourceDefinition>().get('spec');
  const [group, kind, plural] = [spec.get('group'), spec.get('names').get('kind'), spec.get('names').get('plural')].map(field => valueOf(field.string()));
  if (group === undefined || kind === undefined) return undefined;
  const listed = spec.get('versions');
  const read = listed.items().map(readVersion);
  const versions = resource.version === 'v1' ? read.flatMap(version => version ?? []) : readOldVersions(resource);
  const scope = valueOf(spec.get('scope').string()) === 'Cluster' ? 'Cluster' : 'Namespaced';
  const isOpen = !listed.isList || listed.isOpen || read.includes(undefined);
  return { resource, group, kind, plural: plural ?? '', scope, versions, isOpen };
}

/** Definitions by group and kind: a set may hold one twice, for two clusters or two releases. */
type Table = ReadonlyMap<string, readonly Definition[]>;

const textOf = ({ resource: { document, body } }: Definition): string => document.file.text.slice(body.at.span.start, body.at.span.end);

function kindsOf(definitions: readonly Definition[]): KindInfo[] {
  const [first] = definitions;
  if (!first) return [];
  const agree = definitions.every(other => other === first || textOf(other) === textOf(first));
  const served = definitions.flatMap(({ versions }) => versions.filter(version => version.served));
  const names = [...new Set(served.map(({ name }) => name))].sort(compareVersions);
  return names.map(name => {
    const cursor = agree ? served.find(version => version.name === name)?.schema : undefined;
    let schema: Schema | undefined;
    const read = (): Schema | undefined => {
      const value = cursor && toValue(cursor, MOST_NODES);
      return value === undefined ? undefined : (schema ??= readStructuralSchema(value));
    };
    return { apiVersion: `${first.group}/${name}`, kind: first.kind, plural: first.plural, scope: first.scope, source: 'input', schema: read };
  });
}

function withoutSchema({ group, kind, plural, scope }: Definition, version: string): KindInfo {
  return { apiVersion: `${group}/${version}`, kind, plural, scope, source: 'input', schema: () => undefined };
}

function splitApiVersion(apiVersion: string): readonly [group: string, version: string] {
  const slash = apiVersion.lastIndexOf('/');
  return [apiVersion.slice(0, Math.max(0, slash)), apiVersion.slice(slash + 1)];
}

/** The kinds that the CustomResourceDefinitions of the input define; undefined where there is none. */
export function readDefinedKinds(resources: Iterable<Resource>): Kinds | undefined {
  const table = new Map<string, Definition[]>();
  for (const resource of resources) {
    const definition = readDefinition(resource);
    if (!definition) continue;
    const key = `${definition.group} ${definition.kind}`;
    const known = table.get(key);
    if (known) known.push(definition);
    else table.set(key, [definition]);
  }
  return table.size === 0 ? undefined : new DefinedKinds(table);
}

class DefinedKinds implements Kinds {
  readonly #table: Table;
  readonly #kinds = new Map<string, readonly KindInfo[]>();

  constructor(table: Table) {
    this.#table = table;
  }

  find(apiVersion: string, kind: string): KindInfo | undefined {
    const [group, version] = splitApiVersion(apiVersion);
    const open = this.#table.get(`${group} ${kind}`)?.find(({ isOpen }) => isOpen);
    return this.versionsOf(group, kind).find(info => info.apiVersion === apiVersion) ?? (open && withoutSchema(open, version));
  }

  versionsOf(group: string, kind: string): readonly KindInfo[] {
    const key = `${group} ${kind}`;
    const known = this.#kinds.get(key) ?? kindsOf(this.#table.get(key) ?? []);
    this.#kinds.set(key, known);
    return known;
  }

  ofVersion(apiVersion: string): readonly KindInfo[] {
    return this.#all().filter(info => info.apiVersion === apiVersion);
  }

  named(kind: string): readonly KindInfo[] {
    return this.#all().filter(info => info.kind === kind);
  }

  kindNames(): Iterable<string> {
    return this.#all().map(({ kind }) => kind);
  }

  isBuiltInGroup(): boolean {
    return false;
  }

  #all(): readonly KindInfo[] {
    return [...this.#table.values()].flatMap(([first]) => (first ? this.versionsOf(first.group, first.kind) : []));
  }
}
