import type { Lease } from 'kubernetes-types/coordination/v1.d.ts';
import type { Namespace, ServiceAccount } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123LabelFaults, labelValueFaults, qualifiedNameFaults } from '../../formats.ts';
import { pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { ValidatorTable } from '../../validator.ts';
import { validateConfigMap } from './config-map.ts';
import { STANDARD_FINALIZERS } from '../meta/metadata.ts';
import { validateSecret } from './secret.ts';

const MOUNTABLE_SECRETS = 'kubernetes.io/enforce-mountable-secrets';

/** Finalizers of the content of a Namespace, which the server names by the whole list. */
function validateNamespaceFinalizers(finalizers: Cursor<string[]>, to: Refusals): void {
  const field = finalizers.fieldPath;
  for (const finalizer of finalizers.items()) {
    const name = textOf(finalizer);
    if (name === undefined) continue;
    for (const fault of qualifiedNameFaults(name)) to.invalid('namespace/finalizer', finalizer, fault, { field, value: name });
    if (!name.includes('/') && !STANDARD_FINALIZERS.has(name)) {
      to.invalid('namespace/finalizer', finalizer, 'name is neither a standard finalizer name nor is it fully qualified', { field, value: name });
    }
  }
}

/** The server labels each Namespace with its name, and refuses a name that is no value of a label there as well (S-296). */
function validateNameLabel(name: Cursor<string>, to: Refusals): void {
  for (const fault of labelValueFaults(textOf(name) ?? '')) to.invalid('metadata/name', name, fault, { field: 'metadata.labels' });
}

function warnOfMountableSecrets(account: Cursor<ServiceAccount>, to: Refusals): void {
  const annotation = account.get('metadata').get('annotations').get(MOUNTABLE_SECRETS);
  if (!annotation.isWritten) return;
  const advice = 'deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets';
  to.warn('service-account/mountable-secrets-warning', annotation, `metadata.annotations[${MOUNTABLE_SECRETS}]: ${advice}`, { since: 32 });
}

function validateLease(lease: Cursor<Lease>, to: Refusals): void {
  const spec = lease.get('spec');
  const [duration, transitions] = [spec.get('leaseDurationSeconds'), spec.get('leaseTransitions')];
  if ((pointerOf(duration.number()) ?? 1) <= 0) to.invalid('lease/duration', duration, 'must be greater than 0');
  if ((pointerOf(transitions.number()) ?? 0) < 0) to.invalid('lease/transitions', transitions, 'must be greater than or equal to 0');
}

export const CONFIG_VALIDATORS: ValidatorTable = {
  '/ConfigMap': {
    scope: 'Namespaced',
    validate(object, to) {
      validateConfigMap(object.as(), to);
    },
  },
  '/Secret': {
    scope: 'Namespaced',
    validate(object, to) {
      validateSecret(object.as(), to);
    },
  },
  '/ServiceAccount': {
    scope: 'Namespaced',
    validate(object, to) {
      warnOfMountableSecrets(object.as(), to);
    },
  },
  '/Namespace': {
    nameFaults: dns1123LabelFaults,
    scope: 'Cluster',
    validate(object, to) {
      validateNameLabel(object.as<Namespace>().get('metadata').get('name'), to);
      validateNamespaceFinalizers(object.as<Namespace>().get('spec').get('finalizers'), to);
    },
  },
  'coordination.k8s.io/Lease': {
    scope: 'Namespaced',
    validate(object, to) {
      validateLease(object.as(), to);
    },
  },
};
