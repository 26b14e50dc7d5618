import { isOfKnownKind, type Resource } from '../../model/resource.ts';
import type { KindInfo } from '../../schema/kinds.ts';
import type { Cause, Warning } from './cause.ts';
import { validateCustomResource, type CustomResource } from './custom-resource.ts';
import { Refusals } from './refusals.ts';
import { validateBySchemaFile } from './schema-file.ts';
import { validateObjectMeta, type MetadataRules } from './validation/meta/metadata.ts';
import type { AdmissionContext, CreateStep, KindValidator } from './validator.ts';
import { findValidator } from './validators.ts';

interface Answered {
  readonly causes: readonly Cause[];
  /** What of it the server tells. */
  readonly told: readonly Cause[];
}

export interface Validation extends Answered {
  readonly warnings: readonly Warning[];
  /** A value that is not known decides a rule of the schema. */
  readonly hasUnknown: boolean;
}

/** Groups of Kubernetes that take a finalizer without a domain. */
const LENIENT_GROUPS: ReadonlySet<string> = new Set(['admissionregistration.k8s.io', 'apiextensions.k8s.io', 'apiregistration.k8s.io', 'coordination.k8s.io']);

function metadataRulesOf({ group }: Resource, kind: KindInfo | undefined, validator: KindValidator | undefined): MetadataRules {
  const isBuiltIn = validator !== undefined || kind?.source === 'built-in';
  const finalizers = isBuiltIn ? (LENIENT_GROUPS.has(group) ? 'any' : 'qualified') : kind ? 'warned' : 'any';
  return {
    nameFaults: validator?.nameFaults,
    nameCheck: validator?.nameCheck,
    scope: kind?.scope ?? validator?.scope,
    isNamedByServer: validator?.isNamedByServer,
    finalizers,
  };
}

/** The steps of a create, one after the other: the server's answer comes from the first that refuses. Nothing is said of what may be any kind. */
export function validate(context: AdmissionContext, kind: KindInfo | undefined, custom: CustomResource | undefined): Validation {
  const { resource, target, engines } = context;
  if (!isOfKnownKind(resource)) return { causes: [], told: [], warnings: [], hasUnknown: false };
  const validator = findValidator(resource, engines);
  const validation = new Refusals(target.minors);
  validateObjectMeta(resource.metadata, validation, metadataRulesOf(resource, kind, validator));
  validator?.validate(resource.body, validation, context);
  const hasUnknown = custom !== undefined && validateCustomResource(custom, validation, engines);
  validateBySchemaFile(resource, kind, validation);
  const run = (step: CreateStep): Answered => {
    const to = new Refusals(target.minors);
    step.refuse(resource.body, to, context);
    return { causes: to.causes, told: step.tells === 'first' ? to.causes.slice(0, 1) : to.causes };
  };
  const middle: Answered = { causes: validation.causes, told: validation.causes.filter(({ isWithheld }) => !isWithheld) };
  const steps = [...(validator?.before ?? []).map(run), middle, ...(validator?.after ?? []).map(run)];
  const told = steps.find(step => step.told.length > 0)?.told ?? [];
  return { causes: steps.flatMap(({ causes }) => causes), told, warnings: validation.warnings, hasUnknown };
}
