import type { CelType } from '../../../cel/type.ts';
import { optionalOf, STRING } from '../../../cel/type.ts';
import { booleanOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext } from '../../validator.ts';
import { followFieldPath } from './crd-field-path.ts';
import type { SchemaPlace } from './crd-schema-place.ts';
import type { SchemaCursor } from './crd-schema-parts.ts';
import { leastBytesOf, mostOccurrences, typeOfSchema } from './crd-schema-type.ts';
import { isPlaceholder } from '../../../../yaml/mask.ts';

const REASONS = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'];

const hasLineBreak = (text: string): boolean => /[\n\r]/.test(text);

/** What is said of rules before they are compiled. Servers before 1.25 drop them. */
export function validateRuleFields(schema: SchemaCursor, into: Refusals): void {
  const to = into.within({ since: 25 });
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

/** What one expression may cost by the server's estimate, and all of a version together. */
const MOST_OF_EXPRESSION = 10_000_000;
const MOST_OF_DEFINITION = 100_000_000;

function excessText(what: string, factor: number): string {
  const times = factor > 100 ? 'more than 100x' : `${factor < 1.5 ? factor.toFixed(6) : factor.toFixed(1)}x`;
  const advice = 'try simplifying the rule, or adding maxItems, maxProperties, and maxLength where arrays, maps, and strings are declared';
  return `${what} exceeds budget by factor of ${times} (${advice})`;
}

interface RuleOptions {
  readonly self: CelType;
  readonly place: SchemaPlace;
  /** How often the rule can be run for one object. */
  readonly occurrences: number;
  readonly to: Refusals;
}

/** Compiles the rules of one schema of a version. */
export class RuleValidation {
  /** Refusals of rules, which keep no rule above them from being compiled. */
  faults = 0;
  readonly #context: AdmissionContext;
  #total = 0;
  readonly #costs: { readonly at: SchemaCursor; readonly cost: number }[] = [];

  constructor(context: AdmissionContext) {
    this.#context = context;
  }

  compile(schema: SchemaCursor, place: SchemaPlace, into: Refusals): void {
    const to = into.within({ since: 25 });
    const rules = schema.get('x-kubernetes-validations').items();
    if (rules.length === 0) return;
    const self = typeOfSchema(schema, place.isRoot === true);
    if (!self) return;
    const before = to.causes.length;
    const occurrences = place.occurrences ?? mostOccurrences(leastBytesOf(schema));
    for (const rule of rules) this.#rule(rule, { self, place, occurrences, to });
    this.faults += to.causes.length - before;
  }

  #rule(rule: SchemaCursor, options: RuleOptions): void {
    const { self, place, occurrences, to } = options;
    const [expression, optionalOldSelf] = [rule.get('rule'), rule.get('optionalOldSelf')];
    const text = textOf(expression);
    if (text === undefined || text.trim() === '' || isPlaceholder(text)) return;
    const variables = { self, oldSelf: booleanOf(optionalOldSelf) === true ? optionalOf(self) : self };
    const program = this.#context.engines.cel?.compile(text, variables);
    if (!program) return;
    if ('error' in program) to.invalid('crd-schema/rule', expression, `compilation failed: ${program.error}`, { value: { rule: text } });
    else if (program.type.kind !== 'bool') to.invalid('crd-schema/rule', expression, 'cel expression must evaluate to a bool', { value: { rule: text } });
    else {
      this.#spend(expression, program.cost * occurrences, to, 'estimated rule cost');
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

  /** Counts what a rule may cost, and refuses one that costs too much by itself. */
  #spend(at: SchemaCursor, cost: number, to: Refusals, what: string): void {
    if (cost > MOST_OF_EXPRESSION) to.forbidden('crd-schema/rule-cost', at, excessText(what, cost / MOST_OF_EXPRESSION));
    this.#total += cost;
    if (cost >= MOST_OF_DEFINITION / 100) this.#costs.push({ at, cost });
  }

  /** Refuses the schema whose rules together cost too much, and names the worst of them. */
  validateTotal(schema: SchemaCursor, into: Refusals): void {
    const to = into.within({ since: 25 });
    if (this.#total <= MOST_OF_DEFINITION) return;
    const worst = this.#costs.toSorted((one, other) => other.cost - one.cost).slice(0, 4);
    const contribution = 'contributed to estimated rule cost total exceeding cost limit for entire OpenAPIv3 schema';
    for (const { at } of worst) to.add('crd-schema/rule-cost', at, { reason: 'FieldValueForbidden', message: `Forbidden: ${contribution}`, isEcho: true });
    const total = excessText('x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema', this.#total / MOST_OF_DEFINITION);
    to.add('crd-schema/rule-cost', schema, { reason: 'FieldValueForbidden', message: `Forbidden: ${total}`, isEcho: true });
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
