import type { ObjectMeta } from 'kubernetes-types/meta/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123LabelFaults, dns1123SubdomainFaults, qualifiedNameFaults } from '../../formats.ts';
import type { CheckId } from '../../checks/index.ts';
import { isEmpty, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateAnnotations, validateLabels } from './labels.ts';
import { validateOwnerReferences } from './owner-reference.ts';

/** How kinds differ in their metadata. */
export interface MetadataRules {
  /** What the server says against `metadata.name`: the form of a DNS subdomain where absent. */
  readonly nameFaults?: ((name: string) => readonly string[]) | undefined;
  /** The check that such a name fails: `metadata/name` where absent. */
  readonly nameCheck?: CheckId | undefined;
  /** Objects of a cluster lose their namespace unread. Undefined where it is not known. */
  readonly scope?: 'Namespaced' | 'Cluster' | undefined;
  readonly isNamedByServer?: boolean | undefined;
  /** Whether a finalizer wants a domain before its name: custom resources only warn of one without. */
  readonly finalizers?: 'qualified' | 'warned' | 'any';
}

/** Finalizers that need no domain. */
export const STANDARD_FINALIZERS: ReadonlySet<string> = new Set(['kubernetes', 'orphan', 'foregroundDeletion']);

/** What a server appends to `generateName`, of which it keeps 58 characters: five of these. */
const RANDOM_END = 'bcdfg';
const GENERATED_BASE = 58;

/** Metadata of any object (`ValidateObjectMeta`). */
export function validateObjectMeta(metadata: Cursor<ObjectMeta>, to: Refusals, rules: MetadataRules = {}): void {
  validateName(metadata, to, rules);
  if (rules.scope === 'Namespaced') validateNamespace(metadata.get('namespace'), to);
  validateLabels(metadata.get('labels'), to);
  validateAnnotations(metadata.get('annotations'), to);
  validateOwnerReferences(metadata.get('ownerReferences'), to);
  validateFinalizers(metadata.get('finalizers'), to, rules.finalizers ?? 'any');
}

function validateName(metadata: Cursor<ObjectMeta>, to: Refusals, rules: MetadataRules): void {
  const { nameFaults = dns1123SubdomainFaults, nameCheck = 'metadata/name' } = rules;
  const [name, generateName] = [metadata.get('name'), metadata.get('generateName')];
  const [text, base] = [textOf(name), textOf(generateName)];
  if (base !== undefined && base !== '') for (const fault of nameFaults(withoutTrailingDash(base))) to.invalid('metadata/generate-name', generateName, fault);
  if (text === '' && isEmpty(generateName)) {
    if (rules.isNamedByServer !== true) to.required('metadata/name-required', name, 'name or generateName is required');
  } else if (text === '' && base !== undefined) validateGeneratedName(name, base, to, nameFaults);
  else if (text !== undefined && text !== '') for (const fault of nameFaults(text)) to.invalid(nameCheck, name, fault);
}

/** A name that the server made, and refuses like any other. */
function validateGeneratedName(name: Cursor<string>, generateName: string, to: Refusals, nameFaults: (name: string) => readonly string[]): void {
  const base = generateName.slice(0, GENERATED_BASE);
  for (const fault of nameFaults(base + RANDOM_END)) to.invalid('metadata/generate-name', name, fault, { value: `${base}<random>` });
}

/** The name that the server holds: the written one, or one made of `generateName`, with `<random>` for its end; undefined where unknown. */
export function nameAfterCreate(metadata: Cursor<ObjectMeta>): { readonly text: string; readonly shown: string } | undefined {
  const [name, base] = [textOf(metadata.get('name')), textOf(metadata.get('generateName'))?.slice(0, GENERATED_BASE)];
  if (name !== '') return name === undefined ? undefined : { text: name, shown: name };
  if (base === undefined) return undefined;
  return base === '' ? { text: '', shown: '' } : { text: base + RANDOM_END, shown: `${base}<random>` };
}

/** `generateName` may end in a dash, since more follows. */
function withoutTrailingDash(base: string): string {
  return base.length > 1 && base.endsWith('-') ? `${base.slice(0, -2)}a` : base;
}

/** No namespace has another form than a DNS label, so the server does not find it before it would judge its form (S-352). */
function validateNamespace(namespace: Cursor<string>, to: Refusals): void {
  const text = textOf(namespace);
  if (text === undefined || text === '' || dns1123LabelFaults(text).length === 0) return;
  to.add('metadata/namespace', namespace, { reason: 'FieldValueNotFound', message: `namespaces ${JSON.stringify(text)} not found` }, { field: '' });
}

/** Finalizers (`ValidateFinalizers`): each a qualified name, and the two ways to delete dependents not both. */
function validateFinalizers(finalizers: Cursor<string[]>, to: Refusals, form: NonNullable<MetadataRules['finalizers']>): void {
  const names = finalizers.items().map(finalizer => textOf(finalizer));
  for (const [index, finalizer] of finalizers.items().entries()) {
    const name = names[index];
    if (name !== undefined)
      for (const fault of qualifiedNameFaults(name)) to.invalid('metadata/finalizer', finalizer, fault, { field: finalizers.fieldPath, value: name });
  }
  if (names.includes('orphan') && names.includes('foregroundDeletion')) {
    to.invalid('metadata/finalizer', finalizers, 'finalizer orphan and foregroundDeletion cannot be both set');
  }
  if (form !== 'any') for (const finalizer of finalizers.items()) validateFinalizerDomain(finalizer, to, form);
}

/** A domain before the name is wanted of all but the standard ones (`validateKubeFinalizerName`). */
function validateFinalizerDomain(finalizer: Cursor<string>, to: Refusals, form: 'qualified' | 'warned'): void {
  const name = textOf(finalizer);
  if (name === undefined || name.includes('/') || STANDARD_FINALIZERS.has(name)) return;
  if (form === 'qualified') {
    to.invalid('metadata/finalizer', finalizer, 'name is neither a standard finalizer name nor is it fully qualified', { value: name });
  } else {
    const advice = 'prefer a domain-qualified finalizer name including a path (/) to avoid accidental conflicts with other finalizer writers';
    to.warn('metadata/finalizer-warning', finalizer, `metadata.finalizers: ${JSON.stringify(name)}: ${advice}`, { since: 29 });
  }
}
