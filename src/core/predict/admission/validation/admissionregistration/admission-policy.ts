import type { AuditAnnotation, ValidatingAdmissionPolicySpec, Validation, Variable } from 'kubernetes-types/admissionregistration/v1.d.ts';
import { isIdentifier } from '../../../cel/names.ts';
import { BOOL, DYN, NULL, objectOf, STRING, type CelType } from '../../../cel/type.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { qualifiedNameFaults } from '../../formats.ts';
import { countOf, isEmpty, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext, KindValidator } from '../../validator.ts';
import { admissionVariables, type VariableOptions } from './admission-variables.ts';
import { validateExpression } from './cel-expression.ts';
import { validateMatchConditions } from './match-conditions.ts';
import { validateMatchResources } from './match-resources.ts';
import { validateParamKind } from './param-kind.ts';
import { refuseDuplicates, refuseUnsupported } from '../meta/text.ts';
import { validateFailurePolicy, warnOfStaticName } from './webhook.ts';

type Spec = Cursor<ValidatingAdmissionPolicySpec>;
type Variables = Readonly<Record<string, CelType>>;

const REASONS = ['Forbidden', 'Invalid', 'RequestEntityTooLarge'];
const MOST_ANNOTATIONS = 20;
const MOST_VALUE_BYTES = 5 * 1024;

/** Types that a variable keeps; of any other only that it is there is known to the expressions that name it. */
const KEPT: ReadonlySet<string> = new Set(['bool', 'int', 'uint', 'double', 'string', 'bytes', 'list', 'map', 'null', 'duration', 'timestamp']);

/** One policy while its expressions are checked: each may name the variables before it. */
class PolicyExpressions {
  readonly #context: AdmissionContext;
  readonly #to: Refusals;
  readonly #hasParams: boolean;
  /** Undefined where a variable has a name that is not known. */
  #variables: Variables | undefined = {};
  readonly #isComposed: boolean;

  constructor(spec: Spec, to: Refusals, context: AdmissionContext) {
    this.#context = context;
    this.#to = to;
    // Where it is not known whether there are parameters, expressions may name them.
    this.#hasParams = !spec.get('paramKind').isAbsent;
    const variables = spec.get('variables');
    this.#isComposed = !isEmpty(variables);
    if (variables.isOpen && !variables.isAbsent) this.#variables = undefined;
  }

  declared(options: Pick<VariableOptions, 'hasAuthorizer'>): Variables {
    const known = admissionVariables({ hasParams: this.#hasParams, ...options });
    if (!this.#isComposed) return known;
    return { ...known, variables: this.#variables ? objectOf('kubernetes.variables', this.#variables) : DYN };
  }

  get matchConditions(): { readonly context: AdmissionContext; readonly variables: Variables } {
    return { context: this.#context, variables: admissionVariables({ hasParams: this.#hasParams, hasAuthorizer: true }) };
  }

  validate(at: Cursor<string>, returns: readonly CelType[], { hasAuthorizer = true, trims = false } = {}): void {
    const text = textOf(at);
    if (text === undefined) return;
    validateExpression(at, this.#to, {
      context: this.#context,
      variables: this.declared({ hasAuthorizer }),
      returns,
      text: trims ? text.trim() : text,
      repeats: text,
    });
  }

  /** Checks a variable and lets what follows name it. */
  declare(variable: Cursor<Variable>): void {
    const [name, expression] = [textOf(variable.get('name')), variable.get('expression')];
    const text = textOf(expression);
    if (text?.trim() === '') return;
    const type =
      text === undefined
        ? undefined
        : validateExpression(expression, this.#to, { context: this.#context, variables: this.declared({ hasAuthorizer: true }), text });
    if (name === undefined) this.#variables = undefined;
    else if (this.#variables) this.#variables = { ...this.#variables, [name]: type && KEPT.has(type.kind) ? type : DYN };
  }
}

function validateVariable(variable: Cursor<Variable>, to: Refusals, expressions: PolicyExpressions): void {
  const [name, expression] = [variable.get('name'), variable.get('expression')];
  const [text, body] = [textOf(name), textOf(expression)];
  if (text?.trim() === '') to.required('admission-policy/variable-required', name, 'name is not specified');
  else if (text !== undefined && !isIdentifier(text)) to.invalid('admission-policy/variable-name', name, 'must be a valid CEL identifier');
  if (body?.trim() === '') to.required('admission-policy/expression-required', expression, 'expression is not specified');
  expressions.declare(variable);
}

function validateMessage(message: Cursor<string>, to: Refusals): void {
  const text = textOf(message) ?? '';
  if (text === '') return;
  if (text.trim() === '') to.invalid('admission-policy/message', message, 'must be non-empty if specified');
  else if (/[\n\r]/.test(text.trim())) to.invalid('admission-policy/message', message, 'must not contain line breaks');
}

/** `validateValidation`. */
function validateValidation(validation: Cursor<Validation>, to: Refusals, expressions: PolicyExpressions): void {
  const [expression, messageExpression] = [validation.get('expression'), validation.get('messageExpression')];
  if (textOf(expression)?.trim() === '') to.required('admission-policy/expression-required', expression, 'expression is not specified');
  else expressions.validate(expression, [BOOL]);
  const message = textOf(messageExpression) ?? '';
  if (message !== '' && message.trim() === '') to.invalid('admission-policy/message', messageExpression, 'must be non-empty if specified');
  else if (message !== '') expressions.validate(messageExpression, [STRING], { hasAuthorizer: false });
  validateMessage(validation.get('message'), to);
  refuseUnsupported(validation.get('reason'), to, { check: 'admission-policy/reason-unsupported' }, REASONS);
}

/** `validateAuditAnnotation`: the key is a name behind the name of the policy. */
function validateAuditAnnotation(
  annotation: Cursor<AuditAnnotation>,
  to: Refusals,
  { name, expressions }: { readonly name: string | undefined; readonly expressions: PolicyExpressions },
): void {
  const [key, value] = [annotation.get('key'), annotation.get('valueExpression')];
  const text = textOf(key);
  if (name === '') to.invalid('admission-policy/audit-key', key, 'requires metadata.name be non-empty');
  else if (name !== undefined && text !== undefined) {
    const qualified = `${name}/${text}`;
    for (const fault of qualifiedNameFaults(qualified)) to.invalid('admission-policy/audit-key', key, fault, { value: qualified });
  }
  const expression = textOf(value)?.trim();
  if (expression === '') to.required('admission-policy/expression-required', value, 'valueExpression is not specified');
  else if ((expression?.length ?? 0) > MOST_VALUE_BYTES)
    to.required('admission-policy/expression-required', value, `must not exceed ${String(MOST_VALUE_BYTES)} bytes in length`);
  else expressions.validate(value, [STRING, NULL], { trims: true });
}

function validateAuditAnnotations(spec: Spec, to: Refusals, options: Parameters<typeof validateAuditAnnotation>[2]): void {
  const annotations = spec.get('auditAnnotations');
  if ((countOf(annotations) ?? 0) > MOST_ANNOTATIONS) {
    to.invalid('admission-policy/audit-count', annotations, `must not have more than ${String(MOST_ANNOTATIONS)} auditAnnotations`);
  }
  for (const annotation of annotations.items()) validateAuditAnnotation(annotation, to, options);
  refuseDuplicates(
    annotations,
    annotations.items().map(annotation => annotation.get('key')),
    to,
    'admission-policy/audit-key-duplicated',
  );
}

function validateMatchConstraints(spec: Spec, to: Refusals): void {
  const constraints = spec.get('matchConstraints');
  if (constraints.isAbsent) {
    to.required('admission-policy/constraints-required', constraints);
    return;
  }
  validateMatchResources(constraints, to);
  if (isEmpty(constraints.get('resourceRules'))) to.required('admission-policy/constraints-required', constraints.get('resourceRules'));
}

function validateSpec(spec: Spec, to: Refusals, context: AdmissionContext): void {
  const expressions = new PolicyExpressions(spec, to, context);
  validateFailurePolicy(spec.get('failurePolicy'), to);
  validateParamKind(spec.get('paramKind'), to);
  validateMatchConstraints(spec, to);
  validateMatchConditions(spec.get('matchConditions'), to, expressions.matchConditions);
  for (const variable of spec.get('variables').items()) validateVariable(variable, to, expressions);
  const [validations, annotations] = [spec.get('validations'), spec.get('auditAnnotations')];
  if (isEmpty(validations) && isEmpty(annotations)) {
    const detail = 'validations or auditAnnotations must contain at least one item';
    for (const list of [validations, annotations]) to.required('admission-policy/validation-required', list, detail);
  }
  for (const validation of validations.items()) validateValidation(validation, to, expressions);
  validateAuditAnnotations(spec, to, { name: textOf(context.resource.metadata.get('name')), expressions });
}

export const ADMISSION_POLICY: KindValidator = {
  scope: 'Cluster',
  validate(object, to, context) {
    validateSpec(object.get('spec').as<ValidatingAdmissionPolicySpec>(), to, context);
    warnOfStaticName(object.get('metadata').get('name'), to);
  },
};
