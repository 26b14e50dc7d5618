import type { Source } from './source.ts';

/** Checks of Deployments, ReplicaSets, StatefulSets, DaemonSets and ReplicationControllers. */
export const APPS_CHECKS = {
  'workload/selector-required': 'S-009',
  'workload/selector-empty': 'S-009',
  'workload/selector-matches-nothing': 'S-009',
  'workload/selector-unreadable': 'apps/v1 DeploymentSpec.selector',
  'workload/selector-mismatch': 'S-016',
  'apps/template-required': 'v1 ReplicationControllerSpec.template',
  'workload/restart-policy-unsupported': 'S-199',
  'workload/active-deadline': 'v1 PodSpec.activeDeadlineSeconds',
  'workload/negative-number': 'apps/v1 DeploymentSpec',
  'apps/progress-deadline': 'apps/v1 DeploymentSpec.progressDeadlineSeconds',
  'apps/strategy-unsupported': 'apps/v1 DeploymentStrategy.type',
  'apps/strategy': 'apps/v1 StatefulSetUpdateStrategy.type',
  'apps/rolling-update-unused': 'apps/v1 DeploymentStrategy.rollingUpdate',
  'apps/rolling-update-number': 'apps/v1 RollingUpdateDeployment',
  'apps/rolling-update-blocked': 'apps/v1 RollingUpdateDeployment.maxUnavailable',
  'apps/rolling-update-required': 'apps/v1 RollingUpdateDaemonSet.maxUnavailable',
  'apps/rolling-update-surge': 'apps/v1 RollingUpdateDaemonSet.maxSurge',
  'stateful-set/pod-management-policy': 'apps/v1 StatefulSetSpec.podManagementPolicy',
  'stateful-set/service-name': 'S-194',
  'stateful-set/claim-retention-unsupported': 'apps/v1 StatefulSetPersistentVolumeClaimRetentionPolicy',
  'stateful-set/claim-name-required': 'apps/v1 StatefulSetSpec.volumeClaimTemplates',
  'stateful-set/claim-name': 'apps/v1 StatefulSetSpec.volumeClaimTemplates',
  'workload/name-warning': 'S-196',
} as const satisfies Record<string, Source>;
