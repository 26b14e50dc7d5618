import type { StatefulSet } from 'kubernetes-types/apps/v1.d.ts';
import type { Container, Volume } from 'kubernetes-types/core/v1.d.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { Cursor } from '../yaml/cursor.ts';
import type { Untyped } from '../yaml/untyped.ts';
import { valueOf } from '../yaml/field.ts';

/** Labels and annotations by which a controller is told to add containers, which may mount what the template only declares. */
const INJECTION = /inject|sidecar/;

function mayBeInjected({ body }: PodTemplate): boolean {
  const metadata = body.get('metadata');
  return [metadata.get('labels'), metadata.get('annotations')].some(map => map.isOpen || map.entries().some(({ key }) => INJECTION.test(key)));
}

/** Names of volumes in a container: mounts, devices, files of variables. Undefined where one is not known. */
function namesIn(container: Cursor<Container>): readonly string[] | undefined {
  const lists = [container.get('volumeMounts'), container.get('volumeDevices'), container.get('env')];
  if (container.isOpen || lists.some(list => list.isOpen)) return undefined;
  const names = [
    ...container
      .get('volumeMounts')
      .items()
      .map(mount => mount.get('name').string()),
    ...container
      .get('volumeDevices')
      .items()
      .map(device => device.get('name').string()),
    ...container
      .get('env')
      .as<readonly Untyped[]>()
      .items()
      .map(variable => variable.get('valueFrom').get('fileKeyRef').get('volumeName').string()),
  ].filter(({ state }) => state !== 'absent');
  const known = names.map(valueOf).filter(name => name !== undefined);
  return known.length === names.length ? known : undefined;
}

/** Names that mounts may mean: the volumes of the pod, and of a StatefulSet the claims that each pod gets. */
function declaredNames(pod: PodTemplate): ReadonlySet<string | undefined> {
  const claims = pod.workload.body.as<StatefulSet>().get('spec').get('volumeClaimTemplates').items();
  const names = [
    ...pod.spec
      .get('volumes')
      .items()
      .map(volume => volume.get('name')),
    ...claims.map(claim => claim.get('metadata').get('name')),
  ];
  return new Set(names.map(name => valueOf(name.string())));
}

/** Volumes of a pod that none of its containers uses; none where a container may be hidden. */
export function findUnusedVolumes(pod: PodTemplate): readonly Cursor<Volume>[] {
  const volumes = pod.spec.get('volumes').items();
  if (volumes.length === 0 || !pod.kind || pod.containersOpen || pod.containers.length === 0 || mayBeInjected(pod)) return [];
  const used = new Set<string>();
  for (const container of [...pod.containers.map(({ body }) => body), ...pod.spec.get('ephemeralContainers').as<Container[]>().items()]) {
    const names = namesIn(container);
    if (!names) return [];
    for (const name of names) used.add(name);
  }
  // A mount of a volume that is not there may mean one of those that nothing mounts.
  const declared = declaredNames(pod);
  if ([...used].some(name => !declared.has(name))) return [];
  return volumes.filter(volume => {
    const name = valueOf(volume.get('name').string());
    return name !== undefined && name !== '' && !used.has(name);
  });
}
