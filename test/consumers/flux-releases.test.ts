import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';
import { CHART, helmRelease, ingress, kustomization, PASSWORD, REPOSITORY, TEMPLATE, withHelm } from './release-scene.ts';

const cli = useCli();

describe.each(['1.31', '1.35'] as const)('with the helm of %s', release => {
  const { run, lint, servicesOf } = withHelm(cli, release);

  test('a HelmRelease is rendered with its name, namespace and values, and belongs to the cluster of its set', () => {
    const files = {
      ...CHART,
      'clusters/home/source.yaml': REPOSITORY,
      'clusters/home/apps.yaml': kustomization('apps', '  targetNamespace: shop\n'),
      'apps/release.yaml': helmRelease('web', 'values: { target: https }\n'),
      'apps/ingress.yaml': ingress('web'),
    };
    expect(servicesOf(files)).toEqual(['-/web', 'shop/web']);
    const { found, stdout } = lint(files);
    // The Ingress finds the Service; only with the values of the release its port leads nowhere.
    expect(found).toEqual(['target-port-unresolved web']);
    expect(stdout).toContain('"scope": "clusters/home"');
    expect(stdout).toContain('the value target is given here');
    expect(lint({ ...files, 'apps/ingress.yaml': ingress('wbe') }).found).toEqual(['ingress-backend-missing edge', 'target-port-unresolved web']);
  });

  test('its values come in their order from files, ConfigMaps, single values and itself', () => {
    const config = (name: string, data: string): string => `---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata: ${data}\n`;
    const spec = `releaseName: front
valuesFrom:
  - { kind: ConfigMap, name: layered }
  - { kind: ConfigMap, name: single, valuesKey: tier, targetPath: tier }
values: { port: 81 }
`;
    const files = {
      ...CHART,
      'charts/web/values.yaml': 'port: 70\ntarget: http\ntier: own\n',
      'charts/web/values-prod.yaml': 'port: 80\ntarget: nowhere\ntier: file\n',
      'clusters/home/source.yaml': REPOSITORY,
      'clusters/home/apps.yaml': kustomization('apps', '  targetNamespace: shop\n'),
      'apps/release.yaml':
        helmRelease('web', spec, 'valuesFiles: [charts/web/values-prod.yaml]\n') +
        config('layered', '{ values.yaml: "port: 79\\ntarget: http" }') +
        config('single', '{ tier: "007" }'),
    };
    const { found, code } = lint(files);
    // With values-prod.yaml alone the target leads nowhere: what it is for, the release says.
    expect({ found, code }).toEqual({ found: [], code: 0 });
    expect(servicesOf(files)).toEqual(['-/web', 'shop/front']);
    const { stdout } = run(files, ['endpoints', '.', '--format', 'json']);
    expect(stdout).toContain('8080');
  });

  test("files of values stand in place of the chart's own for Flux", () => {
    const files = {
      ...CHART,
      'prod.yaml': 'port: 80\n',
      'clusters/home/source.yaml': REPOSITORY,
      'clusters/home/apps.yaml': kustomization('apps'),
      'apps/release.yaml': helmRelease('web', '', 'valuesFiles: [prod.yaml]\n'),
      'charts/web/templates/web.yaml': TEMPLATE.replace('{{ .Values.target }}', '{{ required "no target" .Values.target }}'),
    };
    const { found, stdout } = lint(files);
    expect(found).toEqual(['chart-render-fails']);
    expect(stdout).toContain('"severity": "error"');
    expect(lint({ ...files, 'prod.yaml': 'port: 80\ntarget: http\n' }).found).toEqual([]);
  });

  test('values of Secrets set what they set, and show nowhere', () => {
    const secret = `apiVersion: v1\nkind: Secret\nmetadata: { name: values }\nstringData: { values.yaml: "password: ${PASSWORD}\\ntarget: ${PASSWORD}x" }\n`;
    const files = {
      ...CHART,
      'clusters/home/source.yaml': REPOSITORY,
      'clusters/home/apps.yaml': kustomization('apps'),
      'apps/release.yaml': helmRelease('web', 'valuesFrom: [{ kind: Secret, name: values }]\n'),
      'apps/secret.yaml': secret,
    };
    const { found, stdout } = lint(files);
    expect(found).toEqual([]);
    for (const format of ['stylish', 'html', 'sarif', 'json']) expect(run(files, ['.', '--format', format, '-v']).stdout).not.toContain(PASSWORD);
    // One that no file shows may set anything.
    const hidden = lint({ ...files, 'apps/secret.yaml': ingress('elsewhere') });
    expect(hidden.found).toEqual([]);
    expect(hidden.told).toEqual(['the chart charts/web is not rendered with all values: values of HelmRelease "web" are not known: Secret "values"']);
    expect(stdout).not.toContain(PASSWORD);
  });

  test('what changes the objects of a release, or is not known, keeps it from being rendered', () => {
    const scene = (text: string): Readonly<Record<string, string>> => ({
      ...CHART,
      'clusters/home/source.yaml': REPOSITORY,
      'clusters/home/apps.yaml': kustomization('apps'),
      'apps/release.yaml': text,
    });
    expect(servicesOf(scene(helmRelease('web', 'targetNamespace: shop\n')))).toEqual(['-/web', 'shop/shop-web']);
    for (const more of [
      'postRenderers: [{ kustomize: { patches: [] } }]\n',
      'targetNamespace: ${NAMESPACE}\n',
      'releaseName: --debug\n',
      'kubeConfig: { secretRef: { name: other } }\n',
    ]) {
      expect(servicesOf(scene(helmRelease('web', more)))).toEqual(['-/web']);
    }
  });
});
