import type { PodTemplateSpec } from 'kubernetes-types/core/v1.d.ts';
import type { LabelSelector, ObjectMeta } from 'kubernetes-types/meta/v1.d.ts';
import { readLabels } from '../../../../model/labels.ts';
import { readLabelSelector, selects, type Selector } from '../../../../model/selector.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { CheckId } from '../../checks/index.ts';
import { dns1123LabelFaults, dns1123SubdomainFaults } from '../../formats.ts';
import { numberOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { isEmptySelector, validateLabelSelector } from '../meta/label-selector.ts';

interface Selecting {
  readonly selector?: LabelSelector;
  readonly template?: PodTemplateSpec;
}

/** What the server adds to a selector that it cannot read, and how it calls the kind in the text about an empty one. */
interface SelectorWords {
  readonly kind: string;
  readonly unreadable?: string;
}

/**
 * The selector of a Deployment, ReplicaSet or StatefulSet, which must select the pods of its own template (S-009, S-016). False where the
 * server cannot read it, and so does not come to the template.
 */
export function validateSelector(spec: Cursor<Selecting>, to: Refusals, { kind, unreadable = 'invalid label selector' }: SelectorWords): boolean {
  const selector = spec.get('selector');
  if (selector.isAbsent) {
    to.required('workload/selector-required', selector);
    refuseLabels(spec.get('template'), to, 'workload/selector-matches-nothing');
    return true;
  }
  const isReadable = validateLabelSelector(selector, to);
  validateNotEmpty(selector, to, kind);
  if (!isReadable) to.invalid('workload/selector-unreadable', selector, unreadable);
  validateMatch(readLabelSelector(selector), spec.get('template'), to.withheld(!isReadable));
  return isReadable;
}

export function validateNotEmpty(selector: Cursor<LabelSelector>, to: Refusals, kind: string): void {
  if (isEmptySelector(selector)) to.invalid('workload/selector-empty', selector, `empty selector is invalid for ${kind}`);
}

/** Refuses a selector that surely does not select the pods of the template. */
export function validateMatch(selector: Selector, template: Cursor<PodTemplateSpec>, to: Refusals): void {
  const labels = readLabels(template.get('metadata').get('labels'));
  if (selects(selector, labels) === 'no') refuseLabels(template, to, 'workload/selector-mismatch');
}

/** The server names the labels of the template, whichever side is wrong. */
export function refuseLabels(template: Cursor<PodTemplateSpec>, to: Refusals, check: CheckId, byDefault: unknown = null): void {
  const labels = template.get('metadata').get('labels');
  to.invalid(check, labels, '`selector` does not match template `labels`', labels.isAbsent ? { value: byDefault } : {});
}

/** Pods of these workloads always run again, for ever (S-199). `kind` is how the server calls the workload. */
export function validateRunsForever(template: Cursor<PodTemplateSpec>, to: Refusals, kind: string): void {
  const [restartPolicy, deadline] = [template.get('spec').get('restartPolicy'), template.get('spec').get('activeDeadlineSeconds')];
  const policy = textOf(restartPolicy);
  if (policy !== undefined && policy !== '' && policy !== 'Always') to.notSupported('workload/restart-policy-unsupported', restartPolicy, ['Always']);
  if (!deadline.isAbsent && numberOf(deadline) !== undefined) {
    to.forbidden('workload/active-deadline', deadline, `activeDeadlineSeconds in ${kind} is not Supported`);
  }
}

/** Names of pods and their host names begin with the name of the workload (S-196). */
export function warnOfName(metadata: Cursor<ObjectMeta>, to: Refusals): void {
  const name = textOf(metadata.get('name'));
  const faults = name === undefined || dns1123SubdomainFaults(name).length > 0 ? [] : dns1123LabelFaults(name);
  const advice = 'this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended';
  if (faults.length > 0) to.warn('workload/name-warning', metadata.get('name'), `metadata.name: ${advice}: [${faults.join(' ')}]`);
}
