import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext } from '../../validator.ts';
import { validateDefaults } from './crd-defaults.ts';
import { validateOpenApiSchema } from './crd-open-api.ts';
import { RuleValidation } from './crd-rules.ts';
import { unreadableKeyword, type SchemaCursor } from './crd-schema-parts.ts';
import { validateStructural } from './crd-structural.ts';

interface SchemaOptions {
  /** The status is written by itself, so that its schema must be found in `properties`. */
  readonly hasStatus: boolean;
  readonly context: AdmissionContext;
}

/** Fields that may stand at the root where the status is written by itself, as the server lists them. */
const ROOT_FIELDS =
  'Description Type Format Title Maximum ExclusiveMaximum Minimum ExclusiveMinimum MaxLength MinLength Pattern MaxItems MinItems UniqueItems MultipleOf Required Items Properties ExternalDocs Example XPreserveUnknownFields XValidations';

/** Fields of a schema that may not stand at the root then, in their order, by the names of Go. */
const FORBIDDEN_AT_ROOT = [
  'id',
  '$schema',
  '$ref',
  'nullable',
  'default',
  'enum',
  'maxProperties',
  'minProperties',
  'allOf',
  'oneOf',
  'anyOf',
  'not',
  'additionalProperties',
  'patternProperties',
  'dependencies',
  'additionalItems',
  'definitions',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
];

function isStated(schema: SchemaCursor, name: string): boolean {
  const field = schema.get(name);
  return field.isPresent && field.text !== 'false' && field.text !== '';
}

function validateRoot(schema: SchemaCursor, to: Refusals): void {
  const type = textOf(schema.get('type'));
  if (type !== undefined && type !== '' && type !== 'object') {
    to.invalid('crd-schema/root', schema.get('type'), 'only "object" is allowed as the type at the root of the schema if the status subresource is enabled');
  } else if (FORBIDDEN_AT_ROOT.some(name => isStated(schema, name))) {
    to.invalid('crd-schema/root', schema, `only [${ROOT_FIELDS}] fields are allowed at the root of the schema if the status subresource is enabled`);
  }
}

/**
 * The schema of a version (`validateCustomResourceDefinitionValidation`): each step is made only of what passed the steps before: that it is
 * structural, that its defaults fit it, that its rules compile.
 */
export function validateSchema(schema: SchemaCursor, to: Refusals, { hasStatus, context }: SchemaOptions): void {
  const before = to.causes.length;
  if (hasStatus) validateRoot(schema, to);
  if (schema.get('nullable').text === 'true') to.forbidden('crd-schema/root', schema.get('nullable'), 'nullable cannot be true at the root');
  const unreadable = unreadableKeyword(schema);
  const found = to.causes.length;
  if (unreadable === undefined) validateStructural(schema, to, context);
  if (unreadable === undefined && to.causes.length === found) validateDefaults(schema, to, context);
  const isSound = unreadable === undefined && to.causes.length === found;
  validateOpenApiSchema(schema, to, isSound ? new RuleValidation(context) : undefined);
  if (unreadable !== undefined && to.causes.length === before) to.invalid('crd-schema/structural', schema, unreadable, { value: '' });
}
