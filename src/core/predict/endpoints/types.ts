import type { ContainerPort, PodTemplate } from '../../model/pod.ts';
import type { Resource } from '../../model/resource.ts';
import type { Service, ServicePort } from '../../model/service.ts';
import type { Place } from '../../yaml/place.ts';

/** Why something cannot be told, and the place that hides it. */
export interface Doubt {
  readonly reason: string;
  readonly at: Place;
}

/** A pod that a workload makes. */
export interface PredictedPod {
  readonly template: PodTemplate;
  /** The ordinal in a StatefulSet, else a number from 0; undefined for a DaemonSet whose number of nodes is not known. */
  readonly index: number | undefined;
}

export interface PredictedPort {
  /** Name of the Service port; "" for an unnamed one (S-045). */
  readonly name: string;
  /** Undefined in a hand-made slice for all ports. */
  readonly port: number | undefined;
  readonly protocol: string;
  readonly appProtocol: string | undefined;
  /** The Service port that asks for it; undefined in hand-made endpoints. */
  readonly from: ServicePort | undefined;
  /** The container port that a name led to. */
  readonly to: ContainerPort | undefined;
}

export interface PredictedEndpoint {
  /** Undefined for a hand-made endpoint, which has an address instead. */
  readonly pod: PredictedPod | undefined;
  readonly address: string | undefined;
  readonly hostname: string | undefined;
  /** Conditions are undefined where a hand-made endpoint states none. */
  readonly ready: boolean | undefined;
  readonly serving: boolean | undefined;
  readonly terminating: boolean | undefined;
}

export interface PredictedSlice {
  /** IPv4, IPv6 or FQDN. */
  readonly addressType: string;
  /** Value of the label that names the controller; undefined for a slice of the manifests without it. */
  readonly managedBy: string | undefined;
  readonly ports: readonly PredictedPort[];
  readonly endpoints: readonly PredictedEndpoint[];
  /** The hand-made object behind it. */
  readonly source: Resource | undefined;
}

/** The EndpointSlices of one Service. With doubts, the slices hold only what is sure. */
export interface ServiceEndpoints {
  readonly service: Service;
  readonly slices: readonly PredictedSlice[];
  readonly doubts: readonly Doubt[];
}

/** Something predicted, or why it cannot be. */
export type Predicted<T> = { readonly value: T; readonly doubt?: undefined } | { readonly value?: undefined; readonly doubt: Doubt };
