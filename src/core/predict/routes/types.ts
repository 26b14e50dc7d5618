import type { IngressController } from '../../model/ingress-controller.ts';
import type { Ingress, IngressBackend, IngressPath, IngressRule } from '../../model/ingress.ts';
import type { PodTemplate } from '../../model/pod.ts';
import type { Service, ServicePort } from '../../model/service.ts';
import type { Field } from '../../yaml/field.ts';
import type { Place } from '../../yaml/place.ts';
import type { Doubt } from '../endpoints/types.ts';

/** Why a way ends before it reaches a pod. */
export interface Break {
  /** The rule whose page explains it. */
  readonly rule: string;
  readonly message: string;
  readonly at: Place;
}

/** Where requests come in: the Ingresses that one proxy, or one load balancer, serves together. */
export interface Entry {
  /** Undefined where no class is named or known. */
  readonly className: string | undefined;
  /** Undefined where it is none that svclint knows: then only the specification tells. */
  readonly controller: IngressController | undefined;
  readonly ingresses: readonly Ingress[];
  readonly doubts: readonly Doubt[];
}

/** Where TLS of a request ends. */
export interface RouteTls {
  /** `ingress`: at the controller, with a certificate. `pod`: the controller passes it through. */
  readonly ends: 'ingress' | 'pod' | 'unknown';
  /** The Secret with the certificate; undefined where it is none, or where the certificate is not kept in the cluster. */
  readonly secret: Field<string> | undefined;
  readonly at: Place;
}

/** Pods of one template that get the requests of a route. */
export interface RouteTarget {
  /** Undefined for hand-made endpoints, which have an address. */
  readonly template: PodTemplate | undefined;
  readonly address: string | undefined;
  /** Undefined for a hand-made slice without ports. */
  readonly port: number | undefined;
  /** How many endpoints; undefined for one a node. */
  readonly count: number | undefined;
  readonly at: Place;
}

/** Where a backend leads. */
export interface Destination {
  readonly service: Service | undefined;
  readonly port: ServicePort | undefined;
  /** What the controller does by an annotation instead of asking a Service; its name. */
  readonly action: string | undefined;
  /** Host outside, of an ExternalName Service. */
  readonly outside: string | undefined;
  /** What the controller speaks with the pods, as `HTTP` or `GRPCS`; undefined where it is not known. */
  readonly protocol: string | undefined;
  readonly targets: readonly RouteTarget[];
  readonly breaks: Break | undefined;
  readonly doubts: readonly Doubt[];
}

export type Match = 'Exact' | 'Prefix' | 'ImplementationSpecific';

/** One row of the routing table. */
export interface Route {
  readonly entry: Entry;
  readonly ingress: Ingress;
  /** Undefined for the default backend of the Ingress. */
  readonly rule: IngressRule | undefined;
  /** Undefined for a default backend. */
  readonly path: IngressPath | undefined;
  readonly backend: IngressBackend;
  /** "" for every host. */
  readonly host: Field<string>;
  /** Undefined for a default backend, and where the type is not known. */
  readonly match: Match | undefined;
  /** Of a canary: what share of the requests it takes, in percent. */
  readonly weight: number | undefined;
  readonly isCanary: boolean;
  readonly tls: RouteTls | undefined;
  readonly to: Destination;
  /** Where the row is written. */
  readonly at: Place;
}
