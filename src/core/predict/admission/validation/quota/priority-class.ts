import type { PriorityClass } from 'kubernetes-types/scheduling/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { booleanOf, numberOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { KindValidator } from '../../validator.ts';

/** The classes that every cluster has, with their values. */
const SYSTEM_CLASSES: Readonly<Record<string, number>> = { 'system-node-critical': 2_000_001_000, 'system-cluster-critical': 2_000_000_000 };

const HIGHEST_VALUE = 1_000_000_000;

/** What is wrong with a class whose name is the system's; undefined where nothing is, or where it is not known. */
function systemClassFault(name: string, object: Cursor<PriorityClass>): string | undefined {
  const value = Object.hasOwn(SYSTEM_CLASSES, name) ? SYSTEM_CLASSES[name] : undefined;
  if (value === undefined) return `${name} is not a known system priority class`;
  const [written, isDefault] = [numberOf(object.get('value')), booleanOf(object.get('globalDefault'))];
  if (written === undefined) return undefined;
  if (written !== value) return `value of ${name} PriorityClass must be ${String(value)}`;
  return isDefault === true ? `globalDefault of ${name} PriorityClass must be false` : undefined;
}

function validateSystemClass(name: string, object: Cursor<PriorityClass>, to: Refusals): void {
  const fault = systemClassFault(name, object);
  if (fault === undefined) return;
  const detail = `priority class names with 'system-' prefix are reserved for system use only. error: ${fault}`;
  to.forbidden('priority-class/system-name', object.get('metadata').get('name'), detail);
}

function validatePreemptionPolicy(policy: Cursor<string>, to: Refusals): void {
  const text = policy.isPresent ? textOf(policy) : undefined;
  if (text === '') to.required('priority-class/preemption-policy-required', policy);
  else if (text !== undefined && text !== 'PreemptLowerPriority' && text !== 'Never') {
    to.notSupported('priority-class/preemption-policy-unsupported', policy, ['PreemptLowerPriority', 'Never']);
  }
}

/** `ValidatePriorityClass`. */
export const PRIORITY_CLASS: KindValidator = {
  scope: 'Cluster',
  validate(object, to) {
    const priorityClass = object.as<PriorityClass>();
    const [name, value] = [textOf(priorityClass.get('metadata').get('name')), numberOf(priorityClass.get('value'))];
    if (name?.startsWith('system-')) validateSystemClass(name, priorityClass, to);
    else if (name !== undefined && value !== undefined && value > HIGHEST_VALUE) {
      to.forbidden('priority-class/value', priorityClass.get('value'), `maximum allowed value of a user defined priority is ${String(HIGHEST_VALUE)}`);
    }
    validatePreemptionPolicy(priorityClass.get('preemptionPolicy'), to);
  },
};
