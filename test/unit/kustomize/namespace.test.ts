import { describe, expect, it } from 'vitest';
import { answersOf, buildTexts, objectOf, textOf, writtenIn } from '../../harness/built.ts';

const SET = (resources: string): Record<string, string> => ({ 'kustomization.yaml': 'namespace: shop\nresources: [all.yaml]\n', 'all.yaml': resources });

describe('namespace (K-071)', () => {
  it('is set on what is not known to have none, over what is written', () => {
    const text = textOf(
      SET(
        [
          'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: other}',
          'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: b}',
          'apiVersion: cert-manager.io/v1\nkind: ClusterIssuer\nmetadata: {name: c}',
        ].join('\n---\n'),
      ),
    );
    expect(text.match(/kind: .*|  namespace: .*/g)).toEqual([
      'kind: ClusterRole',
      'kind: ConfigMap',
      '  namespace: shop',
      'kind: ClusterIssuer',
      '  namespace: shop',
    ]);
  });

  it('renames Namespaces of the core group alone', () => {
    const text = textOf(SET('apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n---\napiVersion: e.com/v1\nkind: Namespace\nmetadata: {name: b}\n'));
    expect(text).toBe(
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\napiVersion: e.com/v1\nkind: Namespace\nmetadata:\n  name: b\n  namespace: shop\n',
    );
  });

  it('makes the service of an APIService, not that of a conversion webhook', () => {
    const text = textOf(
      SET(
        'apiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata: {name: a}\n---\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: b}\nspec: {conversion: {webhook: {clientConfig: {}}}}\n',
      ),
    );
    expect(text).toContain('spec:\n  service:\n    namespace: shop\n');
    expect(text).toContain('clientConfig: {}\n');
  });

  it('is set on subjects that are named default, whatever they are', () => {
    const text = textOf(
      SET(
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: a}\nsubjects:\n- {kind: User, name: default}\n- {kind: ServiceAccount, name: other}\n',
      ),
    );
    expect(text).toContain('subjects:\n- kind: User\n  name: default\n  namespace: shop\n- kind: ServiceAccount\n  name: other\n');
  });

  it('tells objects that become one, and names them both', () => {
    const { faults } = buildTexts(
      SET('apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: x}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: y}\n'),
    );
    expect(faults.map(({ kind }) => kind)).toContain('namespace-conflict');
    const [fault] = faults;
    expect(fault?.answer).toMatch(/^namespace transformation produces ID conflict: \[/);
    expect(fault?.related?.map(({ at }) => at.file.lines.position(at.span.start).line)).toEqual([1, 5]);
  });

  it('keeps the style of the old value (K-077)', () => {
    const text = textOf({
      ...SET('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: "7"}\n'),
      'kustomization.yaml': 'namespace: "5"\nresources: [all.yaml]\n',
    });
    expect(text).toContain('namespace: "5"\n');
  });

  it('stands where the kustomization says it, and tells what was there', () => {
    const built = buildTexts(SET('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: other\n'));
    expect(writtenIn(objectOf(built, 'ConfigMap'), 'metadata/namespace')).toEqual(['kustomization.yaml:1', 'all.yaml:5 was "other" here']);
  });

  it('says what is no text on the way', () => {
    expect(answersOf(SET('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: [x]}\n'))).toEqual([
      'wrong node kind: expected ScalarNode but got SequenceNode',
    ]);
  });
});
