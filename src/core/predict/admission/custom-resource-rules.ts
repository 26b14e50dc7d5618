import { HIDDEN, isArray, isObject, type CustomObject, type CustomValue } from '../../schema/custom-value.ts';
import type { Schema, ValidationRule } from '../../schema/schema.ts';
import type { Step } from '../../schema/walk.ts';
import { bareObject, type PlainValue } from '../../yaml/to-value.ts';
import type { Bindings, Cel } from '../cel/cel.ts';
import type { Reason } from './cause.ts';
import { fieldOf, type Refusal } from './custom-resource-words.ts';
import { valueText } from './go-text.ts';

/** A rule that says no, with the steps to the value that it judges. */
export interface RuleRefusal extends Refusal {
  readonly steps: readonly Step[];
}

/** A placeholder, which the engine takes for a value that is not known. */
const PLACEHOLDER = '{{ }}';

/** The value as the engine reads it; undefined where something may be in it that is not shown. */
function plainOf(value: CustomValue, open: ReadonlySet<unknown>): PlainValue | undefined {
  if (value === HIDDEN) return PLACEHOLDER;
  if (open.has(value)) return undefined;
  if (isArray(value)) {
    const list = value.map(each => plainOf(each, open));
    return list.every(each => each !== undefined) ? list : undefined;
  }
  if (!isObject(value)) return value;
  const object = bareObject<PlainValue>();
  for (const [name, each] of Object.entries(value)) {
    const plain = plainOf(each, open);
    if (plain === undefined) return undefined;
    object[name] = plain;
  }
  return object;
}

const REASONS: Readonly<Record<string, readonly [Reason, string]>> = {
  FieldValueForbidden: ['FieldValueForbidden', 'Forbidden'],
  FieldValueRequired: ['FieldValueRequired', 'Required value'],
  FieldValueDuplicate: ['FieldValueDuplicate', 'Duplicate value'],
};

const TYPE_WORDS: Partial<Record<Schema['type'], string>> = { list: 'array', map: 'object', intOrString: '', any: '' };

const nameOf = ({ rule, message }: ValidationRule): string => ((message ?? '') === '' ? rule.trim() : (message ?? '').trim());

/** Evaluates the rules of a schema over a value and all that is in it. */
class RuleWalk {
  readonly refusals: RuleRefusal[] = [];
  isOpen = false;
  readonly #steps: Step[] = [];
  readonly #cel: Cel;
  readonly #open: ReadonlySet<unknown>;

  constructor(cel: Cel, open: ReadonlySet<unknown>) {
    this.#cel = cel;
    this.#open = open;
  }

  walk(value: CustomValue, schema: Schema): void {
    if (value === null || !hasRules(schema)) return;
    if (value === HIDDEN) {
      this.isOpen = true;
      return;
    }
    this.#rules(value, schema);
    for (const part of schema.constraints?.allOf ?? []) this.walk(value, part);
    if (isArray(value)) {
      const element = schema.element?.();
      if (element) for (const [name, each] of value.entries()) this.#inner({ name }, each, element);
    } else if (isObject(value)) this.#object(value, schema);
  }

  #object(value: CustomObject, schema: Schema): void {
    const element = schema.type === 'map' ? schema.element?.() : undefined;
    for (const [name, each] of Object.entries(value)) {
      const inner = schema.field?.(name)?.schema ?? element;
      if (inner) this.#inner(inner === element ? { name, isKey: true } : { name }, each, inner);
    }
  }

  #inner(step: Step, value: CustomValue, schema: Schema): void {
    this.#steps.push(step);
    this.walk(value, schema);
    this.#steps.pop();
  }

  #rules(value: CustomValue, schema: Schema): void {
    const rules = schema.constraints?.rules ?? [];
    if (rules.length === 0) return;
    const self = plainOf(value, this.#open);
    if (self === undefined) {
      this.isOpen = true;
      return;
    }
    for (const rule of rules) this.#rule(rule, value, { self, schema });
  }

  #rule(rule: ValidationRule, value: CustomValue, bindings: Bindings & { readonly schema: Schema }): void {
    // Rules over changes have nothing to say to a new object.
    if (/\boldSelf\b/.test(rule.rule) && rule.optionalOldSelf !== true) return;
    const program = this.#cel.compileRule(rule.rule);
    const answer = 'error' in program || rule.optionalOldSelf === true ? 'unknown' : this.#cel.evaluate(program, bindings);
    if (answer === 'unknown') this.isOpen = true;
    else if (answer === 'false') this.#refuse(rule, value, bindings);
    else if (answer !== 'true') this.#fail(rule, bindings.schema, answer.error);
  }

  #refuse(rule: ValidationRule, value: CustomValue, bindings: Bindings): void {
    const said = rule.messageExpression === undefined ? undefined : this.#render(rule.messageExpression, bindings);
    const detail = said ?? ((rule.message ?? '') === '' ? `failed rule: ${rule.rule.trim()}` : (rule.message ?? ''));
    const [reason, head] = REASONS[rule.reason ?? ''] ?? ['FieldValueInvalid', 'Invalid value'];
    const repeated = reason !== 'FieldValueInvalid' || isArray(value) || isObject(value) ? '' : `: ${valueText(value)}`;
    const field = `${fieldOf(this.#steps)}${rule.fieldPath ?? ''}`.replace(/^\./, '');
    const named = (rule.fieldPath ?? '').split('.').filter(Boolean);
    this.refusals.push({
      check: 'custom-resource/rule',
      reason,
      field,
      message: `${head}${repeated}: ${detail}`,
      steps: [...this.#steps, ...named.map(name => ({ name }))],
    });
  }

  #render(expression: string, bindings: Bindings): string | undefined {
    const program = this.#cel.compileRule(expression);
    return 'error' in program ? undefined : this.#cel.render(program, bindings);
  }

  #fail(rule: ValidationRule, schema: Schema, error: string): void {
    const type = TYPE_WORDS[schema.type] ?? schema.type;
    const message = error.startsWith('no such overload')
      ? `'${error}': call arguments did not match a supported operator, function or macro signature for rule: ${nameOf(rule)}`
      : `${error} evaluating rule: ${nameOf(rule)}`;
    const refusal: Refusal = {
      check: 'custom-resource/rule',
      reason: 'FieldValueInvalid',
      field: fieldOf(this.#steps),
      message: `Invalid value: "${type}": ${message}`,
    };
    this.refusals.push({ ...refusal, steps: [...this.#steps] });
  }
}

/** Whether a schema or a part of it has rules. */
export const hasRules = (schema: Schema): boolean => schema.hasRules?.() === true;

/** What the rules of a schema (`x-kubernetes-validations`) say to a new object. */
export function ruleRefusals(
  value: CustomValue,
  schema: Schema,
  engine: { readonly cel: Cel; readonly open: ReadonlySet<unknown> },
): Pick<RuleWalk, 'refusals' | 'isOpen'> {
  const walk = new RuleWalk(engine.cel, engine.open);
  walk.walk(value, schema);
  return walk;
}
