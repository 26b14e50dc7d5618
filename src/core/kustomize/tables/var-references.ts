import type { FieldSpec } from '../kustomization.ts';

function inKind(kind: string, ...paths: readonly string[]): FieldSpec[] {
  return paths.map(path => ({ group: '', version: '', kind, path, create: false }));
}

function containerFields(pod: string): string[] {
  return ['containers', 'initContainers'].flatMap(list => ['args', 'command', 'env/value', 'volumeMounts/mountPath'].map(path => `${pod}/${list}/${path}`));
}

const TEMPLATE = 'spec/template/spec';
const JOB_TEMPLATE = 'spec/jobTemplate/spec/template';

/** Where `$(NAME)` stands for a var (K-121). */
export const VAR_REFERENCES: readonly FieldSpec[] = [
  ...inKind('CronJob', ...containerFields(`${JOB_TEMPLATE}/spec`), `${JOB_TEMPLATE}/volumes/nfs/server`),
  ...['DaemonSet', 'Deployment', 'Job', 'ReplicaSet'].flatMap(kind => inKind(kind, ...containerFields(TEMPLATE), `${TEMPLATE}/volumes/nfs/server`)),
  ...inKind('Deployment', 'spec/template/metadata/annotations'),
  ...inKind('Ingress', 'spec/rules/host', 'spec/tls/hosts', 'spec/tls/secretName'),
  ...inKind('Pod', ...containerFields('spec'), 'spec/volumes/nfs/server'),
  ...inKind('Service', 'spec/ports/port', 'spec/ports/targetPort'),
  ...inKind('StatefulSet', ...containerFields(TEMPLATE), 'spec/volumeClaimTemplates/spec/nfs/server'),
  ...inKind('PersistentVolume', 'spec/nfs/server'),
  ...inKind('', 'metadata/labels', 'metadata/annotations'),
];
