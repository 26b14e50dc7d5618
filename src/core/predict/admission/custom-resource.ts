import type { Resource } from '../../model/resource.ts';
import { readCustomResource, type CustomReading, type CustomValue } from '../../schema/custom-value.ts';
import type { KindInfo, Kinds } from '../../schema/kinds.ts';
import { listTypeFaults } from '../../schema/list-types.ts';
import type { Minor, Schema } from '../../schema/schema.ts';
import { ValueValidator } from '../../schema/validate-value.ts';
import type { ValueFault } from '../../schema/value-fault.ts';
import { cursorAt, type Step } from '../../schema/walk.ts';
import type { Cause, Reason } from './cause.ts';
import { hasRules, ruleRefusals } from './custom-resource-rules.ts';
import { NO_FIELD, refusalOf, type Refusal } from './custom-resource-words.ts';
import { decodePart, unknownFieldCause, type Decoding } from './decode.ts';
import type { Engines } from './validator.ts';
import type { Refusals } from './refusals.ts';

/** A custom resource with the schema of its version. */
export interface CustomResource {
  readonly resource: Resource;
  readonly schema: Schema;
  readonly reading: CustomReading;
}

/** Reads an object of a custom kind; undefined for built-in kinds and those without a schema. */
export function findCustomResource(resource: Resource, kind: KindInfo | undefined): CustomResource | undefined {
  const schema = kind && kind.source !== 'built-in' ? kind.schema() : undefined;
  return schema && { resource, schema, reading: readCustomResource(resource.body, schema) };
}

/** Metadata have the same Go type in every kind. */
const metadataSchema = (kinds: Kinds): Schema | undefined => kinds.find('v1', 'ConfigMap')?.schema()?.field?.('metadata')?.schema;

/** What the decoder makes of a custom resource: its metadata are decoded by themselves, then all unknown fields are told together. */
export function decodeCustomResource({ resource, reading }: CustomResource, kinds: Kinds, minors: readonly Minor[]): Decoding {
  const schema = metadataSchema(kinds);
  const metadata = schema ? decodePart(resource.metadata, schema, minors) : { causes: [], told: [], hasUnknown: false };
  const renamed = metadata.causes.map(cause => (cause.reason === 'unknown-field' ? inMetadata(cause) : cause));
  const unknown = reading.unknownFields.map(steps => unknownFieldCause({ object: resource.body, steps, minors }));
  const causes = [...renamed, ...unknown];
  const told = metadata.told.some(({ reason }) => reason === 'decode') ? metadata.told : causes;
  return { causes, told, hasUnknown: reading.hasHidden || metadata.hasUnknown };
}

/** The decoder of metadata alone does not know where they stand; the server adds it to unknown fields. */
function inMetadata(cause: Cause): Cause {
  const field = `metadata.${cause.field}`;
  return { ...cause, field, message: `unknown field "${field}"` };
}

/** Refusals of these reasons keep the server from looking at rules. */
const BLOCKING: ReadonlySet<Reason> = new Set([
  'FieldValueNotSupported',
  'FieldValueRequired',
  'FieldValueTooLong',
  'FieldValueTooMany',
  'FieldValueTypeInvalid',
]);

/** Faults that come with another one in the same place: the alternatives of a schema with what is wrong in the best of them. */
function isEcho(fault: ValueFault, faults: readonly ValueFault[]): boolean {
  if (fault.kind === 'not-an-object') return true;
  const isWide = fault.kind === 'any-of' || fault.kind === 'one-of' || fault.kind === 'all-of';
  if (!isWide && fault.kind !== 'range') return false;
  return faults.some(other => other !== fault && other.kind !== 'any-of' && other.kind !== 'one-of' && startsWith(other.steps, fault.steps));
}

const startsWith = (steps: readonly Step[], start: readonly Step[]): boolean => start.every(({ name }, index) => steps[index]?.name === name);

const UNCHECKED: Refusal = {
  isEcho: true,
  check: 'custom-resource/rules-unchecked',
  reason: 'FieldValueInvalid',
  field: NO_FIELD,
  message: 'Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
};

/** Validates a custom resource by its schema. True where something that is not known decides. */
export function validateCustomResource({ resource, schema, reading }: CustomResource, to: Refusals, { cel }: Engines): boolean {
  const { value, open } = reading;
  const told = new Set<string>();
  const refuse = ({ check, field, ...said }: Refusal, steps: readonly Step[]): void => {
    const key = `${field}\n${said.message}`;
    if (told.has(key)) return;
    told.add(key);
    to.add(check, cursorAt(resource.body, steps), said, { field });
  };
  const outcome = new ValueValidator({ matches: (pattern, text) => cel?.matches(pattern, text), open }).validate(value, schema);
  const faults = [...outcome.faults, ...listTypeFaults(value, schema)];
  for (const fault of faults) refuse({ ...refusalOf(fault), isEcho: isEcho(fault, faults) }, fault.steps);
  if (to.causes.some(({ reason }) => BLOCKING.has(reason))) {
    if (hasRules(schema)) refuse(UNCHECKED, []);
    return outcome.isOpen;
  }
  return checkRules(value, schema, { cel, open }, refuse) || outcome.isOpen;
}

interface RuleEngine extends Engines {
  readonly open: ReadonlySet<unknown>;
}

/** The rules of a schema. True where one cannot be told. */
function checkRules(value: CustomValue, schema: Schema, { cel, open }: RuleEngine, refuse: (refusal: Refusal, steps: readonly Step[]) => void): boolean {
  if (!hasRules(schema)) return false;
  if (!cel) return true;
  const { refusals, isOpen } = ruleRefusals(value, schema, { cel, open });
  for (const refusal of refusals) refuse(refusal, refusal.steps);
  return isOpen;
}
