import path from 'node:path';
import { readOutcome, type Outcome } from '../harness/outcome.ts';
import type { CliOptions, CliRun, RunCli } from '../harness/run-cli.ts';
import { chartFile } from './chart-scene.ts';
import { kubernetesTools } from './tools.ts';

export const PASSWORD = 'correct-horse-battery';

export const TEMPLATE = `apiVersion: v1
kind: Service
metadata:
  name: {{ .Release.Name }}
  labels: { tier: {{ .Values.tier | quote }}, in: {{ .Release.Namespace }} }
spec:
  selector: { app: {{ .Release.Name }} }
  ports:
    - port: {{ .Values.port }}
      targetPort: {{ .Values.target }}
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: {{ .Release.Name }} }
spec:
  selector: { matchLabels: { app: {{ .Release.Name }} } }
  template:
    metadata: { labels: { app: {{ .Release.Name }} } }
    spec:
      containers:
        - name: web
          image: nginx:1.27
          env: [{ name: PASSWORD, value: {{ .Values.password | default "" | quote }} }]
          ports: [{ name: http, containerPort: 8080 }]
`;

export const CHART = {
  'charts/web/Chart.yaml': chartFile('web'),
  'charts/web/values.yaml': 'port: 80\ntarget: http\ntier: own\n',
  'charts/web/templates/web.yaml': TEMPLATE,
};

export const REPOSITORY = `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: { name: shop, namespace: flux-system }
spec: { interval: 1m, url: "https://github.com/team/shop" }
`;

/** A Flux Kustomization of a directory. */
export function kustomization(name: string, more = ''): string {
  return `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: ${name}, namespace: flux-system }
spec:
  interval: 1m
  prune: true
  path: ./${name}
  sourceRef: { kind: GitRepository, name: shop }
${more}`;
}

export function helmRelease(name: string, spec: string, chart = ''): string {
  return `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: ${name} }
spec:
  interval: 1m
  chart:
    spec:
      chart: charts/web
      sourceRef: { kind: GitRepository, name: shop, namespace: flux-system }
${chart.replaceAll(/^(?=.)/gm, '      ')}${spec.replaceAll(/^(?=.)/gm, '  ')}`;
}

export function application(name: string, source: string, namespace = 'shop'): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: ${name}, namespace: argocd }
spec:
  project: default
  destination: { server: https://kubernetes.default.svc, namespace: ${namespace} }
  source:
    repoURL: https://github.com/team/shop
${source.replaceAll(/^(?=.)/gm, '    ')}`;
}

export const ingress = (service: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: edge }\nspec: { defaultBackend: { service: { name: ${service}, port: { number: 80 } } } }\n`;

interface PredictedService {
  readonly namespace: string | null;
  readonly name: string;
}

type Files = Readonly<Record<string, string>>;

/** The product with a real helm on its PATH. */
export interface HelmCli {
  readonly run: (files: Files, args: readonly string[], options?: CliOptions) => CliRun;
  readonly lint: (files: Files, options?: CliOptions) => Outcome;
  /** `namespace/name` of all Services; those of a chart by itself have no namespace. */
  readonly servicesOf: (files: Files) => readonly string[];
}

export function withHelm(cli: RunCli, release: '1.31' | '1.35'): HelmCli {
  const run: HelmCli['run'] = (files, args, options = {}) =>
    cli(files, args, { ...options, env: { PATH: `${kubernetesTools(release)}${path.delimiter}${process.env['PATH'] ?? ''}`, ...options.env } });
  return {
    run,
    lint: (files, options) => readOutcome(run(files, ['.', '--format', 'json'], options)),
    servicesOf(files) {
      const { services } = JSON.parse(run(files, ['endpoints', '.', '--format', 'json']).stdout) as { services: readonly PredictedService[] };
      return services.map(({ namespace, name }) => `${namespace ?? '-'}/${name}`).sort();
    },
  };
}
