import type { StatefulSet, StatefulSetSpec, StatefulSetUpdateStrategy } from 'kubernetes-types/apps/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123LabelFaults } from '../../formats.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext } from '../../validator.ts';
import { validateTemplateMetadata } from '../meta/labels.ts';
import { validateNonnegative } from '../meta/nonnegative.ts';
import { validatePersistentVolumeClaimSpec, warnOfClaimSizes } from '../storage/persistent-volume-claim.ts';
import { validatePodTemplate } from '../pod/pod.ts';
import { validateRunsForever, validateSelector } from './workload.ts';

/** First minor that looks into the template and the claims of a StatefulSet, which before failed only when its pods were made. */
const VALIDATES_PODS = { since: 34 };
const VALIDATES_HISTORY = { since: 33 };
const RETENTION_POLICIES = ['Retain', 'Delete'];

/** `ValidateStatefulSet`. */
export function validateStatefulSet(statefulSet: Cursor<StatefulSet>, to: Refusals, context: AdmissionContext): void {
  const spec = statefulSet.get('spec');
  validatePodManagementPolicy(spec.get('podManagementPolicy'), to);
  validateUpdateStrategy(spec.get('updateStrategy'), to);
  validateRetentionPolicy(spec, to);
  for (const claim of spec.get('volumeClaimTemplates').items()) {
    validatePersistentVolumeClaimSpec(claim.get('spec'), to.within(VALIDATES_PODS));
    warnOfClaimSizes(claim.get('spec'), to, claim.fieldPath);
  }
  validateNonnegative('workload/negative-number', spec.get('replicas'), to);
  validateNonnegative('workload/negative-number', spec.get('minReadySeconds'), to);
  validateNonnegative('workload/negative-number', spec.get('revisionHistoryLimit'), to.within(VALIDATES_HISTORY));
  validateNonnegative('workload/negative-number', spec.get('ordinals').get('start'), to);
  validateServiceName(spec.get('serviceName'), to);
  const isReadable = validateSelector(spec, to, { kind: 'statefulset', unreadable: '' });
  validateTemplate(spec, to.withheld(!isReadable), context);
  validateRunsForever(spec.get('template'), to, 'StatefulSet');
}

function validatePodManagementPolicy(policy: Cursor<string>, to: Refusals): void {
  const name = textOf(policy);
  if (name === undefined || ['', 'OrderedReady', 'Parallel'].includes(name)) return;
  to.invalid('stateful-set/pod-management-policy', policy, "must be 'OrderedReady' or 'Parallel'");
}

/** The server names the whole strategy where its type is wrong. */
function validateUpdateStrategy(strategy: Cursor<StatefulSetUpdateStrategy>, to: Refusals): void {
  const [type, rollingUpdate] = [textOf(strategy.get('type')), strategy.get('rollingUpdate')];
  if (type === undefined) return;
  if (type === '' || type === 'RollingUpdate') validateNonnegative('workload/negative-number', rollingUpdate.get('partition'), to);
  else if (type !== 'OnDelete') to.invalid('apps/strategy', strategy, "must be 'RollingUpdate' or 'OnDelete'");
  else if (rollingUpdate.isMapping) to.invalid('apps/rolling-update-unused', rollingUpdate, "only allowed for updateStrategy 'RollingUpdate'");
}

function validateRetentionPolicy(spec: Cursor<StatefulSetSpec>, to: Refusals): void {
  const policies = spec.get('persistentVolumeClaimRetentionPolicy');
  for (const policy of [policies.get('whenDeleted'), policies.get('whenScaled')]) {
    const name = textOf(policy);
    if (name === undefined || name === '' || RETENTION_POLICIES.includes(name)) continue;
    to.notSupported('stateful-set/claim-retention-unsupported', policy, RETENTION_POLICIES, { since: 27 });
  }
}

function validateServiceName(serviceName: Cursor<string>, to: Refusals): void {
  const name = textOf(serviceName);
  if (name === undefined || name === '') return;
  for (const fault of dns1123LabelFaults(name)) to.invalid('stateful-set/service-name', serviceName, fault, { since: 33 });
}

/** Pods get a volume for every claim, which the server judges as if the template had it. */
function validateTemplate(spec: Cursor<StatefulSetSpec>, to: Refusals, context: AdmissionContext): void {
  const template = spec.get('template');
  const since = to.within(VALIDATES_PODS);
  validateTemplateMetadata(template, to.within({ until: VALIDATES_PODS.since - 1 }));
  validatePodTemplate(template, since, { ...context, claimTemplates: spec.get('volumeClaimTemplates') });
  const volumes = template.get('spec').get('volumes');
  const names = new Set(volumes.items().map(volume => textOf(volume.get('name'))));
  let index = names.size;
  for (const claim of spec.get('volumeClaimTemplates').items()) {
    const name = claim.get('metadata').get('name');
    if (!names.has(textOf(name))) validateClaimVolume(name, since, `${volumes.fieldPath}[${String(index++)}]`);
  }
}

function validateClaimVolume(name: Cursor<string>, to: Refusals, path: string): void {
  const text = textOf(name);
  if (text === undefined) return;
  if (text === '') {
    to.required('stateful-set/claim-name-required', name, '', { field: `${path}.persistentVolumeClaim.claimName` });
    to.required('stateful-set/claim-name-required', name, '', { field: `${path}.name` });
  } else for (const fault of dns1123LabelFaults(text)) to.invalid('stateful-set/claim-name', name, fault, { field: `${path}.name` });
}
