import type { Cluster } from '../model/cluster.ts';
import type { Container } from '../model/pod.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { Resource } from '../model/resource.ts';
import type { Service, ServicePort } from '../model/service.ts';
import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';
import type { CheckedConfiguration } from './configuration-fault.ts';
import type { CheckedSuppression } from './suppression.ts';

/** What a rule is called with, one at a time. */
export interface Subjects {
  readonly file: SourceFile;
  readonly document: YamlDocument;
  readonly resource: Resource;
  readonly service: Service;
  readonly 'service-port': ServicePort;
  /** Endpoints and EndpointSlices that the manifests write. */
  readonly endpoints: Resource;
  readonly 'pod-template': PodTemplate;
  readonly container: Container;
  readonly cluster: Cluster;
  /** A configuration that has faults; nothing else is linted then. */
  readonly configuration: CheckedConfiguration;
  /** A comment or annotation that hides findings, after all other rules have run. */
  readonly suppression: CheckedSuppression;
}

export type SubjectName = keyof Subjects;
