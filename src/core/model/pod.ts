import type { Container as ContainerSpec, ContainerPort as ContainerPortSpec, PodSpec, PodTemplateSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../yaml/cursor.ts';
import type { Field } from '../yaml/field.ts';
import type { Labels } from './labels.ts';
import type { Resource } from './resource.ts';
import type { Selector } from './selector.ts';
import type { WorkloadKind } from './workload-kinds.ts';

/** A pod template with the object that makes pods of it. */
export interface PodTemplate {
  readonly workload: Resource;
  /** Undefined for a custom resource that embeds a template: what its operator adds is not known. */
  readonly kind: WorkloadKind | undefined;
  readonly body: Cursor<PodTemplateSpec>;
  readonly spec: Cursor<PodSpec>;
  /** Labels that the template writes; labels of controllers are in `model/added-labels.ts`. */
  readonly labels: Labels;
  /** In the order of the controllers' port lookup: containers, sidecars, init containers that end (S-038). */
  readonly containers: readonly Container[];
  /** True when there may be containers that are not shown. */
  readonly containersOpen: boolean;
  /** 1 where the kind has the field and none is written; unknown for a DaemonSet, which has no number. */
  readonly replicas: Field<number>;
  /** The workload's own selector of its pods; undefined for kinds without one. */
  readonly selector: Selector | undefined;
}

/** `sidecar`: an init container with restartPolicy Always, which runs beside the containers (S-188). */
export type ContainerRole = 'container' | 'sidecar' | 'init';

export interface ContainerPort {
  readonly container: Container;
  readonly body: Cursor<ContainerPortSpec>;
  readonly name: Field<string>;
  readonly number: Field<number>;
  /** TCP where none is written (S-186). */
  readonly protocol: Field<string>;
  readonly hostPort: Field<number>;
}

export interface Container {
  readonly pod: PodTemplate;
  readonly role: ContainerRole;
  readonly body: Cursor<ContainerSpec>;
  readonly name: Field<string>;
  readonly image: Field<string>;
  readonly ports: readonly ContainerPort[];
  /** True when there may be ports that are not shown. */
  readonly portsOpen: boolean;
}
