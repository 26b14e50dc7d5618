import type { Answer } from './answer.ts';

export type ControllerId =
  | 'ingress-nginx'
  | 'nginx'
  | 'traefik'
  | 'haproxy'
  | 'haproxy-ingress'
  | 'aws-alb'
  | 'gce'
  | 'kong'
  | 'contour'
  | 'azure-agic'
  | 'istio'
  | 'cilium'
  | 'openshift';

/**
 * How a path is compared with that of a request. `elements`: whole elements, as the specification says of Prefix (S-255). `begin`: what the text
 * begins with. `star`: the whole text, or what stands before a closing `*`. `wildcards`: `*` and `?` anywhere. `regex`: an expression from the
 * start, `whole-regex`: for all of the path. `contour` and `kong`: an expression where the text looks like one, else what it begins with.
 */
export type PathReading = 'elements' | 'begin' | 'star' | 'wildcards' | 'regex' | 'whole-regex' | 'contour' | 'kong' | 'unknown';

/** What a controller does where the specification of Ingress leaves it to the controller, or where it does otherwise. */
export interface IngressController {
  readonly id: ControllerId;
  /** How a sentence calls it. */
  readonly title: string;
  /** Values of `spec.controller` of its IngressClasses (S-259). */
  readonly values: RegExp;
  /** Usual names of its classes. */
  readonly classNames: RegExp;
  /** Annotations that only it reads: keys, or domains of keys. */
  readonly marks: readonly string[];
  /** Takes a backend port that equals the targetPort of a Service port (S-261). */
  readonly takesTargetPort: boolean;
  /** ExternalName Services as backends: proxied, refused, or off until a setting allows them (S-263). */
  readonly externalName: 'proxied' | 'refused' | 'optional' | 'unknown';
  /** Whether Ingresses of one class share their hosts: all are merged, the oldest one has the host, or each has a load balancer of its own. */
  readonly sharing: 'merged' | 'oldest' | 'none';
  /** Annotation that joins Ingresses which do not share otherwise. */
  readonly groupAnnotation?: string;
  readonly prefix: PathReading;
  readonly implementationSpecific: PathReading;
  /** Order of paths of one host: the longest first, or Exact, then Prefix, then the others as they are written. */
  readonly order: 'longest' | 'by-type';
  /** Whether rules for less specific hosts are asked where none of the paths of a host fits. */
  readonly fallsThrough: Answer;
  /** Annotations that make every path of a host an expression, whichever Ingress has them. */
  readonly regexAnnotations: readonly string[];
  /** Annotation that tells how paths are read: those of no type of their own, or all. */
  readonly readingAnnotation?: { readonly key: string; readonly of: 'unspecified' | 'all' };
  /** Port name of a backend that is no Service: an annotation describes what is done. */
  readonly magicPort?: string;
  /** Where the backend may be reached by node ports only (S-263). */
  readonly targetType?: { readonly annotation: string; readonly pods: string; readonly nodes: string };
  /** True where nodes are reached unless the Service asks for groups of pods. */
  readonly reachesNodes: boolean;
  /** Annotation with the protocol that the backend speaks (S-264). */
  readonly backendProtocol?: string;
  /** Boolean annotation that makes the backend speak TLS. */
  readonly backendTls?: string;
  /** Annotations with a list of Services that speak TLS, or gRPC. */
  readonly tlsServices?: string;
  /** Boolean annotation that leaves TLS to the pods. */
  readonly passthrough?: string;
  /** Annotations that name certificates which are no Secrets of the cluster. */
  readonly certificates: readonly string[];
  /** Names a Service for what has no endpoints. */
  readonly defaultBackend?: string;
  /** Boolean annotation of an Ingress that takes a part of the requests of another one. */
  readonly canary?: string;
  /** Annotation with more hosts. */
  readonly aliases?: string;
  /** Facts of the semantics, or pages of the documentation. */
  readonly source: string;
}
