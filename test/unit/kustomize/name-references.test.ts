import { describe, expect, it } from 'vitest';
import { NAME_REFERENCES } from '../../../src/core/kustomize/tables/name-references.ts';
import { nodeAt } from '../../../src/core/kustomize/node.ts';
import { buildTexts, linesOf, objectOf, textOf, writtenIn } from '../../harness/built.ts';

function prefixed(...objects: readonly string[]): string {
  return textOf({ 'kustomization.yaml': 'namePrefix: p-\nresources: [all.yaml]\n', 'all.yaml': objects.join('\n---\n') });
}

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}';
const SERVICE_ACCOUNT = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: runner}';
const RBAC = 'rbac.authorization.k8s.io';

function podWith(name: string, metadata = '{name: pod}'): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: ${metadata}\nspec: {containers: [{name: c, envFrom: [{configMapRef: {name: ${name}}}]}]}`;
}

describe('names of other objects', () => {
  it('follow objects whose names change, by the table (K-060)', () => {
    expect(prefixed(CONFIG_MAP, podWith('settings'))).toContain('- configMapRef:\n        name: p-settings\n');
    expect(NAME_REFERENCES.flatMap(({ fieldSpecs }) => fieldSpecs)).toHaveLength(166);
  });

  it('stay where nothing had them (K-062)', () => {
    expect(prefixed(CONFIG_MAP, podWith('other'))).toContain('name: other\n');
  });

  it('do not follow objects of another namespace (K-061)', () => {
    const text = prefixed('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: a}', podWith('settings', '{name: pod, namespace: b}'));
    expect(text).toContain('- configMapRef:\n        name: settings\n');
  });

  it('follow the object of their own branch where two had one name (K-062)', () => {
    const text = textOf({
      'kustomization.yaml': 'resources: [a, b]\n',
      'a/kustomization.yaml': 'namePrefix: a-\nresources: [../base]\n',
      'b/kustomization.yaml': 'namePrefix: b-\nresources: [../base]\n',
      'base/kustomization.yaml': 'resources: [all.yaml]\n',
      'base/all.yaml': `${CONFIG_MAP}\n---\n${podWith('settings')}\n`,
    });
    expect(text.match(/- configMapRef:\n +name: (.*)/g)?.map(found => found.replace(/.*name: /s, ''))).toEqual(['a-settings', 'b-settings']);
  });

  it('that several objects had are a fault (K-062)', () => {
    const account = (namespace: string): string => `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: runner, namespace: ${namespace}}`;
    const binding = `apiVersion: ${RBAC}/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nsubjects:\n- {kind: ServiceAccount, name: runner}`;
    const { faults } = buildTexts({
      'kustomization.yaml': 'namePrefix: p-\nresources: [all.yaml]\n',
      'all.yaml': [account('a'), account('b'), binding].join('\n---\n'),
    });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      kind: 'name-reference',
      subject: 'runner',
      answer: `updating name reference in 'subjects' field of 'ClusterRoleBinding.v1.${RBAC}/p-b.[noNs]': considering field 'subjects' of object ClusterRoleBinding.v1.${RBAC}/p-b.[noNs]: found multiple possible referrals: ServiceAccount.v1.[noGrp]/p-runner.a, ServiceAccount.v1.[noGrp]/p-runner.b`,
    });
  });

  it('in roleRef are those of the kind that it says (K-062)', () => {
    const role = (kind: string): string => `apiVersion: ${RBAC}/v1\nkind: ${kind}\nmetadata: {name: view}`;
    const binding = `apiVersion: ${RBAC}/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nroleRef: {apiGroup: ${RBAC}, kind: ClusterRole, name: view}`;
    expect(prefixed(role('Role'), binding)).toContain('kind: ClusterRole\n  name: view\n');
    expect(prefixed(role('ClusterRole'), binding)).toContain('kind: ClusterRole\n  name: p-view\n');
  });

  it('of subjects are written with their namespace, whatever kind they say (K-063)', () => {
    const text = textOf({
      'kustomization.yaml': 'namespace: shop\nresources: [all.yaml]\n',
      'all.yaml': `${SERVICE_ACCOUNT}\n---\napiVersion: ${RBAC}/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nsubjects:\n- {kind: User, name: runner}\n- {kind: ServiceAccount, name: runner, namespace: system}\n- {kind: ServiceAccount, name: runner, namespace: default}\n`,
    });
    expect(text).toContain(
      'subjects:\n- kind: User\n  name: runner\n  namespace: shop\n- kind: ServiceAccount\n  name: runner\n  namespace: system\n- kind: ServiceAccount\n  name: runner\n  namespace: shop\n',
    );
  });

  it('of webhook services are written with their namespace (K-063)', () => {
    const text = textOf({
      'kustomization.yaml': 'namespace: shop\nnamePrefix: p-\nresources: [all.yaml]\n',
      'all.yaml':
        'apiVersion: v1\nkind: Service\nmetadata: {name: hook}\n---\napiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: v}\nwebhooks: [{clientConfig: {service: {name: hook}}}]\n',
    });
    expect(text).toContain('service:\n      name: p-hook\n      namespace: shop\n');
  });

  it('of a subject without a name are a fault (K-063)', () => {
    const { faults } = buildTexts({
      'kustomization.yaml': 'namePrefix: p-\nresources: [all.yaml]\n',
      'all.yaml': `${SERVICE_ACCOUNT}\n---\napiVersion: ${RBAC}/v1\nkind: RoleBinding\nmetadata: {name: b}\nsubjects: [{kind: ServiceAccount}]\n`,
    });
    expect(faults[0]?.answer).toMatch(/path config error; no 'name' field in node$/);
  });

  it('of classes of Ingresses are never followed (K-064)', () => {
    const text = prefixed(
      'apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: ic}',
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i}\nspec: {ingressClassName: ic}',
    );
    expect(text).toContain('ingressClassName: ic\n');
  });

  it('in resourceNames are looked up as ConfigMaps and Secrets, whatever the resources (K-065)', () => {
    const role = `apiVersion: ${RBAC}/v1\nkind: Role\nmetadata: {name: r}\nrules: [{resources: [pods], resourceNames: [settings, key, other]}]`;
    expect(prefixed(CONFIG_MAP, 'apiVersion: v1\nkind: Secret\nmetadata: {name: key}', role)).toContain('- p-settings\n  - p-key\n  - other\n');
  });

  it('of a generated object follow its hash from another layer', () => {
    const text = textOf({
      'kustomization.yaml': 'namespace: shop\nresources: [base, pod.yaml]\n',
      'base/kustomization.yaml': 'configMapGenerator: [{name: settings, literals: [x=1]}]\n',
      'pod.yaml': podWith('settings'),
    });
    expect(text).toContain('- configMapRef:\n        name: settings-hmg6f82fh6\n');
  });

  it('stand where they are written, with what changed the name that they follow', () => {
    const built = buildTexts({
      'kustomization.yaml': 'namePrefix: p-\nresources: [pod.yaml]\nconfigMapGenerator:\n- name: settings\n',
      'pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  volumes:\n  - configMap: {name: settings}\n',
    });
    const volumes = nodeAt(objectOf(built, 'Pod').root, 'spec', 'volumes');
    const name = volumes?.kind === 'list' ? volumes.items.map(item => nodeAt(item, 'configMap', 'name'))[0] : undefined;
    expect(name && linesOf(name.origin)).toEqual([
      'pod.yaml:6',
      'kustomization.yaml:1 namePrefix adds "p-"',
      'kustomization.yaml:4 adds the hash of its content to the name',
    ]);
  });

  it('tell the namespace that is written with them by the object that it is of', () => {
    const built = buildTexts({
      'kustomization.yaml': 'namePrefix: p-\nresources: [all.yaml]\n',
      'all.yaml':
        'apiVersion: v1\nkind: Service\nmetadata:\n  name: hook\n  namespace: shop\n---\napiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata: {name: v}\nspec: {service: {name: hook}}\n---\napiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: v}\nwebhooks:\n- clientConfig: {service: {name: hook}}\n',
    });
    expect(writtenIn(objectOf(built, 'APIService'), 'spec/service/name')).toEqual(['all.yaml:10', 'kustomization.yaml:1 namePrefix adds "p-"']);
    const webhooks = nodeAt(objectOf(built, 'ValidatingWebhookConfiguration').root, 'webhooks');
    const namespace = webhooks?.kind === 'list' ? webhooks.items.map(item => nodeAt(item, 'clientConfig', 'service', 'namespace'))[0] : undefined;
    expect(namespace && linesOf(namespace.origin)).toEqual(['all.yaml:5']);
  });
});
