import { defineRule, findNearest, fixOf, holderSubjectOf, setScalar, valueOf, volumesOf, type Finding, type Refusal } from '../../src/core/api.ts';

type Variant = 'undefined' | 'near';

function judgeName(refusal: Refusal, name: string): Finding<Variant> {
  const { resource, cause } = refusal;
  const near = findNearest(name, volumesOf(resource, cause.cursor), other => valueOf(other.string()));
  const target = near && valueOf(near.string());
  const message = `${holderSubjectOf(refusal)} mounts volume "${name}", which its pod lacks, so the API server refuses it`;
  const place = resource.kind === 'StatefulSet' ? 'spec.volumes of the template or to volumeClaimTemplates' : 'spec.volumes of the pod';
  if (!near || target === undefined) return { variant: 'undefined', message, at: cause.at, help: `Add a volume named ${name} to ${place}` };
  return {
    variant: 'near',
    message,
    at: cause.at,
    help: `Change the name to ${target}`,
    related: [{ at: near.at, note: `the pod has volume "${target}"` }],
    fixes: fixOf(`Change the name to ${target}`, 'unsafe', setScalar(cause.at, target)),
  };
}

export default defineRule({
  id: 'volume-mount-undefined',
  title: 'The mount names a volume that the pod does not have, so the API server refuses the pod',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['mount/volume', 'mount/refused-volume', 'device/volume'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { undefined: 'error', near: 'error' },
  facts: ['v1 VolumeMount.name'],

  *check(refusal) {
    const { check, cursor } = refusal.cause;
    const text = valueOf(cursor.string());
    // What is wrong with a refused volume is told there; a missing name is told as missing.
    if (check === 'mount/refused-volume' || text === undefined || text === '') return;
    yield judgeName(refusal, text);
  },
});
