import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../src/core/model/read-documents.ts';
import { reviewResource } from '../../../../src/core/predict/admission/review.ts';
import { parseSource } from '../../../../src/core/yaml/parse-source.ts';
import { loadKinds } from '../../../../src/node/load-kinds.ts';
import { RECORDED_TARGET } from '../../../conformance/admission.ts';

const kinds = loadKinds();

const indent = (text: string, by: string): string => text.replaceAll(/^(?=.)/gm, by);

/** What servers of these minors say against a Pod with these settings: each field and sentence once. */
function refused(settings: string, minors: readonly number[] = [36]): readonly string[] {
  const yaml = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels: {app: web}\nspec:\n${indent(settings, '  ')}\n`;
  const withContainer = settings.includes('containers:') ? yaml : `${yaml}  containers: [{name: web, image: web}]\n`;
  const resource = parseSource('pod.yaml', withContainer).documents.flatMap(document => readDocument(document).resources)[0];
  if (!resource) throw new Error('no Pod');
  const { causes } = reviewResource(resource, kinds, { ...RECORDED_TARGET, minors });
  return causes.filter(cause => cause.minors.length > 0).map(({ field, message }) => `${field}: ${message}`);
}

describe('names of hosts', () => {
  const detail = (field: string): string => `spec.hostnameOverride: Forbidden: may not be specified when ${field} is true`;

  test('hostnameOverride goes with neither hostNetwork nor setHostnameAsFQDN', () => {
    expect(refused('hostnameOverride: a.b\nhostNetwork: true\nsetHostnameAsFQDN: true')).toEqual([detail('setHostnameAsFQDN'), detail('hostNetwork')]);
    expect(refused('hostnameOverride: a.b')).toEqual([]);
  });

  test('hostnameOverride is a DNS name of 64 characters at most, and dropped before 1.35', () => {
    const long = `hostnameOverride: ${'a'.repeat(65)}`;
    expect(refused(long)).toEqual(['spec.hostnameOverride: Too long: may not be more than 64 bytes']);
    expect(refused(long, [34])).toEqual([]);
  });
});

describe('users apart from those of the node', () => {
  const settings = 'hostUsers: false\nhostPID: true';

  test('keep the other namespaces apart too, where servers know them', () => {
    expect(refused(settings)).toEqual(['spec.HostPID: Forbidden: when `hostUsers` is false']);
    expect(refused(settings, [31, 32])).toEqual([]);
  });
});

describe('pods of Windows', () => {
  test('have no settings of Linux', () => {
    const settings = 'os: {name: windows}\nhostIPC: true\nshareProcessNamespace: false\nsecurityContext: {runAsUser: 1, sysctls: [{name: a, value: b}]}';
    const fields = ['securityContext.runAsUser', 'securityContext.sysctls', 'hostIPC', 'shareProcessNamespace'];
    expect(refused(settings)).toEqual(fields.map(field => `spec.${field}: Forbidden: cannot be set for a windows pod`));
  });

  test('pods of Linux have no settings of Windows', () => {
    const said = 'spec.securityContext.windowsOptions: Forbidden: windows options cannot be set for a linux pod';
    expect(refused('os: {name: linux}\nsecurityContext: {windowsOptions: {runAsUserName: x}}')).toEqual([said]);
  });

  test('a system has a name', () => {
    expect(refused('os: {}')).toEqual(['spec.os.name: Required value']);
  });
});

describe('resources of a whole pod', () => {
  const containers =
    'containers: [{name: a, image: a, resources: {requests: {cpu: 600m}, limits: {memory: 2Gi}}}, {name: b, image: b, resources: {requests: {cpu: 600m}}}]';

  test('suffice for its containers, on servers that keep them', () => {
    const settings = `resources: {requests: {cpu: "1"}, limits: {memory: 1Gi}}\n${containers}`;
    expect(refused(settings)).toEqual([
      'spec.resources.requests[cpu]: Invalid value: "1": must be greater than or equal to aggregate container requests of 1200m',
      'spec.resources.requests[memory]: Invalid value: "1Gi": must be greater than or equal to aggregate container requests of 2Gi',
      'spec.resources.containers[0][memory].limits: Invalid value: "2Gi": must be less than or equal to pod limits of 1Gi',
    ]);
    expect(refused(settings, [33])).toEqual([]);
  });

  test('are cpu, memory and huge pages', () => {
    expect(refused('resources: {requests: {ephemeral-storage: 1Gi}}')).toEqual([
      'spec.resources.requests[ephemeral-storage]: Unsupported value: "ephemeral-storage": supported values: "cpu", "memory"',
    ]);
  });

  test('an init container counts while it runs, a sidecar always', () => {
    const pod = (init: string): string =>
      `resources: {requests: {cpu: "2"}}\ninitContainers: [${init}]\ncontainers: [{name: a, image: a, resources: {requests: {cpu: "1"}}}]`;
    expect(refused(pod('{name: i, image: i, resources: {requests: {cpu: "2"}}}'))).toEqual([]);
    expect(refused(pod('{name: i, image: i, restartPolicy: Always, resources: {requests: {cpu: "2"}}}'))).toHaveLength(1);
    expect(refused(pod('{name: i, image: i, resources: {requests: {cpu: "3"}}}'))).toHaveLength(1);
  });
});

describe('tolerations that compare', () => {
  const settings = 'tolerations: [{key: a, operator: Gt, value: "1"}]';

  test('are refused by default, in other words where they are known', () => {
    expect(refused(settings, [34])).toEqual(['spec.tolerations[0].operator: Unsupported value: "Gt": supported values: "Equal", "Exists"']);
    expect(refused(settings)).toEqual(['spec.tolerations[0].operator: Unsupported value: "Gt": supported values: "Equal", "Exists", "Lt", "Gt"']);
  });
});

describe('keys of labels by which pods are compared', () => {
  const spread = (keys: string, selector: string): string =>
    `topologySpreadConstraints: [{maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule, matchLabelKeys: [${keys}], labelSelector: ${selector}}]`;

  test('do not stand in the selector, which the server completes by the labels of the Pod', () => {
    const said = 'spec.topologySpreadConstraints[0][0]: Invalid value: "app": exists in both matchLabelKeys and labelSelector';
    expect(refused(spread('app', '{matchLabels: {app: web}}'))).toEqual([said]);
    expect(refused(spread('other', '{matchLabels: {other: x}}'))).toEqual([]);
  });

  test('servers before 1.34 look at the selector as it is written', () => {
    const said = 'spec.topologySpreadConstraints[0].matchLabelKeys[0]: Invalid value: "other": exists in both matchLabelKeys and labelSelector';
    expect(refused(spread('other', '{matchLabels: {other: x}}'), [33])).toEqual([said]);
  });
});

describe('values that only newer servers judge', () => {
  const affinity =
    'affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: In, values: [-x]}]}]}}}';

  test('of node affinity since 1.33', () => {
    expect(refused(affinity)).toHaveLength(1);
    expect(refused(affinity, [32])).toEqual([]);
  });

  test('of search domains: underscores since 1.33', () => {
    const settings = 'dnsConfig: {searches: [a_b.c]}';
    expect(refused(settings)).toEqual([]);
    expect(refused(settings, [32])).toHaveLength(1);
  });
});

describe('template lines', () => {
  test('between two entries of one name may make branches of them', () => {
    const volumes = (between: string): string => `volumes:\n- name: a\n  emptyDir: {}\n${between}- name: a\n  emptyDir: {}`;
    expect(refused(volumes(''))).toEqual(['spec.volumes[1].name: Duplicate value: "a"']);
    expect(refused(volumes('{{- else }}\n'))).toEqual([]);
  });

  test('between two types of a volume may make branches of them', () => {
    const volume = (between: string): string => `volumes:\n- name: a\n  emptyDir: {}\n${between}  configMap: {name: x}`;
    expect(refused(volume(''))).toEqual(['spec.volumes[0].configMap: Forbidden: may not specify more than 1 volume type']);
    expect(refused(volume('  {{- else }}\n'))).toEqual([]);
  });
});
