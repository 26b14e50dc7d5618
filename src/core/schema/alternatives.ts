import type { CustomValue } from './custom-value.ts';
import type { Constraints, Schema } from './schema.ts';
import { merge, newOutcome, type FaultHere, type Outcome } from './value-fault.ts';
import type { Step } from './walk.ts';

interface Validator {
  validate(value: CustomValue, schema: Schema): Outcome;
}

/** What each of several schemas makes of a value. */
interface Tried {
  readonly valid: readonly Outcome[];
  /** Hidden values decide whether they take it. */
  readonly open: readonly Outcome[];
  readonly failed: readonly Outcome[];
}

function tryAll(schemas: readonly Schema[], value: CustomValue, validator: Validator): Tried {
  const outcomes = schemas.map(schema => validator.validate(value, schema));
  return {
    valid: outcomes.filter(({ faults, isOpen }) => faults.length === 0 && !isOpen),
    open: outcomes.filter(({ faults, isOpen }) => faults.length === 0 && isOpen),
    failed: outcomes.filter(({ faults }) => faults.length > 0),
  };
}

/** Of several that failed, the one that came furthest; the first of equals. */
function bestOf(failed: readonly Outcome[]): Outcome | undefined {
  return failed.reduce<Outcome | undefined>((best, outcome) => (best === undefined || outcome.matches > best.matches ? outcome : best), undefined);
}

function fail(outcome: Outcome, fault: FaultHere, steps: readonly Step[]): void {
  outcome.faults.push({ ...fault, steps: [...steps] });
}

function anyOf(outcome: Outcome, tried: Tried, value: CustomValue, steps: readonly Step[]): void {
  const [first] = tried.valid;
  if (first) return merge(outcome, first);
  if (tried.open.length > 0) {
    outcome.isOpen = true;
    return;
  }
  fail(outcome, { kind: 'any-of', value, valid: 0 }, steps);
  const best = bestOf(tried.failed);
  if (best) merge(outcome, best);
}

function oneOf(outcome: Outcome, tried: Tried, value: CustomValue, steps: readonly Step[]): void {
  const [first, second] = tried.valid;
  if (second === undefined && tried.open.length > 0) {
    outcome.isOpen = true;
    return;
  }
  if (first && second === undefined) return merge(outcome, first);
  fail(outcome, { kind: 'one-of', value, valid: tried.valid.length }, steps);
  const best = first ? undefined : bestOf(tried.failed);
  if (best) merge(outcome, best);
}

function allOf(outcome: Outcome, tried: Tried, value: CustomValue, steps: readonly Step[]): void {
  for (const each of [...tried.valid, ...tried.open, ...tried.failed]) merge(outcome, each);
  if (tried.failed.length > 0) fail(outcome, { kind: 'all-of', value, valid: tried.valid.length + tried.open.length }, steps);
}

/** What `anyOf`, `oneOf`, `allOf` and `not` of a schema say to a value. */
export function alternativesOutcome(constraints: Constraints, value: CustomValue, validator: Validator, steps: readonly Step[]): Outcome {
  const outcome = newOutcome();
  if (constraints.anyOf) anyOf(outcome, tryAll(constraints.anyOf, value, validator), value, steps);
  if (constraints.oneOf) oneOf(outcome, tryAll(constraints.oneOf, value, validator), value, steps);
  if (constraints.allOf) allOf(outcome, tryAll(constraints.allOf, value, validator), value, steps);
  if (constraints.not) {
    const { faults, isOpen } = validator.validate(value, constraints.not);
    if (faults.length === 0 && !isOpen) fail(outcome, { kind: 'none-of', value }, steps);
    outcome.isOpen ||= faults.length === 0 && isOpen;
  }
  return outcome;
}
