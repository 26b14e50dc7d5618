import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../src/core/model/read-documents.ts';
import { reviewResource, type Review } from '../../../../src/core/predict/admission/review.ts';
import { parseSource } from '../../../../src/core/yaml/parse-source.ts';
import { loadKinds } from '../../../../src/node/load-kinds.ts';
import { RECORDED_TARGET } from '../../../conformance/admission.ts';

const kinds = loadKinds();

const indent = (text: string, by: string): string => text.replaceAll(/^(?=.)/gm, by);

function review(spec: string, minors: readonly number[], metadata = ''): Review {
  const yaml = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n${indent(metadata, '  ')}\nspec:\n${indent(spec, '  ')}\n`;
  const resource = parseSource('pod.yaml', yaml).documents.flatMap(document => readDocument(document).resources)[0];
  if (!resource) throw new Error('no Pod');
  return reviewResource(resource, kinds, { ...RECORDED_TARGET, minors });
}

const container = (fields: string): string => `containers:\n- name: web\n  image: web\n${indent(fields, '  ')}`;

/** What servers of these minors say against a Pod, fields below its only container. */
function refused(spec: string, minors: readonly number[] = [36]): readonly string[] {
  return review(spec, minors).causes.map(({ field, message }) => `${field.replace('spec.containers[0].', '')}: ${message}`);
}

describe('what versions know', () => {
  test('a restart policy of an ordinary container is refused before 1.35', () => {
    const spec = container('restartPolicy: Never');
    expect(refused(spec, [34])).toEqual(['restartPolicy: Forbidden: may not be set for non-init containers']);
    expect(refused(spec, [35, 36])).toEqual([]);
    expect(review(spec, [34, 35]).verdict).toBe('unknown');
  });

  test('one sentence is told of what all minors refuse, in the words of the newest', () => {
    const init = `${container('')}\ninitContainers:\n- {name: a, image: a, restartPolicy: Sometimes}`;
    const text = 'Unsupported value: "Sometimes": supported values: "Always", "Never", "OnFailure"';
    expect(review(init, [34, 36]).causes.map(({ message, minors }) => [message, minors])).toEqual([[text, [34, 36]]]);
    const empty = review(container('env: [{name: A, valueFrom: {}}]'), [33, 36]).causes;
    expect(empty.map(({ minors }) => minors)).toEqual([[33, 36]]);
  });

  test('names of variables were narrower before 1.32', () => {
    const spec = container('env: [{name: "a b", value: x}]');
    expect(refused(spec, [32])).toEqual([]);
    expect(refused(spec, [31])[0]).toContain('must not start with a digit');
  });

  test('a sleep of no seconds was refused before 1.33', () => {
    const spec = container('lifecycle: {preStop: {sleep: {seconds: 0}}}');
    expect(refused(spec, [33])).toEqual([]);
    expect(refused(spec, [32])[0]).toContain('must be greater than 0');
  });
});

describe('security contexts', () => {
  test('rights that are given cannot be kept from growing', () => {
    const spec = container('securityContext: {allowPrivilegeEscalation: false, capabilities: {add: [CAP_SYS_ADMIN]}}');
    expect(refused(spec)[0]).toContain('cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN');
  });

  test('procMount Unmasked needs users of its own', () => {
    const spec = container('securityContext: {procMount: Unmasked}');
    expect(refused(spec)).toEqual(['securityContext.procMount: Invalid value: "Unmasked": `hostUsers` must be false to use `Unmasked`']);
    expect(refused(`hostUsers: false\n${spec}`)).toEqual([]);
    expect(refused(`hostUsers: \${X}\n${spec}`)).toEqual([]);
  });

  test.each([
    ['DOMAIN\\user', undefined],
    ['user', undefined],
    ['', 'runAsUserName cannot be an empty string'],
    ['a\\b\\c', 'runAsUserName cannot contain more than one backslash'],
    ['.bad\\user', "runAsUserName's Domain doesn't match the NetBios nor the DNS format"],
    ['user@web', 'runAsUserName\'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]'],
    ['. .', "runAsUserName's User cannot contain only periods or spaces"],
    ['u'.repeat(105), "runAsUserName's User length must not be longer than 104 characters"],
  ])('a user of Windows is named %j', (name, fault) => {
    const [said] = refused(container(`securityContext: {windowsOptions: {runAsUserName: ${JSON.stringify(name)}}}`));
    if (fault === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(fault);
  });

  test('processes of a Windows node: all containers or none, and on its network', () => {
    const two = 'containers:\n- {name: a, image: a, securityContext: {windowsOptions: {hostProcess: true}}}\n- {name: b, image: b}';
    const every = 'spec: Invalid value: "": If pod contains any hostProcess containers then all containers must be HostProcess containers';
    const network = 'spec.hostNetwork: Invalid value: false: hostNetwork must be true if pod contains any hostProcess containers';
    expect(refused(two)).toEqual([every, network]);
    const own = container('securityContext: {windowsOptions: {hostProcess: false}}');
    expect(refused(`securityContext: {windowsOptions: {hostProcess: true}}\nhostNetwork: true\n${own}`)).toHaveLength(1);
  });
});

describe('claims of a container', () => {
  const claims = (list: string, pod = '[{name: gpu, resourceClaimName: gpu}]'): string =>
    `resourceClaims: ${pod}\n${container(`resources: {claims: ${list}}`)}`;

  test('are claims of the pod', () => {
    expect(refused(claims('[{name: gpu}]'))).toEqual([]);
    expect(refused(claims('[{name: tpu}]'))[0]).toContain('must be one of the names in pod.spec.resourceClaims: gpu');
    expect(refused(claims('[{name: gpu}]', '[]'))[0]).toContain('must be one of the names in pod.spec.resourceClaims which is empty');
  });

  test('are asked for once, whole or by requests', () => {
    expect(refused(claims('[{name: gpu}, {name: gpu}]'))).toEqual(['resources.claims[1]: Duplicate value: "gpu"']);
    expect(refused(claims('[{name: gpu, request: a}, {name: gpu, request: b}]'))).toEqual([]);
    expect(refused(claims('[{name: gpu, request: a}, {name: gpu}]'))).toEqual(['resources.claims[1]: Duplicate value: "gpu"']);
  });
});

describe('huge pages', () => {
  test('come in whole pages', () => {
    const pages = (amount: string): string => container(`resources: {limits: {memory: 1Gi, hugepages-2Mi: ${amount}}}`);
    expect(refused(pages('4Mi'))).toEqual([]);
    expect(refused(pages('0'))).toEqual([]);
    expect(refused(pages('3Mi'))[0]).toContain('3Mi is not positive integer multiple of hugepages-2Mi');
  });
});

describe('annotations before fields', () => {
  const spec = container('securityContext: {appArmorProfile: {type: Unconfined}, seccompProfile: {type: RuntimeDefault}}');
  const annotated = (key: string, value: string): readonly string[] =>
    review(spec, [36], `annotations: {${key}: ${value}}`).causes.map(({ field, message }) => `${field}: ${message}`);

  test('say the same as the fields', () => {
    const [seccomp, appArmor] = ['container.seccomp.security.alpha.kubernetes.io/web', 'container.apparmor.security.beta.kubernetes.io/web'];
    expect(annotated(seccomp, 'docker/default')).toEqual([]);
    expect(annotated(appArmor, 'unconfined')).toEqual([]);
    const path = 'spec.containers[0].securityContext';
    expect(annotated(seccomp, 'unconfined')).toEqual([`${path}.seccompProfile.type: Forbidden: seccomp type in annotation and field must match`]);
    expect(annotated(appArmor, 'localhost/a')).toEqual([`${path}.appArmorProfile.type: Forbidden: apparmor type in annotation and field must match`]);
  });

  test('tolerations are a list', () => {
    const key = 'scheduler.alpha.kubernetes.io/tolerations';
    expect(annotated(key, '"[]"')).toEqual([]);
    expect(annotated(key, '"x"')[0]).toContain("invalid character 'x' looking for beginning of value");
  });
});

test('the volumes that fileKeyRef reads from start empty', () => {
  const spec = (source: string): string =>
    `volumes: [{name: v, ${source}}]\n${container('env: [{name: A, valueFrom: {fileKeyRef: {volumeName: v, path: a, key: A}}}]')}`;
  expect(refused(spec('emptyDir: {}'))).toEqual([]);
  expect(refused(spec('secret: {secretName: s}'))[0]).toContain('referenced volume must be of type emptyDir');
});

test('a PodTemplate is checked like the template of a workload', () => {
  const yaml = 'apiVersion: v1\nkind: PodTemplate\nmetadata: {name: web}\ntemplate: {spec: {containers: [{name: Web, image: web}]}}\n';
  const resource = parseSource('t.yaml', yaml).documents.flatMap(document => readDocument(document).resources)[0];
  const causes = resource ? reviewResource(resource, kinds, RECORDED_TARGET).causes : [];
  expect(causes.map(({ field }) => field)).toEqual(['template.spec.containers[0].name']);
});
