import type { CelType } from '../../cel/type.ts';
import { optionalOf, STRING } from '../../cel/type.ts';
import { booleanOf, textOf } from '../read.ts';
import type { Refusals } from '../refusals.ts';
import type { AdmissionContext } from '../validator.ts';
import { followFieldPath } from './crd-field-path.ts';
import type { SchemaPlace } from './crd-open-api.ts';
import type { SchemaCursor } from './crd-schema-parts.ts';
import { typeOfSchema } from './crd-schema-type.ts';
import { isPlaceholder } from '../../../yaml/mask.ts';

const REASONS = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'];

const hasLineBreak = (text: string): boolean => /[\n\r]/.test(text);

/** What is said of rules before they are compiled. */
export function validateRuleFields(schema: SchemaCursor, to: Refusals): void {
  for (const rule of schema.get('x-kubernetes-validations').items()) {
    validateRuleTexts(rule, to);
    const reason = rule.get('reason');
    const text = reason.isPresent ? textOf(reason) : undefined;
    if (text !== undefined && !REASONS.includes(text)) to.notSupported('crd-schema/rule-reason-unsupported', reason, REASONS);
    validateFieldPath(rule.get('fieldPath'), schema, to);
  }
}

function validateRuleTexts(rule: SchemaCursor, to: Refusals): void {
  const [expression, message, messageExpression] = [rule.get('rule'), rule.get('message'), rule.get('messageExpression')];
  const [text, words, made] = [textOf(expression), textOf(message), textOf(messageExpression)];
  if (text?.trim() === '') to.required('crd-schema/rule-required', expression, 'rule is not specified');
  else if (words !== undefined && words !== '' && words.trim() === '') to.invalid('crd-schema/rule-message', message, 'must be non-empty if specified');
  else if (words !== undefined && hasLineBreak(words.trim())) to.invalid('crd-schema/rule-message', message, 'must not contain line breaks');
  else if (text !== undefined && hasLineBreak(text.trim()) && words?.trim() === '') {
    to.required('crd-schema/rule-message-required', message, 'message must be specified if rule contains line breaks');
  }
  if (made !== undefined && made !== '' && made.trim() === '') {
    to.required('crd-schema/rule-message-required', messageExpression, 'messageExpression must be non-empty if specified');
  }
}

function validateFieldPath(path: SchemaCursor, schema: SchemaCursor, to: Refusals): void {
  const text = textOf(path);
  if (text === undefined || text === '') return;
  if (text.trim() === '') to.invalid('crd-schema/rule-field-path', path, 'must be non-empty if specified');
  if (hasLineBreak(text)) to.invalid('crd-schema/rule-field-path', path, 'must not contain line breaks');
  if ('fault' in followFieldPath(text, schema)) to.invalid('crd-schema/rule-field-path', path, 'must be a valid path');
}

/** Compiles the rules of one schema of a version. */
export class RuleValidation {
  /** Refusals of rules, which keep no rule above them from being compiled. */
  faults = 0;
  readonly #context: AdmissionContext;

  constructor(context: AdmissionContext) {
    this.#context = context;
  }

  compile(schema: SchemaCursor, place: SchemaPlace, to: Refusals): void {
    const rules = schema.get('x-kubernetes-validations').items();
    if (rules.length === 0) return;
    const self = typeOfSchema(schema, place.isRoot === true);
    if (!self) return;
    const before = to.causes.length;
    for (const rule of rules) this.#rule(rule, { self, place, to });
    this.faults += to.causes.length - before;
  }

  #rule(rule: SchemaCursor, options: { readonly self: CelType; readonly place: SchemaPlace; readonly to: Refusals }): void {
    const { self, place, to } = options;
    const [expression, optionalOldSelf] = [rule.get('rule'), rule.get('optionalOldSelf')];
    const text = textOf(expression);
    if (text === undefined || text.trim() === '' || isPlaceholder(text)) return;
    const variables = { self, oldSelf: booleanOf(optionalOldSelf) === true ? optionalOf(self) : self };
    const program = this.#context.engines.cel?.compile(text, variables);
    if (!program) return;
    if ('error' in program) to.invalid('crd-schema/rule', expression, `compilation failed: ${program.error}`, { value: { rule: text } });
    else if (program.type.kind !== 'bool') to.invalid('crd-schema/rule', expression, 'cel expression must evaluate to a bool', { value: { rule: text } });
    else {
      this.#message(rule.get('messageExpression'), variables, to);
      const isTransition = program.names.has('oldSelf');
      if (isTransition && place.uncorrelated) {
        const where = to.nameOf(place.uncorrelated.fieldPath);
        to.invalid('crd-schema/rule', expression, `oldSelf cannot be used on the uncorrelatable portion of the schema within ${where}`);
      } else if (!isTransition && optionalOldSelf.isPresent && !optionalOldSelf.isUnknown) {
        to.invalid('crd-schema/rule', optionalOldSelf, 'may not be set if oldSelf is not used in rule');
      }
    }
  }

  #message(expression: SchemaCursor, variables: Readonly<Record<string, CelType>>, to: Refusals): void {
    const text = textOf(expression);
    if (text === undefined || text === '' || isPlaceholder(text)) return;
    const program = this.#context.engines.cel?.compile(text, variables);
    if (!program) return;
    const value = { messageExpression: text };
    if ('error' in program) to.invalid('crd-schema/rule-message', expression, `messageExpression compilation failed: ${program.error}`, { value });
    else if (program.type.kind !== STRING.kind) to.invalid('crd-schema/rule-message', expression, 'messageExpression must evaluate to a string', { value });
  }
}
