import { HIDDEN, isArray, isObject, type CustomObject, type CustomValue } from './custom-value.ts';
import { alternativesOutcome } from './alternatives.ts';
import { enumFault, formatFault, formatOf, hasType, numberFaults, textFault, typeFault } from './scalar-faults.ts';
import type { Constraints, Schema } from './schema.ts';
import { merge, newOutcome, type FaultHere, type Outcome, type ValueContext } from './value-fault.ts';
import type { Step } from './walk.ts';

/** Validations of values against parts of schemas; a set of alternatives multiplies them. */
const MOST_VALIDATIONS = 100_000;

/** Validates a value as the API server does with the schema of a CustomResourceDefinition. One object for one resource: it bounds the cost. */
export class ValueValidator {
  #left = MOST_VALIDATIONS;
  readonly #steps: Step[] = [];
  readonly #context: ValueContext;

  constructor(context: ValueContext) {
    this.#context = context;
  }

  validate(value: CustomValue, schema: Schema): Outcome {
    const outcome = newOutcome();
    if (value === HIDDEN || this.#left-- <= 0) outcome.isOpen = true;
    else if (value === null) this.#null(outcome, schema);
    else this.#present(outcome, value, schema);
    return outcome;
  }

  #null(outcome: Outcome, schema: Schema): void {
    const fault = typeFault(null, schema);
    outcome.matches += fault ? 0 : 1;
    this.#note(outcome, [fault, enumFault(null, schema.constraints?.enum ?? [])]);
  }

  #present(outcome: Outcome, value: Exclude<CustomValue, null | typeof HIDDEN>, schema: Schema): void {
    // The schema itself, and the checks that are always made: alternatives and enumerations.
    outcome.matches += 4;
    if (hasType(schema)) {
      const fault = typeFault(value, schema);
      this.#note(outcome, [fault]);
      outcome.matches += fault ? 1 : 2;
    }
    if (schema.constraints) merge(outcome, alternativesOutcome(schema.constraints, value, this, this.#steps));
    if (typeof value === 'string') this.#text(outcome, value, schema);
    else if (typeof value === 'number' || typeof value === 'bigint') {
      this.#note(outcome, numberFaults(value, schema));
      outcome.matches += 2;
    } else if (isArray(value)) this.#list(outcome, value, schema);
    this.#note(outcome, [enumFault(value, schema.constraints?.enum ?? [])]);
    if (isObject(value)) this.#object(outcome, value, schema);
  }

  #note(outcome: Outcome, faults: readonly (FaultHere | undefined)[]): void {
    for (const fault of faults) if (fault) outcome.faults.push({ ...fault, steps: [...this.#steps] });
  }

  #text(outcome: Outcome, value: string, schema: Schema): void {
    outcome.matches += formatOf(schema) === '' ? 1 : 2;
    const fault = schema.constraints && textFault(value, schema.constraints, this.#context.matches);
    if (fault === 'open') outcome.isOpen = true;
    else this.#note(outcome, [fault]);
    this.#note(outcome, [formatFault(value, schema)]);
  }

  #inner(outcome: Outcome, step: Step, value: CustomValue, schema: Schema): void {
    this.#steps.push(step);
    merge(outcome, this.validate(value, schema));
    this.#steps.pop();
  }

  #list(outcome: Outcome, list: readonly CustomValue[], schema: Schema): void {
    const element = schema.element?.();
    if (element) for (const [name, value] of list.entries()) this.#inner(outcome, { name }, value, element);
    const { minItems, maxItems, uniqueItems } = schema.constraints ?? {};
    const isOpen = this.#context.open.has(list);
    outcome.isOpen ||= isOpen;
    if (minItems !== undefined && !isOpen && list.length < minItems) this.#note(outcome, [{ kind: 'bound', value: list, bound: 'minItems', limit: minItems }]);
    if (maxItems !== undefined && list.length > maxItems) this.#note(outcome, [{ kind: 'bound', value: list, bound: 'maxItems', limit: maxItems }]);
    if (uniqueItems === true && hasTwins(list)) this.#note(outcome, [{ kind: 'unique-items', value: list }]);
    outcome.matches += 2;
  }

  #object(outcome: Outcome, object: CustomObject, schema: Schema): void {
    outcome.matches++;
    const isOpen = this.#context.open.has(object);
    outcome.isOpen ||= isOpen;
    const names = Object.keys(object);
    this.#note(outcome, sizeFaults(object, schema.constraints ?? {}, isOpen));
    const element = schema.type === 'map' ? schema.element?.() : undefined;
    for (const name of names) {
      const inner = schema.field?.(name)?.schema ?? element;
      if (inner) this.#inner(outcome, { name, ...(inner === element && { isKey: true }) }, object[name] ?? null, inner);
    }
    if (isOpen) return;
    for (const name of schema.constraints?.required ?? []) if (!(name in object)) this.#missing(outcome, name);
  }

  #missing(outcome: Outcome, name: string): void {
    this.#steps.push({ name });
    this.#note(outcome, [{ kind: 'required', value: null }]);
    this.#steps.pop();
  }
}

/** Too few or too many fields. */
function sizeFaults(value: CustomObject, { minProperties, maxProperties }: Constraints, isOpen: boolean): FaultHere[] {
  const size = Object.keys(value).length;
  const few: FaultHere[] =
    minProperties !== undefined && !isOpen && size < minProperties ? [{ kind: 'bound', value, bound: 'minProperties', limit: minProperties }] : [];
  const many: FaultHere[] = maxProperties !== undefined && size > maxProperties ? [{ kind: 'bound', value, bound: 'maxProperties', limit: maxProperties }] : [];
  return [...few, ...many];
}

/** The same text for equal values; undefined where something is hidden. */
export function textOfValue(value: CustomValue): string | undefined {
  if (value === HIDDEN) return undefined;
  if (typeof value === 'bigint') return String(value);
  if (isArray(value)) return joined(value.map(textOfValue), '[]');
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return joined(
    names.map(name => {
      const text = textOfValue(value[name] ?? null);
      return text === undefined ? undefined : `${JSON.stringify(name)}:${text}`;
    }),
    '{}',
  );
}

function joined(parts: readonly (string | undefined)[], brackets: string): string | undefined {
  return parts.includes(undefined) ? undefined : `${brackets.charAt(0)}${parts.join(',')}${brackets.charAt(1)}`;
}

function hasTwins(list: readonly CustomValue[]): boolean {
  const texts = list.map(textOfValue).filter(text => text !== undefined);
  return new Set(texts).size < texts.length;
}
