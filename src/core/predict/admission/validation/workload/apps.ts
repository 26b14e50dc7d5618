import type { DaemonSet, Deployment, ReplicaSet, StatefulSet } from 'kubernetes-types/apps/v1.d.ts';
import type { ReplicationController } from 'kubernetes-types/core/v1.d.ts';
import { dns1123LabelFaults } from '../../formats.ts';
import type { ValidatorTable } from '../../validator.ts';
import { validateDaemonSet } from './daemon-set.ts';
import { validateDeployment, validateReplicaSet } from './deployment.ts';
import { validateReplicationController } from './replication-controller.ts';
import { validateStatefulSet } from './stateful-set.ts';

const [scope, versions] = ['Namespaced', ['v1']] as const;

export const APPS_VALIDATORS: ValidatorTable = {
  'apps/Deployment': { scope, versions, validate: (object, to, context) => validateDeployment(object.as<Deployment>(), to, context) },
  'apps/ReplicaSet': { scope, versions, validate: (object, to, context) => validateReplicaSet(object.as<ReplicaSet>(), to, context) },
  'apps/DaemonSet': { scope, versions, validate: (object, to, context) => validateDaemonSet(object.as<DaemonSet>(), to, context) },
  'apps/StatefulSet': {
    scope,
    versions,
    nameFaults: dns1123LabelFaults,
    validate: (object, to, context) => validateStatefulSet(object.as<StatefulSet>(), to, context),
  },
  '/ReplicationController': { scope, validate: (object, to, context) => validateReplicationController(object.as<ReplicationController>(), to, context) },
};
