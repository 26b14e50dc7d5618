import type { CustomResourceDefinitionSpec, CustomResourceDefinitionVersion } from 'kubernetes-types/apiextensions/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { stableText, toValue } from '../../../../yaml/to-value.ts';
import type { Untyped } from '../../../../yaml/untyped.ts';
import { byteLength, dns1035LabelFaults } from '../../formats.ts';
import { booleanOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext } from '../../validator.ts';
import { validateColumn } from './crd-column.ts';
import { warnOfFormats } from './crd-formats.ts';
import { schemaOf } from './crd-schema-parts.ts';
import { validateSchema } from './crd-schema.ts';
import { validateSelectableFields } from './crd-selectable-fields.ts';
import { validateSubresources } from './crd-subresources.ts';

type Version = Cursor<CustomResourceDefinitionVersion>;

const MOST_NODES = 100_000;
const MOST_WARNING = 256;

/** Fields of versions that the server holds once for all versions where they are equal in all, with the name under which it does. */
const SHARED = {
  schema: 'validation',
  subresources: 'subresources',
  additionalPrinterColumns: 'additionalPrinterColumns',
  selectableFields: 'selectableFields',
} as const;

type SharedField = keyof typeof SHARED;

const textIn = (cursor: Cursor<unknown>): string => {
  const value = cursor.isPresent ? toValue(cursor, MOST_NODES) : undefined;
  return value === undefined ? '' : stableText(value);
};

/** True where the field is the same in every version, even absent. */
function isShared(versions: readonly Version[], field: SharedField): boolean {
  if (versions.length < 2) return true;
  const [first = '', ...others] = versions.map(version => textIn(version.as<Untyped>().get(field)));
  return others.every(other => other === first);
}

function validateDeprecation(version: Version, to: Refusals): void {
  const [deprecated, warning] = [booleanOf(version.get('deprecated')), version.get('deprecationWarning')];
  const text = warning.isPresent ? textOf(warning) : undefined;
  if (text === undefined) return;
  if (deprecated === false) {
    to.invalid('crd/deprecation', warning, 'can only be set for deprecated versions');
    return;
  }
  if (byteLength(text) > MOST_WARNING) to.invalid('crd/deprecation', warning, `must be <= ${String(MOST_WARNING)} characters long`);
  if (text === '') to.invalid('crd/deprecation', warning, 'must not be an empty string');
  const at = /[^\P{C}]|[\u2028\u2029]|[^\S ]/u.exec(text)?.index;
  if (at !== undefined) {
    const index = byteLength(text.slice(0, at));
    to.invalid('crd/deprecation', warning, `must only contain printable UTF-8 characters; non-printable character found at index ${String(index)}`);
  }
}

function validateVersionName(version: Version, to: Refusals): void {
  const text = textOf(version.get('name'));
  const faults = text === undefined ? [] : dns1035LabelFaults(text);
  if (faults.length > 0) to.invalid('crd/version-name', version.get('name'), faults.join(','), { value: text });
}

/** Exactly one version is stored, and all have different names. */
function validateVersionList(versions: Cursor<CustomResourceDefinitionVersion[]>, to: Refusals): void {
  const list = versions.items();
  const [names, stored] = [list.map(version => textOf(version.get('name'))), list.map(version => booleanOf(version.get('storage')))];
  if (versions.isOpen && !versions.isAbsent) return;
  const value = versions.isAbsent ? null : toValue(versions, MOST_NODES);
  const known = names.filter(name => name !== undefined);
  if (new Set(known).size < known.length) to.invalid('crd/version-repeated', versions, 'must contain unique version names', { value });
  const [marked, unknown] = [stored.filter(each => each === true).length, stored.filter(each => each === undefined).length];
  if (marked > 1 || (marked === 0 && unknown === 0)) {
    to.invalid('crd/storage-version', versions, 'must have exactly one version marked as storage version', { value });
  }
  // What is stored is told by the status, which the server fills in from the versions.
  if (marked === 0 && unknown === 0) {
    const echo = { reason: 'FieldValueInvalid', message: 'Invalid value: null: must have at least one stored version', isEcho: true } as const;
    to.add('crd/storage-version', versions, echo, { field: 'status.storedVersions' });
  }
}

const hasStatus = (version: Version): boolean => version.get('subresources').get('status').isPresent;

interface VersionOptions {
  readonly isShared: (field: SharedField) => boolean;
  readonly hasStatus: boolean;
  readonly context: AdmissionContext;
}

/** What one version says, except for what it shares with all others: that is validated once. */
function validateVersion(version: Version, to: Refusals, options: VersionOptions): void {
  const untyped = version.as<Untyped>();
  const isFirst = version.index === 0;
  const held = (field: SharedField): Refusals | undefined => {
    if (!options.isShared(field)) return to;
    const prefix = `spec.versions[0].${field}`;
    return isFirst ? to.renamed(path => (path.startsWith(prefix) ? `spec.${SHARED[field]}${path.slice(prefix.length)}` : path)) : undefined;
  };
  validateVersionName(version, to);
  validateDeprecation(version, to);
  const schema = schemaOf(untyped);
  if (schema.isAbsent) to.required('crd/schema-required', schema);
  const into = held('schema');
  if (into && schema.isPresent) validateSchema(schema, into, { hasStatus: options.hasStatus, context: options.context });
  const [scale, columns, fields] = [held('subresources'), held('additionalPrinterColumns'), held('selectableFields')];
  if (scale) validateSubresources(version.get('subresources'), scale);
  if (columns) for (const column of version.get('additionalPrinterColumns').items()) validateColumn(column, columns);
  if (fields) validateSelectableFields(untyped.get('selectableFields'), schema, fields);
  if (into) warnOfFormats(schema, to);
}

/** `validateCustomResourceDefinitionVersion` for each version, and what is said of all together. */
export function validateVersions(spec: Cursor<CustomResourceDefinitionSpec>, to: Refusals, context: AdmissionContext): void {
  const versions = spec.get('versions');
  const list = versions.items();
  const shared = new Map<SharedField, boolean>();
  const shares = (field: SharedField): boolean => {
    const known = shared.get(field) ?? (!versions.isOpen && isShared(list, field));
    shared.set(field, known);
    return known;
  };
  const anyStatus = list.some(hasStatus);
  for (const version of list) {
    const status = shares('schema') ? anyStatus : shares('subresources') ? anyStatus : hasStatus(version);
    validateVersion(version, to, { isShared: shares, hasStatus: status, context });
  }
  validateVersionList(versions, to);
}
