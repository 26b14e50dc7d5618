import type { Cluster } from '../model/cluster.ts';
import type { DisruptionBudget } from '../model/disruption-budgets.ts';
import type { WrittenEndpoints } from '../model/endpoints.ts';
import type { Ingress, IngressBackend } from '../model/ingress.ts';
import type { IngressClass } from '../model/ingress-class.ts';
import type { JudgedKustomization } from '../model/kustomization-faults.ts';
import type { Container } from '../model/pod.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { Probe } from '../model/probe.ts';
import type { DocumentReading } from '../model/read-documents.ts';
import type { Reference } from '../model/references/reference.ts';
import type { FaultyRelease } from '../model/release-fault.ts';
import type { RenderedChart } from '../model/rendered-chart.ts';
import type { Resource } from '../model/resource.ts';
import type { ServiceMonitor } from '../model/service-monitor.ts';
import type { Service, ServicePort } from '../model/service.ts';
import type { Refusal } from '../predict/admission/refusals-of.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import type { CheckedConfiguration } from './configuration-fault.ts';
import type { CheckedSuppression } from './suppression.ts';

/** What a rule is called with, one at a time. */
export interface Subjects {
  readonly file: SourceFile;
  /** A document with what it is: objects, a fragment, something else, or text that does not parse. */
  readonly document: DocumentReading;
  readonly resource: Resource;
  /** What the API server says to one object: a refusal or a warning of a check that the rule names in `checks`. */
  readonly refusal: Refusal;
  /** A field that names another object, of the rows of the table of references that the rule names in `references`. */
  readonly reference: Reference;
  readonly service: Service;
  readonly 'service-port': ServicePort;
  /** Endpoints and EndpointSlices that the manifests write. */
  readonly endpoints: WrittenEndpoints;
  readonly 'disruption-budget': DisruptionBudget;
  readonly 'pod-template': PodTemplate;
  readonly container: Container;
  /** A probe or lifecycle hook that asks a port. */
  readonly probe: Probe;
  readonly ingress: Ingress;
  /** What an Ingress sends requests to: its default backend and those of its paths. */
  readonly 'ingress-backend': IngressBackend;
  readonly 'ingress-class': IngressClass;
  /** What tells Prometheus which Services to scrape. */
  readonly 'service-monitor': ServiceMonitor;
  /** A kustomization file with what its paths lead to. */
  readonly kustomization: JudgedKustomization;
  /** A Flux or Argo CD object that asks for what is not applied so. */
  readonly release: FaultyRelease;
  /** What helm makes of a chart with one set of values, with what keeps it from being rendered. */
  readonly chart: RenderedChart;
  readonly cluster: Cluster;
  /** A configuration that has faults; nothing else is linted then. */
  readonly configuration: CheckedConfiguration;
  /** A comment or annotation that hides findings, after all other rules have run. */
  readonly suppression: CheckedSuppression;
}

export type SubjectName = keyof Subjects;
