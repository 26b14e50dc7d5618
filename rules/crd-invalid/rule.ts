import { defineRule, showValue, valueOf, type CheckId, type Cursor, type Refusal } from '../../src/core/api.ts';

type Variant = 'definition' | 'schema' | 'rule';

interface Account {
  /** What is wrong, behind the name of the definition or of the property. */
  readonly what: (cursor: Cursor<unknown>) => string;
  readonly help: string;
}

const field = (cursor: Cursor<unknown>): string => /([\w-]+)(?:\[[^\]]*\])*$/.exec(cursor.fieldPath)?.[1] ?? '';

const has = (cursor: Cursor<unknown>): string => (cursor.isScalar ? `has ${field(cursor)} ${showValue(cursor)}` : `has ${field(cursor)} that do not fit`);
const lacks = (cursor: Cursor<unknown>): string => `lacks ${field(cursor)}`;
const forbids = (cursor: Cursor<unknown>): string => `states ${field(cursor)}, which it may not`;

const ACCOUNTS: Readonly<Partial<Record<CheckId, Account>>> = {
  'crd/name': { what: () => 'is not named after its plural and group', help: 'Name it as spec.names.plural, a dot, and spec.group' },
  'crd/group': { what: has, help: 'Write a domain, such as shop.example.com' },
  'crd/approval': { what: () => 'takes a group of Kubernetes without its approval', help: 'Use a group of your own' },
  'crd/approval-required': { what: () => 'takes a group of Kubernetes without its approval', help: 'Use a group of your own' },
  'crd/storage-version': { what: () => 'has not exactly one stored version', help: 'Set storage: true on exactly one version' },
  'crd/version-repeated': { what: () => 'has two versions of one name', help: 'Give each version a name of its own' },
  'crd/schema-required': { what: () => 'has a version without a schema', help: 'Add schema.openAPIV3Schema' },
  'crd/preserve-unknown-fields': { what: has, help: 'Set x-kubernetes-preserve-unknown-fields in the schema instead' },
  'crd/conversion': { what: forbids, help: 'Set strategy: Webhook, or remove the webhook' },
  'crd-schema/type-required': { what: () => 'has no type', help: 'Add type' },
  'crd-schema/items-required': { what: () => 'is a list without items', help: 'Add items with the schema of its elements' },
  'crd-schema/default': { what: () => 'has a default that it does not take', help: 'Write a default that fits the schema' },
  'crd-schema/pattern': { what: () => 'has a pattern that does not compile', help: 'Write it in the dialect of RE2, which looks neither ahead nor behind' },
  'crd-schema/structural': { what: cursor => `states ${field(cursor)} within anyOf or its like`, help: 'Move it out, only restrictions stand there' },
  'crd-schema/structural-required': { what: () => 'is restricted but not described', help: 'Describe it under properties, outside of anyOf and its like' },
  'crd-schema/rule': { what: () => 'has a rule that does not compile', help: 'Mend the expression where the caret points' },
  'crd-schema/rule-cost': { what: () => 'has a rule that may cost too much', help: 'Bound lists, maps and texts by maxItems, maxProperties and maxLength' },
  'crd-schema/rule-message': { what: () => 'has a rule whose message is none', help: 'Write one line of text, or an expression that gives one' },
  'crd-schema/rule-field-path': { what: () => 'has a rule that points at no field', help: 'Write a path such as .spec.size' },
};

/** What a check says that has no words of its own. */
function accountOf({ check, cursor, reason }: Refusal['cause']): Account {
  const account = ACCOUNTS[check];
  if (account) return account;
  if (reason === 'FieldValueForbidden') return { what: forbids, help: `Remove ${field(cursor)}` };
  return { what: cursor.isAbsent ? lacks : has, help: `${cursor.isAbsent ? 'Add' : 'Change'} ${field(cursor)} as the sentence of the server asks` };
}

/** `Property "size"` where a schema within is refused, else the definition. */
function subjectOf({ resource, cause }: Refusal): string {
  const name = valueOf(resource.name);
  const isNamed = name !== undefined && name !== '';
  const [, property] = /\.properties\[([^\]]+)\][^[]*(?:\[\d+\][^[]*)*$/.exec(cause.cursor.fieldPath) ?? [];
  if (property !== undefined) return `Property "${property}" of ${isNamed ? `"${name}"` : 'a definition'}`;
  return isNamed ? `Definition "${name}"` : 'A definition';
}

function variantOf(check: CheckId): Variant {
  return check.startsWith('crd-schema/rule') ? 'rule' : check.startsWith('crd-schema/') ? 'schema' : 'definition';
}

export default defineRule({
  id: 'crd-invalid',
  title: 'The definition of a custom resource contradicts itself, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: [
    'crd/name',
    'crd/group',
    'crd/approval-required',
    'crd/approval',
    'crd/names',
    'crd/list-kind',
    'crd/version-name',
    'crd/version-repeated',
    'crd/storage-version',
    'crd/deprecation',
    'crd/schema-required',
    'crd/preserve-unknown-fields',
    'crd/column',
    'crd/scale-path',
    'crd/selectable-field',
    'crd/conversion',
    'crd-schema/root',
    'crd-schema/type-required',
    'crd-schema/type',
    'crd-schema/keyword',
    'crd-schema/additional-properties',
    'crd-schema/items-required',
    'crd-schema/structural',
    'crd-schema/structural-required',
    'crd-schema/metadata',
    'crd-schema/extension',
    'crd-schema/pattern',
    'crd-schema/default',
    'crd-schema/list-type-required',
    'crd-schema/list-type',
    'crd-schema/map-keys-required',
    'crd-schema/map-keys',
    'crd-schema/rule-required',
    'crd-schema/rule',
    'crd-schema/rule-cost',
    'crd-schema/rule-message-required',
    'crd-schema/rule-message',
    'crd-schema/rule-field-path',
  ],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { definition: 'error', schema: 'error', rule: 'error' },
  facts: ['apiextensions.k8s.io/v1 CustomResourceDefinitionSpec', 'apiextensions.k8s.io/v1 JSONSchemaProps'],

  *check(refusal) {
    const { cause } = refusal;
    const { what, help } = accountOf(cause);
    yield { variant: variantOf(cause.check), message: `${subjectOf(refusal)} ${what(cause.cursor)}, so it is refused`, at: cause.at, help };
  },
});
