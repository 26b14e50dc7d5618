import type { CustomResourceDefinition, CustomResourceDefinitionVersion } from 'kubernetes-types/apiextensions/v1.d.ts';
import { compareVersions } from '../schema/built-in-kinds.ts';
import type { KindInfo, Kinds } from '../schema/kinds.ts';
import type { Schema } from '../schema/schema.ts';
import { readStructuralSchema } from '../schema/structural-schema.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import { isPlaceholder } from '../yaml/mask.ts';
import { toValue, type PlainValue } from '../yaml/to-value.ts';
import { UNKNOWN, type Resource } from './resource.ts';

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
  /** Undefined where a placeholder stands for it: then it may define anything. */
  readonly group: string | undefined;
  readonly kind: string | undefined;
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

/** Whether an object is a CustomResourceDefinition, or may be one whose kind or version is a placeholder. */
function mayBeDefinition({ apiVersion, group, kind, body }: Resource): boolean {
  if (kind === 'CustomResourceDefinition') return group === 'apiextensions.k8s.io' || apiVersion === UNKNOWN;
  return kind === UNKNOWN && (group === 'apiextensions.k8s.io' || body.get('spec').get('names').get('plural').isPresent);
}

/** A part of a definition, as a patch is one, tells its group by its name: the API server demands `<plural>.<group>`. */
function groupInName({ name }: Resource): string | undefined {
  const text = valueOf(name) ?? '';
  const dot = text.indexOf('.');
  return dot === -1 ? undefined : text.slice(dot + 1);
}

/** The definition that an object is; undefined for all other objects. */
export function readDefinition(resource: Resource): Definition | undefined {
  if (!mayBeDefinition(resource)) return undefined;
  const spec = resource.body.as<CustomResourceDefinition>().get('spec');
  const [written, kind, plural] = [spec.get('group'), spec.get('names').get('kind'), spec.get('names').get('plural')].map(field => valueOf(field.string()));
  const group = spec.get('group').isAbsent ? groupInName(resource) : written;
  const listed = spec.get('versions');
  const read = listed.items().map(readVersion);
  const versions = resource.version !== 'v1beta1' ? read.flatMap(version => version ?? []) : readOldVersions(resource);
  const scope = valueOf(spec.get('scope').string()) === 'Cluster' ? 'Cluster' : 'Namespaced';
  const isOpen = !listed.isList || listed.isOpen || read.includes(undefined);
  return { resource, group, kind, plural: plural ?? '', scope, versions, isOpen };
}

/** Definitions by group and kind: a set may hold one twice, for two clusters or two releases. */
type Table = ReadonlyMap<string, readonly Definition[]>;

const textOf = ({ resource: { body } }: Definition): string => body.source;

/** Keywords whose text often looks like a placeholder: prose, and expressions. */
const TEXTS: ReadonlySet<string> = new Set(['description', 'example', 'message', 'messageExpression', 'pattern', 'rule']);

/** Whether a part of a schema is not known. */
function holdsPlaceholder(value: PlainValue): boolean {
  if (typeof value === 'string') return isPlaceholder(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, part]: [string, PlainValue]) => !TEXTS.has(key) && holdsPlaceholder(part));
}

function kindsOf(group: string, kind: string, definitions: readonly Definition[], ofSet: boolean): KindInfo[] {
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
      return value === undefined || holdsPlaceholder(value) ? undefined : (schema ??= readStructuralSchema(value));
    };
    const { plural, scope, resource } = first;
    return { apiVersion: `${group}/${name}`, kind, plural, scope, source: 'input', ...(ofSet ? { definedIn: resource.document } : {}), schema: read };
  });
}

function splitApiVersion(apiVersion: string): readonly [group: string, version: string] {
  const slash = apiVersion.lastIndexOf('/');
  return [apiVersion.slice(0, Math.max(0, slash)), apiVersion.slice(slash + 1)];
}

/** The kinds that CustomResourceDefinitions define, those of the set or those that the configuration names; undefined where there is none. */
export function readDefinedKinds(resources: Iterable<Resource>, ofSet = true): Kinds | undefined {
  const table = new Map<string, Definition[]>();
  const open: Definition[] = [];
  for (const resource of resources) {
    const definition = readDefinition(resource);
    if (!definition) continue;
    const { group, kind } = definition;
    if (definition.isOpen || group === undefined || kind === undefined) open.push(definition);
    if (group === undefined || kind === undefined) continue;
    const known = table.get(`${group} ${kind}`);
    if (known) known.push(definition);
    else table.set(`${group} ${kind}`, [definition]);
  }
  return table.size === 0 && open.length === 0 ? undefined : new DefinedKinds(table, open, ofSet);
}

class DefinedKinds implements Kinds {
  readonly #table: Table;
  /** Definitions that may define more than they show. */
  readonly #open: readonly Definition[];
  readonly #ofSet: boolean;
  readonly #kinds = new Map<string, readonly KindInfo[]>();

  constructor(table: Table, open: readonly Definition[], ofSet: boolean) {
    this.#table = table;
    this.#open = open;
    this.#ofSet = ofSet;
  }

  find(apiVersion: string, kind: string): KindInfo | undefined {
    const [group] = splitApiVersion(apiVersion);
    return this.versionsOf(group, kind).find(info => info.apiVersion === apiVersion);
  }

  versionsOf(group: string, kind: string): readonly KindInfo[] {
    const key = `${group} ${kind}`;
    const known = this.#kinds.get(key) ?? kindsOf(group, kind, this.#table.get(key) ?? [], this.#ofSet);
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

  mayFind(apiVersion: string, kind: string): KindInfo | undefined {
    const [group] = splitApiVersion(apiVersion);
    const fits = (shown: string | undefined, name: string): boolean => shown === undefined || shown === name;
    const found = this.#open.find(other => fits(other.group, group) && fits(other.kind, kind));
    return found && { apiVersion, kind, plural: found.plural, scope: found.scope, source: 'input', schema: () => undefined };
  }

  #all(): readonly KindInfo[] {
    return [...this.#table.values()].flatMap(([first]) =>
      first?.group === undefined || first.kind === undefined ? [] : this.versionsOf(first.group, first.kind),
    );
  }
}
